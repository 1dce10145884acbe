#pragma once

#include "models/domain/catalogue.h"

#include <QHash>

namespace frontdesk
{

class Connection;

/// What an edit of a service would mean for what is booked of it already. Nothing that is booked changes by it.
struct ServiceImpact {
    struct Booking {
        AppointmentId id;
        Instant start{};
        LocationId location;
        ResourceId staff;
        QString client;
        friend bool operator==(const Booking&, const Booking&) = default;
    };
    static constexpr int MostListed = 12;

    int booked = 0; ///< from now on
    int breaks = 0; ///< of these: could not be booked there like that, because the time is somebody else's or its staff
                    ///< member, room or device isn't able
    std::vector<Booking> first{}; ///< of those that break the earliest, at most MostListed
    friend bool operator==(const ServiceImpact&, const ServiceImpact&) = default;
};

/// How often each service is booked from now on, by its id; those that aren't are left out.
[[nodiscard]] QHash<qint64, int> readServicesAhead(Connection& connection, Instant now);
/// `edited` has the id, and steps, buffers and able resources as they would be.
[[nodiscard]] ServiceImpact readServiceImpact(Connection& connection, const Catalogue& catalogue, const Service& edited,
                                              Instant now);

} // namespace frontdesk
