#include "app/admin/session.h"

#include "models/storage/create_book.h"
#include "models/storage/migrator.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SchemaCommands)
};

Exit runInit(Session& session)
{
    std::optional<DatabaseUrl> url = session.databaseUrl();
    if (!url)
        return Exit::Usage;
    const QString name = session.arguments().find(QLatin1StringView("name")).value_or(Words::tr("Appointment book"));
    CreatedBook created = createBook(*url, name);
    if (session.askPasswordOf(*url, created.problem))
        created = createBook(*url, name);
    // Of two that start at once the slower one fails where the quicker has written; asked again it finds the book.
    if (created.kind == CreatedBook::Kind::Failed && created.error.kind == StorageError::Kind::Rule)
        created = createBook(*url, name);
    switch (created.kind) {
    case CreatedBook::Kind::Created:
        return session.good(Words::tr("Made a new book in %1.").arg(url->text()), QStringLiteral("changed"),
                            {{QStringLiteral("database"), url->text()}, {QStringLiteral("schema"), programSchema()}});
    case CreatedBook::Kind::Exists:
        return session.refuse(
            Words::tr("There is a book in %1 already; nothing was changed. To bring its schema up to date use migrate.")
                .arg(url->text()),
            QStringLiteral("exists"));
    case CreatedBook::Kind::Foreign:
        return session.refuse(
            Words::tr("%1 holds the data of another program; nothing was changed. Choose another file.")
                .arg(url->text()),
            QStringLiteral("foreign"));
    case CreatedBook::Kind::NotOpened:
        return session.refuseOpening(created.problem, *url, created.detail);
    case CreatedBook::Kind::Failed:
        break;
    }
    return session.fail(created.error, Words::tr("The book could not be made"));
}

QJsonArray numbersJson(const std::vector<int>& numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

Exit refuseNewer(const Session& session, int present)
{
    return session.refuse(
        Words::tr("The book's schema (%1) is newer than this program's (%2); nothing was changed. Install "
                  "a newer frontdesk.")
            .arg(present)
            .arg(programSchema()),
        codeOf(OpenProblem::SchemaTooNew));
}

/// What migrate will do, one line each; told before it begins.
QString planText(const Migrator::Plan& plan)
{
    if (plan.numbers.empty())
        return Words::tr("The schema is up to date (%1); there is nothing to do.").arg(plan.present);
    QString text = Words::tr("The schema is at %1; to run:").arg(plan.present);
    for (size_t i = 0; i < plan.numbers.size(); ++i)
        text += QStringLiteral("\n  %1 %2").arg(plan.numbers[i], 4, 10, QLatin1Char('0')).arg(plan.names[qsizetype(i)]);
    return text;
}

Exit runMigrate(Session& session)
{
    const Session::Book book = session.open(Connection::SchemaCheck::Any);
    if (!book.connection)
        return book.exit;
    const Migrator migrator;
    const Migrator::Plan plan = migrator.plan(*book.connection);
    if (plan.error && plan.missingRights.isEmpty())
        return session.fail(plan.error);
    if (plan.tooNew)
        return refuseNewer(session, plan.present);
    if (plan.present == 0 && !plan.error)
        return session.refuseOpening(OpenProblem::SchemaMissing, book.connection->url(), {});
    const bool isDryRun = session.arguments().has(QLatin1StringView("dry-run"));
    if (!session.wantsJson() && !plan.error)
        printOutput(planText(plan));
    if (!plan.missingRights.isEmpty())
        return session.refuseOpening(OpenProblem::MissingRights, book.connection->url(), plan.missingRights);
    Migrator::Done done;
    if (!isDryRun && !plan.numbers.empty())
        done = migrator.migrate(*book.connection);
    if (done.tooNew)
        return refuseNewer(session, plan.present);
    if (done.error)
        return session.fail(
            done.error,
            Words::tr("Migration %1 failed and was undone; the schema is as it was before it").arg(done.failedAt));
    if (session.wantsJson())
        session.printJson({{QStringLiteral("outcome"), QStringLiteral("changed")},
                           {QStringLiteral("schema"), isDryRun ? plan.present : programSchema()},
                           {QStringLiteral("planned"), numbersJson(plan.numbers)},
                           {QStringLiteral("done"), numbersJson(done.numbers)}});
    else if (!isDryRun && !plan.numbers.empty())
        printOutput(done.numbers.size() == plan.numbers.size()
                        ? Words::tr("Done.")
                        : Words::tr("Done; another program ran the others meanwhile."));
    return Exit::Good;
}

} // namespace

std::vector<Command> schemaCommands()
{
    return {
        {QStringLiteral("init"),
         Words::tr("Makes a new, empty book"),
         {},
         {{QStringLiteral("name"), QStringLiteral("NAME"), Words::tr("the name of the business")}},
         runInit,
         Words::tr("On SQLite a file, on PostgreSQL a database, made when it is absent and the login may.\n"
                   "A book that is there already is not touched (exit code 1).")},
        {QStringLiteral("migrate"),
         Words::tr("Brings the schema up to date"),
         {},
         {{QStringLiteral("dry-run"), {}, Words::tr("only say what would be done")}},
         runMigrate,
         Words::tr("Says what it will do, then does it, each migration as a whole or not at all.\n"
                   "A schema that is newer than this program is refused (exit code 1).")},
    };
}

} // namespace frontdesk::admin
