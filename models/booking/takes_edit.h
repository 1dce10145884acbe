#pragma once

#include "models/domain/catalogue.h"

#include <span>

namespace frontdesk
{

/// What an appointment takes after an edit, made from what it takes now: "editing a service changes no booking", so its
/// steps may have changed since. Pure functions.

/// With another staff member in the place of one; one who wasn't there takes the whole span.
[[nodiscard]] Takes withStaff(Takes takes, ResourceId from, ResourceId to, TimeSlot span, Instant start);
/// With these rooms and equipment in the place of those it has: each takes the times that its kind takes now, or the
/// whole span when the kind is new. Kinds that are not among them are given up.
[[nodiscard]] Takes withOthers(const Takes& takes, std::span<const ResourceId> others, const Catalogue& catalogue,
                               TimeSlot span, Instant start);
/// With other buffers: what reaches to the outer ends moves with them.
[[nodiscard]] Takes withBuffers(Takes takes, Seconds length, Seconds before, Seconds after, Seconds newBefore,
                                Seconds newAfter);
/// With another length: the last time of the staff member (or, without one, of anything) grows or shrinks, what comes
/// behind moves. Nothing when less than five minutes of it would be left or something begins in what is taken away.
[[nodiscard]] std::optional<Takes> withLength(Takes takes, ResourceId staff, Seconds length, Seconds bufferAfter,
                                              Seconds newLength);

} // namespace frontdesk
