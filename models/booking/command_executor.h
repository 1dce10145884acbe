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

    [[nodiscard]] Outcome execute(const Command& command, const Sender& sender);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk
