#pragma once

#include "paper/paper_values.h"

namespace frontdesk
{

/// A line of the day sheet under a staff member.
struct SheetLine {
    enum class Kind {
        Visit,
        Free, ///< to write in
        Break
    };
    Kind kind = Kind::Free;
    TimeSlot slot;
    size_t visit = 0; ///< of Visit: which of the staff member's

    friend bool operator==(const SheetLine&, const SheetLine&) = default;
};

/// Visits, breaks and free time in the order of time. Free time longer than a step is cut where the clock on the wall
/// shows a whole one, so that an empty morning has several lines; what is shorter than a quarter of an hour gets no
/// line of its own.
[[nodiscard]] std::vector<SheetLine> linesOf(const PaperStaff& staff, const Zone& zone, Minutes step);

} // namespace frontdesk
