#include "models/availability/spans.h"

#include <algorithm>

namespace frontdesk
{
namespace
{

/// The first span that ends after the instant.
auto firstAfter(std::span<const TimeSlot> spans, Instant instant)
{
    return std::ranges::upper_bound(spans, instant, {}, &TimeSlot::end);
}

} // namespace

Spans merged(std::vector<TimeSlot> times)
{
    std::ranges::sort(times);
    Spans spans;
    for (const TimeSlot& slot : times) {
        if (slot.isEmpty())
            continue;
        if (!spans.empty() && slot.start <= spans.back().end)
            spans.back().end = std::max(spans.back().end, slot.end);
        else
            spans.push_back(slot);
    }
    return spans;
}

Spans intersection(std::span<const TimeSlot> a, std::span<const TimeSlot> b)
{
    Spans spans;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        const TimeSlot both{std::max(i->start, j->start), std::min(i->end, j->end)};
        if (!both.isEmpty())
            spans.push_back(both);
        if (i->end < j->end)
            ++i;
        else
            ++j;
    }
    return spans;
}

Spans uncovered(TimeSlot slot, std::span<const TimeSlot> spans)
{
    Spans pieces;
    for (auto it = firstAfter(spans, slot.start); it != spans.end() && it->start < slot.end; ++it) {
        if (slot.start < it->start)
            pieces.push_back({slot.start, it->start});
        slot.start = it->end;
    }
    if (!slot.isEmpty())
        pieces.push_back(slot);
    return pieces;
}

Spans without(std::span<const TimeSlot> a, std::span<const TimeSlot> b)
{
    Spans spans;
    for (const TimeSlot& slot : a) {
        const Spans pieces = uncovered(slot, b);
        spans.insert(spans.end(), pieces.begin(), pieces.end());
    }
    return spans;
}

bool covers(std::span<const TimeSlot> spans, TimeSlot slot)
{
    const auto it = firstAfter(spans, slot.start);
    return it != spans.end() && it->contains(slot);
}

} // namespace frontdesk
