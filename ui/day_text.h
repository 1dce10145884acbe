#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace frontdesk
{

/// Reads what a person types to go to a date, seen from a day: "26" (the next 26th), "26.11", "26 Nov", "2026-11-26",
/// "tomorrow", "thu" (the next one), "+6w", "6w", "-3d", "2m". Nothing for anything else.
[[nodiscard]] std::optional<QDate> dayFromText(const QString& text, QDate today);

} // namespace frontdesk
