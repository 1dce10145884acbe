#pragma once

#include "models/storage/storage_error.h"

#include <functional>

namespace frontdesk
{

class ClientKeys;
class Connection;

/// What reindexClients did.
struct Reindexed {
    int clients = 0; ///< whose keys were written
    StorageError error;
};

/// Writes the search keys of clients that have none for their present version: rows written by hand. With `all` those
/// of every client, after a change of how names are folded. In batches, each a transaction of its own; `progress` is
/// told how many are done, on the calling thread; between two batches `stop` may end it early.
[[nodiscard]] Reindexed reindexClients(Connection& connection, const ClientKeys& keys, bool all,
                                       const std::function<void(int done)>& progress = {},
                                       const std::function<bool()>& stop = {});

} // namespace frontdesk
