#pragma once

#include "models/link/database_link.h"
#include "tests/support/test_database.h"

#include <QTest>

#include <optional>

namespace frontdesk::test
{

/// Monday 2037-11-23, an hour of the day in UTC: the program runs by the real clock and books nothing into the past.
[[nodiscard]] inline Instant onMonday(int hour, int minute = 0)
{
    return instantFromUnix(2142547200 + hour * 3600 + minute * 60);
}

/// One desk of the small salon: a link, and the answers to what it asked.
class Desk
{
public:
    explicit Desk(const DatabaseUrl& url, const QString& name = QStringLiteral("Desk 1"))
        : link(std::make_unique<DatabaseLink>(url, DatabaseLink::Options{name, QStringLiteral("Owner")}))
    {
        QObject::connect(link.get(), &DatabaseLink::catalogueChanged, link.get(), [this] {
            if (!link->catalogue()->isEmpty()) {
                link->showRange(link->catalogue()->locations.front().id, {onMonday(0), onMonday(24)});
            }
        });
        QObject::connect(link.get(), &DatabaseLink::firstRead, link.get(), [this] { firstRead = true; });
        link->start();
    }

    [[nodiscard]] bool isLive() const { return link->state().kind == LinkState::Kind::Live; }
    /// Sends and forgets; the answer comes to `answers`.
    void send(const Command& command)
    {
        link->submit(command, link.get(), [this](const Outcome& outcome) { answers.push_back(outcome); });
    }
    /// Sends and waits for the answer.
    [[nodiscard]] Outcome ask(const Command& command)
    {
        const size_t before = answers.size();
        send(command);
        if (!QTest::qWaitFor([&] { return answers.size() > before; }, 15000)) {
            return StorageFailed{false, QStringLiteral("never answered")};
        }
        return answers.back();
    }
    [[nodiscard]] AppointmentMirror& appointments() const { return *link->appointments(); }
    [[nodiscard]] std::optional<Appointment> shown(qint64 id) const
    {
        return appointments().appointment(AppointmentId(id));
    }

    std::unique_ptr<DatabaseLink> link;
    std::vector<Outcome> answers;
    bool firstRead = false;
};

/// A haircut with a staff member.
[[nodiscard]] inline BookAppointment aHaircut(int staff, Instant start, int client = 1, const QString& key = {})
{
    BookAppointment book;
    book.key = key;
    book.location = LocationId(1);
    book.service = ServiceId(1);
    book.staff = ResourceId(staff);
    book.client = ClientId(client);
    book.start = start;
    return book;
}

[[nodiscard]] inline QString describe(const Outcome& outcome)
{
    static const char* const names[] = {"Done",       "VersionConflict", "Gone",         "SlotTaken",
                                        "RuleBroken", "Forbidden",       "StorageFailed"};
    QString text = QLatin1StringView(names[outcome.index()]);
    if (const auto* rule = std::get_if<RuleBroken>(&outcome)) {
        text += QLatin1Char(' ') + rule->rule;
    } else if (const auto* failed = std::get_if<StorageFailed>(&outcome)) {
        text += (failed->unreachable ? QStringLiteral(" unreachable ") : QStringLiteral(" ")) + failed->text;
    }
    return text;
}

[[nodiscard]] inline qint64 idOf(const Outcome& outcome)
{
    const auto* done = std::get_if<Done>(&outcome);
    return done ? done->id : 0;
}

} // namespace frontdesk::test
