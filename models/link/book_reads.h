#pragma once

#include "models/booking/command_bus.h"

#include <QDate>
#include <QHash>

namespace frontdesk
{

class Connection;

/// What the window asks about one row or one client, read on the connection's thread. Nothing, or an empty list, when
/// it can't be read.
[[nodiscard]] std::optional<Appointment> readAppointment(Connection& connection, AppointmentId id);
/// Those that overlap or touch the slot; cancelled, expired and parked ones left out.
[[nodiscard]] std::vector<Appointment> readClientAppointments(Connection& connection, ClientId id, TimeSlot within);
[[nodiscard]] std::vector<TimelineEntry> readTimeline(Connection& connection, AppointmentId id);
/// Staff time taken by visits that start in the range, by the location's date; dates with nothing are left out.
[[nodiscard]] QHash<QDate, Seconds> readDayLoads(Connection& connection, LocationId location, TimeSlot range);

} // namespace frontdesk
