#pragma once

#include <QtGlobal>

#include <chrono>
#include <random>

namespace frontdesk
{

/// How long to wait before the next try to connect: half a second at first, twice as long each time, ten seconds at
/// most, scattered by a quarter so that desks which were lost together don't come back together.
class BackOff
{
public:
    explicit BackOff(quint32 seed) : m_random(seed) {}

    [[nodiscard]] std::chrono::milliseconds next();
    void reset() { m_tries = 0; }

private:
    std::minstd_rand m_random;
    int m_tries = 0;
};

} // namespace frontdesk
