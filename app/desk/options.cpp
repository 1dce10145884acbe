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

} // namespace

DeskOptions readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("The appointment book at the desk."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const auto option = [&parser](const char* name, const QString& text, const char* value) {
        QCommandLineOption made(QString::fromLatin1(name), text, QString::fromLatin1(value));
        parser.addOption(made);
        return made;
    };
    const auto database = option(
        "database", Words::tr("The book: sqlite:PATH or postgresql://user@host/name (also from FRONTDESK_DATABASE)."),
        "URL");
    const auto date = option("date", Words::tr("The day to show, such as 2026-11-23."), "DATE");
    const auto view = option("view", Words::tr("What to show: day, week, month, list."), "VIEW");
    const auto size = option("size", Words::tr("The window's size, such as 1600x1000."), "WxH");
    const auto screenshot =
        option("screenshot", Words::tr("Draws the window into a picture and ends; needs no display."), "FILE.png");
    const auto now = option("now", Words::tr("For pictures: draws as if it were that time, such as 10:22."), "HH:mm");
    const auto theme = option("theme", Words::tr("Light or dark colours: light, dark."), "THEME");
    const auto language = option("language", Words::tr("What the window speaks: en, zh_CN."), "LANGUAGE");
    const auto desk = option("desk", Words::tr("This desk's name."), "NAME");
    QCommandLineOption measure(QStringLiteral("measure-start"),
                               Words::tr("Prints when the first day was painted and the memory then, and ends."));
    parser.addOption(measure);
    const auto person = option("person", Words::tr("Who is signed in here (SQLite)."), "NAME");

    DeskOptions read;
    if (!parser.parse(arguments)) {
        read.problem = parser.errorText();
        return read;
    }
    read.language = parser.value(language);
    if (parser.isSet(help)) {
        read.answer = parser.helpText();
        return read;
    }
    if (parser.isSet(version)) {
        read.answer = QCoreApplication::applicationName() + QLatin1Char(' ') + QCoreApplication::applicationVersion() +
                      QLatin1Char('\n');
        return read;
    }
    if (!parser.positionalArguments().isEmpty())
        read.problem = Words::tr("What is “%1”? See --help.").arg(parser.positionalArguments().constFirst());
    read.database = parser.isSet(database) ? parser.value(database) : qEnvironmentVariable("FRONTDESK_DATABASE");
    read.screenshot = parser.value(screenshot);
    read.nowText = parser.value(now);
    read.theme = parser.value(theme);
    read.desk = parser.value(desk);
    read.person = parser.value(person);
    read.measureStart = parser.isSet(measure);
    read.view = viewFromCode(parser.value(view));
    if (parser.isSet(view) && !read.view)
        read.problem = Words::tr("There is no view “%1”: --view day, week, month or list.").arg(parser.value(view));
    if (parser.isSet(screenshot) && read.screenshot.isEmpty())
        read.problem = Words::tr("--screenshot needs a file's name.");
    if (parser.isSet(theme) && read.theme != QLatin1StringView("light") && read.theme != QLatin1StringView("dark"))
        read.problem = Words::tr("--theme is light or dark.");
    if (parser.isSet(language) && (read.language.isEmpty() || !languageFromCode(read.language)))
        read.problem = Words::tr("--language is en or zh_CN.");
    if (parser.isSet(now) &&
        (read.screenshot.isEmpty() || !QTime::fromString(read.nowText, QStringLiteral("HH:mm")).isValid()))
        read.problem = Words::tr("--now is a time such as 10:22, and for --screenshot alone.");
    if (parser.isSet(date)) {
        read.date = QDate::fromString(parser.value(date), Qt::ISODate);
        if (!read.date.isValid())
            read.problem = Words::tr("“%1” is no date such as 2026-11-23.").arg(parser.value(date));
    }
    if (parser.isSet(size)) {
        read.size = sizeFromText(parser.value(size)).value_or(QSize());
        if (read.size.isEmpty())
            read.problem = Words::tr("“%1” is no size such as 1600x1000.").arg(parser.value(size));
    }
    return read;
}

} // namespace frontdesk
