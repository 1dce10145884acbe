#pragma once

#include "models/availability/availability.h"

/// A small salon to ask about: Berlin, Mon–Sat 09–18; Ana (1) with a break 13–14, Ben (2) mornings only on Monday,
/// Chloé (3) who can do everything, rooms 4 and 5, a sauna (6) for three. Services: Haircut (1), Colour (2, develops,
/// needs a room), Massage (3, buffers, needs a room), Sauna (4).
namespace frontdesk::test
{

inline const LocationId here{1};
inline const ResourceId ana{1};
inline const ResourceId ben{2};
inline const ResourceId chloe{3};
inline const ResourceId room4{4};
inline const ResourceId room5{5};
inline const ResourceId sauna{6};
inline const ServiceId haircut{1};
inline const ServiceId colour{2};
inline const ServiceId massage{3};
inline const ServiceId sweating{4};

[[nodiscard]] Catalogue salon();
/// "2026-11-23 10:00" in Berlin; where the clocks show it twice, the first.
[[nodiscard]] Instant at(const char* wall);
[[nodiscard]] TimeSlot from(const char* start, int minutes);
[[nodiscard]] BusyTime busy(ResourceId resource, const char* start, int minutes, qint64 by = 1, int units = 1);
[[nodiscard]] Request wish(ServiceId service, ResourceId staff, const char* start);

} // namespace frontdesk::test
