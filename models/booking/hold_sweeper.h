#pragma once

#include "models/booking/commands.h"
#include "models/storage/storage_error.h"

namespace frontdesk
{

class Connection;

/// What a sweep did.
struct Swept {
    int expired = 0;   ///< appointments whose hold has run out
    int deskHolds = 0; ///< popups' holds that nobody ended
    StorageError error;
};

/// Cheap when there is nothing to do, so that every desk may call it now and then. Writes down what time has done
/// already: run-out holds claim nothing and are shown as expired whether they are swept
/// or not. Leaves alone what somebody else has under way, at most `most` rows of each kind a call. A popup's hold stays
/// for `grace` after its end, since its desk may extend it late.
[[nodiscard]] Swept sweepRunOutHolds(Connection& connection, const Sender& sender, int most = 200,
                                     Seconds grace = Minutes(1));

} // namespace frontdesk
