#pragma once

#include "ui/block_look.h"
#include "ui/day_plan.h"

#include <QString>

#include <vector>

namespace frontdesk
{

/// The day in numbers and names: who waits or is late, who comes within half an hour. Pure value.
struct DaySummary {
    struct Waiting {
        AppointmentId id;
        QString name;
        QString staff;
        Badge badge;
        friend bool operator==(const Waiting&, const Waiting&) = default;
    };
    struct Coming {
        AppointmentId id;
        QString text; ///< "Jack O'Neil 10:30 with Ben"
        friend bool operator==(const Coming&, const Coming&) = default;
    };
    int booked = 0; ///< all visits of the day that stand, done ones included
    int here = 0;   ///< arrived or in service
    int done = 0;
    int noShows = 0;
    std::vector<Waiting> waiting; ///< the longest first
    std::vector<Coming> coming;   ///< the soonest first
};
/// Covered: with initials for names (cover.h).
[[nodiscard]] DaySummary summaryOf(const DayPlan& plan, Instant now, bool isCovered = false);
/// "33 booked · 5 done · 1 no-show"
[[nodiscard]] QString countsText(const DaySummary& summary);

/// How full a day is: time taken of the time that staff are there, 0 to 1; nothing when nobody works.
[[nodiscard]] std::optional<double> loadOf(const DayPlan& plan);
/// The same of one of several days.
[[nodiscard]] std::optional<double> loadOf(const DayPlan& plan, TimeSlot day);

} // namespace frontdesk
