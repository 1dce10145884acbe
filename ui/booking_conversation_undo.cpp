#include "ui/booking_conversation_undo.h"

#include "models/booking/conflict.h"

namespace frontdesk
{

namespace
{

constexpr size_t MostEntries = 200;

struct Inverse {
    const UndoEntry& entry;

    Command operator()(const EditAppointment& forward) const
    {
        QVariantMap fields = conflictFields(forward);
        const QVariantMap before = conflictFields(entry.before);
        for (auto field = fields.begin(); field != fields.end(); ++field)
            field.value() = before.value(field.key());
        EditAppointment back = editFromFields(entry.id, entry.version, fields);
        if ((forward.start || forward.staff) && entry.before.confirmation != Confirmation::NotAsked)
            back.confirmation = entry.before.confirmation; // the move reset it
        back.passing = forward.passing;
        return back;
    }
    Command operator()(const ChangeStatus&) const
    {
        return ChangeStatus{entry.id, entry.version, entry.before.status, entry.before.statusReason};
    }
    template <class Booking>
    Command operator()(const Booking&) const
    {
        return ChangeStatus{entry.id, entry.version, Status::Cancelled, QStringLiteral("undone")};
    }
};

struct Again {
    const UndoEntry& entry;

    Command operator()(const EditAppointment& forward) const
    {
        Command again(forward);
        std::get<EditAppointment>(again).seen = entry.version;
        return again;
    }
    Command operator()(const ChangeStatus& forward) const
    {
        Command again(forward);
        std::get<ChangeStatus>(again).seen = entry.version;
        return again;
    }
    template <class Booking>
    Command operator()(const Booking&) const
    {
        return ChangeStatus{entry.id, entry.version, Status::Booked, {}};
    }
};

} // namespace

Command UndoStack::inverseOf(const UndoEntry& entry)
{
    return std::visit(Inverse{entry}, entry.forward);
}

Command UndoStack::againOf(const UndoEntry& entry)
{
    return std::visit(Again{entry}, entry.forward);
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
