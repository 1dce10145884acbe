#include "app/desk/options.h"
#include "app/desk/picture.h"
#include "app/desk/start.h"
#include "app/desk/start_measure.h"
#include "models/storage/database_url.h"
#include "ui/calendar_view.h"
#include "ui/desk_session.h"
#include "ui/language.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

using frontdesk::DatabaseUrl;
using frontdesk::DeskOptions;
using frontdesk::Language;
using frontdesk::Theme;
using frontdesk::Translations;

namespace
{

enum ExitCode { Good = 0, Failed = 1, Usage = 2 };

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

int usage(const QString& text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return Usage;
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/desk.ini");
}

QString defaultBook()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + QStringLiteral("/book.db");
}

Theme::Kind themeKind(const DeskOptions& options, const QSettings& settings)
{
    if (options.theme == QLatin1StringView("light"))
        return Theme::Kind::Light;
    if (options.theme == QLatin1StringView("dark"))
        return Theme::Kind::Dark;
    return Theme::Kind(std::clamp(settings.value(QStringLiteral("look/theme"), 0).toInt(), 0, 2));
}

Language spoken(const DeskOptions& options, const QSettings& settings)
{
    const QString code =
        options.language.isEmpty() ? settings.value(QStringLiteral("look/language")).toString() : options.language;
    return frontdesk::languageFromCode(code).value_or(Language::System);
}

QString deskName(const DeskOptions& options, QSettings& settings)
{
    const QString key = QStringLiteral("desk/name");
    if (!options.desk.isEmpty())
        return options.desk;
    if (!settings.contains(key))
        settings.setValue(key, QSysInfo::machineHostName().isEmpty() ? QCoreApplication::translate("Desk", "Desk")
                                                                     : QSysInfo::machineHostName());
    return settings.value(key).toString();
}

/// One desk at work on a book, until its window closes.
int work(const DatabaseUrl& url, const DeskOptions& options, QSettings& settings, Translations& translations)
{
    const bool picture = !options.screenshot.isEmpty();
    frontdesk::DeskClock clock;
    frontdesk::DeskSession session(url, {deskName(options, settings), options.person}, clock, &settings);
    frontdesk::DayWindow& window = session.window();
    QObject::connect(&session, &frontdesk::DeskSession::themeChosen, &session,
                     [](Theme::Kind kind) { frontdesk::applyTheme(*qApp, kind); });
    QObject::connect(&session, &frontdesk::DeskSession::languageChosen, &session, [&](Language language) {
        translations.speak(language);
        session.speakAnew();
    });
    if (options.view)
        window.showView(*options.view);
    if (options.date.isValid())
        window.setDate(options.date);
    if (!options.size.isEmpty())
        window.resize(options.size);
    else if (picture)
        window.resize(1600, 1000);
    std::optional<frontdesk::PictureTaker> taker;
    if (picture)
        taker.emplace(&session, &clock, options);
    else if (options.measureStart)
        frontdesk::measureStart(session);
    else
        frontdesk::watchBook(session.link(), url);
    // The first time on a small screen: as large as that is, with its frame.
    const QSize room = window.screen()->availableSize() - QSize(8, 40);
    const bool small = window.width() > room.width() || window.height() > room.height();
    if (small && options.size.isEmpty() && !picture)
        window.showMaximized();
    else
        window.show();
    session.start();
    return QApplication::exec();
}

/// What is printed in place of a window, in the language of the window that there would be.
int answerInWords(int argc, char** argv, const QStringList& arguments, const DeskOptions& options)
{
    const QCoreApplication application(argc, argv); // a window's would need a display
    Translations translations;
    translations.speak(spoken(options, QSettings(settingsFile(), QSettings::IniFormat)));
    const DeskOptions again = frontdesk::readOptions(arguments);
    if (again.answer.isEmpty()) {
        return usage(
            again.problem.isEmpty()
                ? QCoreApplication::translate(
                      "Desk", "There is no display; frontdesk --screenshot FILE.png draws the day into a picture.")
                : again.problem);
    }
    std::fputs(qPrintable(again.answer), stdout);
    return Good;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("frontdesk"));
    QCoreApplication::setOrganizationName(QStringLiteral("frontdesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FRONTDESK_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const DeskOptions options = frontdesk::readOptions(arguments);
    const bool picture = !options.screenshot.isEmpty();
    if (!options.answer.isEmpty() || !options.problem.isEmpty() || (!hasDisplay() && !picture))
        return answerInWords(argc, argv, arguments, options);
    if (!hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");

    if (options.scale > 0)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(options.scale));
    const QApplication application(argc, argv);
    QTemporaryDir folder;
    // A picture neither reads nor changes how the desk was left.
    QSettings settings(picture ? folder.filePath(QStringLiteral("desk.ini")) : settingsFile(), QSettings::IniFormat);
    Translations translations;
    translations.speak(spoken(options, settings));
    frontdesk::applyTheme(*qApp, themeKind(options, settings));

    QString problem;
    const DatabaseUrl file = DatabaseUrl::sqliteFile(defaultBook());
    std::optional<DatabaseUrl> url = options.database.isEmpty() ? frontdesk::lastBook(file, settings)
                                                                : DatabaseUrl::parse(options.database, &problem);
    if (!url)
        return usage(problem);
    const bool missing = url->dialect() == frontdesk::Dialect::Sqlite && !QFileInfo::exists(url->path());
    if (options.database.isEmpty() && missing) {
        url = picture ? frontdesk::demoBook(folder, options) : frontdesk::chooseBook(file, {}, settings);
        if (!url && picture)
            return usage(QCoreApplication::translate("Desk", "There is no book, and the demo can't be made."));
    }
    while (url) {
        const int code = work(*url, options, settings, translations);
        if (code != frontdesk::chooseAgain)
            return code;
        url = frontdesk::chooseBook(url->dialect() == frontdesk::Dialect::Sqlite ? *url : file, url, settings);
    }
    return Good;
}
