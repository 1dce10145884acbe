#include "models/changes/postgres_feed.h"

#include "models/storage/connection.h"

#include <QSqlDriver>

namespace frontdesk
{

namespace
{

const auto channelName = QStringLiteral("frontdesk");

} // namespace

PostgresFeed::PostgresFeed(Connection& connection, QObject* parent) : ChangeFeed(parent), m_connection(connection) {}

bool PostgresFeed::open()
{
    QSqlDriver* driver = m_connection.database().driver();
    connect(driver, &QSqlDriver::notification, this,
            [this](const QString& channel, QSqlDriver::NotificationSource, const QVariant& payload) {
                hear(channel, payload);
            });
    return driver->subscribeToNotification(channelName);
}

void PostgresFeed::committedHere()
{
    // The server notifies this session as well.
}

void PostgresFeed::hear(const QString& channel, const QVariant& payload)
{
    const QString table = payload.toString();
    // Any role may forge a notification: a table that isn't ours causes no reading.
    if (channel == channelName && allTables().contains(table)) {
        note({table});
    }
}

} // namespace frontdesk
