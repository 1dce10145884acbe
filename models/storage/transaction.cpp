#include "models/storage/connection_private.h"

#include <QSqlDriver>

namespace frontdesk
{

Transaction::Transaction(Connection& connection) : m_connection(connection)
{
    Q_ASSERT_X(!connection.d->inTransaction, "Transaction", "transactions don't nest");
    if (connection.d->inTransaction) {
        m_beginError.kind = StorageError::Kind::Other;
        m_beginError.text = QStringLiteral("transactions don't nest");
        return;
    }
    // A deferred BEGIN on SQLite reads first and then fails at once when another process has written since.
    m_beginError = connection.execute(connection.dialect() == Dialect::Sqlite ? QStringLiteral("BEGIN IMMEDIATE")
                                                                              : QStringLiteral("BEGIN"));
    m_open = !m_beginError;
    connection.d->inTransaction = m_open;
    connection.d->firstFailure = {};
}

Transaction::~Transaction()
{
    if (!m_open) {
        return;
    }
    m_connection.d->inTransaction = false;
    // A planted fault belongs to the operation, not to its cleaning up; a lost connection has rolled back by itself.
    if (!m_connection.d->lost) {
        QSqlQuery(m_connection.d->database).exec(QStringLiteral("ROLLBACK"));
    }
}

StorageError Transaction::commit()
{
    Connection::Private& d = *m_connection.d;
    Q_ASSERT_X(m_open || m_beginError, "Transaction", "committed twice");
    if (!m_open) {
        return m_beginError;
    }
    if (StorageError error = d.fileStands()) {
        return error; // the destructor rolls back
    }
    if (StorageError error = d.enter()) {
        return error;
    }
    if (d.url.dialect() == Dialect::Postgresql && d.firstFailure) {
        return d.firstFailure; // COMMIT of an aborted transaction would answer like a good one
    }
    if (d.url.dialect() == Dialect::Sqlite) { // QSqlDatabase::commit() drops the error's code
        if (const QSqlError error = d.executeScript(QStringLiteral("COMMIT")); error.type() != QSqlError::NoError) {
            return d.failed(error);
        }
    } else if (!d.database.commit()) { // exec("COMMIT") returns true when PostgreSQL answered ROLLBACK
        return d.failed(d.database.lastError());
    }
    m_open = false;
    d.inTransaction = false;
    return d.leave();
}

} // namespace frontdesk
