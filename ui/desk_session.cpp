#include "ui/desk_session.h"

#include "models/storage/database_url.h"
#include "models/storage/open_problem.h"
#include "ui/calendar_view.h"
#include "ui/print_dialog.h"

#include <QTimer>

namespace frontdesk
{

DeskSession::DeskSession(const DatabaseUrl& url, const DatabaseLink::Options& options, const Clock& clock,
                         QSettings* settings)
    : m_url(std::make_unique<DatabaseUrl>(url)),
      m_link(std::make_unique<DatabaseLink>(url, options)),
      m_clock(clock),
      m_settings(settings)
{
    m_url->setPassword({});
    m_services = std::make_unique<LinkServiceStore>(m_link.get());
    makeWindow();
    joinLink();
}

void DeskSession::makeWindow()
{
    BookAccess book;
    book.bus = m_link.get();
    book.appointments = m_link->appointments();
    book.catalogue = [link = m_link.get()] { return link->catalogue(); };
    book.clock = &m_clock;
    book.person = [link = m_link.get()] { return link->person(); };
    book.editingElsewhere = [link = m_link.get()] { return link->editingElsewhere(); };
    m_window = std::make_unique<DayWindow>(book, m_settings);
    book.inSight = [window = m_window.get()](AppointmentId id) { return window->isInSight(id); };
    m_conversation = std::make_unique<BookingConversation>(book, m_window.get());
    joinWindow();
    joinConversation();
    showState();
}

DeskSession::~DeskSession()
{
    // The conversation's dialogs are the window's children, and both ask the link until they are gone.
    m_conversation.reset();
    m_window.reset();
    m_services.reset();
    m_link.reset();
}

void DeskSession::start()
{
    m_link->start();
}

void DeskSession::speakAnew()
{
    // They go at the end, the conversation before its window: without any window the program would end too.
    const std::unique_ptr<DayWindow> before = std::move(m_window);
    const std::unique_ptr<BookingConversation> talked = std::move(m_conversation);
    before->remember();
    makeWindow();
    m_conversation->takeUndoFrom(*talked);
    m_window->setEditingElsewhere(m_link->editingElsewhere());
    m_window->show();
    m_window->activateWindow();
    m_window->standAs(*before);
    m_link->reread();
}

void DeskSession::joinLink()
{
    DatabaseLink* link = m_link.get();
    connect(link, &DatabaseLink::stateChanged, this, &DeskSession::showState);
    connect(link, &DatabaseLink::catalogueChanged, this, [this] {
        m_window->bookChanged();
        showState();
    });
    connect(link, &DatabaseLink::editingElsewhereChanged, this,
            [this] { m_window->setEditingElsewhere(m_link->editingElsewhere()); });
    connect(link, &DatabaseLink::firstRead, this, [this] {
        // The view plans in the next turn of the event loop; the one after it has painted.
        QTimer::singleShot(0, this, [this] {
            m_window->calendar()->viewport()->repaint();
            m_drawn = true;
            emit drawn();
        });
    });
}

void DeskSession::joinWindow()
{
    DatabaseLink* link = m_link.get();
    DayWindow* window = m_window.get();
    connect(window, &DayWindow::rangeNeeded, link, &DatabaseLink::showRange);
    connect(window, &DayWindow::loadsNeeded, link, [link, window](LocationId location, TimeSlot range, Instant now) {
        link->dayLoads(location, range, now, window, [window, location, range](const std::optional<DayLoads>& loads) {
            window->setLoads(location, range, loads);
        });
    });
    connect(window, &DayWindow::rereadRequested, link, &DatabaseLink::reread);
    connect(window, &DayWindow::themeChosen, this, &DeskSession::themeChosen);
    connect(window, &DayWindow::languageMenuOpens, this,
            [this] { m_window->holdLanguage(canSpeakAnew() ? QString() : tr("First finish what is open")); });
    // Later, when the menu has closed: whoever hears it makes another window.
    connect(window, &DayWindow::languageChosen, this, &DeskSession::languageChosen, Qt::QueuedConnection);
}

void DeskSession::joinConversation()
{
    CalendarView* view = m_window->calendar();
    BookingConversation* talk = m_conversation.get();
    DayWindow* window = m_window.get();
    connect(view, &CalendarView::bookRequested, talk, &BookingConversation::book);
    connect(view, &CalendarView::blockRequested, talk, &BookingConversation::makeBlock);
    connect(view, &CalendarView::editRequested, talk, &BookingConversation::edit);
    connect(view, &CalendarView::moveRequested, talk,
            [talk](AppointmentId, RowVersion, Instant start, ResourceId staff, const Appointment& row) {
                talk->moveSeen(row, start, staff);
            });
    connect(view, &CalendarView::reshapeRequested, talk,
            [talk](AppointmentId, RowVersion, Instant start, ResourceId staff, Seconds length, const Appointment& row) {
                talk->reshapeSeen(row, start, staff, length);
            });
    connect(view, &CalendarView::confirmationRequested, talk, &BookingConversation::changeConfirmation);
    connect(view, &CalendarView::statusRequested, talk, &BookingConversation::changeStatus);
    connect(view, &CalendarView::cancelRequested, talk, &BookingConversation::cancelOrNoShow);
    connect(talk, &BookingConversation::inFlightChanged, view, &CalendarView::setInFlight);
    connect(talk, &BookingConversation::inFlightChanged, window, &DayWindow::setInFlight);
    connect(talk, &BookingConversation::refused, view, &CalendarView::setRefused);
    connect(talk, &BookingConversation::said, window, &DayWindow::say);
    connect(talk, &BookingConversation::goTo, window, &DayWindow::goTo);
    connect(talk, &BookingConversation::bookedOrChanged, window, &DayWindow::selectWhenThere);
    connect(talk, &BookingConversation::undoHeldBack, window, &DayWindow::offerUndoAnyway);
    connect(talk, &BookingConversation::undoChanged, window,
            [talk, window] { window->setUndo(talk->undoText(), talk->redoText()); });
    connect(window, &DayWindow::undoRequested, talk, &BookingConversation::undo);
    connect(window, &DayWindow::redoRequested, talk, &BookingConversation::redo);
    connect(window, &DayWindow::undoAnywayRequested, talk, &BookingConversation::undoAnyway);
    connect(window, &DayWindow::servicesRequested, talk, [this] { m_conversation->openServices(m_services.get()); });
    connect(window, &DayWindow::printRequested, this, &DeskSession::openPrint);
    window->setUndo(talk->undoText(), talk->redoText());
}

void DeskSession::openPrint()
{
    const CalendarView* view = m_window->calendar();
    PrintSubject subject;
    subject.catalogue = view->catalogue();
    subject.location = view->location();
    subject.date = view->date();
    if (!view->isReading())
        subject.rows = view->rows();
    if (const DayBlock* block = view->plan().block(view->selected())) {
        subject.selected = block->row;
        subject.staff = block->row.staff;
    } else if (const std::optional<Place> place = view->cursorPlace()) {
        subject.staff = place->staff;
    }
    subject.now = view->now();
    const auto readRows = [link = m_link.get()](LocationId location, TimeSlot range, QObject* context,
                                                const PrintDialog::Answer& answer) {
        link->calendarRows(location, range, context, answer);
    };
    m_conversation->openPrint(std::make_unique<PrintDialog>(
        subject, PrintDialog::Surroundings{PrintDialog::systemPrinters(), m_settings, readRows}, m_window.get()));
}

QString DeskSession::problemText() const
{
    if (m_link->state().kind != LinkState::Kind::Refused)
        return {};
    for (int problem = int(OpenProblem::None) + 1; problem <= int(OpenProblem::Other); ++problem) {
        if (codeOf(OpenProblem(problem)) == m_link->state().problem)
            return explain(OpenProblem(problem), *m_url);
    }
    return m_link->state().problem;
}

void DeskSession::showState()
{
    LinkState state = m_link->state();
    if (state.kind == LinkState::Kind::Refused)
        state.problem = problemText();
    m_window->setLinkState(state);
    const Person* person = m_link->catalogue()->person(m_link->person());
    m_window->setDesk(m_link->deskName(), person != nullptr ? person->name : QString());
}

} // namespace frontdesk
