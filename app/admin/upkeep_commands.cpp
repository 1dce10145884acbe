#include "app/admin/breaks_command.h"
#include "app/admin/check_command.h"
#include "app/admin/rezone_command.h"
#include "app/admin/session.h"

#include "models/booking/client_index.h"
#include "models/booking/client_keys.h"
#include "models/storage/backup.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(UpkeepCommands)
};

Exit runReindex(Session& session)
{
    const Session::Book book = session.openPatiently();
    if (!book.connection)
        return book.exit;
    const ClientKeys keys;
    Reindexed done;
    {
        ProgressBar bar(Words::tr("Clients"));
        done =
            reindexClients(*book.connection, keys, true, [&bar](int clients) { bar.show(QString::number(clients)); });
    }
    if (done.error)
        return session.fail(done.error, Words::tr("The search keys could not be written"));
    return session.good(Words::tr("Clients whose search keys were written: %1.").arg(done.clients),
                        QStringLiteral("changed"), {{QStringLiteral("clients"), done.clients}});
}

Exit runBackup(Session& session)
{
    std::optional<DatabaseUrl> url = session.databaseUrl();
    if (!url)
        return Exit::Usage;
    const QString file = session.arguments().positional(0);
    const auto copy = [&] {
        ProgressBar bar(Words::tr("Backup"));
        return backUp(*url, file, [&bar](double share) { bar.show(int(share * 1000), 1000); });
    };
    BackedUp done = copy();
    if (session.askPasswordOf(*url, done.problem))
        done = copy();
    const QString detail = done.detail.trimmed();
    switch (done.kind) {
    case BackedUp::Kind::Done:
        return session.good(Words::tr("Backed up %1 to %2.").arg(url->text(), file), QStringLiteral("changed"),
                            {{QStringLiteral("file"), file}});
    case BackedUp::Kind::NotOpened:
        return session.refuseOpening(done.problem, *url, done.detail);
    case BackedUp::Kind::NoTool:
        return session.refuse(Words::tr("pg_dump and pg_restore are needed: install the package postgresql-client."),
                              QStringLiteral("no_tool"), {{QStringLiteral("detail"), detail}});
    case BackedUp::Kind::Forbidden:
        return session.forbid(Words::tr("The login %1 may not read the whole book, which a backup needs. A manager's "
                                        "login may, or a superuser's.")
                                  .arg(url->user()),
                              {{QStringLiteral("detail"), detail}});
    case BackedUp::Kind::Refused:
        return session.refuse(Words::tr("%1 can't be the backup: %2").arg(file, detail), QStringLiteral("file"));
    case BackedUp::Kind::Failed:
        break;
    }
    return session.refuse(Words::tr("The backup failed, %1 was not touched: %2").arg(file, detail),
                          QStringLiteral("failed"));
}

} // namespace

std::vector<Command> upkeepCommands()
{
    return {
        checkCommand(),
        breaksCommand(),
        {QStringLiteral("reindex"),
         Words::tr("Writes the search keys of all clients anew"),
         {},
         {},
         runReindex,
         Words::tr("After clients were written by hand, or after an update that folds names in another way.")},
        rezoneCommand(),
        {QStringLiteral("backup"),
         Words::tr("Copies the whole book, as it stands at one moment, into a file"),
         {{QStringLiteral("FILE"),
           Words::tr("written with mode 0600; one that is there is replaced once the new one is whole")}},
         {},
         runBackup,
         Words::tr("SQLite: a file that opens as a book. PostgreSQL: an archive of pg_dump for pg_restore.\n"
                   "Others may go on working meanwhile.")},
    };
}

} // namespace frontdesk::admin
