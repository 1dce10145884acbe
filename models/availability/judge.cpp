#include "models/availability/judge.h"

#include "models/availability/hours.h"

#include <algorithm>
#include <array>

namespace frontdesk
{
namespace
{

using Kind = Reason::Kind;

Reason reason(Kind kind, bool soft, TimeSlot slot, ResourceId resource = {})
{
    return {kind, soft, resource, slot, {}, {}};
}

/// Weekly hours of every date that the slot touches, and of its neighbours; gaps inside one date go to `breaks`.
Spans hoursWithin(const WeeklyHours& hours, const Zone& zone, TimeSlot within, Spans* breaks)
{
    std::vector<TimeSlot> open;
    std::vector<TimeSlot> gaps;
    const QDate last = zone.dateOf(within.end).addDays(1);
    for (QDate date = zone.dateOf(within.start).addDays(-1); date <= last; date = date.addDays(1)) {
        const Spans day = weeklyHoursOn(hours, zone, date);
        for (size_t i = 1; i < day.size(); ++i)
            gaps.push_back({day[i - 1].end, day[i].start});
        open.insert(open.end(), day.begin(), day.end());
    }
    if (breaks)
        *breaks = merged(std::move(gaps));
    return merged(std::move(open));
}

} // namespace

/// Takes reasons: all of them, or only whether there is one.
class Judge::Collector
{
public:
    explicit Collector(std::vector<Reason>* all) : m_all(all) {}

