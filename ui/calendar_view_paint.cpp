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
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Reading the day…"));
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
    for (Instant step = gridStart(m_plan.shown.start, Minutes(30), m_plan.zone); step < m_plan.shown.end;
         step += Minutes(30)) {
        const int y = m_geometry.yOf(step) + shift.y();
        const bool fullHour = m_plan.zone.toLocal(step).time().minute() == 0;
        if (step > m_plan.shown.start)
            painter.fillRect(QRect(0, y, right, 1), fullHour ? theme.line : theme.lineSoft);
    }
    for (int column = 0; column <= m_geometry.columns(); ++column)
        painter.fillRect(QRect(m_geometry.left(column) + shift.x(), 0, 1, viewport()->height()), theme.line);
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
        if (rect.height() < m_painter.texts().lineHeight(Face::Detail))
            continue;
        painter.setPen(readableOn(theme.textSoft, theme.stripe));
        m_painter.texts().draw(painter, rect.topLeft() + QPoint(10, 3), Face::Detail, tr("Break"), rect.width() - 16);
    }
    painter.setBrushOrigin(0, 0);
}

void CalendarView::paintNow(QPainter& painter, bool overShaded)
{
    // Twice: whole under the blocks, and thinner over their bodies, so that it goes through but stays behind the texts.
    const Instant at = now();
    if (!m_plan.shown.contains(at) || m_plan.columns.empty())
        return;
    const Theme& theme = Theme::of(palette());
    QColor colour = theme.now;
    if (!overShaded)
        colour.setAlphaF(0.28F);
    const int y = m_geometry.yOf(at) + origin().y();
    painter.fillRect(QRect(0, y - 1, viewport()->width(), 2), colour);
}

void CalendarView::paintCursor(QPainter& painter)
{
    if (isMoving() || m_plan.columns.empty())
        return;
    const Theme& theme = Theme::of(palette());
    const auto outline = [&](const Place& place, bool strong) {
        const QRect cell = rectOf(place).adjusted(4, 1, -6, -1);
        const int line = m_painter.texts().lineHeight(Face::Detail);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        QColor fill = theme.accentSoft;
        fill.setAlphaF(strong ? 0.85F : 0.55F);
        const bool taken = solidAt(m_plan.columnOf(place.staff), place.start) != nullptr; // its words stand there
        painter.setBrush(taken ? QBrush(Qt::NoBrush) : QBrush(fill));
        painter.setPen(strong ? QPen(hasFocus() ? theme.accent : theme.lineStrong, 2) : QPen(Qt::NoPen));
        painter.drawRoundedRect(QRectF(cell), 4, 4);
        if (!taken && cell.height() >= line - 5) {
            painter.setPen(readableOn(theme.text, theme.accentSoft));
            m_painter.texts().draw(painter, {cell.left() + 7, cell.top() + (cell.height() - line) / 2}, Face::Detail,
                                   timeText(place.start, m_plan.zone), cell.width());
        }
        painter.restore();
    };
    if (m_hovered && m_plan.columnOf(m_hovered->staff) >= 0 && !(m_cursor == m_hovered))
        outline(*m_hovered, false);
    if (m_cursor && !selected().isValid() && m_plan.columnOf(m_cursor->staff) >= 0 &&
        m_plan.shown.contains(m_cursor->start))
        outline(*m_cursor, true);
}

void CalendarView::paintMove(QPainter& painter)
{
    if (!isMoving())
        return;
    const int column = m_plan.columnOf(m_move->staff);
    if (column < 0)
        return;
    const TimeSlot slot{m_move->start, m_move->start + m_move->length};
    if (!m_plan.day.contains(slot.start)) { // over the month's leaf, aimed at a day that isn't shown
        const QString where =
            shortDateText(m_plan.zone.dateOf(slot.start)) + QLatin1Char(' ') + timeText(slot, m_plan.zone);
        const bool bad = !m_move->reasons.empty();
        const QString why = bad ? textOf(m_move->reasons, m_move->row, m_move->start, m_move->staff) : QString();
        m_painter.paintBubble(painter, QRect(6, 2, 240, 0), viewport()->rect(),
                              bad ? where + QLatin1Char('\n') + why : where, bad);
        return;
    }
    const QRect rect = m_geometry.rectOf(slot, column).translated(origin()).adjusted(4, 1, -6, 0);
    const bool refused = !m_move->reasons.empty();
    m_painter.paintGhost(painter, rect, m_move->row, slot, refused);
    if (refused) {
        m_painter.paintBubble(painter, rect, viewport()->rect(),
                              textOf(m_move->reasons, m_move->row, m_move->start, m_move->staff), true);
    } else if (m_move->byKeys) {
        m_painter.paintBubble(painter, rect, viewport()->rect(), tr("Enter moves it here, Esc leaves it"), false);
    }
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
