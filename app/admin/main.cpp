#include "app/admin/application.h"
#include "app/admin/command.h"

int main(int argc, char* argv[])
{
    const auto application = frontdesk::admin::makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("frontdesk-admin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FRONTDESK_VERSION));
    return int(frontdesk::admin::runCommandLine(QCoreApplication::arguments().sliced(1)));
}
