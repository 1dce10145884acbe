#pragma once

#include "models/booking/commands.h"
#include "models/domain/zone.h"
#include "models/storage/storage_error.h"

#include <functional>
#include <optional>
#include <vector>

namespace frontdesk
{

class Connection;

/// A coming appointment whose instant isn't what its promised wall time means.
struct Rezoned {
    AppointmentId id;
    RowVersion version;
    LocationId location;
    QString client; ///< or the block's label
    QString localStart;
    QByteArray zone; ///< that it will be promised in
    TimeSlot before;
    TimeSlot after;
    bool changesZone = false;
    bool inGap = false; ///< the clocks skip that wall time now: the first instant behind the gap is taken

    [[nodiscard]] bool changes() const { return changesZone || after != before; }
};

struct RezonePlan {
    std::vector<Rezoned> rows;
    std::vector<AppointmentId> unreadable; ///< promised in a zone, or as a wall time, that nobody knows
    StorageError error;
};

/// What must move so that every coming appointment begins at the wall time that was promised: after a change of a
/// zone's rules, or, with a zone, before this location takes that one. Changes nothing.
[[nodiscard]] RezonePlan planRezone(Connection& connection, Instant now, std::optional<LocationId> location = {},
                                    const std::optional<Zone>& zone = {});

struct RezoneDone {
    int moved = 0;      ///< appointments
    int spans = 0;      ///< closures and time off
    StorageError error; ///< then nothing was changed
    AppointmentId at;   ///< the appointment that was refused, if it was one
};

/// Does what a plan of this moment says, by one versioned change a row, all in one transaction; with a zone the
/// location's closures and its resources' time off keep their wall times too, and the location takes the zone last.
/// `progress` is told how many are done, on the calling thread.
[[nodiscard]] RezoneDone rezone(Connection& connection, const Sender& sender, Instant now,
                                std::optional<LocationId> location = {}, const std::optional<Zone>& zone = {},
                                const std::function<void(int done, int total)>& progress = {});

} // namespace frontdesk
