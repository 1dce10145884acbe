#include "models/storage/migrations.h"

#include "tests/admin/admin_run.h"
#include "tests/support/private_cluster.h"
#include "tests/support/test_database.h"

#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

AdminRun run(const char* program, const DatabaseUrl& book, const QStringList& words)
{
    return runTogether(book, {words}, QString::fromLatin1(program)).front();
}

QStringList migrate()
{
    return {QStringLiteral("migrate"), QStringLiteral("--json")};
}

/// How many rows each table has, what their versions add up to, and the schema's number, as text.
QString contents(const DatabaseUrl& url)
{
    const auto connection = Connection::open(url, Connection::SchemaCheck::Any).connection;
    QStringList lines;
    for (const char* table : {"person", "business", "location", "resource", "service", "client", "appointment"}) {
        QSqlQuery query;
        if (!connection ||
            connection->ask(
                QStringLiteral("SELECT count(*), sum(version), min(id), max(id) FROM %1").arg(QLatin1StringView(table)),
                query))
            return {};
        query.next();
        lines += QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(QLatin1StringView(table), query.value(0).toString(), query.value(1).toString(),
                          query.value(2).toString(), query.value(3).toString());
    }
    for (const char* table : {"claim", "audit", "audit_personal", "client_search", "schema_migration"}) {
        QSqlQuery query;
        if (connection->ask(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1StringView(table)), query))
            return {};
        query.next();
        lines += QStringLiteral("%1 %2").arg(QLatin1StringView(table), query.value(0).toString());
    }
    return lines.join(u'\n');
}

} // namespace

/// migrate from the first schema, with data in it, by a program that knows one migration more (later-admin).
class TestMigrateCommand : public QObject
{
    Q_OBJECT
private slots:
    void bringsABookWithDataUpToDate_data() { onBothDatabases(); }
    void bringsABookWithDataUpToDate()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const AdminRun demo = runAdmin(database.url(), {QStringLiteral("demo"), QStringLiteral("--appointments=800"),
                                                        QStringLiteral("--around=2026-11-23")});
        QVERIFY2(demo.exit == 0, qPrintable(demo.text()));
        const QString before = contents(database.url());
        QVERIFY(!before.isEmpty());

