#include "ui/calendar_view.h"

#include "ui/words.h"

#include <QPaintEvent>
#include <QPainter>

namespace frontdesk
{

namespace
{

using Face = TextCache::Face;

} // namespace

void CalendarView::paintEvent(QPaintEvent* event)
{
    ensurePlan();
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    const QRect clip = event->region().boundingRect();
    paintGround(painter, clip);

    std::vector<BlockDrawing> drawings;
    for (const DayBlock& block : m_plan.blocks) {
        BlockDrawing d = drawing(block);
        if ((d.lane | d.before | d.after).adjusted(-3, -3, 3, 3).intersects(clip))
            drawings.push_back(std::move(d));
    }
    for (const BlockDrawing& d : drawings)
        m_painter.paintBuffers(painter, d);
    paintNow(painter, true);
    for (const BlockDrawing& d : drawings)
        m_painter.paintBody(painter, d);
    paintVoids(painter);
    paintNow(painter, false);
    for (const BlockDrawing& d : drawings)
        m_painter.paintText(painter, d);
    paintCursor(painter);
    paintMove(painter);
    paintRefusals(painter);
    if (m_reading && !m_plan.columns.empty()) {
        QColor veil = Theme::of(palette()).surface;
        veil.setAlphaF(0.8F);
        painter.fillRect(clip, veil);
        painter.setPen(Theme::of(palette()).text);
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         days() > 1 ? tr("Reading the week…") : tr("Reading the day…"));
    }
}

void CalendarView::paintGround(QPainter& painter, const QRect& clip)
{
    const Theme& theme = Theme::of(palette());
    painter.fillRect(clip, m_plan.columns.empty() ? theme.surface : theme.closed);
    if (m_plan.columns.empty()) {
        painter.setPen(theme.textSoft);
        const QString text = m_request.catalogue->isEmpty() ? m_notice : tr("Nobody is chosen in the staff list.");
        painter.drawText(viewport()->rect().adjusted(40, 20, -40, -20), Qt::AlignCenter | Qt::TextWordWrap, text);
        return;
    }
    for (int column = 0; column < m_geometry.columns(); ++column)
        paintColumn(painter, column);
    const QPoint shift = origin();
    const int right = m_geometry.width() + shift.x();
    // The lines are those of a day that has every hour of the axis.
    const PlannedDay& fullest = m_plan.days[size_t(m_plan.axis.fullestDay())];
    for (Instant step = gridStart(fullest.shown.start, Minutes(30), m_plan.zone); step < fullest.shown.end;
         step += Minutes(30)) {
        const int y = m_geometry.yOf(step, fullest.first) + shift.y();
        const bool fullHour = m_plan.zone.toLocal(step).time().minute() == 0;
        if (step > fullest.shown.start)
            painter.fillRect(QRect(0, y, right, 1), fullHour ? theme.line : theme.lineSoft);
    }
    for (int column = 0; column <= m_geometry.columns(); ++column)
        painter.fillRect(QRect(m_geometry.left(column) + shift.x(), 0, 1, viewport()->height()), theme.line);
    for (const PlannedDay& day : m_plan.days) {
        if (day.first > 0)
            painter.fillRect(QRect(m_geometry.left(day.first) + shift.x() - 1, 0, 2, viewport()->height()),
                             theme.lineStrong);
    }
}

void CalendarView::paintColumn(QPainter& painter, int column)
{
    const Theme& theme = Theme::of(palette());
    const DayColumn& here = m_plan.columns[size_t(column)];
    const QPoint shift = origin();
    for (const TimeSlot& open : here.open)
        painter.fillRect(m_geometry.rectOf(open, column).translated(shift), theme.surface);
    if (m_hatch.style() == Qt::NoBrush)
        m_hatch = stripes(theme.stripe, 20, 6);
    painter.setBrushOrigin(shift);
    for (const TimeSlot& pause : here.breaks) {
        const QRect rect = m_geometry.rectOf(pause, column).translated(shift);
        painter.fillRect(rect, theme.closed);
        painter.fillRect(rect, m_hatch);
        const int room = rect.width() - 2 * (rect.width() < NarrowColumn ? 3 : 8);
        if (rect.height() < m_painter.texts().lineHeight(Face::Detail) ||
            room < m_painter.texts().widthOf(Face::Detail, tr("Break")))
            continue;
        painter.setPen(readableOn(theme.textSoft, theme.stripe));
        m_painter.texts().draw(painter, rect.topLeft() + QPoint(rect.width() < NarrowColumn ? 4 : 10, 3), Face::Detail,
                               tr("Break"), room);
    }
    painter.setBrushOrigin(0, 0);
}

/// Over the bodies: what spans a clock change is drawn as the two parts that it has on the wall clock.
void CalendarView::paintVoids(QPainter& painter)
{
    const Theme& theme = Theme::of(palette());
    for (int column = 0; column < m_geometry.columns(); ++column) {
        for (const QRect& rect : m_geometry.voids(column)) {
            const QRect here = rect.translated(origin());
            painter.fillRect(here, theme.panel);
            painter.fillRect(here, QBrush(theme.lineStrong, Qt::DiagCrossPattern));
        }
    }
}

