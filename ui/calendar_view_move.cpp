#include "ui/calendar_view.h"

#include "ui/cover.h"
#include "ui/words.h"

#include <QScrollBar>

#include <algorithm>
#include <iterator>

namespace frontdesk
{

bool CalendarView::mayMove(const Appointment& row, QString* why) const
{
    if (row.isDeskHold) {
        *why = nameOf(row);
        return false;
    }
    if (row.status != Status::Booked && row.status != Status::Held) {
        *why = tr("%1 is %2: change the time with F2").arg(nameOf(row), statusText(row.status));
        return false;
    }
    if (row.slot.end <= now()) {
        *why = tr("%1 is past: change the time with F2").arg(nameOf(row));
        return false;
    }
    return true;
}

void CalendarView::beginMove(const DayBlock& block, QPoint press, bool byKeys)
{
    Move move;
    move.row = block.row;
    move.press = press;
    move.byKeys = byKeys;
    move.active = byKeys;
    move.start = block.row.slot.start;
    move.staff = block.row.staff;
    move.length = block.row.slot.length();
    move.from = date();
    move.grabbed = m_geometry.instantAt((press - origin()).y(), block.column) - block.row.slot.start;
    m_move = std::move(move);
}

void CalendarView::updateMove(Instant start, int column, Seconds length)
{
    const TimeSlot shown = m_plan.dayOfColumn(column).shown;
    const ResourceId staff = m_plan.columns[size_t(column)].staff;
    start = std::clamp(start, shown.start, std::max(shown.start, shown.end - length));
    if (start == m_move->start && staff == m_move->staff && length == m_move->length && m_move->active)
        return;
    m_move->active = true;
    m_move->start = start;
    m_move->staff = staff;
    m_move->length = length;
    m_move->reasons = reasonsAgainstMove(m_move->row, start, staff, length);
    viewport()->update();
}

void CalendarView::aimAtDate(QDate date)
{
    if (!m_move || m_move->byKeys)
        return;
    m_move->aimed = date.isValid();
    if (!date.isValid())
        return;
    const Zone::Meaning meaning = m_plan.zone.meaningOf(date, m_plan.zone.toLocal(m_move->row.slot.start).time());
    m_move->active = true;
    if (meaning.kind == Zone::Meaning::Kind::Missing) {
        m_move->start = m_move->row.slot.start; // dropped there it stays where it was
        m_move->staff = m_move->row.staff;
        m_move->reasons.clear();
        emit said(tr("%1: the clocks go forward then, and this time doesn't exist").arg(shortDateText(date)));
        return;
    }
    m_move->start = meaning.first;
    m_move->staff = m_move->row.staff;
    m_move->reasons = reasonsAgainstMove(m_move->row, m_move->start, m_move->staff, m_move->length);
    viewport()->update();
}

/// Another day is shown while something is dragged: it stays in the hand, at the same time of that day.
void CalendarView::takeMoveAlong()
{
    if (m_move && !m_move->byKeys)
        aimAtDate(m_request.date);
    else
        cancelMove();
}

void CalendarView::dragTo(QPoint point)
{
    if (!viewport()->rect().contains(point)) {
        emit draggedOutside(viewport()->mapToGlobal(point));
        if (m_move->aimed)
            return;
    } else if (m_move->aimed) {
        m_move->aimed = false;
        emit draggedOutside({});
    }
    constexpr int Edge = 18; // near the rim the sheet scrolls along
    if (point.y() < Edge)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - 10);
    else if (point.y() > viewport()->height() - Edge)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + 10);
    if (point.x() < Edge)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - 10);
    else if (point.x() > viewport()->width() - Edge)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + 10);
    const QPoint onSheet = point - origin();
    const int column = m_geometry.columnAt(std::clamp(onSheet.x(), 0, std::max(m_geometry.width() - 1, 0)));
    if (column < 0)
        return;
    const Instant start =
        gridNearest(m_geometry.instantAt(onSheet.y(), column) - m_move->grabbed, m_plan.grid, m_plan.zone);
    updateMove(start, column, m_move->length);
}

void CalendarView::finishMove()
{
    const Move move = *m_move;
    m_move.reset();
    emit draggedOutside({});
    viewport()->update();
    invalidate();
    const bool moved = move.start != move.row.slot.start || move.staff != move.row.staff;
    const bool resized = move.length != move.row.slot.length();
    if (!move.active || (!moved && !resized))
        return;
    if (!move.reasons.empty()) {
        // It snaps back; why, and what would be free, stays readable.
        emit said(tr("%1 stays at %2: %3")
                      .arg(nameOf(move.row), timeText(move.row.slot.start, m_plan.zone),
                           textOf(move.reasons, move.row, move.start, move.staff)));
        return;
    }
    if (resized)
        emit reshapeRequested(move.row.id, move.row.version, move.start, move.staff, move.length, move.row);
    else
        request(move.row, move.start, move.staff);
}

