#include "models/demo/writer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace frontdesk::demo
{
namespace
{

constexpr size_t batch = 10000;        // appointments a transaction
constexpr size_t rowsAStatement = 500; // so that a statement stays well inside a server's time limit
constexpr qsizetype keysAStatement = 4000;

QString codeOf(auto value)
{
    return QString(toCode(value));
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

template <class AnyId>
QJsonValue orNull(AnyId id)
{
    return id.isValid() ? QJsonValue(id.value()) : QJsonValue(QJsonValue::Null);
}

QJsonArray takesArray(const Takes& takes)
{
    QJsonArray array;
    for (const Take& take : takes) {
        array.append(QJsonObject{{QStringLiteral("resource"), take.resource.value()},
                                 {QStringLiteral("from"), qint64(take.from.count())},
                                 {QStringLiteral("to"), qint64(take.to.count())},
                                 {QStringLiteral("units"), take.units}});
    }
    return array;
}

} // namespace

Writer::Writer(Connection& connection, const Options& options, const Location& location, std::vector<qint64> persons)
    : m_connection(connection), m_options(options), m_location(location), m_persons(std::move(persons))
{
}

QJsonValue Writer::somePerson(Random& random) const
{
    return m_persons.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(random.pick(m_persons));
}

int Writer::addClient(const NewClient& client)
{
    const PhoneNumber phone = readPhone(client.phone, m_options.country);
    const QJsonValue person = m_persons.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(m_persons.front());
    m_waitingClients.push_back(
        {QJsonArray{client.name, client.phone, orNull(phone.e164), orNull(phone.last4), client.email, client.alert,
                    client.alertStops ? 1 : 0, client.note, client.language, client.createdAt, person},
         phone, client.name});
    return m_clients++;
}

void Writer::addAppointment(const NewAppointment& appointment, Random& random)
{
    std::vector<QJsonArray>& rows = appointment.isSeat ? m_seats : m_rows;
    rows.push_back(rowOf(appointment, somePerson(random), random.between(1, 2)));
    ++m_appointments;
}

bool Writer::isFull() const
{
    return m_rows.size() >= batch;
}

QJsonArray Writer::rowOf(const NewAppointment& appointment, const QJsonValue& person, int desk) const
{
    const Planned& planned = appointment.planned;
    const Fate& fate = appointment.fate;
    const Service* service = planned.service;
    const bool isSession = planned.habit == Planned::Habit::Session && !appointment.isSeat; // its seats pay
    const QString before = fate.before ? codeOf(*fate.before) : QString();
    return {m_location.id.value(),
            appointment.client, // its number; the id is known when the batch is written
            orNull(service ? service->id : ServiceId()),
            orNull(planned.staff),
            toUnix(planned.slot.start),
            toUnix(planned.slot.end),
            appointment.localStart,
            QString::fromLatin1(m_location.zone.id()),
            qint64(service ? service->bufferBefore.count() : 0),
            qint64(service ? service->bufferAfter.count() : 0),
            takesArray(planned.takes),
            service && !isSession ? service->price.minor : 0,
            QString::fromLatin1(m_location.currency),
            codeOf(fate.status),
            toUnix(fate.statusAt),
            orNull(before),
            fate.reason,
            codeOf(fate.confirmation),
            fate.heldUntil ? QJsonValue(toUnix(*fate.heldUntil)) : QJsonValue(QJsonValue::Null),
            planned.squeezed ? 1 : 0,
            appointment.squeezeReason,
            planned.label,
            appointment.note,
            fate.online ? QStringLiteral("online") : QStringLiteral("desk"),
            toUnix(fate.createdAt),
            person,
            fate.online ? QJsonValue(QJsonValue::Null) : QJsonValue(QStringLiteral("Desk %1").arg(desk)),
            appointment.visit,
            appointment.series,
            isSession ? service->seats : 1};
}

StorageError Writer::writeRows(const QString& statement, const QJsonArray& rows)
{
    const QByteArray json = QJsonDocument(rows).toJson(QJsonDocument::Compact);
    return m_connection.run(statement, {{QStringLiteral("rows"), QString::fromUtf8(json)}}).error;
}

StorageError Writer::writeClients()
{
    for (size_t from = 0; from < m_waitingClients.size(); from += rowsAStatement) {
        const size_t to = std::min(from + rowsAStatement, m_waitingClients.size());
        QJsonArray rows;
        for (size_t i = from; i < to; ++i)
            rows.append(m_waitingClients[i].row);
        const QByteArray json = QJsonDocument(rows).toJson(QJsonDocument::Compact);
        const Connection::Result result =
            m_connection.run(QStringLiteral("demo_clients"), {{QStringLiteral("rows"), QString::fromUtf8(json)}});
        if (result.error)
            return result.error;
        std::vector<qint64> ids;
        while (result.query->next())
            ids.push_back(result.query->value(0).toLongLong());
        std::ranges::sort(ids); // given in the order of the rows
        m_clientIds.insert(m_clientIds.end(), ids.begin(), ids.end());
    }
    return {};
}

StorageError Writer::writeKeys(size_t firstClient)
{
    QJsonArray rows;
    for (size_t i = 0; i < m_waitingClients.size(); ++i) {
        for (const QString& key : m_keys.keysOf(m_waitingClients[i].name, m_waitingClients[i].phone))
            rows.append(QJsonArray{key, m_clientIds[firstClient + i]});
        if (rows.size() < keysAStatement && i + 1 < m_waitingClients.size())
            continue;
        if (StorageError error = writeRows(QStringLiteral("demo_client_keys"), rows))
            return error;
        rows = {};
    }
    return {};
}

StorageError Writer::writeFew(Few& few, const QString& statement, const QString& column)
{
    const QVariant person = m_persons.empty() ? QVariant() : QVariant(m_persons.front());
    for (const QString& text : few.waiting) {
        const Connection::Result result =
            m_connection.run(statement, {{column, text}, {QStringLiteral("changed_by"), person}});
        if (result.error)
            return result.error;
        few.ids.push_back(result.query->next() ? result.query->value(0).toLongLong() : 0);
    }
    few.waiting.clear();
    return {};
}

StorageError Writer::writeAppointments(const QString& statement, std::vector<QJsonArray>& all)
{
    const auto give = [](QJsonArray& row, int column, const std::vector<qint64>& ids) {
        const int number = row[column].toInt();
        row[column] = number < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(ids[static_cast<size_t>(number)]);
    };
    for (size_t from = 0; from < all.size(); from += rowsAStatement) {
        const size_t to = std::min(from + rowsAStatement, all.size());
        QJsonArray rows;
        for (size_t i = from; i < to; ++i) {
            give(all[i], 1, m_clientIds);
            give(all[i], 27, m_visits.ids);
            give(all[i], 28, m_series.ids);
            rows.append(all[i]);
        }
        if (StorageError error = writeRows(statement, rows))
            return error;
    }
    return {};
}

StorageError Writer::flush()
{
    Transaction transaction(m_connection);
    StorageError error = transaction.beginError();
    const size_t firstClient = m_clientIds.size();
    if (!error)
        error = writeClients();
    if (!error)
        error = writeKeys(firstClient);
    if (!error)
        error = writeFew(m_visits, QStringLiteral("demo_visit"), QStringLiteral("note"));
    if (!error)
        error = writeFew(m_series, QStringLiteral("demo_series"), QStringLiteral("rule"));
    if (!error)
        error = writeAppointments(QStringLiteral("demo_appointments"), m_rows);
    if (!error)
        error = writeAppointments(QStringLiteral("demo_seats"), m_seats);
    if (!error)
        error = transaction.commit();
    m_waitingClients.clear();
    m_rows.clear();
    m_seats.clear();
    return error;
}

} // namespace frontdesk::demo
