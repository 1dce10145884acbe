#include "models/storage/connection_private.h"
#include "models/storage/migrations.h"
#include "models/storage/server_diagnosis.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QThread>
#include <QUrl>

#include <chrono>

#include <sqlite3.h>

namespace frontdesk
{

namespace
{

constexpr std::chrono::milliseconds waitsForOthers(3000);
constexpr const char* pageSize = "PRAGMA page_size=2048"; ///< of a new file: a commit writes whole pages

} // namespace

/// Opens one connection, step by step; each step answers with what is wrong.
class ConnectionOpener
{
public:
    ConnectionOpener(const DatabaseUrl& url, Connection::SchemaCheck check, const FileSystemProbe& probe)
        : m_url(url), m_check(check), m_probe(probe), m_connection(std::make_unique<Connection::Private>(url))
    {
    }

    Connection::Opened open()
    {
        Connection::Opened opened;
        opened.problem = m_url.dialect() == Dialect::Sqlite ? openFile() : openServer();
        opened.detail = m_detail;
        if (!m_url.password().isEmpty()) {
            opened.detail.replace(m_url.password(), QStringLiteral("***"));
        }
        if (opened.problem == OpenProblem::None) {
            opened.connection.reset(new Connection(std::move(m_connection)));
        }
        return opened;
    }

private:
    OpenProblem openFile();
    OpenProblem setUpFile();
    OpenProblem fileProblem(const QSqlError& error);
    OpenProblem openServer();
    OpenProblem serverProblem(const StorageError& error);
    OpenProblem checkSchema(bool hasTable);

    const DatabaseUrl& m_url;
    Connection::SchemaCheck m_check;
    const FileSystemProbe& m_probe;
    std::unique_ptr<Connection::Private> m_connection;
    QString m_detail;
};

OpenProblem ConnectionOpener::openFile()
{
    // Before SQLite's first use: without its own count of memory in use, which nobody asks for, allocating takes no
    // lock.
    static const int unlocked = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(unlocked)
    const QFileInfo info(m_url.path());
    if (isNetworkFileSystem(m_probe(m_url.path()))) {
        return OpenProblem::NetworkFileSystem;
    }
    if (!info.exists()) {
        return OpenProblem::NoSuchFile;
    }
    if (!info.isFile()) {
        return OpenProblem::NotADatabase;
    }
    QSqlDatabase& database = m_connection->database;
    // As a URI, because only that can be told not to make the file anew if it has gone meanwhile.
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI"));
    database.setDatabaseName(QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(m_url.path(), "/")) +
                             QStringLiteral("?mode=rw"));
    if (!database.open()) {
        return fileProblem(database.lastError());
    }
    m_connection->waitForOthers(waitsForOthers);
    return setUpFile();
}

OpenProblem ConnectionOpener::setUpFile()
{
    // Room of the connection's own for what a statement with many triggers allocates and frees; the usual one is for
    // less than 1200 bytes at a time.
    sqlite3_db_config(m_connection->handle(), SQLITE_DBCONFIG_LOOKASIDE, nullptr, 4096, 200);
    QSqlQuery query(m_connection->database);
    const auto exec = [&](const char* sql) { return query.exec(QString::fromLatin1(sql)); };
    if (!exec("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'") ||
        !query.next()) {
        return fileProblem(query.lastError());
    }
    const bool hasTable = query.value(0).toInt() > 0;
    if (sqlite3_db_readonly(m_connection->handle(), "main") == 1) {
        return OpenProblem::ReadOnly;
    }
    if (const OpenProblem problem = checkSchema(hasTable); problem != OpenProblem::None) {
        return problem;
    }
    for (const char* sql :
         {pageSize, "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA cache_size=-16384"}) {
        if (!exec(sql)) {
            return fileProblem(query.lastError());
        }
    }
    // Of several that open a new file at once SQLite refuses all but one this switch without waiting.
    const QDeadlineTimer patience(waitsForOthers);
    while (!exec("PRAGMA journal_mode=WAL") || !query.next()) {
        const int code = query.lastError().nativeErrorCode().toInt();
        if ((code & 0xff) != SQLITE_BUSY || patience.hasExpired()) {
            return fileProblem(query.lastError());
        }
        QThread::msleep(10);
    }
    m_detail = query.value(0).toString();
    if (m_detail != QLatin1StringView("wal")) { // the file system has no shared memory
        return OpenProblem::NetworkFileSystem;
    }
    m_detail.clear();
    return OpenProblem::None;
}

