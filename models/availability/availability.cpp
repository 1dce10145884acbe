#include "models/availability/availability.h"

#include "models/availability/busy_index.h"
#include "models/availability/grid_starts.h"
#include "models/availability/judge.h"

#include <algorithm>
#include <array>

namespace frontdesk
{
namespace
{

constexpr Seconds farthest = std::chrono::hours(24 * 366); // nobody is offered a place further away than a year

/// When the row's takes end early, because it was completed or nobody came.
std::optional<Instant> cutAt(const Appointment& row)
{
    if (row.status == Status::Completed || row.status == Status::NoShow)
        return row.statusAt;
    return {};
}

bool keepsTime(const Appointment& row, Instant now)
{
    if (row.session.isValid())
        return false;
    if (row.status == Status::Held)
        return row.heldUntil && *row.heldUntil > now;
    return claimsItsTime(row.status) || cutAt(row);
}

} // namespace

std::vector<BusyTime> busyTimes(std::span<const Appointment> rows, Instant now, AppointmentId except)
{
    std::vector<BusyTime> busy;
    for (const Appointment& row : rows) {
        if (row.id == except || !keepsTime(row, now))
            continue;
        for (const Take& take : row.takes) {
            TimeSlot slot = take.at(row.slot.start);
            if (const auto cut = cutAt(row))
                slot.end = std::min(slot.end, *cut);
            if (!slot.isEmpty())
                busy.push_back({take.resource, slot, take.units, row.id});
        }
    }
    return busy;
}

std::vector<Reason> reasonsAgainst(const Catalogue& catalogue, std::span<const BusyTime> busy, const Request& request,
                                   Instant now)
{
    const BusyIndex index(busy);
    const Service* service = catalogue.service(request.service);
    const Seconds length = request.length.value_or(service ? totalLength(service->steps) : Seconds(0));
    const Judge judge(catalogue, index, request, {request.start, request.start + length}, now);
    return judge.reasons(request.start);
}

std::vector<Reason> reasonsAgainst(const Catalogue& catalogue, const Appointment& booked)
{
    const BusyIndex nobody({});
    return Judge(catalogue, nobody, booked).reasonsWhereBooked();
}

std::vector<FreePlace> nearestFree(const Catalogue& catalogue, std::span<const BusyTime> busy, const Request& request,
                                   TimeSlot within, Instant now, int count)
{
    const Location* location = catalogue.location(request.location);
    within.start = std::max({within.start, request.start - farthest, now});
    within.end = std::min(within.end, request.start + farthest);
    if (!location || within.isEmpty())
        return {};
    const BusyIndex index(busy);
    const Judge judge(catalogue, index, request, within, now);
    GridWalk later(catalogue, *location, request.start, within, GridWalk::Direction::Later);
    GridWalk earlier(catalogue, *location, request.start, within, GridWalk::Direction::Earlier);

    std::vector<FreePlace> places;
    while (static_cast<int>(places.size()) < count && (later.current() || earlier.current())) {
        const bool takeLater = !earlier.current() || (later.current() && *later.current() - request.start <=
                                                                             request.start - *earlier.current());
        GridWalk& walk = takeLater ? later : earlier;
        const TimeSlot slot{*walk.current(), *walk.current() + judge.length()};
        if (within.contains(slot) && judge.isFree(slot.start))
            places.push_back({request.staff, slot});
        walk.advance();
    }
    return places;
}

int freePlaces(const Catalogue& catalogue, std::span<const BusyTime> busy, ResourceId staff, QDate date, Seconds length,
               Instant now)
{
    const Resource* resource = catalogue.resource(staff);
    const Location* location = resource ? catalogue.location(resource->location) : nullptr;
    if (!location || resource->retired || length <= Seconds(0))
        return 0;
    std::vector<BusyTime> own;
    std::ranges::copy_if(busy, std::back_inserter(own), [staff](const BusyTime& t) { return t.resource == staff; });
    const BusyIndex index(own);

    Spans gaps;
    for (const TimeSlot& open : hoursOn(catalogue, staff, date).open) {
        const TimeSlot left{std::max(open.start, now), open.end};
        if (left.isEmpty())
            continue;
        const Spans free = without(std::array{left}, index.fullTimes(staff, left, 1, resource->capacity));
        gaps.insert(gaps.end(), free.begin(), free.end());
    }
    // One after the other, each on the first start of the grid that the one before leaves.
    int places = 0;
    size_t gap = 0;
    Instant from{};
    for (const Instant start : gridStartsOn(catalogue, *location, date)) {
        while (gap < gaps.size() && gaps[gap].end < start + length)
            ++gap;
        if (gap == gaps.size())
            break;
        if (start < from || start < gaps[gap].start)
            continue;
        from = start + length;
        ++places;
    }
    return places;
}

} // namespace frontdesk