    void add(Reason reason)
    {
        m_any = true;
        if (m_all)
            m_all->push_back(std::move(reason));
    }
    [[nodiscard]] bool any() const { return m_any; }
    /// Nothing more needs to be found out.
    [[nodiscard]] bool isDone() const { return m_any && !m_all; }

private:
    std::vector<Reason>* m_all;
    bool m_any = false;
};

Judge::Judge(const Catalogue& catalogue, const BusyIndex& busy, const Request& request, TimeSlot within, Instant now)
    : m_catalogue(catalogue),
      m_busy(busy),
      m_request(request),
      m_now(now),
      m_location(catalogue.location(request.location)),
      m_service(catalogue.service(request.service))
{
    if (!m_location || (request.service.isValid() && !m_service)) {
        m_always.push_back(reason(Kind::Retired, false, {request.start, request.start}));
        return;
    }
    findHours(within);
    Steps steps;
    if (m_service) {
        m_length = request.length.value_or(totalLength(m_service->steps));
        const auto fitted = stepsOfLength(m_service->steps, m_length);
        if (fitted)
            steps = *fitted;
        else
            m_always.push_back(reason(Kind::Unable, false, {request.start, request.start + m_length}));
        findNeeds(steps, m_service->bufferBefore, m_service->bufferAfter, within);
    } else {
        m_length = request.length.value_or(Minutes(0));
        steps = {{m_length, {ResourceKind::Staff, ResourceKind::Room, ResourceKind::Equipment}}};
        addChosen(steps, Seconds(0), Seconds(0), within);
    }
    judgeRequest();
}

Judge::Judge(const Catalogue& catalogue, const BusyIndex& busy, const Appointment& booked)
    : m_catalogue(catalogue),
      m_busy(busy),
      m_request{booked.location, booked.service, booked.staff, booked.slot.start, booked.slot.length(), {}},
      m_now(booked.slot.start),
      m_location(catalogue.location(booked.location)),
      m_length(booked.slot.length())
{
    if (!m_location)
        return;
    findHours(booked.slot);
    for (Take work : booked.takes) {
        work.from = std::max(work.from, Seconds(0));
        work.to = std::min(work.to, m_length);
        const Resource* resource = catalogue.resource(work.resource);
        if (!resource || work.to <= work.from)
            continue;
        const auto isOfResource = [&](const Need& need) { return need.chosen.front().resource == resource; };
        auto need = std::ranges::find_if(m_needs, isOfResource);
        if (need == m_needs.end())
            need = m_needs.insert(need, {resource->kind, {}, {}, {candidate(*resource, booked.slot)}, {}});
        need->work.push_back(work);
    }
}

void Judge::findHours(TimeSlot within)
{
    m_hours = hoursWithin(m_location->hours, m_location->zone, within, nullptr);
    for (const Closure& closure : m_catalogue.closures) {
        if (closure.location == m_location->id && closure.slot.overlaps(within))
            m_closures.push_back(closure);
    }
}

Judge::Candidate Judge::candidate(const Resource& resource, TimeSlot within) const
{
    Candidate candidate{&resource, {}, {}, {}};
    candidate.hours = hoursWithin(hoursOf(resource, *m_location), m_location->zone, within, &candidate.breaks);
    for (const TimeOff& off : m_catalogue.timeOff) {
        if (off.resource == resource.id && off.slot.overlaps(within))
            candidate.timeOff.push_back(off);
    }
    return candidate;
}

void Judge::addChosen(const Steps& steps, Seconds before, Seconds after, TimeSlot within)
{
    std::vector<ResourceId> chosen = m_request.others;
    if (m_request.staff.isValid())
        chosen.insert(chosen.begin(), m_request.staff);
    for (const ResourceId id : chosen) {
        const Resource* resource = m_catalogue.resource(id);
        if (!resource) {
            m_always.push_back(reason(Kind::Retired, false, {m_request.start, m_request.start + m_length}, id));
            continue;
        }
        const std::array choice = {Choice{resource->kind, id}};
        Need need{resource->kind,
                  takesFor(steps, before, after, choice),
                  takesFor(steps, Seconds(0), Seconds(0), choice),
                  {},
                  {}};
        if (need.takes.empty())
            continue;
        need.chosen.push_back(candidate(*resource, within));
        m_needs.push_back(std::move(need));
    }
}

void Judge::findNeeds(const Steps& steps, Seconds before, Seconds after, TimeSlot within)
{
    addChosen(steps, before, after, within);
    for (const ResourceKind kind : {ResourceKind::Staff, ResourceKind::Room, ResourceKind::Equipment}) {
        const std::array choice = {Choice{kind, ResourceId()}};
        Need need{
            kind, takesFor(steps, before, after, choice), takesFor(steps, Seconds(0), Seconds(0), choice), {}, {}};
        const auto isChosen = [kind](const Need& other) { return other.kind == kind; };
        if (need.takes.empty() || std::ranges::any_of(m_needs, isChosen))
            continue;
        for (const Resource& resource : m_catalogue.resources) {
            const bool able = std::ranges::find(m_service->able, resource.id) != m_service->able.end();
            if (able && resource.kind == kind && resource.location == m_location->id && !resource.retired)
                need.possible.push_back(candidate(resource, within));
        }
        m_needs.push_back(std::move(need));
    }
}

void Judge::judgeRequest()
{
    const TimeSlot slot{m_request.start, m_request.start + m_length};
    if (m_location->retired || (m_service && m_service->retired))
        m_always.push_back(reason(Kind::Retired, false, slot));
    for (const Need& need : m_needs) {
        for (const Candidate& chosen : need.chosen) {
            const ResourceId id = chosen.resource->id;
            if (chosen.resource->retired)
                m_always.push_back(reason(Kind::Retired, false, slot, id));
            const bool able = !m_service || std::ranges::find(m_service->able, id) != m_service->able.end();
            if (!able || chosen.resource->location != m_location->id)
                m_always.push_back(reason(Kind::Unable, false, slot, id));
        }
    }
}

bool Judge::isOnGrid(Instant start) const
{
    const QTime wall = m_location->zone.toLocal(start).time();
    return wall.msecsSinceStartOfDay() % (m_location->grid.count() * 60000) == 0;
}

void Judge::judgeTime(Instant start, Collector& collector) const
{
    const TimeSlot slot{start, start + m_length};
    // What began within the grid step that still runs is a walk-in, not the past.
    if (start + m_location->grid <= m_now)
        collector.add(reason(Kind::Past, true, slot));
    else if (m_location->notice > Minutes(0) && start < m_now + m_location->notice)
        collector.add(reason(Kind::Notice, true, {m_now, m_now + m_location->notice}));
    if (!collector.isDone() && !isOnGrid(start))
        collector.add(reason(Kind::Grid, true, slot));
}

void Judge::judgeLocation(TimeSlot slot, Collector& collector) const
{
    for (const TimeSlot& piece : uncovered(slot, m_hours))
        collector.add(reason(Kind::Closed, true, piece));
    for (const Closure& closure : m_closures) {
        if (closure.slot.overlaps(slot))
            collector.add({Kind::Closure, true, {}, closure.slot, {}, closure.reason});
    }
}

void Judge::judgeCandidate(const Candidate& candidate, const Need& need, Instant start, Collector& collector) const
{
    const ResourceId id = candidate.resource->id;
    for (const Take& take : need.work) {
        const TimeSlot slot = take.at(start);
        const Spans open = intersection(std::array{slot}, m_hours); // what is closed was told for the location
        for (const TimeSlot& piece : without(open, candidate.hours)) {
            const auto gap =
                std::ranges::find_if(candidate.breaks, [&](const TimeSlot& b) { return b.contains(piece); });
            const bool inBreak = gap != candidate.breaks.end();
            collector.add(reason(inBreak ? Kind::Break : Kind::Hours, true, inBreak ? *gap : piece, id));
        }
        for (const TimeOff& off : candidate.timeOff) {
            if (off.slot.overlaps(slot))
                collector.add({Kind::TimeOff, true, id, off.slot, {}, off.reason});
        }
    }
    std::vector<AppointmentId> told;
    for (const Take& take : need.takes) {
        if (collector.isDone())
            return;
        for (const BusyTime& time : m_busy.inTheWay(id, take.at(start), take.units, candidate.resource->capacity)) {
            if (std::ranges::find(told, time.by) != told.end())
                continue;
            told.push_back(time.by);
            collector.add({Kind::Taken, false, id, time.slot, time.by, {}});
        }
    }
}

void Judge::judgePossible(const Need& need, Instant start, Collector& collector) const
{
    std::vector<Reason> ofFirst;
    for (const Candidate& candidate : need.possible) {
        std::vector<Reason> all;
        Collector ofThis(&all);
        judgeCandidate(candidate, need, start, ofThis);
        if (!ofThis.any())
            return;
        if (ofFirst.empty())
            ofFirst = std::move(all);
    }
    Reason none = reason(Kind::NoRoom, false, {start, start + m_length});
    if (!ofFirst.empty()) {
        const auto taken = std::ranges::find(ofFirst, Kind::Taken, &Reason::kind);
        const Reason& why = taken == ofFirst.end() ? ofFirst.front() : *taken;
        none.resource = why.resource;
        none.slot = why.slot;
        none.by = why.by;
        none.text = why.text;
    }
    collector.add(std::move(none));
}

void Judge::judge(Instant start, Collector& collector) const
{
    for (const Reason& always : m_always)
        collector.add(always);
    if (!m_location || collector.isDone())
        return;
    judgeTime(start, collector);
    if (collector.isDone())
        return;
    judgeLocation({start, start + m_length}, collector);
    for (const Need& need : m_needs) {
        if (collector.isDone())
            return;
        if (need.chosen.empty())
            judgePossible(need, start, collector);
        for (const Candidate& chosen : need.chosen)
            judgeCandidate(chosen, need, start, collector);
    }
}

std::vector<Reason> Judge::reasons(Instant start) const
{
    std::vector<Reason> all;
    Collector collector(&all);
    judge(start, collector);
    return all;
}

std::vector<Reason> Judge::reasonsWhereBooked() const
{
    std::vector<Reason> all;
    Collector collector(&all);
    if (!m_location)
        return all;
    judgeLocation({m_request.start, m_request.start + m_length}, collector);
    for (const Need& need : m_needs)
        judgeCandidate(need.chosen.front(), need, m_request.start, collector);
    std::vector<Reason> each; // one that meets several takes is told once
    for (Reason& one : all) {
        const auto isSame = [&one](const Reason& other) {
            return other.kind == one.kind && other.resource == one.resource && other.slot == one.slot;
        };
        if (std::ranges::none_of(each, isSame))
            each.push_back(std::move(one));
    }
    return each;
}

bool Judge::isFree(Instant start) const
{
    Collector collector(nullptr);
    judge(start, collector);
    return !collector.any();
}

} // namespace frontdesk
