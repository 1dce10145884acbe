#include "models/booking/rezone.h"

#include "models/storage/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>
#include <set>

namespace frontdesk
{
namespace
{

/// A coming row as it was promised.
struct Promised {
    Rezoned row;
    qint64 session = 0;            ///< the group session that it is, or in which it is a seat
    std::vector<qint64> resources; ///< what its guard locks: of a session and its seats minus the session too

    [[nodiscard]] bool isSeat() const { return session != 0 && session != row.id.value(); }
};

struct PromisedRead {
    std::vector<Promised> rows;
    StorageError error;
};

PromisedRead readPromised(Connection& connection, Instant now, std::optional<LocationId> location)
{
    PromisedRead read;
    const auto [query, error] = connection.run(
        QStringLiteral("rezone_read"), {{QStringLiteral("now"), toUnix(now)},
                                        {QStringLiteral("location"), sqlValue(location.value_or(LocationId()))}});
    if (error) {
        read.error = error;
        return read;
    }
    while (query->next()) {
        Promised promised;
        Rezoned& row = promised.row;
        row.id = AppointmentId(query->value(0).toLongLong());
        row.version = RowVersion(query->value(1).toLongLong());
        row.location = LocationId(query->value(2).toLongLong());
        row.before = {instantFromUnix(query->value(3).toLongLong()), instantFromUnix(query->value(4).toLongLong())};
        row.localStart = query->value(5).toString();
        row.zone = query->value(6).toByteArray();
        row.client = query->value(8).toString();
        promised.session = query->value(9).toLongLong();
        if (promised.session != 0)
            promised.resources.push_back(-promised.session);
        for (const Take& take : takesFromJson(query->value(7).toByteArray()).value_or(Takes()))
            promised.resources.push_back(take.resource.value());
        read.rows.push_back(std::move(promised));
    }
    return read;
}

/// Sets where the row belongs; false when its promise can't be read.
bool place(Rezoned& row, const std::optional<Zone>& zone)
{
    const std::optional<Zone> meant = zone ? zone : Zone::fromId(row.zone);
    const QDateTime wall = QDateTime::fromString(row.localStart, QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    if (!meant || !wall.isValid())
        return false;
    const Zone::Meaning meaning = meant->meaningOf(wall.date(), wall.time());
    const bool isSecond = meaning.kind == Zone::Meaning::Kind::Ambiguous && row.before.start == meaning.second;
    row.after = row.before.movedTo(isSecond ? meaning.second : meaning.first);
    row.inGap = meaning.kind == Zone::Meaning::Kind::Missing;
    if (row.inGap)
        row.localStart = meant->wallText(row.after.start);
    row.changesZone = zone && row.zone != zone->id();
    row.zone = meant->id();
    return true;
}

/// In an order in which no row runs into one that has still to leave: those that go later from the last one on, then
/// those that go earlier from the first one on. A group session goes before its seats.
void sortForMoving(std::vector<Promised>& rows)
{
    std::ranges::sort(rows, [](const Promised& a, const Promised& b) {
        const bool aLater = a.row.after.start > a.row.before.start;
        const bool bLater = b.row.after.start > b.row.before.start;
        if (aLater != bLater)
            return aLater;
        if (a.row.before.start != b.row.before.start)
            return aLater ? a.row.before.start > b.row.before.start : a.row.before.start < b.row.before.start;
        if (a.isSeat() != b.isSeat())
            return b.isSeat();
        return a.row.id < b.row.id;
    });
}

struct Planned {
    std::vector<Promised> rows;
    std::vector<AppointmentId> unreadable;
    StorageError error;
};

Planned plan(Connection& connection, Instant now, std::optional<LocationId> location, const std::optional<Zone>& zone)
{
    Planned planned;
    PromisedRead read = readPromised(connection, now, location);
    planned.error = read.error;
    for (Promised& promised : read.rows) {
        if (!place(promised.row, zone))
            planned.unreadable.push_back(promised.row.id);
        else if (promised.row.changes())
            planned.rows.push_back(std::move(promised));
    }
    sortForMoving(planned.rows);
    return planned;
}

QByteArray asJson(const std::set<qint64>& ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

/// Rows first, then resources, each in the order of their ids, as every writer of several rows does. A location that
/// takes another zone is locked as a whole.
StorageError lockAll(Connection& connection, const std::vector<Promised>& rows, std::optional<LocationId> whole)
{
    if (connection.dialect() == Dialect::Sqlite)
        return {};
    std::set<qint64> ids;
    std::set<qint64> resources;
    for (const Promised& promised : rows) {
        ids.insert(promised.row.id.value());
        resources.insert(promised.resources.begin(), promised.resources.end());
    }
    const auto locked = connection.run(QStringLiteral("lock_appointments"), {{QStringLiteral("ids"), asJson(ids)}});
    if (locked.error)
        return locked.error;
    if (whole)
        return connection.run(QStringLiteral("lock_location"), {{QStringLiteral("location"), sqlValue(*whole)}}).error;
    return connection.run(QStringLiteral("lock_resources"), {{QStringLiteral("ids"), asJson(resources)}}).error;
}

StorageError runOnVersion(Connection& connection, const QString& statement, QVariantMap values, const Sender& sender)
{
    values.insert(QStringLiteral("person"), sqlValue(sender.person));
    values.insert(QStringLiteral("desk"), sender.desk);
    values.insert(QStringLiteral("command"), sender.commandId);
    const auto [query, error] = connection.run(statement, values);
    if (error)
        return error;
    if (query->next())
        return {};
    StorageError stale;
    stale.kind = StorageError::Kind::Stale;
    return stale;
}

StorageError move(Connection& connection, const Rezoned& row, const Sender& sender)
{
    return runOnVersion(connection, QStringLiteral("rezone_appointment"),
                        {{QStringLiteral("id"), row.id.value()},
                         {QStringLiteral("seen"), row.version.value()},
                         {QStringLiteral("starts_at"), toUnix(row.after.start)},
                         {QStringLiteral("ends_at"), toUnix(row.after.end)},
                         {QStringLiteral("local_start"), row.localStart},
                         {QStringLiteral("zone"), QString::fromLatin1(row.zone)}},
                        sender);
}

struct Span {
    QString table;
    qint64 id = 0;
    qint64 version = 0;
    TimeSlot slot;
    QByteArray zone;
};

Instant sameWallTime(Instant instant, const Zone& from, const Zone& to)
{
    const QDateTime wall = from.toLocal(instant);
    return to.meaningOf(wall.date(), wall.time()).first;
}

/// Closures and time off of the location keep their wall times.
StorageError moveSpans(Connection& connection, const Sender& sender, Instant now, LocationId location, const Zone& zone,
                       int& moved)
{
    const auto [query, error] =
        connection.run(QStringLiteral("rezone_read_spans"),
                       {{QStringLiteral("location"), sqlValue(location)}, {QStringLiteral("now"), toUnix(now)}});
    if (error)
        return error;
    std::vector<Span> spans;
    while (query->next())
        spans.push_back({query->value(0).toString(),
                         query->value(1).toLongLong(),
                         query->value(2).toLongLong(),
                         {instantFromUnix(query->value(3).toLongLong()), instantFromUnix(query->value(4).toLongLong())},
                         query->value(5).toByteArray()});
    for (const Span& span : spans) {
        const Zone before = Zone::fromId(span.zone).value_or(zone);
        const TimeSlot after{sameWallTime(span.slot.start, before, zone), sameWallTime(span.slot.end, before, zone)};
        if (after == span.slot || after.isEmpty())
            continue;
        const StorageError refused = runOnVersion(connection, QStringLiteral("rezone_") + span.table,
                                                  {{QStringLiteral("id"), span.id},
                                                   {QStringLiteral("seen"), span.version},
                                                   {QStringLiteral("starts_at"), toUnix(after.start)},
                                                   {QStringLiteral("ends_at"), toUnix(after.end)}},
                                                  sender);
        if (refused)
            return refused;
        ++moved;
    }
    return {};
}

/// The location and what hangs on its wall clock, once its appointments are promised in the new zone.
StorageError giveZone(Connection& connection, const Sender& sender, Instant now, LocationId location, const Zone& zone,
                      RezoneDone& done)
{
    if (const StorageError error = moveSpans(connection, sender, now, location, zone, done.spans))
        return error;
    return runOnVersion(
        connection, QStringLiteral("rezone_location"),
        {{QStringLiteral("id"), location.value()}, {QStringLiteral("zone"), QString::fromLatin1(zone.id())}}, sender);
}

} // namespace

RezonePlan planRezone(Connection& connection, Instant now, std::optional<LocationId> location,
                      const std::optional<Zone>& zone)
{
    Planned planned = plan(connection, now, location, zone);
    RezonePlan told{{}, std::move(planned.unreadable), planned.error};
    for (Promised& promised : planned.rows)
        told.rows.push_back(std::move(promised.row));
    std::ranges::sort(told.rows, {}, [](const Rezoned& row) { return std::pair(row.before.start, row.id); });
    return told;
}

RezoneDone rezone(Connection& connection, const Sender& sender, Instant now, std::optional<LocationId> location,
                  const std::optional<Zone>& zone, const std::function<void(int done, int total)>& progress)
{
    RezoneDone done;
    Transaction transaction(connection);
    done.error = transaction.beginError();
    if (done.error)
        return done;
    const Planned planned = plan(connection, now, location, zone);
    done.error = planned.error ? planned.error : lockAll(connection, planned.rows, zone ? location : std::nullopt);
    if (done.error)
        return done;
    std::set<qint64> moved;
    for (const Promised& promised : planned.rows) {
        moved.insert(promised.row.id.value());
        if (!promised.isSeat() || !moved.contains(promised.session)) // a session has taken its seats along
            done.error = move(connection, promised.row, sender);
        if (done.error) {
            done.at = promised.row.id;
            done.moved = 0;
            return done;
        }
        ++done.moved;
        if (progress)
            progress(done.moved, int(planned.rows.size()));
    }
    if (location && zone) {
        done.error = giveZone(connection, sender, now, *location, *zone, done);
        if (done.error)
            return {0, 0, done.error, {}};
    }
    done.error = transaction.commit();
    return done.error ? RezoneDone{0, 0, done.error, {}} : done;
}

} // namespace frontdesk
