#include "broken_book.h"

#include "models/check/check.h"
#include "models/demo/demo.h"
#include "models/domain/clock.h"

#include <QTest>

#include <algorithm>

using frontdesk::checkBook;
using frontdesk::Checked;
using frontdesk::Dialect;
using frontdesk::Finding;
using frontdesk::SystemClock;
using frontdesk::test::BrokenBook;
using frontdesk::test::brokenNow;
using frontdesk::test::someBooked;
using frontdesk::test::TestDatabase;
using frontdesk::test::textOf;

/// Each invariant is broken by hand, with the triggers gone, and must be named.
class CheckTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<BrokenBook> m_sqlite;
    std::unique_ptr<BrokenBook> m_postgresql;

    [[nodiscard]] std::unique_ptr<BrokenBook> brokenBook(Dialect dialect) const
    {
        return (dialect == Dialect::Sqlite ? m_sqlite : m_postgresql)->copy();
    }

    /// Nothing but the triggers that a broken book has lost.
    static bool onlyTheWall(const Checked& checked)
    {
        return std::ranges::all_of(checked.findings,
                                   [](const Finding& finding) { return finding.invariant == QStringLiteral("guard"); });
    }

    static void row(const char* name, const char* invariant, const QString& sql, const char* text = "")
    {
        for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgresql}) {
            QTest::addRow("%s, %s", name, dialect == Dialect::Sqlite ? "sqlite" : "postgresql")
                << dialect << QString::fromLatin1(invariant) << sql << QString::fromLatin1(text);
        }
    }

    static QString update(const char* change)
    {
        return QStringLiteral("UPDATE appointment SET %1 WHERE id = %2")
            .arg(QLatin1StringView(change), QLatin1StringView(someBooked));
    }

    static void claimRows()
    {
        const QString claimOf = QStringLiteral("WHERE id = (SELECT min(id) FROM claim WHERE appointment_id = %1)")
                                    .arg(QLatin1StringView(someBooked));
        row("a claim is missing", "claims", QStringLiteral("DELETE FROM claim ") + claimOf, "has no claim");
        row("a claim is too short", "claims", QStringLiteral("UPDATE claim SET ends_at = ends_at - 60 ") + claimOf);
        row("a claim of another resource", "claims",
            QStringLiteral("UPDATE claim SET resource_id = resource_id % 3 + 1 ") + claimOf);
        row("a claim of more units", "claims", QStringLiteral("UPDATE claim SET units = 2 ") + claimOf);
        row("a claim with a wrong wall", "claims", QStringLiteral("UPDATE claim SET sole = (1 = 0) ") + claimOf);
        row("a claim of a cancelled one", "claims",
            QStringLiteral("INSERT INTO claim (appointment_id, take_no, resource_id, starts_at, ends_at, units, sole) "
                           "SELECT id, 0, staff_id, starts_at, ends_at, 1, (1 = 1) FROM appointment WHERE id = "
                           "(SELECT max(id) FROM appointment WHERE status = 'cancelled')"),
            "although its takes don't say so");
        row("a popup's hold without claims", "claims",
            QStringLiteral("INSERT INTO desk_hold (desk, location_id, staff_id, starts_at, ends_at, takes, held_until) "
                           "VALUES ('Desk 1', 1, 1, 4000000000, 4000003600, "
                           "'[{\"resource\": 1, \"from\": 0, \"to\": 3600, \"units\": 1}]', 4000000000)"),
            "a popup's hold");
        row("a popup's hold without sense", "desk_hold",
            QStringLiteral("INSERT INTO desk_hold (desk, location_id, starts_at, ends_at, takes, held_until) "
                           "VALUES ('Desk 1', 1, 4000000000, 4000003600, '[{}]', 4000000000)"));
    }

    static void fieldRows()
    {
        row("ends before it starts", "length", update("ends_at = starts_at - 60"));
        row("held until, but not held", "held_until", update("held_until = 4000000000"));
        row("squeezed without a reason", "squeeze_reason", update("squeezed = 1"));
        row("squeezed online", "squeeze_online", update("squeezed = 1, squeeze_reason = 'x', source = 'online'"));
        row("a status before that can't be", "status_before", update("status_before = 'completed'"));
        row("a promised time that isn't its own", "promised_time", update("local_start = '2020-01-01T10:00:00'"));
        row("a zone that nobody knows", "promised_time", update("zone = 'Mars/Base'"));
        row("takes that can't be read", "takes", update("takes = '[{\"resource\": 1}]'"));
        row("takes of another location", "takes",
            QStringLiteral(
                "INSERT INTO location (name, zone, currency) VALUES ('Elsewhere', 'Europe/Berlin', 'EUR'); ") +
                update("location_id = 2"));
        row("takes that don't span it", "takes_span", update("buffer_after = buffer_after + 60"));
        row("no takes", "takes_span", update("takes = '[]'"));
        row("drawn at somebody else", "takes_staff", update("staff_id = staff_id % 4 + 1"));
        row("somebody who was never able", "staff_unable",
            QStringLiteral("UPDATE appointment SET service_id = (SELECT id FROM service WHERE name = 'Beard trim') "
                           "WHERE id = (SELECT min(id) FROM appointment WHERE staff_id = 4 AND status = 'booked')"));
        row("one booking key twice", "booking_key",
            QStringLiteral("UPDATE appointment SET booking_key = 'twice' WHERE id IN (2, 3)"), "appointment 2 (");
    }

    static void referenceRows()
    {
        row("a client who isn't there", "references", update("client_id = 999999"));
        row("a service that isn't there", "references", update("service_id = 999999"));
        row("a visit that isn't there", "references", update("visit_id = 999999"));
        row("takes of a resource that isn't there", "references",
            update("takes = '[{\"resource\": 999999, \"from\": 0, \"to\": 2700, \"units\": 1}]'"));
        row("a message of nothing", "references",
            QStringLiteral("INSERT INTO outbox (kind, channel, appointment_id, due, not_after) "
                           "VALUES ('booked', 'email', 999999, 0, 0)"));
        row("steps that differ", "steps",
            QStringLiteral("UPDATE service_step SET length = length + 60 WHERE service_id = 1"));
        row("a step too few", "steps", QStringLiteral("DELETE FROM service_step WHERE service_id = 2 AND step_no = 1"));
        row("able people who aren't listed", "able",
            QStringLiteral("INSERT INTO service_resource (service_id, resource_id) "
                           "SELECT 1, max(id) FROM resource"));
        row("a listed one is missing", "able",
            QStringLiteral("DELETE FROM service_resource WHERE service_id = 1 AND resource_id = 1"));
        row("a location's zone that nobody knows", "zone",
            QStringLiteral("UPDATE location SET zone = 'Mars/Base' WHERE id = 1"), "Mars/Base");
        row("a location's hours that can't be read", "hours",
            QStringLiteral("UPDATE location SET hours = '{\"1\": 5}' WHERE id = 1"), "location 1 (");
        row("a resource's hours that can't be read", "hours",
            QStringLiteral("UPDATE resource SET hours = '[]' WHERE id = 2"), "resource 2 (");
        row("search keys are missing", "search_keys", QStringLiteral("DELETE FROM client_search WHERE client_id = 2"),
            "client 2 ");
        row("search keys of an older version", "search_keys",
            QStringLiteral("UPDATE client_search SET client_version = 0 WHERE client_id = 2"), "client 2 ");
        row("search keys of another name", "search_keys",
            QStringLiteral("UPDATE client SET name = 'Zoe' WHERE id = 2"));
        row("a message by a channel that is off", "outbox",
            QStringLiteral("INSERT INTO outbox (kind, channel, appointment_id, due, not_after) "
                           "VALUES ('booked', 'sms', 1, 0, 0)"));
        row("a message after the start", "outbox",
            QStringLiteral("UPDATE business SET sms_on = 1; "
                           "INSERT INTO outbox (kind, channel, appointment_id, due, not_after) "
                           "VALUES ('booked', 'sms', 1, 0, 4000000000)"));
    }

    static void historyRows()
    {
        row("a version without audit", "audit", update("version = version + 1"), "stands at version 2");
        row("an audit without its row's version", "audit",
            QStringLiteral("INSERT INTO audit (at, table_name, row_id, row_version, action, changes) "
                           "VALUES (0, 'client', 1, 2, 'update', '{}')"));
        row("a version left out", "audit",
            QStringLiteral("INSERT INTO audit (at, table_name, row_id, row_version, action, changes) "
                           "VALUES (0, 'client', 1, 3, 'update', '{}'); "
                           "UPDATE client SET version = 3 WHERE id = 1"),
            "from version 1 to 3");
        row("two inserts", "audit",
            QStringLiteral("INSERT INTO audit (at, table_name, row_id, row_version, action, changes) "
                           "VALUES (0, 'client', 1, 2, 'insert', '{}'); UPDATE client SET version = 2 WHERE id = 1"));
        row("no audit", "audit", QStringLiteral("DELETE FROM audit WHERE table_name = 'service' AND row_id = 1"),
            "service 1: it has no audit");
        row("an audit of nothing", "audit",
            QStringLiteral("INSERT INTO audit (at, table_name, row_id, row_version, action, changes) "
                           "VALUES (0, 'appointment', 999999, 1, 'insert', '{}')"));
        row("a move without audit", "audit", update("starts_at = starts_at - 60, ends_at = ends_at - 60"),
            "its start isn't");
        row("another client without audit", "audit", update("client_id = client_id % 3 + 1"), "its client isn't");
        row("another status than the audit's last", "audit", update("status = 'arrived'"),
            "its audit ends with booked");
        row("a status way that isn't one", "status_way",
            QStringLiteral("INSERT INTO audit (at, table_name, row_id, row_version, action, changes) SELECT 0, "
                           "'appointment', id, 2, 'update', '{\"status\": [\"booked\", \"expired\"]}' FROM appointment "
                           "WHERE id = %1; ")
                    .arg(QLatin1StringView(someBooked)) +
                update("status = 'expired', version = 2"),
            "from booked to expired");
        row("it began as expired", "status_way",
            QStringLiteral("UPDATE audit SET changes = '{\"status\": [null, \"expired\"]}' "
                           "WHERE table_name = 'appointment' AND row_id = 1"));
        row("a sealed value was changed", "audit_personal",
            QStringLiteral("UPDATE audit_personal SET digest = 'not that' WHERE audit_id = "
                           "(SELECT min(audit_id) FROM audit_personal)"));
        row("a personal value is gone", "audit_personal",
            QStringLiteral("UPDATE audit_personal SET value = NULL, salt = NULL WHERE audit_id = "
                           "(SELECT min(audit_id) FROM audit_personal)"));
    }

