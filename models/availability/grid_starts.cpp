#include "models/availability/grid_starts.h"

#include "models/availability/availability.h"

#include <algorithm>

namespace frontdesk
{

std::vector<Instant> gridStartsOn(const Catalogue& catalogue, const Location& location, QDate date)
{
    std::vector<Instant> starts;
    const std::vector<TimeSlot> open = hoursOn(catalogue, location.id, date);
    if (open.empty())
        return starts;
    const TimeSlot day = location.zone.day(date);
    const bool ordinary = day.length() == std::chrono::hours(24);
    for (Minutes wall{0}; wall < std::chrono::hours(24); wall += location.grid) {
        if (ordinary) {
            starts.push_back(day.start + wall);
            continue;
        }
        const auto meaning = location.zone.meaningOf(date, QTime(0, 0).addSecs(static_cast<int>(wall.count()) * 60));
        if (meaning.kind != Zone::Meaning::Kind::Missing)
            starts.push_back(meaning.first);
        if (meaning.kind == Zone::Meaning::Kind::Ambiguous)
            starts.push_back(meaning.second);
    }
    std::erase_if(starts, [&](Instant start) {
        return std::ranges::none_of(open, [start](const TimeSlot& span) { return span.contains(start); });
    });
    std::ranges::sort(starts);
    return starts;
}

GridWalk::GridWalk(const Catalogue& catalogue, const Location& location, Instant from, TimeSlot within,
                   Direction direction)
    : m_catalogue(catalogue), m_location(location), m_from(from), m_within(within), m_direction(direction)
{
    const bool later = direction == Direction::Later;
    m_date = location.zone.dateOf(later ? std::max(from, within.start) : std::min(from, within.end));
    fill();
}

void GridWalk::fill()
{
    const bool later = m_direction == Direction::Later;
    const QDate end = m_location.zone.dateOf(later ? m_within.end : m_within.start);
    for (; later ? m_date <= end : m_date >= end; m_date = m_date.addDays(later ? 1 : -1)) {
        m_starts = gridStartsOn(m_catalogue, m_location, m_date);
        std::erase_if(m_starts, [&](Instant start) {
            return !m_within.contains(start) || (later ? start < m_from : start >= m_from);
        });
        if (later)
            std::ranges::reverse(m_starts);
        if (!m_starts.empty())
            return;
    }
}

std::optional<Instant> GridWalk::current() const
{
    if (m_starts.empty())
        return {};
    return m_starts.back();
}

void GridWalk::advance()
{
    m_starts.pop_back();
    if (!m_starts.empty())
        return;
    m_date = m_date.addDays(m_direction == Direction::Later ? 1 : -1);
    fill();
}

} // namespace frontdesk
