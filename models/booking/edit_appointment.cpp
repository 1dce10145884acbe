#include "models/booking/edited.h"
#include "models/booking/refusal.h"

namespace frontdesk
{
namespace
{

constexpr int mostRooms = 5; ///< how often another free room is tried when one is taken

/// The versioned save; on a taken room another one, when the command named none.
Attempt save(const Handling& h, Edited change, RowVersion seen)
{
    const AppointmentId id = change.before.row.id;
    for (int room = 1;; ++room) {
        const Connection::Result result =
            h.connection.run(QStringLiteral("edit_appointment"), valuesOf(h, change, seen));
        if (result.error) {
            if (result.error.kind != StorageError::Kind::Taken)
                return failed(result.error);
            const SlotTaken taken = slotTaken(h, wantedPlace(change), result.error);
            const auto takes = room < mostRooms ? withAnotherRoom(h, change, taken.resource) : std::nullopt;
            if (!takes)
                return Outcome(taken);
            change.after.row.takes = *takes;
            continue;
        }
        if (!result.query->next())
            return whyNotSaved(h, id, seen);
        return Outcome(Done{id.value(), RowVersion(result.query->value(0).toLongLong())});
    }
}

} // namespace

Attempt handle(const Handling& h, const EditAppointment& given)
{
    EditAppointment c = given;
    if (const auto problem = checkEdit(c))
        return Outcome(*problem);
    // On PostgreSQL the read and the save are statements of their own: versions only grow, so the save's own check
    // holds, and no lock waits for the network.
    Work work(h, Work::Statements::One);
    if (const StorageError error = work.beginError())
        return failed(error);
    const StoredOrError read = readStored(h, c.id);
    if (const auto* error = std::get_if<StorageError>(&read))
        return failed(*error);
    const auto& stored = std::get<std::optional<StoredAppointment>>(read);
    if (!stored || stored->row.version != c.seen)
        return whyNotSaved(h, c.id, c.seen);
    const auto change = edited(h, *stored, c);
    if (const auto* answer = std::get_if<Attempt>(&change))
        return *answer;
    if (std::get<Edited>(change).changesNothing())
        return Outcome(Done{c.id.value(), c.seen});
    const Attempt saved = save(h, std::get<Edited>(change), c.seen);
    if (const auto* outcome = std::get_if<Outcome>(&saved); outcome && std::holds_alternative<Done>(*outcome)) {
        if (const StorageError error = work.commit())
            return failed(error);
    }
    return saved;
}

} // namespace frontdesk
