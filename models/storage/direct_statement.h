#pragma once

#include "models/storage/statements.h"

#include <QSqlError>
#include <QVariantList>

#include <optional>
#include <vector>

struct pg_conn;

namespace frontdesk
{

/// A statement of resources/sql/queries that is prepared and run past QPSQL, on the connection that QPSQL has opened.
/// The driver runs what it has prepared by the text of an EXECUTE with literals, which the server parses anew each
/// time: 60 to 95 of the 640 microseconds that a booking took there (2026-11-24, two cores). Used by the connection's
/// thread alone. What others notify meanwhile waits in libpq until the driver's next statement, which looks for it.
class DirectStatement
{
public:
    DirectStatement(const Statement& statement, const QByteArray& name);

    /// The values stand in the order of placeholders(), as the drivers take them. Nothing or the first row, which is
    /// of whole numbers without NULL; rows after it are dropped.
    struct Answer {
        std::optional<std::vector<qint64>> row;
        QSqlError error; ///< as QPSQL would have told it
    };
    [[nodiscard]] Answer run(pg_conn* server, const QVariantList& values);

    [[nodiscard]] const QStringList& placeholders() const { return m_placeholders; }

private:
    QByteArray m_sql; ///< with $1 for the first placeholder
    QByteArray m_name;
    QStringList m_placeholders;
    bool m_prepared = false;
};

} // namespace frontdesk
