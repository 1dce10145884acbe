#include "models/storage/backup.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSqlDriver>
#include <QStandardPaths>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace frontdesk
{

namespace
{

using Kind = BackedUp::Kind;

BackedUp ended(Kind kind, const QString& detail)
{
    return {kind, OpenProblem::None, detail};
}

QString systemError(const QString& path)
{
    return path + QStringLiteral(": ") + QString::fromLocal8Bit(strerror(errno));
}

/// A new file beside the wanted one, for its owner alone; removed again unless it takes the wanted one's place.
class PartFile
{
public:
    explicit PartFile(const QString& wanted)
        : m_wanted(wanted), m_path(QStringLiteral("%1.part-%2").arg(wanted).arg(::getpid()))
    {
        const int file = ::open(name().constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
        if (file < 0) {
            m_problem = systemError(m_path);
            return;
        }
        ::close(file);
        m_made = true;
    }
    ~PartFile()
    {
        if (m_made) {
            for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
                QFile::remove(m_path + QLatin1StringView(ending));
            }
        }
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QByteArray name() const { return QFile::encodeName(m_path); }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    /// Empty, or what went wrong. On the disk, with its name, when this returns.
    [[nodiscard]] QString takePlace()
    {
        if (!sync(m_path, O_RDWR)) {
            return systemError(m_path);
        }
        if (::rename(name().constData(), QFile::encodeName(m_wanted).constData()) != 0) {
            return systemError(m_wanted);
        }
        m_made = false;
        const QString folder = QFileInfo(m_wanted).absolutePath();
        return sync(folder, O_RDONLY | O_DIRECTORY) ? QString() : systemError(folder);
    }

private:
    static bool sync(const QString& path, int mode)
    {
        const int file = ::open(QFile::encodeName(path).constData(), mode | O_CLOEXEC);
        const bool good = file >= 0 && ::fsync(file) == 0;
        if (file >= 0) {
            ::close(file);
        }
        return good;
    }

    QString m_wanted;
    QString m_path;
    QString m_problem;
    bool m_made = false;
};

struct CloseFile {
    void operator()(sqlite3* file) const { sqlite3_close(file); }
};
using SqliteFile = std::unique_ptr<sqlite3, CloseFile>;

SqliteFile openFile(const QByteArray& name)
{
    sqlite3* file = nullptr;
    sqlite3_open_v2(name.constData(), &file, SQLITE_OPEN_READWRITE, nullptr);
    return SqliteFile(file);
}

/// Empty, or what went wrong.
QString copyPages(sqlite3* from, sqlite3* to, const BackupProgress& progress)
{
    sqlite3_backup* const backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup) {
        return QString::fromUtf8(sqlite3_errmsg(to));
    }
    constexpr int pages = 2000;
    int result = SQLITE_OK;
    while (result == SQLITE_OK) {
        result = sqlite3_backup_step(backup, pages);
        const int count = sqlite3_backup_pagecount(backup);
        if (progress && count > 0) {
            progress(1.0 - double(sqlite3_backup_remaining(backup)) / count);
        }
    }
    const int finished = sqlite3_backup_finish(backup);
    const int error = result == SQLITE_DONE ? finished : result;
    return error == SQLITE_OK ? QString() : QString::fromUtf8(sqlite3_errstr(error));
}

/// The first column of all rows, or SQLite's error.
QString ask(sqlite3* file, const char* sql)
{
    QString answer;
    const auto collect = [](void* context, int, char** values, char**) {
        *static_cast<QString*>(context) += QString::fromUtf8(values[0]);
        return 0;
    };
    const bool good = sqlite3_exec(file, sql, collect, &answer, nullptr) == SQLITE_OK;
    return good ? answer : QString::fromUtf8(sqlite3_errmsg(file));
}

BackedUp backUpFile(const DatabaseUrl& url, const QString& file, const BackupProgress& progress)
{
    Connection::Opened opened = Connection::open(url, Connection::SchemaCheck::Any);
    if (!opened.connection) {
        return {Kind::NotOpened, opened.problem, opened.detail};
    }
    PartFile part(file);
    if (!part.problem().isEmpty()) {
        return ended(Kind::Refused, part.problem());
    }
    // A read transaction around all steps pins one moment; otherwise each commit of others starts the copy again.
    QSqlQuery query;
    StorageError error = opened.connection->execute(QStringLiteral("BEGIN"));
    error = error ? error : opened.connection->ask(QStringLiteral("SELECT count(*) FROM sqlite_schema"), query);
    if (error) {
        return ended(Kind::Failed, error.text);
    }
    sqlite3* const from = *static_cast<sqlite3* const*>(opened.connection->database().driver()->handle().constData());
    QString problem;
    {
        const SqliteFile to = openFile(part.name());
        problem = copyPages(from, to.get(), progress);
        // One file that needs no log beside it.
        const bool single =
            problem.isEmpty() && ask(to.get(), "PRAGMA journal_mode=DELETE") == QLatin1StringView("delete");
        const QString check = single ? ask(to.get(), "PRAGMA integrity_check") : QString();
        if (problem.isEmpty() && check != QLatin1StringView("ok")) {
            problem = QStringLiteral("the copy is not whole: ") + check;
        }
    }
    problem = problem.isEmpty() ? part.takePlace() : problem;
    return problem.isEmpty() ? BackedUp{} : ended(Kind::Failed, problem);
}

/// Runs one of PostgreSQL's tools; empty, or what it said. The password travels in its environment, which only its own
/// user may read, not among its arguments, which everybody may.
QString runTool(const QString& tool, const QStringList& arguments, const DatabaseUrl& url)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!url.password().isEmpty()) {
        environment.insert(QStringLiteral("PGPASSWORD"), url.password());
    }
    for (auto option = url.options().begin(); option != url.options().end(); ++option) {
        environment.insert(QStringLiteral("PG") + option.key().toUpper(), option.value());
    }
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(tool, arguments, QIODevice::ReadOnly);
    const bool good = process.waitForStarted() && process.waitForFinished(-1) &&
                      process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    QString said = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
    if (!url.password().isEmpty()) {
        said.replace(url.password(), QStringLiteral("***"));
    }
    return good ? QString() : said.isEmpty() ? process.errorString() : said;
}

