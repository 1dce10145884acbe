#pragma once

#include "models/demo/day_planner.h"
#include "models/demo/people.h"
#include "models/demo/writer.h"

#include <map>

namespace frontdesk::demo
{

/// Who comes to what has its fixed time in the week (Planned::Habit): always the same people.
class Regulars
{
public:
    /// Refers to both, which must outlive it.
    Regulars(const People& people, Writer& writer) : m_people(people), m_writer(writer) {}

    struct Comers {
        std::vector<int> clients; ///< one, or of a session those who have a seat
        int visit = -1;
        int series = -1;
    };
    /// Who comes to each appointment of a day that has a habit, by its place in the day. `random` is the day's own, so
    /// that a day is the same whatever was made before it; who is new was entered when `createdAt` says.
    [[nodiscard]] std::map<size_t, Comers> of(const std::vector<Planned>& day, QDate date, Instant createdAt,
                                              int distance, Random& random);

private:
    [[nodiscard]] Comers seats(QDate date, Instant createdAt, Random& random);
    [[nodiscard]] Comers weekly(Instant createdAt, Random& random);
    int addClient(NewClient client, Instant createdAt);

    const People& m_people;
    Writer& m_writer;
    std::vector<int> m_group;
    Comers m_weekly;
    std::map<int, std::pair<int, int>> m_families; ///< parent and child, by the week that they come in
};

} // namespace frontdesk::demo
