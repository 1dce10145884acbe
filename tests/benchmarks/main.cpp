#include "tests/benchmarks/figure.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace frontdesk::bench
{

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

Pair interleaved(const std::function<double()>& floor, const std::function<double()>& ours)
{
    std::vector<double> floors;
    std::vector<double> own;
    for (int round = 0; round < 3; ++round) {
        floors.push_back(floor());
        own.push_back(ours());
    }
    return {median(floors), median(own)};
}

namespace
{

void print(const Figure& figure)
{
    const QJsonObject line{{QStringLiteral("name"), figure.name},
                           {QStringLiteral("value"), figure.value},
                           {QStringLiteral("unit"), figure.unit},
                           {QStringLiteral("limit"), figure.limit},
                           {QStringLiteral("limit_is"), figure.side == Figure::Side::AtLeast
                                                            ? QStringLiteral("at least")
                                                            : QStringLiteral("at most")},
                           {QStringLiteral("floor"), figure.floor},
                           {QStringLiteral("floor_unit"), figure.floorUnit},
                           {QStringLiteral("kept"), figure.kept()}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace
} // namespace frontdesk::bench

int main(int argc, char** argv)
{
    using namespace frontdesk::bench;
    if (argc > 1 && QLatin1StringView(argv[1]) == QLatin1StringView("--sqlite-worker")) {
        const QCoreApplication worker(argc, argv);
        return sqliteWorker(QCoreApplication::arguments().mid(2));
    }
    const QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("frontdesk-bench"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures beside a floor in the same run; one JSON line a figure."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("quick"), QStringLiteral("Shorter legs and smaller books, within 50 s.")});
    parser.addOption({QStringLiteral("only"), QStringLiteral("This group alone."), QStringLiteral("NAME")});
    parser.process(app);

    const std::vector<Group> groups = {{QStringLiteral("booking-postgresql"), bookingOnPostgresql},
                                       {QStringLiteral("booking-sqlite"), bookingOnSqlite},
                                       {QStringLiteral("reread"), rereadWeek},
                                       {QStringLiteral("start"), startAndMemory},
                                       {QStringLiteral("live"), live},
                                       {QStringLiteral("search"), clientSearch}};
    const Settings settings{parser.isSet(QStringLiteral("quick")), QCoreApplication::applicationDirPath()};
    const QString only = parser.value(QStringLiteral("only"));
    bool known = only.isEmpty();
    bool allKept = true;
    for (const Group& group : groups) {
        if (!only.isEmpty() && only != group.name)
            continue;
        known = true;
        for (const Figure& figure : group.measure(settings)) {
            print(figure);
            allKept = allKept && figure.kept();
        }
    }
    if (!known) {
        std::fprintf(stderr, "frontdesk-bench: no group is named %s\n", qPrintable(only));
        return 2;
    }
    return allKept ? 0 : 1;
}
