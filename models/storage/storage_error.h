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
        Forbidden,   ///< the role may not
        Rule,        ///< a hard rule; `rule` names it
        Unreachable, ///< no connection, or lost on the way: the outcome may be unknown
        Busy,        ///< a lock was not had in time, a deadlock: may be tried again
        Other        ///< disk full, a bug: `text` says
    };
    Kind kind = Kind::None;
    QString rule;
    qint64 claimedBy = 0; ///< Taken, where known: the appointment, or minus the desk hold
    qint64 resource = 0;  ///< Taken, where known
    QString text;         ///< for the log

    [[nodiscard]] explicit operator bool() const { return kind != Kind::None; }
};

[[nodiscard]] StorageError classify(const QSqlError& error, Dialect dialect);

} // namespace frontdesk
