#include "models/changes/change_feed.h"
#include "tests/support/test_database.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using frontdesk::ChangeFeed;
using frontdesk::Connection;
using frontdesk::Dialect;
using frontdesk::test::TestDatabase;

namespace
{

/// A feed on a book, and what it has told.
struct Heard {
    explicit Heard(Dialect dialect)
    {
        sqlite = dialect == Dialect::Sqlite;
        book = std::make_unique<TestDatabase>(dialect);
        book->fillSmallSalon();
        open();
    }
    Heard() : Heard(fetched()) {}
    static Dialect fetched()
    {
        QFETCH(Dialect, dialect);
        return dialect;
    }
    void open()
    {
        feed.reset();
        connection = book->connect();
        feed = ChangeFeed::make(*connection);
        QObject::connect(feed.get(), &ChangeFeed::changed, feed.get(), [this](const QSet<QString>& changed) {
            ++times;
            tables += changed;
        });
        if (!feed->open()) {
            qFatal("the feed did not open");
        }
    }
    void type(const QString& sql) const
    {
        const TestDatabase::Typed typed = book->typed(sql);
        if (typed.error) {
            qFatal("%s: %s", qPrintable(sql), qPrintable(typed.error.text));
        }
    }
    void renameClient(int id = 1) const
    {
        type(QStringLiteral("UPDATE client SET note = note || 'x', version = version + 1 WHERE id = %1").arg(id));
    }

    bool sqlite = false;
    std::unique_ptr<TestDatabase> book;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<ChangeFeed> feed;
    int times = 0;
    QSet<QString> tables;
};

const auto client = QStringLiteral("client");

/// Lets the event loop run for a while in which nothing is expected.
void letPass(int milliseconds)
{
    (void)QTest::qWaitFor([] { return false; }, milliseconds);
}

} // namespace

class tst_ChangeFeed : public QObject
{
    Q_OBJECT
private slots:
    void hearsOthers_data() { frontdesk::test::onBothDatabases(); }
    void hearsOthers();
    void hearsOwnCommits_data() { frontdesk::test::onBothDatabases(); }
    void hearsOwnCommits();
    void hearsOfOwnCommitsWhatTheyWroteToOnSqlite();
    void hearsNothingWithoutAChange_data() { frontdesk::test::onBothDatabases(); }
    void hearsNothingWithoutAChange();
    void hearsNothingOfWhatWasRolledBack_data() { frontdesk::test::onBothDatabases(); }
    void hearsNothingOfWhatWasRolledBack();
    void aBurstIsToldAFewTimes_data() { frontdesk::test::onBothDatabases(); }
    void aBurstIsToldAFewTimes();
    void aHeartbeatIsNoNews_data();
    void aHeartbeatIsNoNews();
    void hearsAnotherProcess();
    void tellsTheTablesApart();
    void aForgedNotificationCausesNoReading();
    void aReopenedConnectionListensAgain_data() { frontdesk::test::onBothDatabases(); }
    void aReopenedConnectionListensAgain();
    void aLostConnectionDoesNotOpen();
};

void tst_ChangeFeed::hearsOthers()
{
    Heard heard;
    heard.renameClient();
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, 1, 500);
    QVERIFY(heard.tables.contains(client));
    heard.renameClient();
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, 2, 500);
}

void tst_ChangeFeed::hearsOwnCommits()
{
    Heard heard;
    QVERIFY(!heard.connection->execute(QStringLiteral("UPDATE client SET note = 'x', version = 2 WHERE id = 1")));
    heard.feed->committedHere();
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, 1, 500);
    QVERIFY(heard.tables.contains(client));
}

