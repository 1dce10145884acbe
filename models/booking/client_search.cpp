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

/// Of one client's keys, one range of a part each.
QJsonArray rangesOf(const std::vector<SearchPart>& parts, std::optional<size_t> except = {})
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

using PartOrError = std::variant<size_t, StorageError>;

/// The part whose ranges hold the fewest keys: from there the search goes client by client.
PartOrError narrowest(Connection& connection, const std::vector<SearchPart>& parts)
{
    if (parts.size() == 1)
        return size_t(0);
    const Connection::Result result =
        connection.run(QStringLiteral("search_widths"), {{QStringLiteral("parts"), asJson(rangesOf(parts))}});
    if (result.error)
        return result.error;
    std::vector<qint64> widths(parts.size(), 0);
    while (result.query->next())
        widths[size_t(result.query->value(0).toLongLong())] += result.query->value(1).toLongLong();
    return size_t(std::ranges::min_element(widths) - widths.begin());
}

/// The statement that finds those in a range of the part who match the others too, and what it wants beside the range.
struct Search {
    QString statement;
    QVariantMap values;
};
Search searchFrom(const std::vector<SearchPart>& parts, size_t first)
{
    if (parts.size() == 2 && parts[1 - first].prefixes.size() <= 2) {
        const QStringList& other = parts[1 - first].prefixes;
        return {QStringLiteral("search_clients_of_two"),
                {{QStringLiteral("low_1"), other.constFirst()},
                 {QStringLiteral("high_1"), endOfPrefix(other.constFirst())},
                 {QStringLiteral("low_2"), other.value(1)},
                 {QStringLiteral("high_2"), other.size() > 1 ? endOfPrefix(other.constLast()) : QString()}}};
    }
    return {QStringLiteral("search_clients"),
            {{QStringLiteral("parts"), asJson(rangesOf(parts, first))},
             {QStringLiteral("part_count"), qint64(parts.size() - 1)}}};
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
    const PartOrError narrow = narrowest(connection, parts);
    if (const auto* error = std::get_if<StorageError>(&narrow))
        return *error;
    const size_t first = std::get<size_t>(narrow);
    Search search = searchFrom(parts, first);
    search.values.insert(QStringLiteral("many"), limit * keysAClient);
    std::vector<qint64> ids;
    for (const QString& prefix : parts[first].prefixes) {
        search.values.insert(QStringLiteral("low"), prefix);
        search.values.insert(QStringLiteral("high"), endOfPrefix(prefix));
        const Connection::Result result = connection.run(search.statement, search.values);
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
