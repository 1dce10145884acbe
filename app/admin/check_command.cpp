#include "app/admin/check_command.h"

#include "app/admin/session.h"

#include "models/check/check.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)
};

Exit runCheck(Session& session)
{
    const Session::Book book = session.openPatiently();
    if (!book.connection)
        return book.exit;
    Checked checked;
    {
        ProgressBar bar(Words::tr("Checking"));
        checked = checkBook(*book.connection, session.now(), [&bar](const QString& what) { bar.show(what); });
    }
    QJsonArray json;
    for (const Finding& finding : checked.findings) {
        json.append(QJsonObject{{QStringLiteral("id"), json.size() + 1},
                                {QStringLiteral("name"), finding.invariant},
                                {QStringLiteral("text"), finding.text}});
        if (!session.wantsJson())
            printOutput(QStringLiteral("%1: %2").arg(finding.invariant, finding.text));
    }
    for (const QString& warning : std::as_const(checked.warnings))
        printError(Words::tr("warning: %1").arg(warning));
    if (checked.error)
        return session.fail(checked.error, Words::tr("The check could not be finished"));
    if (session.wantsJson())
        session.printJson(json);
    else if (checked.findings.empty())
        printOutput(Words::tr("Every invariant holds."));
    return checked.findings.empty() ? Exit::Good : Exit::Refused;
}

} // namespace

Command checkCommand()
{
    return {
        QStringLiteral("check"),
        Words::tr("Proves every invariant of the book again from its rows alone"),
        {},
        {},
        runCheck,
        Words::tr(
            "One line a violation, and exit code 1 when there is one. Changes nothing. Warns on standard error of a "
            "person whose PostgreSQL login is a superuser or may make roles.")};
}

} // namespace frontdesk::admin
