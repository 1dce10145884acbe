#include "paper/sheet_lines.h"

#include "models/availability/spans.h"

#include <algorithm>

namespace frontdesk
{

namespace
{

constexpr Minutes Least{15};

/// The next instant at which the clock on the wall shows a whole step, if what lies before it is worth a line.
Instant nextCut(Instant from, const Zone& zone, Seconds step)
{
    const Seconds ofDay(zone.toLocal(from).time().msecsSinceStartOfDay() / 1000);
    const Instant next = from + step - ofDay % step;
    return next - from < Least ? next + step : next;
}

void addFree(std::vector<SheetLine>& lines, TimeSlot free, const Zone& zone, Seconds step)
{
    while (free.length() >= Least) {
        Instant end = std::min(nextCut(free.start, zone, step), free.end);
        if (free.length() <= step || free.end - end < Least)
            end = free.end;
        lines.push_back({SheetLine::Kind::Free, {free.start, end}});
        free.start = end;
    }
}

} // namespace

std::vector<SheetLine> linesOf(const PaperStaff& staff, const Zone& zone, Minutes step)
{
    std::vector<SheetLine> lines;
    for (size_t i = 0; i < staff.visits.size(); ++i)
        lines.push_back({SheetLine::Kind::Visit, staff.visits[i].slot, i});
    for (const TimeSlot& slot : without(staff.breaks, staff.busy))
        lines.push_back({SheetLine::Kind::Break, slot});
    for (const TimeSlot& slot : without(staff.open, staff.busy))
        addFree(lines, slot, zone, step);
    std::ranges::stable_sort(lines, {}, [](const SheetLine& line) { return line.slot.start; });
    return lines;
}

} // namespace frontdesk
