#include "tests/admin/admin_run.h"
#include "tests/support/private_cluster.h"
#include "tests/support/test_database.h"

#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

QStringList add(const QString& name, const QString& group, const QString& login = {})
{
    QStringList words{QStringLiteral("user"), QStringLiteral("add"), name, QStringLiteral("--group"), group};
    if (!login.isEmpty())
        words << QStringLiteral("--login") << login;
    return words;
}

} // namespace

/// user add, list, password, disable.
class TestUserCommands : public QObject
{
    Q_OBJECT
private slots:
    void aFileHasNamesAlone()
    {
        const TestDatabase database(Dialect::Sqlite);
        const AdminRun added =
            runAdmin(database.url(), add(QStringLiteral("Maya Lind"), QStringLiteral("receptionist")));
        QVERIFY2(added.exit == 0, qPrintable(added.text()));
        QVERIFY2(added.out.contains(QStringLiteral("only wall")), qPrintable(added.text()));
        const QJsonArray users = runJson(database.url(), {QStringLiteral("user"), QStringLiteral("list")}).array();
        QCOMPARE(users.size(), 2);
        QCOMPARE(users.at(1)[u"name"].toString(), QStringLiteral("Maya Lind"));
        QCOMPARE(users.at(1)[u"group"].toString(), QStringLiteral("receptionist"));
        QCOMPARE(
            runAdmin(database.url(), {QStringLiteral("user"), QStringLiteral("disable"), QStringLiteral("Maya Lind")})
                .exit,
            0);
        const AdminRun twice =
            runJson(database.url(), {QStringLiteral("user"), QStringLiteral("disable"), QStringLiteral("Maya Lind")});
        QCOMPARE(twice.exit, 1);
        QCOMPARE(twice.object()[u"rule"].toString(), QStringLiteral("unknown_name"));
        const AdminRun password = runAdmin(
            database.url(), {QStringLiteral("user"), QStringLiteral("password"), QStringLiteral("Owner")}, "x\n");
        QCOMPARE(password.exit, 1);
        QCOMPARE(runAdmin(database.url(), add(QStringLiteral("X"), QStringLiteral("boss"))).exit, 2);
    }

    void aLoginIsMadeWithThePasswordFromStandardInput()
    {
        const TestDatabase database(Dialect::Postgresql);
        const QString login = uniqueTestName(QStringLiteral("maya"));
        const AdminRun added =
            runAdmin(database.url(), add(QStringLiteral("Maya Lind"), QStringLiteral("receptionist"), login),
                     "s3cret pass\nmore\n");
        QVERIFY2(added.exit == 0, qPrintable(added.text()));
        QVERIFY(!added.text().contains(QStringLiteral("s3cret")));
        QVERIFY(
            database
                .typed(QStringLiteral("SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = '%1'")
                           .arg(login))
                .value.toBool());
        DatabaseUrl asMaya = database.url();
        asMaya.setUser(login);
        asMaya.setPassword(QStringLiteral("s3cret pass"));
        QCOMPARE(runAdmin(asMaya, {QStringLiteral("services")}).exit, 0);
        const AdminRun refused = runJson(
            asMaya, add(QStringLiteral("Eve"), QStringLiteral("manager"), uniqueTestName(QStringLiteral("eve"))));
        QCOMPARE(refused.exit, 1);

        const AdminRun disabled = runJson(database.url(), {QStringLiteral("user"), QStringLiteral("disable"), login});
        QVERIFY2(disabled.exit == 0, qPrintable(disabled.text()));
        const AdminRun out = runJson(asMaya, {QStringLiteral("services")});
        QVERIFY2(out.exit == 1, qPrintable(out.text()));
        QCOMPARE(out.object()[u"outcome"].toString(), QStringLiteral("forbidden"));
        const QJsonArray users = runJson(database.url(), {QStringLiteral("user"), QStringLiteral("list")}).array();
        QVERIFY(users.at(1)[u"disabled"].toBool());
        database.typed(QStringLiteral("DROP ROLE %1").arg(login));
    }

    void whatIsMissingAddsNobody()
    {
        const TestDatabase database(Dialect::Postgresql);
        const QString login = uniqueTestName(QStringLiteral("kai"));
        QCOMPARE(runAdmin(database.url(), add(QStringLiteral("Kai"), QStringLiteral("receptionist")), "pw\n").exit, 2);
        const AdminRun empty =
            runJson(database.url(), add(QStringLiteral("Kai"), QStringLiteral("receptionist"), login));
        QCOMPARE(empty.exit, 1);
        QCOMPARE(empty.object()[u"rule"].toString(), QStringLiteral("password"));
        const AdminRun wrong =
            runAdmin(database.url(),
                     add(QStringLiteral("Kai"), QStringLiteral("receptionist"), QStringLiteral("postgres")), "pw\n");
        QVERIFY2(wrong.exit == 1, qPrintable(wrong.text()));
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM person")).value.toInt(), 1);
    }

