#include "tests/benchmarks/bench_book.h"

#include <QUuid>

namespace frontdesk::bench
{

namespace
{

constexpr qint64 monday = 1795392000; // 2026-11-23T00:00:00Z
constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

void mustType(const test::TestDatabase& book, const QString& sql)
{
    const auto typed = book.typed(sql);
    if (typed.error)
        qFatal("%s: %s", qPrintable(sql.left(80)), qPrintable(typed.error.text));
}

} // namespace

void fillWideSalon(const test::TestDatabase& book)
{
    book.fillSmallSalon();
    const QString hours = QStringLiteral(R"({"1":[["00:00","24:00"]],"2":[["00:00","24:00"]],"3":[["00:00","24:00"]],)"
                                         R"("4":[["00:00","24:00"]],"5":[["00:00","24:00"]],"6":[["00:00","24:00"]],)"
                                         R"("7":[["00:00","24:00"]]})");
    mustType(book, QStringLiteral("UPDATE location SET hours = '%1', version = version + 1").arg(hours));
    mustType(book, QStringLiteral("UPDATE resource SET hours = '%1', version = version + 1").arg(hours));
    QStringList able = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")};
    for (int staff = 4; staff <= staffCount; ++staff) {
        const int id = 100 + staff;
        able << QString::number(id);
        mustType(book, QStringLiteral("INSERT INTO resource (id, location_id, kind, name, hours) "
                                      "VALUES (%1, 1, 'staff', 'Staff %1', '%2')")
                           .arg(id)
                           .arg(hours));
    }
    mustType(book, QStringLiteral("UPDATE service SET able = '[%1]', version = version + 1 WHERE id = 1")
                       .arg(able.join(QLatin1Char(','))));
}

BookAppointment nthBooking(int writer, int n)
{
    const int staff = writer % staffCount;
    BookAppointment booking;
    booking.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    booking.location = LocationId(1);
    booking.service = ServiceId(1);
    booking.staff = ResourceId(staff < 3 ? staff + 1 : 101 + staff);
    booking.client = ClientId(1 + n % 5);
    // Half an hour after the buffer's end, years apart for writers that share a staff member.
    booking.start = instantFromUnix(monday + 400 * day + (writer / staffCount) * 4000 * day + n * hour);
    return booking;
}

TimeSlot measuredWeek()
{
    return {instantFromUnix(monday), instantFromUnix(monday + 7 * day)};
}

void fillForReading(const test::TestDatabase& book, int count)
{
    book.fillSmallSalon();
    const bool postgresql = book.url().dialect() == Dialect::Postgresql;
    if (!postgresql) {
        for (;;) {
            const auto trigger = book.typed(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'trigger' AND "
                                                           "tbl_name IN ('appointment', 'claim') LIMIT 1"));
            if (trigger.value.toString().isEmpty())
                break;
            mustType(book, QStringLiteral("DROP TRIGGER %1").arg(trigger.value.toString()));
        }
    }
    // A desk's statement ends after four seconds; half a million rows take longer.
    const QString patient = postgresql ? QStringLiteral("SET statement_timeout = 0; ") : QString();
    // Eight appointments of 45 minutes a staff member and day, three staff members; outside of the week as many days as
    // needed.
    const auto insert = [&](int days, qint64 firstDay) {
        const QString series = postgresql
                                   ? QStringLiteral("generate_series(0, %1) AS s(n)").arg(days * 24 - 1)
                                   : QStringLiteral("(WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s "
                                                    "WHERE n < %1) SELECT n FROM s)")
                                         .arg(days * 24 - 1);
        const QString start = QStringLiteral("(%1 + (n / 24) * %2 + 8 * 3600 + (n % 8) * 3600)").arg(firstDay).arg(day);
        const QString json = postgresql ? QStringLiteral("::jsonb") : QString();
        mustType(book,
                 patient + (postgresql ? QStringLiteral("SET session_replication_role = replica; ") : QString()) +
                     QStringLiteral(
                         "INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, "
                         "local_start, zone, buffer_after, takes, price_minor, currency, status) "
                         "SELECT 1, n % 5 + 1, 1, (n / 8) % 3 + 1, %1, %1 + 2700, '2026-01-01T00:00:00', "
                         "'Europe/Berlin', 300, ('[{\"resource\": ' || ((n / 8) % 3 + 1) || "
                         "', \"from\": 0, \"to\": 3000, \"units\": 1}]')%2, 4200, 'EUR', 'booked' FROM %3")
                         .arg(start, json, series));
    };
    insert(7, monday);
    const int outside = count / 24;
    insert(outside / 2, monday - (outside / 2) * day);
    insert(outside / 2, monday + 7 * day);
    mustType(book, patient + QStringLiteral("ANALYZE"));
}

} // namespace frontdesk::bench
