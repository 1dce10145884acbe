#include "models/storage/connection.h"
#include "models/storage/retry.h"
#include "tests/support/test_database.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <chrono>
#include <thread>
#include <type_traits>

using frontdesk::ClientId;
using frontdesk::Connection;
using frontdesk::Dialect;
using frontdesk::PersonId;
using frontdesk::sqlValue;
using frontdesk::StorageError;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;
using Kind = frontdesk::StorageError::Kind;

/// Measured: four threads on copied handles gave 299 wrong answers. A connection can't be copied at all.
static_assert(!std::is_copy_constructible_v<Connection> && !std::is_copy_assignable_v<Connection>);
static_assert(!std::is_move_constructible_v<Connection> && !std::is_move_assignable_v<Connection>);

class TestConnection : public QObject
{
    Q_OBJECT
private slots:
    void runsAStatement_data() { onBothDatabases(); }
    void runsAStatement();
    void bindsEveryKindOfValue_data() { onBothDatabases(); }
    void bindsEveryKindOfValue();
    void wantsAValueForEachPlaceholder_data() { onBothDatabases(); }
    void wantsAValueForEachPlaceholder();
    void refusesUnstorableText_data() { onBothDatabases(); }
    void refusesUnstorableText();
    void refusesAnotherThread_data() { onBothDatabases(); }
    void refusesAnotherThread();
    void plantsFailures_data() { onBothDatabases(); }
    void plantsFailures();
    void losesAnswers_data() { onBothDatabases(); }
    void losesAnswers();
    void executesSeveralStatements_data() { onBothDatabases(); }
    void executesSeveralStatements();
    void setsWhatTheHazardsAskForOnSqlite();
    void waitsForAnotherWriterOfTheFile();
    void setsWhatTheHazardsAskForOnPostgresql();
    void leavesNoCursorOpenOnSqlite();
    void tellsAKilledBackend();
    void tellsAFileThatWasReplaced_data();
    void tellsAFileThatWasReplaced();
    void commitsNothingIntoAFileThatWasReplaced();
    void preparesAnewWhatAMigrationOutdated_data() { onBothDatabases(); }
    void preparesAnewWhatAMigrationOutdated();
    void showsNoPasswordAmongTheProcesses();
};

void TestConnection::runsAStatement()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    for (int round = 0; round < 3; ++round) { // prepared once, run again
        const auto result = connection->run(QStringLiteral("business_exists"));
        QVERIFY2(!result.error, qPrintable(result.error.text));
        QVERIFY(result.query->next());
        QCOMPARE(result.query->value(0).toInt(), 1);
        QVERIFY(!result.query->next());
    }
    const auto missing = connection->run(QStringLiteral("no_such_statement"));
    QCOMPARE(missing.error.kind, Kind::Other);
    QVERIFY(!missing.query);
}

void TestConnection::bindsEveryKindOfValue()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    const QString name = QStringLiteral("O'Neill \\ \"美玲\" 👩‍🦰; --");
    const QByteArray steps = R"([{"length":2700,"keeps":["staff"]}])";
    const auto inserted = connection->run(QStringLiteral("business_file_insert_service"),
                                          {{QStringLiteral("name"), name},
                                           {QStringLiteral("category"), QString()},
                                           {QStringLiteral("price_minor"), qint64(1) << 40},
                                           {QStringLiteral("currency"), QStringLiteral("EUR")},
                                           {QStringLiteral("colour"), QStringLiteral("#2f6fed")},
                                           {QStringLiteral("steps"), steps},
                                           {QStringLiteral("able"), QByteArray("[]")},
                                           {QStringLiteral("buffer_before"), 0},
                                           {QStringLiteral("buffer_after"), 60},
                                           {QStringLiteral("seats"), 1},
                                           {QStringLiteral("online"), true},
                                           {QStringLiteral("retired_at"), QVariant()},
                                           {QStringLiteral("changed_by"), sqlValue(PersonId(1))},
                                           {QStringLiteral("changed_desk"), sqlValue(ClientId())},
                                           {QStringLiteral("command_id"), QVariant()}});
    QVERIFY2(!inserted.error, qPrintable(inserted.error.text));
    QVERIFY(inserted.query->next());
    QSqlQuery read;
    QVERIFY(
        !connection->ask(QStringLiteral("SELECT name, category, price_minor, steps, online, retired_at, changed_desk "
                                        "FROM service WHERE id = %1")
                             .arg(inserted.query->value(0).toLongLong()),
                         read) &&
        read.next());
    QCOMPARE(read.value(0).toString(), name);
    QVERIFY(!read.isNull(1)); // an empty text is no NULL
    QCOMPARE(read.value(1).toString(), QString());
    QCOMPARE(read.value(2).toLongLong(), qint64(1) << 40);
    QCOMPARE(QJsonDocument::fromJson(read.value(3).toString().toUtf8()), QJsonDocument::fromJson(steps));
    QCOMPARE(read.value(4).toInt(), 1);
    QVERIFY(read.isNull(5));
    QVERIFY(read.isNull(6));
}

