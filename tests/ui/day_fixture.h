#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"
#include "models/domain/clock.h"
#include "models/tables/appointment_mirror.h"

#include <QDate>

namespace frontdesk::test
{

/// A clock that stands still until it is set.
class StandingClock final : public Clock
{
public:
    explicit StandingClock(Instant now) : m_now(now) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

/// A salon of six in Berlin and a believable Monday, without a database: what a catalogue and snapshots would bring.
class DayFixture
{
public:
    explicit DayFixture(QDate date = QDate(2026, 11, 23));

    CataloguePtr catalogue;
    LocationId location{1};
    QDate date;
    Zone zone;
    std::vector<Appointment> rows;

    /// An instant of the fixture's date by its wall time, "14:15".
    [[nodiscard]] Instant at(const char* wall) const;
    [[nodiscard]] ResourceId staff(const char* firstName) const;
    /// A booked appointment of the service; takes, buffers and names as the book would give them. Added to rows.
    Appointment& add(const char* staffName, const char* start, const QString& client, const char* service);
    Appointment& addHold(const char* staffName, const char* start, const char* end, const QString& desk, Instant until);
    Appointment& addBlock(const char* staffName, const char* start, const char* end, const QString& label);
    [[nodiscard]] Appointment& row(const QString& client);

    /// The day of the picture: done, waiting, late, in service, a no-show, a developing colour, a hold.
    void fillDay();
    /// Many columns and overlapping rows with long names.
    void fillCrowdedDay();

    [[nodiscard]] TableSnapshotPtr snapshot() const;

private:
    [[nodiscard]] const Service& service(const char* name) const;
    qint64 m_nextId = 1;
};

/// Answers from memory and keeps what it was asked, for windows without a database.
class RecordingBus final : public CommandBus
{
    Q_OBJECT
public:
    using CommandBus::CommandBus;

    std::vector<ClientHit> clients;
    std::vector<Appointment> appointments;
    std::vector<TimelineEntry> story;
    QStringList searched;
    std::vector<Command> submitted;

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
};

} // namespace frontdesk::test
