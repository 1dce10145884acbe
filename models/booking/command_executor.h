#pragma once

#include "models/booking/commands.h"
#include "models/booking/outcome.h"
#include "models/domain/catalogue.h"
#include "models/domain/clock.h"

#include <memory>

namespace frontdesk
{

class ClientKeys;
class Connection;

/// Runs commands on a connection, on its thread: one handler a command (the .cpp of its name), one outcome each. Judges
/// soft rules by the catalogue, tries again what a lock or a deadlock stopped (at most four times and five seconds),
/// and leaves nothing half done. Sent again with the same key and command id, a command that has taken effect answers
/// Done.
class CommandExecutor
{
public:
    CommandExecutor(Connection& connection, const Clock& clock);
    ~CommandExecutor();
    CommandExecutor(const CommandExecutor&) = delete;
    CommandExecutor& operator=(const CommandExecutor&) = delete;

    /// What soft rules, zones and lengths are judged by. Until it is set, it is read at the first command that needs it
    /// and kept; whoever hears that it has changed sets the new one, or null to have it read again.
    void setCatalogue(CataloguePtr catalogue);

    /// One round trip for a booking, also for one from a popup's hold, when the program can plan it by its catalogue;
    /// else BEGIN, the hold's end, the booking and COMMIT are one each.
    [[nodiscard]] Outcome execute(const Command& command, const Sender& sender);

    /// Tells the other desks (PostgreSQL, one round trip) of what was stored since the last time; does nothing when
    /// there is nothing to tell. For the time after the answer: whoever executes a command calls it once the answer is
    /// on its way. While commands follow each other without it, every 50 ms one of them tells; the destructor tells the
    /// rest.
    void tellOthers();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk
