#include "ui/calendar_frame.h"

#include "models/domain/time_text.h"
#include "ui/calendar_view.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QPainter>
#include <QScrollBar>

namespace frontdesk
{

CalendarHeader::CalendarHeader(CalendarView* view) : QWidget(view), m_view(view)
{
    setObjectName(QStringLiteral("calendarHeader"));
}

void CalendarHeader::paintEvent(QPaintEvent*)
{
    constexpr int Circle = 30;
    const Theme& theme = Theme::of(palette());
    const DayPlan& plan = m_view->plan();
    const DayGeometry& geometry = m_view->geometryOfDay();
    const QFont name = scaled(font(), 1, QFont::DemiBold);
    const QFont initials = scaled(font(), 0.84, QFont::Bold);
    const QFont detail = scaled(font(), 0.93);
    const QFontMetrics nameMetrics(name);
    const QFontMetrics detailMetrics(detail);

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.surface);
    const int shift = m_view->horizontalScrollBar()->value();
    for (size_t i = 0; i < plan.columns.size(); ++i) {
        const DayColumn& column = plan.columns[i];
        const int left = geometry.left(int(i)) - shift;
        const int width = geometry.columnWidth(int(i));
        painter.fillRect(QRect(left, 0, 1, height()), theme.line);
        const bool wide = width >= 108;
        int x = left + 8;
        if (wide) {
            const QRectF circle(x, (height() - Circle) / 2.0 - 0.5, Circle, Circle);
            painter.setPen(QPen(theme.lineStrong, 1.3));
            painter.setBrush(theme.surface);
            painter.drawEllipse(circle);
            painter.setPen(theme.text);
            painter.setFont(initials);
            painter.drawText(circle, Qt::AlignCenter,
                             column.initials.isEmpty() ? initialsOf(column.name) : column.initials);
            x += Circle + 8;
        }
        const int room = left + width - x - 4;
        QString free = freeText(column);
        const int lines = nameMetrics.height() + (free.isEmpty() ? 0 : detailMetrics.height());
        const int top = (height() - lines) / 2;
        painter.setPen(theme.text);
        painter.setFont(name);
        const bool whole = nameMetrics.horizontalAdvance(column.name) <= room;
        painter.drawText(QRect(x, top, room, nameMetrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         nameMetrics.elidedText(whole ? column.name : firstName(column.name), Qt::ElideRight, room));
        painter.setPen(theme.textSoft);
        painter.setFont(detail);
        if (detailMetrics.horizontalAdvance(free) > room && column.free > 0)
            free = shortFreeText(column);
        painter.drawText(QRect(x, top + nameMetrics.height(), room, detailMetrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, detailMetrics.elidedText(free, Qt::ElideRight, room));
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

namespace
{

/// "14:00", or "2 PM" where the day has two halves.
QString hourText(QTime hour)
{
    const QLocale locale;
    return hasHalfDays(locale) && hour.minute() == 0 ? locale.toString(hour, QStringLiteral("h AP"))
                                                     : clockText(hour, locale);
}

} // namespace

TimeAxis::TimeAxis(CalendarView* view) : QWidget(view), m_view(view)
{
    setObjectName(QStringLiteral("timeAxis"));
}

int TimeAxis::neededWidth() const
{
    return QFontMetrics(scaled(font(), 0.93)).horizontalAdvance(clockText(QTime(12, 0), QLocale())) + 20;
}

void TimeAxis::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    const DayPlan& plan = m_view->plan();
    const DayGeometry& geometry = m_view->geometryOfDay();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.surface);
    if (plan.columns.empty())
        return;
    const int shift = m_view->verticalScrollBar()->value() - CalendarHeader::Height;
    painter.setClipRect(rect().adjusted(0, CalendarHeader::Height - 8, 0, 0));
    const QFont hours = scaled(font(), 0.93);
    const int line = QFontMetrics(hours).height();
    const bool today = plan.shown.contains(m_view->now());
    const int nowY = geometry.yOf(m_view->now()) - shift;

    painter.setFont(hours);
    painter.setPen(theme.textSoft);
    QString before;
    for (Instant hour = gridStart(plan.shown.start, Minutes(60), plan.zone); hour < plan.shown.end;
         hour += std::chrono::hours(1)) {
        // The hour that the clocks put back appears twice, the second time with its zone's short name.
        const QDateTime wall = plan.zone.toLocal(hour);
        const QString text = hourText(wall.time());
        const QString shown = text == before ? text + QLatin1Char('\n') + wall.timeZoneAbbreviation() : text;
        before = text;
        const int y = geometry.yOf(hour) - shift;
        if (hour < plan.shown.start || (today && std::abs(y - nowY) < line))
            continue;
        painter.drawText(QRect(0, y - line / 2, width() - 10, line * 2), Qt::AlignRight | Qt::AlignTop, shown);
    }
    if (!today)
        return;
    const QFont flag = scaled(font(), 0.93, QFont::Bold);
    const QRectF box(4, nowY - (line + 2) / 2.0, width() - 8, line + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.red);
    painter.drawRoundedRect(box, 4, 4);
    painter.fillRect(QRectF(width() - 4, nowY - 1, 4, 2), theme.now);
    painter.setPen(Qt::white);
    painter.setFont(flag);
    painter.drawText(box, Qt::AlignCenter, timeText(m_view->now(), plan.zone));
}

} // namespace frontdesk
