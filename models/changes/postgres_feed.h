#pragma once

#include "models/changes/change_feed.h"

namespace frontdesk
{

/// Hears NOTIFY frontdesk on the connection itself; the payload is a table's name. Delivered by the event loop only, so
/// a thread that waits in a statement hears it afterwards. Own commits are heard like those of others.
class PostgresFeed final : public ChangeFeed
{
    Q_OBJECT
public:
    explicit PostgresFeed(Connection& connection, QObject* parent = nullptr);

    [[nodiscard]] bool open() override;
    void committedHere() override;

private:
    void hear(const QString& channel, const QVariant& payload);

    Connection& m_connection;
};

} // namespace frontdesk
