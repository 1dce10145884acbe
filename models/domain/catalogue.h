#pragma once

#include "models/domain/ids.h"
#include "models/domain/money.h"
#include "models/domain/takes.h"
#include "models/domain/time_slot.h"
#include "models/domain/zone.h"

#include <QMetaType>
#include <QString>
#include <QTime>

#include <array>
#include <memory>
#include <vector>

namespace frontdesk
{

/// Wall times of one day, half-open; `to` may be 24:00, told by an invalid QTime.
struct WallSpan {
    QTime from;
    QTime to;
    friend bool operator==(const WallSpan&, const WallSpan&) = default;
};
/// Index 0 is Monday (ISO weekday minus 1). Sorted, apart from each other; a gap between two spans of a day is a break.
using WeeklyHours = std::array<std::vector<WallSpan>, 7>;
/// {"1": [["09:00","13:00"],["14:00","18:00"]], …}. On a mistake nothing, and the problem says where.
[[nodiscard]] std::optional<WeeklyHours> weeklyHoursFromJson(const QByteArray& json, QString* problem = nullptr);
[[nodiscard]] QByteArray toJson(const WeeklyHours& hours);

struct Location {
    LocationId id;
    RowVersion version;
    QString name;
    Zone zone = Zone::utc();
    QByteArray currency;
    QByteArray country; ///< ISO 3166: how a phone number typed without +… is read
    WeeklyHours hours;
    Minutes grid{15};
    Minutes notice{0};
    bool retired = false;

    friend bool operator==(const Location&, const Location&) = default;
};
struct Resource {
    ResourceId id;
    RowVersion version;
    LocationId location;
    ResourceKind kind = ResourceKind::Staff;
    QString name;
    QString initials;
    int capacity = 1;
    int squeezeCapacity = 1;
    WeeklyHours hours;
    qint64 position = 0;
    bool retired = false;

    friend bool operator==(const Resource&, const Resource&) = default;
};
struct Service {
    ServiceId id;
    RowVersion version;
    QString name;
    QString category;
    Money price;
    QString colour; ///< #rrggbb
    Steps steps;
    std::vector<ResourceId> able; ///< every resource that can do or host it
    Seconds bufferBefore{0};
    Seconds bufferAfter{0};
    int seats = 1;
    bool online = false;
    bool retired = false;

    friend bool operator==(const Service&, const Service&) = default;
};
struct Closure {
    LocationId location;
    TimeSlot slot;
    QString reason;

    friend bool operator==(const Closure&, const Closure&) = default;
};
struct TimeOff {
    ResourceId resource;
    TimeSlot slot;
    QString reason;

    friend bool operator==(const TimeOff&, const TimeOff&) = default;
};
struct Person {
    PersonId id;
    QString name;
    QString group; ///< receptionist, manager, auditor, online
    bool retired = false;

    /// Passing a soft rule, or a capacity by squeezing in, with a reason: who works at the desk may, the online side
    /// never.
    [[nodiscard]] bool mayPass() const;
    friend bool operator==(const Person&, const Person&) = default;
};

/// What a book offers, apart from its appointments: read as a whole on the database thread, shared unchanged with the
/// others.
struct Catalogue {
    QString businessName;
    Seconds undoWindow{180};
    std::vector<Location> locations;
    std::vector<Resource> resources; ///< in column order
    std::vector<Service> services;
    std::vector<Closure> closures;
    std::vector<TimeOff> timeOff;
    std::vector<Person> persons;

    [[nodiscard]] const Location* location(LocationId id) const;
    [[nodiscard]] const Resource* resource(ResourceId id) const;
    [[nodiscard]] const Service* service(ServiceId id) const;
    [[nodiscard]] const Person* person(PersonId id) const;
    [[nodiscard]] bool isEmpty() const { return locations.empty(); }
    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};
using CataloguePtr = std::shared_ptr<const Catalogue>;

} // namespace frontdesk

Q_DECLARE_METATYPE(frontdesk::CataloguePtr)
