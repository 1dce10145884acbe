#include "ui/calendar_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

namespace frontdesk
{

namespace
{

constexpr int DragStarts = 8; ///< pixels

} // namespace

void CalendarView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_cursorByItself = false;
    const QPoint point = event->position().toPoint();
    const DayHit found = hit(point);
    m_pressPoint = point;
    m_pressedBlock = {};
    m_dotPressed = {};
    m_pressed.reset();
    if (found.block != nullptr) {
        const AppointmentId id = found.block->row.id;
        m_pressedBlock = id;
        if (statusDotOf(id).contains(point))
            m_dotPressed = id;
        select(id);
    } else if (found.column >= 0) {
        m_pressed = found;
        setCursorAt(found.column, toGrid(found.instant));
        select({});
    }
    event->accept();
}

void CalendarView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (event->buttons().testFlag(Qt::LeftButton)) {
        const DayBlock* block = plan().block(m_pressedBlock);
        if (block != nullptr && !m_move && (point - m_pressPoint).manhattanLength() >= DragStarts) {
            QString why;
            m_dotPressed = {};
            if (mayMove(block->row, &why)) {
                beginMove(*block, m_pressPoint, false);
            } else {
                m_pressedBlock = {};
                emit said(why);
            }
        }
        if (m_move && !m_move->byKeys)
            dragTo(point);
        return;
    }
    const DayHit found = hit(point);
    const AppointmentId dot = found.block != nullptr && statusDotOf(found.block->row.id).contains(point)
                                  ? found.block->row.id
                                  : AppointmentId();
    std::optional<Place> place;
    if (found.block == nullptr && found.column >= 0)
        place = Place{m_request.location, m_plan.columns[size_t(found.column)].staff, toGrid(found.instant)};
    if (dot != m_dotHovered || place != m_hovered) {
        m_dotHovered = dot;
        m_hovered = place;
        viewport()->setCursor(dot.isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update();
    }
}

void CalendarView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint point = event->position().toPoint();
    if (m_move && !m_move->byKeys) {
        finishMove();
    } else if (m_dotPressed.isValid() && statusDotOf(m_dotPressed).contains(point)) {
        perform(Status::Arrived);
    } else if (m_pressed && (point - m_pressPoint).manhattanLength() < DragStarts) {
        activate();
    }
    m_pressed.reset();
    m_pressedBlock = {};
    m_dotPressed = {};
}

void CalendarView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && hit(event->position().toPoint()).block != nullptr)
        editSelected();
}

void CalendarView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setZoom(m_zoom * (event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15));
        event->accept();
        return;
    }
    QAbstractItemView::wheelEvent(event);
}

bool CalendarView::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::Leave:
    case QEvent::HoverLeave:
        m_hovered.reset();
        m_dotHovered = {};
        viewport()->update();
        break;
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const DayHit found = hit(help->pos());
        if (found.block != nullptr) {
            const DayColumn& column = m_plan.columns[size_t(found.column)];
            const QString what = describe(found.block->row);
            const QString text = days() > 1 ? nameOf(column) + QStringLiteral(": ") + what : what;
            QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), viewport());
        } else if (m_geometry.columnAt((help->pos() - origin()).x()) >= 0 && found.column < 0) {
            QToolTip::showText(help->globalPos(), tr("The clocks change: this day has no such time"), viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    default:
        break;
    }
    return QAbstractItemView::viewportEvent(event);
}

} // namespace frontdesk
