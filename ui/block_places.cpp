#include "ui/block_places.h"

#include <algorithm>

namespace frontdesk
{

namespace
{

/// Between the column's lines and the block. At the right a place can be clicked even when the hour is full.
struct Margins {
    int left = 4;
    int right = 7;
};
constexpr Margins NarrowMargins{2, 4};
constexpr int StripWidth = 14;
constexpr int OverStrip = 18;
constexpr int GapHandle = 8; ///< of a part that develops, at its left

} // namespace

BlockPlaces placesOf(const DayBlock& block, const DayGeometry& geometry, QPoint origin)
{
    BlockPlaces places;
    const QRect column = geometry.rectOf(block.row.slot, block.column).translated(origin);
    const Margins margins = column.width() < NarrowColumn ? NarrowMargins : Margins{};
    const int left = column.left() + margins.left;
    const int room = std::max(column.width() - margins.left - margins.right, 8);
    int x = left + room * block.lane.index / block.lane.count;
    int right =
        left + room * (block.lane.index + 1) / block.lane.count - (block.lane.index + 1 < block.lane.count ? 2 : 0);
    if (block.overStrip)
        x += OverStrip;
    const auto band = [&](TimeSlot slot, int width) {
        const QRect rows = geometry.rectOf(slot, block.column).translated(origin);
        return slot.isEmpty() ? QRect() : QRect(x, rows.top(), width, std::max(rows.height(), 3));
    };
    const int width = std::max(right - x, 6);
    places.lane = band(block.row.slot, width);
    places.rect = band(block.full, width).adjusted(0, 1, 0, 0);
    places.strip = band(block.strip, std::min(StripWidth, width)).adjusted(0, 1, 0, 0);
    if (block.strip.isEmpty()) {
        const Appointment& row = block.row;
        places.before = band({row.slot.start - row.bufferBefore, row.slot.start}, width);
        places.after = band({row.slot.end, row.slot.end + row.bufferAfter}, width);
    }
    for (const TimeSlot& gap : block.gaps)
        places.gaps.push_back(band(gap, width));
    return places;
}

DayHit hitTest(const DayPlan& plan, const DayGeometry& geometry, QPoint onSheet)
{
    DayHit hit;
    hit.column = geometry.columnAt(onSheet.x());
    if (hit.column >= 0 && geometry.isVoid(onSheet.y(), hit.column))
        hit.column = -1;
    hit.instant = geometry.instantAt(onSheet.y(), std::max(hit.column, 0));
    for (auto block = plan.blocks.rbegin(); block != plan.blocks.rend(); ++block) {
        if (block->column != hit.column)
            continue;
        const BlockPlaces places = placesOf(*block, geometry);
        const bool inGap = std::any_of(places.gaps.begin(), places.gaps.end(), [&](const QRect& gap) {
            return gap.adjusted(GapHandle, 1, 0, -1).contains(onSheet);
        });
        if ((places.rect.contains(onSheet) && !inGap) || places.strip.contains(onSheet)) {
            hit.block = &*block;
            break;
        }
    }
    return hit;
}

} // namespace frontdesk
