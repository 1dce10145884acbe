#pragma once

#include "models/check/check.h"

#include <QHash>
#include <QSet>

namespace frontdesk::check
{

/// Collects findings: each text once, at most a thousand of an invariant, the rest counted.
class Findings
{
public:
    void add(QLatin1StringView invariant, const QString& text);
    /// Whether more of the invariant are only counted, so that its text needn't be made.
    [[nodiscard]] bool isFull(QLatin1StringView invariant) const;
    void countOne(QLatin1StringView invariant) { ++m_counts[QString(invariant)]; }
    [[nodiscard]] std::vector<Finding> take();

private:
    std::vector<Finding> m_findings;
    QHash<QString, int> m_counts;
    QSet<QString> m_texts;
};

} // namespace frontdesk::check
