#pragma once

#include "models/storage/database_url.h"
#include "models/storage/storage_error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantMap>

#include <memory>
#include <variant>

namespace frontdesk
{

/// Why a connection was not opened; each has a message that says what to do.
enum class OpenProblem {
    None,
    NoServer,
    WrongPassword,
    MissingRole,
    NoSuchDatabase,
    NotUtf8,
    UnsafeCommit,       ///< synchronous_commit is off
    NonStandardStrings, ///< standard_conforming_strings is off
    NotADatabase,       ///< the file is something else
    NoSuchFile,
    ReadOnly,
    NetworkFileSystem,
    DiskFull,
    SchemaMissing,
    SchemaTooOld,
    SchemaTooNew,
    Other
};

/// One connection, owned and used by the thread that opened it, never copied to another. Opening sets what the hazards
/// ask for: foreign keys, WAL, busy timeout on SQLite; keepalives, timeouts, isolation on PostgreSQL.
class Connection
{
public:
    enum class SchemaCheck { Required, Any };
    struct Opened {
        std::unique_ptr<Connection> connection; ///< null when there is a problem
        OpenProblem problem = OpenProblem::None;
        QString detail;
    };
    [[nodiscard]] static Opened open(const DatabaseUrl& url, SchemaCheck check = SchemaCheck::Required);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Dialect dialect() const;
    [[nodiscard]] const DatabaseUrl& url() const;
    [[nodiscard]] QSqlDatabase& database(); ///< for table models on the same thread

    /// Runs the statement of resources/sql/queries by its file's name, prepared once a connection, values bound by
    /// :name. The query is positioned before its first row.
    struct Result {
        QSqlQuery* query = nullptr; ///< owned by the connection, valid until the same statement runs again
        StorageError error;
    };
    [[nodiscard]] Result run(const QString& statement, const QVariantMap& values = {});
    /// SQL text of this very connection's own housekeeping (BEGIN, PRAGMA, SET); only models/storage and tests have
    /// any.
    [[nodiscard]] StorageError execute(const QString& sql);

    /// Fails the n-th statement from now on (1: the next), for tests of what a failure leaves; 0 switches it off.
    void failStatement(int n);
    [[nodiscard]] bool inTransaction() const;

private:
    friend class Transaction;
    class Private;
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// BEGIN (IMMEDIATE on SQLite) until commit(); rolls back when it goes out of scope uncommitted. Nesting asserts.
class Transaction
{
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    [[nodiscard]] const StorageError& beginError() const { return m_beginError; }
    [[nodiscard]] StorageError commit();

private:
    Connection& m_connection;
    StorageError m_beginError;
    bool m_open = false;
};

} // namespace frontdesk
