#include "ui/day_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DayText)
};

std::optional<QDate> valid(QDate date)
{
    return date.isValid() && date.year() >= 1970 && date.year() <= 9999 ? std::optional(date) : std::nullopt;
}

std::optional<QDate> relative(const QString& text, QDate today)
{
    static const QRegularExpression pattern(QStringLiteral("^([+-]?)(\\d{1,4})\\s*([dwmy])$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const int count = match.capturedView(2).toInt() * (match.capturedView(1) == QLatin1Char('-') ? -1 : 1);
    switch (match.capturedView(3).at(0).toLatin1()) {
    case 'd':
        return valid(today.addDays(count));
    case 'w':
        return valid(today.addDays(qint64(count) * 7));
    case 'm':
        return valid(today.addMonths(count));
    default:
        return valid(today.addYears(count));
    }
}

/// 1 to 12 for a month's name or its beginning, in the program's language or English.
int monthOf(QStringView word)
{
    if (word.size() < 3)
        return word.toInt();
    for (const QLocale& locale : {QLocale(), QLocale::c()}) {
        for (int month = 1; month <= 12; ++month) {
            if (locale.monthName(month).startsWith(word, Qt::CaseInsensitive))
                return month;
        }
    }
    return 0;
}

std::optional<QDate> dayAndMonth(const QString& text, QDate today)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,2})(?:[./ ]\\s*([\\w]+))?[./ ]?\\s*(\\d{4})?$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const int day = match.capturedView(1).toInt();
    if (match.capturedView(2).isEmpty()) {
        // A bare number is the next such day: of this month, or of one that has it.
        for (int months = 0; months < 3; ++months) {
            const QDate month = QDate(today.year(), today.month(), 1).addMonths(months);
            const QDate date(month.year(), month.month(), day);
            if (date.isValid() && date >= today)
                return date;
        }
        return {};
    }
    const int month = monthOf(match.capturedView(2));
    if (!match.capturedView(3).isEmpty())
        return valid(QDate(match.capturedView(3).toInt(), month, day));
    const QDate thisYear(today.year(), month, day);
    // Without a year it is the coming one, unless it has only just been.
    if (thisYear.isValid() && thisYear < today.addMonths(-3))
        return valid(QDate(today.year() + 1, month, day));
    return valid(thisYear);
}

std::optional<QDate> weekday(const QString& text, QDate today)
{
    if (text.size() < 2)
        return {};
    for (const QLocale& locale : {QLocale(), QLocale::c()}) {
        for (int day = 1; day <= 7; ++day) {
            if (locale.dayName(day).startsWith(text, Qt::CaseInsensitive)) {
                const int ahead = (day - today.dayOfWeek() + 7) % 7;
                return today.addDays(ahead == 0 ? 7 : ahead);
            }
        }
    }
    return {};
}

} // namespace

std::optional<QDate> dayFromText(const QString& typed, QDate today)
{
    const QString text = typed.simplified().toLower();
    if (text.isEmpty())
        return {};
    if (text == Words::tr("today"))
        return today;
    if (text == Words::tr("tomorrow"))
        return today.addDays(1);
    if (text == Words::tr("yesterday"))
        return today.addDays(-1);
    if (const QDate iso = QDate::fromString(text, Qt::ISODate); iso.isValid() && text.size() == 10)
        return valid(iso);
    if (const auto date = relative(text, today))
        return date;
    if (const auto date = dayAndMonth(text, today))
        return date;
    return weekday(text, today);
}

} // namespace frontdesk
