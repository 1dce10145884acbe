#include "models/link/unanswered.h"

#include <QUuid>

namespace frontdesk
{

QString Unanswered::idFor(const Sent& sent)
{
    const auto found = std::ranges::find(m_entries, sent, &Entry::sent);
    if (found == m_entries.end()) {
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    const QString id = found->id;
    m_entries.erase(found);
    return id;
}

void Unanswered::remember(const Sent& sent, const QString& id)
{
    constexpr size_t most = 50;
    m_entries.push_back({sent, id});
    if (m_entries.size() > most) {
        m_entries.pop_front();
    }
}

} // namespace frontdesk
