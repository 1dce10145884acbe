#include "models/storage/making_rights.h"

#include "tests/admin/admin_run.h"
#include "tests/support/private_cluster.h"
#include "tests/support/test_database.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

constexpr const char* secret = "hunter 2 & so";

QStringList init()
{
    return {QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("Salon")};
}

} // namespace

/// A cluster run as it should be: who makes books is no superuser, has a password and an empty cluster without our
/// roles to begin with. Each test begins where the one before ended.
class TestOwnerLogin : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void whatIsMissingIsNamedAndSuffices();
    void createDbAndCreateRoleDo();
    void theOwnerIsAnOrdinaryManagerAfterwards();
    void aSecondBookOfTheCluster();
    void aGivenDatabaseAndMembershipDo();
    void theWarningGoesWithThePower();
    void aDatabaseOfOthersNeedsTheirWord();
    void aSchemaOfOthersIsNamed();
    void aBackupByTheOwnerAndAManager();
    void aReceptionistsBackupIsRefused();

private:
    void asSuperuser(const QString& statements, const QString& database = QStringLiteral("postgres")) const;
    void makeLogin(const QString& login, const QString& rights = {}) const;
    [[nodiscard]] DatabaseUrl url(const QString& login, const QString& database) const;
    [[nodiscard]] QVariant only(const QString& database, const QString& sql) const;
    void addUser(const QString& name, const QString& group, const QString& login) const;

    std::unique_ptr<PrivateCluster> m_cluster;
};

void TestOwnerLogin::initTestCase()
{
    m_cluster = std::make_unique<PrivateCluster>();
}

void TestOwnerLogin::asSuperuser(const QString& statements, const QString& database) const
{
    DatabaseUrl server = m_cluster->url();
    server.setDatabase(database);
    const auto connection = Connection::open(server, Connection::SchemaCheck::Any).connection;
    QVERIFY(connection);
    QVERIFY(!connection->setPatience(std::chrono::seconds(60), std::chrono::seconds(60)));
    for (const QString& line : statements.split(u'\n')) { // CREATE DATABASE wants to be alone
        const StorageError error = connection->execute(line);
        QVERIFY2(!error, qPrintable(line + error.text));
    }
}

void TestOwnerLogin::makeLogin(const QString& login, const QString& rights) const
{
    asSuperuser(
        QStringLiteral("CREATE ROLE \"%1\" LOGIN PASSWORD '%2' %3").arg(login, QString::fromLatin1(secret), rights));
}

DatabaseUrl TestOwnerLogin::url(const QString& login, const QString& database) const
{
    DatabaseUrl result = m_cluster->url();
    result.setUser(login);
    result.setPassword(QString::fromLatin1(secret));
    result.setDatabase(database);
    return result;
}

QVariant TestOwnerLogin::only(const QString& database, const QString& sql) const
{
    DatabaseUrl server = m_cluster->url();
    server.setDatabase(database);
    const auto connection = Connection::open(server, Connection::SchemaCheck::Any).connection;
    QSqlQuery query;
    return connection && !connection->ask(sql, query) && query.next() ? query.value(0) : QVariant();
}

void TestOwnerLogin::addUser(const QString& name, const QString& group, const QString& login) const
{
    const AdminRun added = runAdmin(url(QStringLiteral("mara"), QStringLiteral("salon")),
                                    {QStringLiteral("user"), QStringLiteral("add"), name, QStringLiteral("--group"),
                                     group, QStringLiteral("--login"), login},
                                    QByteArray(secret) + '\n');
    QVERIFY2(added.exit == 0, qPrintable(added.text()));
}

/// The statements that the message names are typed by a superuser just as they stand there; then init works.
void TestOwnerLogin::whatIsMissingIsNamedAndSuffices()
{
    makeLogin(QStringLiteral("Mara-B"));
    const DatabaseUrl book = url(QStringLiteral("Mara-B"), QStringLiteral("first \"book\""));
    const AdminRun refused = runJson(book, init());
    QVERIFY2(refused.exit == 1, qPrintable(refused.text()));
    QCOMPARE(refused.object()[u"outcome"].toString(), QStringLiteral("forbidden"));
    QCOMPARE(refused.object()[u"rule"].toString(), QStringLiteral("missing_rights"));
    const QString statements = refused.object()[u"detail"].toString();
    QVERIFY2(statements.startsWith(QStringLiteral("CREATE DATABASE \"first \"\"book\"\"\" OWNER \"Mara-B\"")),
             qPrintable(statements));
    QVERIFY2(statements.contains(QStringLiteral("ALTER ROLE \"Mara-B\" CREATEROLE;")), qPrintable(statements));
    QCOMPARE(statements.split(u'\n').size(), 2);
    QVERIFY(!refused.text().contains(QLatin1StringView(secret)));
    const AdminRun text = runAdmin(book, init());
    QVERIFY2(text.err.contains(QStringLiteral("superuser")) && text.err.contains(statements), qPrintable(text.text()));

    asSuperuser(statements);
    const AdminRun made = runJson(book, init());
    QVERIFY2(made.exit == 0, qPrintable(made.text()));
    QCOMPARE(runAdmin(book, {QStringLiteral("check")}).exit, 0);
}

