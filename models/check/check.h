#pragma once

#include "models/domain/time_slot.h"
#include "models/storage/connection.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace frontdesk
{

/// One violation of one invariant, on one line.
struct Finding {
    QString invariant; ///< a code: "capacity", "claims", "audit", "status_way", …
    QString text;      ///< names the rows by id, client and local time
};

struct Checked {
    std::vector<Finding> findings; ///< at most a thousand of each invariant; more are counted in one last line of it
    QStringList warnings;          ///< what is no violation and yet not as it should be: logins of too much power
    StorageError error;            ///< set when the check could not be finished; the findings until then stand
};

/// Proves every invariant of the schema again from the rows alone, as if no trigger had ever run: claims are computed
/// from `takes` again, histories from the audit. Reads in one transaction and changes nothing. `progress` is told what
/// is looked at, on the calling thread.
[[nodiscard]] Checked checkBook(Connection& connection, Instant now,
                                const std::function<void(const QString& what)>& progress = {});

} // namespace frontdesk
