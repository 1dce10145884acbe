#pragma once

#include <QLocale>
#include <QTime>

namespace frontdesk
{

/// A time of day to the minute as people of the locale write it: "14:15", or "2:15 PM" where the day has two halves.
/// Two digits of the hour where it has 24, so that columns of times stand level.
[[nodiscard]] QString clockText(QTime time, const QLocale& locale);
/// From one time of day to another: "14:15–15:45", "2:15–3:45 PM", "11:30 AM–12:15 PM".
[[nodiscard]] QString clockText(QTime from, QTime to, const QLocale& locale);
/// Whether the locale counts hours to twelve twice.
[[nodiscard]] bool hasHalfDays(const QLocale& locale);

} // namespace frontdesk
