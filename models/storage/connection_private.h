#pragma once

#include "models/storage/connection.h"

#include <thread>
#include <unordered_map>

struct sqlite3;

namespace frontdesk
{

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
    /// How long statements wait for another writer of the SQLite file.
    void waitForOthers(std::chrono::milliseconds patience);
    /// After a statement that succeeded: an answer that a test wants lost.
    StorageError leave();
    StorageError failed(const QSqlError& error);
    StorageError noteInTransaction(StorageError error);
    Prepared* prepared(const QString& name, StorageError& error);
    StorageError ask(const QString& sql, QSqlQuery& query);
    [[nodiscard]] QSqlError executeScript(const QString& sql);

    DatabaseUrl url;
    QString name;
    QSqlDatabase database;
    std::unordered_map<QString, Prepared> statements;
    std::thread::id thread = std::this_thread::get_id();
    Fault fault;
    bool inTransaction = false;
    bool lost = false;
    StorageError firstFailure; ///< of the present transaction
};

} // namespace frontdesk
