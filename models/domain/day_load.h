#pragma once

#include "models/domain/time_slot.h"

#include <QDate>
#include <QHash>

namespace frontdesk
{

/// What is booked on one day of a location.
struct DayLoad {
    Seconds taken{0}; ///< staff time, buffers included
    Seconds ahead{0}; ///< of that, what was still to come when it was asked for
    /// That stand: blocks, holds and no-shows are none, a group session is one.
    int appointments = 0;

    friend bool operator==(const DayLoad&, const DayLoad&) = default;
};
/// By the location's date; a date with nothing is left out.
using DayLoads = QHash<QDate, DayLoad>;

} // namespace frontdesk
