#include "tests/support/private_cluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <optional>

namespace frontdesk::test
{

namespace
{

QString script()
{
    return QStringLiteral(FRONTDESK_SOURCE "/packaging/cluster");
}

QString runScript(const QString& verb, const QString& folder)
{
    QProcess process;
    process.setStandardErrorFile(folder + QStringLiteral(".log"));
    process.start(script(), {verb, folder}, QIODevice::ReadOnly);
    // The server inherits the output: not its end is waited for, but the script's.
    if (!process.waitForFinished(120000) || process.exitCode() != 0) {
        QFile log(folder + QStringLiteral(".log"));
        qFatal("packaging/cluster %s: %s", qPrintable(verb),
               log.open(QIODevice::ReadOnly) ? log.readAll().constData() : "no log");
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

/// State and parent of a process, by /proc; nothing when there is none.
struct ProcessFacts {
    char state = 0;
    qint64 parent = 0;
};
std::optional<ProcessFacts> factsOf(qint64 process)
{
    QFile facts(QStringLiteral("/proc/%1/stat").arg(process));
    if (!facts.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray text = facts.readAll(); // "id (name) state parent …", and a name may hold anything
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.size() < 2 ? std::nullopt
                             : std::optional<ProcessFacts>({fields.at(0).at(0), fields.at(1).toLongLong()});
}

QList<qint64> childrenOf(qint64 parent)
{
    QList<qint64> children;
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& process : processes) {
        bool ok = false;
        const qint64 id = process.toLongLong(&ok);
        const auto facts = ok ? factsOf(id) : std::nullopt;
        if (facts && facts->parent == parent) {
            children += id;
        }
    }
    return children;
}

/// A zombie, which only its parent can take away, has ended too.
bool hasEnded(qint64 process)
{
    const auto facts = factsOf(process);
    return !facts || facts->state == 'Z';
}

} // namespace

PrivateCluster::PrivateCluster()
{
    // PostgreSQL runs as another user when the test runs as root.
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther |
                                               QFile::ExeOther | QFile::ReadGroup | QFile::ExeGroup);
    start();
}

PrivateCluster::~PrivateCluster()
{
    runScript(QStringLiteral("stop"), folder());
}

QString PrivateCluster::folder() const
{
    return m_folder.filePath(QStringLiteral("cluster"));
}

void PrivateCluster::start()
{
    const QString settings = folder() + QStringLiteral("/data/pg_hba.conf");
    const bool isNew = !QFile::exists(settings);
    const auto url = DatabaseUrl::parse(runScript(QStringLiteral("start"), folder()));
    if (!url) {
        qFatal("packaging/cluster printed no URL");
    }
    m_url = *url;
    if (isNew) {
        QFile file(settings);
        const QByteArray rules = "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n";
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(rules) != rules.size()) {
            qFatal("pg_hba.conf was not written");
        }
        file.close();
        runScript(QStringLiteral("stop"), folder());
        start();
    }
}

void PrivateCluster::kill()
{
    QFile file(folder() + QStringLiteral("/data/postmaster.pid"));
    const qint64 server = file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
    if (server <= 1) {
        qFatal("postmaster.pid names no process");
    }
    const QList<qint64> children = childrenOf(server);
    ::kill(pid_t(server), SIGKILL);
    for (const qint64 child : children) {
        ::kill(pid_t(child), SIGKILL);
    }
    const bool gone = QTest::qWaitFor(
        [&] { return hasEnded(server) && std::all_of(children.begin(), children.end(), hasEnded); }, 30000);
    // Where nobody takes the zombie away, its id in this file would pass for a server that runs.
    if (!gone || !file.remove()) {
        qFatal("the server lives on");
    }
}

} // namespace frontdesk::test
