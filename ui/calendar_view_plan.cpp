#include "ui/calendar_frame.h"
#include "ui/calendar_view.h"
#include "ui/day_summary.h"

#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace frontdesk
{

namespace
{

constexpr int LowestHour = 46; ///< pixels; below that the day scrolls
constexpr int NarrowestColumn = 92;
constexpr int NarrowestOfWeek = 44;
constexpr int OpenShare = 5; ///< of the width
constexpr int ClosedShare = 2;

/// Whether the plan has this very block.
bool stands(const DayPlan& plan, const DayBlock& block)
{
    return std::any_of(plan.blocks.begin(), plan.blocks.end(), [&block](const DayBlock& other) {
        return other.row.id == block.row.id && other.column == block.column && other == block;
    });
}

} // namespace

const DayPlan& CalendarView::plan() const
{
    ensurePlan();
    return m_plan;
}

const DayGeometry& CalendarView::geometryOfDay() const
{
    ensurePlan();
    return m_geometry;
}

std::optional<double> CalendarView::loadOfDay(int day) const
{
    ensurePlan();
    return m_loads[size_t(day)];
}

const std::vector<Appointment>& CalendarView::rows() const
{
    ensurePlan();
    return m_rows;
}

void CalendarView::ensurePlan() const
{
    if (!m_dirty)
        return;
    m_dirty = false;
    m_rows.clear();
    const int count = m_mirror != nullptr ? m_mirror->rowCount() : 0;
    m_rows.reserve(size_t(count));
    for (int row = 0; row < count; ++row) {
        m_rows.push_back(m_mirror->appointmentAt(row));
        Appointment& last = m_rows.back();
        const auto waiting = m_waiting.constFind(last.id);
        if (waiting == m_waiting.constEnd() || waiting->seen != last.version)
            continue;
        for (Take& take : last.takes) {
            if (take.resource == last.staff)
                take.resource = waiting->staff;
        }
        last.slot = last.slot.movedTo(waiting->start);
        last.staff = waiting->staff;
    }
    DayRequest request = m_request;
    request.date = firstDate();
    request.only = days() > 1 ? m_weekStaff : ResourceId();
    request.now = m_clock.now();
    request.holdsNow = m_clock.holdsNow();
    const bool sameDays = m_plan.date == request.date && int(m_plan.days.size()) == request.days;
    const AxisSpan shownBefore = sameDays ? m_plan.shownAxis : AxisSpan{};
    m_plan = planDay(request, m_rows);
    if (isMoving() && !shownBefore.isEmpty())
        m_plan.setShown(shownBefore); // nothing may shift under a drag
    m_loads.clear();
    for (const PlannedDay& day : m_plan.days)
        m_loads.push_back(loadOf(m_plan, day.day));
    layOutSheet();
    m_painter.setScene(Theme::of(palette()), m_plan.zone, request.now, request.holdsNow);
}

void CalendarView::layOutSheet() const
{
    // All staff over a week are narrow, and give way where a whole day is closed: nothing stands there to be read.
    const bool narrow = m_plan.columns.size() > m_plan.days.size() && m_plan.days.size() > 1;
    std::vector<DayGeometry::Column> columns;
    int needed = 0;
    for (const DayColumn& column : m_plan.columns) {
        const bool closed = narrow && !m_plan.days[size_t(column.day)].open;
        columns.push_back({column.day, closed ? ClosedShare : OpenShare});
        needed += (narrow ? NarrowestOfWeek : NarrowestColumn) * columns.back().share / OpenShare;
    }
    const double hours = double(m_plan.shownAxis.length().count()) / 3600;
    const int sheet = int(std::max<double>(viewport()->height(), hours * LowestHour) * m_zoom);
    m_geometry =
        DayGeometry(m_plan.axis, m_plan.shownAxis, sheet, std::move(columns), std::max(viewport()->width(), needed));
}

void CalendarView::invalidate()
{
    m_dirty = true;
    if (m_replanQueued)
        return;
    m_replanQueued = true;
    QTimer::singleShot(0, this, &CalendarView::replan);
}

/// Plans anew and repaints what differs; the scroll keeps the instant at the top.
void CalendarView::replan()
{
    m_replanQueued = false;
    forgetAnswered();
    m_dirty = true;
    const DayPlan before = m_plan;
    const DayGeometry geometryBefore = m_geometry;
    const Instant top = geometryBefore.instantAt(verticalScrollBar()->value());
    const bool scrolled = verticalScrollBar()->value() > 0;
    ensurePlan();

    const bool sameFrame = before.columns == m_plan.columns && before.shownAxis == m_plan.shownAxis &&
                           before.date == m_plan.date && geometryBefore.height() == m_geometry.height() &&
                           geometryBefore.width() == m_geometry.width();
    if (sameFrame) {
        repaintDifferences(before);
    } else {
        updateGeometries();
        if (scrolled && before.date == m_plan.date)
            verticalScrollBar()->setValue(m_geometry.yOf(top));
        viewport()->update();
    }
    m_header->update();
    m_axis->update();
    if (!m_second.isActive())
        m_second.start(1000, this);
    settleOnRows();
    emit planChanged();
}

/// A move that waits for its row is over once the row is there in another version.
void CalendarView::forgetAnswered()
{
    if (m_mirror == nullptr)
        return;
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        const std::optional<Appointment> row = m_mirror->appointment(waiting.key());
        const bool over = !row || row->version != waiting->seen;
        waiting = over ? m_waiting.erase(waiting) : std::next(waiting);
    }
}

void CalendarView::repaintDifferences(const DayPlan& before)
{
    QRegion changed;
    const auto add = [&](const DayBlock& block) {
        const BlockDrawing d = drawing(block);
        changed += (d.lane | d.before | d.after).adjusted(-3, -3, 3, 3);
    };
    for (const DayBlock& block : m_plan.blocks) {
        if (!stands(before, block))
            add(block);
    }
    for (const DayBlock& old : before.blocks) {
        if (!stands(m_plan, old))
            add(old);
    }
    if (!changed.isEmpty())
        viewport()->update(changed);
}

/// Selection, cursor and a drag over the mini month follow what the rows have become.
void CalendarView::settleOnRows()
{
    if (m_selected.isValid() && m_mirror != nullptr) {
        const int row = m_mirror->rowOf(m_selected.value());
        if (row >= 0 && currentIndex().row() != row)
            selectionModel()->setCurrentIndex(m_mirror->index(row, 0), QItemSelectionModel::ClearAndSelect);
    }
    // Until a person moves it, the cursor settles on what the first rows bring.
    if (hasFocus() && !cursorPlace())
        moveCursorVertically(1);
    else if (m_cursorByItself && cursorPlace() && !selected().isValid())
        setCursorPlace(*m_cursor);
    if (m_move && m_move->aimed)
        aimAtDate(m_plan.zone.dateOf(m_move->start)); // judged by the rows that have come
}

QPoint CalendarView::origin() const
{
    return {-horizontalScrollBar()->value(), -verticalScrollBar()->value()};
}

} // namespace frontdesk
