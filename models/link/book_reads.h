#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/day_load.h"

namespace frontdesk
{

class Connection;

/// What the window asks about one row or one client, read on the connection's thread. Nothing, or an empty list, when
/// it can't be read.
[[nodiscard]] std::optional<Appointment> readAppointment(Connection& connection, AppointmentId id);
/// Those that overlap or touch the slot; cancelled, expired and parked ones left out.
[[nodiscard]] std::vector<Appointment> readClientAppointments(Connection& connection, ClientId id, TimeSlot within);
[[nodiscard]] std::vector<TimelineEntry> readTimeline(Connection& connection, AppointmentId id);
/// What visits that start in the range take. Nothing when it can't be read: a month without bookings is something.
[[nodiscard]] std::optional<DayLoads> readDayLoads(Connection& connection, LocationId location, TimeSlot range,
                                                   Instant now);

} // namespace frontdesk
