#include "tests/ui/day_fixture.h"

#include "tests/ui/snapshots.h"

#include <QTimer>

namespace frontdesk::test
{

namespace
{

WeeklyHours week(const char* from, const char* breakFrom, const char* breakTo, const char* until)
{
    const auto time = [](const char* text) {
        return QTime::fromString(QString::fromLatin1(text), QStringLiteral("HH:mm"));
    };
    WeeklyHours hours;
    for (size_t day = 0; day < 6; ++day) {
        if (breakFrom != nullptr)
            hours[day] = {{time(from), time(breakFrom)}, {time(breakTo), time(until)}};
        else
            hours[day] = {{time(from), time(until)}};
    }
    return hours;
}

Resource resource(qint64 id, const QString& name, const char* initials, ResourceKind kind, WeeklyHours hours)
{
    Resource r;
    r.id = ResourceId(id);
    r.version = RowVersion(1);
    r.location = LocationId(1);
    r.kind = kind;
    r.name = name;
    r.initials = QString::fromUtf8(initials);
    r.hours = std::move(hours);
    r.position = id;
    return r;
}

Service makeService(qint64 id, const QString& name, const char* colour, Steps steps, std::vector<qint64> able,
                    int after)
{
    Service s;
    s.id = ServiceId(id);
    s.version = RowVersion(1);
    s.name = name;
    s.price = {4200 + id * 1100, "EUR"};
    s.colour = QString::fromLatin1(colour);
    s.steps = std::move(steps);
    for (const qint64 resourceId : able)
        s.able.push_back(ResourceId(resourceId));
    s.bufferAfter = Minutes(after);
    return s;
}

Step step(int minutes, std::vector<ResourceKind> keeps)
{
    return {Minutes(minutes), std::move(keeps)};
}

CataloguePtr salon()
{
    auto book = std::make_shared<Catalogue>();
    Location location;
    location.id = LocationId(1);
    location.version = RowVersion(1);
    location.name = QStringLiteral("Salon");
    location.zone = *Zone::fromId("Europe/Berlin");
    location.currency = "EUR";
    location.country = "DE";
    location.hours = week("09:00", nullptr, nullptr, "18:00");
    book->locations = {location};
    using K = ResourceKind;
    book->resources = {
        resource(1, QStringLiteral("Ana Ruiz"), "AR", K::Staff, week("09:00", "13:00", "14:00", "18:00")),
        resource(2, QStringLiteral("Ben Okafor"), "BO", K::Staff, week("09:00", "13:00", "14:00", "18:00")),
        resource(3, QString::fromUtf8("Chloé Martin"), "CM", K::Staff, week("09:00", "12:30", "13:30", "18:00")),
        resource(4, QStringLiteral("Dmitri Volkov"), "DV", K::Staff, week("09:00", "13:00", "14:00", "18:00")),
        resource(5, QString::fromUtf8("陈美玲"), "", K::Staff, week("09:00", "12:00", "13:00", "18:00")),
        resource(6, QStringLiteral("Farah Aziz"), "FA", K::Staff, week("09:00", "13:00", "14:00", "18:00")),
        resource(7, QStringLiteral("Room 1"), "", K::Room, week("09:00", nullptr, nullptr, "18:00")),
        resource(8, QStringLiteral("Room 2"), "", K::Room, week("09:00", nullptr, nullptr, "18:00")),
    };
    book->services = {
        makeService(1, QStringLiteral("Haircut"), "#2f6fed", {step(45, {K::Staff})}, {1, 2, 3, 5, 6}, 5),
        makeService(2, QStringLiteral("Colour"), "#c2317f",
                    {step(35, {K::Staff, K::Room}), step(40, {K::Room}), step(15, {K::Staff, K::Room})}, {1, 3, 7, 8},
                    10),
        makeService(3, QStringLiteral("Massage"), "#b0761b", {step(60, {K::Staff})}, {3, 4}, 15),
        makeService(4, QStringLiteral("Beard trim"), "#0f9d6a", {step(20, {K::Staff})}, {2, 4}, 5),
        makeService(5, QStringLiteral("Consult"), "#7a4fd6", {step(30, {K::Staff})}, {5, 6}, 0),
    };
    return book;
}

} // namespace

DayFixture::DayFixture(QDate onDate) : catalogue(salon()), date(onDate), zone(*Zone::fromId("Europe/Berlin")) {}

Instant DayFixture::at(const char* wall) const
{
    return zone.meaningOf(date, QTime::fromString(QString::fromLatin1(wall), QStringLiteral("HH:mm"))).first;
}

ResourceId DayFixture::staff(const char* firstName) const
{
    for (const Resource& r : catalogue->resources) {
        if (r.name.startsWith(QString::fromUtf8(firstName)))
            return r.id;
    }
    return {};
}

const Service& DayFixture::service(const char* name) const
{
    return *std::find_if(catalogue->services.begin(), catalogue->services.end(),
                         [name](const Service& s) { return s.name == QString::fromUtf8(name); });
}

Appointment& DayFixture::add(const char* staffName, const char* start, const QString& client, const char* serviceName)
{
    const Service& s = service(serviceName);
    Appointment a;
    a.id = AppointmentId(m_nextId++);
    a.version = RowVersion(1);
    a.location = location;
    a.client = ClientId(100 + a.id.value());
    a.service = s.id;
    a.staff = staff(staffName);
    a.slot = {at(start), at(start) + totalLength(s.steps)};
    a.bufferBefore = s.bufferBefore;
    a.bufferAfter = s.bufferAfter;
    const std::vector<Choice> choices = {{ResourceKind::Staff, a.staff}, {ResourceKind::Room, ResourceId(8)}};
    a.takes = takesFor(s.steps, s.bufferBefore, s.bufferAfter, choices);
    a.price = s.price;
    a.confirmation = Confirmation::Confirmed;
    a.source = QStringLiteral("desk");
    a.zone = "Europe/Berlin";
    a.clientName = client;
    a.clientPhone = QStringLiteral("+49 1512 3456789");
    a.serviceName = s.name;
    a.serviceColour = s.colour;
    a.staffName = catalogue->resource(a.staff)->name;
    a.otherResources = s.steps.size() > 1 ? QStringLiteral("Room 2") : QString();
    rows.push_back(a);
    return rows.back();
}

Appointment& DayFixture::addHold(const char* staffName, const char* start, const char* end, const QString& desk,
                                 Instant until)
{
    Appointment& a = add(staffName, start, QString(), "Haircut");
    a.id = AppointmentId(-a.id.value());
    a.version = {};
    a.client = {};
    a.slot.end = at(end);
    a.status = Status::Held;
    a.heldUntil = until;
    a.isDeskHold = true;
    a.label = desk;
    a.bufferAfter = Seconds(0);
    return a;
}

Appointment& DayFixture::addBlock(const char* staffName, const char* start, const char* end, const QString& label)
{
    Appointment& a = add(staffName, start, QString(), "Haircut");
    a.client = {};
    a.service = {};
    a.serviceName.clear();
    a.serviceColour.clear();
    a.slot.end = at(end);
    a.bufferAfter = Seconds(0);
    a.takes = {{a.staff, Seconds(0), a.slot.length(), 1}};
    a.label = label;
    return a;
}

Appointment& DayFixture::row(const QString& client)
{
    return *std::find_if(rows.begin(), rows.end(), [&client](const Appointment& a) { return a.clientName == client; });
}

void DayFixture::fillDay()
{
    const auto n = [](const char* name) { return QString::fromUtf8(name); };
    const auto done = [&](const char* who, const char* start, const char* name, const char* what) {
        Appointment& a = add(who, start, n(name), what);
        a.status = Status::Completed;
        a.statusAt = a.slot.end;
    };
    done("Ana", "09:00", "John Carter", "Haircut");
    done("Ben", "09:00", "Sam Taylor", "Haircut");
    done("Chloé", "09:00", "Priya Nair", "Massage");
    done("Dmitri", "09:00", "Omar Said", "Massage");
    done("Farah", "09:30", "Maria Lopez", "Haircut");
    Appointment& noShow = add("陈美玲", "09:00", n("Lin Hua"), "Haircut");
    noShow.status = Status::NoShow;
    noShow.statusAt = at("09:15");

    Appointment& greta = add("Ana", "10:00", n("Greta Lund"), "Haircut");
    greta.status = Status::InService;
    greta.statusAt = at("10:00");
    Appointment& sofia = add("Ben", "10:00", n("Sofia Rossi"), "Beard trim");
    sofia.status = Status::Arrived;
    sofia.statusAt = at("10:10");
    Appointment& ines = add("Dmitri", "10:15", n("Ines Costa"), "Massage");
    ines.confirmation = Confirmation::NotAsked;
    Appointment& liWei = add("陈美玲", "10:00", n("李伟"), "Consult");
    liWei.status = Status::InService;
    liWei.statusAt = at("10:02");
    liWei.firstVisit = true;
    Appointment& yuki = add("Chloé", "10:30", n("Yuki Mori"), "Massage");
    yuki.status = Status::Arrived;
    yuki.statusAt = at("10:19");
    yuki.clientAlert = n("Back pain, no pressure");

    add("Ben", "10:30", n("Jack O’Neil"), "Haircut");
    add("Ben", "11:30", n("Wei Zhang"), "Beard trim");
    add("Ana", "11:00", n("Carlos Diaz"), "Colour");
    add("Dmitri", "11:30", n("Hugo Blanc"), "Massage");
    add("陈美玲", "11:00", n("Karl Ost"), "Haircut");
    add("Farah", "11:00", n("Ruth Meyer"), "Haircut").confirmation = Confirmation::Asked;
    add("陈美玲", "13:00", n("Ana Prieto"), "Haircut");
    add("Ana", "14:00", n("Nina Petrova"), "Haircut").firstVisit = true;
    add("Ben", "14:00", n("Paul Weber"), "Haircut").confirmation = Confirmation::NotAsked;
    Appointment& lena = add("Chloé", "14:15", n("Lena Fischer"), "Colour");
    lena.clientAlert = n("Allergic to PPD\npatch test on file 2026-05-11");
    lena.note = n("Prefers quiet chair");
    add("Dmitri", "14:00", n("Mei Tanaka"), "Massage");
    add("Farah", "14:00", n("Eli Stern"), "Haircut");
    add("Ana", "15:00", n("Aisha Khan"), "Haircut");
    add("Ben", "15:30", n("Ivan Petrov"), "Beard trim");
    add("Dmitri", "15:15", n("Rosa Silva"), "Massage").firstVisit = true;
    add("陈美玲", "15:00", n("Dora Klein"), "Consult").source = n("online");
    add("Farah", "15:45", n("Noor Aziz"), "Haircut");
    add("陈美玲", "16:00", n("王芳"), "Haircut").note = n("sensitive scalp");
    add("Ana", "16:45", n("Omar Haddad"), "Haircut").confirmation = Confirmation::Asked;
    Appointment& tom = add("Ben", "16:30", n("Tom Baker"), "Haircut");
    tom.source = n("online");
    tom.confirmation = Confirmation::Asked;
    add("Chloé", "16:30", n("Emma Dubois"), "Massage");
    add("Dmitri", "16:30", n("Max Keller"), "Massage").confirmation = Confirmation::Asked;
    addHold("Farah", "17:00", "17:45", n("Desk 2"), at("10:22") + Seconds(84));
}

void DayFixture::fillCrowdedDay()
{
    const QStringList names = {QString::fromUtf8("Maximiliane-Friederike von Hohenlohe-Langenburg zu Waldenburg"),
                               QString::fromUtf8("محمد بن عبد الرحمن"),
                               QString::fromUtf8("Αλέξανδρος Παπαδόπουλος"),
                               QString::fromUtf8("佐々木 小次郎"),
                               QString::fromUtf8("👩‍🎤 Zoë"),
                               QStringLiteral("Al")};
    const char* starts[] = {"09:00", "09:20", "09:50", "10:10", "11:00", "11:15", "14:00",
                            "14:05", "14:30", "15:00", "15:30", "16:00", "16:10", "17:00"};
    const char* staffNames[] = {"Ana", "Ben", "Chloé", "Dmitri", "陈美玲", "Farah"};
    const char* services[] = {"Haircut", "Beard trim", "Colour", "Massage", "Haircut", "Consult"};
    for (int s = 0; s < 6; ++s) {
        int i = s;
        for (const char* start : starts) {
            add(staffNames[s], start, names[i % names.size()], services[i % 6]);
            ++i;
        }
    }
    addBlock("Ben", "12:00", "13:00", QStringLiteral("Staff meeting about the new price list and the holidays"));
}

TableSnapshotPtr DayFixture::snapshot() const
{
    return snapshotOf(rows);
}

void RecordingBus::submit(const Command& command, QObject* context, std::function<void(const Outcome&)> answer)
{
    submitted.push_back(command);
    QTimer::singleShot(0, context, [answer] { answer(Done{}); });
}

void RecordingBus::searchClients(const QString& text, int, QObject* context,
                                 std::function<void(const std::vector<ClientHit>&)> answer)
{
    searched << text;
    std::vector<ClientHit> found;
    for (const ClientHit& client : clients) {
        if (client.name.contains(text, Qt::CaseInsensitive) || client.phone.endsWith(text))
            found.push_back(client);
    }
    QTimer::singleShot(0, context, [answer, found] { answer(found); });
}

void RecordingBus::readClient(ClientId id, QObject* context, std::function<void(std::optional<ClientHit>)> answer)
{
    std::optional<ClientHit> found;
    for (const ClientHit& client : clients) {
        if (client.id == id)
            found = client;
    }
    QTimer::singleShot(0, context, [answer, found] { answer(found); });
}

void RecordingBus::readAppointment(AppointmentId id, QObject* context,
                                   std::function<void(std::optional<Appointment>)> answer)
{
    std::optional<Appointment> found;
    for (const Appointment& a : appointments) {
        if (a.id == id)
            found = a;
    }
    QTimer::singleShot(0, context, [answer, found] { answer(found); });
}

void RecordingBus::clientAppointments(ClientId id, TimeSlot within, QObject* context,
                                      std::function<void(const std::vector<Appointment>&)> answer)
{
    std::vector<Appointment> found;
    for (const Appointment& a : appointments) {
        if (a.client == id && a.slot.overlaps(within))
            found.push_back(a);
    }
    QTimer::singleShot(0, context, [answer, found] { answer(found); });
}

void RecordingBus::timeline(AppointmentId, QObject* context,
                            std::function<void(const std::vector<TimelineEntry>&)> answer)
{
    QTimer::singleShot(0, context, [answer, entries = story] { answer(entries); });
}

void RecordingBus::announceEditing(const QString&, qint64) {}

} // namespace frontdesk::test
