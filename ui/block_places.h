#pragma once

#include "ui/day_plan.h"

#include <QRect>

#include <vector>

namespace frontdesk
{

constexpr int NarrowColumn = 72; ///< pixels; below that blocks and their words keep smaller distances

/// Where a block and its parts lie, in pixels. Pure value.
struct BlockPlaces {
    QRect lane;   ///< all the room that it has
    QRect rect;   ///< of the part at full width; empty when nothing of it is left
    QRect strip;  ///< of the part that was given back
    QRect before; ///< buffers
    QRect after;
    std::vector<QRect> gaps; ///< where it develops

    [[nodiscard]] QRect shown() const { return rect.isEmpty() ? strip : rect; }
};
/// `origin` is added to what the geometry says.
[[nodiscard]] BlockPlaces placesOf(const DayBlock& block, const DayGeometry& geometry, QPoint origin = {});

/// What lies under a point of the sheet.
struct DayHit {
    const DayBlock* block = nullptr; ///< the plan's; null over a free place and where a block develops
    int column = -1;                 ///< -1 outside of all columns, and where the column's day is void
    Instant instant{};
};
/// A place in which a block develops can be booked: there the block answers at its left bar alone.
[[nodiscard]] DayHit hitTest(const DayPlan& plan, const DayGeometry& geometry, QPoint onSheet);

} // namespace frontdesk
