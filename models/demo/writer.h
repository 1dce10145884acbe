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
    int visit = -1;      ///< the number that addVisit gave
    int series = -1;     ///< and addSeries
    bool isSeat = false; ///< of the group session of its service at its time
};

/// Collects clients and appointments and writes them in batches, a transaction each.
class Writer
{
public:
    Writer(Connection& connection, const Options& options, const Location& location, std::vector<qint64> persons);

    /// The number of the client.
    int addClient(const NewClient& client);
    /// The number of the visit, and of the series.
    int addVisit(const QString& note) { return m_visits.add(note); }
    int addSeries(const QString& rule) { return m_series.add(rule); }
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
    /// Rows of one text each, which appointments refer to by their number.
    struct Few {
        std::vector<QString> waiting;
        std::vector<qint64> ids; ///< of those that are written
        int add(const QString& text)
        {
            waiting.push_back(text);
            return int(ids.size() + waiting.size()) - 1;
        }
    };
    [[nodiscard]] StorageError writeFew(Few& few, const QString& statement, const QString& column);
    [[nodiscard]] StorageError writeClients();
    [[nodiscard]] StorageError writeKeys(size_t firstClient);
    [[nodiscard]] StorageError writeRows(const QString& statement, const QJsonArray& rows);
    [[nodiscard]] StorageError writeAppointments(const QString& statement, std::vector<QJsonArray>& all);
    [[nodiscard]] QJsonArray rowOf(const NewAppointment& appointment, const QJsonValue& person, int desk) const;
    [[nodiscard]] QJsonValue somePerson(Random& random) const;

    Connection& m_connection;
    const Options& m_options;
    const Location& m_location;
    const std::vector<qint64> m_persons; ///< who signs; may be empty
    ClientKeys m_keys;
    std::vector<Waiting> m_waitingClients;
    std::vector<QJsonArray> m_rows; ///< their clients still as numbers
    std::vector<QJsonArray> m_seats;
    std::vector<qint64> m_clientIds;
    Few m_visits;
    Few m_series;
    int m_clients = 0;
    int m_appointments = 0;
};

} // namespace frontdesk::demo
