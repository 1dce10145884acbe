#include "models/demo/salon.h"

#include <algorithm>
#include <cmath>

namespace frontdesk::demo
{
namespace
{

constexpr size_t namedStaff = 6; // those of the pictures work on the day that the demo is about

WeeklyHours locationHours(QDate around)
{
    const auto special = static_cast<size_t>(around.dayOfWeek() - 1);
    WeeklyHours hours;
    for (size_t day = 0; day < 7; ++day) {
        if (day < 5 || day == special)
            hours[day] = {{QTime(9, 0), QTime(18, 0)}};
        else if (day == 5)
            hours[day] = {{QTime(9, 0), QTime(16, 0)}};
    }
    return hours;
}

/// The location's hours with a break in them.
std::vector<WallSpan> withBreak(const std::vector<WallSpan>& open, QTime start, Minutes length)
{
    if (open.empty())
        return {};
    const QTime end = start.addSecs(static_cast<int>(length.count()) * 60);
    return {{open[0].from, start}, {end, open[0].to}};
}

WeeklyHours staffHours(const Catalogue& salon, const Texts::Role& role, size_t index, QDate around, Random& random)
{
    const auto special = static_cast<size_t>(around.dayOfWeek() - 1);
    QTime start = role.breakStart;
    if (index >= namedStaff)
        start = QTime(12, 0).addSecs(random.below(5) * 1800);
    const bool partTime = index >= namedStaff ? random.chance(0.4) : index >= 4;
    const bool mornings = index >= namedStaff && partTime && random.chance(0.4);
    WeeklyHours hours;
    for (size_t day = 0; day < 7; ++day) {
        hours[day] = withBreak(salon.locations[0].hours[day], start, role.breakLength);
        if (mornings && !hours[day].empty())
            hours[day].pop_back();
    }
    for (int free = partTime ? 2 : 1; free > 0; --free) {
        const auto day = static_cast<size_t>(random.below(6));
        if (index >= namedStaff || day != special)
            hours[day] = {};
    }
    return hours;
}

QString initialsOf(const QString& name)
{
    QString initials;
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (part.front().isLetter() && initials.size() < 2)
            initials += part.front().toUpper();
    }
    return initials;
}

void addResource(Catalogue& salon, ResourceKind kind, const QString& name, int capacity = 1)
{
    Resource resource;
    resource.id = ResourceId(static_cast<qint64>(salon.resources.size()) + 1);
    resource.location = salon.locations[0].id;
    resource.kind = kind;
    resource.name = name;
    resource.initials = kind == ResourceKind::Staff ? initialsOf(name) : QString();
    resource.capacity = capacity;
    resource.squeezeCapacity = capacity;
    resource.position = static_cast<qint64>(salon.resources.size());
    salon.resources.push_back(std::move(resource));
}

void addResources(Catalogue& salon, const Options& options, const Texts& texts, const People& people)
{
    Random random(options.seed ^ 0x5a10);
    for (int i = 0; i < options.staff; ++i) {
        const auto index = static_cast<size_t>(i);
        addResource(salon, ResourceKind::Staff, i < texts.staff.size() ? texts.staff[i] : people.staffName(random));
        const Texts::Role& role = texts.roles[index % texts.roles.size()];
        salon.resources.back().hours = staffHours(salon, role, index, options.around, random);
        if (index % texts.roles.size() == 1)
            salon.resources.back().squeezeCapacity = 2; // a trim beside a cut, where the manager allows it
    }
    const int rooms = std::max(2, (options.staff + 1) / 2);
    for (int i = 1; i <= rooms; ++i)
        addResource(salon, ResourceKind::Room, QStringLiteral("Room %1").arg(i));
    addResource(salon, ResourceKind::Equipment, QStringLiteral("Steamer"), 1 + options.staff / 12);
}

void addServices(Catalogue& salon, const Options& options, const Texts& texts)
{
    const qint64 minorPerUnit = static_cast<qint64>(std::llround(std::pow(10, currencyDigits(options.currency))));
    for (const Texts::ServiceText& text : texts.services) {
        Service service;
        bool hasStaff = false;
        for (size_t i = 0; i < salon.resources.size(); ++i) {
            const Resource& resource = salon.resources[i];
            const bool isStaff = resource.kind == ResourceKind::Staff;
            const bool able =
                isStaff
                    ? texts.roles[i % texts.roles.size()].services.contains(text.name)
                    : std::ranges::any_of(text.steps, [&](const Step& step) { return step.keepsBusy(resource.kind); });
            hasStaff = hasStaff || (isStaff && able);
            if (able)
                service.able.push_back(resource.id);
        }
        if (!hasStaff)
            continue;
        service.id = ServiceId(static_cast<qint64>(salon.services.size()) + 1);
        service.name = text.name;
        service.category = text.category;
        service.price = {text.price * minorPerUnit, options.currency};
        service.colour = text.colour;
        service.steps = text.steps;
        service.bufferBefore = text.before;
        service.bufferAfter = text.after;
        service.online = text.online;
        service.seats = text.seats;
        salon.services.push_back(std::move(service));
    }
}

/// Wall times of the location, as whole days.
TimeSlot days(const Zone& zone, QDate first, int count)
{
    return {zone.day(first).start, zone.day(first.addDays(count - 1)).end};
}

void addClosures(Catalogue& salon, const Options& options, const Texts& texts)
{
    const Location& location = salon.locations[0];
    for (int year = options.around.year() - 1; year <= options.around.year() + 1; ++year) {
        for (const Texts::Holiday& holiday : texts.holidays) {
            const QDate first(year, holiday.month, holiday.day);
            if (options.around < first || options.around >= first.addDays(holiday.days))
                salon.closures.push_back({location.id, days(location.zone, first, holiday.days), holiday.reason});
        }
    }
    if (options.staff > 2) {
        const QDate first = options.around.addDays(16);
        salon.timeOff.push_back({salon.resources[1].id, days(location.zone, first, 7), QStringLiteral("Holiday")});
        const QDate second = options.around.addDays(-20);
        salon.timeOff.push_back({salon.resources[2].id, days(location.zone, second, 5), QStringLiteral("Holiday")});
    }
}

QVariantMap writtenBy(const QVariant& person)
{
    return {{QStringLiteral("changed_by"), person}};
}

QString text(const QByteArray& json)
{
    return QString::fromUtf8(json);
}

/// The id that the insert gave.
qint64 insertedId(Connection& connection, const QString& statement, const QVariantMap& values, StorageError& error)
{
    const Connection::Result result = connection.run(statement, values);
    error = result.error;
    return !error && result.query->next() ? result.query->value(0).toLongLong() : 0;
}

using Ids = std::vector<ResourceId>; ///< of the book, by the id that the salon was made with, less one

StorageError writeLocation(Connection& connection, Location& location, const QVariant& person)
{
    StorageError error;
    QVariantMap values = writtenBy(person);
    values.insert({{QStringLiteral("name"), location.name},
                   {QStringLiteral("zone"), QString::fromLatin1(location.zone.id())},
                   {QStringLiteral("currency"), QString::fromLatin1(location.currency)},
                   {QStringLiteral("country"), QString::fromLatin1(location.country)},
                   {QStringLiteral("hours"), text(toJson(location.hours))}});
    location.id = LocationId(insertedId(connection, QStringLiteral("demo_location"), values, error));
    return error;
}

StorageError writeResource(Connection& connection, Resource& resource, LocationId location, const QVariant& person)
{
    StorageError error;
    resource.location = location;
    QVariantMap values = writtenBy(person);
    values.insert({{QStringLiteral("location_id"), location.value()},
                   {QStringLiteral("kind"), QString(toCode(resource.kind))},
                   {QStringLiteral("name"), resource.name},
                   {QStringLiteral("initials"), resource.initials},
                   {QStringLiteral("capacity"), resource.capacity},
                   {QStringLiteral("squeeze_capacity"), resource.squeezeCapacity},
                   {QStringLiteral("hours"), text(toJson(resource.hours))},
                   {QStringLiteral("position"), resource.position}});
    resource.id = ResourceId(insertedId(connection, QStringLiteral("demo_resource"), values, error));
    return error;
}

StorageError writeService(Connection& connection, Service& service, const Ids& ids, const QVariant& person)
{
    StorageError error;
    QByteArray able;
    for (ResourceId& id : service.able) {
        id = ids[static_cast<size_t>(id.value()) - 1];
        able += (able.isEmpty() ? "" : ", ") + QByteArray::number(id.value());
    }
    QVariantMap values = writtenBy(person);
    values.insert({{QStringLiteral("name"), service.name},
                   {QStringLiteral("category"), service.category},
                   {QStringLiteral("price_minor"), service.price.minor},
                   {QStringLiteral("currency"), QString::fromLatin1(service.price.currency)},
                   {QStringLiteral("colour"), service.colour},
                   {QStringLiteral("steps"), text(toJson(service.steps))},
                   {QStringLiteral("able"), text('[' + able + ']')},
                   {QStringLiteral("buffer_before"), qint64(service.bufferBefore.count())},
                   {QStringLiteral("buffer_after"), qint64(service.bufferAfter.count())},
                   {QStringLiteral("seats"), service.seats},
                   {QStringLiteral("online"), service.online}});
    service.id = ServiceId(insertedId(connection, QStringLiteral("demo_service"), values, error));
    return error;
}

/// A closure of the location or time off of a resource.
StorageError writeAway(Connection& connection, const char* statement, const char* column, qint64 id, TimeSlot slot,
                       const QString& reason, const QVariant& person)
{
    QVariantMap values = writtenBy(person);
    values.insert({{QLatin1StringView(column), id},
                   {QStringLiteral("starts_at"), toUnix(slot.start)},
                   {QStringLiteral("ends_at"), toUnix(slot.end)},
                   {QStringLiteral("reason"), reason}});
    return connection.run(QLatin1StringView(statement), values).error;
}

} // namespace

