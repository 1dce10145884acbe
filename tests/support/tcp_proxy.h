#pragma once

#include <QtGlobal>

#include <chrono>
#include <memory>

namespace frontdesk::test
{

/// A bad network between a desk and its server, on a thread of its own: passes connections on, late, or not at all.
class TcpProxy
{
public:
    /// Each direction is late by half of the round trip.
    TcpProxy(quint16 serverPort, std::chrono::milliseconds roundTrip = std::chrono::milliseconds(0));
    ~TcpProxy();
    TcpProxy(const TcpProxy&) = delete;
    TcpProxy& operator=(const TcpProxy&) = delete;

    [[nodiscard]] quint16 port() const;
    /// Closed: every connection is broken and new ones are refused.
    void setOpen(bool open);
    /// What is taken and not passed on: the server's answers, or everything, as by a cable pulled behind the next
    /// switch.
    enum class Silence { None, Answers, Everything };
    void setSilence(Silence silence);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk::test
