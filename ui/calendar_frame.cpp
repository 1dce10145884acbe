#include "ui/calendar_frame.h"

#include "models/domain/time_text.h"
#include "ui/calendar_view.h"
#include "ui/theme.h"
#include "ui/words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace frontdesk
{

namespace
{

using Face = TextCache::Face;

constexpr int DayHeight = 30; ///< of the dates above the initials

QString initials(const DayColumn& column)
{
    return column.initials.isEmpty() ? initialsOf(column.name) : column.initials;
}

} // namespace

CalendarHeader::CalendarHeader(CalendarView* view) : QWidget(view), m_view(view)
{
    setObjectName(QStringLiteral("calendarHeader"));
}

QRect CalendarHeader::rectOf(int column) const
{
    const DayGeometry& geometry = m_view->geometryOfDay();
    return {geometry.left(column) - m_view->horizontalScrollBar()->value(), 0, geometry.columnWidth(column), height()};
}

void CalendarHeader::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    const DayPlan& plan = m_view->plan();
    m_texts.setFont(font());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.surface);
    if (plan.days.size() < 2) {
        for (size_t i = 0; i < plan.columns.size(); ++i)
            paintStaff(painter, plan.columns[i], rectOf(int(i)));
    } else if (!plan.columns.empty()) {
        const bool together = plan.columns.size() > plan.days.size();
        for (size_t i = 0; together && i < plan.columns.size(); ++i)
            paintInitials(painter, plan.columns[i], rectOf(int(i)).adjusted(0, DayHeight, 0, 0));
        for (size_t day = 0; day < plan.days.size(); ++day) {
            const PlannedDay& here = plan.days[day];
            const QRect whole = rectOf(here.first) | rectOf(here.first + here.columns - 1);
            paintDay(painter, int(day), together ? whole.adjusted(0, 0, 0, DayHeight - height()) : whole);
        }
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

/// In as many words as there is room for.
QString CalendarHeader::freeWithin(const DayColumn& column, int room)
{
    const QString free = freeText(column);
    return m_texts.widthOf(Face::Detail, free) > room && column.free > 0 ? shortFreeText(column) : free;
}

/// Never the beginning of a date, which would be another one.
QString CalendarHeader::dateWithin(QDate date, int room)
{
    for (const QString& text : {shortDateText(date), briefDateText(date)}) {
        if (m_texts.widthOf(Face::Name, text) <= room)
            return text;
    }
    return QString::number(date.day());
}

void CalendarHeader::paintStaff(QPainter& painter, const DayColumn& column, const QRect& rect)
{
    constexpr int Circle = 30;
    const Theme& theme = Theme::of(palette());
    painter.fillRect(QRect(rect.left(), 0, 1, height()), theme.line);
    int x = rect.left() + 8;
    if (rect.width() >= 108) {
        const QRectF circle(x, (height() - Circle) / 2.0 - 0.5, Circle, Circle);
        painter.setPen(QPen(theme.lineStrong, 1.3));
        painter.setBrush(theme.surface);
        painter.drawEllipse(circle);
        painter.setPen(theme.text);
        painter.setFont(scaled(font(), 0.84, QFont::Bold));
        painter.drawText(circle, Qt::AlignCenter, initials(column));
        x += Circle + 8;
    }
    const int room = rect.left() + rect.width() - x - 4;
    const QString free = freeWithin(column, room);
    const int nameHeight = m_texts.lineHeight(Face::Name);
    const int lines = nameHeight + (free.isEmpty() ? 0 : m_texts.lineHeight(Face::Detail));
    const int top = (height() - lines) / 2;
    const bool whole = m_texts.widthOf(Face::Name, column.name) <= room;
    painter.setPen(theme.text);
    m_texts.draw(painter, {x, top}, Face::Name, whole ? column.name : firstName(column.name), room);
    painter.setPen(theme.textSoft);
    m_texts.draw(painter, {x, top + nameHeight}, Face::Detail, free, room);
}

/// The first name where it fits, else the initials; where those don't fit either, a tool tip says it.
void CalendarHeader::paintInitials(QPainter& painter, const DayColumn& column, const QRect& rect)
{
    const Theme& theme = Theme::of(palette());
    painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), theme.line);
    const int room = rect.width() - 6;
    QString text = firstName(column.name);
    if (m_texts.widthOf(Face::Name, text) > room)
        text = initials(column);
    const int width = m_texts.widthOf(Face::Name, text);
    if (width > room)
        return;
    painter.setPen(column.works() ? theme.text : theme.textSoft);
    const int top = rect.top() + (rect.height() - m_texts.lineHeight(Face::Name)) / 2 - 1;
    m_texts.draw(painter, {rect.left() + (rect.width() - width) / 2, top}, Face::Name, text, room);
}

