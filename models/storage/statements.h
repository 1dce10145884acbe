#pragma once

#include "models/storage/database_url.h"

#include <QStringList>

namespace frontdesk
{

/// One statement of resources/sql/queries: NAME.postgresql.sql or NAME.sqlite.sql where the databases differ, else
/// NAME.sql. Comments are taken out, because the driver would look for placeholders and quotes in them.
struct Statement {
    QString sql;
    QStringList placeholders; ///< names without the colon, each once
};

/// Nothing when no file has that name.
[[nodiscard]] std::optional<Statement> findStatement(const QString& name, Dialect dialect);

/// The names of all statements that the dialect has, sorted.
[[nodiscard]] QStringList statementNames(Dialect dialect);

[[nodiscard]] Statement readStatement(const QString& text);

/// Its SQL with $1 in the place of the first placeholder, however often it is mentioned, as PostgreSQL itself takes it.
[[nodiscard]] QString numbered(const Statement& statement);

} // namespace frontdesk
