#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"
#include "models/domain/clock.h"
#include "models/tables/appointment_mirror.h"
#include "ui/place.h"

#include <QRect>

namespace frontdesk
{

/// Turns gestures into commands and answers into words: the only class that opens dialogs and popups over the book.
/// Keeps the undo stack of the person signed in at this desk. GUI thread.
class BookingConversation : public QObject
{
    Q_OBJECT
public:
    struct Book {
        CommandBus* bus;
        AppointmentMirror* appointments;
        std::function<CataloguePtr()> catalogue;
        const Clock* clock;
    };
    BookingConversation(Book book, QWidget* window);
    ~BookingConversation() override;

    [[nodiscard]] QString undoText() const; ///< "Move Lena Fischer 13:30 → 14:15", empty: nothing to undo
    [[nodiscard]] QString redoText() const;

public slots:
    /// Opens the booking popup at a place; `anchor` in global coordinates is the place's rectangle.
    void book(const frontdesk::Place& place, const QRect& anchor);
    void makeBlock(const frontdesk::Place& place, const QRect& anchor);
    void edit(frontdesk::AppointmentId id);
    void move(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Instant start,
              frontdesk::ResourceId staff);
    void changeStatus(frontdesk::AppointmentId id, frontdesk::RowVersion seen, frontdesk::Status to);
    void cancelOrNoShow(frontdesk::AppointmentId id, frontdesk::RowVersion seen, const QRect& anchor);
    void undo();
    void redo();

signals:
    /// A save of this row is under way, or has been answered; shown on the block.
    void inFlightChanged(frontdesk::AppointmentId id, bool inFlight);
    /// The answer waits on the block until looked at: taken, stale, refused.
    void refused(frontdesk::AppointmentId id, const QString& reason);
    /// One line for the status bar, with Undo when it can be undone.
    void said(const QString& text, bool undoable);
    void bookedOrChanged(frontdesk::AppointmentId id);
    /// The undo's target is out of sight: go there first.
    void goTo(frontdesk::AppointmentId id, frontdesk::Instant start);
    void undoChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk
