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

/// What of a day must be in sight: the location's hours, everybody's, and what stands in it.
std::optional<TimeSlot> neededTime(const DayPlan& plan, int day, const std::vector<TimeSlot>& open)
{
    std::optional<TimeSlot> hull;
    const auto include = [&hull](const TimeSlot& slot) {
        hull = hull ? TimeSlot{std::min(hull->start, slot.start), std::max(hull->end, slot.end)} : slot;
    };
    std::for_each(open.begin(), open.end(), include);
    for (const DayColumn& column : plan.columns) {
        if (column.day == day)
            std::for_each(column.open.begin(), column.open.end(), include);
    }
    for (const DayBlock& block : plan.blocks) {
        if (plan.columns[size_t(block.column)].day == day)
            include(block.row.slot);
    }
    return hull;
}

AxisSpan shownSpan(const DayPlan& plan, const DayRequest& request)
{
    std::optional<AxisSpan> span;
    const auto include = [&](TimeSlot hull, int day) {
        const TimeSlot whole = plan.days[size_t(day)].day;
        const Instant from = gridStart(hull.start, Margin, plan.zone) - Margin;
        const Instant until = gridStart(hull.end + Margin - Seconds(1), Margin, plan.zone) + Margin;
        const AxisSpan here{plan.axis.positionOf(std::max(from, whole.start), day),
                            plan.axis.endPositionOf(std::min(until, whole.end), day)};
        span = span ? AxisSpan{std::min(span->from, here.from), std::max(span->to, here.to)} : here;
    };
    for (int day = 0; day < int(plan.days.size()); ++day) {
        const QDate date = plan.days[size_t(day)].date;
        if (const auto hull = neededTime(plan, day, hoursOn(*request.catalogue, request.location, date)))
            include(*hull, day);
    }
    if (!span) {
        include({plan.zone.meaningOf(plan.date, QTime(9, 0)).first, plan.zone.meaningOf(plan.date, QTime(18, 0)).first},
                0);
    }
    return *span;
}

