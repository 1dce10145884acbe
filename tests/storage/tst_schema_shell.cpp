#include "tests/storage/schema_shell.h"
#include "tests/support/test_database.h"

#include <QTest>

namespace frontdesk::test
{

namespace
{

/// Ana cuts client 1.
QString bookingOf(int start, const QString& beginning = QStringLiteral("INSERT INTO"),
                  const QString& key = QStringLiteral("NULL"))
{
    return QStringLiteral(
               "%1 appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, zone, "
               "buffer_after, takes, currency, status, booking_key) VALUES (1, 1, 1, 1, %2, %2 + 2700, '', "
               "'Europe/Berlin', 300, '[{\"resource\":1,\"from\":0,\"to\":3000,\"units\":1}]', 'EUR', 'booked', %3);")
        .arg(beginning)
        .arg(start)
        .arg(key);
}

constexpr int ten = 2000000000;

} // namespace

/// The sqlite3 shell by hand: foreign keys and recursive triggers off, OR REPLACE, OR IGNORE. Nothing that is refused
/// or passed over leaves a trace.
class TestSchemaShell : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void attack_data();
    void attack();
    void orIgnoreOfAGoodBookingBooks();
    void replaceKeepsEachVersionedRow_data();
    void replaceKeepsEachVersionedRow();
    void manyRowsFailTogether();

private:
    [[nodiscard]] QString contents() const;

    std::unique_ptr<TestDatabase> m_book;
};

QString TestSchemaShell::contents() const
{
    return sqliteShell(m_book->url().path(), QStringLiteral(".dump")).output;
}

void TestSchemaShell::initTestCase()
{
    m_book = std::make_unique<TestDatabase>(Dialect::Sqlite);
    m_book->fillSmallSalon();
    const QString path = m_book->url().path();
    const ShellAnswer answer = sqliteShell(
        path, bookingOf(ten, QStringLiteral("INSERT INTO"), QStringLiteral("'k1'")) +
                  bookingOf(ten + 7200, QStringLiteral("INSERT INTO"), QStringLiteral("'k2'")) +
                  QStringLiteral("INSERT INTO visit (id) VALUES (1);"
                                 "INSERT INTO series (id, rule) VALUES (1, 'FREQ=WEEKLY');"
                                 "INSERT INTO closure (id, location_id, starts_at, ends_at) VALUES (1, 1, 0, 9);"
                                 "INSERT INTO time_off (id, resource_id, starts_at, ends_at) VALUES (1, 1, 0, 9);"
                                 "INSERT INTO desk_hold (id, desk, location_id, starts_at, ends_at, takes, held_until) "
                                 "VALUES (1, 'Desk 1', 1, 2000100000, 2000103600, "
                                 "'[{\"resource\":2,\"from\":0,\"to\":3600,\"units\":1}]', unixepoch() + 3600);"));
    QCOMPARE(answer.errors, QString());
    QCOMPARE(sqliteShell(path, QStringLiteral("SELECT group_concat(id) FROM appointment;")).output.trimmed(),
             QStringLiteral("1,2"));
}

