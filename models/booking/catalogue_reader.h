#pragma once

#include "models/domain/catalogue.h"
#include "models/storage/storage_error.h"

#include <variant>

namespace frontdesk
{

class Connection;

/// Statement by statement: who changes a part meanwhile is heard of by the change feed, which has it read again.
using CatalogueOrError = std::variant<CataloguePtr, StorageError>;
[[nodiscard]] CatalogueOrError readCatalogue(Connection& connection);

} // namespace frontdesk
