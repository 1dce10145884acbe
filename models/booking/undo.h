#pragma once

#include "models/booking/commands.h"
#include "models/booking/outcome.h"

#include <span>

namespace frontdesk
{

/// The command that takes a command back, as a new versioned command upon what it has written: a booking is cancelled
/// with the reason "undone", a move goes back to its old time, staff and rooms, an edit and a status return to what
/// stood there. `before` holds the rows as they were, of EditTogether in the order of its edits (bookings need none);
/// `done` is its answer. Soft rules and a squeeze are passed: the row has stood there already. Nothing for what isn't
/// undone (holds, clients) and where no status leads back (from booked to held).
[[nodiscard]] std::optional<Command> inverseOf(const Command& command, std::span<const Appointment> before,
                                               const Done& done);

/// The command that does again what was taken back; `undone` is the answer of the inverse. A booking
/// returns to its status, with its key and its story, instead of being booked anew.
[[nodiscard]] std::optional<Command> againOf(const Command& command, const Done& undone);

} // namespace frontdesk
