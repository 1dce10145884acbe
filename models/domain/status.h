#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace frontdesk
{

enum class Status { Held, Booked, Arrived, InService, Completed, NoShow, Cancelled, Expired, Parked };
enum class Confirmation { NotAsked, Asked, MessageLeft, Confirmed, RunningLate };

/// The word in database and API: "held", "in_service", "no_show" …
[[nodiscard]] QLatin1StringView toCode(Status status);
[[nodiscard]] std::optional<Status> statusFromCode(QStringView code);
[[nodiscard]] QLatin1StringView toCode(Confirmation confirmation);
[[nodiscard]] std::optional<Confirmation> confirmationFromCode(QStringView code);

/// Whether the status ways of the schema lead from one to the other. `before` is the status that a cancelled row had.
[[nodiscard]] bool canFollow(Status from, Status to, std::optional<Status> before = {});
/// Whether an appointment of this status keeps its resources busy to its end.
[[nodiscard]] bool claimsItsTime(Status status);

} // namespace frontdesk
