#include "models/link/back_off.h"

#include <algorithm>

namespace frontdesk
{

std::chrono::milliseconds BackOff::next()
{
    constexpr int first = 500;
    constexpr int longest = 10'000;
    const int base = std::min(longest, first << std::min(m_tries, 5));
    ++m_tries;
    std::uniform_int_distribution<int> scattered(base * 3 / 4, std::min(longest, base * 5 / 4));
    return std::chrono::milliseconds(scattered(m_random));
}

} // namespace frontdesk
