#include "ui/booking_conversation_p.h"

#include "ui/conflict_cancelled.h"
#include "ui/conflict_words.h"
#include "ui/refusal_text.h"
#include "ui/words.h"

namespace frontdesk
{

// The form, and the dialogs that its answers open.

EditForm* BookingConversation::Private::openForm(const Appointment& row)
{
    if (form)
        form->close();
    auto* opened = new EditForm(book, row, window);
    form = opened;
    connect(opened, &EditForm::saveAsked, this,
            [this, opened](const EditAppointment& edit) { saveForm(opened, edit); });
    connect(opened, &EditForm::closed, this, &Private::runQuiet, Qt::QueuedConnection);
    return opened;
}

/// The form of a row with what a gesture wanted, and the answer that it got.
void BookingConversation::Private::openFormWith(const Appointment& row, const EditAppointment& typed,
                                                const Outcome& answer)
{
    EditForm* opened = openForm(row);
    opened->fill(typed);
    opened->open();
    opened->setFocus(Qt::OtherFocusReason); // nobody types in it yet: the answer that was asked for may open at once
    formAnswered(opened, typed, answer);
}

void BookingConversation::Private::saveForm(EditForm* asked, const EditAppointment& edit)
{
    const QPointer<EditForm> from = asked;
    send(edit, edit.id, [this, from, edit, opened = asked->opened()](const Outcome& outcome) {
        if (from && !from->isClosed())
            formAnswered(from, edit, outcome);
        else if (const auto* done = std::get_if<Done>(&outcome))
            formSaved(opened, edit, *done);
        else // closed before the answer came: what was typed waits with it on the block
            refuse(opened, outcome, [this, opened, edit, outcome] { openFormWith(opened, edit, outcome); });
    });
}

void BookingConversation::Private::formSaved(const Appointment& opened, const EditAppointment& edit, const Done& done)
{
    const bool moved = edit.start || edit.staff;
    const QString words = moved ? moveWords(opened, edit) : titleOf(opened);
    finish({moved ? tr("Move %1").arg(words) : tr("Edit %1").arg(words), edit, opened, edit.id, done.version,
            edit.start.value_or(opened.slot.start)},
           done, edit.seen, moved ? tr("Moved %1").arg(words) : tr("Saved %1").arg(words));
}

void BookingConversation::Private::formAnswered(EditForm* asked, const EditAppointment& edit, const Outcome& outcome)
{
    const Appointment opened = asked->opened();
    if (const auto* done = std::get_if<Done>(&outcome)) {
        asked->answered(outcome);
        formSaved(opened, edit, *done);
        return;
    }
    const QPointer<EditForm> from = asked;
    if (const auto* conflict = std::get_if<VersionConflict>(&outcome)) {
        const Instant openedAt = asked->openedAt();
        whenQuiet(asked, [this, opened, openedAt, edit, theirs = *conflict, from] {
            if (theirs.current.status == Status::Cancelled && opened.status != Status::Cancelled)
                openCancelled(opened, edit, theirs, from);
            else
                openConflict(opened, openedAt, appointmentConflict(opened, edit, theirs.current), theirs, from);
        });
    } else if (const auto* taken = std::get_if<SlotTaken>(&outcome)) {
        asked->offerSqueeze(*taken);
        const TakenDialog::Wanted wanted{opened.location, edit.staff.value_or(opened.staff),
                                         edit.start.value_or(opened.slot.start)};
        whenQuiet(asked, [this, from, wanted, found = *taken] {
            const auto back = [from] {
                if (from)
                    from->comeBack();
            };
            openTaken(
                found, wanted,
                [from, back](const Place& place) {
                    EditAppointment chosen;
                    chosen.start = place.start;
                    chosen.staff = place.staff;
                    if (from)
                        from->fill(chosen);
                    back();
                },
                back);
        });
    } else {
        asked->answered(outcome);
    }
}

void BookingConversation::Private::openTaken(const SlotTaken& taken, const TakenDialog::Wanted& wanted,
                                             const std::function<void(const Place&)>& chosen,
                                             const std::function<void()>& back)
{
    auto* opened = new TakenDialog(taken, wanted, *book.catalogue(), book.clock->now(), window);
    dialog = opened;
    connect(opened, &TakenDialog::placeChosen, this, chosen);
    connect(opened, &TakenDialog::backToEditing, this, back);
    connect(opened, &QObject::destroyed, this, &Private::runQuiet, Qt::QueuedConnection);
    opened->open();
}

void BookingConversation::Private::openConflict(const Appointment& opened, Instant openedAt, Conflict conflict,
                                                const VersionConflict& theirs, EditForm* from)
{
    const QPointer<EditForm> edited = from;
    const QHash<qint64, QString> names = from ? from->clientNames() : QHash<qint64, QString>();
    auto* shown =
        new ConflictDialog(std::move(conflict), appointmentStory(opened, openedAt, theirs, book, names), window);
    dialog = shown;
    connect(shown, &ConflictDialog::saveChosen, this,
            [this, opened, openedAt, theirs, edited](const Conflict& decided) {
                saveDecided(opened, openedAt, decided, theirs, edited);
            });
    connect(shown, &ConflictDialog::keptTheirs, this, [this, opened, edited] {
        if (edited)
            edited->close();
        say(tr("%1 stays as it is now").arg(titleOf(opened)));
    });
    connect(shown, &ConflictDialog::backToEditing, this, [edited] {
        if (edited)
            edited->comeBack();
    });
    connect(shown, &QObject::destroyed, this, &Private::runQuiet, Qt::QueuedConnection);
    shown->open();
}

/// On their version, with the check still on: a third editor opens the dialog again, with what was decided as "yours".
void BookingConversation::Private::saveDecided(const Appointment& opened, Instant openedAt, const Conflict& decided,
                                               const VersionConflict& theirs, EditForm* from)
{
    const QPointer<EditForm> edited = from;
    EditAppointment edit = editFromFields(opened.id, theirs.current.version, decided.changes());
    if (edited)
        edit.passing = edited->passing();
    if (decided.changes().isEmpty()) {
        if (edited)
            edited->close();
        say(tr("%1 stays as it is now").arg(titleOf(opened)));
        return;
    }
    send(edit, edit.id, [this, edited, edit, opened, openedAt, decided, theirs](const Outcome& outcome) {
        if (const auto* third = std::get_if<VersionConflict>(&outcome)) {
            const QVariantMap now = conflictFields(third->current);
            Conflict again = decided.rebased(appointmentGroups(decided.theirs(), decided.result(), now), now);
            whenQuiet(this, [this, edited, edit, opened, theirs, again, third = *third] {
                if (third.current.status == Status::Cancelled)
                    openCancelled(theirs.current, edit, third, edited);
                else
                    openConflict(theirs.current, theirs.changedAt, again, third, edited);
            });
            return;
        }
        if (const auto* done = std::get_if<Done>(&outcome)) {
            if (edited)
                edited->close();
            const QString words = titleOf(opened);
            finish({tr("Edit %1").arg(words), edit, theirs.current, edit.id, done->version,
                    edit.start.value_or(theirs.current.slot.start)},
                   *done, edit.seen, tr("Saved %1").arg(words));
            return;
        }
        // Taken, or against a rule: the form has everything typed, or is made anew with what was decided.
        EditForm* target = edited;
        if (!target) {
            target = openForm(theirs.current);
            target->fill(edit);
            target->open();
        }
        formAnswered(target, edit, outcome);
    });
}

void BookingConversation::Private::openCancelled(const Appointment& opened, const EditAppointment& typed,
                                                 const VersionConflict& theirs, EditForm* from)
{
    const QPointer<EditForm> edited = from;
    auto* shown = new CancelledDialog(opened, theirs, zone(opened), book.clock->now(), window);
    dialog = shown;
    connect(shown, &CancelledDialog::bookAnew, this,
            [this, opened, typed, edited] { bookAnew(opened, typed, edited); });
    connect(shown, &CancelledDialog::backToEditing, this, [edited] {
        if (edited)
            edited->comeBack();
    });
    connect(shown, &QObject::destroyed, this, &Private::runQuiet, Qt::QueuedConnection);
    shown->open();
}

/// The booking popup with everything that the form held; the form stays until it is booked or closed by hand.
void BookingConversation::Private::bookAnew(const Appointment& opened, const EditAppointment& typed, EditForm* from)
{
    const Place place{opened.location, typed.staff.value_or(opened.staff), typed.start.value_or(opened.slot.start)};
    BookAppointment wish;
    wish.service = typed.service.value_or(opened.service);
    wish.length = typed.length.value_or(opened.slot.length());
    wish.price = typed.price.value_or(opened.price);
    wish.note = typed.note.value_or(opened.note);
    wish.bufferBefore = opened.bufferBefore;
    wish.bufferAfter = opened.bufferAfter;
    if (typed.others)
        wish.others = *typed.others;
    ClientHit client;
    client.id = typed.client.value_or(opened.client);
    client.name = opened.clientName;
    client.phone = opened.clientPhone;
    client.alert = opened.clientAlert;
    client.alertStops = opened.clientAlertStops;
    if (typed.client && from)
        client.name = from->clientNames().value(typed.client->value());
    if (from)
        from->close();
    q->book(place, {});
    popup->fill(client, wish);
}

void BookingConversation::openServices(ServiceStore* store)
{
    if (!d->services) {
        d->services = new ServicesWindow(
            store, d->book.clock,
            [this](const Conflict& conflict, const ConflictStory& story,
                   const std::function<void(const Conflict&)>& decided) {
                d->askAboutService(conflict, story, decided);
            },
            d->window);
        connect(d->services, &ServicesWindow::bookingChosen, this, &BookingConversation::goTo);
    }
    d->services->show();
    d->services->raise();
    d->services->activateWindow();
}

void BookingConversation::openPrint(std::unique_ptr<PrintDialog> dialog)
{
    if (d->print)
        return;
    d->print = dialog.release(); // deletes itself when it is closed
    connect(d->print, &PrintDialog::said, this, [this](const QString& text) { emit said(text, false); });
    d->print->open();
}

void BookingConversation::Private::askAboutService(const Conflict& conflict, const ConflictStory& story,
                                                   const std::function<void(const Conflict&)>& decided)
{
    whenQuiet(services, [this, conflict, story, decided] {
        auto* shown = new ConflictDialog(conflict, story, services);
        dialog = shown;
        connect(shown, &ConflictDialog::saveChosen, this, decided);
        connect(shown, &QObject::destroyed, this, &Private::runQuiet, Qt::QueuedConnection);
        shown->open();
    });
}

} // namespace frontdesk