void TestSchemaShell::attack_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("refusal"); // empty: passed over without a word

    const auto row = [](const char* name, const QString& statement, const char* refusal) {
        QTest::newRow(name) << statement << QString::fromLatin1(refusal);
    };
    const auto text = [](const char* sql) { return QString::fromUtf8(sql); };

    row("a second booking at the time", bookingOf(ten), "frontdesk:taken");
    row("OR IGNORE a second booking at the time", bookingOf(ten, text("INSERT OR IGNORE INTO")), "frontdesk:taken");
    row("OR REPLACE a second booking at the time", bookingOf(ten, text("INSERT OR REPLACE INTO")), "frontdesk:taken");
    row("REPLACE by the booking's key", bookingOf(ten + 20000, text("REPLACE INTO"), text("'k1'")),
        "frontdesk:rule:booking_key");
    row("OR IGNORE by the booking's key", bookingOf(ten + 20000, text("INSERT OR IGNORE INTO"), text("'k1'")),
        "frontdesk:rule:booking_key");
    row("REPLACE by the booking's id", text("REPLACE INTO appointment SELECT * FROM appointment WHERE id = 1;"),
        "frontdesk:rule:id_taken");
    row("REPLACE by the rowid",
        text("REPLACE INTO appointment (rowid, location_id, starts_at, ends_at, local_start, zone, currency, status) "
             "VALUES (1, 1, 5, 9, "
             "'', 'Europe/Berlin', 'EUR', 'parked');"),
        "frontdesk:rule:id_taken");
    row("an upsert by the id",
        text("INSERT INTO appointment (id, location_id, starts_at, ends_at, local_start, zone, currency, status) "
             "VALUES (1, 1, 5, 9, '', "
             "'Europe/Berlin', 'EUR', 'parked') ON CONFLICT (id) DO UPDATE SET starts_at = 5;"),
        "frontdesk:rule:id_taken");
    row("OR REPLACE takes another's id", text("UPDATE OR REPLACE appointment SET id = 2, version = 2 WHERE id = 1;"),
        "frontdesk:rule:immutable");
    row("a new rowid", text("UPDATE appointment SET rowid = 77, version = 2 WHERE id = 1;"),
        "frontdesk:rule:immutable");
    row("OR REPLACE takes another's key",
        text("UPDATE OR REPLACE appointment SET booking_key = 'k2', version = 2 WHERE id = 1;"),
        "frontdesk:rule:immutable");
    row("OR IGNORE moves onto another",
        text(
            "UPDATE OR IGNORE appointment SET starts_at = 2000007200, ends_at = 2000009900, version = 2 WHERE id = 1;"),
        "frontdesk:taken");
    row("OR REPLACE moves onto another",
        text("UPDATE OR REPLACE appointment SET starts_at = 2000007200, ends_at = 2000009900, version = 2 WHERE id = "
             "1;"),
        "frontdesk:taken");
    row("OR REPLACE without a version", text("UPDATE OR REPLACE appointment SET note = 'x' WHERE id = 1;"),
        "frontdesk:rule:update_version");
    row("OR IGNORE without a version", text("UPDATE OR IGNORE appointment SET note = 'x' WHERE id = 1;"),
        "frontdesk:rule:update_version");
    row("DELETE", text("DELETE FROM appointment;"), "frontdesk:rule:delete");
    row("a client that isn't there", text("UPDATE appointment SET client_id = 99, version = 2 WHERE id = 1;"),
        "frontdesk:rule:references");
    row("OR IGNORE a client that isn't there",
        text("UPDATE OR IGNORE appointment SET client_id = 99, version = 2 WHERE id = 1;"),
        "frontdesk:rule:references");
    row("a resource of no location", text("INSERT INTO resource (location_id, kind, name) VALUES (99, 'staff', 'X');"),
        "frontdesk:rule:references");
    row("a writer that isn't there", text("UPDATE client SET changed_by = 99, version = version + 1 WHERE id = 1;"),
        "frontdesk:rule:references");
    row("OR IGNORE a price below nothing",
        text("UPDATE OR IGNORE appointment SET price_minor = -1, version = 2 WHERE id = 1;"), "");
    row("OR REPLACE a price below nothing",
        text("UPDATE OR REPLACE appointment SET price_minor = -1, version = 2 WHERE id = 1;"), "price_minor");
    row("OR IGNORE nothing where something must be",
        text("UPDATE OR IGNORE appointment SET starts_at = NULL, version = 2 WHERE id = 1;"), "");
    row("text where a time must be",
        text("UPDATE appointment SET starts_at = 'soon', ends_at = 'later', version = 2 WHERE id = 1;"),
        "Runtime error");

    row("a claim deleted", text("DELETE FROM claim WHERE appointment_id = 1;"), "frontdesk:rule:claims");
    row("a claim replaced",
        text("REPLACE INTO claim SELECT id, appointment_id, desk_hold_id, take_no, resource_id, starts_at + 60, "
             "ends_at, units, sole, held_until FROM claim WHERE appointment_id = 1;"),
        "frontdesk:rule:claims");
    row("a claim replaced by itself", text("REPLACE INTO claim SELECT * FROM claim WHERE appointment_id = 1;"),
        "frontdesk:rule:claims");
    row("a claim moved", text("UPDATE OR REPLACE claim SET resource_id = 2 WHERE appointment_id = 1;"),
        "frontdesk:rule:claims");
    row("a claim of another's id", text("UPDATE OR REPLACE claim SET id = 2 WHERE appointment_id = 1;"),
        "frontdesk:rule:claims");
    row("a claim that ends by the clock", text("UPDATE claim SET held_until = 1 WHERE appointment_id = 1;"),
        "frontdesk:rule:claims");
    row("the hold's claim deleted", text("DELETE FROM claim WHERE desk_hold_id = 1;"), "frontdesk:rule:claims");
    row("the hold replaced", text("REPLACE INTO desk_hold SELECT * FROM desk_hold;"), "frontdesk:rule:id_taken");

    row("an audit row forged",
        text("REPLACE INTO audit SELECT id, at, table_name, row_id, row_version, action, '{}', 2, '', '' FROM audit;"),
        "frontdesk:rule:audit");
    row("an audit row forged under a new id",
        text("REPLACE INTO audit (at, table_name, row_id, row_version, action, changes) VALUES (1, 'appointment', 1, "
             "1, 'insert', '{}');"),
        "frontdesk:rule:audit");
    row("an audit row of a row that isn't there",
        text("INSERT INTO audit (at, table_name, row_id, row_version, action, changes) VALUES (1, 'appointment', 99, "
             "1, 'insert', '{}');"),
        "frontdesk:rule:audit");
    row("an audit row of a table that isn't there",
        text("INSERT INTO audit (at, table_name, row_id, row_version, action, changes) VALUES (1, 'x', 1, 1, 'insert', "
             "'{}');"),
        "frontdesk:rule:audit");
    row("an audit row changed", text("UPDATE OR REPLACE audit SET changed_by = 2;"), "frontdesk:rule:audit");
    row("the audit deleted", text("DELETE FROM audit;"), "frontdesk:rule:audit");
    row("a personal value replaced",
        text("REPLACE INTO audit_personal SELECT audit_id, field, side, salt, 'forged', NULL FROM audit_personal;"),
        "frontdesk:rule:audit");
    row("a personal value cleared", text("UPDATE audit_personal SET value = NULL, salt = NULL;"),
        "frontdesk:rule:audit");

    row("a step replaced",
        text("REPLACE INTO service_step SELECT service_id, step_no, 0, 60, 0, 0, 0 FROM service_step;"),
        "frontdesk:rule:steps");
    row("a step deleted", text("DELETE FROM service_step;"), "frontdesk:rule:steps");
    row("a step changed", text("UPDATE service_step SET length = 60;"), "frontdesk:rule:steps");
    row("able by hand", text("INSERT INTO service_resource VALUES (3, 1);"), "frontdesk:rule:able");
    row("OR IGNORE able by hand", text("INSERT OR IGNORE INTO service_resource VALUES (3, 1);"), "frontdesk:rule:able");
    row("able taken away", text("DELETE FROM service_resource;"), "frontdesk:rule:able");
    row("a migration replaced",
        text("REPLACE INTO schema_migration (number, name, oldest_program) VALUES (1, 'x', 1);"),
        "frontdesk:rule:id_taken");
    row("a migration forgotten", text("DELETE FROM schema_migration;"), "frontdesk:rule:delete");
}

