#pragma once

#include "models/link/socket_guard.h"

#include <atomic>
#include <chrono>

namespace frontdesk
{

/// What the GUI thread may know of the database thread while that waits: for how long, and the socket to cut.
class LinkPulse
{
public:
    using Clock = std::chrono::steady_clock;

    /// Database thread: from here to the end of the scope it waits for the database.
    class Waiting
    {
    public:
        explicit Waiting(LinkPulse& pulse) : m_pulse(pulse)
        {
            m_pulse.m_since = Clock::now().time_since_epoch().count();
        }
        ~Waiting() { m_pulse.m_since = 0; }
        Waiting(const Waiting&) = delete;
        Waiting& operator=(const Waiting&) = delete;

    private:
        LinkPulse& m_pulse;
    };

    [[nodiscard]] Clock::duration waitingFor() const
    {
        const Clock::rep since = m_since;
        return since == 0 ? Clock::duration::zero() : Clock::now() - Clock::time_point(Clock::duration(since));
    }

    SocketGuard socket;
    /// Set when the desk ends and its commands take too long: no connection is opened any more, what is left is
    /// answered as unreachable.
    std::atomic<bool> ending{false};

private:
    std::atomic<Clock::rep> m_since{0};
};

} // namespace frontdesk
