#pragma once

#include "models/storage/connection.h"
#include "models/storage/migrations.h"

namespace frontdesk
{

/// Brings a book's schema up to date: each migration in one transaction of its own under a lock, so that two that start
/// at once do each step once, and a failure half-way leaves the schema as the last whole migration left it.
class Migrator
{
public:
    Migrator(); ///< the program's own migrations
    explicit Migrator(std::vector<Migration> migrations);

    struct Plan {
        int present = 0; ///< the schema's number now, 0 without a schema
        bool tooNew = false;
        std::vector<int> numbers; ///< those that would run, ascending
        QStringList names;
        QString missingRights; ///< what the login lacks to run them (models/storage/making_rights.h)
        StorageError error;
    };
    [[nodiscard]] Plan plan(Connection& connection) const;

    struct Done {
        std::vector<int> numbers; ///< those that ran here; another program may have run the others
        bool tooNew = false;      ///< the schema is newer than the program: nothing was done
        QString missingRights;    ///< not empty: nothing was done
        int failedAt = 0;         ///< the number of the migration that failed with `error`
        StorageError error;
    };
    /// The connection must have been opened with SchemaCheck::Any and be outside of a transaction.
    [[nodiscard]] Done migrate(Connection& connection) const;

    /// The statement that takes the one lock of a book on PostgreSQL, until the transaction's end.
    [[nodiscard]] static QString lockOfBook();

private:
    struct Schema {
        int number = 0;
        StorageError error;
    };
    [[nodiscard]] static Schema schemaOf(Connection& connection);
    [[nodiscard]] int newest() const { return m_migrations.empty() ? 0 : m_migrations.back().number; }
    [[nodiscard]] StorageError migrateOne(Connection& connection, const Migration& migration, Done& done) const;
    [[nodiscard]] StorageError perform(Connection& connection, const Migration& migration) const;

    std::vector<Migration> m_migrations;
};

} // namespace frontdesk
