#include "models/domain/time_text.h"

namespace frontdesk
{

bool hasHalfDays(const QLocale& locale)
{
    return locale.timeFormat(QLocale::ShortFormat).contains(QLatin1Char('a'), Qt::CaseInsensitive);
}

QString clockText(QTime time, const QLocale& locale)
{
    return hasHalfDays(locale) ? locale.toString(time, QStringLiteral("h:mm AP"))
                               : time.toString(QStringLiteral("HH:mm"));
}

QString clockText(QTime from, QTime to, const QLocale& locale)
{
    const bool morning = from.hour() < 12;
    QString begin = clockText(from, locale);
    // The half of the day once is enough: blocks are narrow.
    if (hasHalfDays(locale) && morning == (to.hour() < 12) && from <= to)
        begin = begin.remove(morning ? locale.amText() : locale.pmText(), Qt::CaseInsensitive).trimmed();
    return begin + QChar(0x2013) + clockText(to, locale);
}

} // namespace frontdesk
