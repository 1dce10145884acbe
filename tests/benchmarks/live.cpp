#include "models/domain/clock.h"
#include "models/link/database_link.h"
#include "tests/benchmarks/bench_book.h"
#include "tests/benchmarks/figure.h"
#include "ui/calendar_view.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <QUuid>

#include <atomic>
#include <csignal>
#include <thread>

namespace frontdesk::bench
{

namespace
{

using SteadyClock = std::chrono::steady_clock;

double millisecondsSince(SteadyClock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - begin).count();
}

/// Runs the event loop until the condition holds.
void wait(const char* forWhat, const std::function<bool()>& condition, int seconds = 30)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > seconds * 1000)
            qFatal("waited %d s in vain for %s", seconds, forWhat);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
}

/// Sees when a view has painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget* viewport) { viewport->installEventFilter(this); }
    std::function<void()> onPaint;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        // After the view's own handling of the event: a zero timer runs once the paint is done.
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, [this] {
                if (onPaint)
                    onPaint();
            });
        return false;
    }
};

/// A desk with the measured Monday open.
struct Desk {
    Desk(const test::TestDatabase& book, const QString& name) : link(book.url(), {name, {}})
    {
        link.start();
        wait("the link", [this] { return link.state().kind == LinkState::Kind::Live && !link.catalogue()->isEmpty(); });
        view.setModel(link.appointments());
        view.setBook(link.catalogue(), LocationId(1));
        view.setDate(QDate(2026, 11, 23));
        view.resize(1600, 1000);
        view.show();
        const TimeSlot week = measuredWeek();
        link.showRange(LocationId(1), {week.start, week.start + std::chrono::hours(24)});
        wait("the day", [this] { return link.appointments()->rowCount() > 0; });
    }
    SystemClock clock;
    DatabaseLink link;
    CalendarView view{clock};
};

/// The mirror holds the neighbouring days too, which aren't painted.
AppointmentId firstOfMonday(const AppointmentMirror& rows)
{
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (rows.appointmentAt(row).slot.start >= measuredWeek().start)
            return rows.appointmentAt(row).id;
    }
    qFatal("the Monday is empty");
}

struct Delays {
    double p50;
    double p99;
};

Delays commitToPainted(const test::TestDatabase& book, int samples)
{
    Desk writer(book, QStringLiteral("Desk 1"));
    Desk watcher(book, QStringLiteral("Desk 2"));
    PaintWatch paint(watcher.view.viewport());
    std::vector<double> delays;
    const AppointmentId id = firstOfMonday(*writer.link.appointments());
    for (int i = 0; i < samples; ++i) {
        const auto row = writer.link.appointments()->appointment(id);
        std::optional<SteadyClock::time_point> committed;
        std::optional<double> painted;
        const QString note = QStringLiteral("sample %1").arg(i);
        EditAppointment edit;
        edit.id = id;
        edit.seen = row->version;
        edit.note = note;
        paint.onPaint = [&] {
            const auto seen = watcher.link.appointments()->appointment(id);
            if (!painted && seen && seen->note == note)
                painted = committed ? millisecondsSince(*committed) : 0;
        };
        writer.link.submit(edit, &paint, [&](const Outcome& outcome) {
            if (!std::holds_alternative<Done>(outcome))
                qFatal("the edit was answered by outcome %zu", outcome.index());
            committed = SteadyClock::now();
        });
        wait("the other desk's paint", [&] { return committed && painted; });
        wait("the own desk's row", [&] { return writer.link.appointments()->appointment(id)->note == note; });
        delays.push_back(*painted);
    }
    std::sort(delays.begin(), delays.end());
    return {delays[delays.size() / 2], delays[delays.size() * 99 / 100]};
}

/// The longest time between two ticks of a millisecond beat, on the GUI thread and on a bare thread, while every
/// backend of the book is stopped and gestures go on.
struct Pauses {
    double gui;
    double bare;
};

Pauses longestPauses(const test::TestDatabase& book, int seconds)
{
    Desk desk(book, QStringLiteral("Desk 1"));
    std::vector<pid_t> backends;
    for (int offset = 0;; ++offset) {
        const auto pid =
            book.typed(QStringLiteral("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
                                      "pg_backend_pid() ORDER BY pid OFFSET %1 LIMIT 1")
                           .arg(offset));
        if (!pid.value.isValid() || pid.value.isNull())
            break;
        backends.push_back(pid_t(pid.value.toInt()));
    }
    if (backends.empty())
        qFatal("the desk has no backend to stop");

    std::atomic<bool> over = false;
    std::atomic<double> bareLongest = 0;
    std::thread bare([&] {
        auto last = SteadyClock::now();
        while (!over) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            bareLongest = std::max(bareLongest.load(), millisecondsSince(last));
            last = SteadyClock::now();
        }
    });
    double guiLongest = 0;
    auto last = SteadyClock::now();
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        guiLongest = std::max(guiLongest, millisecondsSince(last));
        last = SteadyClock::now();
    });
    beat.start(1);

    for (const pid_t pid : backends)
        kill(pid, SIGSTOP);
    QElapsedTimer timer;
    timer.start();
    int gestures = 0;
    QTimer gesture;
    QObject::connect(&gesture, &QTimer::timeout, &gesture, [&] {
        ++gestures;
        const Appointment row = desk.link.appointments()->appointmentAt(0);
        desk.link.submit(ChangeStatus{row.id, row.version, Status::Arrived, {}}, &gesture, [](const Outcome&) {});
        desk.view.setDate(QDate(2026, 11, 23).addDays(gestures % 3));
        desk.link.searchClients(QStringLiteral("ana"), 10, &gesture, [](const std::vector<ClientHit>&) {});
    });
    gesture.start(200);
    wait(
        "the stopped seconds", [&] { return timer.elapsed() > seconds * 1000; }, seconds + 10);
    for (const pid_t pid : backends)
        kill(pid, SIGCONT);
    gesture.stop();
    wait(
        "the link to be live again", [&] { return desk.link.state().kind == LinkState::Kind::Live; }, 40);
    over = true;
    bare.join();
    return {guiLongest, bareLongest};
}

} // namespace

std::vector<Figure> live(const Settings& settings)
{
    std::vector<Figure> figures;
    for (const Dialect dialect : {Dialect::Postgresql, Dialect::Sqlite}) {
        const test::TestDatabase book(dialect);
        fillForReading(book, 1'000);
        // Reading alone was filled past the triggers; the edits below need them only for the row itself.
        const Delays delays = commitToPainted(book, settings.quick ? 20 : 200);
        const QString name = dialect == Dialect::Postgresql ? QStringLiteral("postgresql") : QStringLiteral("sqlite");
        figures.push_back({QStringLiteral("live_%1_p50").arg(name), delays.p50,
                           QStringLiteral("ms from commit to painted elsewhere"), 100, Figure::Side::AtMost, 0,
                           QStringLiteral("none")});
        figures.push_back({QStringLiteral("live_%1_p99").arg(name), delays.p99,
                           QStringLiteral("ms from commit to painted elsewhere"), 500, Figure::Side::AtMost, 0,
                           QStringLiteral("none")});
    }
    const test::TestDatabase book(Dialect::Postgresql);
    fillForReading(book, 1'000);
    const Pauses pauses = longestPauses(book, settings.quick ? 3 : 10);
    figures.push_back({QStringLiteral("longest_pause_database_stopped"), pauses.gui,
                       QStringLiteral("ms of the GUI event loop"), 50, Figure::Side::AtMost, pauses.bare,
                       QStringLiteral("ms of a bare thread")});
    return figures;
}

} // namespace frontdesk::bench
