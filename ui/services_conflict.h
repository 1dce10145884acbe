#pragma once

#include "models/booking/outcome.h"
#include "models/domain/catalogue.h"
#include "ui/conflict_dialog.h"

namespace frontdesk
{

/// What the conflict dialog says about a service.
[[nodiscard]] ConflictStory serviceStory(const Conflict& conflict, const VersionConflict& theirs,
                                         const CataloguePtr& catalogue, Instant now);

} // namespace frontdesk
