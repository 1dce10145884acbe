#include "models/link/call_queue.h"

#include <QCoreApplication>

namespace frontdesk
{

QEvent::Type CallQueue::wakeUp()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

void CallQueue::setReceiver(QObject* receiver)
{
    const std::lock_guard lock(m_mutex);
    m_receiver = receiver;
    m_woken = false;
    if (!receiver) {
        m_commands.clear();
        m_reads.clear();
    } else if (!m_commands.empty() || !m_reads.empty()) {
        wakeLocked();
    }
}

void CallQueue::push(Urgency urgency, quint64 id, Call call)
{
    const std::lock_guard lock(m_mutex);
    if (m_receiver) {
        (urgency == Urgency::First ? m_commands : m_reads).push_back({id, std::move(call)});
        wakeLocked();
    }
}

void CallQueue::withdraw(quint64 id)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_commands, [id](const Entry& entry) { return entry.id == id; });
    std::erase_if(m_reads, [id](const Entry& entry) { return entry.id == id; });
}

void CallQueue::withdrawReads()
{
    const std::lock_guard lock(m_mutex);
    m_reads.clear();
}

std::optional<CallQueue::Call> CallQueue::take()
{
    const std::lock_guard lock(m_mutex);
    m_woken = false;
    std::deque<Entry>& from = m_commands.empty() ? m_reads : m_commands;
    if (from.empty()) {
        return std::nullopt;
    }
    Call call = std::move(from.front().call);
    from.pop_front();
    return call;
}

void CallQueue::wake()
{
    const std::lock_guard lock(m_mutex);
    wakeLocked();
}

void CallQueue::wakeLocked()
{
    if (m_receiver && !m_woken) {
        m_woken = true;
        QCoreApplication::postEvent(m_receiver, new QEvent(wakeUp()));
    }
}

} // namespace frontdesk
