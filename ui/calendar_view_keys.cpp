#include "ui/calendar_view.h"

#include <QAccessible>
#include <QKeyEvent>

namespace frontdesk
{

namespace
{

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
        updateMove(m_move->start, std::max(m_plan.columnOf(m_move->staff, m_move->start), 0),
                   std::max(m_move->length + step, Seconds(m_plan.grid)));
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
    const int column = std::max(m_plan.columnOf(m_move->staff, m_move->start), 0);
    int target = column;
    Instant start = m_move->start;
    if (key == Qt::Key_Up)
        start = toGrid(start - Seconds(1));
    else if (key == Qt::Key_Down)
        start = toGrid(start) + m_plan.grid;
    else
        target = std::clamp(column + (key == Qt::Key_Left ? -1 : 1), 0, int(m_plan.columns.size()) - 1);
    updateMove(target == column ? start : m_plan.sameTime(start, target), target, m_move->length);
    scrollToRect(m_geometry.rectOf({m_move->start, m_move->start + m_move->length}, target).translated(origin()));
}

bool CalendarView::handleKey(QKeyEvent* event)
{
    if (m_plan.columns.empty() && plan().columns.empty())
        return false;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        return handleControlKey(event->key());
    if (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    return handleCursorKey(event->key()) || handleActionKey(event);
}

bool CalendarView::handleControlKey(int key)
{
    switch (key) {
    case Qt::Key_X:
        cut();
        return true;
    case Qt::Key_V:
        paste();
        return true;
    case Qt::Key_Left:
        turnPage(-1);
        return true;
    case Qt::Key_Right:
        turnPage(1);
        return true;
    default:
        return false;
    }
}

/// Where the eye goes: along the day, to the neighbour, to another day.
bool CalendarView::handleCursorKey(int key)
{
    switch (key) {
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
        turnPage(-1);
        return true;
    case Qt::Key_PageDown:
        turnPage(1);
        return true;
    default:
        return false;
    }
}

/// What is done with what the cursor stands on.
bool CalendarView::handleActionKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->isAutoRepeat())
            return true;
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            squeezeAtCursor();
        else
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
    // Past QAbstractItemView, which would make its first row the current one.
    QAbstractScrollArea::focusInEvent(event); // NOLINT(bugprone-parent-virtual-call)
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
