#include "app/desk/start_measure.h"

#include "ui/desk_session.h"

#include <QApplication>
#include <QFile>

#include <chrono>
#include <cstdio>

namespace frontdesk
{

namespace
{

qint64 proportionalKilobytes()
{
    QFile rollup(QStringLiteral("/proc/self/smaps_rollup"));
    if (rollup.open(QIODevice::ReadOnly)) {
        for (QByteArray line = rollup.readLine(); !line.isEmpty(); line = rollup.readLine()) {
            if (line.startsWith("Pss:"))
                return line.mid(4).simplified().split(' ').constFirst().toLongLong();
        }
    }
    return 0;
}

void print()
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    std::printf("{\"painted_at_ms\": %lld, \"pss_kb\": %lld}\n", static_cast<long long>(now.count()),
                static_cast<long long>(proportionalKilobytes()));
    std::fflush(stdout);
    QApplication::exit(0);
}

} // namespace

void measureStart(DeskSession& session)
{
    QObject::connect(&session, &DeskSession::drawn, &session, &print);
}

} // namespace frontdesk
