#include "models/booking/command_executor.h"
#include "models/domain/clock.h"
#include "models/storage/connection.h"
#include "tests/benchmarks/bench_book.h"
#include "tests/benchmarks/figure.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QUuid>

#include <atomic>
#include <barrier>
#include <thread>

namespace frontdesk::bench
{

namespace
{

/// Rows a second of pgbench inserting into a bare table with the book's own exclusion constraint.
double bareInserts(const DatabaseUrl& url, int writers, double seconds)
{
    QTemporaryFile script;
    if (!script.open())
        qFatal("no temporary file");
    script.write("\\set r random(1, 30)\n\\set t random(1, 4000000000)\n"
                 "INSERT INTO bare_claim (resource_id, starts_at, ends_at) VALUES (:r, :t::bigint, :t::bigint + 3);\n");
    script.flush();
    QProcess pgbench;
    pgbench.start(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"),
         QStringLiteral(
             "PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | tail -n 1); exec pgbench -n -M prepared -c %1 -j 2 "
             "-T %2 -f %3 -h %4 -p %5 -U %6 %7")
             .arg(writers)
             .arg(std::max(1, int(seconds)))
             .arg(script.fileName(), url.host())
             .arg(url.port())
             .arg(url.user(), url.database())});
    pgbench.waitForFinished(-1);
    const QString out = QString::fromUtf8(pgbench.readAllStandardOutput());
    static const QRegularExpression tps(QStringLiteral("tps = ([0-9.]+)"));
    const auto match = tps.match(out);
    if (!match.hasMatch())
        qFatal("pgbench: %s", pgbench.readAllStandardError().constData());
    return match.captured(1).toDouble();
}

/// Bookings a second through the program's own command.
double bookings(const test::TestDatabase& book, int writers, double seconds, int& firstBooking)
{
    std::atomic<int> done = 0;
    std::atomic<int> furthest = 0;
    std::atomic<qint64> busyMilliseconds = 0;
    std::barrier start(writers);
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            const auto connection = book.connect();
            const SystemClock clock;
            CommandExecutor executor(*connection, clock);
            const auto bookNth = [&](int n) {
                const Sender sender{PersonId(), QStringLiteral("Desk %1").arg(writer + 1),
                                    QUuid::createUuid().toString(QUuid::WithoutBraces)};
                const Outcome outcome = executor.execute(nthBooking(writer, n), sender);
                if (!std::holds_alternative<Done>(outcome))
                    qFatal("writer %d booking %d was answered by outcome %zu", writer, n, outcome.index());
            };
            int n = firstBooking;
            for (int warmUp = 0; warmUp < 8; ++warmUp)
                bookNth(n++);
            start.arrive_and_wait();
            const auto begin = std::chrono::steady_clock::now();
            const auto end = begin + std::chrono::duration<double>(seconds);
            int own = 0;
            for (; std::chrono::steady_clock::now() < end; ++own)
                bookNth(n++);
            done += own;
            busyMilliseconds +=
                std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
            for (int seen = furthest; n > seen && !furthest.compare_exchange_weak(seen, n);) {
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    firstBooking = furthest;
    return done * 1000.0 / (double(busyMilliseconds) / writers);
}

} // namespace

std::vector<Figure> bookingOnPostgresql(const Settings& settings)
{
    const test::TestDatabase book(Dialect::Postgresql);
    fillWideSalon(book);
    const auto made = book.typed(QStringLiteral("CREATE TABLE bare_claim (id BIGINT GENERATED ALWAYS AS IDENTITY "
                                                "PRIMARY KEY, resource_id BIGINT NOT NULL, starts_at BIGINT "
                                                "NOT NULL, ends_at BIGINT NOT NULL, EXCLUDE USING gist (resource_id "
                                                "WITH =, int8range(starts_at, ends_at) WITH &&))"));
    if (made.error)
        qFatal("%s", qPrintable(made.error.text));

    std::vector<Figure> figures;
    int firstBooking = 0;
    for (const auto& [writers, limit] : {std::pair{1, 0.4}, std::pair{8, 0.2}, std::pair{32, 0.12}}) {
        const int count = writers;
        const Pair pair = interleaved([&] { return bareInserts(book.url(), count, settings.secondsALeg()); },
                                      [&] { return bookings(book, count, settings.secondsALeg(), firstBooking); });
        figures.push_back({QStringLiteral("booking_postgresql_%1_writers").arg(count), pair.ours / pair.floor,
                           QStringLiteral("share of bare inserts"), limit, Figure::Side::AtLeast, pair.floor,
                           QStringLiteral("bare inserts/s")});
    }
    return figures;
}

} // namespace frontdesk::bench
