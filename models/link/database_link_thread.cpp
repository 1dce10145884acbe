#include "models/link/database_link_p.h"

#include <QRandomGenerator>

namespace frontdesk
{

namespace
{

using std::chrono_literals::operator""h;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

/// A statement ends after 4 s by the server's own clock, the wait for a lock after 3 s. Whoever hears nothing for
/// longer has a server that takes packets but doesn't answer.
constexpr auto cutAfter = 6s;
constexpr auto deadAfter = 7s;
/// As long as one turn of the GUI's event loop may take in answers.
constexpr auto turn = 10ms;
constexpr auto watchEvery = 250ms;

} // namespace

DatabaseLink::Private::Private(DatabaseLink* link, const DatabaseUrl& url, const Options& given)
    : q(link), options(given), m_watch(this), m_thread(std::make_unique<QThread>())
{
    if (!options.clock) {
        options.clock = std::make_shared<SystemClock>();
    }
    m_thread->setObjectName(QStringLiteral("database"));
    m_toGui->setReceiver(this);
    m_worker = new LinkWorker(
        {url, options.deskName, options.personName, options.clock, QRandomGenerator::global()->generate(), m_toWorker,
         m_pulse, [this, queue = m_toGui](Report report) {
             queue->push(CallQueue::Urgency::Later, 0, [this, report = std::move(report)] { take(report); });
         }});
    m_worker->moveToThread(m_thread.get());
    m_toWorker->setReceiver(m_worker);
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(&m_watch, &QTimer::timeout, this, &Private::watch);
}

DatabaseLink::Private::~Private()
{
    m_toGui->setReceiver(nullptr);
    if (!m_thread->isRunning()) {
        delete m_worker;
        return;
    }
    // Commands that were given are still carried out; reads aren't needed any more.
    m_toWorker->withdrawReads();
    m_toWorker->push(CallQueue::Urgency::Later, 0, [worker = m_worker, queue = m_toWorker] {
        queue->setReceiver(nullptr);
        worker->close();
        QThread::currentThread()->quit();
    });
    if (!m_thread->wait(2000)) {
        m_pulse->ending = true;
        m_pulse->socket.cut();
    }
    if (!m_thread->wait(10000)) {
        // It waits for something that nobody can cut, such as a name server. Destroying it would end the program.
        (void)m_thread.release();
    }
}

bool DatabaseLink::Private::event(QEvent* event)
{
    if (event->type() != CallQueue::wakeUp()) {
        return QObject::event(event);
    }
    const QPointer<Private> alive(this);
    const std::shared_ptr<CallQueue> queue = m_toGui;
    const auto start = PendingRequests::Clock::now();
    while (const auto call = queue->take()) {
        (*call)();
        if (!alive) {
            break;
        }
        if (PendingRequests::Clock::now() - start > turn) {
            queue->wake();
            break;
        }
    }
    return true;
}

void DatabaseLink::Private::start()
{
    m_thread->start();
    m_watch.start(watchEvery);
    m_toWorker->push(CallQueue::Urgency::First, 0, [worker = m_worker] { worker->open(); });
}

void DatabaseLink::Private::post(CallQueue::Urgency urgency, std::function<void(LinkWorker&)> call)
{
    m_toWorker->push(urgency, 0, [worker = m_worker, call = std::move(call)] { call(*worker); });
}

void DatabaseLink::Private::send(const Unanswered::Sent& sent, QObject* context,
                                 std::function<void(const Outcome&)> answer)
{
    const QString commandId = unanswered.idFor(sent);
    const std::function<Outcome(LinkWorker&)> work = [sent, commandId](LinkWorker& on) {
        const auto* save = std::get_if<SaveService>(&sent);
        return save ? on.saveService(save->id.value(), save->seen, save->fields, commandId)
                    : on.execute(std::get<Command>(sent), commandId);
    };
    // Without a context of the caller's, so that a lost answer is remembered even if nobody waits for it any more.
    const QPointer<QObject> guard(context);
    const bool guarded = context != nullptr;
    ask<Outcome>(
        CallQueue::Urgency::First, nullptr,
        [this, sent, commandId, guard, guarded, answer = std::move(answer)](const Outcome& outcome) {
            const auto* failed = std::get_if<StorageFailed>(&outcome);
            if (failed && failed->unreachable) {
                unanswered.remember(sent, commandId);
            }
            if (guard || !guarded) {
                answer(outcome);
            }
        },
        StorageFailed{true, state.problem}, work);
}

void DatabaseLink::Private::take(const Report& report)
{
    m_heard = options.clock->now();
    if (const auto* told = std::get_if<LinkState>(&report)) {
        m_told = *told;
        showState();
    } else if (const auto* read = std::get_if<CataloguePtr>(&report)) {
        catalogue = *read;
        emit q->catalogueChanged();
    } else if (const auto* signedIn = std::get_if<SignedIn>(&report)) {
        person = signedIn->person;
    } else if (const auto* rows = std::get_if<AppointmentsRead>(&report)) {
        appointments.apply(rows->rows);
        if (std::exchange(m_firstRead, false)) {
            emit q->firstRead();
        }
    } else if (const auto* serviceRows = std::get_if<ServicesRead>(&report)) {
        services.apply(serviceRows->rows);
    } else if (const auto* elsewhere = std::get_if<EditedElsewhere>(&report); *elsewhere != editing) {
        editing = *elsewhere;
        emit q->editingElsewhereChanged();
    }
}

void DatabaseLink::Private::watch()
{
    // A command that waits for one lock after the other waits long, too, but hears of it each time.
    const auto waiting =
        std::min<LinkPulse::Clock::duration>(m_pulse->waitingFor(), m_pulse->socket.silentFor().value_or(1h));
    if (waiting > cutAfter) {
        m_pulse->socket.cut();
    }
    if (m_isDead != (waiting > deadAfter)) {
        m_isDead = !m_isDead;
        showState();
    }
    for (const quint64 id : pending.giveUp(PendingRequests::Clock::now())) {
        m_toWorker->withdraw(id);
    }
}

void DatabaseLink::Private::showState()
{
    LinkState shown = m_told;
    if (m_isDead && shown.kind == LinkState::Kind::Live) {
        shown.kind = LinkState::Kind::Lost;
        shown.since = m_heard;
        shown.problem = QStringLiteral("the database does not answer");
    }
    if (!(shown == state)) {
        state = shown;
        emit q->stateChanged();
    }
}

} // namespace frontdesk
