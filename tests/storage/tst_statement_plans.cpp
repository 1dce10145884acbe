#include "models/storage/statements.h"
#include "tests/storage/schema_shell.h"
#include "tests/support/test_database.h"

#include <QRegularExpression>
#include <QTest>

namespace frontdesk::test
{

namespace
{

constexpr int clients = 3000;
constexpr int appointments = 6000;

/// Clients with search keys, and appointments of theirs one after the other from 2000000000 on; statistics of all.
void fill(const TestDatabase& book)
{
    const bool sqlite = book.url().dialect() == Dialect::Sqlite;
    const auto series = [sqlite](int count) {
        return sqlite ? QStringLiteral("(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                                       "SELECT i FROM n)")
                            .arg(count)
                      : QStringLiteral("generate_series(1, %1) AS n(i)").arg(count);
    };
    const QString takes =
        sqlite ? QStringLiteral("json_array(json_object('resource', 1 + i % 2, 'from', 0, 'to', 3600, 'units', 1))")
               : QStringLiteral("jsonb_build_array(jsonb_build_object('resource', 1 + i % 2, 'from', 0, 'to', 3600, "
                                "'units', 1))");
    const QString statements =
        QStringLiteral(
            "INSERT INTO client (id, name) SELECT 100 + i, 'Client ' || i FROM %1; "
            "INSERT INTO client_search (key, client_id, client_version) "
            "SELECT 'client' || (i * 7919 % 3001), 100 + i, 1 FROM %1; "
            "INSERT INTO appointment (location_id, client_id, staff_id, starts_at, ends_at, local_start, zone, "
            "currency, status, takes, command_id) SELECT 1, 101 + i % 3000, 1 + i % 2, 2000000000 + i * 3600, "
            "2000003600 + i * 3600, '2033-05-18T03:33:20', 'Europe/Berlin', 'EUR', 'booked', %3, 'command ' || i "
            "FROM %2; ANALYZE;")
            .arg(series(clients), series(appointments), takes);
    // The shells are patient; a desk's statement ends after four seconds.
    const ShellAnswer answer = sqlite ? sqliteShell(book.url().path(), statements) : psqlShell(book.url(), statements);
    QCOMPARE(answer.errors, QString());
}

/// What is written in place of a placeholder, so that EXPLAIN, which can't be prepared, takes the statement.
QString literal(const QString& placeholder)
{
    static const QMap<QString, QString> values{
        {QStringLiteral("from_second"), QStringLiteral("2010000000")},
        {QStringLiteral("to_second"), QStringLiteral("2010086400")},
        {QStringLiteral("now"), QStringLiteral("2010000000")},
        {QStringLiteral("starts_at"), QStringLiteral("2010000000")},
        {QStringLiteral("ends_at"), QStringLiteral("2010002700")},
        {QStringLiteral("since"), QStringLiteral("60")},
        {QStringLiteral("low"), QStringLiteral("'client12'")},
        {QStringLiteral("high"), QStringLiteral("'client13'")},
        {QStringLiteral("low_1"), QStringLiteral("'client12'")},
        {QStringLiteral("high_1"), QStringLiteral("'client13'")},
        {QStringLiteral("low_2"), QStringLiteral("''")},
        {QStringLiteral("high_2"), QStringLiteral("''")},
        {QStringLiteral("parts"), QStringLiteral("'[{\"part\": 0, \"low\": \"client1\", \"high\": \"client2\"}]'")},
        {QStringLiteral("ids"), QStringLiteral("'[101, 102, 103]'")},
        {QStringLiteral("takes"), QStringLiteral("'[{\"resource\": 1, \"from\": 0, \"to\": 2700, \"units\": 1}]'")},
        {QStringLiteral("table_name"), QStringLiteral("'appointment'")},
        {QStringLiteral("command"), QStringLiteral("'command 7'")},
        {QStringLiteral("booking_key"), QStringLiteral("'key'")},
        {QStringLiteral("kind"), QStringLiteral("'room'")},
        {QStringLiteral("status"), QStringLiteral("'arrived'")},
        {QStringLiteral("reason"), QStringLiteral("''")},
        {QStringLiteral("held_until"), QStringLiteral("NULL")},
        {QStringLiteral("person"), QStringLiteral("NULL")},
        {QStringLiteral("desk"), QStringLiteral("'Desk 1'")},
        {QStringLiteral("id"), QStringLiteral("700")},
        {QStringLiteral("client"), QStringLiteral("700")},
        {QStringLiteral("except_appointment"), QStringLiteral("0")},
        {QStringLiteral("except_hold"), QStringLiteral("0")},
        {QStringLiteral("squeezed"), QStringLiteral("0")},
    };
    return values.value(placeholder, QStringLiteral("1"));
}

QString explainOf(const QString& name, Dialect dialect)
{
    const auto statement = findStatement(name, dialect);
    if (!statement)
        qFatal("no statement %s", qPrintable(name));
    static const QRegularExpression placeholder(QStringLiteral("(?<!:):([a-z_0-9]+)"));
    QString sql = statement->sql;
    for (auto match = placeholder.match(sql); match.hasMatch(); match = placeholder.match(sql))
        sql.replace(match.capturedStart(), match.capturedLength(), literal(match.captured(1)));
    return (dialect == Dialect::Sqlite ? QStringLiteral("EXPLAIN QUERY PLAN ") : QStringLiteral("EXPLAIN ")) + sql;
}

/// The lines of a plan that read a table to its end which grows with the years. Persons, resources, desks, their holds
/// and the parts of a JSON value are few.
QStringList wholeReads(const QString& plan)
{
    static const QRegularExpression postgresql(QStringLiteral(
        "Seq Scan on (public\\.)?(claim|appointment|audit|audit_personal|outbox|client|client_search)\\b"));
    static const QRegularExpression sqlite(
        QStringLiteral("\\bSCAN (?!CONSTANT|r\\b|l\\b|able\\b|d\\b|h\\b|t\\b|p\\b|json_each|ranked\\b|desk_hold\\b|"
                       "service_resource\\b|\\(subquery)"));
    QStringList found;
    for (const QString& line : plan.split(u'\n')) {
        if (postgresql.match(line).hasMatch() || sqlite.match(line).hasMatch())
            found += line.trimmed();
    }
    return found;
}

} // namespace

/// What desks ask all day is answered by an index on both databases, however old the book.
class TestStatementPlans : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgresql}) {
            auto& book = dialect == Dialect::Sqlite ? m_sqlite : m_postgresql;
            book = std::make_unique<TestDatabase>(dialect);
            book->fillSmallSalon();
            fill(*book);
        }
    }

    void readsByIndex_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("name");
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgresql}) {
            for (const char* name : {"busy_claims",          "day_loads",          "appointments_of_client",
                                     "appointment_timeline", "appointment_full",   "calendar_row_by_id",
                                     "search_clients",       "client_hits",        "client_for_edit",
                                     "admin_client",         "appointment_by_key", "client_of_command",
                                     "change_of_command",    "change_of_version",  "expire_hold",
                                     "delete_run_out_hold",  "claim_in_way",       "free_resource",
                                     "change_status",        "release_hold",       "search_widths",
                                     "search_clients_of_two"}) {
                QTest::addRow("%s, %s", name, dialect == Dialect::Sqlite ? "sqlite" : "postgresql")
                    << dialect << QString::fromLatin1(name);
            }
        }
    }
    void readsByIndex()
    {
        QFETCH(frontdesk::Dialect, dialect);
        QFETCH(QString, name);
        const TestDatabase& book = dialect == Dialect::Sqlite ? *m_sqlite : *m_postgresql;
        const QString sql = explainOf(name, dialect) + u';';
        const ShellAnswer answer =
            dialect == Dialect::Sqlite ? sqliteShell(book.url().path(), sql) : psqlShell(book.url(), sql);
        QCOMPARE(answer.errors, QString());
        QVERIFY(!answer.output.trimmed().isEmpty());
        QVERIFY2(wholeReads(answer.output).isEmpty(), qPrintable(answer.output));
    }

    /// The pattern above finds what it is there for.
    void aWholeReadIsFound_data() { onBothDatabases(); }
    void aWholeReadIsFound()
    {
        QFETCH(frontdesk::Dialect, dialect);
        const bool sqlite = dialect == Dialect::Sqlite;
        const QString sql = QStringLiteral("SELECT count(*) FROM appointment a WHERE a.note = 'x';");
        const ShellAnswer answer =
            sqlite ? sqliteShell(m_sqlite->url().path(), QStringLiteral("EXPLAIN QUERY PLAN ") + sql)
                   : psqlShell(m_postgresql->url(), QStringLiteral("EXPLAIN ") + sql);
        QCOMPARE(wholeReads(answer.output).size(), 1);
    }

private:
    std::unique_ptr<TestDatabase> m_sqlite;
    std::unique_ptr<TestDatabase> m_postgresql;
};

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestStatementPlans)
#include "tst_statement_plans.moc"
