#include "models/link/database_link.h"

#include "models/link/book_reads.h"
#include "models/link/link_worker.h"
#include "models/link/pending_requests.h"
#include "models/link/unanswered.h"

#include <QRandomGenerator>
#include <QThread>

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
constexpr auto patience = 9s;
/// As long as one turn of the GUI's event loop may take in answers.
constexpr auto turn = 10ms;
constexpr auto watchEvery = 250ms;

} // namespace

class DatabaseLink::Private final : public QObject
{
public:
    Private(DatabaseLink* link, const DatabaseUrl& url, const Options& options);
    ~Private() override;

    bool event(QEvent* event) override;
    void start();
    [[nodiscard]] bool isDown() const
    {
        return state.kind == LinkState::Kind::Lost || state.kind == LinkState::Kind::Refused;
    }
    /// Runs on the database thread, unless the link is down, when it is dropped.
    void post(CallQueue::Urgency urgency, std::function<void(LinkWorker&)> call);
    template <class T>
    quint64 ask(CallQueue::Urgency urgency, QObject* context, std::function<void(const T&)> answer, T none,
                std::function<T(LinkWorker&)> work);
    template <class T>
    quint64 askBook(QObject* context, std::function<void(const T&)> answer, std::function<T(Connection&)> reader)
    {
        return ask<T>(CallQueue::Urgency::Later, context, std::move(answer), T(),
                      [reader = std::move(reader)](LinkWorker& on) { return on.read<T>(reader); });
    }
    void send(const Unanswered::Sent& sent, QObject* context, std::function<void(const Outcome&)> answer);
    void answered(quint64 id, const PendingRequests::Answer& answer) { pending.answer(id, answer); }
    void drop(quint64 id)
    {
        pending.forget(id);
        m_toWorker->withdraw(id);
    }

    DatabaseLink* q;
    Options options;
    QString databaseName;
    AppointmentMirror appointments;
    TableMirror services;
    CataloguePtr catalogue = std::make_shared<Catalogue>();
    PersonId person;
    LinkState state;
    EditedElsewhere editing;
    PendingRequests pending;
    Unanswered unanswered;
    QHash<QObject*, quint64> searches;

private:
    void take(const Report& report);
    void watch();
    void showState();

    LinkState m_told;      ///< as the database thread sees it
    Instant m_heard{};     ///< the last time that it told anything
    bool m_isDead = false; ///< it has been waiting for too long
    bool m_firstRead = true;
    std::shared_ptr<CallQueue> m_toWorker = std::make_shared<CallQueue>();
    std::shared_ptr<CallQueue> m_toGui = std::make_shared<CallQueue>();
    std::shared_ptr<LinkPulse> m_pulse = std::make_shared<LinkPulse>();
    QTimer m_watch;
    std::unique_ptr<QThread> m_thread;
    LinkWorker* m_worker; ///< deleted by its thread
};

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

