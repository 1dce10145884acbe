#include "models/link/socket_guard.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <fcntl.h>
#include <libpq-fe.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace frontdesk
{

SocketGuard::~SocketGuard()
{
    release();
}

void SocketGuard::hold(const QSqlDatabase& database)
{
    release();
    const QVariant handle = database.driver()->handle();
    // Qt 5 called it "PGconn*", Qt 6 calls it by its struct; QSQLITE's is another type.
    const QByteArray type = handle.typeName();
    if (type != "PGconn*" && type != "pg_conn*") {
        return;
    }
    const int socket = PQsocket(*static_cast<PGconn* const*>(handle.constData()));
    const std::lock_guard lock(m_mutex);
    // A duplicate: libpq closes its own whenever it likes, and the number may be another file's by then.
    m_descriptor = socket < 0 ? -1 : ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
}

void SocketGuard::release()
{
    const std::lock_guard lock(m_mutex);
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
}

void SocketGuard::cut()
{
    const std::lock_guard lock(m_mutex);
    if (m_descriptor >= 0) {
        ::shutdown(m_descriptor, SHUT_RDWR);
    }
}

int SocketGuard::descriptor() const
{
    const std::lock_guard lock(m_mutex);
    return m_descriptor;
}

std::optional<std::chrono::milliseconds> SocketGuard::silentFor() const
{
    const std::lock_guard lock(m_mutex);
    tcp_info info{};
    socklen_t size = sizeof info;
    if (m_descriptor < 0 || ::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(info.tcpi_last_data_recv);
}

bool SocketGuard::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    if (m_descriptor < 0) {
        return false;
    }
    char byte = 0;
    const ssize_t got = ::recv(m_descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

} // namespace frontdesk
