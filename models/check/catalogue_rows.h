#pragma once

#include "models/check/book_reader.h"

namespace frontdesk::check
{

/// service_step and service_resource say what the service's own steps and list of who is able say.
[[nodiscard]] StorageError checkServices(BookReader& book);
/// Zones are known and weekly hours can be read: the programs would take UTC, and closed all week.
[[nodiscard]] StorageError checkPlaces(BookReader& book);
/// Nothing points at rows that aren't there; on SQLite the file itself is whole.
[[nodiscard]] StorageError checkReferences(BookReader& book);
/// What waits to be sent may be sent.
[[nodiscard]] StorageError checkOutbox(BookReader& book);

} // namespace frontdesk::check