private slots:
    void initTestCase()
    {
        m_sqlite = std::make_unique<BrokenBook>(Dialect::Sqlite);
        m_postgresql = std::make_unique<BrokenBook>(Dialect::Postgresql);
    }

    void cleanupTestCase()
    {
        m_sqlite.reset();
        m_postgresql.reset();
    }

    /// The rows of a book whose triggers are gone are sound; that the triggers are gone is told.
    void wallsDownAreNamedAndNothingElse_data() { frontdesk::test::onBothDatabases(); }
    void wallsDownAreNamedAndNothingElse()
    {
        QFETCH(Dialect, dialect);
        const auto book = brokenBook(dialect);
        const Checked checked = checkBook(*book->connect(), SystemClock().now());
        QVERIFY2(!checked.error && onlyTheWall(checked), qPrintable(textOf(checked)));
        QCOMPARE(qint64(checked.findings.size()), book->number(QStringLiteral("SELECT count(*) FROM guard_trigger")));
        const QString text = QStringLiteral("of table appointment is ") +
                             (dialect == Dialect::Sqlite ? QStringLiteral("gone") : QStringLiteral("switched off"));
        QVERIFY2(std::ranges::any_of(checked.findings, [&](const Finding& f) { return f.text.endsWith(text); }),
                 qPrintable(textOf(checked)));
    }

    void oneTriggerThatIsGoneOrAnother_data() { frontdesk::test::onBothDatabases(); }
    void oneTriggerThatIsGoneOrAnother()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const bool sqlite = dialect == Dialect::Sqlite;
        const auto connection = database.connect();
        const auto texts = [&] { return textOf(checkBook(*connection, SystemClock().now())); };
        QVERIFY(!connection->execute(sqlite ? QStringLiteral("DROP TRIGGER audit_delete")
                                            : QStringLiteral("DROP TRIGGER guard ON audit")));
        QCOMPARE(texts().trimmed(), QStringLiteral("guard: the trigger %1 of table audit is gone")
                                        .arg(sqlite ? QStringLiteral("audit_delete") : QStringLiteral("guard")));
        QVERIFY(!connection->execute(
            sqlite ? QStringLiteral("CREATE TRIGGER audit_delete BEFORE DELETE ON audit BEGIN SELECT 1; END")
                   : QStringLiteral("CREATE TRIGGER guard BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION "
                                    "audit_stands()")));
        QVERIFY2(texts().contains(QStringLiteral("of table audit is another one")), qPrintable(texts()));
    }

    void aDemoBookIsClean_data() { frontdesk::test::onBothDatabases(); }
    void aDemoBookIsClean()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        frontdesk::demo::Options options;
        options.appointments = 1200;
        options.around = QDate(2026, 11, 23);
        options.now = brokenNow();
        QVERIFY(frontdesk::demo::fill(*connection, options).isGood());
        QStringList parts;
        const Checked checked =
            checkBook(*connection, SystemClock().now(), [&](const QString& what) { parts += what; });
        QVERIFY2(!checked.error && checked.findings.empty(), qPrintable(textOf(checked)));
        QVERIFY(parts.contains(QStringLiteral("claims")));
    }

    void anEmptyBookIsClean_data() { frontdesk::test::onBothDatabases(); }
    void anEmptyBookIsClean()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        const Checked checked = checkBook(*connection, SystemClock().now());
        QVERIFY2(!checked.error && checked.findings.empty(), qPrintable(textOf(checked)));
    }

    void names_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<QString>("invariant");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("text");
        claimRows();
        fieldRows();
        referenceRows();
        historyRows();
    }

    /// As it is judged then: what lies ahead there is past by now. That it was written later may be found too.
    void names()
    {
        QFETCH(Dialect, dialect);
        QFETCH(QString, invariant);
        QFETCH(QString, sql);
        QFETCH(QString, text);
        const auto book = brokenBook(dialect);
        book->type(sql);
        const Checked checked = checkBook(*book->connect(), brokenNow());
        QVERIFY2(!checked.error, qPrintable(checked.error.text));
        const bool isNamed = std::ranges::any_of(checked.findings, [&](const Finding& finding) {
            return finding.invariant == invariant && finding.text.contains(text) && !finding.text.contains(u'\n');
        });
        QVERIFY2(isNamed, qPrintable(textOf(checked)));
    }

    void aFileThatBreaksItsOwnRules()
    {
        const auto book = brokenBook(Dialect::Sqlite);
        book->type(
            QStringLiteral("PRAGMA ignore_check_constraints = ON; UPDATE appointment SET seats = 0 WHERE id = 1"));
        const Checked checked = checkBook(*book->connect(), SystemClock().now());
        QVERIFY2(
            std::ranges::any_of(checked.findings,
                                [](const Finding& finding) { return finding.invariant == QStringLiteral("file"); }),
            qPrintable(textOf(checked)));
    }

    void thousandsAreCounted()
    {
        const TestDatabase database(Dialect::Sqlite);
        const auto connection = database.connect();
        frontdesk::demo::Options options;
        options.appointments = 1500;
        options.around = QDate(2026, 11, 23);
        options.now = brokenNow();
        QVERIFY(frontdesk::demo::fill(*connection, options).isGood());
        QVERIFY(!connection->execute(QStringLiteral("PRAGMA foreign_keys = OFF; DROP TRIGGER audit_delete; "
                                                    "DELETE FROM audit WHERE table_name = 'appointment'")));
        const Checked checked = checkBook(*connection, SystemClock().now());
        QStringList texts;
        for (const Finding& finding : checked.findings) {
            if (finding.invariant == QStringLiteral("audit"))
                texts += finding.text;
        }
        QCOMPARE(texts.size(), 1001);
        QVERIFY(texts.contains(QStringLiteral("and 500 more of this kind")));
    }

    void aFailedStatementIsTold_data() { frontdesk::test::onBothDatabases(); }
    void aFailedStatementIsTold()
    {
        QFETCH(Dialect, dialect);
        const auto book = brokenBook(dialect);
        const auto connection = book->connect();
        int n = 1;
        for (; n < 60; ++n) {
            connection->failStatement(n);
            const Checked checked = checkBook(*connection, SystemClock().now());
            connection->failStatement(0);
            if (!checked.error)
                break;
            QVERIFY2(onlyTheWall(checked), qPrintable(textOf(checked)));
        }
        QVERIFY(n > 10 && n < 60);
        const Checked checked = checkBook(*connection, SystemClock().now());
        QVERIFY2(!checked.error && onlyTheWall(checked), qPrintable(textOf(checked)));
    }
};

QTEST_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
