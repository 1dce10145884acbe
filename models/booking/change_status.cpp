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

} // namespace

Attempt handle(const Handling& h, const ChangeStatus& given)
{
    ChangeStatus c = given;
    if (const auto problem = checkText(c.reason, 400, false, QLatin1StringView("reason")))
        return Outcome(*problem);
    QVariantMap values = signedValues(h);
    values.insert({{QStringLiteral("id"), sqlValue(c.id)},
                   {QStringLiteral("seen"), sqlValue(c.seen)},
                   {QStringLiteral("status"), QString(toCode(c.to))},
                   {QStringLiteral("reason"), c.reason},
                   {QStringLiteral("held_until"), sqlValue(h.now + heldAgainFor)}});
    Work work(h, Work::Statements::One);
    if (const StorageError error = work.beginError())
        return failed(error);
    const Connection::Result result = h.connection.run(QStringLiteral("change_status"), values);
    if (result.error) {
        work.refused();
        return result.error.kind == StorageError::Kind::Taken ? taken(h, c.id, result.error) : failed(result.error);
    }
    if (!result.query->next())
        return notChanged(h, c);
    const Done done{c.id.value(), RowVersion(result.query->value(0).toLongLong())};
    if (const StorageError error = work.commit())
        return failed(error);
    return Outcome(done);
}

} // namespace frontdesk