void CalendarHeader::paintDay(QPainter& painter, int day, const QRect& rect)
{
    const Theme& theme = Theme::of(palette());
    const DayPlan& plan = m_view->plan();
    const PlannedDay& here = plan.days[size_t(day)];
    const bool today = here.day.contains(m_view->now());
    painter.fillRect(rect, today ? theme.accentSoft : theme.surface);
    painter.fillRect(QRect(rect.left() - 1, 0, day > 0 ? 2 : 1, height()), theme.lineStrong);
    if (rect.height() < height())
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    if (today)
        painter.fillRect(QRect(rect.left() + 1, 0, rect.width() - 1, 3), theme.accent);
    // It stays in sight while its day does.
    const QRect all = rect.intersected(QRect(0, 0, width(), height()));
    const QRect seen = all.width() < NarrowColumn ? all.adjusted(4, 0, -3, 0) : all.adjusted(8, 0, -6, 0);
    if (seen.width() < m_texts.widthOf(Face::Name, QStringLiteral("00")))
        return;
    const std::optional<double> load = m_view->loadOfDay(day);
    const bool alone = plan.columns.size() == plan.days.size();
    const DayColumn& first = plan.columns[size_t(here.first)];
    QString detail = load ? tr("%1% taken", "of a day").arg(std::lround(*load * 100)) : tr("closed", "a day");
    if (alone && here.day.end > m_view->now()) // of a day that is over nothing is free, taken or not
        detail = freeWithin(first, seen.width());
    const int nameHeight = m_texts.lineHeight(Face::Name);
    const int detailHeight = m_texts.lineHeight(Face::Detail);
    const int top = alone ? (rect.height() - nameHeight - detailHeight) / 2 : (rect.height() - nameHeight) / 2;
    const QString name = dateWithin(here.date, seen.width());
    const int nameWidth = m_texts.widthOf(Face::Name, name);
    painter.setPen(readableOn(today ? theme.accent : theme.text, today ? theme.accentSoft : theme.surface));
    m_texts.draw(painter, {seen.left(), top}, Face::Name, name, seen.width());
    painter.setPen(readableOn(theme.textSoft, today ? theme.accentSoft : theme.surface));
    const int room = alone ? seen.width() : seen.width() - nameWidth - 10;
    if (!alone && load && m_texts.widthOf(Face::Detail, detail) > room)
        detail = tr("%1%").arg(std::lround(*load * 100));
    const int x = alone ? seen.left() : seen.left() + nameWidth + 10;
    if (alone || m_texts.widthOf(Face::Detail, detail) <= room)
        m_texts.draw(painter, {x, top + (alone ? nameHeight : (nameHeight - detailHeight + 1) / 2)}, Face::Detail,
                     detail, room);
    if (load)
        paintLoad(painter, *load, QRect(seen.left(), rect.bottom() - 5, seen.width(), 3));
}

void CalendarHeader::paintLoad(QPainter& painter, double load, const QRect& room)
{
    const Theme& theme = Theme::of(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.lineSoft);
    painter.drawRoundedRect(room, 1.5, 1.5);
    if (load <= 0)
        return;
    painter.setBrush(loadColour(theme, load));
    painter.drawRoundedRect(QRectF(room.left(), room.top(), std::max(room.width() * load, 3.0), room.height()), 1.5,
                            1.5);
}

bool CalendarHeader::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const DayPlan& plan = m_view->plan();
    const int index = m_view->geometryOfDay().columnAt(help->x() + m_view->horizontalScrollBar()->value());
    if (index < 0) {
        QToolTip::hideText();
        return true;
    }
    const DayColumn& column = plan.columns[size_t(index)];
    QStringList parts{m_view->nameOf(column)};
    if (const QString free = freeText(column); !free.isEmpty())
        parts << free;
    QToolTip::showText(help->globalPos(), parts.join(QStringLiteral(", ")).toHtmlEscaped(), this);
    return true;
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
    if (plan.days.size() > 1 && plan.columns.size() == plan.days.size()) { // whose week it is
        painter.setPen(theme.text);
        painter.setFont(scaled(font(), 1, QFont::Bold));
        painter.drawText(QRect(0, 0, width(), CalendarHeader::Height), Qt::AlignCenter, initials(plan.columns[0]));
    }
    const int shift = m_view->verticalScrollBar()->value() - CalendarHeader::Height;
    painter.setClipRect(rect().adjusted(0, CalendarHeader::Height - 8, 0, 0));
    const QFont hours = scaled(font(), 0.93);
    const int line = QFontMetrics(hours).height();
    const PlannedDay* day = plan.dayAt(m_view->now());
    const bool today = day != nullptr && day->shown.contains(m_view->now());
    const int nowY = today ? geometry.yOf(m_view->now(), day->first) - shift : 0;
    const PlannedDay& fullest = plan.days[size_t(plan.axis.fullestDay())];

    painter.setFont(hours);
    painter.setPen(theme.textSoft);
    QString before;
    for (Instant hour = gridStart(fullest.shown.start, Minutes(60), plan.zone); hour < fullest.shown.end;
         hour += std::chrono::hours(1)) {
        // The hour that the clocks put back appears twice, the second time with its zone's short name.
        const QDateTime wall = plan.zone.toLocal(hour);
        const QString text = hourText(wall.time());
        const QString shown = text == before ? text + QLatin1Char('\n') + wall.timeZoneAbbreviation() : text;
        before = text;
        const int y = geometry.yOf(hour, fullest.first) - shift;
        if (hour < fullest.shown.start || (today && std::abs(y - nowY) < line))
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
