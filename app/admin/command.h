#pragma once

#include "app/admin/arguments.h"

#include <vector>

namespace frontdesk::admin
{

class Session;

/// What the program ends with.
enum class Exit {
    Good = 0,
    Refused = 1,    ///< a finding, or the book says no
    Usage = 2,      ///< typed wrong
    Unreachable = 3 ///< the database could not be reached or failed
};

/// One command, as the table lists it: its help is printed from here, and the words after it are read by it.
struct Command {
    QString name; ///< "book", "user add"
    QString summary;
    std::vector<PositionalSpec> positionals;
    std::vector<OptionSpec> options; ///< besides the common ones
    Exit (*run)(Session&) = nullptr;
    QString details; ///< further lines of its help
};

/// Options that every command takes.
[[nodiscard]] const std::vector<OptionSpec>& commonOptions();

/// One list a file of commands, in the order of the help.
[[nodiscard]] std::vector<Command> schemaCommands();
[[nodiscard]] std::vector<Command> contentCommands();
[[nodiscard]] std::vector<Command> upkeepCommands();
[[nodiscard]] std::vector<Command> userCommands();
[[nodiscard]] std::vector<Command> listCommands();
[[nodiscard]] std::vector<Command> bookingCommands();
[[nodiscard]] std::vector<Command> printCommands();

[[nodiscard]] const std::vector<Command>& allCommands();

/// The whole help, or that of one command.
[[nodiscard]] QString helpText();
[[nodiscard]] QString helpText(const Command& command);

/// Runs what was typed behind the program's name.
[[nodiscard]] Exit runCommandLine(const QStringList& words);

} // namespace frontdesk::admin
