#include "fake_bus.h"

#include "ui/booking_popup_clients.h"

#include <QTimer>

namespace frontdesk::test
{

void FakeBus::later(QObject* context, std::function<void()> run)
{
    QTimer::singleShot(0, context, std::move(run));
}

void FakeBus::submit(const Command& command, QObject* context, std::function<void(const Outcome&)> answer)
{
    sent.push_back(command);
    std::optional<Outcome> outcome;
    if (reply)
        outcome = reply(command);
    if (!outcome && (std::holds_alternative<HoldPlace>(command) || std::holds_alternative<ReleaseHold>(command)))
        outcome = Done{++m_nextId, RowVersion(1)};
    if (outcome)
        later(context, [answer, outcome = *outcome] { answer(outcome); });
    else
        m_waiting.push_back({context, std::move(answer)});
}

void FakeBus::answer(const Outcome& outcome)
{
    Q_ASSERT(!m_waiting.empty());
    const Waiting next = m_waiting.front();
    m_waiting.pop_front();
    if (next.context)
        next.answer(outcome);
}

void FakeBus::searchClients(const QString& text, int limit, QObject* context,
                            std::function<void(const std::vector<ClientHit>&)> answer)
{
    searches.push_back(text);
    const QStringList wanted = foldedForCompare(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<ClientHit> hits;
    for (const ClientHit& client : clients) {
        const QStringList parts = foldedForCompare(client.name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const bool byName = std::ranges::all_of(wanted, [&](const QString& part) {
            return std::ranges::any_of(parts, [&](const QString& own) { return own.startsWith(part); });
        });
        const bool byPhone = looksLikePhone(text) && digitsOf(client.phone).endsWith(digitsOf(text));
        if ((byName || byPhone) && int(hits.size()) < limit)
            hits.push_back(client);
    }
    const QPointer<QObject> alive = context;
    const auto run = [alive, answer, hits] {
        if (alive)
            answer(hits);
    };
    if (searchesWait)
        m_searches.push_back(run);
    else
        later(context, run);
}

void FakeBus::answerSearches()
{
    while (!m_searches.empty()) {
        const auto run = m_searches.front();
        m_searches.pop_front();
        run();
    }
}

void FakeBus::readClient(ClientId id, QObject* context, std::function<void(std::optional<ClientHit>)> answer)
{
    std::optional<ClientHit> found;
    for (const ClientHit& client : clients) {
        if (client.id == id)
            found = client;
    }
    later(context, [answer, found] { answer(found); });
}

void FakeBus::readAppointment(AppointmentId id, QObject* context,
                              std::function<void(std::optional<Appointment>)> answer)
{
    std::optional<Appointment> found;
    for (const Appointment& row : visits) {
        if (row.id == id)
            found = row;
    }
    later(context, [answer, found] { answer(found); });
}

void FakeBus::clientAppointments(ClientId id, TimeSlot within, QObject* context,
                                 std::function<void(const std::vector<Appointment>&)> answer)
{
    std::vector<Appointment> found;
    for (const Appointment& row : visits) {
        if (row.client == id && (row.slot.overlaps(within) || row.slot.touches(within)))
            found.push_back(row);
    }
    later(context, [answer, found] { answer(found); });
}

void FakeBus::timeline(AppointmentId, QObject* context, std::function<void(const std::vector<TimelineEntry>&)> answer)
{
    later(context, [answer] { answer({}); });
}

void FakeBus::announceEditing(const QString& table, qint64 id)
{
    editingTable = table;
    editingId = id;
}

CataloguePtr smallSalon()
{
    Catalogue book;
    Location place;
    place.id = LocationId(1);
    place.name = QStringLiteral("Salon");
    place.zone = *Zone::fromId("Europe/Berlin");
    place.currency = "EUR";
    place.country = "DE";
    for (size_t day = 0; day < 6; ++day)
        place.hours[day] = {{QTime(9, 0), QTime(18, 0)}};
    book.locations.push_back(place);
    const char* names[] = {"Ana Ruiz", "Ben Okafor", "Chloé Martin", "room 2"};
    for (int i = 0; i < 4; ++i) {
        Resource each;
        each.id = ResourceId(i + 1);
        each.location = place.id;
        each.kind = i < 3 ? ResourceKind::Staff : ResourceKind::Room;
        each.name = QString::fromUtf8(names[i]);
        each.hours = place.hours;
        each.position = i;
        book.resources.push_back(each);
    }
    const auto service = [&](qint64 id, const char* name, qint64 price, Steps steps, std::vector<ResourceId> able,
                             int after) {
        Service each;
        each.id = ServiceId(id);
        each.version = RowVersion(1);
        each.name = QString::fromUtf8(name);
        each.category = id < 3 ? QStringLiteral("Hair") : QStringLiteral("Body");
        each.price = {price, "EUR"};
        each.colour = QStringLiteral("#2f6fed");
        each.steps = std::move(steps);
        each.able = std::move(able);
        each.bufferAfter = Minutes(after);
        book.services.push_back(each);
    };
    const auto both = std::vector{ResourceKind::Staff, ResourceKind::Room};
    service(1, "Haircut", 4200, {{Minutes(45), {ResourceKind::Staff}}}, {ResourceId(1), ResourceId(2), ResourceId(3)},
            5);
    service(2, "Colour", 8600, {{Minutes(35), both}, {Minutes(40), {ResourceKind::Room}}, {Minutes(15), both}},
            {ResourceId(1), ResourceId(3), ResourceId(4)}, 10);
    service(3, "Massage", 7000, {{Minutes(60), {ResourceKind::Staff}}}, {ResourceId(3)}, 15);
    return std::make_shared<const Catalogue>(std::move(book));
}

Instant berlin(int hour, int minute)
{
    return Zone::fromId("Europe/Berlin")->meaningOf(QDate(2026, 11, 23), QTime(hour, minute)).first;
}

Appointment appointmentAt(qint64 id, int hour, int minute, qint64 staff, const QString& client)
{
    const CataloguePtr salon = smallSalon();
    Appointment row;
    row.id = AppointmentId(id);
    row.version = RowVersion(1);
    row.location = LocationId(1);
    row.client = ClientId(id);
    row.service = ServiceId(1);
    row.staff = ResourceId(staff);
    row.slot = {berlin(hour, minute), berlin(hour, minute) + Minutes(45)};
    row.bufferAfter = Minutes(5);
    row.takes = {{row.staff, Seconds(0), Minutes(50), 1}};
    row.price = {4200, "EUR"};
    row.source = QStringLiteral("desk");
    row.zone = "Europe/Berlin";
    row.clientName = client;
    row.serviceName = QStringLiteral("Haircut");
    row.serviceColour = QStringLiteral("#2f6fed");
    row.staffName = salon->resource(row.staff)->name;
    row.changedByName = QStringLiteral("Maya");
    row.changedDesk = QStringLiteral("Desk 2");
    return row;
}

std::vector<ClientHit> fiveClients()
{
    const auto client = [](qint64 id, const char* name, const char* phone, qint64 service, int day) {
        ClientHit hit;
        hit.id = ClientId(id);
        hit.version = RowVersion(1);
        hit.name = QString::fromUtf8(name);
        hit.phone = QString::fromUtf8(phone);
        hit.lastService = ServiceId(service);
        if (service) {
            hit.lastStaff = ResourceId(1);
            hit.lastVisit = instantFromUnix(1791500000) - std::chrono::days(day);
            hit.visits = 3;
        }
        return hit;
    };
    std::vector<ClientHit> clients{
        client(1, "Lena Fischer", "+49 151 2345 6789", 2, 0), client(2, "Lennart Holm", "+46 70 555 0123", 1, 20),
        client(3, "Marie-Hélène Roy", "+33 6 12 34 56 78", 0, 0), client(4, "Omar Haddad", "+49 170 555 0199", 1, 3),
        client(5, "Omar Haddad", "+49 170 555 0142", 1, 9)};
    clients[0].alert = QStringLiteral("allergic to PPD — patch test 2026-05-11");
    return clients;
}

} // namespace frontdesk::test
