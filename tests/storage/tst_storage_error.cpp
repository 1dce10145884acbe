#include "models/storage/storage_error.h"
#include "tests/support/test_database.h"

#include <QTest>

using frontdesk::classify;
using frontdesk::Dialect;
using frontdesk::StorageError;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;
using Kind = frontdesk::StorageError::Kind;

namespace
{

constexpr Dialect pg = Dialect::Postgresql;
constexpr Dialect lite = Dialect::Sqlite;

} // namespace

class TestStorageError : public QObject
{
    Q_OBJECT
private slots:
    void classifies_data();
    void classifies();
    void readsWhatIsInTheWay();
    void emptyErrorsOfPostgresqlAreALostConnection();
    void constraintsHaveTheSameRuleOnBoth_data() { onBothDatabases(); }
    void constraintsHaveTheSameRuleOnBoth();
};

void TestStorageError::classifies_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char* name, Dialect dialect, const char* code, const char* message, Kind kind,
                        const char* rule = "") {
        QTest::newRow(name) << dialect << QString::fromUtf8(code) << QString::fromUtf8(message) << int(kind)
                            << QString::fromUtf8(rule);
    };
    row("our stale", pg, "FD001", "ERROR:  {\"outcome\":\"stale\"}\nCONTEXT:  x\n(FD001)", Kind::Stale);
    row("our taken, in German", pg, "FD002", "FEHLER:  {\"outcome\":\"taken\",\"by\":12}\n(FD002)", Kind::Taken);
    row("our gone", pg, "FD003", "ERROR:  {\"outcome\":\"gone\"}\n(FD003)", Kind::Gone);
    row("our forbidden", pg, "FD004", "ERROR:  {\"outcome\":\"forbidden\"}\n(FD004)", Kind::Forbidden);
    row("our rule", pg, "FD005", "ERROR:  {\"outcome\":\"rule\",\"rule\":\"status_way\"}\n(FD005)", Kind::Rule,
        "status_way");
    row("our state without its facts", pg, "FD005", "ERROR:  ?\n(FD005)", Kind::Other);
    row("exclusion", pg, "23P01", "ERROR:  conflicting key", Kind::Taken);
    row("deadlock", pg, "40P01", "ERROR:  deadlock detected", Kind::Busy);
    row("serialization", pg, "40001", "ERROR:  could not serialize", Kind::Busy);
    row("lock timeout", pg, "55P03", "ERROR:  canceling statement due to lock timeout", Kind::Busy);
    row("statement timeout", pg, "57014", "ERROR:  canceling statement", Kind::Busy);
    row("no right", pg, "42501", "ERROR:  permission denied for table client", Kind::Forbidden);
    row("read-only transaction", pg, "25006", "ERROR:  cannot execute UPDATE", Kind::Forbidden);
    row("killed", pg, "57P01", "FATAL:  terminating connection", Kind::Unreachable);
    row("crash of another backend", pg, "57P02", "FATAL:  terminating connection", Kind::Unreachable);
    row("starting", pg, "57P03", "FATAL:  the database system is starting up", Kind::Unreachable);
    row("connection failure", pg, "08006", "ERROR:  connection failure", Kind::Unreachable);
    row("idle in transaction", pg, "25P03", "FATAL:  terminating connection", Kind::Unreachable);
    row("too many connections", pg, "53300", "FATAL:  sorry, too many clients", Kind::Unreachable);
    row("disk full", pg, "53100", "ERROR:  could not extend file", Kind::Other);
    row("syntax", pg, "42601", "ERROR:  syntax error at or near \"x\"", Kind::Other);
    row("NUL", pg, "22021", "ERROR:  invalid byte sequence", Kind::Rule, "text");
    row("NUL in JSON", pg, "22P05", "ERROR:  unsupported Unicode escape sequence", Kind::Rule, "text");
    row("too large a number", pg, "22003", "ERROR:  bigint out of range", Kind::Rule, "value");
    row("not null", pg, "23502", "ERROR:  null value in column \"name\" of relation \"client\" violates not-null",
        Kind::Rule, "name");
    row("not null, in German", pg, "23502", "FEHLER:  NULL-Wert in Spalte »name« von Relation »client« verletzt",
        Kind::Rule, "name");
    row("check", pg, "23514",
        "ERROR:  new row for relation \"service\" violates check constraint \"service_price_minor_check\"\nDETAIL: "
        "\"x\"",
        Kind::Rule, "price_minor");
    row("check, in French", pg, "23514",
        "ERREUR:  la nouvelle ligne de la relation « service » viole la contrainte de vérification "
        "« service_price_minor_check »",
        Kind::Rule, "price_minor");
    row("booking key", pg, "23505",
        "ERROR:  duplicate key value violates unique constraint \"appointment_booking_key_key\"", Kind::Rule,
        "booking_key");
    row("primary key", pg, "23505", "ERROR:  duplicate key value violates unique constraint \"client_pkey\"",
        Kind::Rule, "id_taken");
    row("reference", pg, "23503", "ERROR:  insert on table \"x\" violates foreign key constraint \"x_y_fkey\"",
        Kind::Rule, "references");

    row("our taken on SQLite", lite, "1811", "frontdesk:taken", Kind::Taken);
    row("our rule on SQLite", lite, "1811", "frontdesk:rule:status_way", Kind::Rule, "status_way");
    row("our forbidden on SQLite", lite, "1811", "frontdesk:forbidden", Kind::Forbidden);
    row("our stale on SQLite", lite, "1811", "frontdesk:stale", Kind::Stale);
    row("our gone on SQLite", lite, "1811", "frontdesk:gone Unable to fetch row", Kind::Gone);
    row("busy", lite, "5", "database is locked", Kind::Busy);
    row("busy snapshot", lite, "517", "database is locked", Kind::Busy);
    row("locked", lite, "6", "database table is locked", Kind::Busy);
    row("read-only", lite, "1032", "attempt to write a readonly database", Kind::Forbidden);
    row("cannot open", lite, "14", "unable to open database file", Kind::Unreachable);
    row("full", lite, "13", "database or disk is full", Kind::Other);
    row("damaged", lite, "11", "database disk image is malformed", Kind::Other);
    row("unique", lite, "2067", "UNIQUE constraint failed: appointment.booking_key", Kind::Rule, "booking_key");
    row("primary key on SQLite", lite, "1555", "UNIQUE constraint failed: client.id", Kind::Rule, "id_taken");
    row("not null on SQLite", lite, "1299", "NOT NULL constraint failed: client.name", Kind::Rule, "name");
    row("check on SQLite", lite, "275", "CHECK constraint failed: length(name) BETWEEN 1 AND 400", Kind::Rule, "name");
    row("reference on SQLite", lite, "787", "FOREIGN KEY constraint failed", Kind::Rule, "references");
    row("type on SQLite", lite, "3091", "cannot store TEXT value in INTEGER column client.id", Kind::Rule, "value");
}

