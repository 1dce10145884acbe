#pragma once

#include <QtGlobal>

#include <chrono>
#include <compare>

namespace frontdesk
{

/// An instant in UTC, in whole seconds: the only form in which instants are stored or compared.
using Instant = std::chrono::sys_seconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;

[[nodiscard]] constexpr Instant instantFromUnix(qint64 seconds)
{
    return Instant(Seconds(seconds));
}
[[nodiscard]] constexpr qint64 toUnix(Instant instant)
{
    return instant.time_since_epoch().count();
}

/// Half-open [start, end): two slots of which one ends when the other begins do not overlap, they touch.
struct TimeSlot {
    Instant start;
    Instant end;

    [[nodiscard]] constexpr Seconds length() const { return end - start; }
    [[nodiscard]] constexpr bool isEmpty() const { return end <= start; }
    [[nodiscard]] constexpr bool contains(Instant instant) const { return start <= instant && instant < end; }
    [[nodiscard]] constexpr bool contains(const TimeSlot& o) const { return start <= o.start && o.end <= end; }
    [[nodiscard]] constexpr bool overlaps(const TimeSlot& o) const { return start < o.end && o.start < end; }
    [[nodiscard]] constexpr bool touches(const TimeSlot& o) const { return end == o.start || o.end == start; }
    [[nodiscard]] constexpr TimeSlot movedTo(Instant newStart) const { return {newStart, newStart + length()}; }

    friend constexpr auto operator<=>(const TimeSlot&, const TimeSlot&) = default; // NOLINT(modernize-use-nullptr)
};

} // namespace frontdesk
