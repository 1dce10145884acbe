#include "tests/ui/desk_on_book.h"
#include "ui/words.h"

#include <QTableView>

using namespace frontdesk;
using frontdesk::test::Desk;
using frontdesk::test::Patience;
using frontdesk::test::TestDatabase;

/// Month and list on a real book: what others do shows by itself.
class TestViewsOnBooks : public QObject
{
    Q_OBJECT
private slots:
    void theMonthFollowsTheBook_data() { test::onBothDatabases(); }
    void theMonthFollowsTheBook();
    void theListFollowsTheBook_data() { test::onBothDatabases(); }
    void theListFollowsTheBook();
    void anEmptyMonthIsFree_data() { test::onBothDatabases(); }
    void anEmptyMonthIsFree();

private:
    struct Book {
        Book()
        {
            QFETCH(const Dialect, dialect);
            database = std::make_unique<TestDatabase>(dialect);
            database->fillSmallSalon();
        }
        std::unique_ptr<TestDatabase> database;
    };
    [[nodiscard]] static QString said(Desk& desk, QDate date)
    {
        const auto* cell =
            desk.session.window().findChild<QWidget*>(QStringLiteral("monthDay_") + date.toString(Qt::ISODate));
        return cell != nullptr ? cell->accessibleName() : QString();
    }
};

void TestViewsOnBooks::theMonthFollowsTheBook()
{
    const Book book;
    Desk desk(*book.database, QStringLiteral("Desk 1"));
    Desk other(*book.database, QStringLiteral("Desk 2"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isReady() && other.isReady(), Patience);
    desk.focus();
    desk.key(Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.session.window().isSettled(), Patience);
    const QString words = dateText(Desk::monday());
    QCOMPARE(said(desk, Desk::monday()), words + QStringLiteral(", no appointments, 27 h free"));
    QVERIFY(other.book(1, 1, 1, Desk::at(10)).isValid());
    QTRY_VERIFY_WITH_TIMEOUT(said(desk, Desk::monday()).startsWith(words + QStringLiteral(", 1 appointment, 26 h")),
                             Patience);
    QCOMPARE(desk.session.window().view(), ViewKind::Month);
    QCOMPARE(desk.session.window().date(), Desk::monday());
}

void TestViewsOnBooks::theListFollowsTheBook()
{
    const Book book;
    Desk desk(*book.database, QStringLiteral("Desk 1"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isReady(), Patience);
    const AppointmentId first = desk.book(1, 1, 1, Desk::at(10));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(first).has_value(), Patience);
    desk.focus();
    desk.key(Qt::Key_4, Qt::AltModifier);
    auto* table = desk.session.window().findChild<QTableView*>(QStringLiteral("listTable"));
    QCOMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    const AppointmentId earlier = desk.book(2, 1, 2, Desk::at(9));
    QVERIFY(earlier.isValid());
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, Patience);
    QCOMPARE(table->currentIndex().row(), 1);
    // The week brings its other days.
    const AppointmentId thursday = desk.book(3, 1, 3, Desk::at(9) + std::chrono::days(3));
    QVERIFY(thursday.isValid());
    auto* length = desk.session.window().findChild<QWidget*>(QStringLiteral("listLength"));
    length->setFocus();
    QTest::keyClick(length, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, Patience);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTRY_COMPARE(table->currentIndex().row(), 2);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(desk.session.window().view(), ViewKind::Day);
    QTRY_COMPARE_WITH_TIMEOUT(desk.view()->selected(), thursday, Patience);
    QCOMPARE(desk.view()->date(), Desk::monday().addDays(3));
}

void TestViewsOnBooks::anEmptyMonthIsFree()
{
    const Book book;
    Desk desk(*book.database, QStringLiteral("Desk 1"));
    desk.session.window().showView(ViewKind::Month);
    QTRY_VERIFY_WITH_TIMEOUT(desk.session.window().isSettled(), Patience);
    QVERIFY(said(desk, Desk::monday()).endsWith(QStringLiteral("no appointments, 27 h free")));
    QVERIFY(said(desk, Desk::monday().addDays(6)).endsWith(QStringLiteral("no appointments, closed")));
}

QTEST_MAIN(TestViewsOnBooks)
#include "tst_views_on_books.moc"