/// The length that "n free" speaks of: that of the service most booked with the staff member that day, else of the
/// shortest that they do.
Seconds usualLength(const Catalogue& catalogue, ResourceId staff, std::span<const Appointment* const> ofDay)
{
    QHash<qint64, int> counts;
    for (const Appointment* row : ofDay) {
        if (row->staff == staff && row->service.isValid() && isShown(row->status))
            ++counts[row->service.value()];
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

std::vector<const Appointment*> rowsOn(TimeSlot day, std::span<const Appointment> rows)
{
    std::vector<const Appointment*> here;
    for (const Appointment& row : rows) {
        if (day.overlaps(row.slot))
            here.push_back(&row);
    }
    return here;
}

std::vector<DayColumn> staffOn(const DayRequest& request, int day, std::span<const Appointment* const> ofDay,
                               const std::vector<BusyTime>& busy)
{
    std::vector<DayColumn> columns;
    for (const Resource& resource : request.catalogue->resources) {
        if (resource.kind != ResourceKind::Staff || resource.location != request.location || resource.retired)
            continue;
        DayColumn column;
        column.day = day;
        column.date = request.date.addDays(day);
        column.staff = resource.id;
        column.name = resource.name;
        column.initials = resource.initials;
        DayHours hours = hoursOn(*request.catalogue, resource.id, column.date);
        column.open = std::move(hours.open);
        column.breaks = std::move(hours.breaks);
        column.freeLength = usualLength(*request.catalogue, resource.id, ofDay);
        if (column.works() && column.freeLength > Seconds(0))
            column.free =
                freePlaces(*request.catalogue, busy, resource.id, column.date, column.freeLength, request.now);
        columns.push_back(std::move(column));
    }
    return columns;
}

/// Leaves those whom the day shows.
void chooseColumns(std::vector<DayColumn>& columns, const DayRequest& request, const QSet<ResourceId>& present)
{
    const bool one = std::any_of(columns.begin(), columns.end(),
                                 [&](const DayColumn& column) { return column.staff == request.only; });
    if (one) {
        std::erase_if(columns, [&](const DayColumn& column) { return column.staff != request.only; });
        return;
    }
    const auto isThere = [&](const DayColumn& column) { return column.works() || present.contains(column.staff); };
    bool anyWorks = std::any_of(columns.begin(), columns.end(), isThere);
    std::erase_if(columns, [&](const DayColumn& column) { return request.hidden.contains(column.staff); });
    // A day of a week keeps its place there, though only hidden ones work on it.
    if (request.days > 1)
        anyWorks = std::any_of(columns.begin(), columns.end(), isThere);
    std::erase_if(columns, [&](const DayColumn& column) { return anyWorks && !isThere(column); });
}

/// Adds one day's columns and blocks.
void planOneDay(DayPlan& plan, const DayRequest& request, const std::vector<const Appointment*>& ofDay,
                const std::vector<BusyTime>& busy)
{
    const auto isHere = [&](const Appointment& row) {
        const bool ranOut = row.status == Status::Held && row.heldUntil && *row.heldUntil <= request.holdsNow;
        return row.location == request.location && isShown(row.status) && !ranOut;
    };
    QSet<ResourceId> present;
    for (const Appointment* row : ofDay) {
        if (isHere(*row))
            present.insert(row->staff);
    }
    const int number = int(plan.days.size());
    PlannedDay day;
    day.date = request.date.addDays(number);
    day.day = plan.axis.day(number);
    day.first = int(plan.columns.size());
    std::vector<DayColumn> columns = staffOn(request, number, ofDay, busy);
    chooseColumns(columns, request, present);
    day.columns = int(columns.size());
    for (DayColumn& column : columns) {
        day.open = day.open || column.works() || present.contains(column.staff);
        plan.columns.push_back(std::move(column));
    }
    for (const Appointment* row : ofDay) {
        for (int column = day.first; column < int(plan.columns.size()); ++column) {
            if (plan.columns[size_t(column)].staff == row->staff && isHere(*row))
                plan.blocks.push_back(blockOf(*row, column));
        }
    }
    plan.days.push_back(day);
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

int DayPlan::columnOf(ResourceId staff, Instant at) const
{
    const PlannedDay* here = dayAt(at);
    if (here == nullptr)
        return -1;
    const auto first = columns.begin() + here->first;
    const auto found =
        std::find_if(first, first + here->columns, [staff](const DayColumn& column) { return column.staff == staff; });
    return found == first + here->columns ? -1 : int(found - columns.begin());
}

const PlannedDay* DayPlan::dayAt(Instant instant) const
{
    const auto found =
        std::find_if(days.begin(), days.end(), [instant](const PlannedDay& d) { return d.day.contains(instant); });
    return found == days.end() ? nullptr : &*found;
}

Instant DayPlan::sameTime(Instant instant, int column) const
{
    const PlannedDay& target = dayOfColumn(column);
    // On its own day it stays the very instant: its wall time may be there twice.
    return target.day.contains(instant) ? instant : zone.meaningOf(target.date, zone.toLocal(instant).time()).first;
}

void DayPlan::setShown(AxisSpan span)
{
    shownAxis = span;
    for (int number = 0; number < int(days.size()); ++number)
        days[size_t(number)].shown = {axis.instantAt(span.from, number), axis.instantAt(span.to, number)};
    if (!days.empty())
        shown = {days.front().shown.start, days.back().shown.end};
}

QDate weekStart(QDate date, Qt::DayOfWeek first)
{
    return date.addDays(-((date.dayOfWeek() - int(first) + 7) % 7));
}

std::vector<DayColumn> staffOf(const DayRequest& request, std::span<const Appointment> rows)
{
    const Location* location = request.catalogue->location(request.location);
    if (location == nullptr)
        return {};
    return staffOn(request, 0, rowsOn(location->zone.day(request.date), rows), busyTimes(rows, request.now));
}

DayPlan planDay(const DayRequest& request, std::span<const Appointment> rows)
{
    DayPlan plan;
    plan.date = request.date;
    const Location* location = request.catalogue->location(request.location);
    if (location == nullptr || !request.date.isValid())
        return plan;
    plan.zone = location->zone;
    plan.grid = location->grid;
    plan.axis = DayAxis(plan.zone, request.date, request.days);
    plan.day = {plan.axis.day(0).start, plan.axis.day(request.days - 1).end};

    const std::vector<BusyTime> busy = busyTimes(rows, request.now);
    for (int day = 0; day < request.days; ++day)
        planOneDay(plan, request, rowsOn(plan.axis.day(day), rows), busy);
    layOut(plan.blocks, int(plan.columns.size()));
    plan.setShown(shownSpan(plan, request));
    return plan;
}

} // namespace frontdesk
