#pragma once

#include "models/domain/zone.h"

#include <QDate>

#include <vector>

namespace frontdesk
{

/// A part [from, to) of the axis, in seconds from its beginning.
struct AxisSpan {
    Seconds from{0};
    Seconds to{0};

    [[nodiscard]] Seconds length() const { return to - from; }
    [[nodiscard]] bool isEmpty() const { return to <= from; }
    friend bool operator==(const AxisSpan&, const AxisSpan&) = default;
};

/// The wall clock that the columns of some days share, from one midnight to the next: ten o'clock lies at the same
/// height on each of them, whatever the clocks did in between.
///
/// A day that has fewer or more hours than its neighbours is drawn honestly by one rule: the axis has every time that
/// any of its days has, as often as the day that has it most often. So
/// - an hour that the clocks put back stands on the axis twice, and the other days are void at its second time;
/// - an hour that the clocks skip stays on the axis for the days that have it, and the day that lacks it is void there;
/// - a day by itself has nothing to be compared with: its axis is its elapsed time, of 23, 24 or 25 hours.
/// Nothing is folded or stretched: each instant of a day has a position of its own, a second is as long everywhere, and
/// a place that no instant of a day has can be told from one that is merely closed. Pure value.
class DayAxis
{
public:
    DayAxis() = default;
    /// `count` days from `first` on, as the zone's clocks run on them.
    DayAxis(const Zone& zone, QDate first, int count);
    /// One day, or a part of it, in which time runs evenly.
    explicit DayAxis(TimeSlot day);

    [[nodiscard]] int days() const { return int(m_days.size()); }
    [[nodiscard]] Seconds length() const { return m_length; }
    [[nodiscard]] TimeSlot day(int day) const;
    /// The day that an instant belongs to; -1: none of these.
    [[nodiscard]] int dayOf(Instant instant) const;
    /// A day that has every time of the axis: its hours are the axis's labels.
    [[nodiscard]] int fullestDay() const;

    /// Clamped to the day. The instant at which a day's clock jumps stands behind the jump.
    [[nodiscard]] Seconds positionOf(Instant instant, int day) const;
    /// The same for the end of a slot: at a jump it stands before it.
    [[nodiscard]] Seconds endPositionOf(Instant instant, int day) const;
    /// Where the day is void it is the instant at which its clock jumps; clamped to the day.
    [[nodiscard]] Instant instantAt(Seconds position, int day) const;
    [[nodiscard]] bool has(Seconds position, int day) const;
    /// The parts of the span in which the day is void.
    [[nodiscard]] std::vector<AxisSpan> voids(AxisSpan span, int day) const;

private:
    /// Time between two clock changes: on the axis it runs evenly.
    struct Piece {
        TimeSlot slot;
        Seconds from{0}; ///< on the axis

        [[nodiscard]] Seconds to() const { return from + slot.length(); }
    };
    using Pieces = std::vector<Piece>;

    void closeGapsOfAll();

    std::vector<Pieces> m_days;
    Seconds m_length{0};
};

} // namespace frontdesk
