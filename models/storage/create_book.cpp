#include "models/storage/create_book.h"

#include "models/storage/making_rights.h"
#include "models/storage/migrator.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace frontdesk
{

namespace
{

using Kind = CreatedBook::Kind;

CreatedBook failed(const StorageError& error)
{
    return {Kind::Failed, OpenProblem::None, error.text, error};
}

/// Makes the empty file; an existing one is left as it is. What is wrong with a file that can't be made.
OpenProblem makeFile(const QString& path, bool& made)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    made = file >= 0;
    if (made) {
        ::close(file);
        return OpenProblem::None;
    }
    switch (errno) {
    case EEXIST:
        return OpenProblem::None;
    case ENOSPC:
    case EDQUOT:
        return OpenProblem::DiskFull;
    case EACCES:
    case EPERM:
    case EROFS:
        return OpenProblem::ReadOnly;
    case ENOENT:
    case ENOTDIR:
        return OpenProblem::NoSuchFile;
    default:
        return OpenProblem::Other;
    }
}

/// Makes the database by way of the one that every server has. A cluster whose locale isn't UTF-8 takes the locale C.
Connection::Opened makeDatabase(const DatabaseUrl& url)
{
    DatabaseUrl maintenance = url;
    maintenance.setDatabase(QStringLiteral("postgres"));
    Connection::Opened server = Connection::open(maintenance, Connection::SchemaCheck::Any);
    if (!server.connection) {
        return server;
    }
    const MakingRights rights = rightsToMakeDatabase(*server.connection, url.database());
    if (!rights.missing.isEmpty()) {
        return {nullptr, OpenProblem::MissingRights, rights.missing};
    }
    const QString create =
        QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8'").arg(quotedName(url.database()));
    StorageError error = server.connection->setPatience(std::chrono::seconds(60), std::chrono::seconds(10));
    error = error ? error : server.connection->execute(create);
    if (error.code == QLatin1StringView("22023")) { // the encoding doesn't match the locale
        error = server.connection->execute(create + QStringLiteral(" LOCALE 'C'"));
    }
    // 42P04, or 23505 when it was the same moment: somebody else has just made it.
    const bool exists = error.code == QLatin1StringView("42P04") || error.code == QLatin1StringView("23505");
    if (error && !exists) {
        return {nullptr, error.kind == StorageError::Kind::Forbidden ? OpenProblem::NoSuchDatabase : OpenProblem::Other,
                error.text};
    }
    return Connection::open(url, Connection::SchemaCheck::Any);
}

/// Whether a SQLite file has tables and none of them is ours.
StorageError isForeign(Connection& connection, bool& foreign)
{
    QSqlQuery query;
    StorageError error = connection.ask(
        QStringLiteral("SELECT count(*), COALESCE(sum(name = 'schema_migration'), 0) FROM sqlite_schema"), query);
    foreign = !error && query.next() && query.value(0).toInt() > 0 && query.value(1).toInt() == 0;
    return error;
}

StorageError isBook(Connection& connection, bool& book)
{
    const Migrator::Plan plan = Migrator().plan(connection);
    if (plan.error || plan.present == 0) {
        return plan.error;
    }
    const Connection::Result business = connection.run(QStringLiteral("business_exists"));
    book = !business.error && business.query->next();
    return business.error;
}

/// A superuser has every right already. DO can't be prepared, so that this is no statement file.
QString grantManager()
{
    return QStringLiteral("DO $$ BEGIN IF NOT pg_has_role(session_user, 'frontdesk_manager', 'MEMBER') THEN "
                          "EXECUTE format('GRANT frontdesk_manager TO %I', session_user); END IF; END $$");
}

StorageError insertRows(Connection& connection, const QString& businessName)
{
    const bool isServer = connection.dialect() == Dialect::Postgresql;
    const Connection::Result person = connection.run(QStringLiteral("first_person_insert"));
    if (person.error) {
        return person.error;
    }
    const Connection::Result business =
        connection.run(QStringLiteral("business_insert"), {{QStringLiteral("name"), businessName}});
    if (business.error || !isServer) {
        return business.error;
    }
    const StorageError error = connection.execute(grantManager());
    return error ? error : connection.run(QStringLiteral("return_ownership")).error;
}

/// One at a time: whoever comes second finds the book that the first has made.
CreatedBook insertFirstRows(Connection& connection, const QString& businessName)
{
    Transaction transaction(connection);
    if (transaction.beginError()) {
        return failed(transaction.beginError());
    }
    if (connection.dialect() == Dialect::Postgresql) {
        StorageError error = connection.execute(Migrator::lockOfBook());
        error = error ? error : connection.run(QStringLiteral("borrow_ownership")).error;
        if (error) {
            return failed(error);
        }
    }
    bool book = false;
    if (const StorageError error = isBook(connection, book)) {
        return failed(error);
    }
    if (book) {
        return {Kind::Exists, OpenProblem::None, {}, {}};
    }
    StorageError error = insertRows(connection, businessName);
    error = error ? error : transaction.commit();
    return error ? failed(error) : CreatedBook{};
}

CreatedBook fillBook(Connection& connection, const QString& businessName)
{
    bool foreign = false;
    bool book = false;
    if (connection.dialect() == Dialect::Sqlite) {
        if (const StorageError error = isForeign(connection, foreign)) {
            return failed(error);
        }
    }
    if (foreign) {
        return {Kind::Foreign, OpenProblem::None, {}, {}};
    }
    const StorageError unknown = isBook(connection, book);
    // A login that may not look: the book of others, or one that this login was stopped in making.
    const bool mayNotLook = unknown.kind == StorageError::Kind::Forbidden;
    if (unknown && !mayNotLook) {
        return failed(unknown);
    }
    if (book) {
        return {Kind::Exists, OpenProblem::None, {}, {}};
    }
    if (!mayNotLook) {
        const Migrator::Done migrated = Migrator().migrate(connection);
        if (migrated.tooNew) {
            return {Kind::NotOpened, OpenProblem::SchemaTooNew, {}, {}};
        }
        if (!migrated.missingRights.isEmpty()) {
            return {Kind::NotOpened, OpenProblem::MissingRights, migrated.missingRights, {}};
        }
        if (migrated.error) {
            return failed(migrated.error);
        }
    }
    CreatedBook filled = insertFirstRows(connection, businessName);
    if (mayNotLook && filled.error.kind == StorageError::Kind::Forbidden) {
        return {Kind::Exists, OpenProblem::None, {}, {}};
    }
    return filled;
}

} // namespace

CreatedBook createBook(const DatabaseUrl& url, const QString& businessName, const FileSystemProbe& probe)
{
    bool made = false;
    if (url.dialect() == Dialect::Sqlite) {
        const OpenProblem problem =
            isNetworkFileSystem(probe(url.path())) ? OpenProblem::NetworkFileSystem : makeFile(url.path(), made);
        if (problem != OpenProblem::None) {
            return {Kind::NotOpened, problem, {}, {}};
        }
    }
    CreatedBook result;
    {
        Connection::Opened opened = Connection::open(url, Connection::SchemaCheck::Any, probe);
        if (opened.problem == OpenProblem::NoSuchDatabase) {
            opened = makeDatabase(url);
        }
        result = opened.connection ? fillBook(*opened.connection, businessName)
                                   : CreatedBook{Kind::NotOpened, opened.problem, opened.detail, {}};
    }
    // Only while nothing was written: another program may have filled the file meanwhile.
    if (made && result.kind != Kind::Created && QFileInfo(url.path()).size() == 0) {
        QFile::remove(url.path());
    }
    return result;
}

} // namespace frontdesk
