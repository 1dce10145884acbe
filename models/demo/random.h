#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace frontdesk::demo
{

/// Numbers that follow from a seed alone, on every platform (the standard's distributions differ between libraries):
/// SplitMix64, Steele et al. 2014.
class Random
{
public:
    explicit Random(quint64 seed) : m_state(seed) {}

    [[nodiscard]] quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// In [0, end); `end` must be above 0.
    [[nodiscard]] int below(int end) { return static_cast<int>(next() % static_cast<quint64>(end)); }
    /// In [first, last].
    [[nodiscard]] int between(int first, int last) { return first + below(last - first + 1); }
    [[nodiscard]] bool chance(double probability)
    {
        return static_cast<double>(next() >> 11) * 0x1.0p-53 < probability;
    }
    template <class Container>
    [[nodiscard]] const auto& pick(const Container& values)
    {
        return values[static_cast<decltype(values.size())>(below(static_cast<int>(values.size())))];
    }
    template <class Container>
    void shuffle(Container& values)
    {
        for (auto i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[static_cast<decltype(values.size())>(below(static_cast<int>(i)))]);
    }

private:
    quint64 m_state;
};

} // namespace frontdesk::demo
