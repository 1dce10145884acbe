#include "salon.h"

namespace frontdesk::test
{
namespace
{

Resource resource(ResourceId id, ResourceKind kind, const char* name, int capacity = 1)
{
    Resource resource;
    resource.id = id;
    resource.location = here;
    resource.kind = kind;
    resource.name = QString::fromUtf8(name);
    resource.capacity = capacity;
    resource.squeezeCapacity = capacity;
    return resource;
}

Service service(ServiceId id, const char* name, Steps steps, std::vector<ResourceId> able)
{
    Service service;
    service.id = id;
    service.name = QString::fromUtf8(name);
    service.steps = std::move(steps);
    service.able = std::move(able);
    return service;
}

} // namespace

Catalogue salon()
{
    Catalogue book;
    Location location;
    location.id = here;
    location.zone = *Zone::fromId("Europe/Berlin");
    for (size_t day = 0; day < 6; ++day)
        location.hours[day] = {{QTime(9, 0), QTime(18, 0)}};
    book.locations = {location};

    book.resources = {
        resource(ana, ResourceKind::Staff, "Ana Ruiz"),       resource(ben, ResourceKind::Staff, "Ben Okafor"),
        resource(chloe, ResourceKind::Staff, "Chloé Martin"), resource(room4, ResourceKind::Room, "Room 1"),
        resource(room5, ResourceKind::Room, "Room 2"),        resource(sauna, ResourceKind::Room, "Sauna", 3)};
    for (size_t day = 0; day < 6; ++day)
        book.resources[0].hours[day] = {{QTime(9, 0), QTime(13, 0)}, {QTime(14, 0), QTime(18, 0)}};
    book.resources[1].hours[0] = {{QTime(9, 0), QTime(12, 0)}};

    const auto staff = ResourceKind::Staff;
    const auto room = ResourceKind::Room;
    book.services = {
        service(haircut, "Haircut", {{Minutes(45), {staff}}}, {ana, ben, chloe}),
        service(colour, "Colour", {{Minutes(35), {staff, room}}, {Minutes(40), {room}}, {Minutes(15), {staff, room}}},
                {ana, chloe, room4, room5}),
        service(massage, "Massage", {{Minutes(60), {staff, room}}}, {chloe, room4}),
        service(sweating, "Sauna", {{Minutes(60), {room}}}, {sauna}),
    };
    book.services[2].bufferBefore = Minutes(5);
    book.services[2].bufferAfter = Minutes(10);
    return book;
}

Instant at(const char* wall)
{
    const QDateTime time = QDateTime::fromString(QLatin1StringView(wall), QStringLiteral("yyyy-MM-dd HH:mm"));
    return Zone::fromId("Europe/Berlin")->meaningOf(time.date(), time.time()).first;
}

TimeSlot from(const char* start, int minutes)
{
    return {at(start), at(start) + Minutes(minutes)};
}

BusyTime busy(ResourceId resource, const char* start, int minutes, qint64 by, int units)
{
    return {resource, from(start, minutes), units, AppointmentId(by)};
}

Request wish(ServiceId service, ResourceId staff, const char* start)
{
    Request request;
    request.location = here;
    request.service = service;
    request.staff = staff;
    request.start = at(start);
    return request;
}

} // namespace frontdesk::test
