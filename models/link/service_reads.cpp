#include "models/link/service_reads.h"

#include "models/storage/connection.h"

namespace frontdesk
{

namespace
{

struct Booked {
    ServiceImpact::Booking booking;
    Takes takes;
};

struct Busy {
    TimeSlot slot;
    int units = 1;
    qint64 by = 0;
};

/// By their start.
std::vector<Booked> readBooked(Connection& connection, ServiceId service, Instant now)
{
    const Connection::Result result =
        connection.run(QStringLiteral("service_ahead"),
                       {{QStringLiteral("service"), service.value()}, {QStringLiteral("now"), toUnix(now)}});
    if (result.error)
        qWarning("service_ahead: %s", qPrintable(result.error.text));
    std::vector<Booked> booked;
    while (!result.error && result.query->next()) {
        const QSqlQuery& row = *result.query;
        booked.push_back(
            {{AppointmentId(row.value(0).toLongLong()), instantFromUnix(row.value(1).toLongLong()),
              LocationId(row.value(4).toLongLong()), ResourceId(row.value(2).toLongLong()), row.value(5).toString()},
             takesFromJson(row.value(3).toString().toUtf8()).value_or(Takes())});
    }
    return booked;
}

/// By their start.
std::vector<Busy> readBusy(Connection& connection, ResourceId resource, TimeSlot within, Instant now)
{
    const Connection::Result result =
        connection.run(QStringLiteral("claims_ahead"), {{QStringLiteral("resource"), resource.value()},
                                                        {QStringLiteral("from_second"), toUnix(within.start)},
                                                        {QStringLiteral("to_second"), toUnix(within.end)},
                                                        {QStringLiteral("now"), toUnix(now)}});
    if (result.error)
        qWarning("claims_ahead: %s", qPrintable(result.error.text));
    std::vector<Busy> busy;
    while (!result.error && result.query->next()) {
        const QSqlQuery& row = *result.query;
        busy.push_back({{instantFromUnix(row.value(0).toLongLong()), instantFromUnix(row.value(1).toLongLong())},
                        row.value(2).toInt(),
                        row.value(3).toLongLong()});
    }
    std::ranges::sort(busy, {}, [](const Busy& each) { return each.slot.start; });
    return busy;
}

/// Others' claims leave too little of the resource at some moment of the take.
bool isCrowded(const std::vector<Busy>& busy, TimeSlot slot, int units, int capacity, qint64 except)
{
    constexpr std::chrono::hours LongestClaim{24};
    const auto first =
        std::ranges::lower_bound(busy, slot.start - LongestClaim, {}, [](const Busy& each) { return each.slot.start; });
    std::vector<Busy> here;
    for (auto each = first; each != busy.end() && each->slot.start < slot.end; ++each) {
        if (each->by != except && each->slot.overlaps(slot))
            here.push_back(*each);
    }
    // The sum is largest where one begins.
    return std::ranges::any_of(here, [&](const Busy& begins) {
        const Instant moment = std::max(begins.slot.start, slot.start);
        int sum = units;
        for (const Busy& each : here)
            sum += each.slot.contains(moment) ? each.units : 0;
        return sum > capacity;
    });
}

bool isAble(const Service& service, ResourceId resource)
{
    return std::ranges::find(service.able, resource) != service.able.end();
}

/// What the appointment would take of what it has now; nothing when one of these isn't able.
std::optional<Takes> takesLike(const Service& edited, const Booked& booked, const Catalogue& catalogue)
{
    std::vector<Choice> choices;
    for (const Take& take : booked.takes) {
        const Resource* resource = catalogue.resource(take.resource);
        if (resource == nullptr ||
            std::ranges::any_of(choices, [&](const Choice& c) { return c.kind == resource->kind; }))
            continue;
        const bool needed =
            std::ranges::any_of(edited.steps, [&](const Step& step) { return step.keepsBusy(resource->kind); });
        if (needed && !isAble(edited, resource->id))
            return {};
        choices.push_back({resource->kind, resource->id});
    }
    return takesFor(edited.steps, edited.bufferBefore, edited.bufferAfter, choices);
}

} // namespace

QHash<qint64, int> readServicesAhead(Connection& connection, Instant now)
{
    const Connection::Result result =
        connection.run(QStringLiteral("services_ahead"), {{QStringLiteral("now"), toUnix(now)}});
    if (result.error)
        qWarning("services_ahead: %s", qPrintable(result.error.text));
    QHash<qint64, int> counts;
    while (!result.error && result.query->next())
        counts.insert(result.query->value(0).toLongLong(), result.query->value(1).toInt());
    return counts;
}

ServiceImpact readServiceImpact(Connection& connection, const Catalogue& catalogue, const Service& edited, Instant now)
{
    const std::vector<Booked> booked = readBooked(connection, edited.id, now);
    ServiceImpact impact;
    impact.booked = int(booked.size());
    if (booked.empty())
        return impact;
    constexpr std::chrono::hours Around{24};
    const TimeSlot within{booked.front().booking.start - Around, booked.back().booking.start + Around};
    QHash<qint64, std::vector<Busy>> busy;
    for (const Booked& each : booked) {
        const std::optional<Takes> takes = takesLike(edited, each, catalogue);
        const auto hits = [&](const Take& take) {
            const qint64 resource = take.resource.value();
            if (!busy.contains(resource))
                busy.insert(resource, readBusy(connection, take.resource, within, now));
            const Resource* known = catalogue.resource(take.resource);
            return isCrowded(busy[resource], take.at(each.booking.start), take.units,
                             known != nullptr ? known->capacity : 1, each.booking.id.value());
        };
        if (takes && std::ranges::none_of(*takes, hits))
            continue;
        if (++impact.breaks <= ServiceImpact::MostListed)
            impact.first.push_back(each.booking);
    }
    return impact;
}

} // namespace frontdesk
