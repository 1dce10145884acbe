#pragma once

#include "models/domain/time_slot.h"
#include "models/storage/connection.h"

#include <QByteArray>
#include <QDate>

#include <functional>

/// A salon to look around in, made up from a seed: it obeys its own rules, so that `check` finds nothing, and names
/// nobody who exists (example.org addresses, phone numbers reserved for fiction).
namespace frontdesk::demo
{

struct Options {
    int staff = 6;           ///< 1 to 200
    int appointments = 2000; ///< 0 to 5,000,000; at least what fits is booked, see Filled::appointments
    quint64 seed = 1;        ///< the same seed, options and `now` make the same book
    QDate around;            ///< the day that is fullest of life; the others spread before and after it
    Instant now{};           ///< the clock: nothing that begins later is completed or a no-show
    QByteArray zone = "Europe/Berlin";
    QByteArray currency = "EUR";
    QByteArray country = "DE";
};

struct Filled {
    StorageError error;      ///< of the statement that failed; the batches before it stay
    bool notEmpty = false;   ///< the book has a location already: nothing was written
    bool badOptions = false; ///< a number out of its range, an invalid date or an unknown zone: nothing was written
    int appointments = 0;
    int clients = 0;

    [[nodiscard]] bool isGood() const { return !error && !notEmpty && !badOptions; }
};

/// Called between batches, on the calling thread, with how many of the appointments are written.
using Progress = std::function<void(int done, int total)>;

/// Fills an initialised book without locations; every trigger stays on, the outbox stays empty. Takes transactions of
/// its own, one a batch.
[[nodiscard]] Filled fill(Connection& connection, const Options& options, const Progress& progress = {});

} // namespace frontdesk::demo
