#include "models/storage/open_problem.h"

#include "models/storage/database_url.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OpenProblem)
};

QString serverOf(const DatabaseUrl& url)
{
    const QString host = url.host().isEmpty() ? Text::tr("this computer") : url.host();
    return QStringLiteral("%1:%2").arg(host).arg(url.port());
}

QString explainServer(OpenProblem problem, const DatabaseUrl& url)
{
    switch (problem) {
    case OpenProblem::NoServer:
        return Text::
            tr("The database server at %1 does not answer. Check that it runs, that its name is right and that this "
               "computer is on the network.")
                .arg(serverOf(url));
    case OpenProblem::WrongPassword:
        return Text::tr("The server refuses the password of %1. Type it again, or ask a manager to reset it.")
            .arg(url.user());
    case OpenProblem::MissingRole:
        return Text::
            tr("The server does not let %1 use this book. Ask a manager to add this user (frontdesk-admin user add).")
                .arg(url.user());
    case OpenProblem::MissingRights:
        return Text::tr("The login %1 may not make or update the book %2. Ask who runs the server to type there, as a "
                        "superuser (psql), what stands below; then try again.")
            .arg(url.user(), url.database());
    case OpenProblem::NoSuchDatabase:
        return Text::tr("The server has no database %1. Check the name, or create the book with frontdesk-admin init.")
            .arg(url.database());
    case OpenProblem::NotUtf8:
        return Text::
            tr("The database %1 does not store UTF8, so names would be damaged. Create the book in a database with the "
               "encoding UTF8.")
                .arg(url.database());
    case OpenProblem::UnsafeCommit:
        return Text::tr(
            "The server may lose bookings that it has confirmed: synchronous_commit is off. Set it to on in the "
            "server's configuration.");
    case OpenProblem::NonStandardStrings:
        return Text::tr(
            "The server reads quoted text in an unsafe way: standard_conforming_strings is off. Set it to on in the "
            "server's configuration.");
    default:
        return {};
    }
}

QString explainFile(OpenProblem problem, const DatabaseUrl& url)
{
    switch (problem) {
    case OpenProblem::NotADatabase:
        return Text::tr("%1 is no appointment book, or it is damaged. Choose another file, or restore a backup.")
            .arg(url.path());
    case OpenProblem::NoSuchFile:
        return Text::tr("There is no file %1. Check the name, or create a new book.").arg(url.path());
    case OpenProblem::NetworkFileSystem:
        return Text::
            tr("%1 lies on a network drive, where several computers would damage it. Move the book to a disk of this "
               "computer, or use PostgreSQL for several desks.")
                .arg(url.path());
    default:
        return {};
    }
}

} // namespace

QString explain(OpenProblem problem, const DatabaseUrl& url)
{
    const bool file = url.dialect() == Dialect::Sqlite;
    switch (problem) {
    case OpenProblem::None:
        return {};
    case OpenProblem::ReadOnly:
        return file ? Text::tr("%1 or its folder may not be written. Change the permissions, or choose another file.")
                          .arg(url.path())
                    : Text::tr(
                          "The database %1 is read-only now, as a standby server is. Connect to the primary server.")
                          .arg(url.database());
    case OpenProblem::DiskFull:
        return Text::tr("The disk that holds the book is full. Free some space and try again; nothing was lost.");
    case OpenProblem::SchemaMissing:
        return Text::tr("There is no appointment book in %1 yet. Create one here, or choose another database.")
            .arg(url.text());
    case OpenProblem::SchemaTooOld:
        return Text::tr(
            "The book was made by an older Frontdesk and must be brought up to date first. Back it up, then run "
            "frontdesk-admin migrate.");
    case OpenProblem::SchemaTooNew:
        return Text::tr("The book was made by a newer Frontdesk. Install the newer program on this computer.");
    case OpenProblem::Other:
        return Text::tr("The book in %1 could not be opened.").arg(url.text());
    default:
        return explainServer(problem, url) + explainFile(problem, url);
    }
}

QString codeOf(OpenProblem problem)
{
    switch (problem) {
    case OpenProblem::None:
        return QStringLiteral("none");
    case OpenProblem::NoServer:
        return QStringLiteral("no_server");
    case OpenProblem::WrongPassword:
        return QStringLiteral("wrong_password");
    case OpenProblem::MissingRole:
        return QStringLiteral("missing_role");
    case OpenProblem::MissingRights:
        return QStringLiteral("missing_rights");
    case OpenProblem::NoSuchDatabase:
        return QStringLiteral("no_such_database");
    case OpenProblem::NotUtf8:
        return QStringLiteral("not_utf8");
    case OpenProblem::UnsafeCommit:
        return QStringLiteral("unsafe_commit");
    case OpenProblem::NonStandardStrings:
        return QStringLiteral("non_standard_strings");
    case OpenProblem::NotADatabase:
        return QStringLiteral("not_a_database");
    case OpenProblem::NoSuchFile:
        return QStringLiteral("no_such_file");
    case OpenProblem::ReadOnly:
        return QStringLiteral("read_only");
    case OpenProblem::NetworkFileSystem:
        return QStringLiteral("network_file_system");
    case OpenProblem::DiskFull:
        return QStringLiteral("disk_full");
    case OpenProblem::SchemaMissing:
        return QStringLiteral("schema_missing");
    case OpenProblem::SchemaTooOld:
        return QStringLiteral("schema_too_old");
    case OpenProblem::SchemaTooNew:
        return QStringLiteral("schema_too_new");
    case OpenProblem::Other:
        break;
    }
    return QStringLiteral("other");
}

} // namespace frontdesk
