#include "ui/booking_conversation_undo.h"

namespace frontdesk
{

namespace
{

constexpr size_t MostEntries = 200;

} // namespace

std::optional<Command> UndoStack::inverseOf(const UndoEntry& entry)
{
    return frontdesk::inverseOf(entry.forward, {&entry.before, 1}, Done{entry.id.value(), entry.version});
}

std::optional<Command> UndoStack::againOf(const UndoEntry& entry)
{
    return frontdesk::againOf(entry.forward, Done{entry.id.value(), entry.version});
}

void UndoStack::done(UndoEntry entry)
{
    m_undone.clear();
    m_done.push_back(std::move(entry));
    if (m_done.size() > MostEntries)
        m_done.erase(m_done.begin());
}

void UndoStack::undone()
{
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
}

void UndoStack::redone()
{
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
}

void UndoStack::dropNext()
{
    m_done.pop_back();
}

void UndoStack::dropNextRedo()
{
    m_undone.pop_back();
}

void UndoStack::ownWrite(AppointmentId id, RowVersion before, RowVersion after)
{
    for (auto* entries : {&m_done, &m_undone}) {
        for (UndoEntry& entry : *entries) {
            if (entry.id == id && entry.version == before)
                entry.version = after;
        }
    }
}

void UndoStack::rebaseNext(RowVersion version)
{
    if (!m_done.empty())
        m_done.back().version = version;
}

} // namespace frontdesk
