#pragma once

#include "models/booking/outcome.h"
#include "models/domain/catalogue.h"

#include <QString>

namespace frontdesk
{

/// Words for what the database or a rule answered: one line, what is wrong and, where there is one, what to do.
[[nodiscard]] QString refusalText(const Outcome& outcome, const Catalogue& catalogue, Instant now);
/// A rule by its code, hard ("status_way") or soft ("hours").
[[nodiscard]] QString ruleText(const QString& rule);
/// "12 seconds ago", "2 minutes ago", "3 hours ago", "on 26 Nov".
[[nodiscard]] QString agoText(Instant then, Instant now, const Zone& zone);
/// "Maya at Desk 2", "Maya", "Desk 2", "somebody".
[[nodiscard]] QString whoText(const QString& person, const QString& desk);
/// The zone that times of this location are shown in; UTC when it is not known.
[[nodiscard]] Zone zoneOf(const Catalogue& catalogue, LocationId location);
[[nodiscard]] QString staffName(const Catalogue& catalogue, ResourceId staff);
/// "45 min later", "90 min earlier", "same time", "Fri 27 Nov".
[[nodiscard]] QString distanceText(Instant from, Instant to, const Zone& zone);

} // namespace frontdesk
