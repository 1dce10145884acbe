#include "tests/ui/desk_on_book.h"
#include "ui/conflict_dialog.h"
#include "ui/services_model.h"

#include <QAction>
#include <QLineEdit>
#include <QMenuBar>
#include <QTableView>

using namespace frontdesk;
using frontdesk::test::Desk;
using frontdesk::test::Patience;
using frontdesk::test::TestDatabase;

/// Two managers on one service of a real book: one in the table, by keys, the other at another desk.
class TestServicesOnBooks : public QObject
{
    Q_OBJECT
private slots:
    void twoManagersOnOneRowMeetInTheDialog_data() { test::onBothDatabases(); }
    void twoManagersOnOneRowMeetInTheDialog();
};

namespace
{

/// The services window of a desk, opened by its menu.
QTableView* openServices(Desk& desk)
{
    for (QAction* each : desk.session.window().findChildren<QAction*>()) {
        if (each->text() == QStringLiteral("&Services…"))
            each->trigger();
    }
    return desk.session.window().findChild<QTableView*>(QStringLiteral("services"));
}

/// Types into the price of the second service, Colour, and leaves the editor open.
QLineEdit* typePrice(QTableView* table, const QString& price)
{
    table->window()->activateWindow();
    if (!QTest::qWaitForWindowActive(table->window()))
        return nullptr;
    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, ServicesModel::Price));
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = table->findChild<QLineEdit*>(QStringLiteral("cellEditor"));
    if (editor != nullptr) {
        editor->selectAll();
        QTest::keyClicks(editor, price);
    }
    return editor;
}

ConflictDialog* dialogOf(QTableView* table)
{
    auto* found = table->window()->findChild<ConflictDialog*>(QStringLiteral("conflictDialog"));
    return found && found->isVisible() && found->acceptsKeys() ? found : nullptr;
}

} // namespace

void TestServicesOnBooks::twoManagersOnOneRowMeetInTheDialog()
{
    QFETCH(const Dialect, dialect);
    const TestDatabase book(dialect);
    book.fillSmallSalon();
    Desk one(book, QStringLiteral("Desk 1"));
    Desk two(book, QStringLiteral("Desk 2"));
    QTRY_VERIFY_WITH_TIMEOUT(one.isReady() && two.isReady(), Patience);
    QTableView* first = openServices(one);
    QTableView* second = openServices(two);
    QVERIFY(first && second);
    QTRY_VERIFY_WITH_TIMEOUT(first->model()->rowCount() == 3 && second->model()->rowCount() == 3, Patience);
    const auto price = [&] {
        return book.typed(QStringLiteral("SELECT price_minor FROM service WHERE id = 2")).value.toInt();
    };

    const auto saveAtOne = [&](int seen, int minor) {
        std::optional<Outcome> outcome;
        one.session.link().saveService(2, RowVersion(seen), {{QStringLiteral("price_minor"), minor}}, this,
                                       [&](const Outcome& given) { outcome = given; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, Patience) && std::holds_alternative<Done>(*outcome);
    };

    const QPointer<QLineEdit> mine = typePrice(second, QStringLiteral("90"));
    QVERIFY(mine);
    // The row stands open in a form here: the other desk says so.
    const QModelIndex state = first->model()->index(1, ServicesModel::State);
    QTRY_VERIFY_WITH_TIMEOUT(
        state.data(ServicesModel::BadgeRole).toString().endsWith(QStringLiteral(" is editing this")), Patience);
    QVERIFY(saveAtOne(1, 9900));
    QTRY_COMPARE_WITH_TIMEOUT(two.session.link().services()->value(1, u"price_minor").toInt(), 9900, Patience);
    QVERIFY(mine); // the open editor is left alone
    QCOMPARE(mine->text(), QStringLiteral("90"));
    QTest::keyClick(mine, Qt::Key_Return);
    QPointer<ConflictDialog> met;
    QTRY_VERIFY_WITH_TIMEOUT((met = dialogOf(second)), Patience);
    QCOMPARE(met->conflict().undecided(), 1);
    const QString subtitle = met->findChild<QLabel*>(QStringLiteral("dialogSubtitle"))->text();
    QVERIFY2(subtitle.contains(QStringLiteral("Desk 1")), qPrintable(subtitle));

    // A third save while the dialog is open.
    QVERIFY(saveAtOne(2, 9700));
    two.key(Qt::Key_Return);
    two.key(Qt::Key_Return);
    QPointer<ConflictDialog> again;
    QTRY_VERIFY_WITH_TIMEOUT(!met && (again = dialogOf(second)), Patience);
    QCOMPARE(price(), 9700); // nothing was overwritten
    QCOMPARE(again->conflict().mine().value(QStringLiteral("price_minor")).toLongLong(), 9000);
    QCOMPARE(again->conflict().theirs().value(QStringLiteral("price_minor")).toLongLong(), 9700);
    two.key(Qt::Key_Return);
    two.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(price(), 9000, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(one.session.link().services()->value(1, u"price_minor").toInt(), 9000, Patience);
}

QTEST_MAIN(TestServicesOnBooks)
#include "tst_services_on_books.moc"
