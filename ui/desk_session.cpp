#include "ui/desk_session.h"

#include "models/storage/database_url.h"
#include "models/storage/open_problem.h"
#include "ui/calendar_view.h"

#include <QTimer>

namespace frontdesk
{

DeskSession::DeskSession(const DatabaseUrl& url, const DatabaseLink::Options& options, const Clock& clock,
                         QSettings* settings)
    : m_url(std::make_unique<DatabaseUrl>(url)), m_link(std::make_unique<DatabaseLink>(url, options))
{
    m_url->setPassword({});
    BookAccess book;
    book.bus = m_link.get();
    book.appointments = m_link->appointments();
    book.catalogue = [link = m_link.get()] { return link->catalogue(); };
    book.clock = &clock;
    book.person = [link = m_link.get()] { return link->person(); };
    book.editingElsewhere = [link = m_link.get()] { return link->editingElsewhere(); };
    m_services = std::make_unique<LinkServiceStore>(m_link.get());
    m_window = std::make_unique<DayWindow>(book, settings);
    book.inSight = [window = m_window.get()](AppointmentId id) { return window->isInSight(id); };
    m_conversation = std::make_unique<BookingConversation>(book, m_window.get());
    joinLink();
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

void DeskSession::joinLink()
{
    DatabaseLink* link = m_link.get();
    DayWindow* window = m_window.get();
    connect(link, &DatabaseLink::stateChanged, this, &DeskSession::showState);
    connect(link, &DatabaseLink::catalogueChanged, this, [this] {
        m_window->bookChanged();
        showState();
    });
    connect(link, &DatabaseLink::editingElsewhereChanged, window,
            [link, window] { window->setEditingElsewhere(link->editingElsewhere()); });
    connect(window, &DayWindow::rangeNeeded, link, &DatabaseLink::showRange);
    connect(window, &DayWindow::loadsNeeded, link, [link, window](LocationId location, TimeSlot range, Instant now) {
        link->dayLoads(location, range, now, window, [window, location, range](const std::optional<DayLoads>& loads) {
            window->setLoads(location, range, loads);
        });
    });
    connect(window, &DayWindow::rereadRequested, link, &DatabaseLink::reread);
    connect(link, &DatabaseLink::firstRead, this, [this] {
        // The view plans in the next turn of the event loop; the one after it has painted.
        QTimer::singleShot(0, this, [this] {
            m_window->calendar()->viewport()->repaint();
            m_drawn = true;
            emit drawn();
        });
    });
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
    window->setUndo(talk->undoText(), talk->redoText());
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
