#pragma once

#include "models/booking/outcome.h"
#include "ui/book_access.h"
#include "ui/conflict_dialog.h"

namespace frontdesk
{

/// What the conflict dialog says about an appointment. `clientNames` adds names of clients that only the form knows.
[[nodiscard]] ConflictStory appointmentStory(const Appointment& opened, Instant openedAt, const VersionConflict& theirs,
                                             const BookAccess& book, const QHash<qint64, QString>& clientNames);

} // namespace frontdesk
