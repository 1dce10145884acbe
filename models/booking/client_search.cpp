#include "models/booking/client_search.h"

#include "models/booking/client_keys.h"
#include "models/storage/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace frontdesk
{
namespace
{

constexpr int keysAClient = 6; ///< of one client that may lie in one range: more rows are read than clients wanted

QByteArray asJson(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

/// The part whose range holds the fewest keys, as far as its length tells.
size_t narrowest(const std::vector<SearchPart>& parts)
{
    const auto shortestPrefix = [](const SearchPart& part) {
        return std::ranges::min(part.prefixes, {}, [](const QString& p) { return p.size(); }).size();
    };
    return size_t(std::ranges::max_element(parts, {}, shortestPrefix) - parts.begin());
}

QJsonArray otherParts(const std::vector<SearchPart>& parts, size_t except)
{
    QJsonArray ranges;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i == except)
            continue;
        for (const QString& prefix : parts[i].prefixes)
            ranges.append(QJsonObject{{QStringLiteral("part"), qint64(i)},
                                      {QStringLiteral("low"), prefix},
                                      {QStringLiteral("high"), endOfPrefix(prefix)}});
    }
    return ranges;
}

ClientHit hitFrom(const QSqlQuery& row)
{
    ClientHit hit;
    hit.id = ClientId(row.value(0).toLongLong());
    hit.version = RowVersion(row.value(1).toLongLong());
    hit.name = row.value(2).toString();
    hit.phone = row.value(3).toString();
    hit.note = row.value(4).toString();
    hit.alert = row.value(5).toString();
    hit.alertStops = row.value(6).toInt() != 0;
    hit.visits = row.value(7).toInt();
    hit.noShows = row.value(8).toInt();
    hit.lastService = ServiceId(row.value(9).toLongLong());
    hit.lastStaff = ResourceId(row.value(10).toLongLong());
    if (!row.value(11).isNull())
        hit.lastVisit = instantFromUnix(row.value(11).toLongLong());
    return hit;
}

/// In the order of the ids.
ClientsOrError readHits(Connection& connection, const std::vector<qint64>& ids, Instant now)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    const Connection::Result result = connection.run(
        QStringLiteral("client_hits"), {{QStringLiteral("ids"), asJson(array)}, {QStringLiteral("now"), toUnix(now)}});
    if (result.error)
        return result.error;
    std::vector<ClientHit> hits;
    while (result.query->next())
        hits.push_back(hitFrom(*result.query));
    std::ranges::sort(hits, {}, [&](const ClientHit& hit) { return std::ranges::find(ids, hit.id.value()); });
    return hits;
}

} // namespace

ClientsOrError findClients(Connection& connection, const ClientKeys& keys, const QString& typed, int limit, Instant now)
{
    const std::vector<SearchPart> parts = keys.partsOf(typed);
    if (parts.empty() || limit <= 0)
        return std::vector<ClientHit>();
    const size_t first = narrowest(parts);
    std::vector<qint64> ids;
    for (const QString& prefix : parts[first].prefixes) {
        const Connection::Result result = connection.run(QStringLiteral("search_clients"),
                                                         {{QStringLiteral("low"), prefix},
                                                          {QStringLiteral("high"), endOfPrefix(prefix)},
                                                          {QStringLiteral("parts"), asJson(otherParts(parts, first))},
                                                          {QStringLiteral("part_count"), qint64(parts.size() - 1)},
                                                          {QStringLiteral("many"), limit * keysAClient}});
        if (result.error)
            return result.error;
        while (result.query->next() && ids.size() < size_t(limit)) {
            const qint64 id = result.query->value(0).toLongLong();
            if (std::ranges::find(ids, id) == ids.end())
                ids.push_back(id);
        }
    }
    return ids.empty() ? ClientsOrError(std::vector<ClientHit>()) : readHits(connection, ids, now);
}

ClientOrError readClientHit(Connection& connection, ClientId id, Instant now)
{
    const ClientsOrError read = readHits(connection, {id.value()}, now);
    if (const auto* error = std::get_if<StorageError>(&read))
        return *error;
    const auto& hits = std::get<std::vector<ClientHit>>(read);
    return hits.empty() ? std::nullopt : std::optional(hits.front());
}

} // namespace frontdesk
