#include "ui/day_geometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace frontdesk
{

DayGeometry::DayGeometry(TimeSlot shown, int height, int columns, int width)
    : DayGeometry(DayAxis(shown), {Seconds(0), shown.length()}, height,
                  std::vector<Column>(size_t(std::max(columns, 0))), width)
{
}

DayGeometry::DayGeometry(DayAxis axis, AxisSpan shown, int height, std::vector<Column> columns, int width)
    : m_axis(std::move(axis)),
      m_shown(shown),
      m_height(std::max(height, 0)),
      m_width(std::max(width, 0)),
      m_columns(std::move(columns))
{
    qint64 all = 0;
    for (const Column& column : m_columns)
        all += column.share;
    qint64 before = 0;
    for (const Column& column : m_columns) {
        m_lefts.push_back(int(before * m_width / std::max<qint64>(all, 1)));
        before += column.share;
    }
    m_lefts.push_back(m_columns.empty() ? 0 : m_width);
}

int DayGeometry::yAt(Seconds position) const
{
    if (m_shown.isEmpty())
        return 0;
    const Seconds into = std::clamp(position, m_shown.from, m_shown.to) - m_shown.from;
    return int(std::lround(double(into.count()) * m_height / double(m_shown.length().count())));
}

Seconds DayGeometry::positionAt(int y) const
{
    if (m_height == 0)
        return m_shown.from;
    const double part = std::clamp(double(y) / m_height, 0.0, 1.0);
    return m_shown.from + Seconds(std::llround(part * double(m_shown.length().count())));
}

int DayGeometry::yOf(Instant instant, int column) const
{
    return m_columns.empty() || m_axis.days() == 0 ? 0 : yAt(m_axis.positionOf(instant, m_columns[size_t(column)].day));
}

Instant DayGeometry::instantAt(int y, int column) const
{
    return m_columns.empty() || m_axis.days() == 0 ? Instant()
                                                   : m_axis.instantAt(positionAt(y), m_columns[size_t(column)].day);
}

bool DayGeometry::isVoid(int y, int column) const
{
    return m_axis.days() > 0 && y >= 0 && y < m_height && !m_axis.has(positionAt(y), m_columns[size_t(column)].day);
}

std::vector<QRect> DayGeometry::voids(int column) const
{
    std::vector<QRect> rects;
    if (m_axis.days() == 0)
        return rects;
    for (const AxisSpan& span : m_axis.voids(m_shown, m_columns[size_t(column)].day)) {
        const int top = yAt(span.from);
        rects.emplace_back(left(column), top, columnWidth(column), yAt(span.to) - top);
    }
    return rects;
}

int DayGeometry::left(int column) const
{
    return m_columns.empty() ? 0 : m_lefts[size_t(column)];
}

int DayGeometry::columnAt(int x) const
{
    if (m_columns.empty() || x < 0 || x >= m_width)
        return -1;
    return int(std::upper_bound(m_lefts.begin(), m_lefts.end() - 1, x) - m_lefts.begin()) - 1;
}

QRect DayGeometry::rectOf(TimeSlot slot, int column) const
{
    if (m_columns.empty() || m_axis.days() == 0)
        return {};
    const int day = m_columns[size_t(column)].day;
    const int top = yAt(m_axis.positionOf(slot.start, day));
    return {left(column), top, columnWidth(column), yAt(m_axis.endPositionOf(slot.end, day)) - top};
}

Instant gridStart(Instant instant, Minutes grid, const Zone& zone)
{
    const QTime wall = zone.toLocal(instant).time();
    const int step = std::max(int(grid.count()), 1) * 60;
    const int seconds = wall.hour() * 3600 + wall.minute() * 60 + wall.second();
    return instant - Seconds(seconds % step);
}

Instant gridNearest(Instant instant, Minutes grid, const Zone& zone)
{
    return gridStart(instant + Seconds(grid) / 2, grid, zone);
}

namespace
{

bool overlap(const std::vector<TimeSlot>& a, const std::vector<TimeSlot>& b)
{
    return std::any_of(a.begin(), a.end(), [&b](const TimeSlot& x) {
        return std::any_of(b.begin(), b.end(), [&x](const TimeSlot& y) { return x.overlaps(y); });
    });
}

} // namespace

std::vector<Lane> lanesFor(std::span<const std::vector<TimeSlot>> items)
{
    std::vector<size_t> order;
    for (size_t i = 0; i < items.size(); ++i) {
        if (!items[i].empty())
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&items](size_t a, size_t b) { return items[a].front() < items[b].front(); });

    std::vector<Lane> lanes(items.size());
    std::vector<size_t> group(items.size());
    std::iota(group.begin(), group.end(), size_t(0));
    for (size_t n = 0; n < order.size(); ++n) {
        const size_t item = order[n];
        std::vector<bool> used(n + 1);
        for (size_t m = 0; m < n; ++m) {
            const size_t other = order[m];
            if (!overlap(items[item], items[other]))
                continue;
            used[size_t(lanes[other].index)] = true;
            std::replace(group.begin(), group.end(), size_t(group[item]), size_t(group[other]));
        }
        lanes[item].index = int(std::find(used.begin(), used.end(), false) - used.begin());
    }
    std::vector<int> counts(items.size(), 1);
    for (const size_t item : order)
        counts[group[item]] = std::max(counts[group[item]], lanes[item].index + 1);
    for (const size_t item : order)
        lanes[item].count = counts[group[item]];
    return lanes;
}

} // namespace frontdesk
