#include "models/booking/takes_edit.h"

#include <algorithm>

namespace frontdesk
{
namespace
{

constexpr Seconds shortest = Minutes(5);

ResourceKind kindOf(const Catalogue& catalogue, ResourceId id)
{
    const Resource* resource = catalogue.resource(id);
    return resource ? resource->kind : ResourceKind::Staff;
}

} // namespace

Takes withStaff(Takes takes, ResourceId from, ResourceId to, TimeSlot span, Instant start)
{
    bool found = false;
    for (Take& take : takes) {
        if (from.isValid() && take.resource == from) {
            take.resource = to;
            found = true;
        }
    }
    if (!found)
        takes.insert(takes.begin(), {to, span.start - start, span.end - start, 1});
    std::erase_if(takes, [](const Take& take) { return !take.resource.isValid(); });
    return takes;
}

Takes withOthers(const Takes& takes, std::span<const ResourceId> others, const Catalogue& catalogue, TimeSlot span,
                 Instant start)
{
    Takes changed;
    std::ranges::copy_if(takes, std::back_inserter(changed),
                         [&](const Take& take) { return kindOf(catalogue, take.resource) == ResourceKind::Staff; });
    for (const ResourceId other : others) {
        const ResourceKind kind = kindOf(catalogue, other);
        const auto first =
            std::ranges::find_if(takes, [&](const Take& take) { return kindOf(catalogue, take.resource) == kind; });
        if (first == takes.end()) {
            changed.push_back({other, span.start - start, span.end - start, 1});
            continue;
        }
        for (const Take& take : takes) {
            if (take.resource == first->resource)
                changed.push_back({other, take.from, take.to, take.units});
        }
    }
    return changed;
}

Takes withBuffers(Takes takes, Seconds length, Seconds before, Seconds after, Seconds newBefore, Seconds newAfter)
{
    for (Take& take : takes) {
        if (take.from == -before)
            take.from = -newBefore;
        if (take.to == length + after)
            take.to = length + newAfter;
    }
    return takes;
}

std::optional<Takes> withLength(Takes takes, ResourceId staff, Seconds length, Seconds bufferAfter, Seconds newLength)
{
    const auto endOf = [&](const Take& take) { return take.to == length + bufferAfter ? length : take.to; };
    const Take* last = nullptr;
    for (const Take& take : takes) {
        if ((!staff.isValid() || take.resource == staff) && (!last || take.to > last->to))
            last = &take;
    }
    if (!last)
        return takes.empty() ? std::optional(takes) : std::nullopt;
    const Seconds more = newLength - length;
    const Seconds pivot = endOf(*last);
    if (pivot + more < std::max(last->from, Seconds(0)) + shortest)
        return {};
    for (Take& take : takes) {
        // Something of another resource begins or ends inside what would be taken away.
        const auto lost = [&](Seconds at) { return more < Seconds(0) && at > pivot + more && at < pivot; };
        if (lost(take.from) || lost(endOf(take)))
            return {};
    }
    for (Take& take : takes) {
        if (take.from >= pivot)
            take.from += more;
        if (endOf(take) >= pivot)
            take.to += more;
    }
    return takes;
}

} // namespace frontdesk
