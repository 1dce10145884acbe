#pragma once

#include "models/domain/ids.h"
#include "models/domain/zone.h"

#include <QRect>

#include <span>
#include <vector>

namespace frontdesk
{

/// Where times and columns of a day lie, in pixels of the whole sheet (the viewport shows a part of it). Time runs
/// evenly in elapsed seconds, so that a day of 23 or 25 hours is shorter or longer, never folded. Pure value.
class DayGeometry
{
public:
    DayGeometry() = default;
    /// `shown` is [first, last) instant of the sheet; columns share the width, the odd pixels go to the first ones.
    DayGeometry(TimeSlot shown, int height, int columns, int width);

    [[nodiscard]] TimeSlot shown() const { return m_shown; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int columns() const { return m_columns; }

    /// Clamped to the sheet.
    [[nodiscard]] int yOf(Instant instant) const;
    /// The instant at a pixel row's upper edge; clamped to the shown time.
    [[nodiscard]] Instant instantAt(int y) const;
    [[nodiscard]] int left(int column) const;
    [[nodiscard]] int columnWidth(int column) const { return left(column + 1) - left(column); }
    /// -1 outside of all columns.
    [[nodiscard]] int columnAt(int x) const;
    [[nodiscard]] QRect rectOf(TimeSlot slot, int column) const;

private:
    TimeSlot m_shown{};
    int m_height = 0;
    int m_columns = 0;
    int m_width = 0;
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
