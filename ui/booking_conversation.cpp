#include "ui/booking_conversation_p.h"

#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QApplication>

#include <utility>

namespace frontdesk
{

BookingConversation::Private::Private(BookAccess access, QWidget* over, BookingConversation* conversation)
    : book(std::move(access)), window(over), q(conversation)
{
    connect(
        qApp, &QApplication::focusChanged, this, [this] { runQuiet(); }, Qt::QueuedConnection);
}

BookingConversation::BookingConversation(Book book, QWidget* window)
    : d(std::make_unique<Private>(std::move(book), window, this))
{
}

BookingConversation::~BookingConversation() = default;

QString BookingConversation::undoText() const
{
    return d->stack.next() ? d->stack.next()->text : QString();
}

QString BookingConversation::redoText() const
{
    return d->stack.nextRedo() ? d->stack.nextRedo()->text : QString();
}

bool BookingConversation::isAtWork() const
{
    const auto shown = [](const QWidget* widget) { return widget != nullptr && widget->isVisible(); };
    return shown(d->popup) || shown(d->block) || shown(d->cancel) || shown(d->form) || shown(d->dialog) ||
           shown(d->services) || d->print || !d->waiting.isEmpty() || !d->quiet.empty() || d->unanswered > 0;
}

void BookingConversation::takeUndoFrom(BookingConversation& before)
{
    d->stack = std::exchange(before.d->stack, {});
    emit before.undoChanged();
    emit undoChanged();
}

bool BookingConversation::isWaiting(AppointmentId id) const
{
    return d->waiting.contains(id.value());
}

void BookingConversation::book(const Place& place, const QRect& anchor)
{
    if (d->popup && d->popup->isVisible()) {
        d->popup->takePlace(place);
        d->popup->open(anchor);
        return;
    }
    auto* popup = new BookingPopup(d->book, place, d->window);
    d->popup = popup;
    connect(
        popup, &BookingPopup::bookingAsked, d.get(),
        [this, popup](const BookAppointment& command, const QString& words) { d->askBooking(popup, command, words); });
    connect(popup, &BookingPopup::closed, d.get(), &Private::runQuiet, Qt::QueuedConnection);
    popup->open(anchor);
}

void BookingConversation::makeBlock(const Place& place, const QRect& anchor)
{
    auto* popup = new BlockPopup(d->book, place, d->window);
    if (d->block && d->block->isVisible())
        d->block->close();
    d->block = popup;
    connect(popup, &BlockPopup::blockAsked, d.get(),
            [this, popup](const BookBlock& command) { d->askBlock(popup, command); });
    connect(popup, &BlockPopup::closed, d.get(), &Private::runQuiet, Qt::QueuedConnection);
    popup->open(anchor);
}

void BookingConversation::edit(AppointmentId id)
{
    if (d->waiting.contains(id.value())) {
        d->look(id);
        return;
    }
    if (d->form && d->form->opened().id == id) {
        d->form->comeBack();
        return;
    }
    if (const std::optional<Appointment> row = d->row(id); row && !row->isDeskHold)
        d->openForm(*row)->open();
}

void BookingConversation::move(AppointmentId id, RowVersion seen, Instant start, ResourceId staff)
{
    if (const std::optional<Appointment> row = d->row(id))
        d->sendMove(*row, seen, start, staff);
}

void BookingConversation::moveSeen(const Appointment& row, Instant start, ResourceId staff)
{
    d->sendMove(row, row.version, start, staff);
}

void BookingConversation::Private::sendMove(const Appointment& row, RowVersion seen, Instant start, ResourceId staff)
{
    if (row.slot.start == start && row.staff == staff)
        return;
    EditAppointment change;
    change.id = row.id;
    change.seen = seen;
    if (row.slot.start != start)
        change.start = start;
    if (row.staff != staff)
        change.staff = staff;
    const QString way = moveWords(row, change);
    sendGesture({row, change, tr("Moved %1").arg(way), tr("Move %1").arg(way)});
}

void BookingConversation::resize(AppointmentId id, RowVersion seen, Seconds length)
{
    const std::optional<Appointment> row = d->row(id);
    if (!row || row->slot.length() == length)
        return;
    EditAppointment edit;
    edit.id = id;
    edit.seen = seen;
    edit.length = length;
    const QString way =
        QStringLiteral("%1 %2 → %3").arg(titleOf(*row), lengthText(row->slot.length()), lengthText(length));
    d->sendGesture({*row, edit, tr("Changed %1").arg(way), tr("Change %1").arg(way)});
}

void BookingConversation::reshapeSeen(const Appointment& row, Instant start, ResourceId staff, Seconds length)
{
    EditAppointment edit;
    edit.id = row.id;
    edit.seen = row.version;
    if (row.slot.start != start)
        edit.start = start;
    if (row.staff != staff)
        edit.staff = staff;
    edit.length = length;
    const bool moves = edit.start || edit.staff;
    const QString way =
        moves ? d->moveWords(row, edit) + QStringLiteral(", ") + lengthText(length)
              : QStringLiteral("%1 %2 → %3").arg(titleOf(row), lengthText(row.slot.length()), lengthText(length));
    d->sendGesture({row, edit, moves ? tr("Moved %1").arg(way) : tr("Changed %1").arg(way),
                    moves ? tr("Move %1").arg(way) : tr("Change %1").arg(way)});
}

void BookingConversation::changeConfirmation(AppointmentId id, RowVersion seen, Confirmation to)
{
    const std::optional<Appointment> row = d->row(id);
    if (!row || row->confirmation == to)
        return;
    EditAppointment edit;
    edit.id = id;
    edit.seen = seen;
    edit.confirmation = to;
    const QString words = QStringLiteral("%1: %2").arg(titleOf(*row), confirmationText(to));
    d->sendGesture({*row, edit, words, words});
}

void BookingConversation::changeStatus(AppointmentId id, RowVersion seen, Status to)
{
    const std::optional<Appointment> row = d->row(id);
    if (row && row->status != to)
        d->sendStatus(*row, {id, seen, to, {}}, 0);
}

void BookingConversation::cancelOrNoShow(AppointmentId id, RowVersion seen, const QRect& anchor)
{
    const std::optional<Appointment> row = d->row(id);
    if (!row || row->isDeskHold)
        return;
    if (d->cancel)
        d->cancel->close();
    auto* popup = new CancelPopup(*row, d->book.clock->now(), d->zone(*row), d->window);
    d->cancel = popup;
    connect(popup, &CancelPopup::chosen, d.get(), [this, before = *row, seen](Status to, const QString& reason) {
        d->sendStatus(before, {before.id, seen, to, reason}, 0);
    });
    connect(popup, &CancelPopup::closed, d.get(), &Private::runQuiet, Qt::QueuedConnection);
    popup->placeBeside(anchor);
    popup->setFocus(Qt::PopupFocusReason);
}

void BookingConversation::undo()
{
    d->runUndo();
}

void BookingConversation::redo()
{
    d->runRedo();
}

void BookingConversation::undoAnyway()
{
    if (!d->undoOn)
        return;
    d->stack.rebaseNext(*d->undoOn);
    d->wentTo = d->stack.next() ? d->stack.next()->id : AppointmentId();
    d->runUndo();
}

Zone BookingConversation::Private::zone(const Appointment& row) const
{
    return zoneOf(*book.catalogue(), row.location);
}

QString BookingConversation::Private::refusal(const Outcome& outcome) const
{
    return refusalText(outcome, *book.catalogue(), book.clock->now());
}

QString BookingConversation::Private::moveWords(const Appointment& before, const EditAppointment& edit) const
{
    const Zone at = zone(before);
    QStringList to;
    if (edit.start) {
        if (at.dateOf(*edit.start) != at.dateOf(before.slot.start))
            to.append(shortDateText(at.dateOf(*edit.start)));
        to.append(timeText(*edit.start, at));
    }
    if (edit.staff)
        to.append(staffName(*book.catalogue(), *edit.staff));
    const QString from = edit.start ? timeText(before.slot.start, at) : before.staffName;
    return QStringLiteral("%1 %2 → %3").arg(titleOf(before), from, to.join(QLatin1Char(' ')));
}

} // namespace frontdesk