void TestOwnerLogin::createDbAndCreateRoleDo()
{
    makeLogin(QStringLiteral("mara"), QStringLiteral("CREATEDB CREATEROLE"));
    const DatabaseUrl book = url(QStringLiteral("mara"), QStringLiteral("salon"));
    const AdminRun made = runJson(book, init());
    QVERIFY2(made.exit == 0, qPrintable(made.text()));
    const AdminRun checked = runAdmin(book, {QStringLiteral("check")});
    QCOMPARE(checked.exit, 0);
    QVERIFY2(checked.err.contains(QStringLiteral("warning: person 1 (mara): the login mara has CREATEROLE")),
             qPrintable(checked.text()));
    QCOMPARE(runJson(book, {QStringLiteral("check")}).out.trimmed(), QStringLiteral("[]"));
    const AdminRun again = runJson(book, init());
    QCOMPARE(again.object()[u"rule"].toString(), QStringLiteral("exists"));
    const AdminRun migrated = runJson(book, {QStringLiteral("migrate")});
    QVERIFY2(migrated.exit == 0, qPrintable(migrated.text()));
}

/// What making the book took was given back: the guard's tables aren't hers to alter.
void TestOwnerLogin::theOwnerIsAnOrdinaryManagerAfterwards()
{
    const QString database = QStringLiteral("salon");
    QCOMPARE(only(database, QStringLiteral("SELECT string_agg(g.rolname, ',') FROM pg_auth_members m JOIN pg_roles g "
                                           "ON g.oid = m.roleid WHERE m.member = 'mara'::regrole"))
                 .toString(),
             QStringLiteral("frontdesk_manager"));
    QCOMPARE(only(database, QStringLiteral("SELECT string_agg(DISTINCT r.rolname, ',') FROM pg_class c JOIN pg_roles r "
                                           "ON r.oid = c.relowner WHERE c.relnamespace = 'public'::regnamespace"))
                 .toString(),
             QStringLiteral("frontdesk_owner"));
    QCOMPARE(only(database, QStringLiteral("SELECT has_schema_privilege('frontdesk_keeper', 'public', 'CREATE')")),
             QVariant(false));
    const auto connection = Connection::open(url(QStringLiteral("mara"), database)).connection;
    QVERIFY(connection);
    QCOMPARE(connection->execute(QStringLiteral("ALTER TABLE appointment DISABLE TRIGGER ALL")).kind,
             StorageError::Kind::Forbidden);
    QCOMPARE(connection->execute(QStringLiteral("DELETE FROM audit")).kind, StorageError::Kind::Forbidden);
    addUser(QStringLiteral("Nele"), QStringLiteral("manager"), QStringLiteral("nele"));
    addUser(QStringLiteral("Rita"), QStringLiteral("receptionist"), QStringLiteral("rita"));
    QCOMPARE(runAdmin(url(QStringLiteral("nele"), database), {QStringLiteral("services")}).exit, 0);
}

void TestOwnerLogin::aSecondBookOfTheCluster()
{
    const DatabaseUrl book = url(QStringLiteral("mara"), QStringLiteral("second"));
    const AdminRun made = runJson(book, init());
    QVERIFY2(made.exit == 0, qPrintable(made.text()));
    QCOMPARE(runAdmin(book, {QStringLiteral("check")}).exit, 0);
    QCOMPARE(runAdmin(url(QStringLiteral("mara"), QStringLiteral("salon")), {QStringLiteral("check")}).exit, 0);
    const QStringList third = init() << QStringLiteral("--json");
    int good = 0;
    for (const AdminRun& run : runTogether(url(QStringLiteral("mara"), QStringLiteral("third")), {third, third, third}))
        good += run.exit == 0 ? 1 : 0;
    QCOMPARE(good, 1);
}

/// The roles stand already: no CREATEROLE is asked for, and none is needed.
void TestOwnerLogin::aGivenDatabaseAndMembershipDo()
{
    makeLogin(QStringLiteral("plain"));
    asSuperuser(QStringLiteral("CREATE DATABASE given OWNER plain TEMPLATE template0"));
    const DatabaseUrl book = url(QStringLiteral("plain"), QStringLiteral("given"));
    const QString statements = runJson(book, init()).object()[u"detail"].toString();
    QVERIFY2(statements.startsWith(
                 QStringLiteral("GRANT frontdesk_owner, frontdesk_manager, frontdesk_keeper TO \"plain\";")) &&
                 !statements.contains(u'\n'),
             qPrintable(statements));
    asSuperuser(statements);
    const AdminRun made = runJson(book, init());
    QVERIFY2(made.exit == 0, qPrintable(made.text()));
    const AdminRun checked = runAdmin(book, {QStringLiteral("check")});
    QCOMPARE(checked.exit, 0);
    QVERIFY2(checked.err.contains(QStringLiteral("the login plain owns the book")), qPrintable(checked.text()));
}

