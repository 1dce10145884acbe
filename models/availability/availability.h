#pragma once

#include "models/domain/appointment.h"
#include "models/domain/catalogue.h"
#include "models/domain/free_place.h"

#include <span>
#include <vector>

namespace frontdesk
{

/// A time that a resource is busy, as read from claims or from the rows on screen. Pure value.
struct BusyTime {
    ResourceId resource;
    TimeSlot slot; ///< buffers counted in
    int units = 1;
    AppointmentId by; ///< negative: a desk hold
};

/// Busy times of rows as the calendar has them, without the appointment that is left out (the one that is moved).
[[nodiscard]] std::vector<BusyTime> busyTimes(std::span<const Appointment> rows, Instant now,
                                              AppointmentId except = {});

/// One reason why a place can't be booked, for a person to read; the text is made in the ui by kind.
struct Reason {
    enum class Kind { Closed, Hours, Break, Closure, TimeOff, Taken, Notice, Grid, Unable, Retired, NoRoom, Past };
    Kind kind;
    bool soft = false; ///< may be passed with an override
    ResourceId resource;
    TimeSlot slot; ///< the part of time that is meant: the break, the closure, the claim
    AppointmentId by;
    QString text; ///< the closure's or time off's own reason
};

/// What is wanted: a service (or a bare length for a block) with a staff member at a start.
struct Request {
    LocationId location;
    ServiceId service; ///< invalid: a block of `length`
    ResourceId staff;
    Instant start{};
    std::optional<Seconds> length; ///< else the service's
    std::vector<ResourceId> others;
};

/// Every reason against it; empty: it can be booked as far as is known here (the database has the last word).
[[nodiscard]] std::vector<Reason> reasonsAgainst(const Catalogue& catalogue, std::span<const BusyTime> busy,
                                                 const Request& request, Instant now);

/// What stands by now against an appointment where it is booked: hours, breaks, closures and time off of its location
/// and of all that it takes, buffers left out. All of it soft.
[[nodiscard]] std::vector<Reason> reasonsAgainst(const Catalogue& catalogue, const Appointment& booked);

/// The free starts nearest to the request's start on the location's grid, at most `count`, searched within `within`;
/// the nearest first, the later before the earlier at the same distance.
[[nodiscard]] std::vector<FreePlace> nearestFree(const Catalogue& catalogue, std::span<const BusyTime> busy,
                                                 const Request& request, TimeSlot within, Instant now, int count);

/// Open hours of a resource on a date (location hours and the resource's own, closures and time off taken out), and the
/// breaks between them.
struct DayHours {
    std::vector<TimeSlot> open;
    std::vector<TimeSlot> breaks;
};
[[nodiscard]] DayHours hoursOn(const Catalogue& catalogue, ResourceId resource, QDate date);
[[nodiscard]] std::vector<TimeSlot> hoursOn(const Catalogue& catalogue, LocationId location, QDate date);

/// How often a length still fits into what is left of the day: "n free".
[[nodiscard]] int freePlaces(const Catalogue& catalogue, std::span<const BusyTime> busy, ResourceId staff, QDate date,
                             Seconds length, Instant now);

} // namespace frontdesk
