#pragma once

#include "models/storage/storage_error.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace frontdesk
{

class Connection;

/// One numbered change of the schema. Its texts run in order, then the step in C++ where there is one, all in one
/// transaction; the step must not begin or end transactions.
struct Migration {
    int number = 0;
    QString name;
    int oldestProgram = 0;  ///< the lowest schema number that a program must know to be allowed to write afterwards
    QStringList postgresql; ///< texts, each of several statements
    QStringList sqlite;
    std::function<StorageError(Connection&)> step;
};

/// Those of resources/sql/migrations, ascending. Folder "0001_book" has number 1 and name "book"; its files run in the
/// order of their names.
[[nodiscard]] const std::vector<Migration>& programMigrations();

/// The highest number that this program knows.
[[nodiscard]] int programSchema();

} // namespace frontdesk
