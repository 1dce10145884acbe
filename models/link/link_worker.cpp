#include "models/link/link_worker.h"

#include "models/booking/catalogue_reader.h"
#include "models/booking/client_keys.h"
#include "models/booking/client_search.h"
#include "models/booking/command_executor.h"
#include "models/changes/change_feed.h"
#include "models/tables/appointment_table_model.h"

#include <QSocketNotifier>

namespace frontdesk
{

namespace
{

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto probeEvery = 3s;
constexpr auto beatEvery = 10s;
constexpr auto desksAtMostEvery = 300ms;
constexpr auto readAgainAfter = 1s;
constexpr auto indexAfter = 2s;
/// A command whose answer was lost is sent again if that can still be quick.
constexpr auto quickRetry = 2s;

bool isUnreachable(const Outcome& outcome)
{
    const auto* failed = std::get_if<StorageFailed>(&outcome);
    return failed && failed->unreachable;
}

/// What may pass by itself, so that another try makes sense.
bool mayPass(OpenProblem problem)
{
    return problem == OpenProblem::NoServer || problem == OpenProblem::DiskFull || problem == OpenProblem::Other;
}

} // namespace

/// The connection and everything that lives on it, in the order in which it has to go.
class LinkWorker::Book
{
public:
    Book(std::unique_ptr<Connection> opened, const Clock& clock)
        : connection(std::move(opened)),
          executor(*connection, clock),
          appointments(*connection),
          services(*connection, QStringLiteral("service")),
          feed(ChangeFeed::make(*connection))
    {
    }

    std::unique_ptr<Connection> connection;
    CommandExecutor executor;
    AppointmentTableModel appointments;
    VersionedTableModel services;
    std::unique_ptr<ChangeFeed> feed;
    std::unique_ptr<QSocketNotifier> closing;
};

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
    if (!m_book) {
        return;
    }
    const LinkPulse::Waiting waiting(*m_setup.pulse);
    const StorageError error = m_presence.sayHere(connection());
    noticeLoss();
    if (error && m_book) {
        qWarning("presence: %s", qPrintable(error.text));
    }
    // A desk that was killed between its commit and its hint told nobody.
    mark({Part::Desks, Part::Appointments});
}