        const AdminRun refused = run("later-admin", database.url(), {QStringLiteral("services")});
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains(QStringLiteral("frontdesk-admin migrate")), qPrintable(refused.text()));
        const AdminRun dry =
            run("later-admin", database.url(), {QStringLiteral("migrate"), QStringLiteral("--dry-run")});
        QCOMPARE(dry.exit, 0);
        QVERIFY2(dry.out.contains(QStringLiteral("The schema is at 1")) &&
                     dry.out.contains(QStringLiteral("0002 later")),
                 qPrintable(dry.text()));
        QCOMPARE(contents(database.url()), before);

        const AdminRun done = run("later-admin", database.url(), {QStringLiteral("migrate")});
        QVERIFY2(done.exit == 0, qPrintable(done.text()));
        QVERIFY2(done.out.contains(QStringLiteral("0002 later")) && done.out.contains(QStringLiteral("Done.")),
                 qPrintable(done.text()));
        QCOMPARE(contents(database.url()),
                 QString(before).replace(QStringLiteral("schema_migration 1"), QStringLiteral("schema_migration 2")));
        const int clients = database.typed(QStringLiteral("SELECT count(*) FROM client")).value.toInt();
        QCOMPARE(database.typed(QStringLiteral("SELECT clients FROM later")).value.toInt(), clients);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM client WHERE nickname = ''")).value.toInt(),
                 clients);
        const AdminRun check = run("later-admin", database.url(), {QStringLiteral("check")});
        QVERIFY2(check.exit == 0, qPrintable(check.text()));
        const AdminRun again = run("later-admin", database.url(), migrate());
        QVERIFY(again.exit == 0 && again.object()[u"done"].toArray().isEmpty());

        // This program is the older one now.
        const AdminRun newer = runJson(database.url(), {QStringLiteral("migrate")});
        QCOMPARE(newer.exit, 1);
        QCOMPARE(newer.object()[u"rule"].toString(), QStringLiteral("schema_too_new"));
        QCOMPARE(runJson(database.url(), {QStringLiteral("services")}).object()[u"rule"].toString(),
                 QStringLiteral("schema_too_new"));
    }

    void ofSeveralAtOnceOneMigrates_data() { onBothDatabases(); }
    void ofSeveralAtOnceOneMigrates()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        qsizetype done = 0;
        for (const AdminRun& each :
             runTogether(database.url(), {migrate(), migrate(), migrate(), migrate()}, QStringLiteral("later-admin"))) {
            QVERIFY2(each.exit == 0, qPrintable(each.text()));
            QCOMPARE(each.object()[u"schema"].toInt(), programSchema() + 1);
            done += each.object()[u"done"].toArray().size();
        }
        QCOMPARE(done, 1);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM later")).value.toInt(), 1);
    }

    void aFailureLeavesTheOldBookWhole_data() { onBothDatabases(); }
    void aFailureLeavesTheOldBookWhole()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("demo"), QStringLiteral("--appointments=50")}).exit, 0);
        const QString before = contents(database.url());
        const AdminRun failed = run("broken-admin", database.url(), {QStringLiteral("migrate")});
        QVERIFY2(failed.exit == 1 || failed.exit == 3, qPrintable(failed.text()));
        QVERIFY2(failed.err.contains(QStringLiteral("Migration 2 failed and was undone")), qPrintable(failed.text()));
        QCOMPARE(contents(database.url()), before);
        QVERIFY(database.typed(QStringLiteral("SELECT nickname FROM client")).error);
        QVERIFY(database.typed(QStringLiteral("SELECT id FROM later")).error);
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("check")}).exit, 0); // this program goes on with it
        QCOMPARE(run("later-admin", database.url(), migrate()).exit, 0);
    }

    /// Who made the book migrates it, too; a receptionist is told what a superuser would type, and that does.
    void noSuperuserIsNeeded()
    {
        const PrivateCluster cluster;
        const auto server = Connection::open(cluster.url(), Connection::SchemaCheck::Any).connection;
        QVERIFY(server);
        QVERIFY(!server->execute(QStringLiteral("CREATE ROLE mara LOGIN PASSWORD 'pw' CREATEDB CREATEROLE")));
        DatabaseUrl book = cluster.url();
        book.setDatabase(QStringLiteral("salon"));
        book.setUser(QStringLiteral("mara"));
        book.setPassword(QStringLiteral("pw"));
        QCOMPARE(runAdmin(book, {QStringLiteral("init")}).exit, 0);
        const AdminRun rita = runAdmin(book,
                                       {QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("Rita"),
                                        QStringLiteral("--group=receptionist"), QStringLiteral("--login=rita")},
                                       "pw\n");
        QVERIFY2(rita.exit == 0, qPrintable(rita.text()));
        DatabaseUrl asRita = book;
        asRita.setUser(QStringLiteral("rita"));
        const AdminRun refused = run("later-admin", asRita, migrate());
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.object()[u"outcome"].toString(), QStringLiteral("forbidden"));
        const QString statement = refused.object()[u"detail"].toString();
        QVERIFY2(statement.startsWith(QStringLiteral("GRANT frontdesk_owner, frontdesk_keeper TO \"rita\";")),
                 qPrintable(refused.text()));
        const AdminRun done = run("later-admin", book, migrate());
        QVERIFY2(done.exit == 0, qPrintable(done.text()));
        QCOMPARE(run("later-admin", book, {QStringLiteral("check")}).exit, 0);
        QVERIFY(!server->execute(statement));
        QCOMPARE(run("later-admin", asRita, migrate()).exit, 0);
    }
};

QTEST_GUILESS_MAIN(TestMigrateCommand)
#include "tst_migrate_command.moc"
