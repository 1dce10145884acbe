#pragma once

#include "models/check/appointments.h"

namespace frontdesk::check
{

/// Follows the audit of every row: each version from 1 to the row's own, none beyond, and statuses by the status ways
/// up to the one that stands.
[[nodiscard]] StorageError checkHistory(BookReader& book, const std::vector<AppointmentFacts>& appointments);

} // namespace frontdesk::check