void LinkWorker::announceEditing(const QString& table, qint64 id)
{
    m_presence.setEditing(table, id);
    beat();
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

void LinkWorker::readNext()
{
    if (!m_book || m_stale.empty()) {
        return;
    }
    const Part part = *m_stale.begin();
    m_stale.erase(m_stale.begin());
    StorageError error;
    {
        const LinkPulse::Waiting waiting(*m_setup.pulse);
        error = readPart(part);
    }
    if (!error) {
        m_heard = m_setup.clock->now();
    } else if (error.kind == StorageError::Kind::Unreachable || connection().isLost()) {
        lose(error.text);
    } else {
        qWarning("reading again: %s", qPrintable(error.text));
        QTimer::singleShot(readAgainAfter, this, [this, part] { mark({part}); });
    }
    if (!m_next.isActive()) {
        m_next.start(0);
    }
}

StorageError LinkWorker::readPart(Part part)
{
    switch (part) {
    case Part::Catalogue:
        return readWholeCatalogue();
    case Part::Appointments:
        return readAppointments();
    case Part::Services:
        return readServices();
    case Part::Desks:
        break;
    }
    return readDesks();
}

StorageError LinkWorker::readWholeCatalogue()
{
    const CatalogueOrError read = readCatalogue(connection());
    if (const auto* error = std::get_if<StorageError>(&read)) {
        return *error;
    }
    const auto& catalogue = std::get<CataloguePtr>(read);
    m_book->executor.setCatalogue(catalogue);
    if (!m_catalogue || !(*m_catalogue == *catalogue)) {
        m_catalogue = catalogue;
        m_setup.tell(catalogue);
    }
    return {};
}

StorageError LinkWorker::readAppointments()
{
    if (!m_location.isValid()) {
        return {};
    }
    AppointmentTableModel& model = m_book->appointments;
    model.setRange(m_location, m_range);
    if (!model.select()) {
        return classify(model.lastError(), connection().dialect());
    }
    // The same rows are the same snapshot: the mirror then has nothing to compare.
    TableSnapshotPtr rows = model.snapshot();
    if (!m_appointmentRows || m_appointmentRows->rows != rows->rows) {
        m_appointmentRows = rows;
    }
    m_setup.tell(AppointmentsRead{m_appointmentRows});
    const Instant now = m_setup.clock->now();
    if (const auto end = model.nextHoldEnd(now)) {
        m_holdEnd.start(std::min<std::chrono::milliseconds>(*end - now + 100ms, 3600s));
    } else {
        m_holdEnd.stop();
    }
    return {};
}

StorageError LinkWorker::readServices()
{
    if (!m_book->services.select()) {
        return classify(m_book->services.lastError(), connection().dialect());
    }
    m_setup.tell(ServicesRead{m_book->services.snapshot()});
    return {};
}

StorageError LinkWorker::readDesks()
{
    const Presence::Others others = m_presence.readOthers(connection());
    if (others.error) {
        return others.error.kind == StorageError::Kind::Forbidden ? StorageError() : others.error;
    }
    if (others.desks != m_state.desks) {
        m_state.desks = others.desks;
        m_setup.tell(m_state);
    }
    m_setup.tell(others.editing);
    return {};
}

StorageError LinkWorker::readPerson()
{
    const Connection::Result result =
        connection().run(QStringLiteral("person_of_login"), {{QStringLiteral("name"), m_setup.personName}});
    if (result.error) {
        return result.error.kind == StorageError::Kind::Forbidden ? StorageError() : result.error;
    }
    m_person = result.query->next() ? PersonId(result.query->value(0).toLongLong()) : PersonId();
    m_presence.setPerson(m_person);
    m_setup.tell(SignedIn{m_person});
    return {};
}

std::vector<ClientHit> LinkWorker::searchClients(const QString& text, int limit)
{
    if (!m_keys) {
        m_keys = std::make_unique<ClientKeys>();
    }
    return read<std::vector<ClientHit>>([&](Connection& on) {
        ClientsOrError found = findClients(on, *m_keys, text, limit, m_setup.clock->now());
        if (const auto* error = std::get_if<StorageError>(&found)) {
            qWarning("search: %s", qPrintable(error->text));
            return std::vector<ClientHit>();
        }
        return std::get<std::vector<ClientHit>>(std::move(found));
    });
}

std::optional<ClientHit> LinkWorker::readClient(ClientId id)
{
    return read<std::optional<ClientHit>>([&](Connection& on) {
        ClientOrError found = readClientHit(on, id, m_setup.clock->now());
        if (const auto* error = std::get_if<StorageError>(&found)) {
            qWarning("client: %s", qPrintable(error->text));
            return std::optional<ClientHit>();
        }
        return std::get<std::optional<ClientHit>>(std::move(found));
    });
}

Outcome LinkWorker::execute(const Command& command, const QString& commandId)
{
    return whileOpen([&] { return m_book->executor.execute(command, Sender{m_person, m_setup.deskName, commandId}); });
}

Outcome LinkWorker::whileOpen(const std::function<Outcome()>& work)
{
    if (!m_book) {
        return StorageFailed{true, m_state.problem};
    }
    const auto start = LinkPulse::Clock::now();
    Outcome outcome = work();
    noticeLoss();
    // Whether it was stored is unknown. It carries its id, so that sent again it takes effect once.
    if (isUnreachable(outcome) && !m_book && LinkPulse::Clock::now() - start < quickRetry && tryOpen()) {
        outcome = work();
        noticeLoss();
    }
    if (m_book) {
        m_book->feed->committedHere();
    }
    return outcome;
}

Outcome LinkWorker::saveService(qint64 id, RowVersion seen, const QVariantMap& fields, const QString& commandId)
{
    return whileOpen([&] { return saveServiceOnce(id, seen, fields, commandId); });
}

Outcome LinkWorker::saveServiceOnce(qint64 id, RowVersion seen, const QVariantMap& fields, const QString& commandId)
{
    QVariantMap row = fields;
    row.insert(QStringLiteral("changed_by"), sqlValue(m_person));
    row.insert(QStringLiteral("changed_desk"), m_setup.deskName);
    row.insert(QStringLiteral("command_id"), commandId);
    const VersionedTableModel::Saved saved = m_book->services.save(id, seen.value(), row);
    switch (saved.error.kind) {
    case StorageError::Kind::None:
        return Done{saved.id, RowVersion(saved.version)};
    case StorageError::Kind::Stale:
        return serviceConflict(id, saved.version);
    case StorageError::Kind::Gone:
        return Gone{};
    case StorageError::Kind::Forbidden:
        return Forbidden{};
    case StorageError::Kind::Rule:
        return RuleBroken{saved.error.rule, false, saved.error.rule};
    case StorageError::Kind::Unreachable:
        return StorageFailed{true, saved.error.text};
    default:
        return StorageFailed{connection().isLost(), saved.error.text};
    }
}

Outcome LinkWorker::serviceConflict(qint64 id, qint64 version)
{
    VersionConflict conflict;
    conflict.current.service = ServiceId(id);
    conflict.current.version = RowVersion(version);
    const Connection::Result result = connection().run(QStringLiteral("change_of_version"),
                                                       {{QStringLiteral("table_name"), QStringLiteral("service")},
                                                        {QStringLiteral("id"), id},
                                                        {QStringLiteral("version"), version}});
    if (!result.error && result.query->next()) {
        conflict.changedAt = instantFromUnix(result.query->value(0).toLongLong());
        conflict.changedBy = result.query->value(1).toString();
        conflict.changedDesk = result.query->value(2).toString();
    }
    if (m_book->services.select()) {
        const int row = m_book->services.rowOf(id);
        const TableSnapshotPtr rows = m_book->services.snapshot();
        for (int column = 0; row >= 0 && column < rows->columns.size(); ++column) {
            conflict.fields.insert(rows->columns.at(column), rows->rows[size_t(row)][size_t(column)]);
        }
    }
    return conflict;
}

void LinkWorker::tellState(LinkState::Kind kind, const QString& problem)
{
    m_state.kind = kind;
    m_state.problem = problem;
    m_state.since = kind == LinkState::Kind::Lost ? m_heard : Instant();
    m_setup.tell(m_state);
}

} // namespace frontdesk
