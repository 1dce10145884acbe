#include "models/link/book_reads.h"

#include "models/booking/appointment_reader.h"
#include "models/storage/connection.h"

namespace frontdesk
{

namespace
{

Connection::Result runOrLog(Connection& connection, const QString& statement, const QVariantMap& values)
{
    Connection::Result result = connection.run(statement, values);
    if (result.error) {
        qWarning("%s: %s", qPrintable(statement), qPrintable(result.error.text));
    }
    return result;
}

} // namespace

std::optional<Appointment> readAppointment(Connection& connection, AppointmentId id)
{
    const Connection::Result result =
        runOrLog(connection, QStringLiteral("calendar_row_by_id"), {{QStringLiteral("id"), id.value()}});
    if (result.error || !result.query->next()) {
        return std::nullopt;
    }
    return appointmentFrom(*result.query);
}

std::vector<Appointment> readClientAppointments(Connection& connection, ClientId id, TimeSlot within)
{
    const Connection::Result result = runOrLog(connection, QStringLiteral("appointments_of_client"),
                                               {{QStringLiteral("client"), id.value()},
                                                {QStringLiteral("from_second"), toUnix(within.start)},
                                                {QStringLiteral("to_second"), toUnix(within.end)}});
    std::vector<Appointment> found;
    while (!result.error && result.query->next()) {
        found.push_back(appointmentFrom(*result.query));
    }
    return found;
}

std::vector<TimelineEntry> readTimeline(Connection& connection, AppointmentId id)
{
    const Connection::Result result =
        runOrLog(connection, QStringLiteral("appointment_timeline"), {{QStringLiteral("id"), id.value()}});
    std::vector<TimelineEntry> story;
    while (!result.error && result.query->next()) {
        const QSqlQuery& row = *result.query;
        TimelineEntry& entry = story.emplace_back();
        entry.at = instantFromUnix(row.value(0).toLongLong());
        entry.action = row.value(1).toString();
        entry.person = row.value(2).toString();
        entry.desk = row.value(3).toString();
        entry.commandId = row.value(4).toString();
        entry.version = RowVersion(row.value(5).toLongLong());
        entry.changes = row.value(6).toString().toUtf8();
    }
    return story;
}

std::optional<DayLoads> readDayLoads(Connection& connection, LocationId location, TimeSlot range, Instant now)
{
    const Connection::Result result = runOrLog(connection, QStringLiteral("day_loads"),
                                               {{QStringLiteral("location"), location.value()},
                                                {QStringLiteral("from_second"), toUnix(range.start)},
                                                {QStringLiteral("to_second"), toUnix(range.end)},
                                                {QStringLiteral("now_second"), toUnix(now)}});
    if (result.error) {
        return std::nullopt;
    }
    DayLoads loads;
    while (result.query->next()) {
        const QDate date = QDate::fromString(result.query->value(0).toString(), Qt::ISODate);
        loads.insert(date, {Seconds(result.query->value(1).toLongLong()), Seconds(result.query->value(2).toLongLong()),
                            result.query->value(3).toInt()});
    }
    return loads;
}

} // namespace frontdesk
