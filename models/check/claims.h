#pragma once

#include "models/check/book_reader.h"

namespace frontdesk::check
{

/// Time of one resource, as an appointment's takes say it or as a row of claim stands there.
struct Claim {
    qint64 owner = 0; ///< the appointment, or minus the desk hold
    qint64 takeNo = 0;
    qint64 resource = 0;
    qint64 start = 0;
    qint64 end = 0;
    qint64 units = 1;
    qint64 heldUntil = 0; ///< 0: for good
    bool squeezed = false;
    bool sole = false; ///< rows only

    [[nodiscard]] bool sameTime(const Claim& o) const
    {
        return owner == o.owner && takeNo == o.takeNo && resource == o.resource && start == o.start && end == o.end &&
               units == o.units && heldUntil == o.heldUntil;
    }
};

/// Compares the claims that are due with the rows that stand, both ways, and sweeps over each for what is above
/// capacity.
[[nodiscard]] StorageError checkClaims(BookReader& book, std::vector<Claim> due);

/// Names the two that meet wherever more than the capacity is taken. Reorders the claims.
void sweep(BookReader& book, std::vector<Claim>& claims);

} // namespace frontdesk::check
