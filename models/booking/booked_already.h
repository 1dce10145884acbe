#pragma once

#include "models/booking/handling.h"

namespace frontdesk
{

/// What a booking and its repeat have in common.
struct BookingFacts {
    ClientId client;
    ServiceId service;
    ResourceId staff;
    Instant start{};
    QString label;
};

/// The booking key of a command: its own, or its command id, so that every booking has one.
[[nodiscard]] QString keyOf(const Handling& h, const QString& key);

/// The unique key refused the insert: the booking, or another one with its key, stands already.
[[nodiscard]] bool isKeyTaken(const StorageError& error);

/// Done with the row that the key has booked; a key whose booking was another one breaks the rule "key_reused".
[[nodiscard]] Attempt bookedAlready(const Handling& h, const QString& key, const BookingFacts& wanted);

} // namespace frontdesk
