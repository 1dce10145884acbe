#include "models/storage/migrator.h"
#include "tests/support/test_database.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <thread>

using frontdesk::Connection;
using frontdesk::DatabaseUrl;
using frontdesk::Dialect;
using frontdesk::Migration;
using frontdesk::Migrator;
using frontdesk::OpenProblem;
using frontdesk::StorageError;
using frontdesk::test::EmptyDatabase;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;
using Kind = frontdesk::StorageError::Kind;

namespace
{

std::unique_ptr<Connection> openAny(const DatabaseUrl& url)
{
    return Connection::open(url, Connection::SchemaCheck::Any).connection;
}

/// The program's migrations and one more, as the next release might bring: a column, its values by a step in C++.
std::vector<Migration> withNext(const QString& lastText = {})
{
    std::vector<Migration> migrations = frontdesk::programMigrations();
    Migration next;
    next.number = frontdesk::programSchema() + 1;
    next.name = QStringLiteral("nickname's");
    next.oldestProgram = 1;
    next.postgresql = QStringList{
        QStringLiteral(
            "ALTER TABLE client ADD COLUMN nickname TEXT NOT NULL DEFAULT ''; CREATE TABLE first (x BIGINT)"),
        lastText};
    next.sqlite = QStringList{
        QStringLiteral(
            "ALTER TABLE client ADD COLUMN nickname TEXT NOT NULL DEFAULT ''; CREATE TABLE first (x INTEGER)"),
        lastText};
    next.postgresql.removeAll(QString());
    next.sqlite.removeAll(QString());
    next.step = [](Connection& connection) {
        return connection.execute(QStringLiteral("INSERT INTO first SELECT count(*) FROM client"));
    };
    migrations.push_back(next);
    return migrations;
}

QVariant only(const TestDatabase& book, const char* sql)
{
    return book.typed(QString::fromLatin1(sql)).value;
}

/// Makes the file or, on PostgreSQL, nothing: the database is there.
void touch(const DatabaseUrl& url)
{
    if (url.dialect() == Dialect::Sqlite) {
        QFile file(url.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
}

/// What the second process of a test does.
int migrateAsProcess(const QString& text)
{
    const auto url = DatabaseUrl::parse(text);
    const auto connection = url ? openAny(*url) : nullptr;
    if (!connection) {
        return 2;
    }
    const Migrator::Done done = Migrator().migrate(*connection);
    return done.error || done.tooNew ? 1 : 0;
}

} // namespace

class TestMigrator : public QObject
{
    Q_OBJECT
private slots:
    void migrationsAreNumberedWithoutGaps();
    void plansAndMigrates_data() { onBothDatabases(); }
    void plansAndMigrates();
    void keepsTheDataOfTheFirstSchema_data() { onBothDatabases(); }
    void keepsTheDataOfTheFirstSchema();
    void refusesANewerSchema_data() { onBothDatabases(); }
    void refusesANewerSchema();
    void aFailureLeavesTheOldSchemaWhole_data();
    void aFailureLeavesTheOldSchemaWhole();
    void eachFailedStatementLeavesTheOldSchemaWhole_data() { onBothDatabases(); }
    void eachFailedStatementLeavesTheOldSchemaWhole();
    void findsReferencesThatAMigrationBreaks();
    void severalAtOnceMigrateOnce_data() { onBothDatabases(); }
    void severalAtOnceMigrateOnce();
    void twoProcessesAtOnceMigrateOnce_data() { onBothDatabases(); }
    void twoProcessesAtOnceMigrateOnce();
    void twoBooksOfOneClusterAtOnce();
};

void TestMigrator::migrationsAreNumberedWithoutGaps()
{
    int number = 0;
    for (const Migration& migration : frontdesk::programMigrations()) {
        QCOMPARE(migration.number, ++number);
        QVERIFY(!migration.name.isEmpty());
        QVERIFY(!migration.postgresql.isEmpty());
        QVERIFY(!migration.sqlite.isEmpty());
        QVERIFY(migration.oldestProgram >= 1 && migration.oldestProgram <= migration.number);
    }
    QVERIFY(number >= 1);
    QCOMPARE(frontdesk::programSchema(), number);
}

void TestMigrator::plansAndMigrates()
{
    QFETCH(Dialect, dialect);
    const EmptyDatabase empty(dialect);
    touch(empty.url());
    const auto connection = openAny(empty.url());
    QVERIFY(connection);
    const Migrator migrator;
    const Migrator::Plan before = migrator.plan(*connection);
    QVERIFY(!before.error);
    QCOMPARE(before.present, 0);
    QCOMPARE(before.numbers.size(), frontdesk::programMigrations().size());
    QCOMPARE(before.names.first(), QStringLiteral("book"));

    const Migrator::Done done = migrator.migrate(*connection);
    QVERIFY2(!done.error, qPrintable(done.error.text));
    QCOMPARE(done.numbers, before.numbers);
    const Migrator::Plan after = migrator.plan(*connection);
    QCOMPARE(after.present, frontdesk::programSchema());
    QVERIFY(after.numbers.empty());
    QVERIFY(migrator.migrate(*connection).numbers.empty());
    QCOMPARE(Connection::open(empty.url()).problem, OpenProblem::None);
}

void TestMigrator::keepsTheDataOfTheFirstSchema()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    book.fillSmallSalon();
    const QVariant names = only(book, "SELECT count(DISTINCT name) FROM client");
    const auto connection = openAny(book.url());
    const Migrator::Done done = Migrator(withNext()).migrate(*connection);
    QVERIFY2(!done.error, qPrintable(done.error.text));
    QCOMPARE(done.numbers, std::vector<int>{frontdesk::programSchema() + 1});
    QCOMPARE(only(book, "SELECT count(DISTINCT name) FROM client WHERE nickname = ''"), names);
    QCOMPARE(only(book, "SELECT x FROM first").toInt(), names.toInt()); // the step saw the rows
    QCOMPARE(only(book, "SELECT name FROM schema_migration ORDER BY number DESC LIMIT 1").toString(),
             QStringLiteral("nickname's"));
    QCOMPARE(only(book, "SELECT oldest_program FROM schema_migration ORDER BY number DESC LIMIT 1").toInt(), 1);
    QCOMPARE(Connection::open(book.url()).problem,
             OpenProblem::None); // this program may still write, says the migration
}

void TestMigrator::refusesANewerSchema()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = openAny(book.url());
    QVERIFY(!Migrator(withNext()).migrate(*connection).error);
    const Migrator::Plan plan = Migrator().plan(*connection);
    QVERIFY(plan.tooNew);
    QVERIFY(plan.numbers.empty());
    const Migrator::Done done = Migrator().migrate(*connection);
    QVERIFY(done.tooNew);
    QVERIFY(!done.error);
    QVERIFY(done.numbers.empty());
}

