#include "app/admin/command.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("frontdesk-admin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FRONTDESK_VERSION));
    return int(frontdesk::admin::runCommandLine(QCoreApplication::arguments().sliced(1)));
}
