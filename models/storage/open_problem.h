#pragma once

#include <QString>

namespace frontdesk
{

class DatabaseUrl;

/// Why a connection was not opened; each has a message that says what to do.
enum class OpenProblem {
    None,
    NoServer,
    WrongPassword,
    MissingRole,
    MissingRights, ///< to make or migrate a book; the detail is what a superuser would type
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

/// What is wrong and what to do about it, for a person, in their language; one or two sentences without the password.
[[nodiscard]] QString explain(OpenProblem problem, const DatabaseUrl& url);

/// The problem's name in programs' output and LinkState: "no_server", "wrong_password", … "other".
[[nodiscard]] QString codeOf(OpenProblem problem);

} // namespace frontdesk
