#pragma once

#include "models/domain/appointment.h"
#include "models/domain/catalogue.h"
#include "ui/day_geometry.h"

#include <QDate>
#include <QSet>

#include <span>
#include <vector>

namespace frontdesk
{

/// A row as a column of the day shows it.
struct DayBlock {
    Appointment row;
    int column = 0;
    TimeSlot full;              ///< drawn over the lane's width; empty when all its time was given back
    TimeSlot strip;             ///< time given back (no-show, completed early): a narrow strip
    std::vector<TimeSlot> gaps; ///< parts of `full` in which the staff member is free: it develops
    Lane lane;
    bool overStrip = false; ///< leaves room at the left for another block's strip or gap, which it lies over

    [[nodiscard]] TimeSlot drawn() const { return full.isEmpty() ? strip : full; }
    friend bool operator==(const DayBlock&, const DayBlock&) = default;
};

struct DayColumn {
    ResourceId staff;
    QString name;
    QString initials;
    std::vector<TimeSlot> open;
    std::vector<TimeSlot> breaks;
    int free = 0; ///< how often freeLength still fits
    Seconds freeLength{0};

    [[nodiscard]] bool works() const { return !open.empty(); }
    friend bool operator==(const DayColumn&, const DayColumn&) = default;
};

/// What the day view draws, from the catalogue and the rows: no pixels yet, no widget. Pure value.
struct DayPlan {
    QDate date;
    Zone zone = Zone::utc();
    Minutes grid{15};
    TimeSlot day;   ///< 23, 24 or 25 hours
    TimeSlot shown; ///< the open hours, and whatever lies outside of them
    std::vector<DayColumn> columns;
    std::vector<DayBlock> blocks; ///< in painting order: what lies in another's gap comes later

    [[nodiscard]] const DayBlock* block(AppointmentId id) const;
    [[nodiscard]] int columnOf(ResourceId staff) const; ///< -1: not shown
};

struct DayRequest {
    CataloguePtr catalogue = std::make_shared<const Catalogue>(); ///< never null
    LocationId location;
    QDate date;
    QSet<ResourceId> hidden; ///< staff that the filter leaves out
    Instant now{};
    Instant holdsNow{}; ///< a hold that has run out by then is not shown
};
/// Staff members who don't work on the day and have nothing in it get no column, unless nobody works.
[[nodiscard]] DayPlan planDay(const DayRequest& request, std::span<const Appointment> rows);

/// The staff of a location as columns, the hidden and the absent ones included.
[[nodiscard]] std::vector<DayColumn> staffOf(const DayRequest& request, std::span<const Appointment> rows);

/// Whether the day shows rows of this status: not the cancelled, expired and parked.
[[nodiscard]] bool isShown(Status status);
/// Parts of an appointment's own time in which its staff member is not busy with it.
[[nodiscard]] std::vector<TimeSlot> developingGaps(const Appointment& row);

} // namespace frontdesk
