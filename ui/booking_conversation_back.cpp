#include "ui/booking_conversation_p.h"

#include "models/booking/conflict.h"
#include "ui/conflict_words.h"
#include "ui/refusal_text.h"

namespace frontdesk
{

// Undo and redo: new versioned commands, in the order of this person's gestures.

void BookingConversation::Private::runUndo()
{
    const UndoEntry* next = stack.next();
    if (!next || undoing)
        return;
    const bool seen = book.inSight ? book.inSight(next->id) : row(next->id).has_value();
    if (!seen && wentTo != next->id) {
        wentTo = next->id;
        emit q->goTo(next->id, next->where);
        say(tr("Next to undo: %1. Ctrl+Z again undoes it").arg(next->text));
        return;
    }
    wentTo = {};
    const UndoEntry entry = *next;
    const std::optional<Command> back = UndoStack::inverseOf(entry);
    if (!back) {
        stack.dropNext();
        say(tr("This can't be undone: %1").arg(entry.text));
        emit q->undoChanged();
        return;
    }
    undoing = true;
    send(*back, entry.id, [this, entry](const Outcome& outcome) {
        undoing = false;
        undoAnswered(entry, outcome);
    });
}

void BookingConversation::Private::undoAnswered(const UndoEntry& entry, const Outcome& outcome)
{
    undoOn.reset();
    if (const auto* done = std::get_if<Done>(&outcome)) {
        stack.undone();
        stack.ownWrite(entry.id, entry.version, done->version);
        say(tr("Undone: %1").arg(entry.text));
        emit q->bookedOrChanged(entry.id);
    } else if (const auto* conflict = std::get_if<VersionConflict>(&outcome)) {
        const Appointment& now = conflict->current;
        undoOn = now.version;
        QStringList what;
        const Conflict theirs = appointmentConflict(entry.before, {}, now);
        const ConflictStory story = appointmentStory(now, conflict->changedAt, *conflict, book, {});
        for (const Conflict::Line& line : theirs.lines()) {
            if (line.theirsChanged)
                what.append(plainText(story.words(line.group, theirs.theirs(), theirs.opened()))
                                .replace(QLatin1Char('\n'), QLatin1Char(' ')));
        }
        what.removeAll({});
        const QString line =
            tr("%1, so “%2” was not undone: %3").arg(refusal(outcome), entry.text, what.join(QStringLiteral(" · ")));
        say(line);
        emit q->undoHeldBack(line);
    } else if (std::holds_alternative<Gone>(outcome)) {
        stack.dropNext();
        say(tr("%1: %2").arg(entry.text, refusal(outcome)));
    } else {
        say(tr("Not undone, %1: %2").arg(entry.text, refusal(outcome)));
    }
    emit q->undoChanged();
}

void BookingConversation::Private::runRedo()
{
    const UndoEntry* next = stack.nextRedo();
    if (!next || undoing)
        return;
    const UndoEntry entry = *next;
    const std::optional<Command> again = UndoStack::againOf(entry);
    if (!again) {
        stack.dropNextRedo();
        say(tr("This can't be done again: %1").arg(entry.text));
        emit q->undoChanged();
        return;
    }
    undoing = true;
    send(*again, entry.id, [this, entry](const Outcome& outcome) {
        undoing = false;
        if (const auto* done = std::get_if<Done>(&outcome)) {
            stack.redone();
            stack.ownWrite(entry.id, entry.version, done->version);
            say(tr("Done again: %1").arg(entry.text), true);
            emit q->bookedOrChanged(entry.id);
        } else {
            if (std::holds_alternative<Gone>(outcome) || std::holds_alternative<VersionConflict>(outcome))
                stack.dropNextRedo();
            say(tr("Not done again, %1: %2").arg(entry.text, refusal(outcome)));
        }
        emit q->undoChanged();
    });
}

} // namespace frontdesk
