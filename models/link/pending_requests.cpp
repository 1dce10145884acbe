#include "models/link/pending_requests.h"

namespace frontdesk
{

quint64 PendingRequests::insert(Request request)
{
    m_requests.emplace(++m_lastId, std::move(request));
    return m_lastId;
}

void PendingRequests::answer(quint64 id, const Answer& given)
{
    const auto found = m_requests.find(id);
    if (found == m_requests.end()) {
        return;
    }
    // Taken out first: the callback may ask again.
    const Request request = std::move(found->second);
    m_requests.erase(found);
    if (request.context || !request.hasContext) {
        request.answer(given);
    }
}

std::vector<quint64> PendingRequests::giveUp(Clock::time_point now)
{
    std::vector<quint64> late;
    for (const auto& [id, request] : m_requests) {
        if (request.until <= now) {
            late.push_back(id);
        }
    }
    for (const quint64 id : late) {
        answer(id, NoAnswer{});
    }
    return late;
}

} // namespace frontdesk
