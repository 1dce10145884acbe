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
    m_waiting.push_back(appointment);
    m_rows.push_back(rowOf(appointment, somePerson(random), random.between(1, 2)));
    ++m_appointments;
}

bool Writer::isFull() const
{
    return m_waiting.size() >= batch;
}

QJsonArray Writer::rowOf(const NewAppointment& appointment, const QJsonValue& person, int desk) const
{
    const Planned& planned = appointment.planned;
    const Fate& fate = appointment.fate;
    const Service* service = planned.service;
    const QString before = fate.before ? codeOf(*fate.before) : QString();
    return {m_location.id.value(),
            QJsonValue::Null, // the client, whose id is known when the batch is written
            orNull(service ? service->id : ServiceId()),
            orNull(planned.staff),
            toUnix(planned.slot.start),
            toUnix(planned.slot.end),
            appointment.localStart,
            QString::fromLatin1(m_location.zone.id()),
            qint64(service ? service->bufferBefore.count() : 0),
            qint64(service ? service->bufferAfter.count() : 0),
            takesArray(planned.takes),
            service ? service->price.minor : 0,
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
            fate.online ? QJsonValue(QJsonValue::Null) : QJsonValue(QStringLiteral("Desk %1").arg(desk))};
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

StorageError Writer::writeAppointments()
{
    for (size_t from = 0; from < m_rows.size(); from += rowsAStatement) {
        const size_t to = std::min(from + rowsAStatement, m_rows.size());
        QJsonArray rows;
        for (size_t i = from; i < to; ++i) {
            QJsonArray& row = m_rows[i];
            if (m_waiting[i].client >= 0)
                row[1] = m_clientIds[static_cast<size_t>(m_waiting[i].client)];
            rows.append(row);
        }
        if (StorageError error = writeRows(QStringLiteral("demo_appointments"), rows))
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
        error = writeAppointments();
    if (!error)
        error = transaction.commit();
    m_waitingClients.clear();
    m_waiting.clear();
    m_rows.clear();
    return error;
}

} // namespace frontdesk::demo
