#pragma once

#include "ui/block_popup.h"
#include "ui/booking_conversation.h"
#include "ui/booking_conversation_undo.h"
#include "ui/booking_popup.h"
#include "ui/cancel_popup.h"
#include "ui/conflict_dialog.h"
#include "ui/edit_form.h"
#include "ui/print_dialog.h"
#include "ui/services_window.h"
#include "ui/taken_dialog.h"

#include <deque>

namespace frontdesk
{

class BookingConversation::Private : public QObject
{
    Q_OBJECT
public:
    Private(BookAccess access, QWidget* window, BookingConversation* conversation);

    /// An edit made by a gesture on the grid, without a form.
    struct Gesture {
        Appointment before;
        EditAppointment edit;
        QString words; ///< "Moved Lena Fischer 13:30 → 14:15"
        QString undo;  ///< "Move Lena Fischer 13:30 → 14:15"
        int tries = 0;
    };

    // Sending
    void send(const Command& command, AppointmentId mark, std::function<void(const Outcome&)> then);
    void sendGesture(const Gesture& gesture);
    void sendMove(const Appointment& row, RowVersion seen, Instant start, ResourceId staff);
    void sendStatus(const Appointment& before, const ChangeStatus& change, int tries);
    void gestureAnswered(const Gesture& gesture, const Outcome& outcome);
    void statusAnswered(const Appointment& before, const ChangeStatus& change, int tries, const Outcome& outcome);
    void finish(UndoEntry entry, const Done& done, RowVersion seen, const QString& words);

    // Popups and the form
    void askBooking(BookingPopup* asked, const BookAppointment& command, const QString& words);
    void bookingAnswered(BookingPopup* asked, const BookAppointment& command, const QString& words,
                         const Outcome& outcome);
    void askBlock(BlockPopup* asked, const BookBlock& command);
    EditForm* openForm(const Appointment& row);
    void openFormWith(const Appointment& row, const EditAppointment& typed, const Outcome& answer);
    void saveForm(EditForm* asked, const EditAppointment& edit);
    void formSaved(const Appointment& opened, const EditAppointment& edit, const Done& done);
    void formAnswered(EditForm* asked, const EditAppointment& edit, const Outcome& outcome);

    // Dialogs
    void openConflict(const Appointment& opened, Instant openedAt, Conflict conflict, const VersionConflict& theirs,
                      EditForm* form);
    void saveDecided(const Appointment& opened, Instant openedAt, const Conflict& decided,
                     const VersionConflict& theirs, EditForm* form);
    void openCancelled(const Appointment& opened, const EditAppointment& typed, const VersionConflict& theirs,
                       EditForm* form);
    void bookAnew(const Appointment& opened, const EditAppointment& typed, EditForm* form);
    void openTaken(const SlotTaken& taken, const TakenDialog::Wanted& wanted,
                   const std::function<void(const Place&)>& chosen, const std::function<void()>& back);

    void askAboutService(const Conflict& conflict, const ConflictStory& story,
                         const std::function<void(const Conflict&)>& decided);

    // Waiting
    void refuse(const Appointment& row, const Outcome& outcome, std::function<void()> show);
    void look(AppointmentId id);
    /// Runs it as soon as nobody types and no other dialog or popup of this class is in the way.
    void whenQuiet(QObject* context, std::function<void()> run);
    void runQuiet();
    [[nodiscard]] bool isQuiet() const;

    // Undo
    void runUndo();
    void runRedo();
    void undoAnswered(const UndoEntry& entry, const Outcome& outcome);
    void say(const QString& text, bool undoable = false) { emit q->said(text, undoable); }

    [[nodiscard]] Zone zone(const Appointment& row) const;
    [[nodiscard]] std::optional<Appointment> row(AppointmentId id) const { return book.appointments->appointment(id); }
    [[nodiscard]] QString refusal(const Outcome& outcome) const;
    [[nodiscard]] QString moveWords(const Appointment& before, const EditAppointment& edit) const;

    struct Waiting {
        QString reason;
        std::function<void()> show; ///< may be empty: the words are all there is
    };
    struct Quiet {
        QPointer<QObject> context;
        std::function<void()> run;
    };

    BookAccess book;
    QWidget* window;
    BookingConversation* q;
    QPointer<BookingPopup> popup;
    QPointer<BlockPopup> block;
    QPointer<CancelPopup> cancel;
    QPointer<EditForm> form;
    QPointer<SheetDialog> dialog;
    QPointer<ServicesWindow> services;
    QPointer<PrintDialog> print;
    QHash<qint64, int> inFlight;
    int unanswered = 0; ///< commands, those that mark no row among them
    QHash<qint64, Waiting> waiting;
    std::deque<Quiet> quiet;
    UndoStack stack;
    bool undoing = false;
    AppointmentId wentTo;
    std::optional<RowVersion> undoOn; ///< the version that "undo anyway" would be done on
};

} // namespace frontdesk