void TestConnection::wantsAValueForEachPlaceholder()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    const auto result = connection->run(QStringLiteral("business_insert"), {{QStringLiteral("other"), 1}});
    QCOMPARE(result.error.kind, Kind::Other);
    QVERIFY(result.error.text.contains(QLatin1StringView(":name")));
}

void TestConnection::refusesUnstorableText()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    const QString half = QStringLiteral("a") + QChar(0xD83D);
    const QVariantList values{QStringLiteral("a") + QChar(0) + QStringLiteral("b"), half,
                              QByteArray(R"({"a": "\u0000"})")};
    for (const QVariant& value : values) {
        const auto result = connection->run(QStringLiteral("business_insert"), {{QStringLiteral("name"), value}});
        QCOMPARE(result.error.kind, Kind::Rule);
        QCOMPARE(result.error.rule, QStringLiteral("text"));
    }
    QVERIFY(!connection->run(QStringLiteral("business_exists")).error);
}

void TestConnection::refusesAnotherThread()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    StorageError ran;
    StorageError executed;
    std::thread([&] {
        ran = connection->run(QStringLiteral("business_exists")).error;
        executed = connection->execute(QStringLiteral("SELECT 1"));
    }).join();
    QCOMPARE(ran.kind, Kind::Other);
    QCOMPARE(executed.kind, Kind::Other);
    QVERIFY(!connection->run(QStringLiteral("business_exists")).error);
}

void TestConnection::plantsFailures()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    const auto kind = [&] { return connection->run(QStringLiteral("business_exists")).error.kind; };
    connection->failStatement(3);
    QCOMPARE(kind(), Kind::None);
    QCOMPARE(kind(), Kind::None);
    QCOMPARE(kind(), Kind::Other);
    QCOMPARE(kind(), Kind::None);
    connection->failStatement(1, Kind::Busy);
    QCOMPARE(connection->execute(QStringLiteral("SELECT 1")).kind, Kind::Busy);
    connection->failStatement(1);
    connection->failStatement(0);
    QCOMPARE(kind(), Kind::None);
}

void TestConnection::losesAnswers()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    connection->loseAnswer(2);
    QVERIFY(!connection->execute(
        QStringLiteral("UPDATE business SET name = 'one', version = version + 1, changed_by = 1")));
    QCOMPARE(
        connection->execute(QStringLiteral("UPDATE business SET name = 'two', version = version + 1, changed_by = 1"))
            .kind,
        Kind::Unreachable);
    QCOMPARE(book.typed(QStringLiteral("SELECT name FROM business")).value.toString(), QStringLiteral("two"));
    QVERIFY(!connection->execute(QStringLiteral("SELECT 1")));
}

void TestConnection::executesSeveralStatements()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    QVERIFY(
        !connection->execute(QStringLiteral("CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1); SELECT x FROM a")));
    // An error of the last statement is seen although the first was good.
    const StorageError error =
        connection->execute(QStringLiteral("INSERT INTO a VALUES (2); SELECT x FROM no_such_table"));
    QCOMPARE(error.kind, Kind::Other);
    QVERIFY2(error.text.contains(QLatin1StringView("no_such_table")), qPrintable(error.text));
    QVERIFY(!connection->execute(QStringLiteral("DROP TABLE a")));
}

void TestConnection::setsWhatTheHazardsAskForOnSqlite()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto connection = book.connect();
    const auto pragma = [&](const char* name) {
        QSqlQuery query;
        return connection->ask(QStringLiteral("PRAGMA ") + QLatin1StringView(name), query) || !query.next()
                   ? QStringLiteral("?")
                   : query.value(0).toString();
    };
    QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
    QCOMPARE(pragma("synchronous"), QStringLiteral("2")); // FULL
    QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(pragma("page_size"), QStringLiteral("2048"));
}

