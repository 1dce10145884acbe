#include "models/storage/connection_private.h"
#include "models/storage/statements.h"
#include "models/storage/text.h"

#include <QSqlDriver>

#include <algorithm>
#include <atomic>

#include <sqlite3.h>

namespace frontdesk
{

namespace
{

QString uniqueName()
{
    static std::atomic<quint64> count{0};
    return QStringLiteral("frontdesk-%1").arg(++count);
}

StorageError unstorableText(const QString& where)
{
    StorageError error;
    error.kind = StorageError::Kind::Rule;
    error.rule = QStringLiteral("text");
    error.text = QStringLiteral("a value of %1 holds U+0000 or half a character").arg(where);
    return error;
}

/// The value as the drivers take it; nothing for text that no database keeps.
std::optional<QVariant> bindable(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return QVariant(value.toBool() ? 1 : 0);
    case QMetaType::QString: {
        const QString text = value.toString();
        if (!isStorableText(text)) {
            return {};
        }
        // QString() is an empty text for us; the drivers would make NULL of it.
        return text.isNull() ? QVariant(QStringLiteral("")) : value;
    }
    case QMetaType::QByteArray: {
        const QByteArray json = value.toByteArray();
        return isStorableJson(json) ? std::optional<QVariant>(QString::fromUtf8(json)) : std::nullopt;
    }
    case QMetaType::UnknownType:
        return QVariant(QMetaType(QMetaType::QString));
    default:
        return value;
    }
}

/// The rows of a SQLite statement, fetched into the query's own cache: what RETURNING changed is closed, and no cursor
/// pins the snapshot that `PRAGMA data_version` compares with.
bool drain(QSqlQuery& query)
{
    if (!query.isSelect()) {
        return true;
    }
    query.last();
    const bool good = !query.lastError().isValid();
    query.seek(QSql::BeforeFirstRow);
    return good;
}

} // namespace

StorageError otherError(const QString& text)
{
    StorageError error;
    error.kind = StorageError::Kind::Other;
    error.text = text;
    return error;
}

bool isOutdated(const QSqlError& error, Dialect dialect)
{
    return dialect == Dialect::Postgresql && error.nativeErrorCode() == QLatin1StringView("0A000");
}

Connection::Private::Private(const DatabaseUrl& of) : url(of), name(uniqueName())
{
    database = QSqlDatabase::addDatabase(
        url.dialect() == Dialect::Sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), name);
}

