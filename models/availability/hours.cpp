#include "models/availability/hours.h"

#include "models/availability/availability.h"

#include <algorithm>

namespace frontdesk
{

Spans weeklyHoursOn(const WeeklyHours& hours, const Zone& zone, QDate date)
{
    std::vector<TimeSlot> times;
    for (const WallSpan& span : hours[static_cast<size_t>(date.dayOfWeek() - 1)]) {
        const Instant start = zone.meaningOf(date, span.from).first;
        const Instant end = span.to.isValid() ? zone.meaningOf(date, span.to).second : zone.day(date).end;
        times.push_back({start, end});
    }
    return merged(std::move(times));
}

const WeeklyHours& hoursOf(const Resource& resource, const Location& location)
{
    const bool hasOwn = std::ranges::any_of(resource.hours, [](const auto& day) { return !day.empty(); });
    return hasOwn ? resource.hours : location.hours;
}

Spans closuresOf(const Catalogue& catalogue, LocationId location, TimeSlot within)
{
    std::vector<TimeSlot> times;
    for (const Closure& closure : catalogue.closures) {
        if (closure.location == location && closure.slot.overlaps(within))
            times.push_back(closure.slot);
    }
    return merged(std::move(times));
}

Spans timeOffOf(const Catalogue& catalogue, ResourceId resource, TimeSlot within)
{
    std::vector<TimeSlot> times;
    for (const TimeOff& off : catalogue.timeOff) {
        if (off.resource == resource && off.slot.overlaps(within))
            times.push_back(off.slot);
    }
    return merged(std::move(times));
}

DayHours hoursOn(const Catalogue& catalogue, ResourceId resource, QDate date)
{
    const Resource* row = catalogue.resource(resource);
    const Location* location = row ? catalogue.location(row->location) : nullptr;
    if (!location || !date.isValid())
        return {};
    const Spans weekly = intersection(weeklyHoursOn(location->hours, location->zone, date),
                                      weeklyHoursOn(hoursOf(*row, *location), location->zone, date));
    DayHours hours;
    for (size_t i = 1; i < weekly.size(); ++i)
        hours.breaks.push_back({weekly[i - 1].end, weekly[i].start});
    const TimeSlot day = location->zone.day(date);
    hours.open =
        without(without(weekly, closuresOf(catalogue, location->id, day)), timeOffOf(catalogue, resource, day));
    return hours;
}

std::vector<TimeSlot> hoursOn(const Catalogue& catalogue, LocationId location, QDate date)
{
    const Location* row = catalogue.location(location);
    if (!row || !date.isValid())
        return {};
    return without(weeklyHoursOn(row->hours, row->zone, date), closuresOf(catalogue, location, row->zone.day(date)));
}

} // namespace frontdesk
