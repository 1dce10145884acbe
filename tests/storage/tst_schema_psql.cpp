#include "tests/storage/schema_shell.h"
#include "tests/support/test_database.h"

#include <QTest>

#include <map>

namespace frontdesk::test
{

/// psql by hand, logged in as a person of each group.
class TestSchemaPsql : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void allowed_data();
    void allowed();
    void refused_data();
    void refused();
    void refusalsCarryTheirCodeAndFacts();
    void theServerNamesAPersonAndTakesItsGroup();
    void aDisabledPersonIsOut();
    void ownsNothingAndNobodyLogsInAsOwner();

private:
    [[nodiscard]] ShellAnswer typedAs(const QString& group, QString statements) const;

    std::unique_ptr<TestDatabase> m_book;
    std::map<QString, QString> m_logins; ///< by group
    std::map<QString, QString> m_ids;
};

ShellAnswer TestSchemaPsql::typedAs(const QString& group, QString statements) const
{
    DatabaseUrl url = m_book->url();
    url.setUser(m_logins.at(group));
    return psqlShell(url, statements.replace(QStringLiteral("{me}"), m_ids.at(group)));
}

void TestSchemaPsql::initTestCase()
{
    m_book = std::make_unique<TestDatabase>(Dialect::Postgresql);
    m_book->fillSmallSalon();
    const QString key = QString(43, u'A') + u'=';
    for (const char* name : {"receptionist", "manager", "auditor", "online"}) {
        const QString group = QString::fromLatin1(name);
        m_logins[group] = uniqueTestName(QStringLiteral("shell"));
        const TestDatabase::Typed made = m_book->typed(
            QStringLiteral(
                "SELECT create_person('%1', '%1', '%2', 'SCRAM-SHA-256$4096:AAAAAAAAAAAAAAAAAAAAAA==$%3:%3')")
                .arg(group, m_logins[group], key));
        QVERIFY2(!made.error, qPrintable(made.error.text));
        m_ids[group] = made.value.toString();
    }
}

void TestSchemaPsql::cleanupTestCase()
{
    const DatabaseUrl server = testServer();
    m_book.reset();
    for (const auto& [group, login] : m_logins) {
        QCOMPARE(psqlShell(server, QStringLiteral("DROP ROLE %1;").arg(login)).errors, QString());
    }
}

void TestSchemaPsql::allowed_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("statement");
    const auto row = [](const char* name, const char* group, const char* sql) {
        QTest::newRow(name) << QString::fromLatin1(group) << QString::fromUtf8(sql);
    };
    row("a receptionist books", "receptionist",
        "INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, zone, "
        "buffer_after, takes, "
        "currency, status, changed_by) VALUES (1, 1, 1, 1, 2000000000, 2000002700, '', 'Europe/Berlin', 300, "
        "'[{\"resource\":1,\"from\":0,\"to\":3000,\"units\":1}]', 'EUR', 'booked', {me}) RETURNING id, version;");
    row("a receptionist keeps a place and lets go", "receptionist",
        "INSERT INTO desk_hold (desk, person_id, location_id, starts_at, ends_at, takes, held_until) VALUES ('Desk', "
        "{me}, 1, 2000100000, "
        "2000103600, '[{\"resource\":2,\"from\":0,\"to\":3600,\"units\":1}]', unixepoch() + 90); DELETE FROM "
        "desk_hold;");
    row("a receptionist locks several at once", "receptionist",
        "BEGIN; SELECT lock_resources(ARRAY[3, 1, 2]); COMMIT;");
    row("a manager changes a price", "manager",
        "UPDATE service SET price_minor = 4300, version = version + 1, changed_by = {me} WHERE id = 1;");
    row("a manager names a person anew", "manager",
        "UPDATE person SET name = 'R.', version = version + 1, changed_by = {me} WHERE name = 'receptionist';");
    row("an auditor reads the audit", "auditor", "SELECT count(*) FROM audit JOIN audit_personal ON audit_id = id;");
    row("an auditor reads the reports", "auditor", "SELECT count(*) FROM report_appointment, report_claim;");
    row("the online side makes a client", "online",
        "INSERT INTO client (name, changed_by) VALUES ('Online', {me}) RETURNING id;");
}

void TestSchemaPsql::allowed()
{
    QFETCH(QString, group);
    QFETCH(QString, statement);
    QCOMPARE(typedAs(group, statement).errors, QString());
}

