#pragma once

#include "models/changes/change_feed.h"

#include <optional>

namespace frontdesk
{

/// Polls PRAGMA data_version, which moves when another connection, of any process, has committed; it doesn't say what,
/// so every table is told. It doesn't move for own commits: those are told by committedHere().
class SqliteFeed final : public ChangeFeed
{
    Q_OBJECT
public:
    explicit SqliteFeed(Connection& connection, QObject* parent = nullptr);

    [[nodiscard]] bool open() override;
    void committedHere() override;

private:
    [[nodiscard]] std::optional<qint64> dataVersion();
    void poll();

    /// One poll takes about 13 µs: a thousandth of one processor.
    static constexpr std::chrono::milliseconds interval{20};
    Connection& m_connection;
    QTimer m_poll;
    qint64 m_seen = 0;
};

} // namespace frontdesk
