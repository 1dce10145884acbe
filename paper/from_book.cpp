#include "paper/from_book.h"

#include "models/availability/availability.h"
#include "models/availability/spans.h"

#include <algorithm>
#include <tuple>

namespace frontdesk
{

namespace
{

bool isOnPaper(const Appointment& row, Instant now)
{
    switch (row.status) {
    case Status::Cancelled:
    case Status::Expired:
    case Status::Parked:
        return false;
    case Status::Held:
        return !row.isDeskHold && (!row.heldUntil || *row.heldUntil > now);
    default:
        return !row.isDeskHold;
    }
}

PaperVisit visitOf(const Appointment& row)
{
    PaperVisit visit;
    visit.slot = row.slot;
    visit.name = row.clientName.isEmpty() ? row.label : row.clientName;
    visit.service = row.serviceName;
    if (visit.name.isEmpty())
        std::swap(visit.name, visit.service);
    visit.phone = row.clientPhone;
    visit.rooms = row.otherResources;
    visit.note = row.note;
    visit.alert = !row.clientAlert.isEmpty();
    visit.noShow = row.status == Status::NoShow;
    visit.held = row.status == Status::Held;
    return visit;
}

PaperPlace placeOf(const Catalogue& catalogue, LocationId id, Instant now)
{
    PaperPlace place;
    place.business = catalogue.businessName;
    place.printedAt = now;
    if (const Location* location = catalogue.location(id)) {
        place.location = location->name;
        place.zone = location->zone;
    }
    return place;
}

/// The rows of a location on paper, each with the staff member under whom it stands: a seat stands under its session's.
class RowsOnPaper
{
public:
    RowsOnPaper(LocationId location, std::span<const Appointment> rows, Instant now)
    {
        for (const Appointment& row : rows) {
            if (row.location == location && isOnPaper(row, now))
                m_rows.push_back(&row);
        }
        std::ranges::stable_sort(m_rows, {}, [](const Appointment* row) { return std::tuple(row->slot, row->id); });
        m_busy = busyTimes(rows, now);
    }

    [[nodiscard]] PaperStaff of(const Catalogue& catalogue, const Resource* staff, QDate date, TimeSlot day) const
    {
        PaperStaff paper;
        const ResourceId id = staff ? staff->id : ResourceId();
        if (staff) {
            paper.name = staff->name;
            DayHours hours = hoursOn(catalogue, id, date);
            paper.open = std::move(hours.open);
            paper.breaks = std::move(hours.breaks);
            std::vector<TimeSlot> busy;
            for (const BusyTime& time : m_busy) {
                if (time.resource == id && time.slot.overlaps(day))
                    busy.push_back(time.slot);
            }
            paper.busy = merged(std::move(busy));
        }
        for (const Appointment* row : m_rows) {
            if (row->slot.overlaps(day) && shownUnder(catalogue, *row) == id)
                paper.visits.push_back(visitOf(*row));
        }
        return paper;
    }

private:
    [[nodiscard]] ResourceId shownUnder(const Catalogue& catalogue, const Appointment& row) const
    {
        ResourceId staff = row.staff;
        if (!staff.isValid() && row.session.isValid()) {
            const auto session = std::ranges::find(m_rows, row.session, [](const Appointment* r) { return r->id; });
            if (session != m_rows.end())
                staff = (*session)->staff;
        }
        return catalogue.resource(staff) ? staff : ResourceId();
    }

    std::vector<const Appointment*> m_rows;
    std::vector<BusyTime> m_busy;
};

} // namespace

PaperDay paperDay(const Catalogue& catalogue, LocationId location, QDate date, std::span<const Appointment> rows,
                  Instant now, ResourceId staff)
{
    PaperDay paper;
    paper.place = placeOf(catalogue, location, now);
    paper.date = date;
    paper.oneStaff = staff.isValid();
    const TimeSlot day = paper.place.zone.day(date);
    const RowsOnPaper onPaper(location, rows, now);
    for (const Resource& resource : catalogue.resources) {
        if (resource.kind != ResourceKind::Staff || resource.location != location)
            continue;
        if (staff.isValid() && resource.id != staff)
            continue;
        PaperStaff one = onPaper.of(catalogue, &resource, date, day);
        const bool works = !one.open.empty() && !resource.retired;
        if (staff.isValid() || works || !one.visits.empty())
            paper.staff.push_back(std::move(one));
    }
    if (!staff.isValid()) {
        PaperStaff nobody = onPaper.of(catalogue, nullptr, date, day);
        if (!nobody.visits.empty())
            paper.staff.push_back(std::move(nobody));
    }
    return paper;
}

TimeSlot weekOf(QDate date, const Zone& zone)
{
    const QDate monday = date.addDays(1 - date.dayOfWeek());
    return {zone.day(monday).start, zone.day(monday.addDays(7)).start};
}

PaperWeek paperWeek(const Catalogue& catalogue, ResourceId staff, QDate date, std::span<const Appointment> rows,
                    Instant now)
{
    PaperWeek paper;
    const Resource* resource = catalogue.resource(staff);
    if (!resource)
        return paper;
    paper.place = placeOf(catalogue, resource->location, now);
    paper.staff = resource->name;
    const RowsOnPaper onPaper(resource->location, rows, now);
    for (int i = 0; i < 7; ++i) {
        const QDate day = date.addDays(1 - date.dayOfWeek() + i);
        paper.days.push_back({day, onPaper.of(catalogue, resource, day, paper.place.zone.day(day))});
    }
    return paper;
}

PaperCard paperCard(const Catalogue& catalogue, const Appointment& row, Instant now)
{
    PaperCard card;
    card.place = placeOf(catalogue, row.location, now);
    card.client = row.clientName;
    card.service = row.serviceName;
    card.staff = row.staffName;
    card.slot = row.slot;
    return card;
}

} // namespace frontdesk
