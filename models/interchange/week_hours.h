#pragma once

#include "models/domain/catalogue.h"
#include "models/interchange/json_fields.h"

namespace frontdesk
{

/// Weekly hours as a person writes them: {"mon-fri": [["09:00", "13:00"], ["14:00", "18:00"]], "sat": [["10:00",
/// "14:00"]]}; a day that isn't named is closed. Nothing after a mistake, which is noted.
[[nodiscard]] std::optional<WeeklyHours> readWeekHours(const QJsonValue& value, const QString& path,
                                                       const JsonFields::Notes& notes);

} // namespace frontdesk
