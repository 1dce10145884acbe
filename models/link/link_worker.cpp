#include "models/link/link_worker.h"

#include "models/booking/client_keys.h"
#include "models/booking/hold_sweeper.h"
#include "models/link/link_worker_book.h"

namespace frontdesk
{

namespace
{

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto probeEvery = 3s;
constexpr auto beatEvery = 10s;
constexpr auto desksAtMostEvery = 300ms;
constexpr auto indexAfter = 2s;
constexpr int sweptAtOnce = 20;

/// What may pass by itself, so that another try makes sense.
bool mayPass(OpenProblem problem)
{
    return problem == OpenProblem::NoServer || problem == OpenProblem::DiskFull || problem == OpenProblem::Other;
}

} // namespace

LinkWorker::LinkWorker(Setup setup)
    : m_setup(std::move(setup)),
      m_presence(m_setup.deskName),
      m_backOff(m_setup.seed),
      m_next(this),
      m_retry(this),
      m_probe(this),
      m_beat(this),
      m_holdEnd(this),
      m_index(this),
      m_desksSoon(this)
{
    m_state.database =
        m_setup.url.dialect() == Dialect::Sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL");
    for (QTimer* timer : {&m_next, &m_retry, &m_holdEnd, &m_index, &m_desksSoon}) {
        timer->setSingleShot(true);
    }
    connect(&m_next, &QTimer::timeout, this, &LinkWorker::takeCall);
    connect(&m_retry, &QTimer::timeout, this, [this] { (void)tryOpen(); });
    connect(&m_probe, &QTimer::timeout, this, &LinkWorker::probe);
    connect(&m_beat, &QTimer::timeout, this, &LinkWorker::beat);
    connect(&m_holdEnd, &QTimer::timeout, this, [this] { mark({Part::Appointments}); });
    connect(&m_index, &QTimer::timeout, this, [this] { m_indexer.start(m_setup.url); });
    connect(&m_desksSoon, &QTimer::timeout, this, [this] { mark({Part::Desks}); });
}

LinkWorker::~LinkWorker() = default;

Connection& LinkWorker::connection() const
{
    return *m_book->connection;
}

bool LinkWorker::event(QEvent* event)
{
    if (event->type() == CallQueue::wakeUp()) {
        takeCall();
        return true;
    }
    return QObject::event(event);
}

void LinkWorker::takeCall()
{
    // One thing a turn: between two, the event loop hears notifications and timers.
    if (const auto call = m_setup.calls->take()) {
        const LinkPulse::Waiting waiting(*m_setup.pulse);
        (*call)();
        if (m_book) { // its answer is on its way
            m_book->executor.tellOthers();
        }
        m_next.start(0);
    } else {
        readNext();
    }
}

void LinkWorker::open()
{
    tellState(LinkState::Kind::Connecting);
    (void)tryOpen();
}

bool LinkWorker::tryOpen()
{
    closeBook();
    if (m_setup.pulse->ending) {
        return false;
    }
    Connection::Opened opened = Connection::open(m_setup.url);
    if (!opened.connection) {
        refuse(opened.problem, opened.detail);
        return false;
    }
    const LinkPulse::Waiting waiting(*m_setup.pulse);
    m_setup.pulse->socket.hold(opened.connection->database());
    m_book = std::make_unique<Book>(std::move(opened.connection), *m_setup.clock);
    // Listen first, read after: what is committed between the two is heard of.
    connect(m_book->feed.get(), &ChangeFeed::changed, this, &LinkWorker::hear);
    connect(
        m_book->feed.get(), &ChangeFeed::lost, this, [this] { lose(QStringLiteral("the database does not answer")); },
        Qt::QueuedConnection);
    if (!m_book->feed->open() || readPerson() || readWholeCatalogue()) {
        lose(QStringLiteral("lost while connecting"));
        return false;
    }
    if (const int descriptor = m_setup.pulse->socket.descriptor(); descriptor >= 0) {
        m_book->closing = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        connect(m_book->closing.get(), &QSocketNotifier::activated, this, [this] {
            if (m_setup.pulse->socket.isClosed()) {
                QMetaObject::invokeMethod(
                    this, [this] { noticeLoss(); }, Qt::QueuedConnection);
            }
        });
        m_probe.start(probeEvery);
    }
    fillBook();
    return true;
}

void LinkWorker::fillBook()
{
    m_backOff.reset();
    m_wasLive = true;
    m_heard = m_setup.clock->now();
    m_beat.start(beatEvery);
    tellState(LinkState::Kind::Live);
    mark({Part::Appointments, Part::Services});
    m_index.start(indexAfter);
    // The day is drawn first.
    QTimer::singleShot(desksAtMostEvery, this, &LinkWorker::beat);
}

void LinkWorker::refuse(OpenProblem problem, const QString& detail)
{
    const bool again = mayPass(problem);
    if (again && m_wasLive) {
        tellState(LinkState::Kind::Lost, detail);
    } else {
        qWarning("%s: %s %s", qPrintable(m_setup.url.text()), qPrintable(codeOf(problem)), qPrintable(detail));
        tellState(LinkState::Kind::Refused, codeOf(problem));
    }
    if (again) {
        m_retry.start(m_backOff.next());
    }
}

void LinkWorker::lose(const QString& text)
{
    if (!m_book) {
        return;
    }
    qWarning("%s lost: %s", qPrintable(m_setup.url.text()), qPrintable(text));
    closeBook();
    tellState(m_wasLive ? LinkState::Kind::Lost : LinkState::Kind::Connecting, text);
    m_retry.start(m_backOff.next());
}

void LinkWorker::closeBook()
{
    for (QTimer* timer : {&m_probe, &m_beat, &m_holdEnd, &m_index, &m_desksSoon, &m_retry}) {
        timer->stop();
    }
    m_setup.pulse->socket.cut(); // so that closing doesn't wait for a server that doesn't answer
    m_book.reset();
    m_setup.pulse->socket.release();
}

void LinkWorker::close()
{
    if (m_book) {
        const LinkPulse::Waiting waiting(*m_setup.pulse);
        m_presence.leave(connection());
        m_book.reset();
    }
    closeBook();
}

void LinkWorker::noticeLoss()
{
    if (m_book && (connection().isLost() || m_setup.pulse->socket.isClosed())) {
        lose(QStringLiteral("the connection was closed"));
    }
}

void LinkWorker::probe()
{
    if (!m_book) {
        return;
    }
    const LinkPulse::Waiting waiting(*m_setup.pulse);
    const StorageError error = connection().run(QStringLiteral("probe")).error;
    if (error) {
        lose(error.text);
    } else {
        m_heard = m_setup.clock->now();
    }
}

void LinkWorker::beat()
{
    sayHere();
    sweep();
    // A desk that was killed between its commit and its hint told nobody.
    mark({Part::Desks, Part::Appointments});
}

void LinkWorker::sayHere()
{
    if (!m_book) {
        return;
    }
    const LinkPulse::Waiting waiting(*m_setup.pulse);
    const StorageError error = m_presence.sayHere(connection());
    noticeLoss();
    if (error && m_book) {
        qWarning("presence: %s", qPrintable(error.text));
    }
}

void LinkWorker::sweep()
{
    if (!m_book) {
        return;
    }
    const LinkPulse::Waiting waiting(*m_setup.pulse);
    const Swept swept = sweepRunOutHolds(connection(), {m_person, m_setup.deskName, {}}, sweptAtOnce);
    noticeLoss();
    if (!m_book) {
        return;
    }
    if (swept.expired + swept.deskHolds > 0) {
        m_book->feed->committedHere();
    }
    // Another desk is at it, or this login may only read: somebody else, or the next beat, does it.
    const StorageError::Kind kind = swept.error.kind;
    if (swept.error && kind != StorageError::Kind::Busy && kind != StorageError::Kind::Forbidden) {
        qWarning("run-out holds: %s", qPrintable(swept.error.text));
    }
}

void LinkWorker::announceEditing(const QString& table, qint64 id)
{
    m_presence.setEditing(table, id);
    sayHere();
}

void LinkWorker::showRange(LocationId location, TimeSlot range)
{
    // With a neighbour on each side, so that the next step doesn't wait.
    const Seconds length = range.length();
    m_location = location;
    m_range = {range.start - length, range.end + length};
    mark({Part::Appointments});
}

void LinkWorker::rereadAll()
{
    if (m_retry.isActive()) {
        m_retry.start(0);
    }
    mark({Part::Catalogue, Part::Appointments, Part::Services, Part::Desks});
}

void LinkWorker::hear(const QSet<QString>& tables)
{
    const auto any = [&](std::initializer_list<const char*> names) {
        return std::ranges::any_of(names, [&](const char* name) { return tables.contains(QLatin1StringView(name)); });
    };
    if (any({"appointment", "desk_hold", "client", "service", "resource", "person"})) {
        mark({Part::Appointments});
    }
    if (any({"service", "resource", "location", "person", "business", "closure", "time_off"})) {
        mark({Part::Catalogue});
    }
    if (any({"service"})) {
        mark({Part::Services});
    }
    if (any({"desk"}) && !m_desksSoon.isActive()) {
        m_desksSoon.start(desksAtMostEvery);
    }
}

void LinkWorker::mark(std::initializer_list<Part> parts)
{
    m_stale.insert(parts);
    if (!m_next.isActive()) {
        m_next.start(0);
    }
}

void LinkWorker::tellState(LinkState::Kind kind, const QString& problem)
{
    m_state.kind = kind;
    m_state.problem = problem;
    m_state.since = kind == LinkState::Kind::Lost ? m_heard : Instant();
    m_setup.tell(m_state);
}

} // namespace frontdesk