void TestStorageError::classifies()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(int, kind);
    const QSqlError given(QStringLiteral("driver"), message, QSqlError::StatementError, code);
    const StorageError error = classify(given, dialect);
    QCOMPARE(int(error.kind), kind);
    QTEST(error.rule, "rule");
    QCOMPARE(error.code, code);
    QCOMPARE(error.isDiskFull(), code == QLatin1StringView("13") || code == QLatin1StringView("53100"));
    // The driver's words, but for what we can say how to mend.
    QVERIFY2(error.text.contains(error.isDiskFull() ? QStringLiteral("Free some space") : message.section(u'\n', 0, 0)),
             qPrintable(error.text));
}

void TestStorageError::readsWhatIsInTheWay()
{
    const auto read = [](const char* facts) {
        return classify(
            QSqlError({}, QStringLiteral("ERROR:  ") + QLatin1StringView(facts) + QStringLiteral("\nCONTEXT:  {}"),
                      QSqlError::StatementError, QStringLiteral("FD002")),
            Dialect::Postgresql);
    };
    const StorageError appointment =
        read(R"({"outcome":"taken","by":12,"hold":null,"resource":3,"starts_at":1764000000,"ends_at":1764002700})");
    QCOMPARE(appointment.claimedBy, 12);
    QCOMPARE(appointment.resource, 3);
    QCOMPARE(appointment.startsAt, 1764000000);
    QCOMPARE(appointment.endsAt, 1764002700);
    QCOMPARE(read(R"({"outcome":"taken","by":null,"hold":7,"resource":3})").claimedBy, -7);
}

void TestStorageError::emptyErrorsOfPostgresqlAreALostConnection()
{
    QCOMPARE(classify(QSqlError(), Dialect::Postgresql).kind, Kind::Unreachable);
    QCOMPARE(classify(QSqlError({}, {}, QSqlError::ConnectionError), Dialect::Postgresql).kind, Kind::Unreachable);
    QCOMPARE(classify(QSqlError(QStringLiteral("Parameter count mismatch"), {}, QSqlError::StatementError),
                      Dialect::Postgresql)
                 .kind,
             Kind::Other);
    QCOMPARE(classify(QSqlError(), Dialect::Sqlite).kind, Kind::Other);
}

void TestStorageError::constraintsHaveTheSameRuleOnBoth()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    book.fillSmallSalon();
    const auto rule = [&](const char* sql) {
        const StorageError error = book.typed(QString::fromUtf8(sql)).error;
        return error.kind == Kind::Rule ? error.rule : error.text;
    };
    QCOMPARE(rule("INSERT INTO location (name, zone, currency, changed_by) VALUES ('', 'Europe/Berlin', 'EUR', 1)"),
             QStringLiteral("name"));
    QCOMPARE(rule("INSERT INTO location (name, zone, currency, changed_by) VALUES (NULL, 'Europe/Berlin', 'EUR', 1)"),
             QStringLiteral("name"));
    QCOMPARE(rule("INSERT INTO location (name, zone, currency, changed_by) VALUES ('x', 'Europe/Berlin', 'EURO', 1)"),
             QStringLiteral("currency"));
    QCOMPARE(rule("INSERT INTO resource (location_id, kind, name, changed_by) VALUES (1, 'dog', 'Rex', 1)"),
             QStringLiteral("kind"));
    QCOMPARE(rule("INSERT INTO service (name, price_minor, currency, steps, changed_by) VALUES ('x', -1, 'EUR', "
                  "'[{\"length\": 60, \"keeps\": [\"staff\"]}]', 1)"),
             QStringLiteral("price_minor"));
}

QTEST_GUILESS_MAIN(TestStorageError)
#include "tst_storage_error.moc"