    void aReceptionistChangesNoServices()
    {
        const TestDatabase database(Dialect::Postgresql);
        database.fillSmallSalon();
        const QString login = uniqueTestName(QStringLiteral("rita"));
        QCOMPARE(
            runAdmin(database.url(), add(QStringLiteral("Rita"), QStringLiteral("receptionist"), login), "pw\n").exit,
            0);
        DatabaseUrl asRita = database.url();
        asRita.setUser(login);
        asRita.setPassword(QStringLiteral("pw"));
        const AdminRun load = runJson(asRita, {QStringLiteral("business"),
                                               QStringLiteral(FRONTDESK_SOURCE "/tests/interchange/data/salon.json")});
        QVERIFY2(load.exit == 1, qPrintable(load.text()));
        QCOMPARE(load.object()[u"outcome"].toString(), QStringLiteral("forbidden"));
        const AdminRun booked =
            runJson(asRita, {QStringLiteral("book"), QStringLiteral("--service"), QStringLiteral("Haircut"),
                             QStringLiteral("--staff"), QStringLiteral("Ana"), QStringLiteral("--at"), at("10:00"),
                             QStringLiteral("--client"), QStringLiteral("1")});
        QVERIFY2(booked.exit == 0, qPrintable(booked.text()));
        const QString id = QString::number(booked.object()[u"id"].toInt());
        QCOMPARE(runJson(asRita, {QStringLiteral("show"), id}).object()[u"changed_by"].toString(),
                 QStringLiteral("Rita"));
        const AdminRun other =
            runJson(asRita, {QStringLiteral("cancel"), id, QStringLiteral("--reason=r"),
                             QStringLiteral("--if-version=1"), QStringLiteral("--person"), QStringLiteral("1")});
        QCOMPARE(other.exit, 1);
        database.typed(QStringLiteral("DROP ROLE %1").arg(login));
    }

    void thePasswordOpensTheBook()
    {
        const PrivateCluster cluster;
        DatabaseUrl book = cluster.url();
        book.setDatabase(QStringLiteral("salon"));
        QCOMPARE(runAdmin(book, {QStringLiteral("init")}).exit, 0);
        QCOMPARE(runAdmin(book, add(QStringLiteral("Maya"), QStringLiteral("manager"), QStringLiteral("maya")),
                          "first pass\n")
                     .exit,
                 0);
        DatabaseUrl asMaya = book;
        asMaya.setUser(QStringLiteral("maya"));
        asMaya.setPassword(QStringLiteral("guessed"));
        const AdminRun wrong = runJson(asMaya, {QStringLiteral("services")});
        QVERIFY2(wrong.exit == 1, qPrintable(wrong.text()));
        QCOMPARE(wrong.object()[u"rule"].toString(), QStringLiteral("wrong_password"));
        QVERIFY(!wrong.text().contains(QStringLiteral("guessed")));
        asMaya.setPassword(QStringLiteral("first pass"));
        QCOMPARE(runAdmin(asMaya, {QStringLiteral("services")}).exit, 0);
        const AdminRun own =
            runAdmin(asMaya, add(QStringLiteral("Kai"), QStringLiteral("receptionist"), QStringLiteral("kai")), "pw\n");
        QVERIFY2(own.exit == 0, qPrintable(own.text()));
        const AdminRun self =
            runJson(asMaya, {QStringLiteral("user"), QStringLiteral("disable"), QStringLiteral("maya")});
        QVERIFY2(self.exit == 1, qPrintable(self.text()));
        const AdminRun changed = runAdmin(
            book, {QStringLiteral("user"), QStringLiteral("password"), QStringLiteral("maya")}, "second pass\n");
        QVERIFY2(changed.exit == 0, qPrintable(changed.text()));
        QCOMPARE(runAdmin(asMaya, {QStringLiteral("services")}).exit, 1);
        asMaya.setPassword(QStringLiteral("second pass"));
        QCOMPARE(runAdmin(asMaya, {QStringLiteral("services")}).exit, 0);
    }
};

QTEST_GUILESS_MAIN(TestUserCommands)
#include "tst_user_commands.moc"
