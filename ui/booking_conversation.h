#pragma once

#include "ui/book_access.h"
#include "ui/place.h"

#include <QRect>

namespace frontdesk
{

class PrintDialog;
class ServiceStore;

/// Turns gestures into commands and answers into words: the only class that opens dialogs and popups over the book.
/// Keeps the undo stack of the person signed in at this desk. The desk goes on after each gesture: an answer that
/// comes later marks the block and waits there until edit() is called for it. GUI thread.
class BookingConversation : public QObject
{
    Q_OBJECT
public:
    using Book = BookAccess;
    BookingConversation(Book book, QWidget* window);
    ~BookingConversation() override;

    [[nodiscard]] QString undoText() const; ///< "Move Lena Fischer 13:30 → 14:15", empty: nothing to undo
    [[nodiscard]] QString redoText() const;
    /// Something is open, being saved or not yet looked at, that would be lost with this conversation.
    [[nodiscard]] bool isAtWork() const;
    /// Goes on with what could be undone in the conversation before, which then has nothing to undo.
    void takeUndoFrom(BookingConversation& before);
    /// Whether an answer waits on this row.
    [[nodiscard]] bool isWaiting(AppointmentId id) const;
    /// Shows the dialog and takes it over, or drops it where one is open already.
    void openPrint(std::unique_ptr<PrintDialog> dialog);

public slots:
    /// Opens the booking popup at a place; `anchor` in global coordinates is the place's rectangle. An open popup takes
    /// the other place with everything typed.
    void book(const frontdesk::Place& place, const QRect& anchor);
    void makeBlock(const frontdesk::Place& place, const QRect& anchor);
    /// Opens the form; an answer that waits on the row is shown first.
    void edit(frontdesk::AppointmentId id);
    void move(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Instant start,
              frontdesk::ResourceId staff);
    void resize(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Seconds length);
    /// The same of a row as the person saw it when the gesture began: what somebody else saved since is judged against
    /// it. The row needn't be on screen any more.
    void moveSeen(const frontdesk::Appointment& row, frontdesk::Instant start, frontdesk::ResourceId staff);
    /// Another time, staff member and length in one command.
    void reshapeSeen(const frontdesk::Appointment& row, frontdesk::Instant start, frontdesk::ResourceId staff,
                     frontdesk::Seconds length);
    void changeStatus(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Status to);
    void changeConfirmation(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Confirmation to);
    void cancelOrNoShow(frontdesk::AppointmentId id, frontdesk::RowVersion seen, const QRect& anchor);
    void undo();
    void redo();
    /// The services window; the store must outlive it.
    void openServices(frontdesk::ServiceStore* store);
    /// Undoes what somebody changed since, on their version.
    void undoAnyway();

signals:
    /// A save of this row is under way, or has been answered; shown on the block. A new booking shows on the hold that
    /// it takes over (a negative id).
    void inFlightChanged(frontdesk::AppointmentId id, bool inFlight);
    /// The answer waits on the block until looked at: taken, stale, refused. Empty: it has been looked at.
    void refused(frontdesk::AppointmentId id, const QString& reason);
    /// One line for the status bar, with Undo when it can be undone.
    void said(const QString& text, bool undoable);
    void bookedOrChanged(frontdesk::AppointmentId id);
    /// The undo's target is out of sight, or a booking was chosen to look at: go there.
    void goTo(frontdesk::AppointmentId id, frontdesk::Instant start);
    void undoChanged();
    /// The last undo met a change of somebody else; the line names it. undoAnyway() does it all the same.
    void undoHeldBack(const QString& text);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk
