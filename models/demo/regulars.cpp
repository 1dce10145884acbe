#include "models/demo/regulars.h"

namespace frontdesk::demo
{
namespace
{

constexpr int groupSize = 12;
constexpr int families = 4;     // each comes every fourth week
constexpr int seriesDays = 182; // before and after the day shown

} // namespace

int Regulars::addClient(NewClient client, Instant createdAt)
{
    client.createdAt = toUnix(createdAt);
    return m_writer.addClient(client);
}

/// Four to seven of the group, others each time.
Regulars::Comers Regulars::seats(QDate date, Instant createdAt, Random& random)
{
    const int count = random.between(4, 7);
    while (m_group.size() < groupSize)
        m_group.push_back(addClient(m_people.client(random), createdAt));
    Comers comers;
    for (int i = 0; i < count; ++i)
        comers.clients.push_back(m_group[static_cast<size_t>((date.toJulianDay() + i) % groupSize)]);
    return comers;
}

Regulars::Comers Regulars::weekly(Instant createdAt, Random& random)
{
    if (m_weekly.clients.empty())
        m_weekly = {{addClient(m_people.client(random), createdAt)},
                    -1,
                    m_writer.addSeries(QStringLiteral("FREQ=WEEKLY;BYDAY=WE"))};
    return m_weekly;
}

std::map<size_t, Regulars::Comers> Regulars::of(const std::vector<Planned>& day, QDate date, Instant createdAt,
                                                int distance, Random& random)
{
    std::map<size_t, Comers> all;
    int visit = -1;
    for (size_t i = 0; i < day.size(); ++i) {
        if (day[i].habit == Planned::Habit::Session) {
            all[i] = seats(date, createdAt, random);
        } else if (day[i].habit == Planned::Habit::Weekly && std::abs(distance) <= seriesDays) {
            all[i] = weekly(createdAt, random);
        } else if (day[i].habit == Planned::Habit::Family) {
            const int week = static_cast<int>(date.toJulianDay() / 7 % families);
            if (!m_families.contains(week)) {
                const auto [parent, child] = m_people.family(random);
                const int first = addClient(parent, createdAt);
                m_families[week] = {first, addClient(child, createdAt)};
            }
            const bool isParent = day[i].service->name != QStringLiteral("Kids' cut");
            visit = visit >= 0 ? visit : m_writer.addVisit(QStringLiteral("Together"));
            all[i] = {{isParent ? m_families[week].first : m_families[week].second}, visit, -1};
        }
    }
    return all;
}

} // namespace frontdesk::demo
