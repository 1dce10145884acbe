#include "models/storage/create_book.h"
#include "models/storage/server_diagnosis.h"
#include "tests/support/full_disk.h"
#include "tests/support/refusing_server.h"
#include "tests/support/test_database.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/fsuid.h>
#include <unistd.h>

using frontdesk::Connection;
using frontdesk::createBook;
using frontdesk::CreatedBook;
using frontdesk::DatabaseUrl;
using frontdesk::Dialect;
using frontdesk::FileSystem;
using frontdesk::OpenProblem;
using frontdesk::test::EmptyDatabase;
using frontdesk::test::FullDisk;
using frontdesk::test::onBothDatabases;
using frontdesk::test::RefusingServer;
using frontdesk::test::TestDatabase;
using frontdesk::test::testServer;
using frontdesk::test::uniqueTestName;

namespace
{

OpenProblem problemOf(const DatabaseUrl& url)
{
    return Connection::open(url).problem;
}

/// Root may write everywhere: as root this thread takes another user's rights on files while it lives.
class OrdinaryUser
{
public:
    OrdinaryUser() { set(65534); }
    ~OrdinaryUser() { set(0); }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

private:
    static void set(uid_t user)
    {
        if (::geteuid() == 0) {
            ::setfsuid(user);
        }
    }
};

/// The triggers of schema_migration refuse what a test wants to write there.
void dropGuards(Connection& connection)
{
    if (connection.dialect() == Dialect::Postgresql) {
        QVERIFY(!connection.execute(QStringLiteral("ALTER TABLE schema_migration DISABLE TRIGGER ALL")));
        return;
    }
    QSqlQuery query;
    QVERIFY(!connection.ask(
        QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'schema_migration'"),
        query));
    while (query.next()) {
        QVERIFY(!connection.execute(QStringLiteral("DROP TRIGGER ") + query.value(0).toString()));
    }
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Each reason why a book can't be opened is found and has a message of its own.
class TestOpen : public QObject
{
    Q_OBJECT
private slots:
    void findsNoFile();
    void findsWhatIsNoDatabase_data();
    void findsWhatIsNoDatabase();
    void findsAReadOnlyFile_data();
    void findsAReadOnlyFile();
    void findsANetworkFileSystem_data();
    void findsANetworkFileSystem();
    void findsAFullDisk();
    void findsTheSchemasAge_data() { onBothDatabases(); }
    void findsTheSchemasAge();
    void findsAMissingSchema_data() { onBothDatabases(); }
    void findsAMissingSchema();
    void findsNoServer();
    void findsWhyAServerRefuses_data();
    void findsWhyAServerRefuses();
    void findsNoDatabaseAndNoRole();
    void findsUnsafeSettings_data();
    void findsUnsafeSettings();
    void findsAnotherEncoding();
    void explainsEachProblem_data() { onBothDatabases(); }
    void explainsEachProblem();
};

void TestOpen::findsNoFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none.db"));
    QCOMPARE(problemOf(DatabaseUrl::sqliteFile(path)), OpenProblem::NoSuchFile);
    QVERIFY(!QFile::exists(path)); // it was not made by looking
    QCOMPARE(problemOf(DatabaseUrl::sqliteFile(folder.filePath(QStringLiteral("no/folder/x.db")))),
             OpenProblem::NoSuchFile);
}

void TestOpen::findsWhatIsNoDatabase_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a text") << QByteArray("Dear diary, ").repeated(1000);
    QTest::newRow("a short text") << QByteArray("hello");
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("the head alone") << QByteArray("SQLite format 3\0", 16) + QByteArray(4000, 'x');
}

void TestOpen::findsWhatIsNoDatabase()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("letter.db"));
    write(path, bytes);
    QCOMPARE(problemOf(DatabaseUrl::sqliteFile(path)), OpenProblem::NotADatabase);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes); // untouched
    QCOMPARE(problemOf(DatabaseUrl::sqliteFile(folder.path())), OpenProblem::NotADatabase);
}

