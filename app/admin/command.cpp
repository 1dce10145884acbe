#include "app/admin/command.h"

#include "app/admin/session.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Admin)
};

constexpr qsizetype helpColumn = 26;

QString optionWord(const OptionSpec& option)
{
    const QString word = QStringLiteral("--") + option.name;
    return option.value.isEmpty() ? word : word + u' ' + option.value;
}

QString usageLine(const Command& command)
{
    QString line = QStringLiteral("frontdesk-admin ") + command.name;
    for (const PositionalSpec& positional : command.positionals)
        line += u' ' + positional.name;
    for (const OptionSpec& option : command.options)
        line += option.required ? u' ' + optionWord(option) : QStringLiteral(" [%1]").arg(optionWord(option));
    return line;
}

QString helpLine(const QString& word, const QString& help)
{
    const QString padded =
        word.size() + 2 < helpColumn ? word.leftJustified(helpColumn - 2) : word + u'\n' + QString(helpColumn, u' ');
    return QStringLiteral("  ") + padded + help + u'\n';
}

QString helpLines(const std::vector<OptionSpec>& options)
{
    QString text;
    for (const OptionSpec& option : options)
        text += helpLine(optionWord(option), option.help);
    return text;
}

/// The command whose name the words begin with: one word, or two ("user add").
const Command* findCommand(const QStringList& words)
{
    const auto& commands = allCommands();
    for (const qsizetype length : {qsizetype(2), qsizetype(1)}) {
        const QString name = words.first(std::min(length, words.size())).join(u' ');
        const auto found = std::ranges::find(commands, name, &Command::name);
        if (found != commands.end())
            return &*found;
    }
    return nullptr;
}

/// Common options may stand before the command's name: they are moved behind it.
QStringList commandFirst(QStringList words)
{
    QStringList before;
    while (!words.isEmpty() && words.front().startsWith(u'-')) {
        const QString word = words.takeFirst();
        before += word;
        const auto spec = std::ranges::find_if(commonOptions(), [&](const OptionSpec& option) {
            return word == QStringLiteral("--") + option.name && !option.value.isEmpty();
        });
        if (spec != commonOptions().end() && !words.isEmpty())
            before += words.takeFirst();
    }
    return words + before;
}

Exit refuseUsage(const QString& text, const QString& advice)
{
    printError(QStringLiteral("frontdesk-admin: %1\n%2").arg(text, advice));
    return Exit::Usage;
}

QString versionLine()
{
    return QStringLiteral("frontdesk-admin %1\n").arg(QCoreApplication::applicationVersion());
}

} // namespace

const std::vector<OptionSpec>& commonOptions()
{
    static const std::vector<OptionSpec> options{
        {QStringLiteral("database"), QStringLiteral("URL"),
         Words::tr("sqlite:PATH or postgresql://[USER@]HOST[:PORT]/NAME; else the variable FRONTDESK_DATABASE")},
        {QStringLiteral("person"), QStringLiteral("NAME"),
         Words::tr("who changes the book, by name or id; else the first person. PostgreSQL decides by the login")},
        {QStringLiteral("json"), {}, Words::tr("print the result as JSON")},
        {QStringLiteral("help"), {}, Words::tr("print this help")},
    };
    return options;
}

const std::vector<Command>& allCommands()
{
    static const std::vector<Command> commands = [] {
        std::vector<Command> all;
        for (const auto list : {schemaCommands, contentCommands, upkeepCommands, userCommands, listCommands,
                                bookingCommands, printCommands}) {
            const std::vector<Command> some = list();
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }();
    return commands;
}

QString helpText()
{
    QString text = Words::tr("The command line of the appointment book.\n\nUsage: frontdesk-admin COMMAND [OPTIONS]\n\n"
                             "Commands:\n");
    for (const Command& command : allCommands())
        text += helpLine(command.name, command.summary);
    text += Words::tr("\nEvery command takes:\n") + helpLines(commonOptions());
    text += helpLine(QStringLiteral("--version"), Words::tr("print the program's version (in place of a command)"));
    text += Words::tr("\nfrontdesk-admin COMMAND --help tells more about one.\n"
                      "Exit codes: 0 good, 1 a finding or a refusal, 2 typed wrong, 3 database out of reach.\n");
    return text;
}

QString helpText(const Command& command)
{
    QString text = Words::tr("Usage: %1\n\n%2.\n").arg(usageLine(command), command.summary);
    if (!command.details.isEmpty())
        text += command.details + u'\n';
    text += u'\n';
    for (const PositionalSpec& positional : command.positionals)
        text += helpLine(positional.name, positional.help);
    return text + helpLines(command.options) + helpLines(commonOptions());
}

Exit runCommandLine(const QStringList& typed)
{
    const QString advice = Words::tr("frontdesk-admin --help lists the commands.");
    const QStringList words = commandFirst(typed);
    if (words.contains(QLatin1StringView("--version")) && words.front().startsWith(u'-')) {
        printOutput(versionLine());
        return Exit::Good;
    }
    if (words.isEmpty() || words.front().startsWith(u'-')) {
        if (!words.contains(QLatin1StringView("--help")))
            return refuseUsage(Words::tr("a command is missing"), advice);
        printOutput(helpText());
        return Exit::Good;
    }
    const Command* command = findCommand(words);
    if (!command)
        return refuseUsage(Words::tr("there is no command \"%1\"").arg(words.front()), advice);
    std::vector<OptionSpec> options = command->options;
    options.insert(options.end(), commonOptions().begin(), commonOptions().end());
    const auto read = readArguments(words.sliced(command->name.count(u' ') + 1), command->positionals, options);
    if (const auto* problem = std::get_if<UsageProblem>(&read))
        return refuseUsage(QStringLiteral("%1: %2").arg(command->name, problem->text),
                           Words::tr("Usage: %1").arg(usageLine(*command)));
    const Arguments& arguments = std::get<Arguments>(read);
    if (arguments.has(QLatin1StringView("help"))) {
        printOutput(helpText(*command));
        return Exit::Good;
    }
    Session session(arguments);
    return command->run(session);
}

} // namespace frontdesk::admin
