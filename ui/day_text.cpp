#include "ui/day_text.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QHash>
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
    // "2月" is February; months to go are counted with 个.
    static const QRegularExpression pattern(
        QStringLiteral("^([+-]?)(\\d{1,4})\\s*(?:([d天])|(w|周|个?星期|个?礼拜)|(m|个月)|([y年]))([后前]?)$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const bool back = match.capturedView(1) == u"-" || match.capturedView(7) == u"前";
    const int count = match.capturedView(2).toInt() * (back ? -1 : 1);
    if (match.hasCaptured(3))
        return valid(today.addDays(count));
    if (match.hasCaptured(4))
        return valid(today.addDays(qint64(count) * 7));
    return valid(match.hasCaptured(5) ? today.addMonths(count) : today.addYears(count));
}

/// 今天, 大后天, 下周, 上个月 …
std::optional<QDate> chineseWord(const QString& text, QDate today)
{
    static const QHash<QString, int> days{
        {QStringLiteral("大前天"), -3}, {QStringLiteral("前天"), -2},  {QStringLiteral("昨天"), -1},
        {QStringLiteral("昨日"), -1},   {QStringLiteral("今天"), 0},   {QStringLiteral("今日"), 0},
        {QStringLiteral("明天"), 1},    {QStringLiteral("明日"), 1},   {QStringLiteral("后天"), 2},
        {QStringLiteral("大后天"), 3},  {QStringLiteral("下周"), 7},   {QStringLiteral("下星期"), 7},
        {QStringLiteral("上周"), -7},   {QStringLiteral("上星期"), -7}};
    if (const auto found = days.constFind(text); found != days.constEnd())
        return valid(today.addDays(*found));
    if (text == QStringLiteral("下个月") || text == QStringLiteral("下月"))
        return valid(today.addMonths(1));
    if (text == QStringLiteral("上个月") || text == QStringLiteral("上月"))
        return valid(today.addMonths(-1));
    return {};
}

/// 周三 (the next one), 本周三, 下周三, 上周三, 下下周三: weeks are counted from Monday, as in China.
std::optional<QDate> chineseWeekday(const QString& text, QDate today)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(本|这|这个|下|下个|下下|下下个|上|上个|上上|上上个)?(?:周|星期|礼拜)([一二三四五六日天1-7])$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const QChar named = match.capturedView(2).at(0);
    const int day = named.isDigit()  ? named.digitValue()
                    : named == u'天' ? 7
                                     : int(QStringView(u"一二三四五六日").indexOf(named)) + 1;
    const QString week = match.captured(1);
    if (week.isEmpty()) {
        const int ahead = (day - today.dayOfWeek() + 7) % 7;
        return valid(today.addDays(ahead == 0 ? 7 : ahead));
    }
    const auto weeks = week.count(u'下') - week.count(u'上');
    return valid(today.addDays(day - today.dayOfWeek() + 7 * weeks));
}

/// "12月3日", "3日" and "3号" as "3.12" and "3": what a Chinese date says, in the order that is read here.
QString withoutChineseSigns(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(?:(\\d{4})\\s*年\\s*)?(\\d{1,2})\\s*月\\s*)?(\\d{1,2})\\s*[日号]?$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return text;
    if (match.capturedView(2).isEmpty())
        return match.captured(3);
    return (match.captured(3) + u'.' + match.captured(2) + u' ' + match.captured(1)).trimmed();
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
    const QString text = typedPlainly(typed).simplified().toLower();
    if (text.isEmpty())
        return {};
    if (text == Words::tr("today") || text == u"today")
        return today;
    if (text == Words::tr("tomorrow") || text == u"tomorrow")
        return today.addDays(1);
    if (text == Words::tr("yesterday") || text == u"yesterday")
        return today.addDays(-1);
    if (const auto date = chineseWord(text, today))
        return date;
    if (const auto date = chineseWeekday(text, today))
        return date;
    if (const QDate iso = QDate::fromString(text, Qt::ISODate); iso.isValid() && text.size() == 10)
        return valid(iso);
    if (const auto date = relative(text, today))
        return date;
    if (const auto date = dayAndMonth(withoutChineseSigns(text), today))
        return date;
    return weekday(text, today);
}

} // namespace frontdesk
