#pragma once

#include "models/check/book_reader.h"

namespace frontdesk::check
{

/// The triggers stand as the migrations made them: whoever drops one is beyond the wall, and is found here even if no
/// row has come to harm yet.
[[nodiscard]] StorageError checkGuard(BookReader& book);

} // namespace frontdesk::check