void TestSchemaPsql::refused_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("state");
    const auto row = [](const char* name, const char* group, const char* sql, const char* state) {
        QTest::newRow(name) << QString::fromLatin1(group) << QString::fromUtf8(sql) << QString::fromLatin1(state);
    };
    const char* forbidden = "42501";
    row("a receptionist names another", "receptionist", "INSERT INTO client (name, changed_by) VALUES ('X', 1);",
        "FD004");
    row("a receptionist names nobody", "receptionist", "INSERT INTO client (name) VALUES ('X');", "FD004");
    row("a receptionist sets a price", "receptionist", "UPDATE service SET price_minor = 0, version = 9 WHERE id = 1;",
        forbidden);
    row("a receptionist writes a claim", "receptionist", "UPDATE claim SET ends_at = starts_at + 1;", forbidden);
    row("a receptionist writes the audit", "receptionist", "DELETE FROM audit;", forbidden);
    row("a receptionist reads passwords", "receptionist", "SELECT rolpassword FROM pg_authid;", forbidden);
    row("a receptionist becomes the owner", "receptionist", "SET ROLE frontdesk_owner;", forbidden);
    row("a receptionist becomes the keeper", "receptionist", "SET ROLE frontdesk_keeper;", forbidden);
    row("a receptionist becomes a manager", "receptionist", "SET ROLE frontdesk_manager;", forbidden);
    row("a receptionist switches the triggers off", "receptionist", "ALTER TABLE appointment DISABLE TRIGGER ALL;",
        forbidden);
    row("a receptionist switches all triggers off", "receptionist", "SET session_replication_role = replica;",
        forbidden);
    row("a receptionist makes a person", "receptionist", "SELECT create_person('X', 'manager', 'xx', '');", forbidden);
    row("a receptionist erases a client", "receptionist", "SELECT erase_client(1);", forbidden);
    row("a receptionist makes a table", "receptionist", "CREATE TABLE public.x (id int);", forbidden);
    row("a receptionist makes a function", "receptionist",
        "CREATE FUNCTION public.refuse(text) RETURNS void LANGUAGE sql AS 'SELECT';", forbidden);
    row("a receptionist is somebody else by a table of the same name", "receptionist",
        "CREATE TEMP TABLE person AS SELECT 1::bigint AS id, current_user::text AS role, NULL::bigint AS retired_at; "
        "INSERT INTO public.client (name, changed_by) VALUES ('X', 1);",
        "FD004");
    row("a manager makes a role", "manager", "CREATE ROLE xx;", forbidden);
    row("a manager gives a group away", "manager", "GRANT frontdesk_manager TO frontdesk_online;", forbidden);
    row("a manager resets the superuser", "manager",
        "SELECT reset_person(1, 'SCRAM-SHA-256$4096:AAAAAAAAAAAAAAAAAAAAAA==$' || repeat('A', 43) || '=:' || "
        "repeat('A', 43) || '=');",
        "FD005");
    row("a manager runs a program", "manager", "COPY (SELECT 1) TO PROGRAM 'true';", forbidden);
    row("a manager changes a login", "manager",
        "UPDATE person SET role = 'postgres', version = version + 1 WHERE id = {me};", forbidden);
    row("an auditor makes a client", "auditor", "INSERT INTO client (name, changed_by) VALUES ('X', {me});", forbidden);
    row("the online side reads the audit", "online", "SELECT * FROM audit;", forbidden);
    row("the online side reads the outbox", "online", "SELECT * FROM outbox;", forbidden);
}

void TestSchemaPsql::refused()
{
    QFETCH(QString, group);
    QFETCH(QString, statement);
    QFETCH(QString, state);
    const QString errors = typedAs(group, statement).errors;
    QVERIFY2(errors.contains(QStringLiteral("ERROR:  %1").arg(state)), qPrintable(errors));
}

void TestSchemaPsql::refusalsCarryTheirCodeAndFacts()
{
    const QString block = QStringLiteral("INSERT INTO appointment (id, location_id, starts_at, ends_at, local_start, "
                                         "zone, currency, status, takes, changed_by) VALUES (%1, 1, "
                                         "2100000000, 2100003600, '', 'Europe/Berlin', 'EUR', 'booked', "
                                         "'[{\"resource\":3,\"from\":0,\"to\":3600,\"units\":1}]', {me});");
    QCOMPARE(typedAs(QStringLiteral("receptionist"), block.arg(7001)).errors, QString());
    const QString errors = typedAs(QStringLiteral("receptionist"), block.arg(7002)).errors;
    QVERIFY2(errors.contains(QLatin1StringView(
                 "ERROR:  FD002: {\"outcome\" : \"taken\", \"by\" : 7001, \"hold\" : null, \"resource\" : 3, "
                 "\"starts_at\" : 2100000000, \"ends_at\" : 2100003600}")),
             qPrintable(errors));
}

