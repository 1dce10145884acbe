#include "models/storage/connection.h"
#include "models/storage/retry.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_database.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using frontdesk::Connection;
using frontdesk::Dialect;
using frontdesk::StorageError;
using frontdesk::Transaction;
using frontdesk::withRetry;
using frontdesk::test::FullDisk;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;
using Kind = frontdesk::StorageError::Kind;
using namespace std::chrono_literals;

namespace
{

QString rename(const QString& name)
{
    return QStringLiteral("UPDATE business SET name = '%1', version = version + 1, changed_by = 1").arg(name);
}

QString nameIn(const TestDatabase& book)
{
    return book.typed(QStringLiteral("SELECT name FROM business")).value.toString();
}

} // namespace

class TestTransaction : public QObject
{
    Q_OBJECT
private slots:
    void commits_data() { onBothDatabases(); }
    void commits();
    void rollsBackWhenLeft_data() { onBothDatabases(); }
    void rollsBackWhenLeft();
    void nestingAsserts();
    void reportsTheCommitOfAnAbortedTransaction();
    void reportsTheCommitOfAnUnseenFailure();
    void failsAtEachStatement_data() { onBothDatabases(); }
    void failsAtEachStatement();
    void aLockThatIsNotHadInTimeIsBusy_data() { onBothDatabases(); }
    void aLockThatIsNotHadInTimeIsBusy();
    void readsThenWritesBesideAnotherWriterOnSqlite();
    void aFullDiskAtCommitIsToldOnSqlite();
    void aFullFileIsToldOnSqlite();
    void killedInsideATransaction();
    void retriesWhatIsBusy_data() { onBothDatabases(); }
    void retriesWhatIsBusy();
    void retriesNoMoreThanItsBound_data() { onBothDatabases(); }
    void retriesNoMoreThanItsBound();
    void retriesNothingElse_data() { onBothDatabases(); }
    void retriesNothingElse();
    void retriesADeadlock();
};

void TestTransaction::commits()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    Transaction transaction(*connection);
    QVERIFY(!transaction.beginError());
    QVERIFY(connection->inTransaction());
    QVERIFY(!connection->execute(rename(QStringLiteral("new"))));
    QCOMPARE(nameIn(book), QStringLiteral("Salon Test")); // others see it after the commit
    QVERIFY(!transaction.commit());
    QVERIFY(!connection->inTransaction());
    QCOMPARE(nameIn(book), QStringLiteral("new"));
}

void TestTransaction::rollsBackWhenLeft()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    {
        const Transaction transaction(*connection);
        QVERIFY(!connection->execute(rename(QStringLiteral("new"))));
    }
    QVERIFY(!connection->inTransaction());
    QCOMPARE(nameIn(book), QStringLiteral("Salon Test"));
    Transaction next(*connection);
    QVERIFY(!next.beginError());
    QVERIFY(!connection->execute(rename(QStringLiteral("newer"))));
    QVERIFY(!next.commit());
    QCOMPARE(nameIn(book), QStringLiteral("newer"));
}

/// Where assertions are compiled in, a nested transaction ends the program; elsewhere it is refused.
void TestTransaction::nestingAsserts()
{
    const TestDatabase book(Dialect::Sqlite);
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit noCore{0, 0};
        ::setrlimit(RLIMIT_CORE, &noCore);
        ::signal(SIGABRT, SIG_DFL);
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        const auto connection = book.connect();
        const Transaction outer(*connection);
        const Transaction inner(*connection);
        ::_exit(inner.beginError() ? 7 : 0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
#ifdef QT_NO_DEBUG
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 7);
#else
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGABRT);
#endif
}

/// exec("COMMIT") answers true for a transaction that PostgreSQL has rolled back.
void TestTransaction::reportsTheCommitOfAnAbortedTransaction()
{
    const TestDatabase book(Dialect::Postgresql);
    const auto connection = book.connect();
    {
        Transaction transaction(*connection);
        QVERIFY(!connection->execute(rename(QStringLiteral("new"))));
        QCOMPARE(connection->execute(QStringLiteral("INSERT INTO business (id, name) VALUES (2, 'x')")).kind,
                 Kind::Rule);
        const StorageError error = transaction.commit();
        QCOMPARE(error.kind, Kind::Rule); // what went wrong first, not "transaction aborted"
    }
    QCOMPARE(nameIn(book), QStringLiteral("Salon Test"));
    QVERIFY(!connection->execute(rename(QStringLiteral("newer"))));
}

