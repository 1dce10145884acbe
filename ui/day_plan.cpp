#include "ui/day_plan.h"

#include "models/availability/availability.h"

#include <QHash>

#include <algorithm>

namespace frontdesk
{

namespace
{

constexpr Minutes Margin{30};

/// The time before and after which nothing stands: what was given back when a visit ended early or never began.
TimeSlot keptTime(const Appointment& row)
{
    if (row.status != Status::Completed && row.status != Status::NoShow)
        return row.slot;
    return {row.slot.start, std::clamp(row.statusAt, row.slot.start, row.slot.end)};
}

DayBlock blockOf(const Appointment& row, int column)
{
    DayBlock block;
    block.row = row;
    block.column = column;
    block.full = row.status == Status::NoShow ? TimeSlot{row.slot.start, row.slot.start} : keptTime(row);
    block.strip = {block.full.end, row.slot.end};
    for (const TimeSlot& gap : developingGaps(row)) {
        const TimeSlot part{gap.start, std::min(gap.end, block.full.end)};
        if (!part.isEmpty())
            block.gaps.push_back(part);
    }
    return block;
}

/// What of a block keeps others off its lane.
std::vector<TimeSlot> solidParts(const DayBlock& block)
{
    std::vector<TimeSlot> parts;
    Instant from = block.full.start;
    for (const TimeSlot& gap : block.gaps) {
        if (from < gap.start)
            parts.push_back({from, gap.start});
        from = gap.end;
    }
    if (from < block.full.end)
        parts.push_back({from, block.full.end});
    return parts;
}

bool liesOver(const DayBlock& block, const DayBlock& under)
{
    if (&block == &under || block.column != under.column || block.full.isEmpty())
        return false;
    if (block.full.overlaps(under.strip) && !under.strip.isEmpty())
        return true;
    return std::any_of(under.gaps.begin(), under.gaps.end(),
                       [&block](const TimeSlot& gap) { return gap.overlaps(block.full); });
}

void layOut(std::vector<DayBlock>& blocks, int columns)
{
    std::stable_sort(blocks.begin(), blocks.end(), [](const DayBlock& a, const DayBlock& b) {
        return std::tuple(a.column, a.row.slot.start, b.row.slot.end) <
               std::tuple(b.column, b.row.slot.start, a.row.slot.end);
    });
    for (int column = 0; column < columns; ++column) {
        std::vector<DayBlock*> here;
        std::vector<std::vector<TimeSlot>> parts;
        for (DayBlock& block : blocks) {
            if (block.column != column)
                continue;
            here.push_back(&block);
            parts.push_back(solidParts(block));
        }
        const std::vector<Lane> lanes = lanesFor(parts);
        for (size_t i = 0; i < here.size(); ++i) {
            here[i]->lane = lanes[i];
            here[i]->overStrip =
                lanes[i].index == 0 && std::any_of(here.begin(), here.end(),
                                                   [&](const DayBlock* other) { return liesOver(*here[i], *other); });
        }
    }
    // What others may lie over is painted first.
    std::stable_partition(blocks.begin(), blocks.end(),
                          [](const DayBlock& block) { return !block.gaps.empty() || !block.strip.isEmpty(); });
}

TimeSlot shownTime(const DayPlan& plan, const std::vector<TimeSlot>& open)
{
    std::optional<TimeSlot> hull;
    const auto include = [&hull](const TimeSlot& slot) {
        hull = hull ? TimeSlot{std::min(hull->start, slot.start), std::max(hull->end, slot.end)} : slot;
    };
    for (const TimeSlot& slot : open)
        include(slot);
    for (const DayColumn& column : plan.columns)
        std::for_each(column.open.begin(), column.open.end(), include);
    for (const DayBlock& block : plan.blocks)
        include(block.row.slot);
    if (!hull) {
        const auto nine = plan.zone.meaningOf(plan.date, QTime(9, 0)).first;
        const auto six = plan.zone.meaningOf(plan.date, QTime(18, 0)).first;
        hull = TimeSlot{nine, six};
    }
    const Instant from = gridStart(hull->start, Margin, plan.zone) - Margin;
    const Instant until = gridStart(hull->end + Margin - Seconds(1), Margin, plan.zone) + Margin;
    return {std::max(from, plan.day.start), std::min(until, plan.day.end)};
}

/// The length that "n free" speaks of: that of the service most booked with the staff member that day, else of the
/// shortest that they do.
Seconds usualLength(const Catalogue& catalogue, ResourceId staff, std::span<const Appointment> rows, TimeSlot day)
{
    QHash<qint64, int> counts;
    for (const Appointment& row : rows) {
        if (row.staff == staff && row.service.isValid() && day.overlaps(row.slot) && isShown(row.status))
            ++counts[row.service.value()];
    }
    const Service* usual = nullptr;
    for (const Service& service : catalogue.services) {
        if (service.retired || std::find(service.able.begin(), service.able.end(), staff) == service.able.end())
            continue;
        const auto rank = [&counts](const Service& s) {
            return std::pair(-counts.value(s.id.value()), totalLength(s.steps));
        };
        if (usual == nullptr || rank(service) < rank(*usual))
            usual = &service;
    }
    return usual != nullptr ? totalLength(usual->steps) : Seconds(0);
}

} // namespace

bool isShown(Status status)
{
    return status != Status::Cancelled && status != Status::Expired && status != Status::Parked;
}

std::vector<TimeSlot> developingGaps(const Appointment& row)
{
    std::vector<TimeSlot> busy;
    for (const Take& take : row.takes) {
        if (take.resource == row.staff)
            busy.push_back(take.at(row.slot.start));
    }
    if (busy.empty())
        return {};
    std::sort(busy.begin(), busy.end());
    std::vector<TimeSlot> gaps;
    Instant from = row.slot.start;
    for (const TimeSlot& slot : busy) {
        if (from < slot.start)
            gaps.push_back({from, std::min(slot.start, row.slot.end)});
        from = std::max(from, slot.end);
    }
    if (from < row.slot.end)
        gaps.push_back({from, row.slot.end});
    return gaps;
}

const DayBlock* DayPlan::block(AppointmentId id) const
{
    const auto found =
        std::find_if(blocks.begin(), blocks.end(), [id](const DayBlock& block) { return block.row.id == id; });
    return found == blocks.end() ? nullptr : &*found;
}

int DayPlan::columnOf(ResourceId staff) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [staff](const DayColumn& column) { return column.staff == staff; });
    return found == columns.end() ? -1 : int(found - columns.begin());
}

