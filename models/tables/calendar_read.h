#pragma once

#include "models/domain/appointment.h"
#include "models/storage/storage_error.h"

#include <vector>

namespace frontdesk
{

class Connection;

/// What a calendar would show of a location in a range, read once: the rows of calendar_row that overlap it, sorted by
/// start. On the connection's thread.
struct CalendarRead {
    std::vector<Appointment> rows;
    StorageError error;
};
[[nodiscard]] CalendarRead readCalendar(Connection& connection, LocationId location, TimeSlot range);

} // namespace frontdesk
