#include "ui/calendar_view.h"
#include "ui/words.h"

namespace frontdesk
{

void CalendarView::perform(Status status)
{
    const DayBlock* block = plan().block(m_selected);
    if (block == nullptr)
        return;
    const Appointment& row = block->row;
    if (!row.client.isValid() || row.isDeskHold || !canFollow(row.status, status)) {
        emit said(
            row.status == status
                ? tr("%1 is %2 already").arg(nameOf(row), statusText(status))
                : tr("%1 is %2: that can't become %3").arg(nameOf(row), statusText(row.status), statusText(status)));
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
        if (const DayBlock* taken = solidAt(plan().columnOf(place->staff, place->start), place->start))
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

void CalendarView::squeezeAtCursor()
{
    const std::optional<Place> place = cursorPlace();
    if (!place || m_reading)
        return;
    const Resource* staff = m_request.catalogue->resource(place->staff);
    if (staff == nullptr || staff->squeezeCapacity <= staff->capacity)
        emit said(tr("Nobody can be squeezed in with %1").arg(staff != nullptr ? staff->name : QString()));
    else
        emit bookRequested(*place, globalRect(rectOf(*place)));
}

/// On the present time if it is in sight, else where the date begins.
void CalendarView::placeCursorFirst()
{
    const PlannedDay* today = m_plan.dayAt(now());
    const PlannedDay& day = today != nullptr ? *today : m_plan.days[size_t(firstDate().daysTo(date()))];
    const Instant first = day.shown.contains(now()) ? toGrid(now()) : toGrid(day.shown.start) + Minutes(30);
    setCursorAt(day.first, first);
}

void CalendarView::moveCursorVertically(int direction)
{
    if (plan().columns.empty())
        return;
    if (!cursorPlace()) {
        placeCursorFirst();
        return;
    }
    const int column = m_plan.columnOf(m_cursor->staff, m_cursor->start);
    const TimeSlot shown = m_plan.dayOfColumn(column).shown;
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
        const Instant from = here != nullptr ? std::max(here->full.start, shown.start) : m_cursor->start;
        next = toGrid(from - Seconds(1));
        for (const DayBlock& block : m_plan.blocks) {
            if (block.column == column && &block != here && block.full.end > next && block.full.end <= from)
                next = std::max(block.full.start, solidAt(column, next) == &block ? block.full.start : next);
        }
        if (const DayBlock* met = solidAt(column, next); met != nullptr && met != here)
            next = met->full.start;
    }
    if (shown.contains(next))
        setCursorAt(column, next);
}

void CalendarView::moveCursorSideways(int direction)
{
    if (!cursorPlace()) {
        moveCursorVertically(1);
        return;
    }
    const int column = m_plan.columnOf(m_cursor->staff, m_cursor->start) + direction;
    if (column >= 0 && column < int(m_plan.columns.size()))
        setCursorAt(column, m_plan.sameTime(m_cursor->start, column));
}

void CalendarView::turnPage(int direction)
{
    const auto place = cursorPlace();
    const QDate from = place ? m_plan.zone.dateOf(place->start) : date();
    emit dateRequested(from.addDays(qint64(direction) * days()));
}

} // namespace frontdesk
