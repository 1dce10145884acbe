#include "ui/calendar_view.h"

#include "ui/calendar_accessible.h"
#include "ui/calendar_frame.h"
#include "ui/words.h"

#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QTimerEvent>

namespace frontdesk
{

namespace
{

constexpr double ZoomLimit = 6;
constexpr int SideStep = 92; ///< pixels; of the horizontal scroll bar

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
    replan();
    viewport()->update();
    if (hadSelection)
        emit selectionMoved({});
    emit cursorMoved();
}

void CalendarView::setDays(int days)
{
    if (days == m_request.days)
        return;
    cancelMove();
    const QDate before = date();
    // The day that the cursor stands on is the one that is looked at.
    if (const auto place = cursorPlace())
        m_request.date = m_plan.zone.dateOf(place->start);
    m_request.days = days;
    replan();
    revealCursor();
    if (date() != before)
        emit dateRequested(date());
    emit cursorMoved();
}

void CalendarView::setWeekStaff(ResourceId staff)
{
    if (staff == m_weekStaff)
        return;
    cancelMove();
    m_weekStaff = staff;
    if (days() == 1)
        return;
    if (m_cursor && staff.isValid())
        m_cursor->staff = staff;
    if (const DayBlock* block = plan().block(m_selected);
        staff.isValid() && block != nullptr && block->row.staff != staff)
        select({});
    replan();
    revealCursor();
    emit cursorMoved();
}

/// Columns have become others: what the cursor stands on is scrolled to.
void CalendarView::revealCursor()
{
    viewport()->update();
    if (const auto place = cursorPlace())
        scrollToRect(selected().isValid() ? rectOf(m_selected) : rectOf(*place));
}

QDate CalendarView::firstDate() const
{
    return days() == 1 ? date() : weekStart(date(), QLocale().firstDayOfWeek());
}

TimeSlot CalendarView::visibleRange() const
{
    const Location* location = m_request.catalogue->location(m_request.location);
    if (location == nullptr || !date().isValid())
        return {};
    const QDate first = firstDate();
    return {location->zone.day(first).start, location->zone.day(first.addDays(days() - 1)).end};
}

void CalendarView::setCovered(bool covered)
{
    m_covered = covered;
    m_painter.setCovered(covered);
    viewport()->update();
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
    ensurePlan();
    layOutSheet();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(24);
    verticalScrollBar()->setRange(0, std::max(0, m_geometry.height() - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(SideStep);
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
