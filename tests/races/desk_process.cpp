// One desk without a window: sends random commands at a book for some seconds and prints how they were answered, as one
// JSON object.
//   desk_process URL DESK SEED SECONDS
#include "models/booking/command_executor.h"
#include "models/domain/clock.h"
#include "models/storage/connection.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUuid>

#include <cstdio>

using namespace frontdesk;

namespace
{

constexpr qint64 monday = 2142547200 + 7 * 86400; // 2037-11-30T00:00:00Z

/// A desk that books, moves, swaps, cancels, holds, extends holds and undoes on three staff members and two days, so
/// that desks collide all the time. It sometimes sends a version that it knows to be old.
class RandomDesk
{
public:
    RandomDesk(CommandExecutor& executor, QString name, quint32 seed)
        : m_executor(executor), m_name(std::move(name)), m_random(seed)
    {
    }

    void act()
    {
        const int what = m_random.bounded(11);
        if (what < 4 || m_own.empty())
            book();
        else if (what < 7)
            move();
        else if (what < 9)
            changeStatus();
        else if (what < 10)
            swap();
        else
            holdAndRelease();
    }
    [[nodiscard]] QJsonObject counts() const { return m_counts; }
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    struct Known {
        AppointmentId id;
        RowVersion version;
        Status status;
    };

    [[nodiscard]] Instant anyStart()
    {
        return instantFromUnix(monday + m_random.bounded(2) * 86400 + 8 * 3600 + m_random.bounded(36) * 900);
    }
    [[nodiscard]] ResourceId anyStaff() { return ResourceId(1 + m_random.bounded(3)); }
    Known& anyOwn() { return m_own[size_t(m_random.bounded(int(m_own.size())))]; }

    Outcome send(const Command& command)
    {
        const Outcome outcome =
            m_executor.execute(command, Sender{PersonId(), m_name, QUuid::createUuid().toString(QUuid::WithoutBraces)});
        static constexpr const char* words[] = {"done", "stale", "gone", "taken", "rule", "forbidden", "failed"};
        QString word = QString::fromLatin1(words[outcome.index()]);
        if (const auto* failed = std::get_if<StorageFailed>(&outcome)) {
            // Twenty desks that never pause can starve one of them; it is told so, and nothing was written.
            const bool waitedTooLong = failed->text.contains(QLatin1StringView("database is locked")) ||
                                       failed->text.contains(QLatin1StringView("lock timeout"));
            if (waitedTooLong)
                word = QStringLiteral("busy");
            else
                m_failure = failed->text;
        }
        m_counts.insert(word, m_counts.value(word).toInt() + 1);
        return outcome;
    }
    void sendEdit(Known& known, const Command& command, Status after)
    {
        const Outcome outcome = send(command);
        if (const auto* done = std::get_if<Done>(&outcome))
            known = {known.id, done->version, after};
        else if (const auto* conflict = std::get_if<VersionConflict>(&outcome))
            known = {known.id, conflict->current.version, conflict->current.status};
    }

    void book()
    {
        BookAppointment command;
        command.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
        command.location = LocationId(1);
        command.service = ServiceId(m_random.bounded(4) == 0 ? 2 : 1);
        command.staff = anyStaff();
        command.client = ClientId(1 + m_random.bounded(5));
        command.start = anyStart();
        command.passing.overrideReason = QStringLiteral("race");
        const Outcome outcome = send(command);
        if (const auto* done = std::get_if<Done>(&outcome))
            m_own.push_back({AppointmentId(done->id), done->version, Status::Booked});
    }
    void move()
    {
        Known& known = anyOwn();
        EditAppointment command;
        command.id = known.id;
        command.seen = m_random.bounded(10) == 0 ? RowVersion(1) : known.version;
        command.start = anyStart();
        if (m_random.bounded(2) == 0)
            command.staff = anyStaff();
        command.passing.overrideReason = QStringLiteral("race");
        sendEdit(known, command, known.status);
    }
    void changeStatus()
    {
        Known& known = anyOwn();
        const Status to = known.status == Status::Cancelled ? Status::Booked : Status::Cancelled;
        sendEdit(known, ChangeStatus{known.id, known.version, to, QStringLiteral("race")}, to);
    }
    void swap()
    {
        Known& a = anyOwn();
        Known& b = anyOwn();
        if (a.id == b.id || a.status != Status::Booked || b.status != Status::Booked)
            return;
        EditTogether command;
        for (const Known* known : {&a, &b}) {
            EditAppointment edit;
            edit.id = known->id;
            edit.seen = known->version;
            edit.start = anyStart();
            edit.staff = anyStaff();
            edit.passing.overrideReason = QStringLiteral("race");
            command.edits.push_back(edit);
        }
        const Outcome outcome = send(command);
        if (const auto* done = std::get_if<Done>(&outcome)) {
            a.version = done->version;
            if (!done->others.empty())
                b.version = done->others.front().version;
        }
    }
    void holdAndRelease()
    {
        HoldPlace hold;
        hold.location = LocationId(1);
        hold.staff = anyStaff();
        hold.service = ServiceId(1);
        const Instant start = anyStart();
        hold.slot = {start, start + Minutes(45)};
        const Outcome outcome = send(hold);
        if (const auto* done = std::get_if<Done>(&outcome)) {
            hold.existing = DeskHoldId(done->id);
            hold.staff = anyStaff();
            send(hold);
            send(ReleaseHold{DeskHoldId(done->id)});
        }
    }

    CommandExecutor& m_executor;
    QString m_name;
    QRandomGenerator m_random;
    std::vector<Known> m_own;
    QJsonObject m_counts;
    QString m_failure;
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const auto url = DatabaseUrl::parse(arguments.value(1));
    if (!url || arguments.size() != 5)
        return 2;
    const auto opened = Connection::open(*url);
    if (!opened.connection) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.detail));
        return 3;
    }
    const SystemClock clock;
    CommandExecutor executor(*opened.connection, clock);
    RandomDesk desk(executor, arguments[2], arguments[3].toUInt());
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(arguments[4].toInt());
    while (std::chrono::steady_clock::now() < end)
        desk.act();
    std::puts(QJsonDocument(desk.counts()).toJson(QJsonDocument::Compact).constData());
    if (!desk.failure().isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(desk.failure()));
    return desk.failure().isEmpty() ? 0 : 1;
}
