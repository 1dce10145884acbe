#pragma once

#include "models/storage/connection.h"

#include <functional>

namespace frontdesk
{

/// Runs the work in a transaction and commits it; begins it all again when it was Busy (a lock that was not had in
/// time, a deadlock), at most `attempts` times in all, with a short random pause between. Any other error comes back
/// at once, Unreachable too: whether it was stored is unknown, so that only whoever has a key may send it again.
[[nodiscard]] StorageError withRetry(Connection& connection, int attempts, const std::function<StorageError()>& work);

} // namespace frontdesk
