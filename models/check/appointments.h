#pragma once

#include "models/check/claims.h"
#include "models/domain/status.h"

#include <vector>

namespace frontdesk::check
{

/// What the other parts need of every appointment.
struct AppointmentFacts {
    qint64 id = 0;
    qint64 version = 0;
    Status status = Status::Booked;
    qint64 start = 0;
    qint64 client = 0; ///< 0: nobody
    qint64 staff = 0;
};

struct AppointmentsRead {
    std::vector<AppointmentFacts> facts; ///< by id
    std::vector<Claim> due;              ///< the claims that appointments and desk holds ask for
};

/// Judges each row by itself: takes, lengths, promised wall time, who is able; and popup holds, seats, booking keys.
[[nodiscard]] StorageError checkAppointments(BookReader& book, AppointmentsRead& read);

} // namespace frontdesk::check
