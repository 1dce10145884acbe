#include "models/storage/migrator.h"

#include "models/storage/making_rights.h"

#include <QRandomGenerator>
#include <QThread>

namespace frontdesk
{

namespace
{

using namespace std::chrono_literals;

/// Holds foreign_keys off on SQLite, where a table is rebuilt under rows that refer to it; inside of a transaction the
/// pragma does nothing, so that it stands around it. PostgreSQL needs nothing of this.
class ForeignKeysOff
{
public:
    explicit ForeignKeysOff(Connection& connection) : m_connection(connection) { set("OFF"); }
    ~ForeignKeysOff() { set("ON"); }
    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

private:
    void set(const char* value)
    {
        if (m_connection.dialect() == Dialect::Sqlite) {
            QSqlQuery(m_connection.database())
                .exec(QStringLiteral("PRAGMA foreign_keys=") + QString::fromLatin1(value));
        }
    }
    Connection& m_connection;
};

/// Roles belong to the whole cluster: two books that are migrated at once may meet in them, though each has its lock.
bool isRaceBetweenBooks(const StorageError& error)
{
    static const QStringList states{QStringLiteral("23505"), QStringLiteral("42710"), QStringLiteral("XX000"),
                                    QStringLiteral("40P01")};
    return states.contains(error.code);
}

StorageError checkForeignKeys(Connection& connection)
{
    if (connection.dialect() != Dialect::Sqlite) {
        return {};
    }
    QSqlQuery query;
    StorageError error = connection.ask(QStringLiteral("PRAGMA foreign_key_check"), query);
    if (!error && query.next()) {
        error.kind = StorageError::Kind::Rule;
        error.rule = QStringLiteral("references");
        error.text = QStringLiteral("table %1 refers to a missing row of %2")
                         .arg(query.value(0).toString(), query.value(2).toString());
    }
    return error;
}

} // namespace

Migrator::Migrator() : m_migrations(programMigrations()) {}

Migrator::Migrator(std::vector<Migration> migrations) : m_migrations(std::move(migrations)) {}

QString Migrator::lockOfBook()
{
    return QStringLiteral("SELECT pg_advisory_xact_lock(5067402389270315845)");
}

Migrator::Schema Migrator::schemaOf(Connection& connection)
{
    QSqlQuery query;
    Schema schema;
    schema.error = connection.ask(
        connection.dialect() == Dialect::Sqlite
            ? QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'")
            : QStringLiteral("SELECT count(to_regclass('public.schema_migration'))"),
        query);
    if (schema.error || !query.next() || query.value(0).toInt() == 0) {
        return schema;
    }
    schema.error = connection.ask(QStringLiteral("SELECT max(number) FROM schema_migration"), query);
    if (!schema.error && query.next()) {
        schema.number = query.value(0).toInt();
    }
    return schema;
}

Migrator::Plan Migrator::plan(Connection& connection) const
{
    Schema schema = schemaOf(connection);
    if (schema.error.kind == StorageError::Kind::Forbidden) { // who may become the owner, but is no person of the book
        const Transaction transaction(connection);
        if (!transaction.beginError() && !connection.run(QStringLiteral("borrow_ownership")).error) {
            schema = schemaOf(connection);
        }
    }
    Plan plan{schema.number, schema.number > newest(), {}, {}, {}, schema.error};
    for (const Migration& migration : m_migrations) {
        if (!plan.error && migration.number > schema.number) {
            plan.numbers.push_back(migration.number);
            plan.names += migration.name;
        }
    }
    if (!plan.numbers.empty() || plan.error.kind == StorageError::Kind::Forbidden) {
        const MakingRights rights = makingRights(connection, schema.number == 0 && !plan.error);
        plan.missingRights = rights.missing;
        plan.error = plan.error ? plan.error : rights.error;
    }
    return plan;
}

StorageError Migrator::perform(Connection& connection, const Migration& migration) const
{
    const QStringList& texts = connection.dialect() == Dialect::Sqlite ? migration.sqlite : migration.postgresql;
    for (const QString& text : texts) {
        if (StorageError error = connection.execute(text)) {
            return error;
        }
    }
    if (migration.step) {
        if (StorageError error = migration.step(connection)) {
            return error;
        }
    }
    if (StorageError error = checkForeignKeys(connection)) {
        return error;
    }
    return connection.execute(
        QStringLiteral("INSERT INTO schema_migration (number, name, oldest_program) VALUES (%1, '%2', %3)")
            .arg(migration.number)
            .arg(QString(migration.name).replace(u'\'', QLatin1StringView("''")))
            .arg(migration.oldestProgram));
}

StorageError Migrator::migrateOne(Connection& connection, const Migration& migration, Done& done) const
{
    const ForeignKeysOff foreignKeysOff(connection);
    Transaction transaction(connection);
    if (transaction.beginError()) {
        return transaction.beginError();
    }
    if (connection.dialect() == Dialect::Postgresql) {
        // One lock a database; SQLite's BEGIN IMMEDIATE is it by itself.
        if (StorageError error = connection.execute(lockOfBook())) {
            return error;
        }
    }
    const Schema schema = schemaOf(connection); // another program may have migrated while this one waited
    if (schema.error) {
        return schema.error;
    }
    done.tooNew = schema.number > newest();
    if (done.tooNew || schema.number >= migration.number) {
        return {};
    }
    const bool isServer = connection.dialect() == Dialect::Postgresql;
    if (isServer && schema.number > 0) { // the first migration makes the roles, and the function
        if (const StorageError error = connection.run(QStringLiteral("borrow_ownership")).error) {
            return error;
        }
    }
    if (StorageError error = perform(connection, migration)) {
        return error;
    }
    if (isServer) {
        if (const StorageError error = connection.run(QStringLiteral("return_ownership")).error) {
            return error;
        }
    }
    StorageError error = transaction.commit();
    if (!error) {
        done.numbers.push_back(migration.number);
    }
    return error;
}

Migrator::Done Migrator::migrate(Connection& connection) const
{
    Done done;
    const Plan planned = plan(connection);
    done.tooNew = planned.tooNew;
    done.missingRights = planned.missingRights;
    if (!done.missingRights.isEmpty()) {
        return done;
    }
    done.error = planned.error ? planned.error : connection.setPatience(0ms, 60s);
    if (done.error || done.tooNew) {
        return done;
    }
    constexpr int attempts = 5;
    for (const Migration& migration : m_migrations) {
        if (migration.number <= planned.present) {
            continue;
        }
        for (int attempt = 1; attempt <= attempts; ++attempt) {
            done.error = migrateOne(connection, migration, done);
            if (!done.error || !isRaceBetweenBooks(done.error) || attempt == attempts) {
                break;
            }
            QThread::msleep(QRandomGenerator::global()->bounded(20U, 200U));
        }
        if (done.error || done.tooNew) {
            done.failedAt = done.error ? migration.number : 0;
            break;
        }
    }
    if (!connection.isLost()) {
        const StorageError restored = connection.setPatience(4s, 3s);
        done.error = done.error ? done.error : restored;
    }
    return done;
}

} // namespace frontdesk