void TestSchemaShell::attack()
{
    QFETCH(QString, statement);
    QFETCH(QString, refusal);
    const QString before = contents();
    const ShellAnswer answer = sqliteShell(m_book->url().path(), statement);
    if (refusal.isEmpty()) {
        QCOMPARE(answer.errors, QString());
    } else {
        QVERIFY2(answer.errors.contains(refusal), qPrintable(answer.errors));
    }
    QCOMPARE(contents(), before);
}

void TestSchemaShell::orIgnoreOfAGoodBookingBooks()
{
    const TestDatabase book(Dialect::Sqlite);
    book.fillSmallSalon();
    const QString path = book.url().path();
    QCOMPARE(sqliteShell(path, bookingOf(ten, QStringLiteral("INSERT OR IGNORE INTO"))).errors, QString());
    QCOMPARE(sqliteShell(path, bookingOf(ten + 3000, QStringLiteral("INSERT OR REPLACE INTO"))).errors, QString());
    QCOMPARE(sqliteShell(
                 path, QStringLiteral(
                           "SELECT count(*) FROM claim; SELECT count(*) FROM audit WHERE table_name = 'appointment';"))
                 .output,
             QStringLiteral("2\n2\n"));
}

void TestSchemaShell::replaceKeepsEachVersionedRow_data()
{
    QTest::addColumn<QString>("table");
    for (const char* table : {"person", "business", "location", "resource", "service", "client", "visit", "series",
                              "closure", "time_off"}) {
        QTest::newRow(table) << QString::fromLatin1(table);
    }
}

void TestSchemaShell::replaceKeepsEachVersionedRow()
{
    QFETCH(QString, table);
    const QString path = m_book->url().path();
    const QString before = contents();
    const auto refused = [&](const char* statement, const char* refusal) {
        const ShellAnswer answer = sqliteShell(path, QString::fromLatin1(statement).arg(table));
        QVERIFY2(answer.errors.contains(QString::fromLatin1(refusal)), qPrintable(answer.errors));
    };
    refused("INSERT OR REPLACE INTO %1 SELECT * FROM %1 WHERE id = 1;", "frontdesk:rule:id_taken");
    refused("INSERT OR IGNORE INTO %1 SELECT * FROM %1 WHERE id = 1;", "frontdesk:rule:id_taken");
    refused("UPDATE OR REPLACE %1 SET id = 2, version = version + 1 WHERE id = 1;", "frontdesk:rule:immutable");
    refused("UPDATE OR IGNORE %1 SET version = version WHERE id = 1;", "frontdesk:rule:update_version");
    refused("DELETE FROM %1 WHERE id = 1;", "frontdesk:rule:delete");
    QCOMPARE(contents(), before);
}

void TestSchemaShell::manyRowsFailTogether()
{
    const QString before = contents();
    const ShellAnswer answer = sqliteShell(
        m_book->url().path(), QStringLiteral("INSERT OR IGNORE INTO appointment (location_id, starts_at, ends_at, "
                                             "local_start, zone, currency, status, takes) "
                                             "SELECT 1, column1, column1 + 600, '', 'Europe/Berlin', 'EUR', 'booked', "
                                             "'[{\"resource\":1,\"from\":0,\"to\":600,\"units\":1}]' "
                                             "FROM (VALUES (1900000000), (1900000600), (1900000599));"));
    QVERIFY2(answer.errors.contains(QLatin1StringView("frontdesk:taken")), qPrintable(answer.errors));
    QCOMPARE(contents(), before);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestSchemaShell)
#include "tst_schema_shell.moc"
