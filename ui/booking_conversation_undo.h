#pragma once

#include "models/booking/undo.h"

#include <QString>

#include <optional>
#include <vector>

namespace frontdesk
{

/// What one gesture did, with what is needed to take it back: new versioned commands, never a copy of old rows.
struct UndoEntry {
    QString text; ///< "Move Lena Fischer 13:30 → 14:15"
    Command forward;
    Appointment before; ///< of a new booking only its place
    AppointmentId id;
    RowVersion version; ///< of the row as this desk last wrote or saw it
    Instant where{};    ///< where the row stands after the gesture
};

/// The undo stack of the person signed in at this desk. A pure value.
class UndoStack
{
public:
    void done(UndoEntry entry);
    [[nodiscard]] const UndoEntry* next() const { return m_done.empty() ? nullptr : &m_done.back(); }
    [[nodiscard]] const UndoEntry* nextRedo() const { return m_undone.empty() ? nullptr : &m_undone.back(); }

    /// The command that takes the entry back, or does it again, on the version that is known here.
    /// Nothing where no way leads back.
    [[nodiscard]] static std::optional<Command> inverseOf(const UndoEntry& entry);
    [[nodiscard]] static std::optional<Command> againOf(const UndoEntry& entry);

    void undone();   ///< the next entry was taken back
    void redone();   ///< the next redo was done again
    void dropNext(); ///< its row is gone
    void dropNextRedo();
    /// This desk wrote the row: entries that stood on the version before stand on the new one.
    void ownWrite(AppointmentId id, RowVersion before, RowVersion after);
    /// "Undo anyway": the next entry stands on somebody else's version.
    void rebaseNext(RowVersion version);

private:
    std::vector<UndoEntry> m_done;
    std::vector<UndoEntry> m_undone;
};

} // namespace frontdesk
