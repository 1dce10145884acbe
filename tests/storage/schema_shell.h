#pragma once

#include "models/storage/database_url.h"

#include <QString>

namespace frontdesk::test
{

/// What a database's own shell answered to statements typed by hand.
struct ShellAnswer {
    QString output;
    QString errors;
};

/// sqlite3 on a file, with its own defaults and worse: foreign_keys and recursive_triggers off.
[[nodiscard]] ShellAnswer sqliteShell(const QString& path, const QString& statements);
/// psql as the URL's user, errors with their SQLSTATE.
[[nodiscard]] ShellAnswer psqlShell(const DatabaseUrl& url, const QString& statements);

} // namespace frontdesk::test
