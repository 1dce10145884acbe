#include "app/admin/application.h"

#include "app/admin/terminal.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstring>

namespace frontdesk::admin
{

namespace
{

/// What Qt remarks about the fonts and folders of a computer without a desktop is no news of the book; a script would
/// send it by mail each night.
void leaveOutRemarks(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        printError(text);
}

} // namespace

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    // Any word: which one is the command is known only when the options in front of it have been read.
    const bool draws = std::any_of(argv, argv + argc, [](const char* word) { return std::strcmp(word, "print") == 0; });
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qInstallMessageHandler(leaveOutRemarks);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace frontdesk::admin
