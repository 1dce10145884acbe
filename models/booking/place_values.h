#pragma once

#include "models/availability/availability.h"
#include "models/booking/handling.h"

namespace frontdesk
{

/// What is typed into an appointment, checked before anything is sent.
[[nodiscard]] std::optional<RuleBroken> moneyProblem(const Money& price);
[[nodiscard]] std::optional<RuleBroken> lengthProblem(Seconds length, QLatin1StringView field);
[[nodiscard]] std::optional<RuleBroken> bufferProblem(Seconds buffer, QLatin1StringView field);
/// Whether the sender may pass a soft rule (a person by hand may, too) or squeeze somebody in (only a known person, and
/// never online): rule override_person, squeeze_person or squeeze_online. The database refuses the latter two by
/// itself.
[[nodiscard]] std::optional<RuleBroken> passingProblem(const Handling& h, const Passing& passing,
                                                       const QString& source = QStringLiteral("desk"));
/// Reasons are one line; squeezing needs one.
[[nodiscard]] std::optional<RuleBroken> checkPassing(Passing& passing);
/// Trims in place.
[[nodiscard]] std::optional<RuleBroken> checkText(QString& text, int longest, bool manyLines, QLatin1StringView field);

/// The soft rule that the place breaks, unless it is passed with a reason.
[[nodiscard]] std::optional<RuleBroken> softProblem(const Handling& h, const Request& request, const Passing& passing);

/// local_start and zone as promised: the wall time of the location at that instant.
[[nodiscard]] QVariantMap promisedTime(const Location& location, Instant start);

} // namespace frontdesk
