#pragma once

#include "models/availability/availability.h"
#include "models/booking/handling.h"

namespace frontdesk
{

/// What is typed into an appointment, checked before anything is sent.
[[nodiscard]] std::optional<RuleBroken> moneyProblem(const Money& price);
[[nodiscard]] std::optional<RuleBroken> lengthProblem(Seconds length, QLatin1StringView field);
[[nodiscard]] std::optional<RuleBroken> bufferProblem(Seconds buffer, QLatin1StringView field);
/// Reasons are one line; squeezing needs one.
[[nodiscard]] std::optional<RuleBroken> checkPassing(Passing& passing);
/// Trims in place.
[[nodiscard]] std::optional<RuleBroken> checkText(QString& text, int longest, bool manyLines, QLatin1StringView field);

/// The soft rule that the place breaks, unless it is passed with a reason.
[[nodiscard]] std::optional<RuleBroken> softProblem(const Handling& h, const Request& request, const Passing& passing);

/// local_start and zone as promised: the wall time of the location at that instant.
[[nodiscard]] QVariantMap promisedTime(const Location& location, Instant start);

} // namespace frontdesk
