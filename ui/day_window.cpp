#include "ui/day_window.h"

#include "models/availability/availability.h"
#include "ui/calendar_view.h"
#include "ui/go_to_date.h"
#include "ui/inspector.h"
#include "ui/mini_month.h"
#include "ui/search_box.h"
#include "ui/staff_filter.h"
#include "ui/status_line.h"
#include "ui/top_bar.h"
#include "ui/waiting_strip.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>

namespace frontdesk
{

namespace
{

constexpr int LoadsPause = 300; ///< milliseconds

/// A panel at a side, with a line towards the grid.
class SidePanel final : public QWidget
{
public:
    SidePanel(Qt::Edge lineAt, QWidget* parent) : QWidget(parent), m_lineAt(lineAt) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(palette());
        QPainter painter(this);
        painter.fillRect(rect(), theme.panel);
        painter.fillRect(QRect(m_lineAt == Qt::LeftEdge ? 0 : width() - 1, 0, 1, height()), theme.line);
    }

private:
    Qt::Edge m_lineAt;
};

} // namespace

DayWindow::DayWindow(const BookingConversation::Book& book, QSettings* settings, QWidget* parent)
    : QWidget(parent),
      m_book(book),
      m_settings(settings),
      m_top(new TopBar(book.bus, this)),
      m_left(new SidePanel(Qt::RightEdge, this)),
      m_month(new MiniMonth(m_left)),
      m_staff(new StaffFilter(m_left)),
      m_waiting(new WaitingStrip(this)),
      m_calendar(new CalendarView(*book.clock, this)),
      m_inspector(new Inspector(book.bus, m_calendar, this)),
      m_status(new StatusLine(this)),
      m_goTo(new GoToDate(this))
{
    setObjectName(QStringLiteral("dayWindow"));
    setWindowTitle(tr("Frontdesk"));
    setMinimumSize(900, 520);
    m_top->search()->setStage(this);
    m_calendar->setModel(book.appointments);
    arrange();
    connectParts();
    addActions();
    addMenu();
    restore();
    bookChanged();
    m_calendar->setFocus();
}

DayWindow::~DayWindow() = default;

void DayWindow::arrange()
{
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(14, 14, 15, 8);
    left->setSpacing(0);
    left->addWidget(m_month);
    left->addSpacing(14);
    left->addWidget(sectionLabel(tr("Staff"), m_left));
    left->addSpacing(4);
    left->addWidget(m_staff, 1);
    m_staff->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);

    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_waiting);
    middle->addWidget(m_calendar, 1);

    auto* right = new SidePanel(Qt::LeftEdge, this);
    right->setObjectName(QStringLiteral("rightPanel"));
    auto* rightBox = new QVBoxLayout(right);
    rightBox->setContentsMargins(1, 0, 0, 0);
    rightBox->addWidget(m_inspector);

    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_left);
    body->addLayout(middle, 1);
    body->addWidget(right);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_top);
    all->addLayout(body, 1);
    all->addWidget(m_status);
}

void DayWindow::connectParts()
{
    connect(m_top, &TopBar::todayClicked, this, [this] { setDate(today()); });
    connect(m_top, &TopBar::previousClicked, this, [this] { setDate(m_date.addDays(-1)); });
    connect(m_top, &TopBar::nextClicked, this, [this] { setDate(m_date.addDays(1)); });
    connect(m_top, &TopBar::dateClicked, this, &DayWindow::openGoTo);
    connect(m_top, &TopBar::locationChosen, this, &DayWindow::setLocation);
    connect(m_top->search(), &SearchBox::clientChosen, this, &DayWindow::findNext);
    connect(m_top->search(), &SearchBox::left, this, &DayWindow::focusGrid);
    connect(m_month, &MiniMonth::chosen, this, [this](QDate date) {
        setDate(date);
        focusGrid();
    });
    connect(m_month, &MiniMonth::leafTurned, this, &DayWindow::askLoads);
    connect(m_staff, &StaffFilter::hiddenChanged, this, [this](const QSet<ResourceId>& hidden) {
        m_hidden = hidden;
        m_calendar->setHiddenStaff(hidden);
        save();
    });
    connect(m_waiting, &WaitingStrip::chosen, this, [this](AppointmentId id) {
        m_calendar->select(id);
        focusGrid();
    });
    connect(m_calendar, &CalendarView::dateRequested, this, &DayWindow::setDate);
    connect(m_calendar, &CalendarView::todayRequested, this, [this] { setDate(today()); });
    connect(m_calendar, &CalendarView::goToDateRequested, this, &DayWindow::openGoTo);
    connect(m_calendar, &CalendarView::said, this, [this](const QString& text) { say(text, false); });
    connect(m_calendar, &CalendarView::planChanged, this, &DayWindow::planChanged);
    connect(m_calendar, &CalendarView::cursorMoved, m_inspector, &Inspector::refresh);
    connect(m_calendar, &CalendarView::zoomChanged, this, &DayWindow::save);
    connect(m_inspector, &Inspector::bookClicked, this, [this] { m_calendar->bookAtCursor(); });
    connect(m_status, &StatusLine::undoClicked, this, &DayWindow::undoRequested);
    connect(m_status, &StatusLine::undoAnywayClicked, this, &DayWindow::undoAnywayRequested);
    connect(m_goTo, &GoToDate::chosen, this, [this](QDate date) {
        setDate(date);
        focusGrid();
    });
    connect(m_goTo, &GoToDate::left, this, &DayWindow::focusGrid);
    connect(m_book.appointments, &TableMirror::refreshed, this, &DayWindow::rowsArrived);
    m_loadsPause.setSingleShot(true);
    m_loadsPause.setInterval(LoadsPause);
    connect(&m_loadsPause, &QTimer::timeout, this, &DayWindow::askLoads);
}