void CalendarView::paintNow(QPainter& painter, bool overShaded)
{
    // Twice: whole under the blocks, and thinner over their bodies, so that it goes through but stays behind the texts.
    const Instant at = now();
    const PlannedDay* today = m_plan.dayAt(at);
    if (today == nullptr || !today->shown.contains(at) || today->columns == 0)
        return;
    const Theme& theme = Theme::of(palette());
    QColor colour = theme.now;
    if (!overShaded)
        colour.setAlphaF(0.28F);
    const int y = m_geometry.yOf(at, today->first) + origin().y();
    const int left = m_geometry.left(today->first);
    const int width = m_geometry.left(today->first + today->columns) - left;
    painter.fillRect(QRect(left + origin().x(), y - 1, width, 2), colour);
}

void CalendarView::paintCursor(QPainter& painter)
{
    if (isMoving() || m_plan.columns.empty())
        return;
    const Theme& theme = Theme::of(palette());
    const auto outline = [&](const Place& place, bool strong) {
        const bool narrow = rectOf(place).width() < NarrowColumn;
        const QRect cell = rectOf(place).adjusted(narrow ? 2 : 4, 1, narrow ? -3 : -6, -1);
        const QString when = timeText(place.start, m_plan.zone);
        const int line = m_painter.texts().lineHeight(Face::Detail);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = theme.accentSoft;
        fill.setAlphaF(strong ? 0.85F : 0.55F);
        const bool taken =
            solidAt(m_plan.columnOf(place.staff, place.start), place.start) != nullptr; // its words stand there
        painter.setBrush(taken ? QBrush(Qt::NoBrush) : QBrush(fill));
        painter.setPen(strong ? QPen(hasFocus() ? theme.accent : theme.lineStrong, 2) : QPen(Qt::NoPen));
        painter.drawRoundedRect(QRectF(cell), 4, 4);
        const int room = cell.width() - (narrow ? 4 : 7);
        if (!taken && cell.height() >= line - 5 && m_painter.texts().widthOf(Face::Detail, when) <= room) {
            painter.setPen(readableOn(theme.text, theme.accentSoft));
            m_painter.texts().draw(painter, {cell.left() + (narrow ? 3 : 7), cell.top() + (cell.height() - line) / 2},
                                   Face::Detail, when, room);
        }
        painter.restore();
    };
    const auto isShown = [this](const Place& place) {
        const int column = m_plan.columnOf(place.staff, place.start);
        return column >= 0 && m_plan.dayOfColumn(column).shown.contains(place.start);
    };
    if (m_hovered && isShown(*m_hovered) && !(m_cursor == m_hovered))
        outline(*m_hovered, false);
    if (m_cursor && !selected().isValid() && isShown(*m_cursor))
        outline(*m_cursor, true);
}

void CalendarView::paintMove(QPainter& painter)
{
    if (!isMoving())
        return;
    const TimeSlot slot{m_move->start, m_move->start + m_move->length};
    const bool refused = !m_move->reasons.empty();
    const QString where =
        shortDateText(m_plan.zone.dateOf(slot.start)) + QLatin1Char(' ') + timeText(slot, m_plan.zone);
    QStringList lines;
    if (!m_plan.day.contains(slot.start)) { // over the month's leaf, aimed at a day that isn't shown
        lines << where;
        if (refused)
            lines << textOf(m_move->reasons, m_move->row, m_move->start, m_move->staff);
        m_painter.paintBubble(painter, QRect(6, 2, 240, 0), viewport()->rect(), lines.join(QLatin1Char('\n')), refused);
        return;
    }
    const int column = m_plan.columnOf(m_move->staff, m_move->start);
    if (column < 0)
        return;
    const bool narrow = m_geometry.columnWidth(column) < NarrowColumn;
    const QRect rect =
        m_geometry.rectOf(slot, column).translated(origin()).adjusted(narrow ? 2 : 4, 1, narrow ? -3 : -6, 0);
    m_painter.paintGhost(painter, rect, m_move->row, slot, refused);
    if (narrow) // the ghost has no room to say it
        lines << where + QStringLiteral(" · ") + m_plan.columns[size_t(column)].name;
    if (refused)
        lines << textOf(m_move->reasons, m_move->row, m_move->start, m_move->staff);
    else if (m_move->byKeys)
        lines << tr("Enter moves it here, Esc leaves it");
    if (!lines.isEmpty())
        m_painter.paintBubble(painter, rect, viewport()->rect(), lines.join(QLatin1Char('\n')), refused);
}

void CalendarView::paintRefusals(QPainter& painter)
{
    for (auto refused = m_refused.cbegin(); refused != m_refused.cend(); ++refused) {
        const QRect rect = rectOf(refused.key());
        if (rect.intersects(viewport()->rect()))
            m_painter.paintBubble(painter, rect, viewport()->rect(), refused.value(), true);
    }
}

} // namespace frontdesk
