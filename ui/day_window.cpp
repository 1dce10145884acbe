#include "ui/day_window.h"

#include "ui/calendar_view.h"
#include "ui/go_to_date.h"
#include "ui/idle_watch.h"
#include "ui/inspector.h"
#include "ui/list_view.h"
#include "ui/mini_month.h"
#include "ui/month_view.h"
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
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>

namespace frontdesk
{

namespace
{

constexpr int LoadsPause = 300; ///< milliseconds
constexpr int AimRests = 600;   ///< milliseconds

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
      m_views(new QStackedWidget(this)),
      m_calendar(new CalendarView(*book.clock, this)),
      m_monthView(new MonthView(this)),
      m_list(new ListView(book.appointments, settings, this)),
      m_inspector(new Inspector(book.bus, m_calendar, this)),
      m_status(new StatusLine(this)),
      m_goTo(new GoToDate(this)),
      m_idle(new IdleWatch(this))
{
    setObjectName(QStringLiteral("dayWindow"));
    setWindowTitle(tr("Frontdesk"));
    setMinimumSize(900, 520);
    m_top->search()->setStage(this);
    m_calendar->setModel(book.appointments);
    arrange();
    connectParts();
    connectViews();
    addActions();
    addViewActions();
    addMenu();
    restore();
    bookChanged();
    focusView();
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
    middle->addWidget(m_views, 1);
    arrangeViews();

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
    connect(m_top, &TopBar::previousClicked, this, [this] { setDate(stepped(period(), m_date, -1)); });
    connect(m_top, &TopBar::nextClicked, this, [this] { setDate(stepped(period(), m_date, 1)); });
    connect(m_top, &TopBar::dateClicked, this, &DayWindow::openGoTo);
    connect(m_top, &TopBar::locationChosen, this, &DayWindow::setLocation);
    connect(m_top->search(), &SearchBox::clientChosen, this, &DayWindow::findNext);
    connect(m_top->search(), &SearchBox::left, this, &DayWindow::focusView);
    connect(m_month, &MiniMonth::chosen, this, [this](QDate date) {
        setDate(date);
        focusView();
    });
    connect(m_month, &MiniMonth::leafTurned, this, &DayWindow::leafTurned);
    connect(m_staff, &StaffFilter::hiddenChanged, this, [this](const QSet<ResourceId>& hidden) {
        m_hidden = hidden;
        m_calendar->setHiddenStaff(hidden);
        save();
    });
    connect(m_waiting, &WaitingStrip::chosen, this, [this](AppointmentId id) {
        showInGrid(m_date);
        m_calendar->select(id);
        focusView();
    });
    connect(m_calendar, &CalendarView::dateRequested, this, &DayWindow::setDate);
    connect(m_calendar, &CalendarView::todayRequested, this, [this] { setDate(today()); });
    connect(m_calendar, &CalendarView::goToDateRequested, this, &DayWindow::openGoTo);
    connect(m_calendar, &CalendarView::draggedOutside, this, &DayWindow::dragOutside);
    connect(m_calendar, &CalendarView::said, this, [this](const QString& text) { say(text, false); });
    connect(m_calendar, &CalendarView::planChanged, this, &DayWindow::planChanged);
    connect(m_calendar, &CalendarView::cursorMoved, m_inspector, &Inspector::refresh);
    connect(m_calendar, &CalendarView::zoomChanged, this, &DayWindow::save);
    connect(m_inspector, &Inspector::bookClicked, this, [this] {
        showInGrid(m_date);
        m_calendar->bookAtCursor();
    });
    connect(m_inspector, &Inspector::settled, this, &DayWindow::settled);
    connect(m_status, &StatusLine::undoClicked, this, &DayWindow::undoRequested);
    connect(m_status, &StatusLine::undoAnywayClicked, this, &DayWindow::undoAnywayRequested);
    connect(m_goTo, &GoToDate::chosen, this, [this](QDate date) {
        setDate(date);
        focusView();
    });
    connect(m_goTo, &GoToDate::left, this, &DayWindow::focusView);
    connect(m_book.appointments, &TableMirror::refreshed, this, &DayWindow::rowsArrived);
    m_aimRests.setSingleShot(true);
    m_aimRests.setInterval(AimRests);
    connect(&m_aimRests, &QTimer::timeout, this, [this] { setDate(m_aimed); });
    m_loadsPause.setSingleShot(true);
    m_loadsPause.setInterval(LoadsPause);
    connect(&m_loadsPause, &QTimer::timeout, this, &DayWindow::askLoads);
}

void DayWindow::restore()
{
    m_location = LocationId(m_settings->value(QStringLiteral("desk/location")).toLongLong());
    {
        const QSignalBlocker quiet(m_calendar); // what is restored here is not saved before the rest has been read
        m_calendar->setZoom(m_settings->value(QStringLiteral("grid/zoom"), 1).toDouble());
    }
    showView(viewFromCode(m_settings->value(QStringLiteral("view/kind")).toString()).value_or(ViewKind::Day));
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
    m_settings->setValue(QStringLiteral("view/kind"), QString(toCode(m_kind)));
    m_list->save();
}

void DayWindow::closeEvent(QCloseEvent* event)
{
    remember();
    QWidget::closeEvent(event);
}

void DayWindow::remember() const
{
    save();
    m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
}

QString DayWindow::hiddenKey() const
{
    return QStringLiteral("desk/hidden_staff_%1").arg(m_location.value());
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

void DayWindow::setInFlight(AppointmentId id, bool inFlight)
{
    if (inFlight)
        m_inFlight.insert(id);
    else
        m_inFlight.remove(id);
    m_status->setSaving(!m_inFlight.isEmpty());
}

bool DayWindow::isSettled() const
{
    const bool rows = !m_asked.isEmpty() && m_held.contains(m_asked);
    const bool loads = m_loadsRead && m_loadsAsked.isEmpty() && !m_loadsPause.isActive();
    return rows && loads && (m_kind != ViewKind::Month || m_monthView->isRead()) && m_inspector->isSettled();
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

void DayWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The panels give way on a narrow screen, the grid keeps most of it.
    m_left->setFixedWidth(std::clamp(width() * 16 / 100, 208, 258));
    m_inspector->parentWidget()->setFixedWidth(304);
}

void DayWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setLinkState(m_link);
}

} // namespace frontdesk
