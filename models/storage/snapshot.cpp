#include "models/storage/snapshot.h"

#include <QSqlQuery>

namespace frontdesk
{

Snapshot::Snapshot(Connection& connection) : m_connection(connection)
{
    Q_ASSERT_X(!connection.inTransaction(), "Snapshot", "transactions don't nest");
    m_beginError = connection.execute(
        connection.dialect() == Dialect::Sqlite
            ? QStringLiteral("BEGIN")
            : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0; "
                             "SET LOCAL idle_in_transaction_session_timeout = 0"));
}

Snapshot::~Snapshot()
{
    // Not by execute(): a fault that a test planted belongs to the reads, not to their cleaning up.
    if (!m_beginError && !m_connection.isLost())
        QSqlQuery(m_connection.database()).exec(QStringLiteral("ROLLBACK"));
}

} // namespace frontdesk
