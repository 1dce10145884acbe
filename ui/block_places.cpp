#include "ui/block_places.h"

#include <algorithm>

namespace frontdesk
{

namespace
{

constexpr int LeftMargin = 4; ///< between the column's line and the block
constexpr int RightMargin = 7;
constexpr int StripWidth = 14;
constexpr int OverStrip = 18;
constexpr int GapHandle = 8; ///< of a part that develops, at its left

} // namespace

BlockPlaces placesOf(const DayBlock& block, const DayGeometry& geometry, QPoint origin)
{
    BlockPlaces places;
    const QRect column = geometry.rectOf(block.row.slot, block.column).translated(origin);
    const int left = column.left() + LeftMargin;
    const int room = std::max(column.width() - LeftMargin - RightMargin, 8);
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
    hit.instant = geometry.instantAt(onSheet.y());
    for (auto block = plan.blocks.rbegin(); block != plan.blocks.rend(); ++block) {
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
