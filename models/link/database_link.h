#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"
#include "models/domain/clock.h"
#include "models/domain/day_load.h"
#include "models/link/link_state.h"
#include "models/link/service_reads.h"
#include "models/tables/appointment_mirror.h"

#include <memory>

namespace frontdesk
{

class DatabaseUrl;

/// The desk's end of the database: owns the database thread and everything on it, lives on the GUI thread itself, and
/// runs no SQL there. Everything it knows arrives by signals; everything it is asked is answered later (CommandBus).
class DatabaseLink final : public CommandBus
{
    Q_OBJECT
public:
    struct Options {
        QString deskName;
        QString personName;                           ///< SQLite: who is signed in; PostgreSQL decides by the login
        std::shared_ptr<const Clock> clock = nullptr; ///< null: the system's
    };
    DatabaseLink(const DatabaseUrl& url, const Options& options, QObject* parent = nullptr);
    ~DatabaseLink() override;

    void start();

    [[nodiscard]] const LinkState& state() const;
    [[nodiscard]] CataloguePtr catalogue() const; ///< never null; empty before the first read
    [[nodiscard]] PersonId person() const;
    [[nodiscard]] QString deskName() const;

    /// The rows that overlap the visible range and its neighbours.
    [[nodiscard]] AppointmentMirror* appointments() const;
    /// The services as managers edit them, retired ones included.
    [[nodiscard]] TableMirror* services() const;
    void showRange(LocationId location, TimeSlot range);
    /// The versioned save of one services row: fields by column name; id 0 inserts.
    void saveService(qint64 id, RowVersion seen, const QVariantMap& fields, QObject* context,
                     std::function<void(const Outcome&)> answer);
    /// What visits that start in the range take, altogether and from now on; nothing when it can't be read.
    void dayLoads(LocationId location, TimeSlot range, Instant now, QObject* context,
                  std::function<void(const std::optional<DayLoads>&)> answer);
    /// What a calendar would show of a range, read once; nothing when it can't be read.
    void calendarRows(LocationId location, TimeSlot range, QObject* context,
                      std::function<void(const std::optional<std::vector<Appointment>>&)> answer);
    /// How often each service is booked from now on, by its id.
    void servicesAhead(QObject* context, std::function<void(const QHash<qint64, int>&)> answer);
    /// What an edit of a service would mean for what is booked of it. A later question of the same context supersedes
    /// this one, which isn't answered then.
    void serviceImpact(const Service& edited, QObject* context, std::function<void(const ServiceImpact&)> answer);
    void reread();
    [[nodiscard]] std::vector<EditingElsewhere> editingElsewhere() const;

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

signals:
    void stateChanged();
    void catalogueChanged();
    void editingElsewhereChanged();
    /// The first read of the visible range has arrived: the day can be drawn.
    void firstRead();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk
