#include "tests/admin/admin_run.h"

#include <QDir>

#include <memory>

namespace frontdesk::test
{

namespace
{

constexpr int longestRun = 120'000; // milliseconds

void start(QProcess& process, const QStringList& words, const QString& program = QStringLiteral("frontdesk-admin"))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("FRONTDESK_DATABASE"));
    process.setProcessEnvironment(environment);
    process.setProgram(QDir(qEnvironmentVariable("FRONTDESK_BIN")).filePath(program));
    process.setArguments(words);
    process.start();
}

AdminRun finish(QProcess& process)
{
    AdminRun run;
    if (process.waitForFinished(longestRun) && process.exitStatus() == QProcess::NormalExit)
        run.exit = process.exitCode();
    run.out = QString::fromUtf8(process.readAllStandardOutput());
    run.err = QString::fromUtf8(process.readAllStandardError());
    return run;
}

QStringList withBook(const DatabaseUrl& book, const QStringList& words)
{
    return words + QStringList{QStringLiteral("--database"), wholeUrl(book)};
}

} // namespace

QString AdminRun::text() const
{
    return QStringLiteral("exit %1\n%2%3").arg(exit).arg(out, err);
}

QString wholeUrl(const DatabaseUrl& book)
{
    QString text = book.text();
    if (!book.password().isEmpty())
        text.replace(book.user() + u'@', book.user() + u':' + book.password() + u'@');
    return text;
}

AdminRun runAdmin(const QStringList& words, const QByteArray& input, const QString& folder)
{
    QProcess process;
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    start(process, words);
    process.write(input);
    process.closeWriteChannel();
    return finish(process);
}

AdminRun runAdmin(const DatabaseUrl& book, const QStringList& words, const QByteArray& input)
{
    return runAdmin(withBook(book, words), input);
}

AdminRun runJson(const DatabaseUrl& book, QStringList words)
{
    return runAdmin(book, words << QStringLiteral("--json"));
}

std::vector<AdminRun> runTogether(const DatabaseUrl& book, const std::vector<QStringList>& all, const QString& program)
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const QStringList& words : all) {
        processes.push_back(std::make_unique<QProcess>());
        start(*processes.back(), withBook(book, words), program);
        processes.back()->closeWriteChannel();
    }
    std::vector<AdminRun> runs;
    for (const auto& process : processes)
        runs.push_back(finish(*process));
    return runs;
}

QDate comingMonday()
{
    const QDate ahead = QDate::currentDate().addDays(35);
    return ahead.addDays((8 - ahead.dayOfWeek()) % 7);
}

QString at(const char* time, int day)
{
    return comingMonday().addDays(day).toString(Qt::ISODate) + u'T' + QLatin1StringView(time);
}

} // namespace frontdesk::test
