#pragma once

#include <QDate>
#include <QLatin1StringView>
#include <QString>

#include <array>
#include <optional>

namespace frontdesk
{

/// What the middle of the window shows.
enum class ViewKind { Day, Week, Month, List };
inline constexpr std::array AllViews = {ViewKind::Day, ViewKind::Week, ViewKind::Month, ViewKind::List};

/// The word in settings and on the command line: "day", "week", "month", "list".
[[nodiscard]] QLatin1StringView toCode(ViewKind kind);
[[nodiscard]] std::optional<ViewKind> viewFromCode(QStringView code);
[[nodiscard]] QString viewText(ViewKind kind); ///< "Day"

/// How many days a window turns by, and what it says it shows.
enum class Period { Day, Week, Month };

[[nodiscard]] QDate stepped(Period period, QDate date, int steps);
/// The week by the locale's first weekday, six weeks from there for a month's leaf.
[[nodiscard]] QDate firstOfWeek(QDate date);
inline constexpr int LeafDays = 42;
[[nodiscard]] QDate firstOfLeaf(QDate date);
/// "Monday 23 November 2026", "23 – 29 November 2026", "November 2026"; brief: with short names.
[[nodiscard]] QString periodText(Period period, QDate date, bool brief = false);

} // namespace frontdesk
