#include "broken_book.h"

#include "models/check/check.h"
#include "models/domain/clock.h"

#include <QTest>

#include <algorithm>

using frontdesk::checkBook;
using frontdesk::Checked;
using frontdesk::Dialect;
using frontdesk::Finding;
using frontdesk::SystemClock;
using frontdesk::test::BrokenBook;
using frontdesk::test::someBooked;
using frontdesk::test::textOf;

/// More people than chairs, in rows that somebody wrote past the triggers: the two that meet are named.
class CapacityTest : public QObject
{
    Q_OBJECT

private slots:
    void twoInOneChair_data() { frontdesk::test::onBothDatabases(); }
    void twoInOneChair()
    {
        QFETCH(Dialect, dialect);
        const auto book = std::make_unique<BrokenBook>(dialect);
        const qint64 first = book->number(QLatin1StringView(someBooked).mid(1).chopped(1));
        const qint64 second = book->number(
            QStringLiteral("SELECT min(id) FROM appointment WHERE status = 'booked' AND id > %1 AND service_id IS NOT "
                           "NULL AND staff_id = (SELECT staff_id FROM appointment WHERE id = %1)")
                .arg(first));
        // Moved over the other, its claims with it, as by somebody who knows how.
        const QString shift = QStringLiteral("(SELECT starts_at FROM appointment WHERE id = %1) - "
                                             "(SELECT starts_at FROM appointment WHERE id = %2)")
                                  .arg(first)
                                  .arg(second);
        const qint64 seconds = book->number(QStringLiteral("SELECT ") + shift);
        book->type(QStringLiteral("UPDATE claim SET starts_at = starts_at + %1, ends_at = ends_at + %1 WHERE "
                                  "appointment_id = %2; "
                                  "UPDATE appointment SET local_start = (SELECT o.local_start FROM appointment o WHERE "
                                  "o.id = %3), starts_at = starts_at + %1, ends_at = ends_at + %1 WHERE id = %2")
                       .arg(seconds)
                       .arg(second)
                       .arg(first));
        const Checked checked = checkBook(*book->connect(), SystemClock().now());
        const auto found = std::ranges::find(checked.findings, QStringLiteral("capacity"), &Finding::invariant);
        QVERIFY2(found != checked.findings.end(), qPrintable(textOf(checked)));
        QVERIFY2(found->text.contains(QStringLiteral("appointment %1 (").arg(first)), qPrintable(found->text));
        QVERIFY2(found->text.contains(QStringLiteral("appointment %1 (").arg(second)), qPrintable(found->text));
    }

    void overlapsWithoutClaimsAreSeenToo_data() { frontdesk::test::onBothDatabases(); }
    void overlapsWithoutClaimsAreSeenToo()
    {
        QFETCH(Dialect, dialect);
        const auto book = std::make_unique<BrokenBook>(dialect);
        book->type(
            QStringLiteral("INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, "
                           "ends_at, local_start, zone, buffer_before, buffer_after, takes, currency, status) "
                           "SELECT location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, "
                           "zone, buffer_before, buffer_after, takes, currency, status FROM appointment WHERE "
                           "id = %1")
                .arg(QLatin1StringView(someBooked)));
        const Checked checked = checkBook(*book->connect(), SystemClock().now());
        const auto has = [&](const char* invariant) {
            return std::ranges::any_of(checked.findings, [&](const Finding& finding) {
                return finding.invariant == QLatin1StringView(invariant);
            });
        };
        QVERIFY2(has("capacity") && has("claims") && has("audit"), qPrintable(textOf(checked)));
    }

    void squeezedOnesAreNamedOnlyAboveTheirNumber_data() { frontdesk::test::onBothDatabases(); }
    void squeezedOnesAreNamedOnlyAboveTheirNumber()
    {
        QFETCH(Dialect, dialect);
        const BrokenBook book(dialect);
        const auto crowds = [&] {
            const Checked checked = checkBook(*book.connect(), SystemClock().now());
            return std::ranges::count(checked.findings, QStringLiteral("capacity"), &Finding::invariant);
        };
        // One beside a booked one of resource 2, who may be squeezed up to two; then a third.
        const QString beside = QStringLiteral(
            "INSERT INTO appointment (location_id, staff_id, starts_at, ends_at, local_start, zone, takes, currency, "
            "status, squeezed, squeeze_reason) SELECT location_id, staff_id, starts_at, ends_at, local_start, zone, "
            "takes, "
            "currency, status, 1, 'x' FROM appointment WHERE id = (SELECT min(id) FROM appointment WHERE staff_id = 2 "
            "AND "
            "status = 'booked' AND squeezed = 0 AND starts_at > 1795500000)");
        book.type(beside);
        QCOMPARE(crowds(), 0);
        book.type(beside);
        QVERIFY(crowds() > 0);
    }

