#pragma once

#include "models/domain/ids.h"
#include "models/storage/database_url.h"
#include "models/storage/file_system.h"
#include "models/storage/open_problem.h"
#include "models/storage/storage_error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantMap>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace frontdesk
{

/// One connection, owned and used by the thread that opened it, never copied to another. Opening sets what the hazards
/// ask for: foreign keys, WAL, busy timeout on SQLite; keepalives, timeouts, isolation on PostgreSQL.
class Connection
{
public:
    enum class SchemaCheck { Required, Any };
    struct Opened {
        std::unique_ptr<Connection> connection; ///< null when there is a problem
        OpenProblem problem = OpenProblem::None;
        QString detail; ///< what the database said, in its language, without the password; may be empty
    };
    /// Takes at most some five seconds when there is no server. `probe` tells the kind of file system that a SQLite
    /// file lies on.
    [[nodiscard]] static Opened open(const DatabaseUrl& url, SchemaCheck check = SchemaCheck::Required,
                                     const FileSystemProbe& probe = probeFileSystem);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Dialect dialect() const;
    [[nodiscard]] const DatabaseUrl& url() const;
    [[nodiscard]] QSqlDatabase& database(); ///< for table models on the same thread

    /// Runs the statement of resources/sql/queries by its file's name, prepared once a connection, values bound by
    /// :name. Every placeholder needs a value; values that the statement has no placeholder for are passed over, so
    /// that its two dialects may differ. An invalid QVariant is NULL, a bool is 0 or 1, a QByteArray is JSON text; text
    /// that is not storable is refused with the rule "text" before anything is sent. The query is positioned before
    /// its first row. The statement has been run to its end: nothing stays open or pinned. What a migration beside us
    /// has outdated is prepared anew; in a transaction, which has failed then, the answer is Busy.
    struct Result {
        QSqlQuery* query = nullptr; ///< owned by the connection, valid until the same statement runs again
        StorageError error;
    };
    [[nodiscard]] Result run(const QString& statement, const QVariantMap& values = {});
    /// run() for a statement whose answer is one row of whole numbers, or none: the booking, whose time is measured. On
    /// PostgreSQL it goes past the driver (direct_statement.h).
    struct Numbers {
        std::optional<std::vector<qint64>> row;
        StorageError error;
    };
    [[nodiscard]] Numbers runForNumbers(const QString& statement, const QVariantMap& values);
    /// SQL text of this very connection's own housekeeping (BEGIN, PRAGMA, SET); only models/storage and tests have
    /// any. It may hold several statements; their rows are dropped.
    [[nodiscard]] StorageError execute(const QString& sql);
    /// The same for one statement whose rows are wanted; `query` stands before the first, all of them fetched.
    [[nodiscard]] StorageError ask(const QString& sql, QSqlQuery& query);
    /// The same with values bound by position, by the rules of run(); for statements that are made by row_statements.h.
    [[nodiscard]] StorageError ask(const QString& sql, const QVariantList& values, QSqlQuery& query);

    /// How long a statement may run and wait for a lock, until set anew; a desk's are 4 s and 3 s. Zero: without end.
    /// For work without a person waiting: imports, demo data, backups.
    [[nodiscard]] StorageError setPatience(std::chrono::milliseconds statement, std::chrono::milliseconds lock);

    /// Fails the n-th statement from now on (1: the next; BEGIN and COMMIT count) with that kind of error, for tests of
    /// what a failure leaves; 0 switches it off. A failed COMMIT has rolled back.
    void failStatement(int n, StorageError::Kind kind = StorageError::Kind::Other);
    /// The n-th statement from now on is done by the database, but its answer is lost: Unreachable.
    void loseAnswer(int n);
    [[nodiscard]] bool inTransaction() const;
    /// A statement has found the connection gone: it will not come back, open another.
    [[nodiscard]] bool isLost() const;

private:
    friend class Transaction;
    friend class ConnectionOpener;
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
    /// After an error nothing was stored, except after Unreachable, when it is unknown. A transaction in which a
    /// statement failed on PostgreSQL can't be committed: the error is then that of the statement.
    [[nodiscard]] StorageError commit();

private:
    Connection& m_connection;
    StorageError m_beginError;
    bool m_open = false;
};

/// An id as a value to bind: NULL when it is invalid.
template <class Tag>
[[nodiscard]] QVariant sqlValue(Id<Tag> id)
{
    return id.isValid() ? QVariant(id.value()) : QVariant();
}

} // namespace frontdesk
