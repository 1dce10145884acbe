#pragma once

#include "models/domain/appointment.h"
#include "models/tables/table_mirror.h"

#include <vector>

namespace frontdesk::test
{

/// The rows of a mirror, as a snapshot of the database thread would bring them.
[[nodiscard]] TableSnapshotPtr snapshotOf(const std::vector<Appointment>& rows);

} // namespace frontdesk::test
