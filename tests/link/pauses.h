#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <thread>

namespace frontdesk::test
{

/// The longest pause of this thread's event loop, and beside it that of a bare thread which only sleeps: what the
/// machine itself costs.
class Pauses
{
public:
    Pauses()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_since.elapsed());
            m_since.start();
        });
        m_since.start();
        m_timer.start(2);
        m_bare = std::thread([this] {
            auto last = std::chrono::steady_clock::now();
            while (!m_end) {
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
                const auto now = std::chrono::steady_clock::now();
                const auto pause = std::chrono::duration_cast<std::chrono::milliseconds>(now - last).count();
                m_floor = std::max<qint64>(m_floor, pause);
                last = now;
            }
        });
    }
    ~Pauses()
    {
        m_end = true;
        m_bare.join();
    }
    Pauses(const Pauses&) = delete;
    Pauses& operator=(const Pauses&) = delete;

    [[nodiscard]] qint64 longestMs() const { return m_longest; }
    [[nodiscard]] qint64 floorMs() const { return m_floor; }
    /// Under 50 ms where the machine is quiet; where it isn't, not much more than it makes anybody wait, and far from
    /// the seconds that waiting for a stopped database takes.
    [[nodiscard]] bool areShort() const { return m_longest < 50 || (m_longest < 2000 && m_longest < 5 * m_floor); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    std::atomic<qint64> m_floor{0};
    std::atomic<bool> m_end{false};
    std::thread m_bare;
};

} // namespace frontdesk::test
