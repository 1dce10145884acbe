#include "ui/calendar_view.h"
#include "ui/cover.h"
#include "ui/words.h"

#include <QScrollBar>

#include <algorithm>

namespace frontdesk
{

BlockDrawing CalendarView::drawing(const DayBlock& block) const
{
    BlockDrawing d{placesOf(block, m_geometry, origin()), &block};
    const AppointmentId id = block.row.id;
    d.selected = id == m_selected;
    d.current = hasFocus();
    d.dotHovered = id == m_dotHovered;
    d.saving = m_inFlight.contains(id);
    d.cut = m_cut && m_cut->id == id;
    d.refused = m_refused.contains(id);
    d.faded = isMoving() && m_move->row.id == id;
    const auto covers = [&](const DayBlock& other, TimeSlot slot) {
        return &other != &block && other.column == block.column && !slot.isEmpty() && other.drawn().overlaps(slot);
    };
    const auto isFree = [&](TimeSlot slot) {
        return std::none_of(m_plan.blocks.begin(), m_plan.blocks.end(),
                            [&](const DayBlock& other) { return covers(other, slot); });
    };
    d.gapText = std::all_of(block.gaps.begin(), block.gaps.end(), isFree);
    d.stripText = block.full.isEmpty() && isFree(block.strip);
    return d;
}

AppointmentId CalendarView::selected() const
{
    return plan().block(m_selected) != nullptr ? m_selected : AppointmentId();
}

void CalendarView::select(AppointmentId id)
{
    if (id.isValid()) {
        const DayBlock* block = plan().block(id);
        if (block == nullptr)
            return;
        const Instant dayBegins = m_plan.dayOfColumn(block->column).day.start; // it may have begun the evening before
        m_cursor = Place{m_request.location, block->row.staff, std::max(block->row.slot.start, dayBegins)};
        // What crosses midnight over a week may be in sight by its other part.
        const bool seen = std::any_of(m_plan.blocks.begin(), m_plan.blocks.end(), [&](const DayBlock& other) {
            return other.row.id == id && viewport()->rect().contains(placesOf(other, m_geometry, origin()).shown());
        });
        if (!seen)
            scrollToRect(rectOf(id));
    }
    const bool changed = id != m_selected;
    m_selected = id;
    if (m_mirror != nullptr && selectionModel() != nullptr) {
        const int row = id.isValid() ? m_mirror->rowOf(id.value()) : -1;
        selectionModel()->setCurrentIndex(row >= 0 ? m_mirror->index(row, 0) : QModelIndex(),
                                          QItemSelectionModel::ClearAndSelect);
        setAttribute(Qt::WA_InputMethodEnabled, false);
    }
    viewport()->update();
    if (changed)
        emit selectionMoved(id);
    emit cursorMoved();
    announceFocus();
}

std::optional<Place> CalendarView::cursorPlace() const
{
    return m_cursor && plan().columnOf(m_cursor->staff, m_cursor->start) >= 0 ? m_cursor : std::nullopt;
}

void CalendarView::setCursorPlace(const Place& place)
{
    const int column = plan().columnOf(place.staff, place.start);
    if (column >= 0)
        setCursorAt(column, place.start);
}

void CalendarView::setCursorAt(int column, Instant instant)
{
    const ResourceId staff = m_plan.columns[size_t(column)].staff;
    const TimeSlot shown = m_plan.dayOfColumn(column).shown;
    instant = std::clamp(instant, shown.start, std::max(shown.start, shown.end - Seconds(60)));
    const DayBlock* block = solidAt(column, instant);
    select(block != nullptr ? block->row.id : AppointmentId());
    m_cursor = Place{m_request.location, staff, instant};
    if (block == nullptr)
        scrollToRect(rectOf(*m_cursor));
    emit cursorMoved();
    announceFocus();
}

const DayBlock* CalendarView::solidAt(int column, Instant instant) const
{
    const DayPlan& day = plan();
    const auto covers = [&](const DayBlock& block) {
        return block.column == column && block.full.contains(instant) &&
               std::none_of(block.gaps.begin(), block.gaps.end(),
                            [&](const TimeSlot& gap) { return gap.contains(instant); });
    };
    const auto found = std::find_if(day.blocks.rbegin(), day.blocks.rend(), covers);
    return found == day.blocks.rend() ? nullptr : &*found;
}

QRect CalendarView::rectOf(AppointmentId id) const
{
    const DayBlock* block = plan().block(id);
    if (block == nullptr)
        return {};
    return placesOf(*block, m_geometry, origin()).shown();
}

QRect CalendarView::rectOf(const Place& place) const
{
    const int column = plan().columnOf(place.staff, place.start);
    if (column < 0)
        return {};
    return m_geometry.rectOf({place.start, place.start + m_plan.grid}, column).translated(origin());
}

QRect CalendarView::statusDotOf(AppointmentId id) const
{
    const DayBlock* block = plan().block(id);
    return block != nullptr ? m_painter.statusDot(drawing(*block)) : QRect();
}

DayHit CalendarView::hit(QPoint point) const
{
    ensurePlan();
    return hitTest(m_plan, m_geometry, point - origin());
}

QRect CalendarView::globalRect(const QRect& rect) const
{
    return {viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

Instant CalendarView::toGrid(Instant instant) const
{
    return gridStart(instant, m_plan.grid, m_plan.zone);
}

void CalendarView::scrollToRect(const QRect& rect)
{
    if (rect.isEmpty())
        return;
    const QRect seen = viewport()->rect();
    if (rect.top() < seen.top() || rect.height() > seen.height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.top() - 4);
    else if (rect.bottom() > seen.bottom())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rect.bottom() - seen.bottom() + 4);
    if (rect.left() < seen.left())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.left());
    else if (rect.right() > seen.right())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.right() - seen.right());
}

