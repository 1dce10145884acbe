#include "models/check/findings.h"

#include <algorithm>

namespace frontdesk::check
{
namespace
{

constexpr int most = 1000;

} // namespace

bool Findings::isFull(QLatin1StringView invariant) const
{
    return m_counts.value(QString(invariant)) >= most;
}

void Findings::add(QLatin1StringView invariant, const QString& text)
{
    if (m_texts.contains(text))
        return;
    if (!isFull(invariant)) {
        m_findings.push_back({QString(invariant), text});
        m_texts.insert(text);
    }
    countOne(invariant);
}

std::vector<Finding> Findings::take()
{
    QStringList full;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
        if (it.value() > most)
            full += it.key();
    }
    full.sort();
    for (const QString& invariant : full) {
        m_findings.push_back(
            {invariant, QStringLiteral("and %1 more of this kind").arg(m_counts.value(invariant) - most)});
    }
    return std::move(m_findings);
}

} // namespace frontdesk::check
