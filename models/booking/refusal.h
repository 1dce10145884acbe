#pragma once

#include "models/booking/handling.h"

namespace frontdesk
{

/// The place that a command wanted, for the explanation why it didn't get it.
struct WantedPlace {
    LocationId location;
    ServiceId service; ///< invalid: a block
    ResourceId staff;
    TimeSlot slot;
    Takes takes;
    bool squeezed = false;
    AppointmentId except; ///< the row that is moved: it is not in its own way
    DeskHoldId exceptHold;
};

/// By what the place is taken, who put it there and when, and the nearest free places. Asks the database; what can't be
/// read any more is left empty.
[[nodiscard]] SlotTaken slotTaken(const Handling& h, const WantedPlace& wanted, const StorageError& error);

/// Why no row of that version was found: absent is Gone; ours already (a lost answer) is Done; another version is a
/// VersionConflict; the same version is Forbidden.
[[nodiscard]] Attempt whyNotSaved(const Handling& h, AppointmentId id, RowVersion seen);

/// A client's row stands at another version than was seen: ours of an attempt whose answer was lost is Done, somebody
/// else's a VersionConflict.
[[nodiscard]] Attempt whyAnotherClient(const Handling& h, ClientId id, RowVersion current);

/// Who wrote this version of a row.
struct Author {
    QString person;
    QString desk;
    Instant at{};
};
[[nodiscard]] Author authorOf(const Handling& h, QLatin1StringView table, qint64 id, RowVersion version);

/// The version of a row that this very command wrote in an earlier attempt whose answer was lost.
using VersionOrError = std::variant<std::optional<RowVersion>, StorageError>;
[[nodiscard]] VersionOrError writtenAlready(const Handling& h, QLatin1StringView table, qint64 id);

} // namespace frontdesk
