#include "models/changes/sqlite_feed.h"

#include "models/storage/connection.h"

namespace frontdesk
{

SqliteFeed::SqliteFeed(Connection& connection, QObject* parent)
    : ChangeFeed(parent), m_connection(connection), m_poll(this)
{
    connect(&m_poll, &QTimer::timeout, this, &SqliteFeed::poll);
}

bool SqliteFeed::open()
{
    const std::optional<qint64> version = dataVersion();
    if (!version) {
        return false;
    }
    m_seen = *version;
    m_poll.start(interval);
    return true;
}

void SqliteFeed::committedHere()
{
    note(allTables());
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
