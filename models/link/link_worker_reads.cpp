#include "models/booking/catalogue_reader.h"
#include "models/booking/client_index.h"
#include "models/booking/client_keys.h"
#include "models/booking/client_search.h"
#include "models/link/link_worker_book.h"

#include <QElapsedTimer>

namespace frontdesk
{

namespace
{

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto readAgainAfter = 1s;
constexpr auto indexBeforeSearchFor = 100ms;

} // namespace

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
    return read<std::vector<ClientHit>>([&](Connection& on) {
        indexBeforeSearch(on);
        ClientsOrError found = findClients(on, m_keys, text, limit, m_setup.clock->now());
        if (const auto* error = std::get_if<StorageError>(&found)) {
            qWarning("search: %s", qPrintable(error->text));
            return std::vector<ClientHit>();
        }
        return std::get<std::vector<ClientHit>>(std::move(found));
    });
}

/// Clients typed in by hand are found by the first search already, not only when the indexer has come around. Whoever
/// has more of them than that takes goes on with the search; the indexer writes the rest.
void LinkWorker::indexBeforeSearch(Connection& on)
{
    if (m_indexed) {
        return;
    }
    m_indexed = true;
    QElapsedTimer spent;
    spent.start();
    const Reindexed done =
        reindexClients(on, m_keys, false, {}, [&spent] { return spent.elapsed() > indexBeforeSearchFor.count(); });
    if (done.error && done.error.kind != StorageError::Kind::Forbidden) {
        qWarning("search keys: %s", qPrintable(done.error.text));
    }
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

} // namespace frontdesk
