#include "models/storage/create_book.h"
#include "models/storage/migrator.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_database.h"

#include <QFile>
#include <QTest>

#include <thread>

#include <sys/stat.h>

using frontdesk::Connection;
using frontdesk::createBook;
using frontdesk::CreatedBook;
using frontdesk::DatabaseUrl;
using frontdesk::Dialect;
using frontdesk::Migrator;
using frontdesk::OpenProblem;
using frontdesk::test::EmptyDatabase;
using frontdesk::test::FullDisk;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;

namespace
{

std::unique_ptr<Connection> openAny(const DatabaseUrl& url)
{
    return Connection::open(url, Connection::SchemaCheck::Any).connection;
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

} // namespace

class TestCreateBook : public QObject
{
    Q_OBJECT
private slots:
    void createsABook_data() { onBothDatabases(); }
    void createsABook();
    void createsTheDatabaseItself();
    void createsNoSecondBook_data() { onBothDatabases(); }
    void createsNoSecondBook();
    void createsAFileForItsOwnerAlone();
    void leavesOtherProgramsFilesAlone();
    void aFullDiskLeavesNoFile();
    void goesOnWhereAFailureLeftIt_data() { onBothDatabases(); }
    void goesOnWhereAFailureLeftIt();
    void severalAtOnceMakeOneBook_data() { onBothDatabases(); }
    void severalAtOnceMakeOneBook();
};

void TestCreateBook::createsABook()
{
    QFETCH(Dialect, dialect);
    const EmptyDatabase empty(dialect);
    const QString name = QStringLiteral("Salón \"美\" O'Neill");
    const CreatedBook created = createBook(empty.url(), name);
    QVERIFY2(created.kind == CreatedBook::Kind::Created, qPrintable(created.detail));
    const auto connection = Connection::open(empty.url()).connection;
    QVERIFY(connection);
    QSqlQuery query;
    QVERIFY(
        !connection->ask(
            QStringLiteral("SELECT b.name, p.id, p.name, p.person_group, p.role FROM business b, person p"), query) &&
        query.next());
    QCOMPARE(query.value(0).toString(), name);
    QCOMPARE(query.value(1).toInt(), 1);
    QCOMPARE(query.value(2).toString(), dialect == Dialect::Sqlite ? QStringLiteral("Owner") : empty.url().user());
    QCOMPARE(query.value(3).toString(), QStringLiteral("manager"));
    QCOMPARE(query.value(4).toString(), dialect == Dialect::Sqlite ? QString() : empty.url().user());
    QVERIFY(!query.next());
}

void TestCreateBook::createsTheDatabaseItself()
{
    DatabaseUrl url = frontdesk::test::testServer();
    url.setDatabase(frontdesk::test::uniqueTestName(QStringLiteral("fd new \"book\"")));
    const CreatedBook created = createBook(url, QStringLiteral("Salon"));
    const OpenProblem problem = Connection::open(url).problem;
    const auto server = openAny(frontdesk::test::testServer());
    const QString quoted = QString(url.database()).replace(u'"', QLatin1StringView("\"\""));
    QVERIFY(!server->execute(QStringLiteral("DROP DATABASE IF EXISTS \"%1\"").arg(quoted)));
    QVERIFY2(created.kind == CreatedBook::Kind::Created, qPrintable(created.detail));
    QCOMPARE(problem, OpenProblem::None);
}

void TestCreateBook::createsNoSecondBook()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    QCOMPARE(int(createBook(book.url(), QStringLiteral("Another")).kind), int(CreatedBook::Kind::Exists));
    QCOMPARE(only(book, "SELECT name FROM business").toString(), QStringLiteral("Salon Test"));
    QCOMPARE(only(book, "SELECT count(*) FROM person").toInt(), 1);
}

void TestCreateBook::createsAFileForItsOwnerAlone()
{
    const EmptyDatabase empty(Dialect::Sqlite);
    const mode_t before = ::umask(0);
    const CreatedBook created = createBook(empty.url(), QStringLiteral("Salon"));
    const auto connection = Connection::open(empty.url()).connection;
    ::umask(before);
    QVERIFY(created.kind == CreatedBook::Kind::Created && connection);
    QVERIFY(!connection->execute(QStringLiteral("UPDATE business SET name = 'x', version = version + 1")));
    for (const char* ending : {"", "-wal", "-shm"}) {
        struct stat facts = {};
        QCOMPARE(::stat(QFile::encodeName(empty.url().path() + QLatin1StringView(ending)).constData(), &facts), 0);
        QCOMPARE(int(facts.st_mode & 0777), 0600);
    }
}

void TestCreateBook::leavesOtherProgramsFilesAlone()
{
    const EmptyDatabase empty(Dialect::Sqlite);
    touch(empty.url());
    QVERIFY(!openAny(empty.url())->execute(QStringLiteral("CREATE TABLE recipes (name TEXT)")));
    QCOMPARE(int(createBook(empty.url(), QStringLiteral("Salon")).kind), int(CreatedBook::Kind::Foreign));
    const auto connection = openAny(empty.url());
    QSqlQuery query;
    QVERIFY(!connection->ask(QStringLiteral("SELECT count(*) FROM sqlite_schema"), query) && query.next());
    QCOMPARE(query.value(0).toInt(), 1);
    QCOMPARE(Connection::open(empty.url()).problem, OpenProblem::SchemaMissing);
}

void TestCreateBook::aFullDiskLeavesNoFile()
{
    const EmptyDatabase empty(Dialect::Sqlite);
    {
        const FullDisk full;
        const CreatedBook created = createBook(empty.url(), QStringLiteral("Salon"));
        QVERIFY(created.problem == OpenProblem::DiskFull || created.error.isDiskFull());
    }
    QVERIFY(!QFile::exists(empty.url().path()));
    QCOMPARE(int(createBook(empty.url(), QStringLiteral("Salon")).kind), int(CreatedBook::Kind::Created));
}

/// Migrated, but without person and business: a program was killed between.
void TestCreateBook::goesOnWhereAFailureLeftIt()
{
    QFETCH(Dialect, dialect);
    const EmptyDatabase empty(dialect);
    touch(empty.url());
    QVERIFY(!Migrator().migrate(*openAny(empty.url())).error);
    QCOMPARE(int(createBook(empty.url(), QStringLiteral("Salon")).kind), int(CreatedBook::Kind::Created));
    QCOMPARE(Connection::open(empty.url()).problem, OpenProblem::None);
}

void TestCreateBook::severalAtOnceMakeOneBook()
{
    QFETCH(Dialect, dialect);
    const EmptyDatabase empty(dialect);
    std::vector<CreatedBook> results(4);
    std::vector<std::thread> threads;
    for (CreatedBook& result : results) {
        threads.emplace_back([&] { result = createBook(empty.url(), QStringLiteral("Salon")); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    int made = 0;
    for (const CreatedBook& result : results) {
        QVERIFY2(result.kind == CreatedBook::Kind::Created || result.kind == CreatedBook::Kind::Exists,
                 qPrintable(frontdesk::codeOf(result.problem) + result.detail));
        made += result.kind == CreatedBook::Kind::Created ? 1 : 0;
    }
    QCOMPARE(made, 1);
    QCOMPARE(Connection::open(empty.url()).problem, OpenProblem::None);
    QCOMPARE(int(createBook(empty.url(), QStringLiteral("Salon")).kind), int(CreatedBook::Kind::Exists));
}

QTEST_GUILESS_MAIN(TestCreateBook)
#include "tst_create_book.moc"
