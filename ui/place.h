#pragma once

#include "models/domain/ids.h"
#include "models/domain/time_slot.h"

#include <QMetaType>

namespace frontdesk
{

/// A place on the grid that could be booked: a column and a start.
struct Place {
    LocationId location;
    ResourceId staff;
    Instant start{};
    friend bool operator==(const Place&, const Place&) = default;
};

} // namespace frontdesk

Q_DECLARE_METATYPE(frontdesk::Place)