void TestMigrator::aFailureLeavesTheOldSchemaWhole_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("text");
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgresql}) {
        const char* name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
        QTest::addRow("syntax, %s", name)
            << dialect << "CREATE TABLE second (x INTEGER); CREATE TABEL third (x INTEGER)";
        QTest::addRow("data, %s", name) << dialect
                                        << "CREATE TABLE second (x INTEGER UNIQUE); INSERT INTO second VALUES (1), (1)";
    }
}

void TestMigrator::aFailureLeavesTheOldSchemaWhole()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, text);
    const TestDatabase book(dialect);
    book.fillSmallSalon();
    const auto connection = openAny(book.url());
    const Migrator::Done done = Migrator(withNext(text)).migrate(*connection);
    QVERIFY(done.error);
    QCOMPARE(done.failedAt, frontdesk::programSchema() + 1);
    QVERIFY(done.numbers.empty());
    QVERIFY(book.typed(QStringLiteral("SELECT nickname FROM client")).error);
    QVERIFY(book.typed(QStringLiteral("SELECT x FROM first")).error);
    QCOMPARE(only(book, "SELECT max(number) FROM schema_migration").toInt(), frontdesk::programSchema());
    QCOMPARE(only(book, "SELECT count(*) FROM client").toInt(), 5);
    // The connection and the book go on.
    QVERIFY(!connection->inTransaction());
    QVERIFY(!Migrator(withNext()).migrate(*connection).error);
}

