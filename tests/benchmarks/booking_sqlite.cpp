#include "models/booking/command_executor.h"
#include "models/domain/clock.h"
#include "models/storage/connection.h"
#include "tests/benchmarks/bench_book.h"
#include "tests/benchmarks/figure.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QUuid>

#include <sqlite3.h>

#include <cstdio>
#include <memory>

namespace frontdesk::bench
{

namespace
{

/// Both kinds of worker begin at the same wall clock moment, so that they meet.
void waitUntil(qint64 milliseconds)
{
    const qint64 left = milliseconds - QDateTime::currentMSecsSinceEpoch();
    if (left > 0)
        QThread::msleep(static_cast<unsigned long>(left));
}

bool step(sqlite3* db, const char* sql)
{
    return sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

/// The bare C API: one indexed row a transaction, the pragmas of models/storage, SQLite's own way of waiting.
int writeBareRows(const QString& path, qint64 begin, qint64 end)
{
    sqlite3* db = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &db) != SQLITE_OK)
        return -1;
    sqlite3_busy_timeout(db, 3000);
    if (!step(db, "PRAGMA journal_mode=WAL") || !step(db, "PRAGMA synchronous=FULL") ||
        !step(db, "PRAGMA foreign_keys=ON"))
        return -1;
    sqlite3_stmt* insert = nullptr;
    if (sqlite3_prepare_v2(db, "INSERT INTO bare (resource_id, starts_at, ends_at) VALUES (?, ?, ?)", -1, &insert,
                           nullptr) != SQLITE_OK)
        return -1;
    waitUntil(begin);
    int rows = 0;
    while (QDateTime::currentMSecsSinceEpoch() < end) {
        if (!step(db, "BEGIN IMMEDIATE")) // busy for too long: as a desk does, try again
            continue;
        sqlite3_bind_int64(insert, 1, rows % 30);
        sqlite3_bind_int64(insert, 2, rows * 3600LL);
        sqlite3_bind_int64(insert, 3, rows * 3600LL + 2700);
        if (sqlite3_step(insert) != SQLITE_DONE)
            return -1;
        sqlite3_reset(insert);
        if (!step(db, "COMMIT"))
            return -1;
        ++rows;
    }
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return rows;
}

int writeBookings(const QString& path, qint64 begin, qint64 end, int writer, int first)
{
    const auto opened = Connection::open(DatabaseUrl::sqliteFile(path));
    if (!opened.connection) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.detail));
        return -1;
    }
    const SystemClock clock;
    CommandExecutor executor(*opened.connection, clock);
    waitUntil(begin);
    int rows = 0;
    for (; QDateTime::currentMSecsSinceEpoch() < end; ++rows) {
        const Sender sender{PersonId(), QStringLiteral("Desk %1").arg(writer + 1),
                            QUuid::createUuid().toString(QUuid::WithoutBraces)};
        const Outcome outcome = executor.execute(nthBooking(writer, first + rows), sender);
        if (!std::holds_alternative<Done>(outcome)) {
            const auto* failure = std::get_if<StorageFailed>(&outcome);
            std::fprintf(stderr, "booking %d was answered by outcome %zu %s\n", rows, outcome.index(),
                         failure ? qPrintable(failure->text) : "");
            return -1;
        }
    }
    return rows;
}

double perSecond(const QString& kind, const QString& path, int processes, double seconds, int first)
{
    const qint64 begin = QDateTime::currentMSecsSinceEpoch() + 1000;
    const qint64 end = begin + qint64(seconds * 1000);
    std::vector<std::unique_ptr<QProcess>> workers;
    for (int writer = 0; writer < processes; ++writer) {
        workers.push_back(std::make_unique<QProcess>());
        workers.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        workers.back()->start(QCoreApplication::applicationFilePath(),
                              {QStringLiteral("--sqlite-worker"), kind, path, QString::number(begin),
                               QString::number(end), QString::number(writer), QString::number(first)});
    }
    int rows = 0;
    for (auto& worker : workers) {
        worker->waitForFinished(-1);
        const int own = worker->readAllStandardOutput().trimmed().toInt();
        if (worker->exitCode() != 0)
            qFatal("a %s worker failed", qPrintable(kind));
        rows += own;
    }
    return rows / seconds;
}

} // namespace

int sqliteWorker(const QStringList& arguments)
{
    const QString kind = arguments.value(0);
    const QString path = arguments.value(1);
    const qint64 begin = arguments.value(2).toLongLong();
    const qint64 end = arguments.value(3).toLongLong();
    const int rows = kind == QLatin1String("bare")
                         ? writeBareRows(path, begin, end)
                         : writeBookings(path, begin, end, arguments.value(4).toInt(), arguments.value(5).toInt());
    std::printf("%d\n", rows);
    return rows < 0 ? 1 : 0;
}

std::vector<Figure> bookingOnSqlite(const Settings& settings)
{
    std::vector<Figure> figures;
    for (const int processes : {1, 8}) {
        const test::TestDatabase book(Dialect::Sqlite);
        fillWideSalon(book);
        QTemporaryDir folder;
        const QString bare = folder.filePath(QStringLiteral("bare.db"));
        sqlite3* db = nullptr;
        if (sqlite3_open(bare.toUtf8().constData(), &db) != SQLITE_OK ||
            !step(db, "PRAGMA page_size=2048; PRAGMA journal_mode=WAL; CREATE TABLE bare (id INTEGER PRIMARY KEY "
                      "AUTOINCREMENT, resource_id "
                      "INTEGER NOT NULL, "
                      "starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL); CREATE INDEX bare_when ON bare "
                      "(resource_id, starts_at)"))
            qFatal("no bare table");
        sqlite3_close(db);

        int round = 0;
        const Pair pair =
            interleaved([&] { return perSecond(QStringLiteral("bare"), bare, processes, settings.secondsALeg(), 0); },
                        [&] {
                            return perSecond(QStringLiteral("book"), book.url().path(), processes,
                                             settings.secondsALeg(), 200000 * round++);
                        });
        figures.push_back({QStringLiteral("booking_sqlite_%1_processes").arg(processes), pair.ours / pair.floor,
                           QStringLiteral("share of bare inserts"), 0.4, Figure::Side::AtLeast, pair.floor,
                           QStringLiteral("bare inserts/s")});
    }
    return figures;
}

} // namespace frontdesk::bench
