#include "models/booking/handling.h"

namespace frontdesk
{

/// A hold that has run out and was swept away is released already.
Attempt handle(const Handling& h, const ReleaseHold& c)
{
    const Connection::Result result =
        h.connection.run(QStringLiteral("release_hold"), {{QStringLiteral("id"), sqlValue(c.hold)}});
    if (result.error)
        return failed(result.error);
    return Outcome(Done{c.hold.value(), RowVersion()});
}

} // namespace frontdesk