std::vector<DayColumn> staffOf(const DayRequest& request, std::span<const Appointment> rows)
{
    std::vector<DayColumn> columns;
    const Location* location = request.catalogue->location(request.location);
    if (location == nullptr)
        return columns;
    const TimeSlot day = location->zone.day(request.date);
    const std::vector<BusyTime> busy = busyTimes(rows, request.now);
    for (const Resource& resource : request.catalogue->resources) {
        if (resource.kind != ResourceKind::Staff || resource.location != request.location || resource.retired)
            continue;
        DayColumn column;
        column.staff = resource.id;
        column.name = resource.name;
        column.initials = resource.initials;
        DayHours hours = hoursOn(*request.catalogue, resource.id, request.date);
        column.open = std::move(hours.open);
        column.breaks = std::move(hours.breaks);
        column.freeLength = usualLength(*request.catalogue, resource.id, rows, day);
        if (column.works() && column.freeLength > Seconds(0))
            column.free =
                freePlaces(*request.catalogue, busy, resource.id, request.date, column.freeLength, request.now);
        columns.push_back(std::move(column));
    }
    return columns;
}

DayPlan planDay(const DayRequest& request, std::span<const Appointment> rows)
{
    DayPlan plan;
    plan.date = request.date;
    const Location* location = request.catalogue->location(request.location);
    if (location == nullptr)
        return plan;
    plan.zone = location->zone;
    plan.grid = location->grid;
    plan.day = plan.zone.day(request.date);

    const auto isHere = [&](const Appointment& row) {
        const bool ranOut = row.status == Status::Held && row.heldUntil && *row.heldUntil <= request.holdsNow;
        return row.location == request.location && isShown(row.status) && !ranOut && plan.day.overlaps(row.slot);
    };
    QSet<ResourceId> present;
    for (const Appointment& row : rows) {
        if (isHere(row))
            present.insert(row.staff);
    }
    plan.columns = staffOf(request, rows);
    const bool anyWorks = std::any_of(plan.columns.begin(), plan.columns.end(),
                                      [&](const DayColumn& c) { return c.works() || present.contains(c.staff); });
    std::erase_if(plan.columns, [&](const DayColumn& column) {
        return request.hidden.contains(column.staff) ||
               (anyWorks && !column.works() && !present.contains(column.staff));
    });
    for (const Appointment& row : rows) {
        const int column = plan.columnOf(row.staff);
        if (column >= 0 && isHere(row))
            plan.blocks.push_back(blockOf(row, column));
    }
    layOut(plan.blocks, int(plan.columns.size()));
    plan.shown = shownTime(plan, hoursOn(*request.catalogue, request.location, request.date));
    return plan;
}

} // namespace frontdesk
