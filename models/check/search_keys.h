#pragma once

#include "models/check/book_reader.h"

namespace frontdesk::check
{

/// Every client has the search keys of the present name and phone.
[[nodiscard]] StorageError checkSearchKeys(BookReader& book);

} // namespace frontdesk::check
