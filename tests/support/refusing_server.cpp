#include "tests/support/refusing_server.h"

#include <QtEndian>

#include <array>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace frontdesk::test
{

namespace
{

/// A startup packet's length and code; the code of the two requests for encryption differs from the protocol's.
constexpr quint32 sslRequest = 80877103;
constexpr quint32 gssRequest = 80877104;

bool readAll(int socket, char* data, size_t size)
{
    while (size > 0) {
        const ssize_t got = ::read(socket, data, size);
        if (got <= 0) {
            return false;
        }
        data += got;
        size -= size_t(got);
    }
    return true;
}

} // namespace

RefusingServer::RefusingServer(QByteArray sqlState, QByteArray message)
    : m_sqlState(std::move(sqlState)), m_message(std::move(message)), m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_socket, 8) != 0 ||
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        qFatal("no port to listen on");
    }
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

RefusingServer::~RefusingServer()
{
    m_stop = true;
    m_thread.join();
    ::close(m_socket);
}

DatabaseUrl RefusingServer::url(const QString& password) const
{
    auto url = DatabaseUrl::parse(QStringLiteral("postgresql://maya@127.0.0.1:%1/book").arg(m_port));
    url->setPassword(password);
    return *url;
}

void RefusingServer::serve()
{
    while (!m_stop) {
        pollfd waiting{m_socket, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0) {
            continue;
        }
        const int client = ::accept(m_socket, nullptr, nullptr);
        if (client >= 0) {
            answer(client);
            ::close(client);
        }
    }
}

void RefusingServer::answer(int client) const
{
    std::array<char, 8> head{};
    while (readAll(client, head.data(), head.size())) {
        const quint32 length = qFromBigEndian<quint32>(head.data());
        const quint32 code = qFromBigEndian<quint32>(head.data() + 4);
        if (code == sslRequest || code == gssRequest) {
            if (::write(client, "N", 1) != 1) {
                return;
            }
            continue;
        }
        QByteArray rest(qsizetype(length) - 8, '\0');
        if (!readAll(client, rest.data(), size_t(rest.size())) || m_sqlState.isEmpty()) {
            return;
        }
        QByteArray fields = "SFATAL";
        fields += '\0' + QByteArray("VFATAL") + '\0' + 'C' + m_sqlState + '\0' + 'M' + m_message + '\0' + '\0';
        QByteArray packet(5, 'E');
        qToBigEndian<quint32>(quint32(fields.size() + 4), packet.data() + 1);
        packet += fields;
        if (::write(client, packet.constData(), size_t(packet.size())) != packet.size()) {
            return;
        }
        return;
    }
}

} // namespace frontdesk::test
