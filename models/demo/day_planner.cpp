#include "models/demo/day_planner.h"

#include "models/availability/availability.h"
#include "models/availability/spans.h"

#include <algorithm>
#include <array>

namespace frontdesk::demo
{
namespace
{

constexpr Minutes grid{15};
constexpr double usualLength = 60; // minutes of an appointment with its buffer, on the average
constexpr double unusable = 16;    // minutes lost after each to the grid, breaks and taken rooms
constexpr double meanPause = 22.5; // of a pause of one or two steps of the grid
constexpr double blockChance = 0.01;
constexpr double cancelChance = 0.06;
constexpr double squeezeChance = 0.12; // of a day, where squeezing in is allowed

/// How likely a step without an appointment must be for the wanted fullness.
double pauseChance(double fullness)
{
    const double idle = std::max(0.0, usualLength * (1 / fullness - 1) - unusable) / meanPause;
    return idle / (1 + idle);
}

Instant nextOnGrid(Instant day, Instant instant)
{
    const auto steps = (instant - day + grid - Seconds(1)) / Seconds(grid);
    return day + steps * Seconds(grid);
}

} // namespace

DayPlanner::DayPlanner(const Catalogue& salon, const Texts& texts) : m_salon(salon), m_texts(texts)
{
    for (const Service& service : salon.services) {
        const auto text = std::ranges::find(texts.services, service.name, &Texts::ServiceText::name);
        for (const ResourceId id : service.able) {
            if (salon.resource(id)->kind == ResourceKind::Staff)
                m_offers[id].push_back({&service, text->weight});
        }
    }
}

std::vector<Planned> DayPlanner::plan(QDate date, double fullness, Random& random)
{
    m_date = date;
    m_open = hoursOn(m_salon, m_salon.locations[0].id, date);
    m_busy.clear();
    m_planned.clear();
    if (m_open.empty())
        return {};
    std::vector<const Resource*> staff;
    for (const Resource& resource : m_salon.resources) {
        if (resource.kind == ResourceKind::Staff)
            staff.push_back(&resource);
    }
    planHabits();
    random.shuffle(staff); // nobody always gets the last free room
    for (const Resource* member : staff)
        planStaff(*member, fullness, random);
    std::ranges::stable_sort(m_planned, {}, [](const Planned& planned) { return planned.slot.start; });
    squeezeIn(random);
    return std::move(m_planned);
}

/// Yoga after work, a massage in the middle of the week, mother and child side by side after school.
void DayPlanner::planHabits()
{
    switch (m_date.dayOfWeek()) {
    case Qt::Tuesday:
    case Qt::Thursday:
        for (int hour = 17; hour >= 15; --hour) {
            if (placeHabit(QStringLiteral("Yoga"), QTime(hour, 0), Planned::Habit::Session))
                return;
        }
        return;
    case Qt::Wednesday:
        placeHabit(QStringLiteral("Massage"), QTime(10, 0), Planned::Habit::Weekly);
        return;
    case Qt::Friday:
        if (placeHabit(QStringLiteral("Haircut"), QTime(15, 0), Planned::Habit::Family) &&
            !placeHabit(QStringLiteral("Kids' cut"), QTime(15, 0), Planned::Habit::Family, m_planned.back().staff))
            m_planned.back().habit = Planned::Habit::None;
        return;
    default:
        return;
    }
}

bool DayPlanner::placeHabit(const QString& service, QTime time, Planned::Habit habit, ResourceId except)
{
    const auto wanted = std::ranges::find(m_salon.services, service, &Service::name);
    if (wanted == m_salon.services.end())
        return false;
    const Instant start = m_salon.locations[0].zone.meaningOf(m_date, time).first;
    for (const ResourceId id : wanted->able) {
        const Resource& staff = *m_salon.resource(id);
        m_staffOpen = hoursOn(m_salon, id, m_date).open;
        Planned placed;
        if (staff.kind != ResourceKind::Staff || id == except || m_staffOpen.empty() ||
            !place(staff, *wanted, start, placed))
            continue;
        placed.habit = habit;
        keepBusy(placed);
        m_planned.push_back(std::move(placed));
        return true;
    }
    return false;
}

void DayPlanner::planStaff(const Resource& staff, double fullness, Random& random)
{
    const double pause = pauseChance(fullness);
    const Instant day = m_salon.locations[0].zone.day(m_date).start;
    m_staffOpen = hoursOn(m_salon, staff.id, m_date).open;
    for (const TimeSlot& span : m_staffOpen) {
        Instant at = nextOnGrid(day, span.start);
        while (at < span.end) {
            Planned placed;
            if (random.chance(pause)) {
                at += random.between(1, 2) * grid;
            } else if (!placeSomething(staff, at, random, placed)) {
                at += grid;
            } else {
                placed.cancelled = placed.service && random.chance(cancelChance);
                if (!placed.cancelled)
                    keepBusy(placed);
                // Goes on behind the first thing that it keeps the staff member busy with: a colour develops alone.
                const bool again = placed.cancelled && random.chance(0.6);
                at = again ? at : nextOnGrid(day, placed.slot.start + placed.takes.front().to);
                m_planned.push_back(std::move(placed));
            }
        }
    }
}

bool DayPlanner::placeSomething(const Resource& staff, Instant start, Random& random, Planned& placed)
{
    if (random.chance(blockChance)) {
        const Minutes length = random.between(2, 4) * grid;
        const Take take{staff.id, Seconds(0), length, 1};
        if (!isFree(staff, take, start) || !covers(m_staffOpen, take.at(start)))
            return false;
        placed = {nullptr, staff.id, take.at(start), {take}, random.pick(m_texts.blocks), false, false};
        return true;
    }
    const std::vector<Offer>& offers = m_offers[staff.id];
    int sum = 0;
    for (const Offer& offer : offers)
        sum += offer.weight;
    for (int tries = 0; tries < 4 && sum > 0; ++tries) {
        int left = random.below(sum);
        const auto offer = std::ranges::find_if(offers, [&left](const Offer& o) { return (left -= o.weight) < 0; });
        if (place(staff, *offer->service, start, placed))
            return true;
    }
    return false;
}

bool DayPlanner::place(const Resource& staff, const Service& service, Instant start, Planned& placed) const
{
    const TimeSlot slot{start, start + totalLength(service.steps)};
    if (!covers(m_open, slot))
        return false;
    std::vector<Choice> choices = {{ResourceKind::Staff, staff.id}};
    const Takes own = takesFor(service.steps, service.bufferBefore, service.bufferAfter, choices);
    for (const Take& take : own) {
        // The buffer after the last one of the day may run past closing.
        const TimeSlot working{start + take.from,
                               std::min(start + take.to, std::max(slot.end, m_staffOpen.back().end))};
        if (!covers(m_staffOpen, working) || !isFree(staff, take, start))
            return false;
    }
    for (const ResourceKind kind : {ResourceKind::Room, ResourceKind::Equipment}) {
        const std::array wish = {Choice{kind, ResourceId()}};
        const Takes wanted = takesFor(service.steps, service.bufferBefore, service.bufferAfter, wish);
        if (wanted.empty())
            continue;
        const ResourceId resource = freeResource(service, kind, wanted, start);
        if (!resource.isValid())
            return false;
        choices.push_back({kind, resource});
    }
    placed = {&service, staff.id, slot, takesFor(service.steps, service.bufferBefore, service.bufferAfter, choices),
              {},       false,    false};
    return true;
}

ResourceId DayPlanner::freeResource(const Service& service, ResourceKind kind, const Takes& wanted, Instant start) const
{
    for (const ResourceId id : service.able) {
        const Resource& resource = *m_salon.resource(id);
        const auto fits = [&](const Take& take) { return isFree(resource, take, start); };
        if (resource.kind == kind && std::ranges::all_of(wanted, fits))
            return id;
    }
    return {};
}

bool DayPlanner::isFree(const Resource& resource, const Take& take, Instant start) const
{
    const auto busy = m_busy.find(resource.id);
    if (busy == m_busy.end())
        return true;
    const TimeSlot slot = take.at(start);
    // Counts what overlaps at any moment: more careful than a sweep, and enough here.
    const auto overlapping = std::ranges::count_if(busy->second, [&](const TimeSlot& b) { return b.overlaps(slot); });
    return overlapping + take.units <= resource.capacity;
}

void DayPlanner::keepBusy(const Planned& planned)
{
    for (const Take& take : planned.takes)
        m_busy[take.resource].push_back(take.at(planned.slot.start));
}

void DayPlanner::squeezeIn(Random& random)
{
    const auto trim = std::ranges::find(m_salon.services, QStringLiteral("Beard trim"), &Service::name);
    if (trim == m_salon.services.end())
        return;
    for (const Resource& staff : m_salon.resources) {
        if (staff.squeezeCapacity <= staff.capacity || !random.chance(squeezeChance))
            continue;
        // Beside a haircut that has its column to itself, from its start.
        const auto beside = std::ranges::find_if(m_planned, [&](const Planned& p) {
            return p.service && p.service->name == QStringLiteral("Haircut") && p.staff == staff.id && !p.cancelled;
        });
        if (beside == m_planned.end())
            continue;
        const std::array choice = {Choice{ResourceKind::Staff, staff.id}};
        const Takes takes = takesFor(trim->steps, trim->bufferBefore, trim->bufferAfter, choice);
        const TimeSlot slot{beside->slot.start, beside->slot.start + totalLength(trim->steps)};
        m_planned.push_back({&*trim, staff.id, slot, takes, {}, false, true});
        return;
    }
}

} // namespace frontdesk::demo
