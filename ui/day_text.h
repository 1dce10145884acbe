#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace frontdesk
{

/// Reads what a person types to go to a date, seen from a day: "26" (the next 26th), "26.11", "26 Nov", "2026-11-26",
/// "tomorrow", "thu" (the next one), "+6w", "6w", "-3d", "2m"; in Chinese "明天", "大后天", "周三", "下周三",
/// "12月3日", "3号",
/// "+6周", "6周后", whatever language the program speaks. Nothing for anything else.
[[nodiscard]] std::optional<QDate> dayFromText(const QString& text, QDate today);

} // namespace frontdesk