BackedUp backUpServer(const DatabaseUrl& url, const QString& file)
{
    // A first look says what is wrong in our words; pg_dump's are the server's.
    const Connection::Opened opened = Connection::open(url, Connection::SchemaCheck::Any);
    if (!opened.connection) {
        return {Kind::NotOpened, opened.problem, opened.detail};
    }
    const QString dump = QStandardPaths::findExecutable(QStringLiteral("pg_dump"));
    const QString restore = QStandardPaths::findExecutable(QStringLiteral("pg_restore"));
    if (dump.isEmpty() || restore.isEmpty()) {
        return ended(Kind::NoTool, {});
    }
    const Connection::Result hidden = opened.connection->run(QStringLiteral("unreadable_relations"));
    QStringList names;
    while (!hidden.error && hidden.query->next()) {
        names += hidden.query->value(0).toString();
    }
    if (hidden.error || !names.isEmpty()) {
        return ended(hidden.error ? Kind::Failed : Kind::Forbidden,
                     hidden.error ? hidden.error.text : names.join(QStringLiteral(", ")));
    }
    PartFile part(file);
    if (!part.problem().isEmpty()) {
        return ended(Kind::Refused, part.problem());
    }
    QStringList arguments{QStringLiteral("--format=custom"), QStringLiteral("--no-password"),
                          QStringLiteral("--file=") + part.path(), QStringLiteral("--port=%1").arg(url.port())};
    if (!url.host().isEmpty()) {
        arguments += QStringLiteral("--host=") + url.host();
    }
    if (!url.user().isEmpty()) {
        arguments += QStringLiteral("--username=") + url.user();
    }
    // As a connection string, because a name with = in it would be read as one.
    QString name = url.database();
    name.replace(u'\\', QLatin1StringView("\\\\")).replace(u'\'', QLatin1StringView("\\'"));
    arguments += QStringLiteral("--dbname=dbname='%1'").arg(name);
    QString problem = runTool(dump, arguments, url);
    problem = problem.isEmpty() ? runTool(restore, {QStringLiteral("--list"), part.path()}, url) : problem;
    problem = problem.isEmpty() ? part.takePlace() : problem;
    return problem.isEmpty() ? BackedUp{} : ended(Kind::Failed, problem);
}

} // namespace

BackedUp backUp(const DatabaseUrl& url, const QString& file, const BackupProgress& progress)
{
    const QFileInfo target(file);
    if (target.isDir()) {
        return ended(Kind::Refused, QStringLiteral("%1 is a folder").arg(file));
    }
    if (url.dialect() == Dialect::Postgresql) {
        return backUpServer(url, target.absoluteFilePath());
    }
    if (target.exists() && target.canonicalFilePath() == QFileInfo(url.path()).canonicalFilePath()) {
        return ended(Kind::Refused, QStringLiteral("%1 is the book itself").arg(file));
    }
    return backUpFile(url, target.absoluteFilePath(), progress);
}

} // namespace frontdesk