void TestTransaction::reportsTheCommitOfAnUnseenFailure()
{
    const TestDatabase book(Dialect::Postgresql);
    const auto connection = book.connect();
    {
        Transaction transaction(*connection);
        QVERIFY(!connection->execute(rename(QStringLiteral("new"))));
        QVERIFY(!QSqlQuery(connection->database()).exec(QStringLiteral("SELECT 1/0"))); // as a table model would
        QCOMPARE(transaction.commit().kind, Kind::Other);
    }
    QVERIFY(!connection->isLost());
    QCOMPARE(nameIn(book), QStringLiteral("Salon Test"));
    QVERIFY(!connection->execute(rename(QStringLiteral("newer"))));
}

/// BEGIN, two statements and COMMIT: whichever fails, nothing is stored, and the connection goes on.
void TestTransaction::failsAtEachStatement()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    int failures = 0;
    for (int n = 1; n < 10; ++n) {
        connection->failStatement(n);
        const StorageError error = withRetry(*connection, 1, [&] {
            const StorageError first = connection->execute(rename(QStringLiteral("half")));
            return first ? first : connection->execute(rename(QStringLiteral("whole")));
        });
        QVERIFY(!connection->inTransaction());
        if (!error) {
            break;
        }
        ++failures;
        QCOMPARE(error.kind, Kind::Other);
        QCOMPARE(nameIn(book), QStringLiteral("Salon Test"));
    }
    QCOMPARE(failures, 4);
    QCOMPARE(nameIn(book), QStringLiteral("whole"));
}

void TestTransaction::aLockThatIsNotHadInTimeIsBusy()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto holder = book.connect();
    const auto waiter = book.connect();
    QVERIFY(!waiter->setPatience(4s, 50ms));
    const Transaction held(*holder);
    QVERIFY(!holder->execute(rename(QStringLiteral("held"))));
    QCOMPARE(waiter->execute(rename(QStringLiteral("waited"))).kind, Kind::Busy);
}

/// With a deferred BEGIN this write fails at once with SQLITE_BUSY_SNAPSHOT (517), whatever the busy timeout.
void TestTransaction::readsThenWritesBesideAnotherWriterOnSqlite()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto connection = book.connect();
    const auto other = book.connect();
    QVERIFY(!other->setPatience(0s, 1ms));
    Transaction transaction(*connection);
    QVERIFY(!connection->run(QStringLiteral("business_exists")).error);
    QCOMPARE(other->execute(rename(QStringLiteral("other"))).kind, Kind::Busy);
    QVERIFY(!connection->execute(rename(QStringLiteral("mine"))));
    QVERIFY(!transaction.commit());
    QCOMPARE(nameIn(book), QStringLiteral("mine"));
}

void TestTransaction::aFullDiskAtCommitIsToldOnSqlite()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto connection = book.connect();
    {
        Transaction transaction(*connection);
        QVERIFY(!connection->execute(rename(QStringLiteral("new"))));
        const FullDisk full;
        const StorageError error = transaction.commit();
        QCOMPARE(error.kind, Kind::Other);
        QVERIFY2(error.isDiskFull(), qPrintable(error.code + error.text));
        QVERIFY2(error.text.contains(QStringLiteral("Free some space")), qPrintable(error.text));
    }
    QCOMPARE(nameIn(book), QStringLiteral("Salon Test"));
    QVERIFY(!connection->execute(rename(QStringLiteral("newer"))));
    QCOMPARE(nameIn(book), QStringLiteral("newer"));
}

void TestTransaction::aFullFileIsToldOnSqlite()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto connection = book.connect();
    QVERIFY(!connection->execute(QStringLiteral("PRAGMA max_page_count = 1"))); // no less than the file has: no growth
    {
        Transaction transaction(*connection);
        const StorageError error =
            connection->execute(QStringLiteral("CREATE TABLE big AS SELECT randomblob(1000000) AS x"));
        QCOMPARE(error.kind, Kind::Other);
        QVERIFY(error.isDiskFull());
    }
    QVERIFY(!connection->execute(QStringLiteral("SELECT count(*) FROM business")));
}

