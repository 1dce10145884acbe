#include "models/booking/undo.h"

#include "models/booking/conflict.h"

namespace frontdesk
{
namespace
{

QString undoneReason()
{
    return QStringLiteral("undone");
}

/// Sets what the edit set, and what it brought along: a new service its length, price, buffers and rooms, a move the
/// confirmation and perhaps another room.
EditAppointment inverseEdit(const EditAppointment& edit, const Appointment& before, RowVersion version)
{
    EditAppointment back;
    back.id = edit.id;
    back.seen = version;
    const bool place =
        edit.start || edit.length || edit.staff || edit.others || edit.service || edit.bufferBefore || edit.bufferAfter;
    if (place) {
        back.start = before.slot.start;
        back.length = before.slot.length();
        back.staff = before.staff;
        back.others = otherResources(before);
        back.bufferBefore = before.bufferBefore;
        back.bufferAfter = before.bufferAfter;
        back.confirmation = before.confirmation;
        back.passing = {undoneReason(), before.squeezed, before.squeezeReason};
    }
    if (edit.service) {
        back.service = before.service;
        back.price = before.price;
    }
    if (edit.price)
        back.price = before.price;
    if (edit.client)
        back.client = before.client;
    if (edit.note)
        back.note = before.note;
    if (edit.label)
        back.label = before.label;
    if (edit.confirmation)
        back.confirmation = before.confirmation;
    return back;
}

struct Inverse {
    std::span<const Appointment> before;
    const Done& done;

    std::optional<Command> operator()(const BookAppointment&) const { return cancelled(); }
    std::optional<Command> operator()(const BookBlock&) const { return cancelled(); }
    std::optional<Command> operator()(const EditAppointment& edit) const
    {
        if (before.empty())
            return {};
        return inverseEdit(edit, before.front(), done.version);
    }
    std::optional<Command> operator()(const ChangeStatus& change) const
    {
        if (before.empty())
            return {};
        const Status back = before.front().status;
        // Into the chair and out of it again leads over the waiting room; the handler goes that way.
        const bool canReturn =
            canFollow(change.to, back, back) || (change.to == Status::InService && back == Status::Booked);
        if (!canReturn)
            return {};
        return ChangeStatus{change.id, done.version, back, before.front().statusReason};
    }
    std::optional<Command> operator()(const EditTogether& together) const
    {
        if (before.size() != together.edits.size() || done.others.size() + 1 != together.edits.size())
            return {};
        EditTogether back;
        for (size_t i = 0; i < together.edits.size(); ++i)
            back.edits.push_back(
                inverseEdit(together.edits[i], before[i], i == 0 ? done.version : done.others[i - 1].version));
        return back;
    }
    template <class Other>
    std::optional<Command> operator()(const Other&) const
    {
        return {};
    }

    [[nodiscard]] std::optional<Command> cancelled() const
    {
        return ChangeStatus{AppointmentId(done.id), done.version, Status::Cancelled, undoneReason()};
    }
};

struct Again {
    const Done& undone;

    std::optional<Command> operator()(const BookAppointment&) const { return booked(); }
    std::optional<Command> operator()(const BookBlock&) const { return booked(); }
    std::optional<Command> operator()(EditAppointment edit) const
    {
        edit.seen = undone.version;
        return edit;
    }
    std::optional<Command> operator()(ChangeStatus change) const
    {
        change.seen = undone.version;
        return change;
    }
    std::optional<Command> operator()(EditTogether together) const
    {
        if (undone.others.size() + 1 != together.edits.size())
            return {};
        for (size_t i = 0; i < together.edits.size(); ++i)
            together.edits[i].seen = i == 0 ? undone.version : undone.others[i - 1].version;
        return together;
    }
    template <class Other>
    std::optional<Command> operator()(const Other&) const
    {
        return {};
    }

    [[nodiscard]] std::optional<Command> booked() const
    {
        return ChangeStatus{AppointmentId(undone.id), undone.version, Status::Booked, QString()};
    }
};

} // namespace

std::optional<Command> inverseOf(const Command& command, std::span<const Appointment> before, const Done& done)
{
    return std::visit(Inverse{before, done}, command);
}

std::optional<Command> againOf(const Command& command, const Done& undone)
{
    return std::visit(Again{undone}, command);
}

} // namespace frontdesk
