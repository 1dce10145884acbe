#pragma once

#include "models/check/book_reader.h"

namespace frontdesk::check
{

/// Persons who log in as a superuser, with CREATEROLE or as a member of the book's owner, a line each. No violation:
/// who runs init has such a login. Nothing for a file, which has no logins.
[[nodiscard]] StorageError readPowerfulLogins(BookReader& book, QStringList& warnings);

} // namespace frontdesk::check
