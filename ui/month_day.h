#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/day_load.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace frontdesk
{

/// A day of a month in numbers. Pure value.
struct MonthDay {
    QDate date;
    Seconds open{0}; ///< hours of all staff together, breaks, closures and time off left out
    Seconds free{0}; ///< of what is still ahead
    /// Shorter than this is nothing that could be booked.
    Seconds grid{900};
    std::optional<DayLoad> load; ///< nothing: not read yet
    bool isOver = false;         ///< nobody works any more

    /// Staff time taken of open time, 0 to 1.
    [[nodiscard]] double share() const;
    friend bool operator==(const MonthDay&, const MonthDay&) = default;
};

struct MonthRequest {
    CataloguePtr catalogue; ///< never null
    LocationId location;
    QDate first; ///< of the leaf: LeafDays from here
    Instant now{};
};
/// `read` are the dates that the loads speak for, half-open; on others nothing is known.
struct ReadLoads {
    DayLoads loads;
    QDate from;
    QDate to;
};
[[nodiscard]] std::vector<MonthDay> monthDays(const MonthRequest& request, const ReadLoads& read);

/// Ways to say what is free, the longest first: "6 h 30 free", "6 h free", "6 h"; "full"; "closed". None when the day
/// is over or not read.
[[nodiscard]] QStringList freeTexts(const MonthDay& day);
/// "33 booked", "33"; none without any.
[[nodiscard]] QStringList bookedTexts(const MonthDay& day);
/// The whole for a screen reader: "Monday 23 November 2026, 33 appointments, 6 h free".
[[nodiscard]] QString describe(const MonthDay& day, QDate today);

} // namespace frontdesk