void TestOpen::findsAReadOnlyFile_data()
{
    QTest::addColumn<bool>("folderToo");
    QTest::newRow("the file") << false;
    QTest::newRow("the folder, where the log would be made") << true;
}

void TestOpen::findsAReadOnlyFile()
{
    QFETCH(bool, folderToo);
    const TestDatabase book(Dialect::Sqlite);
    const QString path = book.url().path();
    const QString folder = QFileInfo(path).path();
    const auto readable =
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    const auto writable = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(QFile::setPermissions(path, folderToo ? readable | writable : readable));
    QVERIFY(QFile::setPermissions(folder, folderToo ? readable : readable | writable));
    OpenProblem problem = OpenProblem::None;
    {
        const OrdinaryUser user;
        problem = problemOf(book.url());
    }
    QVERIFY(QFile::setPermissions(folder, readable | writable));
    QCOMPARE(problem, OpenProblem::ReadOnly);
}

void TestOpen::findsANetworkFileSystem_data()
{
    QTest::addColumn<quint32>("magic");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("network");
    QTest::newRow("nfs") << 0x6969U << "nfs4" << true;
    QTest::newRow("cifs") << 0xFF534D42U << "cifs" << true;
    QTest::newRow("smb3") << 0xFE534D42U << "smb3" << true;
    QTest::newRow("ceph") << 0x00C36400U << "ceph" << true;
    QTest::newRow("sshfs") << 0x65735546U << "fuse.sshfs" << true;
    QTest::newRow("a local disk through fuse") << 0x65735546U << "fuseblk" << false;
    QTest::newRow("ext4") << 0xEF53U << "ext4" << false;
    QTest::newRow("tmpfs") << 0x01021994U << "tmpfs" << false;
    QTest::newRow("unknown") << 0U << "" << false;
}

void TestOpen::findsANetworkFileSystem()
{
    QFETCH(quint32, magic);
    QFETCH(QString, type);
    QFETCH(bool, network);
    const auto probe = [&](const QString&) { return FileSystem{magic, type}; };
    const TestDatabase book(Dialect::Sqlite);
    const auto opened = Connection::open(book.url(), Connection::SchemaCheck::Required, probe);
    QCOMPARE(opened.problem, network ? OpenProblem::NetworkFileSystem : OpenProblem::None);

    const EmptyDatabase empty(Dialect::Sqlite);
    const CreatedBook created = createBook(empty.url(), QStringLiteral("Salon"), probe);
    QCOMPARE(created.problem, network ? OpenProblem::NetworkFileSystem : OpenProblem::None);
    QCOMPARE(QFile::exists(empty.url().path()), !network);

    const FileSystem here = frontdesk::probeFileSystem(book.url().path());
    QVERIFY(here.magic != 0);
    QVERIFY(!here.type.isEmpty());
    QVERIFY(!frontdesk::isNetworkFileSystem(here));
}

void TestOpen::findsAFullDisk()
{
    const TestDatabase book(Dialect::Sqlite);
    {
        const FullDisk full;
        QCOMPARE(problemOf(book.url()), OpenProblem::DiskFull);
    }
    QCOMPARE(problemOf(book.url()), OpenProblem::None);
}

void TestOpen::findsTheSchemasAge()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const auto connection = Connection::open(book.url(), Connection::SchemaCheck::Any).connection;
    dropGuards(*connection);
    const auto set = [&](int number, int oldestProgram) {
        return connection->execute(QStringLiteral("UPDATE schema_migration SET number = %1, oldest_program = %2 "
                                                  "WHERE number = (SELECT max(number) FROM schema_migration)")
                                       .arg(number)
                                       .arg(oldestProgram));
    };
    QCOMPARE(problemOf(book.url()), OpenProblem::None);
    QVERIFY(!set(0, 0));
    QCOMPARE(problemOf(book.url()), OpenProblem::SchemaTooOld);
    QVERIFY(!set(9999, 9999));
    QCOMPARE(problemOf(book.url()), OpenProblem::SchemaTooNew);
    QVERIFY(Connection::open(book.url(), Connection::SchemaCheck::Any).connection);
    QVERIFY(!set(9999, 1)); // newer, but this program may still write
    QCOMPARE(problemOf(book.url()), OpenProblem::None);
}

