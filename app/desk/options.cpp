#include "app/desk/options.h"

#include "ui/language.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Desk)
};

std::optional<QSize> sizeFromText(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,5})[x×](\\d{3,5})$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return size.width() <= 16000 && size.height() <= 16000 ? std::optional(size) : std::nullopt;
}

/// The options by name, what each is for, and what was given of them.
class CommandLine
{
public:
    CommandLine();
    [[nodiscard]] DeskOptions read(const QStringList& arguments);

private:
    void add(const char* name, const QString& text, const char* value)
    {
        m_parser.addOption({QString::fromLatin1(name), text, QString::fromLatin1(value)});
    }
    [[nodiscard]] bool has(const char* name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    [[nodiscard]] QString value(const char* name) const { return m_parser.value(QString::fromLatin1(name)); }
    void readPlain(DeskOptions& read) const;
    void readChecked(DeskOptions& read) const;

    QCommandLineParser m_parser;
};

CommandLine::CommandLine()
{
    m_parser.setApplicationDescription(Words::tr("The appointment book at the desk."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    add("database", Words::tr("The book: sqlite:PATH or postgresql://user@host/name (also from FRONTDESK_DATABASE)."),
        "URL");
    add("date", Words::tr("The day to show, such as 2026-11-23."), "DATE");
    add("view", Words::tr("What to show: day, week, month, list."), "VIEW");
    add("size", Words::tr("The window's size, such as 1600x1000."), "WxH");
    add("screenshot", Words::tr("Draws the window into a picture and ends; needs no display."), "FILE.png");
    add("now", Words::tr("For pictures: draws as if it were that time, such as 10:22."), "HH:mm");
    add("theme", Words::tr("Light or dark colours: light, dark."), "THEME");
    add("language", Words::tr("What the window speaks: en, zh_CN."), "LANGUAGE");
    add("scale", Words::tr("How large everything is drawn: 1 to 4, such as 1.5."), "FACTOR");
    add("desk", Words::tr("This desk's name."), "NAME");
    m_parser.addOption({QStringLiteral("measure-start"),
                        Words::tr("Prints when the first day was painted and the memory then, and ends.")});
    add("person", Words::tr("Who is signed in here (SQLite)."), "NAME");
}

DeskOptions CommandLine::read(const QStringList& arguments)
{
    DeskOptions read;
    if (!m_parser.parse(arguments)) {
        read.problem = m_parser.errorText();
        return read;
    }
    read.language = value("language");
    if (has("help")) {
        read.answer = m_parser.helpText();
    } else if (has("version")) {
        read.answer = QCoreApplication::applicationName() + QLatin1Char(' ') + QCoreApplication::applicationVersion() +
                      QLatin1Char('\n');
    } else {
        readPlain(read);
        readChecked(read);
    }
    return read;
}

void CommandLine::readPlain(DeskOptions& read) const
{
    if (!m_parser.positionalArguments().isEmpty())
        read.problem = Words::tr("What is “%1”? See --help.").arg(m_parser.positionalArguments().constFirst());
    read.database = has("database") ? value("database") : qEnvironmentVariable("FRONTDESK_DATABASE");
    read.screenshot = value("screenshot");
    read.nowText = value("now");
    read.theme = value("theme");
    read.desk = value("desk");
    read.person = value("person");
    read.measureStart = has("measure-start");
    if (has("screenshot") && read.screenshot.isEmpty())
        read.problem = Words::tr("--screenshot needs a file's name.");
}

void CommandLine::readChecked(DeskOptions& read) const
{
    read.view = viewFromCode(value("view"));
    if (has("view") && !read.view)
        read.problem = Words::tr("There is no view “%1”: --view day, week, month or list.").arg(value("view"));
    if (has("theme") && read.theme != QLatin1StringView("light") && read.theme != QLatin1StringView("dark"))
        read.problem = Words::tr("--theme is light or dark.");
    if (has("language") && (read.language.isEmpty() || !languageFromCode(read.language)))
        read.problem = Words::tr("--language is en or zh_CN.");
    if (has("now") &&
        (read.screenshot.isEmpty() || !QTime::fromString(read.nowText, QStringLiteral("HH:mm")).isValid()))
        read.problem = Words::tr("--now is a time such as 10:22, and for --screenshot alone.");
    if (has("date")) {
        read.date = QDate::fromString(value("date"), Qt::ISODate);
        if (!read.date.isValid())
            read.problem = Words::tr("“%1” is no date such as 2026-11-23.").arg(value("date"));
    }
    if (has("scale")) {
        read.scale = value("scale").toDouble();
        if (!(read.scale >= 1 && read.scale <= 4))
            read.problem = Words::tr("--scale is a number from 1 to 4, such as 1.5.");
    }
    if (has("size")) {
        read.size = sizeFromText(value("size")).value_or(QSize());
        if (read.size.isEmpty())
            read.problem = Words::tr("“%1” is no size such as 1600x1000.").arg(value("size"));
    }
}

} // namespace

DeskOptions readOptions(const QStringList& arguments)
{
    return CommandLine().read(arguments);
}

} // namespace frontdesk