Connection::Private::~Private()
{
    statements.clear();
    database.close();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

StorageError Connection::Private::enter()
{
    if (std::this_thread::get_id() != thread) {
        return otherError(QStringLiteral("a connection was used from another thread than its own"));
    }
    // A transaction looks when it begins and before it commits.
    if (StorageError error = inTransaction ? StorageError() : fileStands()) {
        return error;
    }
    if (fault.in == 0 || fault.done || --fault.in > 0) {
        return {};
    }
    if (inTransaction && url.dialect() == Dialect::Postgresql) {
        QSqlQuery(database).exec(QStringLiteral("planted failure")); // as after a real one, the transaction is aborted
    }
    StorageError error = otherError(QStringLiteral("planted failure"));
    error.kind = fault.kind;
    return noteInTransaction(error);
}

StorageError Connection::Private::fileStands()
{
    if (url.dialect() == Dialect::Postgresql || !database.isOpen()) {
        return {};
    }
    int moved = 0;
    if (sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || moved == 0) {
        return {};
    }
    lost = true;
    StorageError error = otherError(QStringLiteral("the file was moved, deleted or replaced by another"));
    error.kind = StorageError::Kind::Unreachable;
    return noteInTransaction(error);
}

sqlite3* Connection::Private::handle() const
{
    return *static_cast<sqlite3* const*>(database.driver()->handle().constData());
}

void Connection::Private::waitForOthers(std::chrono::milliseconds longest)
{
    // SQLite's own way of waiting: it sleeps longer and longer, up to a tenth of a second, so that under load one
    // process writes many times upon the pages that it has in memory before the next one reads them anew. Waiting
    // shorter cost eight busy processes a third of their bookings.
    sqlite3_busy_timeout(handle(), int(longest.count()));
}

StorageError Connection::Private::leave()
{
    if (fault.in == 0 || !fault.done || --fault.in > 0) {
        return {};
    }
    StorageError error = otherError(QStringLiteral("planted loss of the answer"));
    error.kind = StorageError::Kind::Unreachable;
    return error;
}

StorageError Connection::Private::failed(const QSqlError& error)
{
    StorageError result = classify(error, url.dialect());
    if (url.dialect() == Dialect::Postgresql && !database.isOpen()) {
        result.kind = StorageError::Kind::Unreachable;
    } else if (url.dialect() == Dialect::Postgresql && error.nativeErrorCode().isEmpty()) {
        // No error of the server's, and the connection stands: the driver answers so for COMMIT of what had failed.
        result.kind = StorageError::Kind::Other;
    }
    lost = lost || (url.dialect() == Dialect::Postgresql && result.kind == StorageError::Kind::Unreachable);
    return noteInTransaction(result);
}

StorageError Connection::Private::noteInTransaction(StorageError error)
{
    if (inTransaction && !firstFailure) {
        firstFailure = error;
    }
    return error;
}

Connection::Private::Prepared* Connection::Private::prepared(const QString& statement, StorageError& error)
{
    if (const auto found = statements.find(statement); found != statements.end()) {
        if (!found->second.outdated) {
            return &found->second;
        }
        statements.erase(found);
    }
    const auto text = findStatement(statement, url.dialect());
    if (!text) {
        error = otherError(QStringLiteral("there is no statement %1").arg(statement));
        return nullptr;
    }
    QSqlQuery query(database);
    if (!query.prepare(text->sql)) {
        error = failed(query.lastError());
        return nullptr;
    }
    return &statements.emplace(statement, Prepared{std::move(query), text->placeholders}).first->second;
}

std::variant<QVariantList, StorageError>
Connection::Private::bindables(const QString& statement, const QStringList& placeholders, const QVariantMap& values)
{
    QVariantList bound;
    for (const QString& placeholder : placeholders) {
        const auto value = values.find(placeholder);
        if (value == values.end()) {
            return otherError(QStringLiteral("statement %1 has no value for :%2").arg(statement, placeholder));
        }
        const auto one = bindable(*value);
        if (!one) {
            return unstorableText(statement + QStringLiteral(" :") + placeholder);
        }
        bound += *one;
    }
    return bound;
}

StorageError Connection::Private::ask(const QString& sql, QSqlQuery& query)
{
    if (StorageError error = enter()) {
        return error;
    }
    query = QSqlQuery(database);
    if (!query.exec(sql) || (url.dialect() == Dialect::Sqlite && !drain(query))) {
        return failed(query.lastError());
    }
    return leave();
}

QSqlError Connection::Private::executeScript(const QString& sql)
{
    if (url.dialect() == Dialect::Sqlite) {
        if (sqlite3_exec(handle(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK) {
            return {};
        }
        return QSqlError(QString(), QString::fromUtf8(sqlite3_errmsg(handle())), QSqlError::StatementError,
                         QString::number(sqlite3_extended_errcode(handle())));
    }
    QSqlQuery query(database);
    bool good = query.exec(sql);
    // exec() answers for the first statement alone; the others' errors come with their results.
    while (good && query.nextResult()) {
    }
    good = good && !query.lastError().isValid();
    // After a lost connection the error is empty: its type must still say that there is one.
    return good ? QSqlError()
                : QSqlError(query.lastError().driverText(), query.lastError().databaseText(),
                            query.lastError().type() == QSqlError::NoError ? QSqlError::ConnectionError
                                                                           : query.lastError().type(),
                            query.lastError().nativeErrorCode());
}

Connection::Connection(std::unique_ptr<Private> p) : d(std::move(p)) {}

Connection::~Connection() = default;

Dialect Connection::dialect() const
{
    return d->url.dialect();
}

const DatabaseUrl& Connection::url() const
{
    return d->url;
}

QSqlDatabase& Connection::database()
{
    return d->database;
}

Connection::Result Connection::run(const QString& statement, const QVariantMap& values)
{
    if (StorageError error = d->enter()) {
        return {nullptr, error};
    }
    StorageError error;
    Private::Prepared* const prepared = d->prepared(statement, error);
    if (!prepared) {
        return {nullptr, error};
    }
    QSqlQuery& query = prepared->query;
    const auto bound = d->bindables(statement, prepared->placeholders, values);
    if (const auto* unbound = std::get_if<StorageError>(&bound)) {
        return {nullptr, *unbound};
    }
    for (qsizetype n = 0; n < prepared->placeholders.size(); ++n) {
        query.bindValue(u':' + prepared->placeholders.at(n), std::get<QVariantList>(bound).at(n));
    }
    if (!query.exec() || (dialect() == Dialect::Sqlite && !drain(query))) {
        if (prepared->wasRun && isOutdated(query.lastError(), dialect())) {
            prepared->outdated = true;
            if (!d->inTransaction) {
                return run(statement, values);
            }
        }
        error = d->failed(query.lastError());
        if (prepared->outdated) {
            error.kind = StorageError::Kind::Busy; // begun anew, the transaction prepares it anew
        }
        query.finish();
        return {nullptr, error};
    }
    prepared->wasRun = true;
    error = d->leave();
    return {error ? nullptr : &query, error};
}

StorageError Connection::execute(const QString& sql)
{
    if (StorageError error = d->enter()) {
        return error;
    }
    const QSqlError error = d->executeScript(sql);
    return error.type() == QSqlError::NoError ? d->leave() : d->failed(error);
}

StorageError Connection::ask(const QString& sql, QSqlQuery& query)
{
    return d->ask(sql, query);
}

StorageError Connection::ask(const QString& sql, const QVariantList& values, QSqlQuery& query)
{
    if (StorageError error = d->enter()) {
        return error;
    }
    query = QSqlQuery(d->database);
    if (!query.prepare(sql)) {
        return d->failed(query.lastError());
    }
    for (const QVariant& value : values) {
        const auto bound = bindable(value);
        if (!bound) {
            return unstorableText(sql);
        }
        query.addBindValue(*bound);
    }
    if (!query.exec() || (dialect() == Dialect::Sqlite && !drain(query))) {
        return d->failed(query.lastError());
    }
    return d->leave();
}

StorageError Connection::setPatience(std::chrono::milliseconds statement, std::chrono::milliseconds lock)
{
    if (dialect() == Dialect::Sqlite) {
        constexpr std::chrono::milliseconds endless = std::chrono::hours(24);
        d->waitForOthers(lock.count() > 0 ? lock : endless);
        return {};
    }
    return execute(QStringLiteral("SET statement_timeout = %1; SET lock_timeout = %2; "
                                  "SET idle_in_transaction_session_timeout = %1")
                       .arg(statement.count())
                       .arg(lock.count()));
}

void Connection::failStatement(int n, StorageError::Kind kind)
{
    d->fault = {n, kind, false};
}

void Connection::loseAnswer(int n)
{
    d->fault = {n, StorageError::Kind::Unreachable, true};
}

bool Connection::inTransaction() const
{
    return d->inTransaction;
}

bool Connection::isLost() const
{
    return d->lost;
}

} // namespace frontdesk