/// Others' commits still tell every table.
void tst_ChangeFeed::hearsOfOwnCommitsWhatTheyWroteToOnSqlite()
{
    Heard heard(Dialect::Sqlite);
    const auto book = QStringLiteral("INSERT INTO appointment (location_id, staff_id, starts_at, ends_at, local_start, "
                                     "zone, currency, status, takes) VALUES (1, 1, 2000000000, 2000003600, "
                                     "'2033-05-18T05:33:20', 'Europe/Berlin', 'EUR', 'booked', "
                                     "'[{\"resource\": 1, \"from\": 0, \"to\": 3600, \"units\": 1}]')");
    QVERIFY(!heard.connection->execute(book));
    heard.feed->committedHere();
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, 1, 500);
    QCOMPARE(heard.tables, QSet<QString>{QStringLiteral("appointment")});

    QVERIFY(!heard.connection->execute(QStringLiteral("SELECT count(*) FROM client")));
    heard.feed->committedHere(); // of nothing
    heard.tables.clear();
    heard.renameClient();
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, 2, 500);
    QCOMPARE(heard.tables, ChangeFeed::allTables());

    heard.tables.clear();
    QVERIFY(!heard.connection->execute(QStringLiteral("UPDATE client SET note = 'y', version = 3 WHERE id = 1")));
    heard.feed->committedHere();
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, 3, 500);
    QCOMPARE(heard.tables, QSet<QString>{client});
}

void tst_ChangeFeed::hearsNothingWithoutAChange()
{
    Heard heard;
    heard.type(QStringLiteral("SELECT count(*) FROM client"));
    QVERIFY(!heard.connection->execute(QStringLiteral("SELECT count(*) FROM client")));
    letPass(300);
    QCOMPARE(heard.times, 0);
}

void tst_ChangeFeed::hearsNothingOfWhatWasRolledBack()
{
    Heard heard;
    {
        const auto other = heard.book->connect();
        frontdesk::Transaction transaction(*other);
        QVERIFY(!transaction.beginError());
        QVERIFY(!other->execute(QStringLiteral("UPDATE client SET note = 'x', version = 2 WHERE id = 1")));
    }
    letPass(300);
    QCOMPARE(heard.times, 0);
}

void tst_ChangeFeed::aBurstIsToldAFewTimes()
{
    Heard heard;
    const auto other = heard.book->connect();
    QElapsedTimer timer;
    timer.start();
    constexpr int many = 300;
    for (int i = 0; i < many; ++i) {
        QVERIFY(!other->execute(
            QStringLiteral("UPDATE client SET note = '%1', version = version + 1 WHERE id = 2").arg(i)));
        QCoreApplication::processEvents();
    }
    const qint64 took = timer.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(heard.times > 0, 500);
    letPass(200);
    QVERIFY2(heard.times <= took / 50 + 3, qPrintable(QStringLiteral("%1 in %2 ms").arg(heard.times).arg(took)));
    // The last one is told after the last commit.
    const int before = heard.times;
    QVERIFY(!other->execute(QStringLiteral("UPDATE client SET note = 'last', version = version + 1 WHERE id = 2")));
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, before + 1, 500);
}

/// SQLite tells that something changed, not what.
void tst_ChangeFeed::aHeartbeatIsNoNews_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("postgresql") << Dialect::Postgresql;
}

void tst_ChangeFeed::aHeartbeatIsNoNews()
{
    Heard heard;
    const auto other = heard.book->connect();
    const auto beat = [&](qint64 editing, qint64 secondsAgo = 0) {
        heard.tables.clear();
        const QVariant table = editing == 0 ? QVariant() : QVariant(QStringLiteral("appointment"));
        QVERIFY(!other
                     ->run(QStringLiteral("desk_seen"),
                           {{QStringLiteral("name"), QStringLiteral("Desk 7")},
                            {QStringLiteral("person"), 1},
                            {QStringLiteral("editing_table"), table},
                            {QStringLiteral("editing_id"), editing == 0 ? QVariant() : QVariant(editing)}})
                     .error);
        if (secondsAgo > 0) {
            heard.type(QStringLiteral("UPDATE desk SET seen_at = seen_at - %1").arg(secondsAgo));
        }
    };
    const QSet<QString> desk{QStringLiteral("desk")};
    beat(0); // it comes
    QTRY_COMPARE_WITH_TIMEOUT(heard.tables, desk, 500);
    beat(0);
    beat(0);
    letPass(300);
    QCOMPARE(heard.tables, QSet<QString>());
    beat(4); // opens a form
    QTRY_COMPARE_WITH_TIMEOUT(heard.tables, desk, 500);
    beat(4);
    letPass(300);
    QCOMPARE(heard.tables, QSet<QString>());
    beat(0, 40); // closes it, and is silent for long
    QTRY_COMPARE_WITH_TIMEOUT(heard.tables, desk, 500);
    letPass(200);
    beat(0); // is back
    QTRY_COMPARE_WITH_TIMEOUT(heard.tables, desk, 500);
    heard.tables.clear();
    QVERIFY(!other->run(QStringLiteral("desk_leave"), {{QStringLiteral("name"), QStringLiteral("Desk 7")}}).error);
    QTRY_COMPARE_WITH_TIMEOUT(heard.tables, desk, 500);
}

