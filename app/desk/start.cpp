#include "app/desk/start.h"

#include "models/link/database_link.h"
#include "ui/start_dialog.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>

namespace frontdesk
{

namespace
{

constexpr std::chrono::milliseconds keychainPatience{2000};

QString bookKey()
{
    return QStringLiteral("desk/database");
}

std::optional<DatabaseUrl> lastServer(const QSettings& settings)
{
    const std::optional<DatabaseUrl> url = DatabaseUrl::parse(settings.value(bookKey()).toString());
    return url && url->dialect() == Dialect::Postgresql ? url : std::nullopt;
}

} // namespace

DatabaseUrl lastBook(const DatabaseUrl& file, const QSettings& settings)
{
    std::optional<DatabaseUrl> server = lastServer(settings);
    if (!server)
        return file;
    KeychainPasswords passwords;
    QEventLoop wait;
    passwords.read(*server, &wait, [&](const QString& password) {
        server->setPassword(password);
        wait.quit();
    });
    QTimer::singleShot(keychainPatience, &wait, &QEventLoop::quit);
    wait.exec();
    return *server;
}

std::optional<DatabaseUrl> chooseBook(const DatabaseUrl& file, const std::optional<DatabaseUrl>& present,
                                      QSettings& settings)
{
    BookOpener opener;
    KeychainPasswords passwords;
    StartDialog dialog(&opener, &passwords, {file, lastServer(settings)});
    if (present)
        dialog.tryFirst(*present);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    settings.setValue(bookKey(), dialog.url().text());
    return dialog.url();
}

void watchBook(DatabaseLink& link, const DatabaseUrl& url)
{
    QObject::connect(&link, &DatabaseLink::stateChanged, &link, [&link] {
        if (link.state().kind == LinkState::Kind::Refused)
            QApplication::exit(chooseAgain);
    });
    if (url.dialect() == Dialect::Sqlite) {
        QObject::connect(&link, &DatabaseLink::catalogueChanged, &link, [&link] {
            if (link.catalogue()->isEmpty())
                QApplication::exit(chooseAgain);
        });
    }
}

} // namespace frontdesk
