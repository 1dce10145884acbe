#pragma once

#include "models/storage/connection.h"

#include <QString>

#include <memory>

namespace frontdesk::test
{

/// Adds one data row a database, "sqlite" and "postgresql", with the column `dialect` of type frontdesk::Dialect; for
/// _data() functions.
void onBothDatabases();

/// The URL of the cluster's superuser, from FRONTDESK_TEST_POSTGRESQL; ends the test program when it is not set.
[[nodiscard]] DatabaseUrl testServer();

/// A database name or role name that nobody else has, in this cluster and this moment.
[[nodiscard]] QString uniqueTestName(const QString& beginning = QStringLiteral("fd_test"));

/// A fresh, migrated book, empty but for person 1 and the business; removed with this object. PostgreSQL: a database of
/// its own, copied from a migrated template, in the cluster that FRONTDESK_TEST_POSTGRESQL names (packaging/test and
/// packaging/cluster start one); a test fails without it.
class TestDatabase
{
public:
    explicit TestDatabase(Dialect dialect);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] const DatabaseUrl& url() const;
    [[nodiscard]] std::unique_ptr<Connection> connect() const;

    /// A statement typed by hand, outside of the program: the error, if any, and the first column of the first row.
    struct Typed {
        StorageError error;
        QVariant value;
    };
    Typed typed(const QString& sql) const;

    /// Location 1 (Europe/Berlin, EUR, Mon–Sat 09–18), staff 1 Ana, 2 Ben, 3 Chloé, room 4, services 1 Haircut (45 min,
    /// Ana Ben Chloé, buffer after 5 min), 2 Colour (35 + 40 developing + 15, Ana Chloé, room 4, buffer after 10 min),
    /// 3 Massage (60 min, Chloé), clients 1–5.
    void fillSmallSalon() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// TestDatabase::fillSmallSalon for a book that a test has made itself.
void fillSmallSalon(const DatabaseUrl& url);

/// An empty database of its own without a schema (SQLite: a file name without a file), for tests of what makes one.
class EmptyDatabase
{
public:
    explicit EmptyDatabase(Dialect dialect);
    ~EmptyDatabase();
    EmptyDatabase(const EmptyDatabase&) = delete;
    EmptyDatabase& operator=(const EmptyDatabase&) = delete;

    [[nodiscard]] const DatabaseUrl& url() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk::test