void CalendarView::cancelMove()
{
    if (!m_move)
        return;
    const QDate from = m_move->byKeys ? date() : m_move->from;
    m_move.reset();
    emit draggedOutside({});
    invalidate();
    viewport()->update();
    if (from != date()) // back to where it was taken from
        emit dateRequested(from);
}

void CalendarView::request(const Appointment& row, Instant start, ResourceId staff)
{
    m_refused.remove(row.id);
    if (m_plan.columnOf(staff, start) >= 0) {
        m_waiting.insert(row.id, {row.version, start, staff, true});
        invalidate();
        ensurePlan();
        m_selected = row.id;
        m_cursor = Place{m_request.location, staff, start};
    }
    viewport()->update();
    emit moveRequested(row.id, row.version, start, staff, row);
}

std::vector<Reason> CalendarView::reasonsAgainstMove(const Appointment& row, Instant start, ResourceId staff,
                                                     Seconds length) const
{
    Request wanted;
    wanted.location = m_request.location;
    wanted.service = row.service;
    wanted.staff = staff;
    wanted.start = start;
    wanted.length = length;
    for (const Take& take : row.takes) {
        const bool staffs = take.resource == row.staff;
        if (!staffs && std::find(wanted.others.begin(), wanted.others.end(), take.resource) == wanted.others.end())
            wanted.others.push_back(take.resource);
    }
    std::vector<Reason> reasons = reasonsAgainst(*m_request.catalogue, busyTimes(m_rows, now(), row.id), wanted, now());
    // Who comes late may be put on the present time: a start in the past is no reason while the visit can still happen.
    std::erase_if(reasons, [&](const Reason& reason) {
        const bool soon = reason.kind == Reason::Kind::Past || reason.kind == Reason::Kind::Notice;
        return soon && start + length > now();
    });
    return reasons;
}

QString CalendarView::textOf(const std::vector<Reason>& reasons, const Appointment& row, Instant start,
                             ResourceId staff) const
{
    std::vector<Appointment> initials;
    if (m_covered)
        std::ranges::transform(m_rows, std::back_inserter(initials), covered);
    const std::vector<Appointment>& rows = m_covered ? initials : m_rows;
    QStringList lines;
    for (const Reason& reason : reasons) {
        const QString text = reasonText(reason, *m_request.catalogue, rows, m_plan.zone);
        if (!lines.contains(text) && lines.size() < 2)
            lines << text;
    }
    Request wanted;
    wanted.location = m_request.location;
    wanted.service = row.service;
    wanted.staff = staff;
    wanted.start = start;
    wanted.length = row.slot.length();
    const PlannedDay* day = m_plan.dayAt(start);
    const TimeSlot within = day != nullptr ? day->shown : m_plan.shown;
    const std::vector<FreePlace> free =
        nearestFree(*m_request.catalogue, busyTimes(m_rows, now(), row.id), wanted, within, now(), 2);
    QStringList times;
    for (const FreePlace& place : free)
        times << timeText(place.slot.start, m_plan.zone);
    QString text = lines.join(QStringLiteral(" · "));
    if (!times.isEmpty())
        text += QStringLiteral(" · ") + tr("free at %1").arg(times.join(tr(" and ", "between two times")));
    return text;
}

void CalendarView::cut()
{
    const DayBlock* block = plan().block(m_selected);
    if (block == nullptr)
        return;
    QString why;
    if (!mayMove(block->row, &why)) {
        emit said(why);
        return;
    }
    m_cut = block->row;
    viewport()->update();
    emit said(tr("%1 is cut: choose a place, then Ctrl+V").arg(nameOf(block->row)));
}

void CalendarView::paste()
{
    if (!m_cut || !cursorPlace())
        return;
    const Place place = *m_cursor;
    // What somebody else saved in between is found by the version that was seen when it was cut.
    const Appointment row = *m_cut;
    const std::vector<Reason> reasons = reasonsAgainstMove(row, place.start, place.staff, row.slot.length());
    if (!reasons.empty()) {
        emit said(tr("%1 can't go there: %2").arg(nameOf(row), textOf(reasons, row, place.start, place.staff)));
        return;
    }
    m_cut.reset();
    request(row, place.start, place.staff);
}

} // namespace frontdesk
