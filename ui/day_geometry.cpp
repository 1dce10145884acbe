#include "ui/day_geometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace frontdesk
{

DayGeometry::DayGeometry(TimeSlot shown, int height, int columns, int width)
    : m_shown(shown), m_height(std::max(height, 0)), m_columns(std::max(columns, 0)), m_width(std::max(width, 0))
{
}

int DayGeometry::yOf(Instant instant) const
{
    if (m_shown.isEmpty())
        return 0;
    const auto into = std::clamp(instant, m_shown.start, m_shown.end) - m_shown.start;
    return int(std::lround(double(into.count()) * m_height / double(m_shown.length().count())));
}

Instant DayGeometry::instantAt(int y) const
{
    if (m_height == 0)
        return m_shown.start;
    const double part = std::clamp(double(y) / m_height, 0.0, 1.0);
    return m_shown.start + Seconds(std::llround(part * double(m_shown.length().count())));
}

int DayGeometry::left(int column) const
{
    if (m_columns == 0)
        return 0;
    const int each = m_width / m_columns;
    return column * each + std::min(column, m_width % m_columns);
}

int DayGeometry::columnAt(int x) const
{
    for (int column = 0; column < m_columns; ++column) {
        if (x >= left(column) && x < left(column + 1))
            return column;
    }
    return -1;
}

QRect DayGeometry::rectOf(TimeSlot slot, int column) const
{
    const int top = yOf(slot.start);
    return {left(column), top, columnWidth(column), yOf(slot.end) - top};
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