QAction* DayWindow::addKeys(const char* name, const QString& text, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcuts(keys);
    addAction(action);
    return action;
}

void DayWindow::addActions()
{
    QAction* find =
        addKeys("findAction", tr("Find"), {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_K)});
    connect(find, &QAction::triggered, this, [this] {
        m_top->search()->setFocus(Qt::ShortcutFocusReason);
        m_top->search()->selectAll();
    });
    QAction* reread =
        addKeys("rereadAction", tr("Read again"), {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
    connect(reread, &QAction::triggered, this, &DayWindow::rereadRequested);
    m_undo = addKeys("undoAction", tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)});
    connect(m_undo, &QAction::triggered, this, &DayWindow::undoRequested);
    m_redo = addKeys("redoAction", tr("Redo"),
                     {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    connect(m_redo, &QAction::triggered, this, &DayWindow::redoRequested);
}

void DayWindow::addMenu()
{
    QMenu* menu = m_top->menu();
    menu->addAction(m_undo);
    menu->addAction(m_redo);
    menu->addSeparator();
    QMenu* manage = menu->addMenu(tr("&Manage"));
    manage->setObjectName(QStringLiteral("manageMenu"));
    QAction* services = manage->addAction(tr("&Services…"), this, &DayWindow::servicesRequested);
    services->setObjectName(QStringLiteral("servicesAction"));

    QMenu* look = menu->addMenu(tr("&Appearance"));
    look->setObjectName(QStringLiteral("appearanceMenu"));
    auto* kinds = new QActionGroup(look);
    const int chosen = m_settings->value(QStringLiteral("look/theme"), 0).toInt();
    const std::pair<Theme::Kind, QString> themes[] = {{Theme::Kind::System, tr("As the &system")},
                                                      {Theme::Kind::Light, tr("&Light")},
                                                      {Theme::Kind::Dark, tr("&Dark")}};
    for (const auto& [kind, text] : themes) {
        QAction* action = look->addAction(text);
        action->setCheckable(true);
        action->setChecked(int(kind) == chosen);
        kinds->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind = kind] {
            m_settings->setValue(QStringLiteral("look/theme"), int(kind));
            emit themeChosen(kind);
        });
    }
    QAction* letters = menu->addAction(tr("&Letters act on the grid (A, S, C, B, T, G)"));
    letters->setObjectName(QStringLiteral("lettersAction"));
    letters->setCheckable(true);
    letters->setChecked(m_settings->value(QStringLiteral("grid/letters"), true).toBool());
    m_calendar->setLettersEnabled(letters->isChecked());
    connect(letters, &QAction::toggled, this, [this](bool on) {
        m_calendar->setLettersEnabled(on);
        m_settings->setValue(QStringLiteral("grid/letters"), on);
    });
    QAction* fit = menu->addAction(tr("&Fit the day to the window"), this, [this] { m_calendar->setZoom(1); });
    fit->setObjectName(QStringLiteral("fitAction"));
}

void DayWindow::restore()
{
    m_location = LocationId(m_settings->value(QStringLiteral("desk/location")).toLongLong());
    {
        const QSignalBlocker quiet(m_calendar); // what is restored here is not saved before the rest has been read
        m_calendar->setZoom(m_settings->value(QStringLiteral("grid/zoom"), 1).toDouble());
    }
    const QByteArray geometry = m_settings->value(QStringLiteral("window/geometry")).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1366, 768);
}

void DayWindow::save() const
{
    QVariantList hidden;
    for (const ResourceId staff : m_hidden)
        hidden << staff.value();
    m_settings->setValue(QStringLiteral("desk/location"), m_location.value());
    m_settings->setValue(hiddenKey(), hidden);
    m_settings->setValue(QStringLiteral("grid/zoom"), m_calendar->zoom());
}

void DayWindow::closeEvent(QCloseEvent* event)
{
    save();
    m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    QWidget::closeEvent(event);
}

QString DayWindow::hiddenKey() const
{
    return QStringLiteral("desk/hidden_staff_%1").arg(m_location.value());
}

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
    m_location = location;
    m_hidden.clear();
    for (const QVariant& staff : m_settings->value(hiddenKey()).toList())
        m_hidden.insert(ResourceId(staff.toLongLong()));
    m_calendar->setHiddenStaff(m_hidden);
    m_calendar->setBook(m_book.catalogue(), m_location);
    m_month->setToday(today());
    setDate(m_date.isValid() ? m_date : today());
}

