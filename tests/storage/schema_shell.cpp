#include "tests/storage/schema_shell.h"

#include <QProcess>

namespace frontdesk::test
{

namespace
{

ShellAnswer answerOf(const QString& program, const QStringList& arguments, const QString& input)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    shell.setProcessEnvironment(environment);
    shell.start(program, arguments);
    if (!shell.waitForStarted()) {
        qFatal("%s doesn't start", qPrintable(program));
    }
    shell.write(input.toUtf8());
    shell.closeWriteChannel();
    if (!shell.waitForFinished(60000)) {
        qFatal("%s doesn't end", qPrintable(program));
    }
    return {QString::fromUtf8(shell.readAllStandardOutput()), QString::fromUtf8(shell.readAllStandardError())};
}

} // namespace

ShellAnswer sqliteShell(const QString& path, const QString& statements)
{
    return answerOf(QStringLiteral("sqlite3"), {QStringLiteral("-batch"), path},
                    QStringLiteral("PRAGMA foreign_keys=0;\nPRAGMA recursive_triggers=0;\n") + statements +
                        QStringLiteral("\n"));
}

ShellAnswer psqlShell(const DatabaseUrl& url, const QString& statements)
{
    return answerOf(QStringLiteral("psql"),
                    {QStringLiteral("-XqAt"), QStringLiteral("-v"), QStringLiteral("VERBOSITY=verbose"), url.text()},
                    statements + QStringLiteral("\n"));
}

} // namespace frontdesk::test
