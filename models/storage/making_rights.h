#pragma once

#include "models/storage/connection.h"

namespace frontdesk
{

/// What a login of PostgreSQL lacks to make a book or to bring its schema up to date. A superuser lacks nothing; else a
/// login needs CREATEDB (or a database of its own) and CREATEROLE, or to be a member of the roles that stand already.
struct MakingRights {
    /// The statements that a superuser would type, a line each, with the reason behind it; empty when nothing is
    /// missing.
    QString missing;
    StorageError error;
};

/// To make or migrate a book in the connection's database; `isNew` while that has no schema yet. Nothing is missing on
/// SQLite.
[[nodiscard]] MakingRights makingRights(Connection& connection, bool isNew);

/// To make a database of that name too; asked in another database of the same server.
[[nodiscard]] MakingRights rightsToMakeDatabase(Connection& connection, const QString& database);

/// "frontdesk" → "\"frontdesk\"": an SQL name of any text.
[[nodiscard]] QString quotedName(QString name);

} // namespace frontdesk
