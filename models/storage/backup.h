#pragma once

#include "models/storage/connection.h"

#include <functional>

namespace frontdesk
{

/// How a backup ended. Only after Done the file was touched: it is written beside itself, checked, and then renamed.
struct BackedUp {
    enum class Kind {
        Done,
        NotOpened, ///< the book: `problem`
        NoTool,    ///< pg_dump or pg_restore is not installed
        Forbidden, ///< the login may not read the whole book; `detail` names what
        Refused,   ///< the file is the book itself, or its folder may not be written; `detail`
        Failed     ///< `detail`
    };
    Kind kind = Kind::Done;
    OpenProblem problem = OpenProblem::None;
    QString detail; ///< for the log, in the tools' language, without the password
};

/// Called with the share done from 0 to 1, from time to time.
using BackupProgress = std::function<void(double)>;

/// Copies a whole book, as it stands at one moment, into a file that its owner alone may read (mode 0600), while others
/// go on working. SQLite: a SQLite file, checked by integrity_check, that opens as a book. PostgreSQL: an archive of
/// pg_dump for pg_restore; the login must be able to read every table, as managers can.
[[nodiscard]] BackedUp backUp(const DatabaseUrl& url, const QString& file, const BackupProgress& progress = {});

} // namespace frontdesk
