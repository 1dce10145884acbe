#include "ui/calendar_view.h"
#include "ui/day_window.h"
#include "ui/list_view.h"
#include "ui/mini_month.h"
#include "ui/month_view.h"
#include "ui/top_bar.h"
#include "ui/view_switch.h"

#include <QAction>
#include <QActionGroup>
#include <QStackedWidget>

namespace frontdesk
{

void DayWindow::arrangeViews()
{
    m_views->setObjectName(QStringLiteral("views"));
    m_views->addWidget(m_calendar);
    m_views->addWidget(m_monthView);
    m_views->addWidget(m_list);
}

void DayWindow::connectViews()
{
    connect(m_top->views(), &ViewSwitch::chosen, this, &DayWindow::chooseView);
    connect(m_monthView, &MonthView::dateRequested, this, &DayWindow::setDate);
    connect(m_monthView, &MonthView::dayOpened, this, [this](QDate date) {
        showInGrid(date);
        focusView();
    });
    connect(m_monthView, &MonthView::todayRequested, this, [this] { setDate(today()); });
    connect(m_monthView, &MonthView::goToDateRequested, this, &DayWindow::openGoTo);
    connect(m_list, &ListView::periodChanged, this, [this] { setDate(m_date); });
    connect(m_list, &ListView::stepRequested, this, [this](int steps) { setDate(stepped(period(), m_date, steps)); });
    connect(m_list, &ListView::opened, this, [this](const Appointment& row) { goTo(row.id, row.slot.start); });
    connect(m_list, &ListView::selectionMoved, this, &DayWindow::showInspected);
}

void DayWindow::addViewActions()
{
    auto* kinds = new QActionGroup(this);
    for (const ViewKind kind : AllViews) {
        const QKeySequence key(Qt::ALT | Qt::Key(Qt::Key_1 + int(kind)));
        QAction* action = addKeys("", viewText(kind), {key});
        action->setObjectName(toCode(kind) + QStringLiteral("ViewAction"));
        action->setCheckable(true);
        kinds->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind] { chooseView(kind); });
        m_viewActions[size_t(kind)] = action;
    }
}

/// A person's choice, which the desk keeps. Whoever walks along the switch by arrows goes on there.
void DayWindow::chooseView(ViewKind kind)
{
    showView(kind);
    save();
    if (!m_top->views()->isAncestorOf(focusWidget()))
        focusView();
}

void DayWindow::showView(ViewKind kind)
{
    const bool hadKeyboard = m_views->isAncestorOf(focusWidget());
    m_kind = kind;
    m_top->views()->setKind(kind);
    m_viewActions[size_t(kind)]->setChecked(true);
    switch (kind) {
    case ViewKind::Day:
    case ViewKind::Week:
        m_calendar->setDays(kind == ViewKind::Week ? 7 : 1);
        m_views->setCurrentWidget(m_calendar);
        break;
    case ViewKind::Month:
        m_views->setCurrentWidget(m_monthView);
        break;
    case ViewKind::List:
        m_views->setCurrentWidget(m_list);
        break;
    }
    if (hadKeyboard)
        focusView();
    if (!m_date.isValid())
        return;
    setDate(m_date);
    if (kind == ViewKind::Month)
        showLoads();
    else if (kind == ViewKind::List)
        m_list->select(m_calendar->selected());
}

bool DayWindow::isGridShown() const
{
    return m_views->currentWidget() == m_calendar;
}

/// The day with its hours: what is to be selected or booked can't be seen in a month or a list.
void DayWindow::showInGrid(QDate date)
{
    if (isGridShown()) {
        setDate(date);
        return;
    }
    m_date = date;
    showView(ViewKind::Day);
}

Period DayWindow::period() const
{
    switch (m_kind) {
    case ViewKind::Day:
        return Period::Day;
    case ViewKind::Week:
        return Period::Week;
    case ViewKind::Month:
        return Period::Month;
    case ViewKind::List:
        return m_list->period();
    }
    return Period::Day;
}

/// A month shows sums, for which the marked day's rows are enough.
TimeSlot DayWindow::shownRange(const Zone& zone) const
{
    if (period() != Period::Week)
        return zone.day(m_date);
    const QDate first = firstOfWeek(m_date);
    return {zone.day(first).start, zone.day(first.addDays(6)).end};
}

bool DayWindow::isInSight(AppointmentId id) const
{
    switch (m_kind) {
    case ViewKind::Day:
    case ViewKind::Week:
        return m_calendar->viewport()->rect().intersects(m_calendar->rectOf(id));
    case ViewKind::Month:
        return false;
    case ViewKind::List:
        return m_list->shows(id);
    }
    return false;
}

/// Beside the list stands what is known of its marked line, and what can be done with it.
void DayWindow::showInspected(const Appointment& row)
{
    const Location* location = m_book.catalogue()->location(m_location);
    if (m_kind != ViewKind::List || location == nullptr)
        return;
    if (const QDate date = location->zone.dateOf(row.slot.start); date != m_date)
        setDate(date);
    m_calendar->select(row.id);
}

/// One month for both leaves: in the month's view the small one turns the large one along.
void DayWindow::leafTurned()
{
    const QDate month = m_month->month();
    if (m_kind == ViewKind::Month && (month.year() != m_date.year() || month.month() != m_date.month())) {
        setDate(m_date.addMonths((month.year() - m_date.year()) * 12 + month.month() - m_date.month()));
    }
    showLoads();
    askLoads();
}

void DayWindow::askLoads()
{
    const Location* location = m_book.catalogue()->location(m_location);
    if (location == nullptr)
        return;
    const QDate first = m_month->firstShown();
    m_loadsAsked = {location->zone.day(first).start, location->zone.day(first.addDays(LeafDays)).start};
    emit loadsNeeded(m_location, m_loadsAsked, m_book.clock->now());
}

void DayWindow::setLoads(LocationId location, TimeSlot range, const std::optional<DayLoads>& loads)
{
    const Location* here = m_book.catalogue()->location(m_location);
    if (here == nullptr || location != m_location)
        return; // the location that is shown now was asked about since
    if (range == m_loadsAsked)
        m_loadsAsked = {};
    m_loadsRead = true;
    if (loads) { // without an answer what is drawn stays
        m_loads = {*loads, here->zone.dateOf(range.start), here->zone.dateOf(range.end)};
        showLoads();
    }
    emit settled();
}

void DayWindow::showLoads()
{
    const Instant now = m_book.clock->now();
    m_loadsShown = std::chrono::floor<Minutes>(now);
    const auto days = monthDays({m_book.catalogue(), m_location, m_month->firstShown(), now}, m_loads);
    for (const MonthDay& day : days) {
        if (day.load)
            m_month->setLoad(day.date, day.share());
    }
    m_monthView->setDays(days);
}

void DayWindow::focusView()
{
    m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace frontdesk