void TestOpen::findsAMissingSchema()
{
    QFETCH(Dialect, dialect);
    const EmptyDatabase empty(dialect);
    if (dialect == Dialect::Sqlite) {
        write(empty.url().path(), {});
    }
    QCOMPARE(problemOf(empty.url()), OpenProblem::SchemaMissing);
}

void TestOpen::findsNoServer()
{
    QCOMPARE(problemOf(*DatabaseUrl::parse(QStringLiteral("postgresql://maya@127.0.0.1:1/book"))),
             OpenProblem::NoServer);
    QCOMPARE(problemOf(*DatabaseUrl::parse(QStringLiteral("postgresql:///book?host=/no/such/folder"))),
             OpenProblem::NoServer);
    const RefusingServer silent({}, {});
    QCOMPARE(problemOf(silent.url()), OpenProblem::NoServer);

    QTcpServer mute; // its backlog takes the connection, nobody answers
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(
        problemOf(*DatabaseUrl::parse(QStringLiteral("postgresql://maya@127.0.0.1:%1/book").arg(mute.serverPort()))),
        OpenProblem::NoServer);
    QVERIFY2(timer.elapsed() < 9000, qPrintable(QString::number(timer.elapsed())));
}

void TestOpen::findsWhyAServerRefuses_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<OpenProblem>("problem");
    QTest::newRow("wrong password, in German")
        << QByteArray("28P01") << QByteArray("Passwort-Authentifizierung für Benutzer »maya« fehlgeschlagen")
        << OpenProblem::WrongPassword;
    QTest::newRow("no such role, in French")
        << QByteArray("28000") << QByteArray("le rôle « maya » n'existe pas") << OpenProblem::MissingRole;
    QTest::newRow("may not connect") << QByteArray("42501") << QByteArray("permission denied for database")
                                     << OpenProblem::MissingRole;
    QTest::newRow("no such database, in Chinese")
        << QByteArray("3D000") << QByteArray("数据库 \"book\" 不存在") << OpenProblem::NoSuchDatabase;
    QTest::newRow("starting up") << QByteArray("57P03") << QByteArray("the database system is starting up")
                                 << OpenProblem::NoServer;
    QTest::newRow("no connection left") << QByteArray("53300") << QByteArray("too many connections")
                                        << OpenProblem::NoServer;
    QTest::newRow("its disk is full") << QByteArray("53100") << QByteArray("could not write") << OpenProblem::DiskFull;
    QTest::newRow("something else") << QByteArray("XX000") << QByteArray("28P01: 3D000: trap") << OpenProblem::Other;
}

void TestOpen::findsWhyAServerRefuses()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, message);
    QFETCH(OpenProblem, problem);
    const RefusingServer server(state, message + " hunter2");
    const auto opened = Connection::open(server.url(QStringLiteral("hunter2")));
    QCOMPARE(opened.problem, problem);
    QVERIFY(!opened.connection);
    QVERIFY2(opened.detail.contains(QString::fromUtf8(message)), qPrintable(opened.detail));
    QVERIFY2(!opened.detail.contains(QLatin1StringView("hunter2")), qPrintable(opened.detail));
}

