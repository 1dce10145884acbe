#include "models/domain/time_slot.h"
#include "models/storage/row_statements.h"
#include "models/tables/appointment_columns.h"
#include "tests/storage/schema_shell.h"
#include "tests/support/test_database.h"

#include <QRegularExpression>
#include <QSqlRecord>
#include <QTest>

namespace frontdesk::test
{

namespace
{

/// 5,000 blocks of staff 1 and 2, one after the other from 2000000000 on, and statistics of them.
void fill(const TestDatabase& book)
{
    const bool sqlite = book.url().dialect() == Dialect::Sqlite;
    const QString series =
        sqlite ? QStringLiteral("(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4999) "
                                "SELECT i FROM n)")
               : QStringLiteral("generate_series(0, 4999) AS n(i)");
    const QString takes =
        sqlite ? QStringLiteral("json_array(json_object('resource', 1 + i % 2, 'from', 0, 'to', 3600, 'units', 1))")
               : QStringLiteral("jsonb_build_array(jsonb_build_object('resource', 1 + i % 2, 'from', 0, 'to', 3600, "
                                "'units', 1))");
    const QString statements =
        QStringLiteral(
            "INSERT INTO appointment (location_id, starts_at, ends_at, local_start, zone, currency, status, "
            "takes) SELECT 1, "
            "2000000000 + i * 3600, 2000003600 + i * 3600, '', 'Europe/Berlin', 'EUR', 'booked', %1 FROM %2; ANALYZE;")
            .arg(takes, series);
    // The shells are patient; a desk's statement ends after four seconds.
    const ShellAnswer answer = sqlite ? sqliteShell(book.url().path(), statements) : psqlShell(book.url(), statements);
    QCOMPARE(answer.errors, QString());
}

/// A block of staff 2 and room 4 that meets another, so that the sweep runs.
QString crowded()
{
    return QStringLiteral(
        "INSERT INTO appointment (location_id, starts_at, ends_at, local_start, zone, currency, status, takes) VALUES "
        "(1, "
        "2000003600, 2000007200, '', 'Europe/Berlin', 'EUR', 'booked', "
        "'[{\"resource\":2,\"from\":0,\"to\":3600,\"units\":1},"
        "{\"resource\":4,\"from\":0,\"to\":3600,\"units\":1}]');");
}

/// The lines of a plan that read a whole large table.
QStringList wholeReads(const QString& plan)
{
    static const QRegularExpression scan(
        QStringLiteral("Seq Scan on (public\\.)?(claim|appointment|audit|outbox)\\b|^\\W*SCAN "
                       "(claim|appointment|audit|outbox|[acemox])$"));
    QStringList found;
    for (const QString& line : plan.split(u'\n')) {
        if (scan.match(line).hasMatch()) {
            found += line.trimmed();
        }
    }
    return found;
}

} // namespace

/// What the guard and the calendar read comes by an index, and both databases offer the same tables and views.
class TestSchemaPlans : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theGuardReadsByIndexOnPostgresql();
    void theGuardReadsByIndexOnSqlite();
    void aSessionThatMetAnEmptyBookStillReadsByIndex();
    void theCalendarReadsByIndex_data() { onBothDatabases(); }
    void theCalendarReadsByIndex();
    void bothHaveTheSameColumns();
    void theRowsOfTheCalendarHaveTheirColumns_data() { onBothDatabases(); }
    void theRowsOfTheCalendarHaveTheirColumns();

private:
    [[nodiscard]] const TestDatabase& book(Dialect dialect) const
    {
        return dialect == Dialect::Sqlite ? *m_sqlite : *m_postgresql;
    }

    std::unique_ptr<TestDatabase> m_sqlite;
    std::unique_ptr<TestDatabase> m_postgresql;
};

void TestSchemaPlans::initTestCase()
{
    m_sqlite = std::make_unique<TestDatabase>(Dialect::Sqlite);
    m_postgresql = std::make_unique<TestDatabase>(Dialect::Postgresql);
    for (const TestDatabase* each : {m_sqlite.get(), m_postgresql.get()}) {
        each->fillSmallSalon();
        fill(*each);
    }
}

/// auto_explain tells the plans of what the triggers ran.
void TestSchemaPlans::theGuardReadsByIndexOnPostgresql()
{
    const ShellAnswer answer = psqlShell(
        m_postgresql->url(),
        QStringLiteral(
            "LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on; "
            "SET client_min_messages = log; BEGIN; %1 ROLLBACK; BEGIN; UPDATE appointment SET starts_at = starts_at + "
            "60, "
            "ends_at = ends_at + 60, version = 2 WHERE id = (SELECT max(id) FROM appointment); ROLLBACK; BEGIN; UPDATE "
            "resource "
            "SET capacity = 2, version = version + 1 WHERE id = 1; ROLLBACK;")
            .arg(crowded()));
    QVERIFY2(answer.errors.contains(QLatin1StringView("claim_when")), qPrintable(answer.errors));
    QVERIFY2(answer.errors.contains(QLatin1StringView("FD002")), qPrintable(answer.errors));
    QCOMPARE(wholeReads(answer.errors).join(u'\n'), QString());
}

