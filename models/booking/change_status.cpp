#include "models/booking/place_values.h"
#include "models/booking/refusal.h"

namespace frontdesk
{
namespace
{

constexpr Minutes heldAgainFor{15}; ///< how long a run-out or cancelled hold is kept when it is taken up again

/// The row that was not changed, for what its new status would take.
Attempt taken(const Handling& h, AppointmentId id, const StorageError& error)
{
    const StoredOrError read = readStored(h, id);
    if (const auto* readError = std::get_if<StorageError>(&read))
        return failed(*readError);
    const auto& stored = std::get<std::optional<StoredAppointment>>(read);
    if (!stored)
        return Outcome(Gone{});
    const Appointment& row = stored->row;
    return Outcome(
        slotTaken(h, {row.location, row.service, row.staff, row.slot, row.takes, row.squeezed, row.id, {}}, error));
}

/// No row was changed: the status may be that already.
Attempt notChanged(const Handling& h, const ChangeStatus& c)
{
    const StoredOrError read = readStored(h, c.id);
    if (const auto* error = std::get_if<StorageError>(&read))
        return failed(*error);
    const auto& stored = std::get<std::optional<StoredAppointment>>(read);
    if (stored && stored->row.version == c.seen && stored->row.status == c.to)
        return Outcome(Done{c.id.value(), c.seen});
    return whyNotSaved(h, c.id, c.seen);
}

QVariantMap valuesOf(const Handling& h, const ChangeStatus& c)
{
    QVariantMap values = signedValues(h);
    values.insert({{QStringLiteral("id"), sqlValue(c.id)},
                   {QStringLiteral("seen"), sqlValue(c.seen)},
                   {QStringLiteral("status"), QString(toCode(c.to))},
                   {QStringLiteral("reason"), c.reason},
                   {QStringLiteral("held_until"), sqlValue(h.now + heldAgainFor)}});
    return values;
}

Attempt changeOnce(const Handling& h, Work& work, const ChangeStatus& c)
{
    const Connection::Result result = h.connection.run(QStringLiteral("change_status"), valuesOf(h, c));
    if (result.error) {
        work.refused();
        return result.error.kind == StorageError::Kind::Taken ? taken(h, c.id, result.error) : failed(result.error);
    }
    if (!result.query->next())
        return notChanged(h, c);
    return Outcome(Done{c.id.value(), RowVersion(result.query->value(0).toLongLong())});
}

const Done* doneIn(const Attempt& attempt)
{
    const auto* outcome = std::get_if<Outcome>(&attempt);
    return outcome ? std::get_if<Done>(outcome) : nullptr;
}

bool isStatusWay(const Attempt& attempt)
{
    const auto* outcome = std::get_if<Outcome>(&attempt);
    const auto* broken = outcome ? std::get_if<RuleBroken>(outcome) : nullptr;
    return broken && broken->rule == QLatin1StringView("status_way");
}

/// "Start" pressed on somebody who never was "arrived", and taken back: no way leads from in_service to booked, both
/// halves of it do.
Attempt overArrived(const Handling& h, const ChangeStatus& c)
{
    Work work(h, Work::Statements::Several);
    if (const StorageError error = work.beginError())
        return failed(error);
    const Attempt arrived = changeOnce(h, work, {c.id, c.seen, Status::Arrived, {}});
    const Done* half = doneIn(arrived);
    if (!half)
        return arrived;
    const Attempt booked = changeOnce(h, work, {c.id, half->version, c.to, c.reason});
    if (doneIn(booked)) {
        if (const StorageError error = work.commit())
            return failed(error);
    }
    return booked;
}

bool isInService(const Handling& h, AppointmentId id)
{
    const StoredOrError read = readStored(h, id);
    const auto* stored = std::get_if<std::optional<StoredAppointment>>(&read);
    return stored && *stored && (*stored)->row.status == Status::InService;
}

} // namespace

Attempt handle(const Handling& h, const ChangeStatus& given)
{
    ChangeStatus c = given;
    if (const auto problem = checkText(c.reason, 400, false, QLatin1StringView("reason")))
        return Outcome(*problem);
    std::optional<Work> work(std::in_place, h, Work::Statements::One);
    if (const StorageError error = work->beginError())
        return failed(error);
    const Attempt changed = changeOnce(h, *work, c);
    if (doneIn(changed)) {
        if (const StorageError error = work->commit())
            return failed(error);
    }
    if (c.to != Status::Booked || !isStatusWay(changed) || !isInService(h, c.id))
        return changed;
    work.reset();
    return overArrived(h, c);
}

} // namespace frontdesk
