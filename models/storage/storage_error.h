#pragma once

#include <QSqlError>
#include <QString>

#include "models/storage/database_url.h"

namespace frontdesk
{

/// Why the database did not do what a statement asked, told apart by our own codes (resources/sql/README.md).
struct StorageError {
    enum class Kind {
        None,
        Stale,       ///< another version stands there
        Taken,       ///< a claim is in the way
        Gone,        ///< no such row
        Forbidden,   ///< the role may not, or the file is read-only
        Rule,        ///< a hard rule; `rule` names it
        Unreachable, ///< no connection, or lost on the way: the outcome may be unknown
        Busy,        ///< a lock was not had in time, a deadlock: the whole transaction may be tried again
        Other        ///< disk full, a bug: `text` says
    };
    Kind kind = Kind::None;
    QString rule;
    qint64 claimedBy = 0; ///< Taken, where known: the appointment, or minus the desk hold
    qint64 resource = 0;  ///< Taken, where known
    qint64 startsAt = 0;  ///< Taken, where known: the claim that is in the way, UTC seconds
    qint64 endsAt = 0;
    QString code; ///< SQLSTATE, or SQLite's extended result code as a number; may be empty
    QString text; ///< for the log

    [[nodiscard]] explicit operator bool() const { return kind != Kind::None; }
    /// The disk is full, or a quota's end is reached: nothing was written.
    [[nodiscard]] bool isDiskFull() const;
};

/// What a failed statement's error means. Called for failures alone: an error without any text is a lost connection on
/// PostgreSQL (after the first failure QPSQL reports nothing more).
[[nodiscard]] StorageError classify(const QSqlError& error, Dialect dialect);

} // namespace frontdesk
