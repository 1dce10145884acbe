#include "tests/benchmarks/figure.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace frontdesk::bench
{

namespace
{

struct Started {
    double milliseconds; ///< from exec to painted
    double megabytes;    ///< proportional set size at that moment
};

Started start(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const qint64 begin = QDateTime::currentMSecsSinceEpoch();
    process.start(program, arguments);
    process.waitForFinished(60'000);
    const QJsonObject line = QJsonDocument::fromJson(process.readAllStandardOutput().trimmed()).object();
    if (line.isEmpty())
        qFatal("%s said nothing", qPrintable(program));
    return {line.value(QStringLiteral("painted_at_ms")).toDouble() - double(begin),
            line.value(QStringLiteral("pss_kb")).toDouble() / 1024};
}

} // namespace

std::vector<Figure> startAndMemory(const Settings& settings)
{
    QTemporaryDir folder;
    const QString url = QStringLiteral("sqlite:%1").arg(folder.filePath(QStringLiteral("book.db")));
    const QString admin = settings.programs + QStringLiteral("/frontdesk-admin");
    const int appointments = settings.quick ? 20'000 : 100'000;
    for (const QStringList& arguments :
         {QStringList{QStringLiteral("init"), QStringLiteral("--database"), url},
          QStringList{QStringLiteral("demo"), QStringLiteral("--database"), url, QStringLiteral("--staff"),
                      QStringLiteral("6"), QStringLiteral("--appointments"), QString::number(appointments),
                      QStringLiteral("--seed"), QStringLiteral("1"), QStringLiteral("--around"),
                      QStringLiteral("2026-11-23")}}) {
        if (QProcess::execute(admin, arguments) != 0)
            qFatal("frontdesk-admin %s failed", qPrintable(arguments.first()));
    }

    std::vector<double> memory;
    std::vector<double> emptyMemory;
    const Pair pair = interleaved(
        [&] {
            const Started empty = start(settings.programs + QStringLiteral("/frontdesk-empty-window"), {});
            emptyMemory.push_back(empty.megabytes);
            return empty.milliseconds;
        },
        [&] {
            const Started desk =
                start(settings.programs + QStringLiteral("/frontdesk"),
                      {QStringLiteral("--database"), url, QStringLiteral("--date"), QStringLiteral("2026-11-23"),
                       QStringLiteral("--size"), QStringLiteral("1600x1000"), QStringLiteral("--measure-start")});
            memory.push_back(desk.megabytes);
            return desk.milliseconds;
        });
    return {{QStringLiteral("start_%1").arg(appointments), pair.ours, QStringLiteral("ms from exec to painted day"),
             500, Figure::Side::AtMost, pair.floor, QStringLiteral("ms of an empty window")},
            {QStringLiteral("memory_%1").arg(appointments), median(memory), QStringLiteral("MB PSS"), 120,
             Figure::Side::AtMost, median(emptyMemory), QStringLiteral("MB of an empty window")}};
}

} // namespace frontdesk::bench
