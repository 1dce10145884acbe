#include "app/admin/arguments.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

} // namespace

std::optional<QString> Arguments::find(QLatin1StringView option) const
{
    const auto found = m_options.constFind(option);
    return found == m_options.constEnd() ? std::nullopt : std::optional(*found);
}

class ArgumentReader
{
public:
    ArgumentReader(const QStringList& words, const std::vector<PositionalSpec>& positionals,
                   const std::vector<OptionSpec>& options)
        : m_words(words), m_positionals(positionals), m_options(options)
    {
    }

    std::variant<Arguments, UsageProblem> read()
    {
        bool onlyValues = false;
        while (m_at < m_words.size() && m_problem.isEmpty()) {
            const QString word = m_words[m_at++];
            if (!onlyValues && word == QLatin1StringView("--"))
                onlyValues = true;
            else if (!onlyValues && word.startsWith(u'-') && word.size() > 1)
                readOption(word);
            else
                readPositional(word);
        }
        if (m_problem.isEmpty() && !m_read.has(QLatin1StringView("help")))
            checkRequired();
        if (!m_problem.isEmpty())
            return UsageProblem{m_problem};
        return m_read;
    }

private:
    void readPositional(const QString& word)
    {
        if (m_read.m_positionals.size() < m_positionals.size())
            m_read.m_positionals.push_back(word);
        else
            m_problem = Words::tr("\"%1\" is one word too many").arg(word);
    }

    void readOption(const QString& word)
    {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.startsWith(QLatin1StringView("--"))
                                 ? word.sliced(2, (equals < 0 ? word.size() : equals) - 2)
                                 : QString();
        const auto spec = std::ranges::find(m_options, name, &OptionSpec::name);
        if (spec == m_options.end()) {
            m_problem = Words::tr("there is no option %1 here").arg(word.first(equals < 0 ? word.size() : equals));
        } else if (m_read.m_options.contains(name)) {
            m_problem = Words::tr("--%1 is given twice").arg(name);
        } else if (spec->value.isEmpty()) {
            if (equals >= 0)
                m_problem = Words::tr("--%1 takes no value").arg(name);
            m_read.m_options.insert(name, QString());
        } else if (equals < 0 && m_at == m_words.size()) {
            m_problem = Words::tr("--%1 needs a value: --%1 %2").arg(name, spec->value);
        } else {
            const QString value = equals < 0 ? m_words[m_at++] : word.sliced(equals + 1);
            if (value.isEmpty())
                m_problem = Words::tr("--%1 must not be empty").arg(name);
            m_read.m_options.insert(name, value);
        }
    }

    void checkRequired()
    {
        if (m_read.m_positionals.size() < m_positionals.size()) {
            m_problem = Words::tr("%1 is missing").arg(m_positionals[m_read.m_positionals.size()].name);
            return;
        }
        for (const OptionSpec& option : m_options) {
            if (option.required && !m_read.m_options.contains(option.name)) {
                m_problem = Words::tr("--%1 %2 is missing").arg(option.name, option.value);
                return;
            }
        }
    }

    const QStringList& m_words;
    const std::vector<PositionalSpec>& m_positionals;
    const std::vector<OptionSpec>& m_options;
    qsizetype m_at = 0;
    Arguments m_read;
    QString m_problem;
};

std::variant<Arguments, UsageProblem> readArguments(const QStringList& words,
                                                    const std::vector<PositionalSpec>& positionals,
                                                    const std::vector<OptionSpec>& options)
{
    return ArgumentReader(words, positionals, options).read();
}

} // namespace frontdesk::admin