Catalogue makeSalon(const Options& options, const Zone& zone, const Texts& texts, const People& people)
{
    Catalogue salon;
    Location location;
    location.id = LocationId(1);
    location.name = texts.location;
    location.zone = zone;
    location.currency = options.currency;
    location.country = options.country;
    location.hours = locationHours(options.around);
    salon.locations = {location};
    addResources(salon, options, texts, people);
    addServices(salon, options, texts);
    addClosures(salon, options, texts);
    return salon;
}

StorageError writeSalon(Connection& connection, Catalogue& salon, const QVariant& person)
{
    Location& location = salon.locations[0];
    StorageError error = writeLocation(connection, location, person);
    Ids ids;
    for (Resource& resource : salon.resources) {
        if (!error)
            error = writeResource(connection, resource, location.id, person);
        ids.push_back(resource.id);
    }
    for (Service& service : salon.services) {
        if (!error)
            error = writeService(connection, service, ids, person);
    }
    for (Closure& closure : salon.closures) {
        closure.location = location.id;
        if (!error) {
            error = writeAway(connection, "demo_closure", "location_id", location.id.value(), closure.slot,
                              closure.reason, person);
        }
    }
    for (TimeOff& off : salon.timeOff) {
        off.resource = ids[static_cast<size_t>(off.resource.value()) - 1];
        if (!error) {
            error = writeAway(connection, "demo_time_off", "resource_id", off.resource.value(), off.slot, off.reason,
                              person);
        }
    }
    return error;
}

} // namespace frontdesk::demo