/// Three seconds unless told otherwise; and soon at work when the other is done.
void TestConnection::waitsForAnotherWriterOfTheFile()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto connection = book.connect();
    const auto other = book.connect();
    const auto waited = [&](StorageError::Kind kind) {
        QElapsedTimer timer;
        timer.start();
        const frontdesk::Transaction transaction(*connection);
        return transaction.beginError().kind == kind ? timer.elapsed() : -1;
    };
    {
        const frontdesk::Transaction writing(*other);
        const qint64 usual = waited(Kind::Busy);
        QVERIFY2(usual >= 3000 && usual < 20000, qPrintable(QString::number(usual)));
        QVERIFY(!connection->setPatience(std::chrono::seconds(9), std::chrono::milliseconds(200)));
        const qint64 told = waited(Kind::Busy);
        QVERIFY2(told >= 200 && told < 3000, qPrintable(QString::number(told)));
        QVERIFY(!connection->setPatience(std::chrono::seconds(9), std::chrono::seconds(60)));
    }
    QVERIFY(waited(Kind::None) < 3000);
}

void TestConnection::setsWhatTheHazardsAskForOnPostgresql()
{
    const TestDatabase book(Dialect::Postgresql);
    const auto connection = book.connect();
    const auto setting = [&](const char* name) {
        QSqlQuery query;
        return connection->ask(QStringLiteral("SELECT current_setting('%1')").arg(QLatin1StringView(name)), query) ||
                       !query.next()
                   ? QStringLiteral("?")
                   : query.value(0).toString();
    };
    QCOMPARE(setting("statement_timeout"), QStringLiteral("4s"));
    QCOMPARE(setting("lock_timeout"), QStringLiteral("3s"));
    QCOMPARE(setting("idle_in_transaction_session_timeout"), QStringLiteral("5s"));
    QCOMPARE(setting("transaction_isolation"), QStringLiteral("read committed"));
    QCOMPARE(setting("client_encoding"), QStringLiteral("UNICODE")); // PostgreSQL's other name of UTF8
    QCOMPARE(setting("application_name"), QStringLiteral("frontdesk"));
    QCOMPARE(setting("search_path"), QStringLiteral("public,pg_temp"));
    QVERIFY(!connection->setPatience(std::chrono::milliseconds(0), std::chrono::seconds(60)));
    QCOMPARE(setting("statement_timeout"), QStringLiteral("0"));
    QCOMPARE(setting("lock_timeout"), QStringLiteral("1min"));
}

/// An open cursor would pin the snapshot: PRAGMA data_version then doesn't move for others' commits.
void TestConnection::leavesNoCursorOpenOnSqlite()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto connection = book.connect();
    const auto version = [&] {
        QSqlQuery query;
        return connection->ask(QStringLiteral("PRAGMA data_version"), query) || !query.next() ? -1
                                                                                              : query.value(0).toInt();
    };
    const auto read = connection->run(QStringLiteral("business_exists"));
    QVERIFY(!read.error);
    const int before = version();
    QVERIFY(!book.typed(QStringLiteral("UPDATE business SET name = 'x', version = version + 1")).error);
    QVERIFY(version() != before);
    QVERIFY(read.query->next()); // its rows were fetched, they are still there
}

void TestConnection::tellsAKilledBackend()
{
    const TestDatabase book(Dialect::Postgresql);
    const auto connection = book.connect();
    QVERIFY(!connection->run(QStringLiteral("business_exists")).error);
    QSqlQuery query;
    QVERIFY(!connection->ask(QStringLiteral("SELECT pg_backend_pid()"), query) && query.next());
    QVERIFY(!connection->isLost());
    QVERIFY(!book.typed(QStringLiteral("SELECT pg_terminate_backend(%1, 5000)").arg(query.value(0).toInt())).error);
    QCOMPARE(connection->run(QStringLiteral("business_exists")).error.kind, Kind::Unreachable);
    QVERIFY(connection->isLost());
    // From the second failure on QPSQL's errors are empty.
    QCOMPARE(connection->run(QStringLiteral("business_exists")).error.kind, Kind::Unreachable);
    QCOMPARE(connection->execute(QStringLiteral("SELECT 1")).kind, Kind::Unreachable);
    frontdesk::Transaction transaction(*connection);
    QCOMPARE(transaction.beginError().kind, Kind::Unreachable);
}

