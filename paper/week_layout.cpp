#include "paper/week_layout.h"

#include <algorithm>
#include <chrono>

namespace frontdesk
{

namespace
{

using std::chrono::hours;

constexpr double Margin = 28;
constexpr double LineHeight = 13;

/// Visits that overlap each other, one after the other: the first free lane is taken, and all are as wide as the most
/// crowded moment allows.
struct Cluster {
    std::vector<size_t> members;
    std::vector<double> ends; ///< of each lane
    double bottom = 0;
};

} // namespace

WeekLayout::WeekLayout(QSizeF paper, const PaperWeek& week)
{
    const double width = paper.width() - 2 * Margin;
    m_head = QRectF(Margin, Margin, width, 38);
    m_foot = QRectF(Margin, paper.height() - Margin - 16, width, 16);
    const double top = m_head.bottom() + DayNames;
    m_body = QRectF(Margin + AxisWidth, top, width - AxisWidth, m_foot.top() - 8 - top);
    Seconds first = hours(24);
    Seconds last{0};
    for (const PaperWeek::Day& day : week.days) {
        const auto include = [&](TimeSlot slot) {
            const Span span = onWall(slot, day.date, week.place.zone);
            first = std::min(first, span.from);
            last = std::max(last, span.to);
        };
        std::ranges::for_each(day.staff.open, include);
        for (const PaperVisit& visit : day.staff.visits)
            include(visit.slot);
    }
    if (first < last) {
        m_firstHour = int(first / hours(1));
        m_lastHour = int((last + hours(1) - Seconds(1)) / hours(1));
    }
}

WeekLayout::Span WeekLayout::onWall(TimeSlot slot, QDate date, const Zone& zone)
{
    const TimeSlot day = zone.day(date);
    const auto ofDay = [&zone](Instant instant) {
        return Seconds(zone.toLocal(instant).time().msecsSinceStartOfDay() / 1000);
    };
    const Seconds from = slot.start <= day.start ? Seconds(0) : ofDay(slot.start);
    const Seconds to = slot.end >= day.end ? Seconds(hours(24)) : ofDay(slot.end);
    // Across the hour that the clocks repeat a slot may seem to end before it begins.
    return {from, std::max(to, from)};
}

QRectF WeekLayout::column(size_t day) const
{
    const double width = m_body.width() / 7;
    return {m_body.left() + width * double(day), m_body.top(), width, m_body.height()};
}

double WeekLayout::yOf(Seconds ofDay) const
{
    const double share = (double(ofDay.count()) / 3600 - m_firstHour) / (m_lastHour - m_firstHour);
    return m_body.top() + m_body.height() * share;
}

std::vector<WeekLayout::Block> WeekLayout::blocks(const PaperWeek& week) const
{
    std::vector<Block> blocks;
    for (size_t day = 0; day < week.days.size(); ++day) {
        const QRectF area = column(day).adjusted(1.5, 0, -1.5, 0);
        const std::vector<PaperVisit>& visits = week.days[day].staff.visits;
        Cluster cluster;
        std::vector<size_t> lanes;
        const auto close = [&] {
            const double width = area.width() / double(std::max<size_t>(1, cluster.ends.size()));
            for (size_t i = 0; i < cluster.members.size(); ++i) {
                QRectF& box = blocks[cluster.members[i]].box;
                box = QRectF(area.left() + width * double(lanes[i]), box.top(), width, box.height());
            }
            cluster = {};
            lanes.clear();
        };
        for (size_t visit = 0; visit < visits.size(); ++visit) {
            const Span span = onWall(visits[visit].slot, week.days[day].date, week.place.zone);
            const double top = std::min(yOf(span.from), area.bottom() - LineHeight);
            const double bottom = std::max(yOf(span.to), top + LineHeight);
            if (top >= cluster.bottom - 0.01)
                close();
            const auto free = std::ranges::find_if(cluster.ends, [top](double end) { return end <= top + 0.01; });
            lanes.push_back(size_t(free - cluster.ends.begin()));
            if (free == cluster.ends.end())
                cluster.ends.push_back(bottom);
            else
                *free = bottom;
            cluster.members.push_back(blocks.size());
            cluster.bottom = std::max(cluster.bottom, bottom);
            blocks.push_back({day, visit, QRectF(0, top, 0, bottom - top)});
        }
        close();
    }
    return blocks;
}

} // namespace frontdesk
