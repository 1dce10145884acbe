#pragma once

#include "models/booking/handling.h"

namespace frontdesk
{

/// A room or equipment able to host a service at these times of it.
struct FreeResource {
    ResourceId id; ///< invalid: none is able
    bool busy = false;
};
struct ResourceSearch {
    ServiceId service;
    LocationId location;
    ResourceKind kind = ResourceKind::Room;
    Takes takes; ///< its times; whose they are doesn't matter
    Instant start{};
    AppointmentId except;
    DeskHoldId exceptHold;
};
[[nodiscard]] std::variant<FreeResource, StorageError> findFreeResource(const Handling& h,
                                                                        const ResourceSearch& search);

/// One resource for each kind the steps keep busy: staff and those of `wanted` that fit, else a free one.
struct ChoiceSearch {
    const Service& service;
    LocationId location;
    ResourceId staff;
    std::vector<ResourceId> wanted;
    Steps steps;
    Seconds bufferBefore{0};
    Seconds bufferAfter{0};
    Instant start{};
    AppointmentId except;
    DeskHoldId exceptHold;
};
[[nodiscard]] std::variant<std::vector<Choice>, StorageError> chooseResources(const Handling& h,
                                                                              const ChoiceSearch& search);

} // namespace frontdesk
