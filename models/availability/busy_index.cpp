#include "models/availability/busy_index.h"

#include "models/availability/spans.h"

#include <algorithm>

namespace frontdesk
{

BusyIndex::BusyIndex(std::span<const BusyTime> busy)
{
    for (const BusyTime& time : busy) {
        if (time.slot.isEmpty())
            continue;
        OfResource& of = m_resources[time.resource];
        of.times.push_back(time);
        of.longest = std::max(of.longest, time.slot.length());
    }
    for (OfResource& of : m_resources)
        std::ranges::stable_sort(of.times, {}, [](const BusyTime& time) { return time.slot.start; });
}

std::vector<TimeSlot> BusyIndex::fullTimes(ResourceId resource, TimeSlot slot, int units, int capacity) const
{
    if (units > capacity)
        return {slot};
    const auto of = m_resources.constFind(resource);
    if (of == m_resources.constEnd())
        return {};
    struct Edge {
        Instant at;
        int change;
    };
    std::vector<Edge> edges;
    auto it = std::ranges::lower_bound(of->times, slot.start - of->longest, {},
                                       [](const BusyTime& time) { return time.slot.start; });
    for (; it != of->times.end() && it->slot.start < slot.end; ++it) {
        if (!it->slot.overlaps(slot))
            continue;
        edges.push_back({std::max(it->slot.start, slot.start), it->units});
        edges.push_back({std::min(it->slot.end, slot.end), -it->units});
    }
    std::ranges::sort(edges, {}, &Edge::at);
    std::vector<TimeSlot> full;
    int load = 0;
    for (size_t i = 0; i < edges.size(); ++i) {
        load += edges[i].change;
        if (i + 1 < edges.size() && load + units > capacity)
            full.push_back({edges[i].at, edges[i + 1].at});
    }
    return merged(std::move(full));
}

bool BusyIndex::fits(ResourceId resource, TimeSlot slot, int units, int capacity) const
{
    return fullTimes(resource, slot, units, capacity).empty();
}

std::vector<BusyTime> BusyIndex::inTheWay(ResourceId resource, TimeSlot slot, int units, int capacity) const
{
    std::vector<BusyTime> times;
    const std::vector<TimeSlot> full = fullTimes(resource, slot, units, capacity);
    const auto of = m_resources.constFind(resource);
    if (full.empty() || of == m_resources.constEnd())
        return times;
    for (const BusyTime& time : of->times) {
        if (std::ranges::any_of(full, [&](const TimeSlot& part) { return part.overlaps(time.slot); }))
            times.push_back(time);
    }
    return times;
}

} // namespace frontdesk