void TestTransaction::killedInsideATransaction()
{
    const TestDatabase book(Dialect::Postgresql);
    const auto connection = book.connect();
    Transaction transaction(*connection);
    QSqlQuery query;
    QVERIFY(!connection->ask(QStringLiteral("SELECT pg_backend_pid()"), query) && query.next());
    QVERIFY(!connection->execute(rename(QStringLiteral("new"))));
    QVERIFY(!book.typed(QStringLiteral("SELECT pg_terminate_backend(%1, 5000)").arg(query.value(0).toInt())).error);
    QCOMPARE(transaction.commit().kind, Kind::Unreachable);
    QVERIFY(connection->isLost());
    QCOMPARE(nameIn(book), QStringLiteral("Salon Test"));
}

void TestTransaction::retriesWhatIsBusy()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    int runs = 0;
    const StorageError error = withRetry(*connection, 5, [&] {
        ++runs;
        if (runs < 3) {
            connection->failStatement(1, Kind::Busy);
        }
        return connection->execute(rename(QStringLiteral("run %1").arg(runs)));
    });
    QVERIFY2(!error, qPrintable(error.text));
    QCOMPARE(runs, 3);
    QCOMPARE(nameIn(book), QStringLiteral("run 3"));
    QCOMPARE(book.typed(QStringLiteral("SELECT version FROM business")).value.toInt(),
             2); // the others were rolled back
}

void TestTransaction::retriesNoMoreThanItsBound()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    const auto holder = book.connect();
    QVERIFY(!connection->setPatience(4s, 20ms));
    const Transaction held(*holder);
    QVERIFY(!holder->execute(rename(QStringLiteral("held"))));
    for (const int bound : {1, 3}) {
        int begun = 0;
        connection->failStatement(0);
        const StorageError error = withRetry(*connection, bound, [&] {
            ++begun;
            return connection->execute(rename(QStringLiteral("new")));
        });
        QCOMPARE(error.kind, Kind::Busy);
        // On SQLite BEGIN IMMEDIATE itself is what waits.
        QCOMPARE(begun, dialect == Dialect::Sqlite ? 0 : bound);
    }
    int tries = 0;
    QVERIFY(!held.beginError());
    const auto free = [&] {
        ++tries;
        StorageError busy;
        busy.kind = Kind::Busy;
        return busy;
    };
    const TestDatabase quiet(dialect);
    const auto alone = quiet.connect();
    QCOMPARE(withRetry(*alone, 4, free).kind, Kind::Busy);
    QCOMPARE(tries, 4);
}

void TestTransaction::retriesNothingElse()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    for (const Kind kind :
         {Kind::Stale, Kind::Taken, Kind::Gone, Kind::Forbidden, Kind::Rule, Kind::Unreachable, Kind::Other}) {
        int runs = 0;
        const StorageError error = withRetry(*connection, 5, [&] {
            ++runs;
            StorageError wrong;
            wrong.kind = kind;
            return wrong;
        });
        QCOMPARE(int(error.kind), int(kind));
        QCOMPARE(runs, 1);
    }
}

/// Two transactions take two rows in opposite orders: PostgreSQL ends one of them, the retry brings it through.
void TestTransaction::retriesADeadlock()
{
    const TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    const auto lock = [](Connection& connection, int client) {
        return connection.execute(QStringLiteral("SELECT id FROM client WHERE id = %1 FOR UPDATE").arg(client));
    };
    QSemaphore firstHas;
    QSemaphore secondHas;
    std::atomic<int> runs{0};
    const auto work = [&](int own, int others, QSemaphore& has, QSemaphore& waitFor) {
        const auto connection = book.connect();
        bool met = false;
        return withRetry(*connection, 5, [&] {
            ++runs;
            const StorageError first = lock(*connection, own);
            has.release();
            if (!met) { // the second time nobody waits any more
                met = true;
                waitFor.acquire();
            }
            return first ? first : lock(*connection, others);
        });
    };
    StorageError one;
    std::thread thread([&] { one = work(1, 2, firstHas, secondHas); });
    const StorageError two = work(2, 1, secondHas, firstHas);
    thread.join();
    QVERIFY2(!one, qPrintable(one.text));
    QVERIFY2(!two, qPrintable(two.text));
    QCOMPARE(runs.load(), 3);
}

QTEST_GUILESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
