#include "tests/ui/window_fixture.h"

#include <QAction>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>

using namespace frontdesk;
using frontdesk::test::WindowFixture;

/// The window covered from who stands at the counter, its panels folded away, all of the screen.
class TestWindowLook : public WindowFixture
{
    Q_OBJECT
private slots:
    void coversByF8();
    void saysInitialsWhileCovered();
    void coversTheList();
    void foldsItsPanelsAndKeepsThemSo();
    void fillsTheScreen();
};

void TestWindowLook::coversByF8()
{
    const QString name = QStringLiteral("Lena Fischer");
    const Appointment lena = m_day->row(name);
    view()->select(lena.id);
    auto* title = find<QLabel>("inspectorTitle");
    QTRY_COMPARE(title->text(), name);
    m_window->setUndo(QStringLiteral("Move Lena Fischer"), {});
    const auto texts = [this] {
        QString all = view()->describe(view()->rows().front());
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            all += label->isVisibleTo(m_window.get()) ? label->text() + u'\n' : QString();
        for (const Appointment& row : view()->rows())
            all += view()->describe(row) + u'\n';
        return all + find<QAction>("undoAction")->text();
    };
    QVERIFY(texts().contains(name));
    QTest::keyClick(view(), Qt::Key_F8);
    QTRY_COMPARE(title->text(), QStringLiteral("L. F."));
    for (const Appointment& row : view()->rows()) {
        for (const QString& secret : {row.clientName, row.clientPhone, row.clientAlert, row.note})
            QVERIFY2(secret.isEmpty() || !texts().contains(secret), qPrintable(secret));
    }
    QVERIFY(find<QWidget>("showPriceButton")->isHidden());
    QCOMPARE(view()->selected(), lena.id);
    QTest::keyClick(view(), Qt::Key_F8);
    QTRY_COMPARE(title->text(), name);
}

void TestWindowLook::saysInitialsWhileCovered()
{
    auto* said = find<QWidget>("said");
    const auto text = [said] { return said->property("text").toString() + said->accessibleName(); };
    QTest::keyClick(view(), Qt::Key_F8);
    m_window->say(QStringLiteral("Moved Lena Fischer 13:30 → 14:15"), true);
    QVERIFY(find<QWidget>("undoButton")->isVisibleTo(m_window.get()));
    QVERIFY(!text().contains(QStringLiteral("Lena")));
}

void TestWindowLook::coversTheList()
{
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::AltModifier);
    auto* table = m_window->findChild<QTableView*>();
    QVERIFY(table != nullptr);
    const auto lines = [table] {
        QString all;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                all += table->model()->index(row, column).data().toString() + u'\n';
        }
        return all;
    };
    QTRY_VERIFY(lines().contains(QStringLiteral("Lena Fischer")));
    QTest::keyClick(table, Qt::Key_F8);
    QTRY_VERIFY(!lines().contains(QStringLiteral("Lena")));
    QVERIFY(lines().contains(QStringLiteral("L. F.")));
}

void TestWindowLook::foldsItsPanelsAndKeepsThemSo()
{
    auto* left = find<QWidget>("miniMonth")->parentWidget();
    auto* right = find<QWidget>("rightPanel");
    const int narrow = view()->width();
    QTest::keyClick(view(), Qt::Key_F9);
    QTRY_VERIFY(!left->isVisible());
    QTest::keyClick(view(), Qt::Key_F9, Qt::ShiftModifier);
    QTRY_VERIFY(!right->isVisible());
    QTRY_VERIFY(view()->width() > narrow + 400);
    open();
    QVERIFY(!find<QWidget>("miniMonth")->isVisible());
    QVERIFY(!find<QWidget>("rightPanel")->isVisible());
    QTest::keyClick(view(), Qt::Key_F9);
    QTRY_VERIFY(find<QWidget>("miniMonth")->isVisible());
}

void TestWindowLook::fillsTheScreen()
{
    QTest::keyClick(view(), Qt::Key_F11);
    QTRY_VERIFY(m_window->isFullScreen());
    QTest::keyClick(view(), Qt::Key_F11);
    QTRY_VERIFY(!m_window->isFullScreen());
}

QTEST_MAIN(TestWindowLook)
#include "tst_window_look.moc"
