#include "models/changes/sqlite_feed.h"

#include "models/storage/connection.h"

#include <QSqlDriver>

#include <sqlite3.h>

#include <utility>

namespace frontdesk
{

namespace
{

sqlite3* sqliteHandle(Connection& connection)
{
    return *static_cast<sqlite3* const*>(connection.database().driver()->handle().constData());
}

} // namespace

SqliteFeed::SqliteFeed(Connection& connection, QObject* parent)
    : ChangeFeed(parent), m_connection(connection), m_poll(this)
{
    connect(&m_poll, &QTimer::timeout, this, &SqliteFeed::poll);
}

SqliteFeed::~SqliteFeed()
{
    if (m_connection.database().isOpen()) {
        sqlite3_update_hook(sqliteHandle(m_connection), nullptr, nullptr);
    }
}

bool SqliteFeed::open()
{
    const std::optional<qint64> version = dataVersion();
    if (!version) {
        return false;
    }
    m_seen = *version;
    sqlite3_update_hook(sqliteHandle(m_connection), &SqliteFeed::noteRow, this);
    m_poll.start(interval);
    return true;
}

void SqliteFeed::committedHere()
{
    note(std::exchange(m_written, {}));
}

void SqliteFeed::noteRow(void* self, int, const char*, const char* table, qint64)
{
    const auto name = QString::fromLatin1(table);
    if (allTables().contains(name)) {
        static_cast<SqliteFeed*>(self)->m_written.insert(name);
    }
}

std::optional<qint64> SqliteFeed::dataVersion()
{
    const Connection::Result result = m_connection.run(QStringLiteral("data_version"));
    if (result.error || !result.query->next()) {
        return std::nullopt;
    }
    const qint64 version = result.query->value(0).toLongLong();
    // Left open, the statement would pin the snapshot that it has read.
    result.query->finish();
    return version;
}

void SqliteFeed::poll()
{
    const std::optional<qint64> version = dataVersion();
    if (!version) {
        m_poll.stop();
        emit lost();
    } else if (*version != m_seen) {
        m_seen = *version;
        note(allTables());
    }
}

} // namespace frontdesk
