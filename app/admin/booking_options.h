#pragma once

#include "app/admin/open_book.h"

#include "models/booking/commands.h"

#include <QDate>

namespace frontdesk::admin
{

/// What an option means, or, printed already, how the program has to end.
template <class Value>
using Read = std::variant<Value, Exit>;

/// An instant: wall time of the zone, or with an offset. Text that is no time is wrong usage (2); a wall time that the
/// clocks skip or repeat is a refusal (1) that says so.
[[nodiscard]] Read<Instant> readTime(const Session& session, QLatin1StringView option, const Zone& zone);
/// "2026-11-23", nothing else.
[[nodiscard]] Read<QDate> readDate(const Session& session, QLatin1StringView option);
[[nodiscard]] Read<AppointmentId> readAppointmentId(const Session& session);
/// --if-version
[[nodiscard]] Read<RowVersion> readVersion(const Session& session);
[[nodiscard]] Read<ResourceId> readStaff(const Session& session, const Catalogue& catalogue);
[[nodiscard]] Read<ServiceId> readService(const Session& session, const Catalogue& catalogue);
/// --override and --squeeze
[[nodiscard]] Passing readPassing(const Session& session);

[[nodiscard]] OptionSpec versionOption();
[[nodiscard]] std::vector<OptionSpec> passingOptions();

} // namespace frontdesk::admin
