#pragma once

#include "models/availability/availability.h"

namespace frontdesk
{

/// The code of a reason in RuleBroken: "hours", "break", "closure", "time_off", "notice", "grid", "past", …
[[nodiscard]] QLatin1StringView toCode(Reason::Kind kind);

/// The first soft rule that the place breaks by the catalogue alone; nothing when it may be booked there. Hard rules
/// are the database's.
[[nodiscard]] std::optional<Reason> softRuleAgainst(const Catalogue& catalogue, const Request& request, Instant now);

} // namespace frontdesk