void DayWindow::setDate(QDate date)
{
    if (!date.isValid())
        return;
    m_date = date;
    m_followed = date == today() ? date : QDate();
    m_top->setDate(date, today());
    m_month->setDate(date);
    const Location* location = m_book.catalogue()->location(m_location);
    // Days next to the one that was read are in the mirror already; others must come first.
    m_calendar->setReading(!m_read.isValid() || std::abs(m_read.daysTo(date)) > 1);
    m_calendar->setDate(date);
    if (location != nullptr)
        emit rangeNeeded(m_location, location->zone.day(date));
    planChanged();
}

void DayWindow::rowsArrived()
{
    m_read = m_date;
    m_calendar->setReading(false);
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
    const DaySummary summary = summaryOf(plan, now);
    m_waiting->setVisible(m_date == today());
    m_waiting->setSummary(summary);
    m_status->setCounts(countsText(summary));
    DayRequest request;
    request.catalogue = m_book.catalogue();
    request.location = m_location;
    request.date = m_date;
    request.now = now;
    m_staff->setStaff(staffOf(request, m_calendar->rows()), m_hidden);
    m_inspector->refresh();
}

void DayWindow::askLoads()
{
    const Location* location = m_book.catalogue()->location(m_location);
    if (location == nullptr)
        return;
    const QDate first = m_month->firstShown();
    emit loadsNeeded(m_location, {location->zone.day(first).start, location->zone.day(first.addDays(42)).start});
}

void DayWindow::setBusyTimes(LocationId location, const QHash<QDate, Seconds>& busy)
{
    if (location != m_location || busy.isEmpty()) // empty: nothing there, or no answer; what is drawn stays
        return;
    const CataloguePtr catalogue = m_book.catalogue();
    for (int day = 0; day < 42; ++day) {
        const QDate date = m_month->firstShown().addDays(day);
        Seconds open{0};
        for (const Resource& resource : catalogue->resources) {
            if (resource.kind != ResourceKind::Staff || resource.location != location || resource.retired)
                continue;
            for (const TimeSlot& slot : hoursOn(*catalogue, resource.id, date).open)
                open += slot.length();
        }
        const double taken = double(busy.value(date, Seconds(0)).count());
        m_month->setLoad(date, open > Seconds(0) ? std::min(taken / double(open.count()), 1.0) : 0);
    }
}

void DayWindow::setLinkState(const LinkState& state)
{
    m_link = state;
    const Location* location = m_book.catalogue()->location(m_location);
    const Zone zone = location != nullptr ? location->zone : Zone::utc();
    const QString asOf = timeText(state.since, zone);
    m_top->setLink(state, asOf);
    m_status->setLink(state, asOf);
    m_calendar->setNotice(state.kind == LinkState::Kind::Refused ? state.problem : QString());
}

void DayWindow::setEditingElsewhere(const std::vector<EditingElsewhere>& editing)
{
    m_inspector->setEditing(editing);
}

void DayWindow::setDesk(const QString& desk, const QString& person)
{
    m_top->setDesk(desk, person);
    m_calendar->setDeskName(desk);
}

void DayWindow::setUndo(const QString& undo, const QString& redo)
{
    m_undo->setEnabled(!undo.isEmpty());
    m_undo->setText(undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo));
    m_redo->setEnabled(!redo.isEmpty());
    m_redo->setText(redo.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redo));
}

void DayWindow::say(const QString& text, bool undoable)
{
    m_status->say(text, undoable);
}

void DayWindow::goTo(AppointmentId id, Instant start)
{
    const Location* location = m_book.catalogue()->location(m_location);
    if (location == nullptr)
        return;
    setDate(location->zone.dateOf(start));
    m_wanted = id;
    pickWanted();
    focusGrid();
}

void DayWindow::selectWhenThere(AppointmentId id)
{
    // A popup that closed leaves the keyboard anywhere; whoever types by now keeps it.
    const QWidget* typing = QApplication::focusWidget();
    if (isActiveWindow() && (typing == nullptr || !typing->testAttribute(Qt::WA_InputMethodEnabled)))
        focusGrid();
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

void DayWindow::offerUndoAnyway(const QString& text)
{
    m_status->offerUndoAnyway(text);
}

void DayWindow::openGoTo()
{
    m_goTo->open(QPoint(m_calendar->x() + 60, m_top->height() + 8), m_date);
}

void DayWindow::findNext(const ClientHit& client)
{
    focusGrid();
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

void DayWindow::focusGrid()
{
    m_calendar->setFocus(Qt::OtherFocusReason);
}

void DayWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The panels give way on a narrow screen, the grid keeps most of it.
    m_left->setFixedWidth(std::clamp(width() * 16 / 100, 208, 258));
    m_inspector->parentWidget()->setFixedWidth(std::clamp(width() * 19 / 100, 292, 304));
}

void DayWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setLinkState(m_link);
}

} // namespace frontdesk
