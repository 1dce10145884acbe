#include "ui/calendar_view.h"

#include "ui/calendar_accessible.h"
#include "ui/calendar_frame.h"
#include "ui/words.h"

#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QTimerEvent>

namespace frontdesk
{

namespace
{

constexpr int LowestHour = 46; ///< pixels; below that the day scrolls
constexpr int NarrowestColumn = 92;
constexpr double ZoomLimit = 6;

} // namespace

CalendarView::CalendarView(const Clock& clock, QWidget* parent)
    : QAbstractItemView(parent), m_clock(clock), m_header(new CalendarHeader(this)), m_axis(new TimeAxis(this))
{
    CalendarAccessible::install();
    setObjectName(QStringLiteral("calendarView"));
    setAccessibleName(tr("Day"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setMouseTracking(true);
    m_painter.setFont(font());
    updateGeometries();
}

CalendarView::~CalendarView() = default;

void CalendarView::setModel(QAbstractItemModel* model)
{
    if (m_mirror != nullptr)
        m_mirror->disconnect(this);
    QAbstractItemView::setModel(model);
    m_mirror = qobject_cast<AppointmentMirror*>(model);
    Q_ASSERT(model == nullptr || m_mirror != nullptr);
    if (m_mirror != nullptr) {
        connect(m_mirror, &QAbstractItemModel::rowsInserted, this, &CalendarView::invalidate);
        connect(m_mirror, &QAbstractItemModel::rowsRemoved, this, &CalendarView::invalidate);
        connect(m_mirror, &QAbstractItemModel::rowsMoved, this, &CalendarView::invalidate);
        connect(m_mirror, &QAbstractItemModel::dataChanged, this, &CalendarView::invalidate);
        connect(m_mirror, &QAbstractItemModel::modelReset, this, &CalendarView::invalidate);
    }
    invalidate();
}

void CalendarView::setBook(const CataloguePtr& catalogue, LocationId location)
{
    m_request.catalogue = catalogue ? catalogue : std::make_shared<const Catalogue>();
    m_request.location = location;
    invalidate();
}

void CalendarView::setDate(QDate date)
{
    if (date == m_request.date || !date.isValid())
        return;
    // The cursor keeps its time of day and its column; a selection of the old day ends.
    if (const Location* location = m_request.catalogue->location(m_request.location); location != nullptr && m_cursor)
        m_cursor->start = location->zone.meaningOf(date, location->zone.toLocal(m_cursor->start).time()).first;
    const bool hadSelection = m_selected.isValid();
    m_selected = {};
    m_request.date = date;
    takeMoveAlong();
    invalidate();
    replan();
    viewport()->update();
    if (hadSelection)
        emit selectionMoved({});
    emit cursorMoved();
}

void CalendarView::setHiddenStaff(const QSet<ResourceId>& hidden)
{
    m_request.hidden = hidden;
    invalidate();
}

void CalendarView::setNotice(const QString& text)
{
    m_notice = text;
    viewport()->update();
}

void CalendarView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 1.0, ZoomLimit);
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    const Instant kept = geometryOfDay().instantAt(middle);
    m_zoom = zoom;
    updateGeometries();
    verticalScrollBar()->setValue(m_geometry.yOf(kept) - viewport()->height() / 2);
    viewport()->update();
    emit zoomChanged(zoom);
}

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
    request.now = m_clock.now();
    request.holdsNow = m_clock.holdsNow();
    const TimeSlot shownBefore = m_plan.date == request.date ? m_plan.shown : TimeSlot{};
    m_plan = planDay(request, m_rows);
    if (isMoving() && !shownBefore.isEmpty())
        m_plan.shown = shownBefore; // nothing may shift under a drag
    const int sheet =
        int(std::max<double>(viewport()->height(), double(m_plan.shown.length().count()) * LowestHour / 3600) * m_zoom);
    m_geometry = DayGeometry(m_plan.shown, sheet, int(m_plan.columns.size()),
                             std::max(viewport()->width(), int(m_plan.columns.size()) * NarrowestColumn));
    m_painter.setScene(Theme::of(palette()), m_plan.zone, request.now, request.holdsNow);
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

    const bool sameFrame = before.columns == m_plan.columns && before.shown == m_plan.shown &&
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
        const DayBlock* old = before.block(block.row.id);
        if (old != nullptr && *old == block)
            continue;
        add(block);
        if (old != nullptr)
            add(*old);
    }
    for (const DayBlock& old : before.blocks) {
        if (m_plan.block(old.row.id) == nullptr)
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

void CalendarView::setInFlight(AppointmentId id, bool inFlight)
{
    if (inFlight) {
        m_inFlight.insert(id);
        m_refused.remove(id);
    } else {
        m_inFlight.remove(id);
        // Accepted or not, the rows come by the mirror; what was refused goes back by setRefused.
        if (const auto waiting = m_waiting.find(id); waiting != m_waiting.end()) {
            waiting->saving = false;
            QTimer::singleShot(1500, this, [this, id] {
                if (const auto late = m_waiting.constFind(id); late != m_waiting.constEnd() && !late->saving) {
                    m_waiting.remove(id);
                    invalidate();
                }
            });
        }
    }
    viewport()->update(rectOf(id).adjusted(-3, -3, 3, 3));
}

void CalendarView::setRefused(AppointmentId id, const QString& reason)
{
    m_inFlight.remove(id);
    m_waiting.remove(id);
    if (reason.isEmpty())
        m_refused.remove(id);
    else
        m_refused.insert(id, reason);
    invalidate();
    viewport()->update();
}

void CalendarView::setReading(bool reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    viewport()->update();
}

void CalendarView::refreshNow()
{
    invalidate();
    viewport()->update();
    m_header->update();
    m_axis->update();
}

void CalendarView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_second.timerId()) {
        QAbstractItemView::timerEvent(event);
        return;
    }
    const qint64 minute = toUnix(m_clock.now()) / 60;
    if (minute != m_minute) {
        m_minute = minute;
        refreshNow();
        return;
    }
    m_painter.setScene(Theme::of(palette()), m_plan.zone, m_clock.now(), m_clock.holdsNow());
    for (const DayBlock& block : m_plan.blocks) {
        if (!block.row.heldUntil)
            continue;
        if (*block.row.heldUntil <= m_clock.holdsNow())
            invalidate();
        viewport()->update(rectOf(block.row.id));
    }
}

void CalendarView::updateGeometries()
{
    const int axis = m_axis->neededWidth();
    setViewportMargins(axis, CalendarHeader::Height, 0, 0);
    const QRect inner = viewport()->geometry();
    m_header->setGeometry(inner.left(), inner.top() - CalendarHeader::Height, inner.width(), CalendarHeader::Height);
    m_axis->setGeometry(inner.left() - axis, inner.top() - CalendarHeader::Height, axis,
                        inner.height() + CalendarHeader::Height);
    m_dirty = true;
    ensurePlan();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setRange(0, std::max(0, m_geometry.height() - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(NarrowestColumn);
    horizontalScrollBar()->setRange(0, std::max(0, m_geometry.width() - viewport()->width()));
    QAbstractItemView::updateGeometries();
}

void CalendarView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void CalendarView::scrollContentsBy(int, int)
{
    viewport()->update();
    m_header->update();
    m_axis->update();
}

void CalendarView::changeEvent(QEvent* event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_painter.setFont(font());
        updateGeometries();
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        m_hatch = QBrush();
        refreshNow();
    }
}

int CalendarView::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int CalendarView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

} // namespace frontdesk
