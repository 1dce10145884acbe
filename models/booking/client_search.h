#pragma once

#include "models/booking/command_bus.h"
#include "models/storage/storage_error.h"

#include <variant>

namespace frontdesk
{

class ClientKeys;
class Connection;

/// The clients that match every part of what was typed, at most `limit`, by the folded name; whole names before longer
/// ones. Nothing for a text without letters and digits.
using ClientsOrError = std::variant<std::vector<ClientHit>, StorageError>;
[[nodiscard]] ClientsOrError findClients(Connection& connection, const ClientKeys& keys, const QString& typed,
                                         int limit, Instant now);

/// One client as the search shows it; nothing when there is none.
using ClientOrError = std::variant<std::optional<ClientHit>, StorageError>;
[[nodiscard]] ClientOrError readClientHit(Connection& connection, ClientId id, Instant now);

} // namespace frontdesk
