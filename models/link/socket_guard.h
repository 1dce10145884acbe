#pragma once

#include <chrono>
#include <mutex>
#include <optional>

class QSqlDatabase;

namespace frontdesk
{

/// A second handle on a PostgreSQL connection's socket. libpq waits without end for a server that takes packets but
/// doesn't answer (stopped, or its machine thrashes); cut() from another thread makes that wait fail. On SQLite there
/// is nothing to hold.
class SocketGuard
{
public:
    SocketGuard() = default;
    ~SocketGuard();
    SocketGuard(const SocketGuard&) = delete;
    SocketGuard& operator=(const SocketGuard&) = delete;

    /// Holds the socket of an open connection; call it on the connection's thread.
    void hold(const QSqlDatabase& database);
    void release();
    /// Ends the connection, from any thread. Whoever waits for it gets an error.
    void cut();
    [[nodiscard]] int descriptor() const;
    /// How long ago the last byte came from the server; nothing where that can't be told (SQLite, a Unix socket).
    [[nodiscard]] std::optional<std::chrono::milliseconds> silentFor() const;
    /// Whether the server has closed its end and everything it said before has been read.
    [[nodiscard]] bool isClosed() const;

private:
    mutable std::mutex m_mutex;
    int m_descriptor = -1;
};

} // namespace frontdesk
