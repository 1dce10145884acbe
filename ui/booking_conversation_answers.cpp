#include "ui/booking_conversation_p.h"

#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QApplication>

namespace frontdesk
{

// What is sent, and what its answers become: words, an undo entry, or an answer that waits on the block.

namespace
{

/// How often a gesture is sent again upon somebody else's change that doesn't touch it.
constexpr int MostTries = 4;

} // namespace

void BookingConversation::Private::send(const Command& command, AppointmentId mark,
                                        std::function<void(const Outcome&)> then)
{
    if (mark.isValid() && ++inFlight[mark.value()] == 1)
        emit q->inFlightChanged(mark, true);
    ++unanswered;
    book.bus->submit(command, this, [this, mark, then = std::move(then)](const Outcome& outcome) {
        --unanswered;
        if (mark.isValid() && --inFlight[mark.value()] == 0) {
            inFlight.remove(mark.value());
            emit q->inFlightChanged(mark, false);
        }
        then(outcome);
    });
}

void BookingConversation::Private::finish(UndoEntry entry, const Done& done, RowVersion seen, const QString& words)
{
    stack.ownWrite(entry.id, seen, done.version);
    entry.version = done.version;
    const AppointmentId id = entry.id;
    stack.done(std::move(entry));
    undoOn.reset();
    wentTo = {};
    if (waiting.remove(id.value()) > 0)
        emit q->refused(id, {});
    say(words, true);
    emit q->undoChanged();
    emit q->bookedOrChanged(id);
}

void BookingConversation::Private::sendGesture(const Gesture& gesture)
{
    send(gesture.edit, gesture.edit.id, [this, gesture](const Outcome& outcome) { gestureAnswered(gesture, outcome); });
}

void BookingConversation::Private::gestureAnswered(const Gesture& gesture, const Outcome& outcome)
{
    const EditAppointment& edit = gesture.edit;
    if (const auto* done = std::get_if<Done>(&outcome)) {
        finish({gesture.undo, edit, gesture.before, edit.id, done->version,
                edit.start.value_or(gesture.before.slot.start)},
               *done, edit.seen, gesture.words);
        return;
    }
    if (const auto* conflict = std::get_if<VersionConflict>(&outcome)) {
        const Conflict merged = appointmentConflict(gesture.before, edit, conflict->current);
        const bool apart = !merged.hasCollision() && conflict->current.status == gesture.before.status;
        if (apart && merged.changes().isEmpty()) {
            say(tr("%1 has done the same already").arg(whoText(conflict->changedBy, conflict->changedDesk)));
            return;
        }
        if (apart && gesture.tries < MostTries) {
            Gesture again = gesture;
            again.before = conflict->current;
            again.edit.seen = conflict->current.version;
            again.words = tr("%1; %2 changed it too, and both are kept")
                              .arg(gesture.words, whoText(conflict->changedBy, conflict->changedDesk));
            ++again.tries;
            sendGesture(again);
            return;
        }
    }
    refuse(gesture.before, outcome, [this, gesture, outcome] { openFormWith(gesture.before, gesture.edit, outcome); });
}

void BookingConversation::Private::sendStatus(const Appointment& before, const ChangeStatus& change, int tries)
{
    send(change, change.id,
         [this, before, change, tries](const Outcome& outcome) { statusAnswered(before, change, tries, outcome); });
}

void BookingConversation::Private::statusAnswered(const Appointment& before, const ChangeStatus& change, int tries,
                                                  const Outcome& outcome)
{
    const QString words = QStringLiteral("%1: %2").arg(titleOf(before), statusText(change.to));
    if (const auto* done = std::get_if<Done>(&outcome)) {
        finish({words, change, before, change.id, done->version, before.slot.start}, *done, change.seen, words);
        return;
    }
    if (const auto* conflict = std::get_if<VersionConflict>(&outcome)) {
        if (conflict->current.status == change.to) {
            say(tr("%1 has done the same already").arg(whoText(conflict->changedBy, conflict->changedDesk)));
            return;
        }
        // A status goes with any time, note or price; only another status is a contradiction. A cancellation is not
        // done upon a time that nobody here has seen.
        const bool moved = conflict->current.slot != before.slot || conflict->current.staff != before.staff;
        const bool harmless = conflict->current.status == before.status && (!moved || claimsItsTime(change.to));
        if (harmless && tries < MostTries) {
            ChangeStatus again = change;
            again.seen = conflict->current.version;
            sendStatus(conflict->current, again, tries + 1);
            return;
        }
    }
    refuse(before, outcome, {});
}

void BookingConversation::Private::refuse(const Appointment& row, const Outcome& outcome, std::function<void()> show)
{
    const QString reason = refusal(outcome);
    waiting.insert(row.id.value(), {reason, std::move(show)});
    emit q->refused(row.id, reason);
    say(tr("%1: %2").arg(titleOf(row), reason));
}

void BookingConversation::Private::look(AppointmentId id)
{
    const Waiting answer = waiting.take(id.value());
    emit q->refused(id, {});
    if (answer.show)
        answer.show();
    else if (const std::optional<Appointment> now = row(id))
        openForm(*now)->open();
}

bool BookingConversation::Private::isQuiet() const
{
    const auto shown = [](const QWidget* widget) { return widget && widget->isVisible(); };
    return !somebodyTypes() && !shown(dialog) && !shown(popup) && !shown(block) && !shown(cancel) &&
           !QApplication::activePopupWidget() && !QApplication::activeModalWidget();
}

void BookingConversation::Private::whenQuiet(QObject* context, std::function<void()> run)
{
    quiet.push_back({context, std::move(run)});
    runQuiet();
}

void BookingConversation::Private::runQuiet()
{
    while (!quiet.empty() && isQuiet()) {
        const Quiet next = quiet.front();
        quiet.pop_front();
        if (next.context)
            next.run();
    }
}

void BookingConversation::Private::askBooking(BookingPopup* asked, const BookAppointment& command, const QString& words)
{
    const AppointmentId mark = command.fromHold ? AppointmentId(-command.fromHold->value()) : AppointmentId();
    if (popup == asked)
        popup = nullptr; // the desk goes on: the next place opens a popup of its own
    const QPointer<BookingPopup> from = asked;
    send(command, mark, [this, from, command, words](const Outcome& outcome) {
        if (from)
            bookingAnswered(from, command, words, outcome);
    });
}

void BookingConversation::Private::bookingAnswered(BookingPopup* asked, const BookAppointment& command,
                                                   const QString& words, const Outcome& outcome)
{
    asked->answered(outcome);
    if (const auto* done = std::get_if<Done>(&outcome)) {
        Appointment before;
        before.location = command.location;
        before.slot.start = command.start;
        before.staff = command.staff;
        finish({tr("Book %1").arg(words), command, before, AppointmentId(done->id), done->version, command.start},
               *done, done->version, tr("Booked %1").arg(words));
        return;
    }
    say(tr("%1: %2").arg(words, refusal(outcome)));
    const QPointer<BookingPopup> from = asked;
    const auto back = [this, from] {
        if (!from)
            return;
        popup = from;
        from->comeBack();
    };
    const auto* taken = std::get_if<SlotTaken>(&outcome);
    if (!taken) {
        whenQuiet(asked, back);
        return;
    }
    whenQuiet(asked, [this, from, back, found = *taken, command] {
        openTaken(
            found, {command.location, command.staff, command.start},
            [from, back](const Place& place) {
                if (from)
                    from->takePlace(place);
                back();
            },
            back);
    });
}

void BookingConversation::Private::askBlock(BlockPopup* asked, const BookBlock& command)
{
    const QPointer<BlockPopup> from = asked;
    send(command, {}, [this, from, command](const Outcome& outcome) {
        const QString words = command.label.isEmpty() ? tr("a block") : command.label;
        if (from)
            from->answered(outcome);
        if (const auto* done = std::get_if<Done>(&outcome)) {
            Appointment before;
            before.location = command.location;
            before.slot = command.slot;
            finish(
                {tr("Make %1").arg(words), command, before, AppointmentId(done->id), done->version, command.slot.start},
                *done, done->version, tr("Made %1").arg(words));
        } else if (from) {
            say(tr("%1: %2").arg(words, refusal(outcome)));
            whenQuiet(from, [this, from] {
                block = from;
                from->comeBack();
            });
        }
    });
}

} // namespace frontdesk