void TestOpen::findsNoDatabaseAndNoRole()
{
    const TestDatabase book(Dialect::Postgresql);
    DatabaseUrl url = book.url();
    url.setDatabase(QStringLiteral("no such \"database\""));
    QCOMPARE(problemOf(url), OpenProblem::NoSuchDatabase);

    const QString role = uniqueTestName(QStringLiteral("fd_role"));
    url = book.url();
    url.setUser(role);
    QCOMPARE(problemOf(url), OpenProblem::MissingRole);
    QVERIFY(!book.typed(QStringLiteral("CREATE ROLE %1 LOGIN").arg(role)).error);
    const OpenProblem withoutGroup = problemOf(url);
    QVERIFY(!book.typed(QStringLiteral("ALTER ROLE %1 NOLOGIN").arg(role)).error);
    const OpenProblem disabled = problemOf(url);
    QVERIFY(!book.typed(QStringLiteral("DROP ROLE %1").arg(role)).error);
    QCOMPARE(withoutGroup, OpenProblem::MissingRole); // it may log in and see nothing
    QCOMPARE(disabled, OpenProblem::MissingRole);
}

void TestOpen::findsUnsafeSettings_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<OpenProblem>("problem");
    QTest::newRow("commit") << "synchronous_commit = off" << OpenProblem::UnsafeCommit;
    QTest::newRow("commit on this server alone") << "synchronous_commit = local" << OpenProblem::None;
    QTest::newRow("strings") << "standard_conforming_strings = off" << OpenProblem::NonStandardStrings;
    QTest::newRow("read-only, as on a standby") << "default_transaction_read_only = on" << OpenProblem::ReadOnly;
}

void TestOpen::findsUnsafeSettings()
{
    QFETCH(QString, setting);
    QFETCH(OpenProblem, problem);
    const TestDatabase book(Dialect::Postgresql);
    QVERIFY(!book.typed(QStringLiteral("ALTER DATABASE %1 SET %2").arg(book.url().database(), setting)).error);
    QCOMPARE(problemOf(book.url()), problem);
}

void TestOpen::findsAnotherEncoding()
{
    const TestDatabase server(Dialect::Postgresql);
    for (const char* encoding : {"SQL_ASCII", "LATIN1"}) {
        DatabaseUrl url = server.url();
        url.setDatabase(uniqueTestName(QStringLiteral("fd_encoding")));
        QVERIFY(!server
                     .typed(QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING '%2' LOCALE 'C'")
                                .arg(url.database(), QLatin1StringView(encoding)))
                     .error);
        const OpenProblem problem = problemOf(url);
        const CreatedBook created = createBook(url, QStringLiteral("Salon"));
        // The sessions that looked may still be on their way out.
        QVERIFY(!server.typed(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(url.database())).error);
        QCOMPARE(problem, OpenProblem::NotUtf8);
        QCOMPARE(created.problem, OpenProblem::NotUtf8);
    }
}

void TestOpen::explainsEachProblem()
{
    QFETCH(Dialect, dialect);
    const auto url = dialect == Dialect::Sqlite
                         ? DatabaseUrl::sqliteFile(QStringLiteral("/srv/book.db"))
                         : *DatabaseUrl::parse(QStringLiteral("postgresql://maya:hunter2@db.example/book"));
    QStringList codes;
    QStringList texts;
    for (int i = 1; i <= int(OpenProblem::Other); ++i) {
        const auto problem = OpenProblem(i);
        const QString text = frontdesk::explain(problem, url);
        QVERIFY2(text.size() > 20, qPrintable(frontdesk::codeOf(problem)));
        QVERIFY(!text.contains(QLatin1StringView("hunter2")));
        QVERIFY(!text.contains(u'%'));
        codes += frontdesk::codeOf(problem);
        texts += text;
    }
    QCOMPARE(codes.removeDuplicates(), 0);
    QCOMPARE(texts.removeDuplicates(), 0);
    QVERIFY(frontdesk::explain(OpenProblem::None, url).isEmpty());
}

QTEST_GUILESS_MAIN(TestOpen)
#include "tst_open.moc"
