#pragma once

#include "models/storage/connection.h"

namespace frontdesk
{

/// How the making of a book ended.
struct CreatedBook {
    enum class Kind {
        Created,
        Exists,    ///< there is a book already; it was not touched
        Foreign,   ///< a SQLite file of another program; it was not touched
        NotOpened, ///< `problem`
        Failed     ///< `error`
    };
    Kind kind = Kind::Created;
    OpenProblem problem = OpenProblem::None;
    QString detail;
    StorageError error;
};

/// Makes a new book: on SQLite a file that its owner alone may read (mode 0600), on PostgreSQL a UTF8 database, made
/// when it is absent and the login may. Person 1 is the login that runs this on PostgreSQL, "Owner" on SQLite, both in
/// the group manager. What a failure leaves can be given to createBook again.
[[nodiscard]] CreatedBook createBook(const DatabaseUrl& url, const QString& businessName,
                                     const FileSystemProbe& probe = probeFileSystem);

} // namespace frontdesk