void TestConnection::tellsAFileThatWasReplaced_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("a backup restored over it") << "replaced";
    QTest::newRow("deleted") << "deleted";
    QTest::newRow("moved away") << "moved";
}

/// What is written into a file without a name is lost when the last program closes it, and SQLite says nothing.
void TestConnection::tellsAFileThatWasReplaced()
{
    QFETCH(QString, how);
    const TestDatabase book(Dialect::Sqlite);
    const TestDatabase backup(Dialect::Sqlite);
    const auto connection = book.connect();
    QVERIFY(!connection->run(QStringLiteral("business_exists")).error);
    const QString path = book.url().path();
    if (how == QLatin1StringView("deleted")) {
        QVERIFY(QFile::remove(path));
    } else {
        QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
    }
    if (how == QLatin1StringView("replaced")) {
        QVERIFY(QFile::rename(backup.url().path(), path));
    }
    QCOMPARE(connection->run(QStringLiteral("business_exists")).error.kind, Kind::Unreachable);
    QVERIFY(connection->isLost());
    frontdesk::Transaction transaction(*connection);
    QCOMPARE(transaction.beginError().kind, Kind::Unreachable);
    QCOMPARE(Connection::open(book.url()).problem,
             how == QLatin1StringView("replaced") ? frontdesk::OpenProblem::None : frontdesk::OpenProblem::NoSuchFile);
}

/// A transaction asks for the file when it begins and before it commits.
void TestConnection::commitsNothingIntoAFileThatWasReplaced()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto connection = book.connect();
    frontdesk::Transaction transaction(*connection);
    QVERIFY(!transaction.beginError());
    const QString path = book.url().path();
    QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
    QVERIFY(!connection->execute(QStringLiteral("UPDATE business SET name = 'lost', version = version + 1")));
    QCOMPARE(transaction.commit().kind, Kind::Unreachable);
    QVERIFY(connection->isLost());
}

void TestConnection::preparesAnewWhatAMigrationOutdated()
{
    QFETCH(Dialect, dialect);
    const bool sqlite = dialect == Dialect::Sqlite;
    const TestDatabase book(dialect);
    const auto connection = book.connect();
    const auto desks = QStringLiteral("desks_present");
    const auto migrate = [&](int length) {
        const auto typed =
            book.typed(sqlite ? QStringLiteral("ALTER TABLE desk ADD COLUMN room%1 TEXT").arg(length)
                              : QStringLiteral("ALTER TABLE desk ALTER COLUMN name TYPE VARCHAR(%1)").arg(length));
        QVERIFY2(!typed.error, qPrintable(typed.error.text));
    };
    QSqlQuery stock(connection->database());
    QVERIFY(stock.prepare(QStringLiteral("SELECT name FROM desk")) && stock.exec());
    stock.finish();
    QVERIFY(!connection->run(desks).error);
    migrate(100);
    QCOMPARE(stock.exec(), sqlite); // "cached plan must not change result type"
    stock.finish();
    QVERIFY(!connection->run(desks).error);
    QVERIFY(!connection->isLost());

    // In a transaction, which has failed then, it is Busy: the retry begins anew.
    migrate(101);
    int tries = 0;
    const StorageError error = frontdesk::withRetry(*connection, 3, [&] {
        ++tries;
        return connection->run(desks).error;
    });
    QVERIFY2(!error, qPrintable(error.text));
    QCOMPARE(tries, sqlite ? 1 : 2);
}

void TestConnection::showsNoPasswordAmongTheProcesses()
{
    const TestDatabase book(Dialect::Postgresql);
    auto url = book.url();
    url.setPassword(QStringLiteral("correct horse battery"));
    const auto opened = Connection::open(url);
    QVERIFY(opened.connection);
    for (const char* file : {"/proc/self/cmdline", "/proc/self/environ"}) {
        QFile text(QString::fromLatin1(file));
        QVERIFY(text.open(QIODevice::ReadOnly));
        QVERIFY(!text.readAll().contains("correct horse battery"));
    }
    const QString activity = QStringLiteral("SELECT string_agg(query || application_name, ' ') FROM pg_stat_activity");
    QVERIFY(!book.typed(activity).value.toString().contains(QLatin1StringView("correct horse battery")));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
