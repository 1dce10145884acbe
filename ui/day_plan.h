#pragma once

#include "models/domain/appointment.h"
#include "models/domain/catalogue.h"
#include "ui/day_axis.h"
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

/// A staff member on one day.
struct DayColumn {
    int day = 0; ///< of the plan's days
    QDate date;
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

/// One of the days that are planned together.
struct PlannedDay {
    QDate date;
    TimeSlot day;   ///< 23, 24 or 25 hours
    TimeSlot shown; ///< what of it lies on the shared axis that is shown
    int first = 0;  ///< its columns
    int columns = 0;
    bool open = false; ///< somebody works on it, or something stands in it
};

/// What the calendar draws of a day or of a week, from the catalogue and the rows: no pixels yet, no widget. A column
/// is a staff member on a day, day after day. What crosses midnight is a block in the columns of both days. Pure value.
struct DayPlan {
    QDate date; ///< the first one
    Zone zone = Zone::utc();
    Minutes grid{15};
    TimeSlot day;   ///< of all days together
    TimeSlot shown; ///< from the first day's first shown instant to the last one's last
    DayAxis axis;
    AxisSpan shownAxis; ///< the open hours of all days, and whatever lies outside of them
    std::vector<PlannedDay> days;
    std::vector<DayColumn> columns;
    std::vector<DayBlock> blocks; ///< in painting order: what lies in another's gap comes later

    /// Of what crosses midnight, the part on the first day that is planned.
    [[nodiscard]] const DayBlock* block(AppointmentId id) const;
    [[nodiscard]] int columnOf(ResourceId staff) const;             ///< on the first day with one; -1: not shown
    [[nodiscard]] int columnOf(ResourceId staff, Instant at) const; ///< on the instant's day; -1: not shown
    [[nodiscard]] const PlannedDay& dayOfColumn(int column) const { return days[size_t(columns[size_t(column)].day)]; }
    /// The day that an instant belongs to; null: none of these.
    [[nodiscard]] const PlannedDay* dayAt(Instant instant) const;
    /// The same time of the wall clock on a column's day; where its clock skips it, the first instant after the gap.
    [[nodiscard]] Instant sameTime(Instant instant, int column) const;
    void setShown(AxisSpan span);
};

struct DayRequest {
    CataloguePtr catalogue = std::make_shared<const Catalogue>(); ///< never null
    LocationId location;
    QDate date;              ///< the first day
    QSet<ResourceId> hidden; ///< staff that the filter leaves out
    Instant now{};
    Instant holdsNow{}; ///< a hold that has run out by then is not shown
    int days = 1;
    ResourceId only{}; ///< a column a day, for this staff member; invalid: all that aren't hidden
};
/// Staff members who don't work on a day and have nothing in it get no column there, unless nobody works.
[[nodiscard]] DayPlan planDay(const DayRequest& request, std::span<const Appointment> rows);

/// The first day of the week that holds a date.
[[nodiscard]] QDate weekStart(QDate date, Qt::DayOfWeek first);

/// The staff of a location as columns of the request's first day, the hidden and the absent ones included.
[[nodiscard]] std::vector<DayColumn> staffOf(const DayRequest& request, std::span<const Appointment> rows);

/// Whether the day shows rows of this status: not the cancelled, expired and parked.
[[nodiscard]] bool isShown(Status status);
/// Parts of an appointment's own time in which its staff member is not busy with it.
[[nodiscard]] std::vector<TimeSlot> developingGaps(const Appointment& row);

} // namespace frontdesk
