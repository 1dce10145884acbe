#include "ui/calendar_view.h"

#include "ui/words.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

namespace frontdesk
{

namespace
{

constexpr int DragStarts = 8; ///< pixels

/// The Latin letter of a key, on layouts of other scripts by its place on the keyboard (evdev codes, as X11 and Wayland
/// give them).
int latinKey(const QKeyEvent* event)
{
    if (event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z)
        return event->key();
    const bool otherScript = !event->text().isEmpty() && event->text().at(0).isLetter();
    if (!otherScript)
        return event->key();
    switch (event->nativeScanCode()) {
    case 38:
        return Qt::Key_A;
    case 39:
        return Qt::Key_S;
    case 54:
        return Qt::Key_C;
    case 46:
        return Qt::Key_L;
    case 56:
        return Qt::Key_B;
    case 28:
        return Qt::Key_T;
    case 42:
        return Qt::Key_G;
    default:
        return event->key();
    }
}

} // namespace

void CalendarView::keyPressEvent(QKeyEvent* event)
{
    m_cursorByItself = false;
    if (handleMoveKey(event) || handleKey(event)) {
        event->accept();
        return;
    }
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (plain && !event->isAutoRepeat() && handleLetter(latinKey(event))) {
        event->accept();
        return;
    }
    event->ignore();
}

bool CalendarView::handleMoveKey(QKeyEvent* event)
{
    if (isMoving() && event->key() == Qt::Key_Escape) {
        cancelMove();
        return true;
    }
    if (isMoving() && m_move->byKeys && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        finishMove();
        return true;
    }
    const bool arrow = event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down;
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    if (isMoving() && m_move->byKeys && held == Qt::ShiftModifier &&
        (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const Seconds step = Seconds(m_plan.grid) * (event->key() == Qt::Key_Up ? -1 : 1);
        updateMove(m_move->start, m_move->staff, std::max(m_move->length + step, Seconds(m_plan.grid)));
        return true;
    }
    const DayBlock* block = plan().block(isMoving() ? m_move->row.id : m_selected);
    if (held != Qt::AltModifier || !arrow || block == nullptr)
        return isMoving(); // a drag or a move has the keyboard until it ends
    if (!isMoving()) {
        QString why;
        if (!mayMove(block->row, &why)) {
            emit said(why);
            return true;
        }
        beginMove(*block, {}, true);
    }
    moveByKey(event->key());
    return true;
}

void CalendarView::moveByKey(int key)
{
    const int column = std::max(m_plan.columnOf(m_move->staff), 0);
    int target = column;
    Instant start = m_move->start;
    if (key == Qt::Key_Up)
        start = toGrid(start - Seconds(1));
    else if (key == Qt::Key_Down)
        start = toGrid(start) + m_plan.grid;
    else
        target = std::clamp(column + (key == Qt::Key_Left ? -1 : 1), 0, int(m_plan.columns.size()) - 1);
    updateMove(start, m_plan.columns[size_t(target)].staff, m_move->length);
    scrollToRect(m_geometry.rectOf({m_move->start, m_move->start + m_move->length}, target).translated(origin()));
}

bool CalendarView::handleKey(QKeyEvent* event)
{
    if (m_plan.columns.empty() && plan().columns.empty())
        return false;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (control) {
        switch (event->key()) {
        case Qt::Key_X:
            cut();
            return true;
        case Qt::Key_V:
            paste();
            return true;
        case Qt::Key_Left:
            emit dateRequested(date().addDays(-1));
            return true;
        case Qt::Key_Right:
            emit dateRequested(date().addDays(1));
            return true;
        default:
            return false;
        }
    }
    if (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Up:
        moveCursorVertically(-1);
        return true;
    case Qt::Key_Down:
        moveCursorVertically(1);
        return true;
    case Qt::Key_Left:
        moveCursorSideways(-1);
        return true;
    case Qt::Key_Right:
        moveCursorSideways(1);
        return true;
    case Qt::Key_PageUp:
        emit dateRequested(date().addDays(-1));
        return true;
    case Qt::Key_PageDown:
        emit dateRequested(date().addDays(1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            activate();
        return true;
    case Qt::Key_F2:
        editSelected();
        return true;
    case Qt::Key_Delete:
        if (!event->isAutoRepeat())
            cancelSelected();
        return true;
    case Qt::Key_Escape:
        if (m_cut || m_refused.contains(m_selected)) {
            m_cut.reset();
            m_refused.remove(m_selected);
            viewport()->update();
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool CalendarView::handleLetter(int key)
{
    if (!m_letters)
        return false;
    switch (key) {
    case Qt::Key_A:
        perform(Status::Arrived);
        return selected().isValid();
    case Qt::Key_S:
        perform(Status::InService);
        return selected().isValid();
    case Qt::Key_C:
        perform(Status::Completed);
        return selected().isValid();
    case Qt::Key_L:
        toggleRunningLate();
        return selected().isValid();
    case Qt::Key_B:
        blockAtCursor();
        return true;
    case Qt::Key_T:
        emit todayRequested();
        return true;
    case Qt::Key_G:
        emit goToDateRequested();
        return true;
    default:
        return false;
    }
}

void CalendarView::perform(Status status)
{
    const DayBlock* block = plan().block(m_selected);
    if (block == nullptr)
        return;
    const Appointment& row = block->row;
    if (!row.client.isValid() || row.isDeskHold || !canFollow(row.status, status)) {
        emit said(
            row.status == status
                ? tr("%1 is %2 already").arg(titleOf(row), statusText(status))
                : tr("%1 is %2: that can't become %3").arg(titleOf(row), statusText(row.status), statusText(status)));
        return;
    }
    m_refused.remove(row.id);
    emit statusRequested(row.id, row.version, status);
}

void CalendarView::toggleRunningLate()
{
    const DayBlock* block = plan().block(m_selected);
    if (block == nullptr || block->row.status != Status::Booked || !block->row.client.isValid())
        return;
    const bool late = block->row.confirmation == Confirmation::RunningLate;
    emit confirmationRequested(block->row.id, block->row.version,
                               late ? Confirmation::Confirmed : Confirmation::RunningLate);
}

void CalendarView::editSelected()
{
    const DayBlock* block = plan().block(m_selected);
    if (block != nullptr && !block->row.isDeskHold)
        emit editRequested(block->row.id);
}

void CalendarView::cancelSelected()
{
    const DayBlock* block = plan().block(m_selected);
    if (block != nullptr && !block->row.isDeskHold)
        emit cancelRequested(block->row.id, block->row.version, globalRect(rectOf(block->row.id)));
}

void CalendarView::blockAtCursor()
{
    if (const auto place = cursorPlace(); place && !selected().isValid() && !m_reading)
        emit blockRequested(*place, globalRect(rectOf(*place)));
}

void CalendarView::activate()
{
    // Somebody may have booked the place under the cursor: then it is opened, not booked over.
    if (const auto place = cursorPlace(); place && !selected().isValid()) {
        if (const DayBlock* taken = solidAt(plan().columnOf(place->staff), place->start))
            select(taken->row.id);
    }
    if (selected().isValid())
        editSelected();
    else
        bookAtCursor();
}

void CalendarView::bookAtCursor()
{
    if (const auto place = cursorPlace(); place && !selected().isValid() && !m_reading)
        emit bookRequested(*place, globalRect(rectOf(*place)));
}

void CalendarView::moveCursorVertically(int direction)
{
    if (plan().columns.empty())
        return;
    if (!cursorPlace()) {
        const Instant first = m_plan.shown.contains(now()) ? toGrid(now()) : toGrid(m_plan.shown.start) + Minutes(30);
        setCursorAt(0, first);
        return;
    }
    const int column = m_plan.columnOf(m_cursor->staff);
    const DayBlock* here = solidAt(column, m_cursor->start);
    Instant next{};
    if (direction > 0) {
        // Past the block's part that the cursor is in, else one step; a block that starts on the way is met.
        next = toGrid(m_cursor->start) + m_plan.grid;
        if (here != nullptr) {
            next = here->full.end;
            for (const TimeSlot& gap : here->gaps) {
                if (gap.start > m_cursor->start)
                    next = std::min(next, gap.start);
            }
        }
        for (const DayBlock& block : m_plan.blocks) {
            if (block.column == column && block.full.start > m_cursor->start && block.full.start < next)
                next = block.full.start;
        }
    } else {
        const Instant from = here != nullptr ? std::max(here->full.start, m_plan.shown.start) : m_cursor->start;
        next = toGrid(from - Seconds(1));
        for (const DayBlock& block : m_plan.blocks) {
            if (block.column == column && &block != here && block.full.end > next && block.full.end <= from)
                next = std::max(block.full.start, solidAt(column, next) == &block ? block.full.start : next);
        }
        if (const DayBlock* met = solidAt(column, next); met != nullptr && met != here)
            next = met->full.start;
    }
    if (m_plan.shown.contains(next))
        setCursorAt(column, next);
}

void CalendarView::moveCursorSideways(int direction)
{
    if (!cursorPlace()) {
        moveCursorVertically(1);
        return;
    }
    const int column = m_plan.columnOf(m_cursor->staff) + direction;
    if (column >= 0 && column < int(m_plan.columns.size()))
        setCursorAt(column, m_cursor->start);
}

void CalendarView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_cursorByItself = false;
    const QPoint point = event->position().toPoint();
    const Hit found = hit(point);
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
    const Hit found = hit(point);
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
        const Hit found = hit(help->pos());
        if (found.block != nullptr)
            QToolTip::showText(help->globalPos(), describe(found.block->row).toHtmlEscaped(), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    default:
        break;
    }
    return QAbstractItemView::viewportEvent(event);
}

bool CalendarView::event(QEvent* event)
{
    // The grid's own keys come before shortcuts of the window that would take them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool moves = isMoving() && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return);
        const bool arrows =
            key->modifiers().testFlag(Qt::AltModifier) && key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down;
        if (moves || arrows) {
            event->accept();
            return true;
        }
    }
    return QAbstractItemView::event(event);
}

void CalendarView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    if (!cursorPlace())
        moveCursorVertically(1);
    viewport()->update();
}

void CalendarView::focusOutEvent(QFocusEvent* event)
{
    QAbstractItemView::focusOutEvent(event);
    if (m_move && m_move->byKeys && event->reason() != Qt::ActiveWindowFocusReason)
        cancelMove();
    viewport()->update();
}

void CalendarView::announceFocus()
{
    if (!QAccessible::isActive() || !hasFocus() || !m_cursor)
        return;
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(this);
    QAccessibleInterface* cell = table != nullptr ? table->focusChild() : nullptr;
    if (cell == nullptr)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(table->indexOfChild(cell));
    QAccessible::updateAccessibility(&event);
}

} // namespace frontdesk
