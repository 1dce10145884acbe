#include "models/booking/client_index.h"

#include "models/booking/client_keys.h"
#include "models/storage/connection.h"
#include "models/storage/retry.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace frontdesk
{
namespace
{

constexpr int clientsABatch = 500;
constexpr int attempts = 4;

struct ClientText {
    qint64 id = 0;
    qint64 version = 0;
    QString name;
    QString phone;
};

/// One batch behind the client that the batch before ended with.
class Batch
{
public:
    Batch(Connection& connection, const ClientKeys& keys, const QByteArray& country, bool all)
        : m_connection(connection), m_keys(keys), m_country(country), m_all(all)
    {
    }

    [[nodiscard]] StorageError run(qint64 after)
    {
        m_last = 0;
        m_count = 0;
        std::vector<ClientText> clients;
        if (const StorageError error = read(after, clients))
            return error;
        for (const ClientText& client : clients) {
            if (const StorageError error = write(client))
                return error;
            m_last = client.id;
            ++m_count;
        }
        return {};
    }
    [[nodiscard]] qint64 last() const { return m_last; }
    [[nodiscard]] int count() const { return m_count; }

private:
    StorageError read(qint64 after, std::vector<ClientText>& clients)
    {
        const auto [query, error] =
            m_connection.run(QStringLiteral("clients_to_index"), {{QStringLiteral("after"), after},
                                                                  {QStringLiteral("all_of_them"), m_all},
                                                                  {QStringLiteral("many"), clientsABatch}});
        if (error)
            return error;
        while (query->next())
            clients.push_back({query->value(0).toLongLong(), query->value(1).toLongLong(), query->value(2).toString(),
                               query->value(3).toString()});
        return {};
    }
    StorageError write(const ClientText& client)
    {
        const auto freed = m_connection.run(QStringLiteral("delete_client_keys"), {{QStringLiteral("id"), client.id}});
        if (freed.error)
            return freed.error;
        const QStringList keys = m_keys.keysOf(client.name, readPhone(client.phone, m_country));
        if (keys.isEmpty())
            return {};
        const QByteArray json = QJsonDocument(QJsonArray::fromStringList(keys)).toJson(QJsonDocument::Compact);
        return m_connection
            .run(QStringLiteral("insert_client_keys"), {{QStringLiteral("id"), client.id},
                                                        {QStringLiteral("version"), client.version},
                                                        {QStringLiteral("keys"), json}})
            .error;
    }

    Connection& m_connection;
    const ClientKeys& m_keys;
    QByteArray m_country;
    bool m_all;
    qint64 m_last = 0;
    int m_count = 0;
};

} // namespace

Reindexed reindexClients(Connection& connection, const ClientKeys& keys, bool all,
                         const std::function<void(int done)>& progress, const std::function<bool()>& stop)
{
    Reindexed done;
    const auto [query, error] = connection.run(QStringLiteral("first_country"));
    if (error)
        return {0, error};
    const QByteArray country = query->next() ? query->value(0).toByteArray() : QByteArray();
    Batch batch(connection, keys, country, all);
    qint64 after = 0;
    do {
        done.error = withRetry(connection, attempts, [&] { return batch.run(after); });
        if (done.error)
            return done;
        after = batch.last();
        done.clients += batch.count();
        if (progress)
            progress(done.clients);
    } while (batch.count() == clientsABatch && !(stop && stop()));
    return done;
}

} // namespace frontdesk
