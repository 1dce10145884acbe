#pragma once

#include "models/availability/availability.h"
#include "models/storage/storage_error.h"

#include <QDate>

namespace frontdesk
{

class Connection;

/// An appointment that no longer fits the hours, breaks, closures and time off of where it is booked.
struct Misfit {
    Appointment row;
    std::vector<Reason> reasons; ///< of a seat those of its group session
    QString overrideReason;      ///< why somebody booked it past such a rule, if they did
};

struct MisfitsRead {
    std::vector<Misfit> misfits; ///< in the order of their starts
    StorageError error;
};

/// Those to come, or those of the dates given, in their locations' own time; `to` is the last date.
[[nodiscard]] MisfitsRead findMisfits(Connection& connection, const Catalogue& catalogue, Instant now,
                                      std::optional<QDate> from = {}, std::optional<QDate> to = {});

} // namespace frontdesk
