#pragma once

#include "models/availability/availability.h"

#include <QHash>

namespace frontdesk
{

/// Busy times by resource and start, for many questions about the same ones. Keeps no reference to what it was made of.
class BusyIndex
{
public:
    explicit BusyIndex(std::span<const BusyTime> busy);

    /// Those that overlap the slot, by start; empty when `units` more fit at every moment of the slot.
    [[nodiscard]] std::vector<BusyTime> inTheWay(ResourceId resource, TimeSlot slot, int units, int capacity) const;
    [[nodiscard]] bool fits(ResourceId resource, TimeSlot slot, int units, int capacity) const;
    /// The times within the slot at which `units` more do not fit.
    [[nodiscard]] std::vector<TimeSlot> fullTimes(ResourceId resource, TimeSlot slot, int units, int capacity) const;

private:
    struct OfResource {
        std::vector<BusyTime> times; ///< by start
        Seconds longest{0};          ///< so that what overlaps a slot is found by its start
    };
    QHash<ResourceId, OfResource> m_resources;
};

} // namespace frontdesk
