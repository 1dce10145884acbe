#pragma once

#include "models/check/book_reader.h"

namespace frontdesk::check
{

/// Sealed personal values of the audit are those that were sealed; none is gone without a seal.
[[nodiscard]] StorageError checkPersonalValues(BookReader& book);

} // namespace frontdesk::check