/// Once nobody works with that login's power any more, nothing is left to warn of.
void TestOwnerLogin::theWarningGoesWithThePower()
{
    const DatabaseUrl book = url(QStringLiteral("nele"), QStringLiteral("salon"));
    QVERIFY(runAdmin(book, {QStringLiteral("check")}).err.contains(QStringLiteral("the login mara has CREATEROLE")));
    asSuperuser(QStringLiteral("ALTER ROLE mara NOCREATEROLE"));
    const AdminRun checked = runAdmin(book, {QStringLiteral("check")});
    asSuperuser(QStringLiteral("ALTER ROLE mara CREATEROLE"));
    QCOMPARE(checked.exit, 0);
    QVERIFY2(!checked.err.contains(QStringLiteral("warning")), qPrintable(checked.text()));
}

void TestOwnerLogin::aDatabaseOfOthersNeedsTheirWord()
{
    asSuperuser(QStringLiteral("CREATE DATABASE others TEMPLATE template0"));
    const DatabaseUrl book = url(QStringLiteral("mara"), QStringLiteral("others"));
    const QString statements = runJson(book, init()).object()[u"detail"].toString();
    QVERIFY2(statements.startsWith(QStringLiteral("ALTER DATABASE \"others\" OWNER TO \"mara\";")) &&
                 !statements.contains(u'\n'),
             qPrintable(statements));
    asSuperuser(statements);
    QCOMPARE(runAdmin(book, init()).exit, 0);
}

/// As pg_upgrade from 14 leaves it.
void TestOwnerLogin::aSchemaOfOthersIsNamed()
{
    asSuperuser(QStringLiteral("CREATE DATABASE old OWNER mara TEMPLATE template0"));
    asSuperuser(QStringLiteral("ALTER SCHEMA public OWNER TO postgres"), QStringLiteral("old"));
    const DatabaseUrl book = url(QStringLiteral("mara"), QStringLiteral("old"));
    const QString statements = runJson(book, init()).object()[u"detail"].toString();
    QVERIFY2(statements.startsWith(QStringLiteral("ALTER SCHEMA public OWNER TO pg_database_owner;")),
             qPrintable(statements));
    asSuperuser(statements, QStringLiteral("old"));
    QCOMPARE(runAdmin(book, init()).exit, 0);
}

void TestOwnerLogin::aBackupByTheOwnerAndAManager()
{
    const QTemporaryDir folder;
    for (const char* login : {"mara", "nele"}) {
        const QString file = folder.filePath(QString::fromLatin1(login));
        const DatabaseUrl book = url(QString::fromLatin1(login), QStringLiteral("salon"));
        const AdminRun done = runJson(book, {QStringLiteral("backup"), file});
        QVERIFY2(done.exit == 0, qPrintable(done.text()));
        asSuperuser(QStringLiteral("CREATE DATABASE copy_%1 TEMPLATE template0").arg(QLatin1StringView(login)));
        DatabaseUrl copy = m_cluster->url();
        copy.setDatabase(QStringLiteral("copy_") + QLatin1StringView(login));
        QProcess restore;
        restore.start(QStringLiteral("pg_restore"),
                      {QStringLiteral("--dbname=") + copy.text(), QStringLiteral("--exit-on-error"), file});
        QVERIFY(restore.waitForFinished(60000));
        QVERIFY2(restore.exitCode() == 0, restore.readAllStandardError().constData());
        QCOMPARE(runAdmin(copy, {QStringLiteral("check")}).exit, 0);
        QCOMPARE(only(copy.database(), QStringLiteral("SELECT count(*) FROM person")).toInt(), 3);
        const AdminRun added =
            runAdmin(copy, {QStringLiteral("user"), QStringLiteral("list")}); // the sequences came along: ids go on
        QCOMPARE(added.exit, 0);
    }
}

void TestOwnerLogin::aReceptionistsBackupIsRefused()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("backup"));
    const DatabaseUrl book = url(QStringLiteral("rita"), QStringLiteral("salon"));
    const AdminRun refused = runJson(book, {QStringLiteral("backup"), file});
    QVERIFY2(refused.exit == 1, qPrintable(refused.text()));
    QCOMPARE(refused.object()[u"outcome"].toString(), QStringLiteral("forbidden"));
    QVERIFY2(refused.object()[u"text"].toString().contains(QStringLiteral("manager")), qPrintable(refused.text()));
    QVERIFY(!QFile::exists(file));
    QVERIFY(QDir(folder.path()).isEmpty());
    const AdminRun migrate = runJson(book, {QStringLiteral("migrate")});
    QCOMPARE(migrate.exit, 0); // nothing to do asks for no rights
}

QTEST_GUILESS_MAIN(TestOwnerLogin)
#include "tst_owner_login.moc"