template <class T>
quint64 DatabaseLink::Private::ask(CallQueue::Urgency urgency, QObject* context, std::function<void(const T&)> answer,
                                   T none, std::function<T(LinkWorker&)> work)
{
    const quint64 id = pending.add<T>(context, std::move(answer), std::move(none), patience);
    if (isDown()) {
        m_toGui->push(CallQueue::Urgency::Later, id, [this, id] { answered(id, PendingRequests::NoAnswer{}); });
        return id;
    }
    m_toWorker->push(urgency, id, [this, id, worker = m_worker, queue = m_toGui, work = std::move(work)] {
        queue->push(CallQueue::Urgency::Later, id, [this, id, value = work(*worker)] { answered(id, value); });
    });
    return id;
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

DatabaseLink::DatabaseLink(const DatabaseUrl& url, Options options, QObject* parent)
    : CommandBus(parent), d(std::make_unique<Private>(this, url, options))
{
}

DatabaseLink::~DatabaseLink() = default;

void DatabaseLink::start()
{
    d->start();
}

const LinkState& DatabaseLink::state() const
{
    return d->state;
}

CataloguePtr DatabaseLink::catalogue() const
{
    return d->catalogue;
}

PersonId DatabaseLink::person() const
{
    return d->person;
}

QString DatabaseLink::deskName() const
{
    return d->options.deskName;
}

AppointmentMirror* DatabaseLink::appointments() const
{
    return &d->appointments;
}

TableMirror* DatabaseLink::services() const
{
    return &d->services;
}

void DatabaseLink::showRange(LocationId location, TimeSlot range)
{
    d->post(CallQueue::Urgency::Later, [location, range](LinkWorker& on) { on.showRange(location, range); });
}

void DatabaseLink::reread()
{
    d->post(CallQueue::Urgency::Later, [](LinkWorker& on) { on.rereadAll(); });
}

std::vector<EditingElsewhere> DatabaseLink::editingElsewhere() const
{
    return d->editing;
}

void DatabaseLink::announceEditing(const QString& table, qint64 id)
{
    d->post(CallQueue::Urgency::Later, [table, id](LinkWorker& on) { on.announceEditing(table, id); });
}

void DatabaseLink::submit(const Command& command, QObject* context, std::function<void(const Outcome&)> answer)
{
    d->send(command, context, std::move(answer));
}

void DatabaseLink::saveService(qint64 id, RowVersion seen, const QVariantMap& fields, QObject* context,
                               std::function<void(const Outcome&)> answer)
{
    d->send(SaveService{ServiceId(id), seen, fields}, context, std::move(answer));
}

void DatabaseLink::searchClients(const QString& text, int limit, QObject* context,
                                 std::function<void(const std::vector<ClientHit>&)> answer)
{
    // Only the latest search of a field is of interest: an earlier one is neither run nor answered any more.
    if (const quint64 earlier = d->searches.value(context)) {
        d->drop(earlier);
    }
    d->searches.insert(context, d->ask<std::vector<ClientHit>>(
                                    CallQueue::Urgency::Later, context, std::move(answer), {},
                                    [text, limit](LinkWorker& on) { return on.searchClients(text, limit); }));
}

void DatabaseLink::readClient(ClientId id, QObject* context, std::function<void(std::optional<ClientHit>)> answer)
{
    d->ask<std::optional<ClientHit>>(CallQueue::Urgency::Later, context, std::move(answer), std::nullopt,
                                     [id](LinkWorker& on) { return on.readClient(id); });
}

void DatabaseLink::readAppointment(AppointmentId id, QObject* context,
                                   std::function<void(std::optional<Appointment>)> answer)
{
    d->askBook<std::optional<Appointment>>(context, std::move(answer), [id](Connection& connection) {
        return frontdesk::readAppointment(connection, id);
    });
}

void DatabaseLink::clientAppointments(ClientId id, TimeSlot within, QObject* context,
                                      std::function<void(const std::vector<Appointment>&)> answer)
{
    d->askBook<std::vector<Appointment>>(context, std::move(answer), [id, within](Connection& connection) {
        return readClientAppointments(connection, id, within);
    });
}

void DatabaseLink::timeline(AppointmentId id, QObject* context,
                            std::function<void(const std::vector<TimelineEntry>&)> answer)
{
    d->askBook<std::vector<TimelineEntry>>(
        context, std::move(answer), [id](Connection& connection) { return frontdesk::readTimeline(connection, id); });
}

void DatabaseLink::dayLoads(LocationId location, TimeSlot range, QObject* context,
                            std::function<void(const QHash<QDate, Seconds>&)> answer)
{
    d->askBook<QHash<QDate, Seconds>>(context, std::move(answer), [location, range](Connection& connection) {
        return readDayLoads(connection, location, range);
    });
}

void DatabaseLink::servicesAhead(QObject* context, std::function<void(const QHash<qint64, int>&)> answer)
{
    d->askBook<QHash<qint64, int>>(context, std::move(answer), [clock = d->options.clock](Connection& connection) {
        return readServicesAhead(connection, clock ? clock->now() : SystemClock().now());
    });
}

void DatabaseLink::serviceImpact(const Service& edited, QObject* context,
                                 std::function<void(const ServiceImpact&)> answer)
{
    d->askBook<ServiceImpact>(context, std::move(answer),
                              [clock = d->options.clock, catalogue = d->catalogue, edited](Connection& connection) {
                                  const Instant now = clock ? clock->now() : SystemClock().now();
                                  return readServiceImpact(connection, *catalogue, edited, now);
                              });
}

} // namespace frontdesk
