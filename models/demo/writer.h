#pragma once

#include "models/booking/client_keys.h"
#include "models/demo/demo.h"
#include "models/demo/fates.h"
#include "models/demo/people.h"

#include <QJsonArray>

namespace frontdesk::demo
{

/// One appointment as it will stand in the book.
struct NewAppointment {
    Planned planned;
    Fate fate;
    int client = -1; ///< the number of the client in the order of addClient; -1: nobody
    QString note;
    QString squeezeReason;
    QString localStart;
};

/// Collects clients and appointments and writes them in batches, a transaction each.
class Writer
{
public:
    Writer(Connection& connection, const Options& options, const Location& location, std::vector<qint64> persons);

    /// The number of the client.
    int addClient(const NewClient& client);
    void addAppointment(const NewAppointment& appointment, Random& random);

    [[nodiscard]] int clients() const { return m_clients; }
    [[nodiscard]] int appointments() const { return m_appointments; } ///< written or waiting
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] StorageError flush();

private:
    struct Waiting {
        QJsonArray row;
        PhoneNumber phone;
        QString name;
    };
    [[nodiscard]] StorageError writeClients();
    [[nodiscard]] StorageError writeKeys(size_t firstClient);
    [[nodiscard]] StorageError writeRows(const QString& statement, const QJsonArray& rows);
    [[nodiscard]] StorageError writeAppointments();
    [[nodiscard]] QJsonArray rowOf(const NewAppointment& appointment, const QJsonValue& person, int desk) const;
    [[nodiscard]] QJsonValue somePerson(Random& random) const;

    Connection& m_connection;
    const Options& m_options;
    const Location& m_location;
    const std::vector<qint64> m_persons; ///< who signs; may be empty
    ClientKeys m_keys;
    std::vector<Waiting> m_waitingClients;
    std::vector<NewAppointment> m_waiting;
    std::vector<QJsonArray> m_rows;
    std::vector<qint64> m_clientIds;
    int m_clients = 0;
    int m_appointments = 0;
};

} // namespace frontdesk::demo