    void whatIsOverMayHaveHadMoreRoom_data() { frontdesk::test::onBothDatabases(); }
    void whatIsOverMayHaveHadMoreRoom()
    {
        QFETCH(Dialect, dialect);
        const BrokenBook book(dialect);
        // A room that had place for two, of which one was taken away since, by commands with their audit.
        book.type(QStringLiteral(
            "INSERT INTO resource (location_id, kind, name, capacity, version) VALUES (1, 'room', 'Sauna', 1, 2); "
            "INSERT INTO audit (at, table_name, row_id, row_version, action, changes) SELECT 0, 'resource', max(id), "
            "1, "
            "'insert', '{\"capacity\": [null, 2]}' FROM resource; "
            "INSERT INTO audit (at, table_name, row_id, row_version, action, changes) SELECT 0, 'resource', max(id), "
            "2, "
            "'update', '{\"capacity\": [2, 1]}' FROM resource"));
        const QString room = QString::number(book.number(QStringLiteral("SELECT max(id) FROM resource")));
        const auto twoAt = [&](qint64 start) {
            const QString sql = QStringLiteral(
                "INSERT INTO appointment (location_id, starts_at, ends_at, local_start, zone, takes, currency, status) "
                "VALUES (1, %1, %1 + 3600, '', 'Europe/Berlin', '[{\"resource\": %2, \"from\": 0, \"to\": 3600, "
                "\"units\": 1}]', "
                "'EUR', 'booked'); ");
            book.type(sql.arg(start).arg(room) + sql.arg(start).arg(room));
            const Checked checked = checkBook(*book.connect(), SystemClock().now());
            return std::ranges::count(checked.findings, QStringLiteral("capacity"), &Finding::invariant);
        };
        QCOMPARE(twoAt(1600000000), 0);
        QCOMPARE(twoAt(4000000000), 1);
    }

    void seats_data() { frontdesk::test::onBothDatabases(); }
    void seats()
    {
        QFETCH(Dialect, dialect);
        const auto book = std::make_unique<BrokenBook>(dialect);
        const QString insert = QStringLiteral("INSERT INTO appointment (location_id, client_id, service_id, starts_at, "
                                              "ends_at, local_start, zone, takes, "
                                              "currency, status, session_id, seats, buffer_after) "
                                              "SELECT 1, %1, 1, 3000000000, 3000002700, '2065-01-24T06:20:00', "
                                              "'Europe/Berlin', '[]', 'EUR', 'booked', %2, "
                                              "%3, 0");
        book->type(insert.arg(QStringLiteral("NULL"), QStringLiteral("NULL"), QStringLiteral("2")));
        const QString session = QString::number(book->number(QStringLiteral("SELECT max(id) FROM appointment")));
        const auto found = [&](const char* invariant) {
            const Checked checked = checkBook(*book->connect(), SystemClock().now());
            return std::ranges::count(checked.findings, QString::fromLatin1(invariant), &Finding::invariant);
        };
        book->type(insert.arg(QStringLiteral("1"), session, QStringLiteral("2")));
        QCOMPARE(found("seats_full"), 0);
        QCOMPARE(found("session"), 0);
        book->type(insert.arg(QStringLiteral("2"), session, QStringLiteral("1")));
        QCOMPARE(found("seats_full"), 1);
        book->type(QStringLiteral("UPDATE appointment SET status = 'cancelled' WHERE id = (SELECT max(id) FROM "
                                  "appointment)"));
        QCOMPARE(found("seats_full"), 0);
        book->type(QStringLiteral("UPDATE appointment SET starts_at = starts_at + 60 WHERE id = %1").arg(session));
        QCOMPARE(found("session"), 2);
    }
};

QTEST_GUILESS_MAIN(CapacityTest)
#include "tst_capacity.moc"
