#pragma once

#include "models/domain/time_slot.h"

#include <span>
#include <vector>

namespace frontdesk
{

/// Spans: sorted slots that neither overlap nor touch nor are empty. All functions here give and take such.
using Spans = std::vector<TimeSlot>;

/// Sorted, with overlapping and touching slots made one; the times may come in any order.
[[nodiscard]] Spans merged(std::vector<TimeSlot> times);
[[nodiscard]] Spans intersection(std::span<const TimeSlot> a, std::span<const TimeSlot> b);
[[nodiscard]] Spans without(std::span<const TimeSlot> a, std::span<const TimeSlot> b);
/// What of the slot the spans do not cover.
[[nodiscard]] Spans uncovered(TimeSlot slot, std::span<const TimeSlot> spans);
[[nodiscard]] bool covers(std::span<const TimeSlot> spans, TimeSlot slot);

} // namespace frontdesk