void TestSchemaPlans::theGuardReadsByIndexOnSqlite()
{
    const ShellAnswer answer = sqliteShell(
        m_sqlite->url().path(),
        QStringLiteral(
            ".eqp trigger\nBEGIN; %1 UPDATE appointment SET starts_at = starts_at + 60, ends_at = ends_at + 60, "
            "version = 2 "
            "WHERE id = 5000; UPDATE resource SET capacity = 2, version = version + 1 WHERE id = 1; ROLLBACK;")
            .arg(crowded()));
    QVERIFY2(answer.output.contains(QLatin1StringView("PRIMARY KEY (resource_id=? AND starts_at>? AND starts_at<?)")),
             qPrintable(answer.output));
    QVERIFY2(answer.errors.contains(QLatin1StringView("frontdesk:taken")), qPrintable(answer.errors));
    QCOMPARE(wholeReads(answer.output).join(u'\n'), QString());
}

void TestSchemaPlans::aSessionThatMetAnEmptyBookStillReadsByIndex()
{
    const TestDatabase fresh(Dialect::Postgresql);
    fresh.fillSmallSalon();
    // Ten bookings let plpgsql keep its plans; the eleventh is looked at.
    const ShellAnswer answer =
        psqlShell(fresh.url(),
                  QStringLiteral("ANALYZE; LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET "
                                 "auto_explain.log_nested_statements = on;\n"
                                 "INSERT INTO appointment (location_id, starts_at, ends_at, local_start, zone, "
                                 "currency, status, takes) SELECT 1, s, s "
                                 "+ 60, '', 'Europe/Berlin', 'EUR', 'booked', "
                                 "'[{\"resource\":1,\"from\":0,\"to\":60,\"units\":1}]' FROM generate_series(1, 600, "
                                 "60) s;\nSET client_min_messages = log;\n%1")
                      .arg(crowded()));
    QVERIFY2(answer.errors.contains(QLatin1StringView("claim_when")), qPrintable(answer.errors));
    QCOMPARE(wholeReads(answer.errors).join(u'\n'), QString());
}

void TestSchemaPlans::theCalendarReadsByIndex()
{
    QFETCH(frontdesk::Dialect, dialect);
    const Instant start{std::chrono::seconds(2010000000)};
    const QString query = QStringLiteral("SELECT * FROM calendar_row ") +
                          calendarRange(LocationId(1), TimeSlot{start, start + std::chrono::hours(24)});
    const bool sqlite = dialect == Dialect::Sqlite;
    const ShellAnswer answer =
        sqlite ? sqliteShell(book(dialect).url().path(), QStringLiteral("EXPLAIN QUERY PLAN ") + query + u';')
               : psqlShell(book(dialect).url(), QStringLiteral("EXPLAIN ") + query + u';');
    QCOMPARE(answer.errors, QString());
    QVERIFY2(answer.output.contains(QLatin1StringView("appointment_when")), qPrintable(answer.output));
    QCOMPARE(wholeReads(answer.output).join(u'\n'), QString());
}

void TestSchemaPlans::bothHaveTheSameColumns()
{
    // The twin of claim_due is two views there, because its triggers read one at a time; what has no twin is the
    // databases' own.
    const QString sqlite =
        m_sqlite
            ->typed(QStringLiteral(
                "SELECT group_concat(c, char(10)) FROM (SELECT m.name || '.' || p.name AS c FROM sqlite_master m, "
                "pragma_table_info(m.name) p WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' AND "
                "m.name NOT IN ('appointment_claim_due', 'desk_hold_claim_due', 'service_step_due', 'status_way') "
                "ORDER "
                "BY m.name, p.cid)"))
            .value.toString();
    const QString postgresql =
        m_postgresql
            ->typed(QStringLiteral(
                "SELECT string_agg(table_name || '.' || column_name, chr(10) ORDER BY table_name COLLATE \"C\", "
                "ordinal_position) FROM information_schema.columns WHERE table_schema = 'public'"))
            .value.toString();
    QVERIFY(sqlite.contains(QLatin1StringView("claim_due.held_until")));
    QCOMPARE(sqlite.split(u'\n'), postgresql.split(u'\n'));
}

void TestSchemaPlans::theRowsOfTheCalendarHaveTheirColumns()
{
    QFETCH(frontdesk::Dialect, dialect);
    const auto connection = book(dialect).connect();
    for (const char* view : {"appointment_row", "desk_hold_row", "calendar_row"}) {
        QSqlQuery query;
        QVERIFY(!connection->ask(QStringLiteral("SELECT * FROM %1 LIMIT 1").arg(QString::fromLatin1(view)), query));
        const QSqlRecord record = query.record();
        QCOMPARE(record.count(), int(AppointmentColumn::Count));
        QCOMPARE(record.fieldName(int(AppointmentColumn::Takes)), QStringLiteral("takes"));
        QCOMPARE(record.fieldName(int(AppointmentColumn::CreatedAt)), QStringLiteral("created_at"));
        QCOMPARE(record.fieldName(int(AppointmentColumn::StaffName)), QStringLiteral("staff_name"));
        QCOMPARE(record.fieldName(int(AppointmentColumn::IsDeskHold)), QStringLiteral("is_desk_hold"));
    }
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestSchemaPlans)
#include "tst_schema_plans.moc"
