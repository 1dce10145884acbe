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

} // namespace frontdesk
