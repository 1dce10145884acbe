#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"
#include "models/domain/clock.h"
#include "models/tables/appointment_mirror.h"
#include "tests/ui/snapshots.h"
#include "ui/book_access.h"

#include <QPointer>

#include <deque>

namespace frontdesk::test
{

/// A clock that stands until it is set.
class SetClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(Seconds by) { m_now += by; }

private:
    Instant m_now = instantFromUnix(1795428000); // 2026-11-23 10:00 in Berlin
};

/// A bus without a database: notes what is sent, and answers by `reply`, or later by answer(). Always answers from the
/// event loop, as the real one does.
class FakeBus final : public CommandBus
{
public:
    using CommandBus::CommandBus;

    std::vector<Command> sent;
    /// What a command is answered at once; nothing: it waits for answer().
    std::function<std::optional<Outcome>(const Command&)> reply;
    std::vector<ClientHit> clients;
    std::vector<Appointment> visits;
    std::vector<QString> searches;
    bool searchesWait = false;
    QString editingTable;
    qint64 editingId = 0;

    /// Answers the oldest command that waits.
    void answer(const Outcome& outcome);
    [[nodiscard]] size_t waiting() const { return m_waiting.size(); }
    void answerSearches();

    /// The commands of a kind that were sent.
    template <class T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const Command& command : sent) {
            if (const auto* one = std::get_if<T>(&command))
                found.push_back(*one);
        }
        return found;
    }

    void submit(const Command& command, QObject* context, std::function<void(const Outcome&)> answer) override;
    void searchClients(const QString& text, int limit, QObject* context,
                       std::function<void(const std::vector<ClientHit>&)> answer) override;
    void readClient(ClientId id, QObject* context, std::function<void(std::optional<ClientHit>)> answer) override;
    void readAppointment(AppointmentId id, QObject* context,
                         std::function<void(std::optional<Appointment>)> answer) override;
    void clientAppointments(ClientId id, TimeSlot within, QObject* context,
                            std::function<void(const std::vector<Appointment>&)> answer) override;
    void timeline(AppointmentId id, QObject* context,
                  std::function<void(const std::vector<TimelineEntry>&)> answer) override;
    void announceEditing(const QString& table, qint64 id) override;

private:
    void later(QObject* context, std::function<void()> run);

    struct Waiting {
        QPointer<QObject> context;
        std::function<void(const Outcome&)> answer;
    };
    std::deque<Waiting> m_waiting;
    std::deque<std::function<void()>> m_searches;
    qint64 m_nextId = 1000;
};

/// Location 1 (Berlin, EUR), staff 1 Ana, 2 Ben, 3 Chloé, room 4, services 1 Haircut, 2 Colour (Ana, Chloé, room 4),
/// 3 Massage (Chloé).
[[nodiscard]] CataloguePtr smallSalon();
/// An appointment of that salon, on Monday 2026-11-23 at a wall time in Berlin.
[[nodiscard]] Appointment appointmentAt(qint64 id, int hour, int minute, qint64 staff, const QString& client);
[[nodiscard]] Instant berlin(int hour, int minute);
[[nodiscard]] std::vector<ClientHit> fiveClients();

} // namespace frontdesk::test
