#pragma once

#include "models/storage/connection.h"
#include "models/storage/direct_statement.h"

#include <thread>
#include <unordered_map>

struct sqlite3;

namespace frontdesk
{

[[nodiscard]] StorageError otherError(const QString& text);
/// "cached plan must not change result type": a migration has changed what the statement answers since it was prepared.
/// It has not been run. SQLite prepares anew by itself.
[[nodiscard]] bool isOutdated(const QSqlError& error, Dialect dialect);

/// What a Connection is made of; for the files of models/storage that open connections and run transactions.
class Connection::Private
{
public:
    struct Prepared {
        QSqlQuery query;
        QStringList placeholders;
        bool wasRun = false;   ///< it is good, whatever happens to it later
        bool outdated = false; ///< to be prepared anew before its next run
    };
    /// What a test wants the next statements to do.
    struct Fault {
        int in = 0; ///< the n-th statement from now; 0: none
        StorageError::Kind kind = StorageError::Kind::Other;
        bool done = false; ///< the statement is done, its answer is lost
    };

    explicit Private(const DatabaseUrl& url);
    ~Private();
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    /// Before each statement: the wrong thread, and faults that a test planted.
    StorageError enter();
    /// Whether the SQLite file is still the one that its name stands for: what is written into one that was replaced
    /// (by a backup that somebody restores) would be lost without a word. One stat(2), about a microsecond.
    StorageError fileStands();
    [[nodiscard]] sqlite3* handle() const;
    [[nodiscard]] pg_conn* server() const;
    /// How long statements wait for another writer of the SQLite file.
    void waitForOthers(std::chrono::milliseconds patience);
    /// After a statement that succeeded: an answer that a test wants lost.
    StorageError leave();
    StorageError failed(const QSqlError& error);
    StorageError noteInTransaction(StorageError error);
    Prepared* prepared(const QString& name, StorageError& error);
    /// The values of the statement's placeholders, as the drivers take them.
    std::variant<QVariantList, StorageError> bindables(const QString& statement, const QStringList& placeholders,
                                                       const QVariantMap& values);
    DirectStatement* direct(const QString& statement);
    StorageError ask(const QString& sql, QSqlQuery& query);
    [[nodiscard]] QSqlError executeScript(const QString& sql);

    DatabaseUrl url;
    QString name;
    QSqlDatabase database;
    std::unordered_map<QString, Prepared> statements;
    std::unordered_map<QString, DirectStatement> directStatements; ///< those that go past the driver
    int directNames = 0;                                           ///< that were given on this connection
    std::thread::id thread = std::this_thread::get_id();
    Fault fault;
    bool inTransaction = false;
    bool lost = false;
    StorageError firstFailure; ///< of the present transaction
};

} // namespace frontdesk