void TestMigrator::eachFailedStatementLeavesTheOldSchemaWhole()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = openAny(book.url());
    int failures = 0;
    for (int n = 1; n < 40; ++n) {
        connection->failStatement(n);
        const Migrator::Done done = Migrator(withNext()).migrate(*connection);
        connection->failStatement(0);
        QVERIFY(!connection->inTransaction());
        if (!done.error) {
            break;
        }
        ++failures;
        if (done.numbers.empty()) { // else the last statement, after the commit, has failed
            QCOMPARE(only(book, "SELECT max(number) FROM schema_migration").toInt(), frontdesk::programSchema());
            QVERIFY(book.typed(QStringLiteral("SELECT nickname FROM client")).error);
        }
    }
    QVERIFY(failures >= 7);
    QCOMPARE(only(book, "SELECT max(number) FROM schema_migration").toInt(), frontdesk::programSchema() + 1);
    QVERIFY(!book.typed(QStringLiteral("SELECT nickname FROM client")).error);
}

/// foreign_keys is off while a migration runs, so that it may build a table anew; what it breaks is found before
/// COMMIT.
void TestMigrator::findsReferencesThatAMigrationBreaks()
{
    const TestDatabase book(Dialect::Sqlite);
    book.fillSmallSalon();
    const auto connection = openAny(book.url());
    const QString text =
        QStringLiteral("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a); "
                       "INSERT INTO b VALUES (7)");
    const Migrator::Done done = Migrator(withNext(text)).migrate(*connection);
    QCOMPARE(done.error.kind, Kind::Rule);
    QCOMPARE(done.error.rule, QStringLiteral("references"));
    QSqlQuery query;
    QVERIFY(!connection->ask(QStringLiteral("PRAGMA foreign_keys"), query) && query.next());
    QCOMPARE(query.value(0).toInt(), 1);
}

void TestMigrator::severalAtOnceMigrateOnce()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    std::vector<Migrator::Done> results(4);
    std::vector<std::thread> threads;
    for (Migrator::Done& result : results) {
        threads.emplace_back([&] {
            const auto connection = openAny(book.url());
            result = Migrator(withNext()).migrate(*connection);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    size_t ran = 0;
    for (const Migrator::Done& result : results) {
        QVERIFY2(!result.error, qPrintable(result.error.text));
        ran += result.numbers.size();
    }
    QCOMPARE(ran, size_t(1));
    QCOMPARE(only(book, "SELECT count(*) FROM first").toInt(), 1);
}

void TestMigrator::twoProcessesAtOnceMigrateOnce()
{
    QFETCH(Dialect, dialect);
    const EmptyDatabase empty(dialect);
    touch(empty.url());
    std::array<QProcess, 2> processes;
    for (QProcess& process : processes) {
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--migrate"), empty.url().text()});
    }
    for (QProcess& process : processes) {
        QVERIFY(process.waitForFinished(60000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 process.readAllStandardError().constData());
    }
    QCOMPARE(Connection::open(empty.url()).problem, OpenProblem::None);
}

/// Roles belong to the cluster: the first migrations of two books meet there.
void TestMigrator::twoBooksOfOneClusterAtOnce()
{
    std::array<std::unique_ptr<EmptyDatabase>, 4> databases;
    std::array<Migrator::Done, 4> results;
    std::vector<std::thread> threads;
    for (auto& database : databases) {
        database = std::make_unique<EmptyDatabase>(Dialect::Postgresql);
    }
    for (size_t i = 0; i < databases.size(); ++i) {
        threads.emplace_back([&, i] {
            const auto connection = openAny(databases.at(i)->url());
            results.at(i) = Migrator().migrate(*connection);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const Migrator::Done& result : results) {
        QVERIFY2(!result.error, qPrintable(result.error.text));
        QCOMPARE(result.numbers.size(), frontdesk::programMigrations().size());
    }
}

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == QLatin1StringView("--migrate")) {
        return migrateAsProcess(arguments.at(2));
    }
    TestMigrator test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migrator.moc"
