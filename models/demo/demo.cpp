#include "models/demo/demo.h"

#include "models/demo/regulars.h"
#include "models/demo/salon.h"
#include "models/demo/writer.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace frontdesk::demo
{
namespace
{

constexpr double usualFullness = 0.8;
constexpr double thinnest = 0.1;
constexpr double pastShare = 0.62;
constexpr int visitsAClient = 8;
const QTime shownTime(10, 22); // of a day that isn't today
const QDate firstDate(1971, 1, 1);
const QDate lastDate(2300, 1, 1);

/// The days of the book, from the first to the last that has something, and who comes.
class Filler
{
public:
    Filler(Connection& connection, const Options& options, const Catalogue& salon, const Texts& texts,
           const People& people, std::vector<qint64> persons)
        : m_options(options),
          m_zone(salon.locations[0].zone),
          m_texts(texts),
          m_people(people),
          m_writer(connection, options, salon.locations[0], std::move(persons)),
          m_regulars(people, m_writer),
          m_planner(salon, texts),
          m_fates(texts, shownNow(), options.now),
          m_random(options.seed ^ 0xc11e47)
    {
        const bool isSmall = options.appointments < 3000;
        m_near = isSmall ? 0 : 14;
        const int today = static_cast<int>(plan(0).size());
        m_shownLeft = std::min(options.appointments, today);
        measure();
    }

    [[nodiscard]] Filled fill(const Progress& progress);

private:
    [[nodiscard]] Instant shownNow() const
    {
        if (m_zone.dateOf(m_options.now) == m_options.around)
            return m_options.now;
        return m_zone.meaningOf(m_options.around, shownTime).first;
    }
    [[nodiscard]] double fullness(int distance) const;
    [[nodiscard]] std::vector<Planned> plan(int distance);
    void measure();
    void addDay(int distance);
    int addSeats(const NewAppointment& session, const std::vector<int>& clients, int distance, int most);
    [[nodiscard]] int someClient(Instant createdAt);
    [[nodiscard]] int newClient(Instant createdAt);

    const Options& m_options;
    const Zone& m_zone;
    const Texts& m_texts;
    const People& m_people;
    Writer m_writer;
    Regulars m_regulars;
    DayPlanner m_planner;
    Fates m_fates;
    Random m_random; ///< of clients; each day's plan has its own
    int m_near = 0;  ///< days after the one shown that are as full whatever the book's size
    int m_shownLeft = 0;
    int m_firstDistance = 0;
    int m_thinned = 1; ///< days until the calendar is as thin as it gets
    std::unordered_set<int> m_seenToday;
};

double Filler::fullness(int distance) const
{
    if (distance <= 0)
        return usualFullness;
    const double nearly = usualFullness - 0.012 * std::min(distance, m_near);
    if (distance <= m_near)
        return nearly;
    const double share = static_cast<double>(distance - m_near) / m_thinned;
    return std::max(thinnest, nearly - (nearly - thinnest) * share);
}

std::vector<Planned> Filler::plan(int distance)
{
    const QDate date = m_options.around.addDays(distance);
    Random random(m_options.seed * 0x9e3779b97f4a7c15ULL ^ static_cast<quint64>(date.toJulianDay()));
    return m_planner.plan(date, fullness(distance), random);
}

/// How many days back and ahead the wanted number reaches, from four weeks of the past.
void Filler::measure()
{
    double aDay = 0;
    for (int distance = -28; distance < 0; ++distance)
        aDay += static_cast<double>(plan(distance).size()) / 28;
    aDay = std::max(aDay, 0.01);
    const double others = m_options.appointments - m_shownLeft;
    const int possible = static_cast<int>(firstDate.daysTo(m_options.around));
    m_firstDistance = -std::clamp(static_cast<int>(std::lround(others * pastShare / aDay)), 0, std::max(0, possible));
    const double ahead = others + m_firstDistance * aDay - 0.85 * m_near * aDay;
    // Thinning evenly to a tenth, a day has a bit less than half of the usual.
    m_thinned = std::max(1, static_cast<int>(std::lround(ahead / (0.48 * aDay))));
}

int Filler::newClient(Instant createdAt)
{
    NewClient client = m_people.client(m_random);
    client.createdAt = toUnix(createdAt);
    return m_writer.addClient(client);
}

/// A regular of late, an old acquaintance, or somebody new.
int Filler::someClient(Instant createdAt)
{
    const int wanted = std::max(30, m_options.appointments / visitsAClient);
    const int known = m_writer.clients();
    const double newChance = known < wanted * 0.3 ? 0.5 : 0.7 / visitsAClient;
    if (known == 0 || m_random.chance(newChance))
        return newClient(createdAt);
    for (int tries = 0; tries < 8; ++tries) {
        const int late = std::min(known, wanted / 3 + 1);
        const int client = m_random.chance(0.8) ? known - 1 - m_random.below(late) : m_random.below(known);
        if (!m_seenToday.contains(client))
            return client;
    }
    return newClient(createdAt);
}

/// How many were added.
int Filler::addSeats(const NewAppointment& session, const std::vector<int>& clients, int distance, int most)
{
    int added = 0;
    for (const int client : clients) {
        if (added >= most)
            break;
        NewAppointment seat = session;
        seat.isSeat = true;
        seat.planned.takes.clear(); // the session takes the time
        seat.client = client;
        // The shown day's own turns (a hold, the pinboard) are for others.
        seat.fate = m_fates.decide({seat.planned}, distance == 0 ? 1 : distance, m_random).front();
        m_writer.addAppointment(seat, m_random);
        ++added;
    }
    return added;
}

void Filler::addDay(int distance)
{
    std::vector<Planned> day = plan(distance);
    const std::vector<Fate> fates = m_fates.decide(day, distance, m_random);
    m_seenToday.clear();
    const QDate date = m_options.around.addDays(distance);
    Random ofDay(m_options.seed * 0xd1342543de82ef95ULL ^ static_cast<quint64>(date.toJulianDay()));
    const Instant entered = std::min(m_zone.day(date).start, m_options.now) - std::chrono::hours(30 * 24);
    const std::map<size_t, Regulars::Comers> regulars = m_regulars.of(day, date, entered, distance, ofDay);
    for (const auto& [place, comers] : regulars)
        m_seenToday.insert(comers.clients.begin(), comers.clients.end());
    int left = m_options.appointments - m_writer.appointments();
    if (distance < 0)
        left -= m_shownLeft; // kept for the day that is shown
    for (size_t i = 0; i < day.size() && left > 0; ++i, --left) {
        NewAppointment appointment{day[i], fates[i], -1, {}, {}, m_zone.wallText(day[i].slot.start)};
        const auto comers = regulars.find(i);
        const bool isSession = day[i].habit == Planned::Habit::Session;
        if (isSession) {
            appointment.fate = Fates::ofSession(fates[i]);
        } else if (comers != regulars.end()) {
            appointment.client = comers->second.clients.front();
            appointment.visit = comers->second.visit;
            appointment.series = comers->second.series;
        } else if (day[i].service) {
            appointment.client = someClient(fates[i].createdAt);
            m_seenToday.insert(appointment.client);
            if (m_random.chance(0.12))
                appointment.note = m_random.pick(m_texts.notes);
        }
        if (day[i].squeezed)
            appointment.squeezeReason = m_random.pick(m_texts.squeezeReasons);
        m_writer.addAppointment(appointment, m_random);
        if (isSession)
            left -= addSeats(appointment, comers->second.clients, distance, left - 1);
    }
}

Filled Filler::fill(const Progress& progress)
{
    Filled filled;
    const int last = static_cast<int>(m_options.around.daysTo(lastDate));
    for (int distance = m_firstDistance; distance <= last; ++distance) {
        const bool isDone = m_writer.appointments() >= m_options.appointments || distance == last;
        if (!isDone)
            addDay(distance);
        if (!isDone && !m_writer.isFull())
            continue;
        filled.error = m_writer.flush();
        if (filled.error || isDone)
            break;
        filled.appointments = m_writer.appointments();
        if (progress)
            progress(filled.appointments, m_options.appointments);
    }
    if (!filled.error) {
        filled.appointments = m_writer.appointments();
        filled.clients = m_writer.clients();
        if (progress)
            progress(filled.appointments, m_options.appointments);
    }
    return filled;
}

/// Who signs the rows: on SQLite two receptionists that are made for it, else the login's person, if any.
struct Signers {
    StorageError error;
    std::vector<qint64> persons;
};

Signers signers(Connection& connection, const Texts& texts)
{
    Signers signers;
    Connection::Result result = connection.run(QStringLiteral("demo_person"));
    if (result.error)
        return {result.error, {}};
    if (result.query->next())
        signers.persons.push_back(result.query->value(0).toLongLong());
    if (connection.dialect() == Dialect::Postgresql)
        return signers;
    const QVariant first = signers.persons.empty() ? QVariant() : QVariant(signers.persons.front());
    for (const QString& name : texts.receptionists) {
        result = connection.run(QStringLiteral("demo_receptionist"),
                                {{QStringLiteral("name"), name}, {QStringLiteral("changed_by"), first}});
        if (result.error)
            return {result.error, {}};
        if (result.query->next())
            signers.persons.push_back(result.query->value(0).toLongLong());
    }
    return signers;
}

} // namespace

Filled fill(Connection& connection, const Options& options, const Progress& progress)
{
    Filled filled;
    const std::optional<Zone> zone = Zone::fromId(options.zone);
    filled.badOptions = !zone || !options.around.isValid() || options.around <= firstDate ||
                        options.around >= lastDate || options.staff < 1 || options.staff > 200 ||
                        options.appointments < 0 || options.appointments > 5'000'000;
    if (filled.badOptions)
        return filled;
    const Texts texts = readTexts();
    const People people(texts, options.country);
    Catalogue salon = makeSalon(options, *zone, texts, people);
    std::vector<qint64> persons;
    {
        Transaction transaction(connection);
        filled.error = transaction.beginError();
        if (filled.error)
            return filled;
        const Connection::Result empty = connection.run(QStringLiteral("demo_book_is_empty"));
        filled.error = empty.error;
        filled.notEmpty = !empty.error && !empty.query->next();
        if (!filled.isGood())
            return filled;
        const Signers found = signers(connection, texts);
        filled.error = found.error;
        persons = found.persons;
        if (!filled.error)
            filled.error = writeSalon(connection, salon, persons.empty() ? QVariant() : QVariant(persons.front()));
        if (!filled.error)
            filled.error = transaction.commit();
        if (filled.error)
            return filled;
    }
    return Filler(connection, options, salon, texts, people, std::move(persons)).fill(progress);
}

} // namespace frontdesk::demo
