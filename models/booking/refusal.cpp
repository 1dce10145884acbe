#include "models/booking/refusal.h"

#include "models/availability/availability.h"
#include "models/domain/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace frontdesk
{
namespace
{

using RunResult = Connection::Result;

struct TakenWords {
    Q_DECLARE_TR_FUNCTIONS(SlotTaken)
};

struct InTheWay {
    qint64 by = 0; ///< negative: a desk hold
    ResourceId resource;
};

InTheWay findClaimInWay(const Handling& h, const WantedPlace& wanted)
{
    const RunResult result =
        h.connection.run(QStringLiteral("claim_in_way"), {{QStringLiteral("takes"), toJson(wanted.takes)},
                                                          {QStringLiteral("starts_at"), sqlValue(wanted.slot.start)},
                                                          {QStringLiteral("now"), sqlValue(h.now)},
                                                          {QStringLiteral("squeezed"), wanted.squeezed ? 1 : 0},
                                                          {QStringLiteral("except_appointment"), wanted.except.value()},
                                                          {QStringLiteral("except_hold"), wanted.exceptHold.value()}});
    if (result.error || !result.query->next())
        return {};
    const qint64 hold = result.query->value(2).toLongLong();
    return {hold != 0 ? -hold : result.query->value(1).toLongLong(), ResourceId(result.query->value(0).toLongLong())};
}

QString wallTimes(const Catalogue& catalogue, LocationId location, TimeSlot slot)
{
    const Location* at = catalogue.location(location);
    const Zone zone = at ? at->zone : Zone::utc();
    return clockText(zone.toLocal(slot.start).time(), zone.toLocal(slot.end).time(), QLocale());
}

/// Why a row is in the way whose own time isn't.
QString bufferWords(const Handling& h, const Appointment& row, const TimeSlot& wanted)
{
    const TimeSlot kept{row.slot.start - row.bufferBefore, row.slot.end + row.bufferAfter};
    const Location* location = h.catalogue.location(row.location);
    const Zone zone = location ? location->zone : Zone::utc();
    const auto wall = [&zone](Instant at) { return clockText(zone.toLocal(at).time(), QLocale()); };
    if (wanted.isEmpty() || row.slot.overlaps(wanted))
        return {};
    if (!kept.overlaps(wanted))
        return TakenWords::tr(", too near for the buffer");
    return row.slot.end <= wanted.start ? TakenWords::tr(", buffer till %1").arg(wall(kept.end))
                                        : TakenWords::tr(", buffer from %1").arg(wall(kept.start));
}

void describeAppointment(const Handling& h, const WantedPlace& wanted, SlotTaken& taken)
{
    const StoredOrError read = readStored(h, taken.by);
    const auto* stored = std::get_if<std::optional<StoredAppointment>>(&read);
    if (!stored || !*stored)
        return;
    const Appointment& row = (*stored)->row;
    QString what = row.clientName.isEmpty() ? row.label : row.clientName;
    if (!row.serviceName.isEmpty())
        what += (what.isEmpty() ? QString() : QStringLiteral(" · ")) + row.serviceName;
    taken.byWhat = (what + u' ' + wallTimes(h.catalogue, row.location, row.slot)).trimmed();
    taken.byWhat += bufferWords(h, row, wanted.slot);
    const Author author = authorOf(h, QLatin1StringView("appointment"), row.id.value(), row.version);
    taken.byPerson = author.person;
    taken.byDesk = author.desk;
    taken.since = author.at;
}

void describeHold(const Handling& h, SlotTaken& taken)
{
    const RunResult result =
        h.connection.run(QStringLiteral("desk_hold_by_id"), {{QStringLiteral("id"), -taken.by.value()}});
    if (result.error || !result.query->next())
        return;
    taken.byDesk = result.query->value(0).toString();
    taken.byPerson = result.query->value(1).toString();
    taken.byWhat = TakenWords::tr("%1 is booking here").arg(taken.byDesk);
}

std::vector<BusyTime> busyIn(const Handling& h, const WantedPlace& wanted, TimeSlot within)
{
    const RunResult result =
        h.connection.run(QStringLiteral("busy_claims"), {{QStringLiteral("location"), sqlValue(wanted.location)},
                                                         {QStringLiteral("from_second"), sqlValue(within.start)},
                                                         {QStringLiteral("to_second"), sqlValue(within.end)},
                                                         {QStringLiteral("now"), sqlValue(h.now)}});
    std::vector<BusyTime> busy;
    while (!result.error && result.query->next()) {
        const auto number = [&](int column) { return result.query->value(column).toLongLong(); };
        const AppointmentId by(number(5) != 0 ? -number(5) : number(4));
        const AppointmentId ownHold(-wanted.exceptHold.value());
        if (by == wanted.except || (wanted.exceptHold.isValid() && by == ownHold))
            continue;
        busy.push_back(
            {ResourceId(number(0)), {instantFromUnix(number(1)), instantFromUnix(number(2))}, int(number(3)), by});
    }
    return busy;
}

/// The three nearest of the staff member and the three nearest of others who are able, within some days.
void addNearest(const Handling& h, const WantedPlace& wanted, std::chrono::days reach, SlotTaken& taken)
{
    constexpr int count = 3;
    const TimeSlot within{std::max(wanted.slot.start - reach, h.now), wanted.slot.end + reach};
    if (within.isEmpty())
        return;
    const std::vector<BusyTime> busy = busyIn(h, wanted, within);
    Request request{wanted.location, wanted.service, wanted.staff, wanted.slot.start, wanted.slot.length(), {}};
    taken.nearestSame = nearestFree(h.catalogue, busy, request, within, h.now, count);
    taken.nearestOthers.clear();
    const Service* service = h.catalogue.service(wanted.service);
    for (const Resource& other : h.catalogue.resources) {
        if (other.kind != ResourceKind::Staff || other.retired || other.location != wanted.location ||
            other.id == wanted.staff || (service && std::ranges::find(service->able, other.id) == service->able.end()))
            continue;
        request.staff = other.id;
        std::ranges::move(nearestFree(h.catalogue, busy, request, within, h.now, count),
                          std::back_inserter(taken.nearestOthers));
    }
    const auto distance = [&](const FreePlace& place) {
        return std::pair(std::chrono::abs(place.slot.start - wanted.slot.start), place.slot.start < wanted.slot.start);
    };
    std::ranges::stable_sort(taken.nearestOthers, {}, distance);
    if (taken.nearestOthers.size() > count)
        taken.nearestOthers.resize(count);
}

} // namespace

SlotTaken slotTaken(const Handling& h, const WantedPlace& wanted, const StorageError& error)
{
    InTheWay found{error.claimedBy, ResourceId(error.resource)};
    if (found.by == 0)
        found = findClaimInWay(h, wanted);
    SlotTaken taken;
    taken.by = AppointmentId(found.by);
    taken.resource = found.resource.isValid() ? found.resource : wanted.staff;
    if (const Resource* resource = h.catalogue.resource(taken.resource))
        taken.resourceName = resource->name;
    if (found.by > 0)
        describeAppointment(h, wanted, taken);
    else if (found.by < 0)
        describeHold(h, taken);
    for (const int days : {1, 8}) { // most often the same day has free places: then the week is not read
        addNearest(h, wanted, std::chrono::days(days), taken);
        if (taken.nearestSame.size() >= 3)
            break;
    }
    return taken;
}

Author authorOf(const Handling& h, QLatin1StringView table, qint64 id, RowVersion version)
{
    const RunResult result =
        h.connection.run(QStringLiteral("change_of_version"), {{QStringLiteral("table_name"), QString(table)},
                                                               {QStringLiteral("id"), id},
                                                               {QStringLiteral("version"), sqlValue(version)}});
    if (result.error || !result.query->next())
        return {};
    return {result.query->value(1).toString(), result.query->value(2).toString(),
            instantFromUnix(result.query->value(0).toLongLong())};
}

VersionOrError writtenAlready(const Handling& h, QLatin1StringView table, qint64 id)
{
    if (h.sender.commandId.isEmpty())
        return std::optional<RowVersion>();
    const RunResult result =
        h.connection.run(QStringLiteral("change_of_command"), {{QStringLiteral("command"), h.sender.commandId},
                                                               {QStringLiteral("table_name"), QString(table)},
                                                               {QStringLiteral("id"), id}});
    if (result.error)
        return result.error;
    if (!result.query->next() || result.query->value(0).isNull())
        return std::optional<RowVersion>();
    return std::optional(RowVersion(result.query->value(0).toLongLong()));
}

Attempt whyNotSaved(const Handling& h, AppointmentId id, RowVersion seen)
{
    const StoredOrError read = readStored(h, id);
    if (const auto* error = std::get_if<StorageError>(&read))
        return failed(*error);
    const auto& stored = std::get<std::optional<StoredAppointment>>(read);
    if (!stored)
        return Outcome(Gone{});
    const Appointment& row = stored->row;
    if (row.version == seen)
        return Outcome(Forbidden{});
    const VersionOrError written = writtenAlready(h, QLatin1StringView("appointment"), id.value());
    if (const auto* error = std::get_if<StorageError>(&written))
        return failed(*error);
    if (const auto& version = std::get<std::optional<RowVersion>>(written))
        return Outcome(Done{id.value(), *version});
    const Author author = authorOf(h, QLatin1StringView("appointment"), id.value(), row.version);
    return Outcome(VersionConflict{row, author.person, author.desk, author.at});
}

Attempt whyAnotherClient(const Handling& h, ClientId id, RowVersion current)
{
    const VersionOrError written = writtenAlready(h, QLatin1StringView("client"), id.value());
    if (const auto* error = std::get_if<StorageError>(&written))
        return failed(*error);
    if (const auto& version = std::get<std::optional<RowVersion>>(written))
        return Outcome(Done{id.value(), *version});
    const Author author = authorOf(h, QLatin1StringView("client"), id.value(), current);
    Appointment row;
    row.id = AppointmentId(id.value());
    row.version = current;
    return Outcome(VersionConflict{row, author.person, author.desk, author.at});
}

} // namespace frontdesk
