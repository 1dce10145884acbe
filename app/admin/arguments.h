#pragma once

#include <QHash>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace frontdesk::admin
{

/// An option of a command: "--at TIME", or a flag "--json" when it takes no value.
struct OptionSpec {
    QString name;  ///< without the dashes
    QString value; ///< what stands for the value in the help; empty for a flag
    QString help;
    bool required = false;
};

struct PositionalSpec {
    QString name; ///< "FILE"
    QString help;
};

/// What a command is given, read by its specification.
class Arguments
{
public:
    [[nodiscard]] const QString& positional(size_t index) const { return m_positionals[index]; }
    [[nodiscard]] bool has(QLatin1StringView option) const { return m_options.contains(option); }
    /// The value of an option, or an empty text.
    [[nodiscard]] QString value(QLatin1StringView option) const { return m_options.value(option); }
    [[nodiscard]] std::optional<QString> find(QLatin1StringView option) const;

private:
    friend class ArgumentReader;
    std::vector<QString> m_positionals;
    QHash<QString, QString> m_options;
};

/// What was wrong with how a command was typed, for a person.
struct UsageProblem {
    QString text;
};

/// Reads "VALUE", "--option VALUE", "--option=VALUE" and "--flag" in any order; behind "--" all are values. Unknown,
/// missing, repeated and empty options are problems; help given anywhere ("--help") waives what is required.
[[nodiscard]] std::variant<Arguments, UsageProblem> readArguments(const QStringList& words,
                                                                  const std::vector<PositionalSpec>& positionals,
                                                                  const std::vector<OptionSpec>& options);

} // namespace frontdesk::admin
