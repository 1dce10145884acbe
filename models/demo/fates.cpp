#include "models/demo/fates.h"

#include <algorithm>
#include <array>

namespace frontdesk::demo
{
namespace
{

constexpr double noShowChance = 0.04;
constexpr Minutes soonIs{25};
constexpr Minutes holdLasts{12}; // by the real clock, so that it counts down before those who look

} // namespace

Fate Fates::past(const Planned& planned, Random& random) const
{
    Fate fate;
    if (planned.service && planned.slot.start + Minutes(20) < std::min(m_now, m_clock) && random.chance(noShowChance)) {
        fate.status = Status::NoShow;
        fate.statusAt = planned.slot.start + Minutes(random.between(15, 19));
        fate.reason = random.pick(m_texts.noShowReasons);
        return fate;
    }
    fate.status = planned.service ? Status::Completed : Status::Booked;
    fate.statusAt = planned.service ? std::min(m_now, planned.slot.end + Minutes(random.between(0, 8))) : Instant{};
    fate.confirmation = random.chance(0.7) ? Confirmation::Confirmed : Confirmation::NotAsked;
    return fate;
}

/// Of those that should run now, most sit in the chair; one waits, one has not come.
Fate Fates::running(const Planned& planned, int place) const
{
    Fate fate;
    const Instant start = planned.slot.start;
    fate.confirmation = Confirmation::Confirmed;
    if (!planned.service || start == m_now)
        return fate;
    if (place % 4 == 1) {
        fate.status = Status::Arrived;
        fate.statusAt = std::min(m_now, std::max(start - Minutes(2), m_now - Minutes(12)));
    } else if (place % 4 == 2) {
        fate.confirmation = m_now - start > Minutes(5) ? Confirmation::RunningLate : Confirmation::Confirmed;
    } else {
        fate.status = Status::InService;
        fate.statusAt = std::min(m_now, start + Minutes(place % 3));
    }
    return fate;
}

Fate Fates::soon(const Planned& planned, int place, Random& random) const
{
    Fate fate = later(planned, 0, random);
    if (planned.service && place % 3 == 0) {
        fate.status = Status::Arrived;
        fate.statusAt = m_now - Minutes(random.between(1, 8));
        fate.confirmation = Confirmation::Confirmed;
    }
    return fate;
}

Fate Fates::later(const Planned& planned, int distance, Random& random) const
{
    Fate fate;
    if (!planned.service)
        return fate;
    const int dice = random.below(100);
    const int confirmed = distance <= 0 ? 68 : distance == 1 ? 45 : distance < 7 ? 12 : 0;
    const int asked = distance <= 0 ? 14 : distance == 1 ? 30 : distance < 4 ? 20 : 0;
    if (dice < confirmed)
        fate.confirmation = Confirmation::Confirmed;
    else if (dice < confirmed + asked)
        fate.confirmation = Confirmation::Asked;
    else if (distance <= 1 && dice < confirmed + asked + 8)
        fate.confirmation = Confirmation::MessageLeft;
    return fate;
}

void Fates::created(const Planned& planned, Fate& fate, Random& random) const
{
    fate.online = planned.service && planned.service->online && !planned.squeezed && random.chance(0.24);
    const bool walkIn = planned.service && !fate.online && random.chance(0.06);
    const Instant reached = std::min({m_now, m_clock, planned.slot.start});
    fate.createdAt = reached - Minutes(walkIn ? 3 : random.between(60, 42 * 24 * 60));
    if (planned.cancelled) {
        fate.before = Status::Booked;
        fate.status = Status::Cancelled;
        fate.statusAt = fate.createdAt + (reached - fate.createdAt) / 2;
        fate.reason = random.pick(m_texts.cancelReasons);
        fate.confirmation = Confirmation::NotAsked;
    }
    if (fate.status == Status::Booked)
        fate.statusAt = fate.createdAt;
}

std::vector<Fate> Fates::decide(const std::vector<Planned>& day, int distance, Random& random) const
{
    std::vector<Fate> fates;
    int runningNow = 0;
    int comingSoon = 0;
    for (const Planned& planned : day) {
        Fate fate;
        if (planned.slot.end <= m_now)
            fate = past(planned, random);
        else if (planned.slot.start <= m_now)
            fate = running(planned, planned.cancelled ? 0 : runningNow++);
        else if (planned.slot.start <= m_now + soonIs)
            fate = soon(planned, planned.cancelled ? 0 : comingSoon++, random);
        else
            fate = later(planned, distance, random);
        created(planned, fate, random);
        fates.push_back(std::move(fate));
    }
    if (distance == 0)
        holdAndPark(day, fates);
    return fates;
}

Fate Fates::ofSession(Fate fate)
{
    if (fate.status == Status::NoShow)
        fate.status = Status::Completed;
    else if (fate.status == Status::Arrived)
        fate.status = Status::Booked;
    fate.reason.clear();
    fate.confirmation = Confirmation::NotAsked;
    fate.online = false;
    return fate;
}

/// On the day shown one is held while somebody decides, and one waits on the pinboard.
void Fates::holdAndPark(const std::vector<Planned>& day, std::vector<Fate>& fates) const
{
    bool parks = true;
    for (size_t i = day.size(); i > 0; --i) {
        const Planned& planned = day[i - 1];
        Fate& fate = fates[i - 1];
        const bool open = planned.slot.start > m_now + std::chrono::hours(2) && fate.status == Status::Booked;
        if (!open || !planned.service || planned.squeezed || planned.habit != Planned::Habit::None)
            continue;
        fate.statusAt = std::min(m_now, m_clock) - Minutes(6);
        fate.createdAt = std::min(fate.createdAt, fate.statusAt);
        fate.confirmation = Confirmation::NotAsked;
        fate.status = parks ? Status::Parked : Status::Held;
        if (!parks) {
            fate.createdAt = fate.statusAt;
            fate.heldUntil = m_clock + holdLasts;
            return;
        }
        parks = false;
    }
}

} // namespace frontdesk::demo
