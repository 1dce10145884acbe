#pragma once

#include "models/domain/appointment.h"

class QSqlQuery;

namespace frontdesk
{

class Connection;

/// The present row of appointment_row, desk_hold_row or calendar_row, columns found by name.
[[nodiscard]] Appointment appointmentFrom(const QSqlQuery& query);

/// An appointment with what its editing has to know besides.
struct StoredAppointment {
    Appointment row;
    QString commandId;
    std::optional<Status> statusBefore; ///< of a cancelled one
    QString overrideReason;
};

} // namespace frontdesk
