#pragma once

#include "models/domain/zone.h"
#include "ui/day_axis.h"

#include <QRect>

#include <span>
#include <vector>

namespace frontdesk
{

/// Where times and columns lie, in pixels of the whole sheet (the viewport shows a part of it). All columns share one
/// axis of the wall clock, on which each instant of a column's day has its own height; what a day of 23 or 25 hours
/// looks like beside others is DayAxis's rule. Time runs evenly, never folded. Pure value.
class DayGeometry
{
public:
    struct Column {
        int day = 0;   ///< of the axis
        int share = 1; ///< of the width
    };

    DayGeometry() = default;
    /// One day; `shown` is [first, last) instant of the sheet; columns share the width evenly.
    DayGeometry(TimeSlot shown, int height, int columns, int width);
    /// Several days, of which the part `shown` of the axis is on the sheet.
    DayGeometry(DayAxis axis, AxisSpan shown, int height, std::vector<Column> columns, int width);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int columns() const { return int(m_columns.size()); }

    /// Clamped to the sheet. Where no column is named it is the first one: all of them, if there is but one day.
    [[nodiscard]] int yOf(Instant instant, int column = 0) const;
    /// The instant at a pixel row's upper edge; clamped to the shown time of the column's day.
    [[nodiscard]] Instant instantAt(int y, int column = 0) const;
    [[nodiscard]] int yAt(Seconds position) const; ///< of a position on the axis
    [[nodiscard]] Seconds positionAt(int y) const;
    /// The column's day has no such time: its clock jumps over it.
    [[nodiscard]] bool isVoid(int y, int column) const;
    [[nodiscard]] std::vector<QRect> voids(int column) const;

    [[nodiscard]] int left(int column) const;
    [[nodiscard]] int columnWidth(int column) const { return left(column + 1) - left(column); }
    /// -1 outside of all columns.
    [[nodiscard]] int columnAt(int x) const;
    [[nodiscard]] QRect rectOf(TimeSlot slot, int column) const;

private:
    DayAxis m_axis;
    AxisSpan m_shown;
    int m_height = 0;
    int m_width = 0;
    std::vector<Column> m_columns;
    std::vector<int> m_lefts; ///< one more than columns: the last is the width
};

/// The start of the grid step that holds an instant: steps are counted on the wall clock from the full hour.
[[nodiscard]] Instant gridStart(Instant instant, Minutes grid, const Zone& zone);
/// The nearest step's start, before or after.
[[nodiscard]] Instant gridNearest(Instant instant, Minutes grid, const Zone& zone);

/// The place of an item among those that it overlaps: `index` of `count` lanes of equal width.
struct Lane {
    int index = 0;
    int count = 1;
    friend bool operator==(const Lane&, const Lane&) = default;
};
/// Lanes of items of one column, each given by the parts of time that it covers: items overlap when any of their parts
/// do, so that one in another's gap stays on its lane. Items that are chained by overlaps share one count.
[[nodiscard]] std::vector<Lane> lanesFor(std::span<const std::vector<TimeSlot>> items);

} // namespace frontdesk
