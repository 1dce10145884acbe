#include "ui/calendar_view.h"
#include "ui/day_window.h"
#include "ui/go_to_date.h"
#include "ui/inspector.h"
#include "ui/list_view.h"
#include "ui/mini_month.h"
#include "ui/month_view.h"
#include "ui/search_box.h"
#include "ui/staff_filter.h"
#include "ui/status_line.h"
#include "ui/top_bar.h"
#include "ui/waiting_strip.h"

#include <QApplication>
#include <QScrollBar>
#include <QStackedWidget>

namespace frontdesk
{

QDate DayWindow::today() const
{
    const Location* location = m_book.catalogue()->location(m_location);
    return (location != nullptr ? location->zone : Zone::utc()).dateOf(m_book.clock->now());
}

void DayWindow::bookChanged()
{
    const CataloguePtr catalogue = m_book.catalogue();
    const auto& locations = catalogue->locations;
    if (catalogue->location(m_location) == nullptr || catalogue->location(m_location)->retired) {
        const auto first =
            std::find_if(locations.begin(), locations.end(), [](const Location& l) { return !l.retired; });
        if (first != locations.end())
            m_location = first->id;
    }
    m_top->setLocations(locations, m_location);
    setWindowTitle(catalogue->businessName.isEmpty() ? tr("Frontdesk")
                                                     : tr("%1 – Frontdesk").arg(catalogue->businessName));
    m_status->setStay(catalogue->undoWindow);
    setLocation(m_location);
}

void DayWindow::setLocation(LocationId location)
{
    if (m_location != location) { // what has been read is another's
        m_held = {};
        m_loads = {};
    }
    m_location = location;
    m_hidden.clear();
    for (const QVariant& staff : m_settings->value(hiddenKey()).toList())
        m_hidden.insert(ResourceId(staff.toLongLong()));
    m_calendar->setHiddenStaff(m_hidden);
    m_calendar->setBook(m_book.catalogue(), m_location);
    m_list->setBook(*m_book.catalogue(), m_location);
    m_month->setToday(today());
    setDate(m_date.isValid() ? m_date : today());
    showLoads();
}

void DayWindow::setDate(QDate date)
{
    if (!date.isValid())
        return;
    m_date = date;
    m_followed = date == today() ? date : QDate();
    m_top->setDate(period(), date, today());
    m_monthView->setDate(date, today());
    m_month->setDate(date);
    const Location* location = m_book.catalogue()->location(m_location);
    const TimeSlot range = location != nullptr ? shownRange(location->zone) : TimeSlot{};
    // The neighbours of what was read are in the mirror already; others must come first.
    m_calendar->setReading(range.isEmpty() || !m_held.contains(range));
    m_calendar->setDate(date);
    if (location != nullptr) {
        m_asked = range;
        m_list->setRange(range, location->zone);
        m_list->setReading(!m_held.contains(range));
        emit rangeNeeded(m_location, range);
    }
    planChanged();
}

void DayWindow::standAs(const DayWindow& other)
{
    m_date = other.m_date;
    showView(other.m_kind);
    if (other.m_covered)
        setCovered(true);
    m_calendar->verticalScrollBar()->setValue(other.m_calendar->verticalScrollBar()->value());
    if (const auto place = other.m_calendar->cursorPlace())
        m_calendar->setCursorPlace(*place);
    if (other.m_calendar->selected().isValid())
        m_calendar->select(other.m_calendar->selected());
    m_top->search()->setText(other.m_top->search()->text());
}

void DayWindow::rowsArrived()
{
    m_held = {m_asked.start - m_asked.length(), m_asked.end + m_asked.length()};
    m_calendar->setReading(false);
    m_list->setReading(false);
    if (!m_loadsPause.isActive())
        m_loadsPause.start();
    pickWanted();
}

void DayWindow::planChanged()
{
    if (m_followed.isValid() && m_followed != today()) {
        // Past midnight the window follows into the new day, if it showed the old one as today.
        m_month->setToday(today());
        setDate(today());
        return;
    }
    const Instant now = m_book.clock->now();
    const DayPlan& plan = m_calendar->plan();
    const DaySummary summary = summaryOf(plan, now, m_covered);
    // A walk over the days of a month doesn't let the leaf jump.
    m_waiting->setVisible(m_date == today() && m_kind != ViewKind::Month);
    m_waiting->setSummary(summary);
    m_status->setCounts(countsText(summary));
    DayRequest request;
    request.catalogue = m_book.catalogue();
    request.location = m_location;
    request.date = m_date;
    request.now = now;
    m_staff->setStaff(staffOf(request, m_calendar->rows()), m_hidden);
    m_inspector->refresh();
    if (m_kind == ViewKind::Month && std::chrono::floor<Minutes>(now) != m_loadsShown)
        showLoads(); // less of today is free
}

void DayWindow::goTo(AppointmentId id, Instant start)
{
    const Location* location = m_book.catalogue()->location(m_location);
    if (location == nullptr)
        return;
    showInGrid(location->zone.dateOf(start));
    m_wanted = id;
    pickWanted();
    focusView();
}

void DayWindow::selectWhenThere(AppointmentId id)
{
    // A popup that closed leaves the keyboard anywhere; whoever types by now keeps it.
    const QWidget* typing = QApplication::focusWidget();
    if (isActiveWindow() && (typing == nullptr || !typing->testAttribute(Qt::WA_InputMethodEnabled)))
        focusView();
    // Only a free place that the cursor stands on gives way to what was made there: a selection is never taken.
    if (m_calendar->selected().isValid())
        return;
    m_wanted = id;
    pickWanted();
}

void DayWindow::pickWanted()
{
    if (!m_wanted.isValid())
        return;
    const DayBlock* block = m_calendar->plan().block(m_wanted);
    if (block == nullptr)
        return;
    m_calendar->select(m_wanted);
    m_wanted = {};
}

/// Over the month's leaf a drag aims at a day: dropped there it goes to that day at the same time, and resting there
/// turns the page, to be dropped at a place.
void DayWindow::dragOutside(const std::optional<QPoint>& global)
{
    const QPoint point = global ? m_month->mapFromGlobal(*global) : QPoint(-1, -1);
    QDate aimed;
    if (global && m_month->rect().contains(point))
        aimed = m_month->dragOver(point);
    else
        m_month->dragLeft();
    m_calendar->aimAtDate(aimed);
    if (aimed == m_aimed)
        return;
    m_aimed = aimed;
    if (aimed.isValid() && aimed != m_date)
        m_aimRests.start();
    else
        m_aimRests.stop();
}

void DayWindow::openGoTo()
{
    m_goTo->open(QPoint(m_views->x() + 60, m_top->height() + 8), m_date);
}

void DayWindow::findNext(const ClientHit& client)
{
    focusView();
    const Instant now = m_book.clock->now();
    const TimeSlot within{now - std::chrono::days(3650), now + std::chrono::days(3650)};
    m_book.bus->clientAppointments(
        client.id, within, this,
        [this, name = client.name](const std::vector<Appointment>& all) { goToNextOf(all, name); });
}

void DayWindow::goToNextOf(const std::vector<Appointment>& all, const QString& name)
{
    const Instant now = m_book.clock->now();
    const Appointment* next = nullptr;
    const Appointment* last = nullptr;
    for (const Appointment& row : all) {
        if (!isShown(row.status))
            continue;
        if (row.slot.end > now && (next == nullptr || row.slot.start < next->slot.start))
            next = &row;
        if (row.slot.end <= now && (last == nullptr || row.slot.start > last->slot.start))
            last = &row;
    }
    const Appointment* found = next != nullptr ? next : last;
    if (found == nullptr) {
        say(tr("%1 has no appointment").arg(name), false);
        return;
    }
    if (next == nullptr)
        say(tr("%1 has nothing ahead; this was the last visit").arg(name), false);
    if (found->location != m_location)
        setLocation(found->location);
    goTo(found->id, found->slot.start);
}

} // namespace frontdesk