/// The online side's login: any active person's name, within that person's group, and nothing beyond.
void TestSchemaPsql::theServerNamesAPersonAndTakesItsGroup()
{
    const QString group = QStringLiteral("server");
    m_logins[group] = uniqueTestName(QStringLiteral("shell"));
    m_ids[group] = m_ids.at(QStringLiteral("online"));
    QVERIFY(!m_book->typed(QStringLiteral("CREATE ROLE %1 LOGIN IN ROLE frontdesk_server").arg(m_logins[group])).error);
    QVERIFY(!m_book
                 ->typed(QStringLiteral("INSERT INTO person (id, name, person_group, retired_at) "
                                        "VALUES (700, 'Gone', 'online', 1)"))
                 .error);
    const auto inGroup = [this, &group](const char* role, const char* statement) {
        return typedAs(group, QStringLiteral("BEGIN; SET LOCAL ROLE frontdesk_%1; %2 COMMIT;")
                                  .arg(QLatin1StringView(role), QLatin1StringView(statement)))
            .errors;
    };
    const auto isRefused = [](const QString& errors, const char* state) {
        return errors.contains(QStringLiteral("ERROR:  ") + QLatin1StringView(state));
    };
    QCOMPARE(inGroup("online", "INSERT INTO client (name, changed_by) VALUES ('Online', {me});"), QString());
    QVERIFY(isRefused(inGroup("online", "INSERT INTO client (name, changed_by) VALUES ('X', 700);"), "FD004"));
    QVERIFY(isRefused(inGroup("online", "INSERT INTO client (name, changed_by) VALUES ('X', 999);"), "FD005"));
    QVERIFY(isRefused(inGroup("online", "SELECT count(*) FROM audit;"), "42501"));
    QVERIFY(isRefused(inGroup("auditor", "INSERT INTO client (name, changed_by) VALUES ('X', {me});"), "42501"));
    QVERIFY(isRefused(inGroup("manager", "SELECT erase_client(1);"), "FD004"));
    QVERIFY(isRefused(inGroup("owner", "SELECT 1;"), "42501"));
    QVERIFY(isRefused(inGroup("keeper", "SELECT 1;"), "42501"));
}

void TestSchemaPsql::aDisabledPersonIsOut()
{
    const QString group = QStringLiteral("online");
    QCOMPARE(
        typedAs(QStringLiteral("manager"), QStringLiteral("SELECT disable_person(%1);").arg(m_ids.at(group))).errors,
        QString());
    const QString errors = typedAs(group, QStringLiteral("SELECT 1;")).errors;
    QVERIFY2(errors.contains(QLatin1StringView("not permitted to log in")), qPrintable(errors));
}

void TestSchemaPsql::ownsNothingAndNobodyLogsInAsOwner()
{
    QCOMPARE(m_book
                 ->typed(QStringLiteral(
                     "SELECT count(*) FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', "
                     "'v', 'S') AND relowner <> 'frontdesk_owner'::regrole"))
                 .value.toInt(),
             0);
    QCOMPARE(m_book
                 ->typed(QStringLiteral(
                     "SELECT string_agg(proname, ',' ORDER BY proname) FROM pg_proc p WHERE pronamespace = "
                     "'public'::regnamespace AND proowner = 'frontdesk_keeper'::regrole"))
                 .value.toString(),
             QStringLiteral("create_person,disable_person,reset_person"));
    QCOMPARE(
        m_book
            ->typed(QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'frontdesk\\_%' AND rolcanlogin"))
            .value.toInt(),
        0);
    QCOMPARE(
        m_book
            ->typed(QStringLiteral(
                "SELECT count(*) FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prosecdef AND NOT "
                "EXISTS (SELECT 1 FROM unnest(proconfig) c WHERE c LIKE 'search_path=pg_catalog, public, pg_temp')"))
            .value.toInt(),
        0);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestSchemaPsql)
#include "tst_schema_psql.moc"
