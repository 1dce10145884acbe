#include "models/booking/catalogue_reader.h"

#include "models/storage/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace frontdesk
{
namespace
{

/// Reads the columns of a row by their place in the statement.
class Row
{
public:
    explicit Row(const QSqlQuery& query) : m_query(query) {}

    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return text(column).toUtf8(); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.value(column).isNull(); }
    [[nodiscard]] TimeSlot slot(int column) const
    {
        return {instantFromUnix(number(column)), instantFromUnix(number(column + 1))};
    }

private:
    const QSqlQuery& m_query;
};

void addBusiness(const Row& row, Catalogue& catalogue)
{
    catalogue.businessName = row.text(0);
    catalogue.undoWindow = Seconds(row.number(1));
}

void addLocation(const Row& row, Catalogue& catalogue)
{
    Location location;
    location.id = LocationId(row.number(0));
    location.version = RowVersion(row.number(1));
    location.name = row.text(2);
    location.zone = Zone::fromId(row.bytes(3)).value_or(Zone::utc());
    location.currency = row.bytes(4);
    location.country = row.bytes(5);
    location.hours = weeklyHoursFromJson(row.bytes(6)).value_or(WeeklyHours());
    location.grid = Minutes(row.number(7));
    location.notice = Minutes(row.number(8));
    location.retired = !row.isNull(9);
    catalogue.locations.push_back(std::move(location));
}

void addResource(const Row& row, Catalogue& catalogue)
{
    Resource resource;
    resource.id = ResourceId(row.number(0));
    resource.version = RowVersion(row.number(1));
    resource.location = LocationId(row.number(2));
    resource.kind = resourceKindFromCode(row.text(3)).value_or(ResourceKind::Staff);
    resource.name = row.text(4);
    resource.initials = row.text(5);
    resource.capacity = int(row.number(6));
    resource.squeezeCapacity = row.isNull(7) ? resource.capacity : int(row.number(7));
    resource.hours = weeklyHoursFromJson(row.bytes(8)).value_or(WeeklyHours());
    resource.position = row.number(9);
    resource.retired = !row.isNull(10);
    catalogue.resources.push_back(std::move(resource));
}

void addService(const Row& row, Catalogue& catalogue)
{
    Service service;
    service.id = ServiceId(row.number(0));
    service.version = RowVersion(row.number(1));
    service.name = row.text(2);
    service.category = row.text(3);
    service.price = {row.number(4), row.bytes(5)};
    service.colour = row.text(6);
    service.steps = stepsFromJson(row.bytes(7)).value_or(Steps());
    for (const QJsonValue id : QJsonDocument::fromJson(row.bytes(8)).array())
        service.able.emplace_back(id.toInteger());
    service.bufferBefore = Seconds(row.number(9));
    service.bufferAfter = Seconds(row.number(10));
    service.seats = int(row.number(11));
    service.online = row.number(12) != 0;
    service.retired = !row.isNull(13);
    catalogue.services.push_back(std::move(service));
}

void addClosure(const Row& row, Catalogue& catalogue)
{
    catalogue.closures.push_back({LocationId(row.number(0)), row.slot(1), row.text(3)});
}

void addTimeOff(const Row& row, Catalogue& catalogue)
{
    catalogue.timeOff.push_back({ResourceId(row.number(0)), row.slot(1), row.text(3)});
}

void addPerson(const Row& row, Catalogue& catalogue)
{
    catalogue.persons.push_back({PersonId(row.number(0)), row.text(1), row.text(2), !row.isNull(3)});
}

struct Part {
    QString statement;
    void (*add)(const Row&, Catalogue&);
};

} // namespace

CatalogueOrError readCatalogue(Connection& connection)
{
    const std::array parts = {Part{QStringLiteral("catalogue_business"), addBusiness},
                              Part{QStringLiteral("catalogue_locations"), addLocation},
                              Part{QStringLiteral("catalogue_resources"), addResource},
                              Part{QStringLiteral("catalogue_services"), addService},
                              Part{QStringLiteral("catalogue_closures"), addClosure},
                              Part{QStringLiteral("catalogue_time_off"), addTimeOff},
                              Part{QStringLiteral("catalogue_persons"), addPerson}};
    auto catalogue = std::make_shared<Catalogue>();
    for (const Part& part : parts) {
        const Connection::Result result = connection.run(part.statement);
        if (result.error)
            return result.error;
        while (result.query->next())
            part.add(Row(*result.query), *catalogue);
    }
    return CataloguePtr(std::move(catalogue));
}

} // namespace frontdesk
