#pragma once

#include "models/changes/change_feed.h"

#include <optional>

namespace frontdesk
{

/// Polls PRAGMA data_version, which moves when another connection, of any process, has committed; it doesn't say what,
/// so every table is told. It doesn't move for own commits: committedHere() tells the tables that this connection has
/// written to, so that a desk reads again only what its own command touched.
class SqliteFeed final : public ChangeFeed
{
    Q_OBJECT
public:
    explicit SqliteFeed(Connection& connection, QObject* parent = nullptr);
    ~SqliteFeed() override;

    [[nodiscard]] bool open() override;
    void committedHere() override;

private:
    [[nodiscard]] std::optional<qint64> dataVersion();
    void poll();
    /// SQLite's callback for each row that this connection writes, rolled back later or not.
    static void noteRow(void* self, int operation, const char* database, const char* table, qint64 row);

    /// One poll takes about 13 µs: a thousandth of one processor.
    static constexpr std::chrono::milliseconds interval{20};
    Connection& m_connection;
    QTimer m_poll;
    qint64 m_seen = 0;
    QSet<QString> m_written; ///< since the last committedHere()
};

} // namespace frontdesk
