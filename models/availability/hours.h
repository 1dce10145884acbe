#pragma once

#include "models/availability/spans.h"
#include "models/domain/catalogue.h"

namespace frontdesk
{

/// The weekly hours of one date as instants. A span that ends at a time which the clocks show twice ends at the later
/// one, a span that begins there begins at the earlier one; a bound that the clocks skip falls on the change.
[[nodiscard]] Spans weeklyHoursOn(const WeeklyHours& hours, const Zone& zone, QDate date);

/// A resource's own weekly hours, or its location's where it has none of its own (a room, mostly).
[[nodiscard]] const WeeklyHours& hoursOf(const Resource& resource, const Location& location);

[[nodiscard]] Spans closuresOf(const Catalogue& catalogue, LocationId location, TimeSlot within);
[[nodiscard]] Spans timeOffOf(const Catalogue& catalogue, ResourceId resource, TimeSlot within);

} // namespace frontdesk