QString CalendarView::nameOf(const Appointment& row) const
{
    return m_painter.nameOf(row);
}

QString CalendarView::describe(const Appointment& shown) const
{
    const Appointment row = m_covered ? covered(shown) : shown;
    QStringList parts{titleOf(row)};
    if (row.client.isValid())
        parts << row.serviceName;
    parts << timeText(row.slot, m_plan.zone);
    if (!row.isDeskHold)
        parts << statusText(row.status);
    if (const auto badge = badgeOf(row, now()))
        parts << badge->text;
    if (!row.clientAlert.isEmpty())
        parts << tr("alert: %1").arg(row.clientAlert);
    if (row.firstVisit)
        parts << tr("first visit");
    if (m_inFlight.contains(row.id))
        parts << tr("saving");
    if (m_refused.contains(row.id))
        parts << m_refused.value(row.id);
    return parts.join(QStringLiteral(", "));
}

QString CalendarView::describe(const Place& place) const
{
    const DayPlan& day = plan();
    const int column = day.columnOf(place.staff, place.start);
    if (column < 0)
        return {};
    if (const DayBlock* block = solidAt(column, place.start))
        return describe(block->row);
    const DayColumn& here = day.columns[size_t(column)];
    const auto within = [&](const std::vector<TimeSlot>& spans) {
        return std::any_of(spans.begin(), spans.end(), [&](const TimeSlot& s) { return s.contains(place.start); });
    };
    if (within(here.breaks))
        return tr("Break");
    return within(here.open) ? tr("free") : tr("closed");
}

QString CalendarView::nameOf(const DayColumn& column) const
{
    return days() > 1 ? shortDateText(column.date) + QLatin1Char(' ') + column.name : column.name;
}

QRect CalendarView::visualRect(const QModelIndex& index) const
{
    return m_mirror != nullptr && index.isValid() ? rectOf(AppointmentId(m_mirror->keyAt(index.row()))) : QRect();
}

void CalendarView::scrollTo(const QModelIndex&, ScrollHint)
{
    // Only a person's own gesture scrolls (select, setCursorPlace); the base class would on model changes too.
}

QModelIndex CalendarView::indexAt(const QPoint& point) const
{
    const DayHit found = hit(point);
    if (found.block == nullptr || m_mirror == nullptr)
        return {};
    const int row = m_mirror->rowOf(found.block->row.id.value());
    return row >= 0 ? m_mirror->index(row, 0) : QModelIndex();
}

QModelIndex CalendarView::moveCursor(CursorAction, Qt::KeyboardModifiers)
{
    return currentIndex(); // keyPressEvent moves a place, not an index
}

bool CalendarView::isIndexHidden(const QModelIndex& index) const
{
    return visualRect(index).isEmpty();
}

void CalendarView::setSelection(const QRect&, QItemSelectionModel::SelectionFlags) {}

QRegion CalendarView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QModelIndex& index : selection.indexes())
        region += visualRect(index);
    return region;
}

} // namespace frontdesk
