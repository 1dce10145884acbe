#pragma once

#include "models/domain/ids.h"
#include "models/domain/time_slot.h"

namespace frontdesk
{

/// A free place of a staff member, offered to a person; nothing is booked by it.
struct FreePlace {
    ResourceId staff;
    TimeSlot slot;
    friend bool operator==(const FreePlace&, const FreePlace&) = default;
};

} // namespace frontdesk