OpenProblem ConnectionOpener::fileProblem(const QSqlError& error)
{
    m_detail = error.text().trimmed();
    const int code = error.nativeErrorCode().toInt();
    const bool noSpace = m_connection->database.isOpen() && sqlite3_system_errno(m_connection->handle()) == ENOSPC;
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return OpenProblem::NotADatabase;
    case SQLITE_FULL:
        return OpenProblem::DiskFull;
    case SQLITE_IOERR:
        return noSpace ? OpenProblem::DiskFull : OpenProblem::Other;
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return OpenProblem::ReadOnly;
    case SQLITE_CANTOPEN: // the file was there: it, or the log beside it, may not be opened for writing
        return QFileInfo::exists(m_url.path()) ? OpenProblem::ReadOnly : OpenProblem::NoSuchFile;
    default:
        return OpenProblem::Other;
    }
}

OpenProblem ConnectionOpener::openServer()
{
    QSqlDatabase& database = m_connection->database;
    database.setHostName(m_url.host());
    database.setPort(m_url.port());
    database.setDatabaseName(m_url.database());
    database.setUserName(m_url.user());
    database.setPassword(m_url.password());
    // Measured (a half-open link): with the default settings a statement froze for 937 s, with these for 4.1 s.
    QString options = QStringLiteral(
        "application_name=frontdesk;connect_timeout=5;keepalives_idle=2;keepalives_interval=1;keepalives_count=3;"
        "tcp_user_timeout=4000;options='-c statement_timeout=4000 -c lock_timeout=3000 "
        "-c idle_in_transaction_session_timeout=5000 -c default_transaction_isolation=read\\\\ committed "
        "-c client_min_messages=warning -c search_path=public,pg_temp -c jit=off'");
    for (auto option = m_url.options().begin(); option != m_url.options().end(); ++option) {
        QString value = option.value();
        value.replace(u'\\', QLatin1StringView("\\\\")).replace(u'\'', QLatin1StringView("\\'"));
        options += QStringLiteral(";%1='%2'").arg(option.key(), value);
    }
    database.setConnectOptions(options);
    const auto start = std::chrono::steady_clock::now();
    if (!database.open()) {
        m_detail = database.lastError().text().trimmed();
        const bool timedOut = std::chrono::steady_clock::now() - start > std::chrono::seconds(4);
        return timedOut ? OpenProblem::NoServer : diagnoseServer(m_url, m_detail);
    }
    QSqlQuery query;
    const StorageError error = m_connection->ask(
        QStringLiteral("SELECT current_setting('server_encoding'), current_setting('synchronous_commit'), "
                       "current_setting('standard_conforming_strings'), current_setting('transaction_read_only'), "
                       "CASE WHEN to_regclass('public.schema_migration') IS NULL THEN 0 ELSE 1 END"),
        query);
    if (error || !query.next()) {
        return serverProblem(error);
    }
    if (query.value(0).toString() != QLatin1StringView("UTF8")) {
        m_detail = query.value(0).toString();
        return OpenProblem::NotUtf8;
    }
    if (query.value(1).toString() == QLatin1StringView("off")) {
        return OpenProblem::UnsafeCommit;
    }
    if (query.value(2).toString() != QLatin1StringView("on")) {
        return OpenProblem::NonStandardStrings;
    }
    if (query.value(3).toString() != QLatin1StringView("off")) {
        return OpenProblem::ReadOnly;
    }
    return checkSchema(query.value(4).toInt() == 1);
}

OpenProblem ConnectionOpener::serverProblem(const StorageError& error)
{
    m_detail = error.text;
    switch (error.kind) {
    case StorageError::Kind::Forbidden:
        return OpenProblem::MissingRole;
    case StorageError::Kind::Unreachable:
        return OpenProblem::NoServer;
    default:
        return error.isDiskFull() ? OpenProblem::DiskFull : OpenProblem::Other;
    }
}

OpenProblem ConnectionOpener::checkSchema(bool hasTable)
{
    if (m_check == Connection::SchemaCheck::Any) {
        return OpenProblem::None;
    }
    if (!hasTable) {
        return OpenProblem::SchemaMissing;
    }
    QSqlQuery query;
    const StorageError error =
        m_connection->ask(QStringLiteral("SELECT max(number), max(oldest_program) FROM schema_migration"), query);
    if (error || !query.next()) {
        return m_url.dialect() == Dialect::Postgresql ? serverProblem(error) : fileProblem(query.lastError());
    }
    const qint64 number = query.value(0).toLongLong();
    const qint64 oldestProgram = query.value(1).toLongLong();
    m_detail = QStringLiteral("the book has schema %1, this program %2").arg(number).arg(programSchema());
    if (query.isNull(0)) {
        return OpenProblem::SchemaMissing;
    }
    if (number < programSchema()) {
        return OpenProblem::SchemaTooOld;
    }
    // A newer schema may still be written by an older program, if its migrations say so.
    if (oldestProgram > programSchema()) {
        return OpenProblem::SchemaTooNew;
    }
    m_detail.clear();
    return OpenProblem::None;
}

Connection::Opened Connection::open(const DatabaseUrl& url, SchemaCheck check, const FileSystemProbe& probe)
{
    return ConnectionOpener(url, check, probe).open();
}

} // namespace frontdesk