void tst_ChangeFeed::hearsAnotherProcess()
{
    TestDatabase book(Dialect::Sqlite);
    book.fillSmallSalon();
    const auto connection = book.connect();
    const auto feed = ChangeFeed::make(*connection);
    QVERIFY(feed->open());
    QSignalSpy changes(feed.get(), &ChangeFeed::changed);
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"),
                {book.url().path(), QStringLiteral("UPDATE client SET note = 'typed', version = 2 WHERE id = 1")});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(changes.size(), 1, 500);
    QVERIFY(changes.constFirst().constFirst().value<QSet<QString>>().contains(client));
}

void tst_ChangeFeed::tellsTheTablesApart()
{
    TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    const auto connection = book.connect();
    const auto feed = ChangeFeed::make(*connection);
    QVERIFY(feed->open());
    QSet<QString> tables;
    connect(feed.get(), &ChangeFeed::changed, this, [&](const QSet<QString>& changed) { tables += changed; });
    (void)book.typed(QStringLiteral("UPDATE client SET note = 'x', version = 2 WHERE id = 1"));
    QTRY_COMPARE_WITH_TIMEOUT(tables, QSet<QString>{client}, 500);
    (void)book.typed(QStringLiteral("UPDATE service SET name = 'x', version = 2 WHERE id = 1"));
    QTRY_COMPARE_WITH_TIMEOUT(tables, (QSet<QString>{client, QStringLiteral("service")}), 500);
    for (const QString& table : ChangeFeed::allTables()) {
        tables.clear();
        (void)book.typed(QStringLiteral("NOTIFY frontdesk, '%1'").arg(table));
        QTRY_COMPARE_WITH_TIMEOUT(tables, QSet<QString>{table}, 500);
    }
}

void tst_ChangeFeed::aForgedNotificationCausesNoReading()
{
    TestDatabase book(Dialect::Postgresql);
    const auto connection = book.connect();
    const auto feed = ChangeFeed::make(*connection);
    QVERIFY(feed->open());
    QSignalSpy changes(feed.get(), &ChangeFeed::changed);
    for (const char* payload : {"", "pg_class", "client; DROP TABLE client", "CLIENT"}) {
        (void)book.typed(QStringLiteral("NOTIFY frontdesk, '%1'").arg(QLatin1StringView(payload)));
    }
    (void)book.typed(QStringLiteral("NOTIFY elsewhere, 'client'"));
    letPass(200);
    QCOMPARE(changes.size(), 0);
}

void tst_ChangeFeed::aReopenedConnectionListensAgain()
{
    Heard heard;
    heard.open();
    heard.renameClient();
    QTRY_COMPARE_WITH_TIMEOUT(heard.times, 1, 500);
}

void tst_ChangeFeed::aLostConnectionDoesNotOpen()
{
    TestDatabase book(Dialect::Postgresql);
    const auto connection = book.connect();
    (void)book.typed(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    const auto feed = ChangeFeed::make(*connection);
    QVERIFY(!feed->open());
}

QTEST_GUILESS_MAIN(tst_ChangeFeed)
#include "tst_change_feed.moc"
