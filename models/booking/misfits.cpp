#include "models/booking/misfits.h"

#include "models/booking/appointment_reader.h"
#include "models/storage/connection.h"

#include <QSqlQuery>

#include <map>

namespace frontdesk
{
namespace
{

constexpr std::chrono::days widestOffset{1}; ///< a date begins that much earlier or later than in UTC at most

Instant utcStartOf(QDate date)
{
    return Zone::utc().day(date).start;
}

} // namespace

MisfitsRead findMisfits(Connection& connection, const Catalogue& catalogue, Instant now, std::optional<QDate> from,
                        std::optional<QDate> to)
{
    MisfitsRead read;
    const Instant first = from ? utcStartOf(*from) - widestOffset : now;
    const Instant last = to ? utcStartOf(to->addDays(1)) + widestOffset : utcStartOf(QDate(9999, 12, 31));
    const auto [query, error] =
        connection.run(QStringLiteral("misfits_read"),
                       {{QStringLiteral("from"), toUnix(first)}, {QStringLiteral("until"), toUnix(last)}});
    if (error) {
        read.error = error;
        return read;
    }
    std::map<AppointmentId, std::vector<Reason>> ofSessions;
    while (query->next()) {
        Misfit misfit{appointmentFrom(*query), {}, query->value(QStringLiteral("override_reason")).toString()};
        const Appointment& row = misfit.row;
        const Location* location = catalogue.location(row.location);
        if (!location)
            continue;
        const QDate date = location->zone.dateOf(row.slot.start);
        if ((from && date < *from) || (to && date > *to))
            continue;
        const auto session = ofSessions.find(row.session);
        misfit.reasons = session == ofSessions.end() ? reasonsAgainst(catalogue, row) : session->second;
        if (!row.client.isValid() && row.service.isValid())
            ofSessions.emplace(row.id, misfit.reasons);
        if (!misfit.reasons.empty())
            read.misfits.push_back(std::move(misfit));
    }
    return read;
}

} // namespace frontdesk
