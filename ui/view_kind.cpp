#include "ui/view_kind.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ViewKind)
};

/// Of the first day only what differs from the last is said.
QString weekText(QDate first, bool brief)
{
    const QLocale locale;
    const QDate last = first.addDays(6);
    const QString whole = brief ? Words::tr("d MMM yyyy", "date format") : Words::tr("d MMMM yyyy", "date format");
    QString from;
    if (first.year() != last.year())
        from = locale.toString(first, whole);
    else if (first.month() != last.month())
        from = locale.toString(first, brief ? Words::tr("d MMM", "date format") : Words::tr("d MMMM", "date format"));
    else
        from = locale.toString(first, Words::tr("d", "date format"));
    return Words::tr("%1 – %2", "from day to day").arg(from, locale.toString(last, whole));
}

} // namespace

QLatin1StringView toCode(ViewKind kind)
{
    switch (kind) {
    case ViewKind::Day:
        return QLatin1StringView("day");
    case ViewKind::Week:
        return QLatin1StringView("week");
    case ViewKind::Month:
        return QLatin1StringView("month");
    case ViewKind::List:
        return QLatin1StringView("list");
    }
    return {};
}

std::optional<ViewKind> viewFromCode(QStringView code)
{
    const auto found = std::ranges::find_if(AllViews, [code](ViewKind kind) { return toCode(kind) == code; });
    return found != AllViews.end() ? std::optional(*found) : std::nullopt;
}

QString viewText(ViewKind kind)
{
    switch (kind) {
    case ViewKind::Day:
        return Words::tr("Day");
    case ViewKind::Week:
        return Words::tr("Week");
    case ViewKind::Month:
        return Words::tr("Month");
    case ViewKind::List:
        return Words::tr("List");
    }
    return {};
}

QDate stepped(Period period, QDate date, int steps)
{
    switch (period) {
    case Period::Day:
        return date.addDays(steps);
    case Period::Week:
        return date.addDays(7 * qint64(steps));
    case Period::Month:
        return date.addMonths(steps);
    }
    return date;
}

QDate firstOfWeek(QDate date)
{
    const int first = int(QLocale().firstDayOfWeek());
    return date.addDays(-((date.dayOfWeek() - first + 7) % 7));
}

QDate firstOfLeaf(QDate date)
{
    return firstOfWeek(QDate(date.year(), date.month(), 1));
}

QString periodText(Period period, QDate date, bool brief)
{
    switch (period) {
    case Period::Day:
        return brief ? QLocale().toString(date, Words::tr("ddd d MMM yyyy", "date format")) : dateText(date);
    case Period::Week:
        return weekText(firstOfWeek(date), brief);
    case Period::Month:
        return QLocale().toString(date,
                                  brief ? Words::tr("MMM yyyy", "date format") : Words::tr("MMMM yyyy", "date format"));
    }
    return {};
}

} // namespace frontdesk
