#pragma once

#include "models/booking/commands.h"
#include "models/booking/outcome.h"

#include <QObject>

#include <functional>

namespace frontdesk
{

/// A client found by the search, with what the booking popup shows of it.
struct ClientHit {
    ClientId id;
    RowVersion version;
    QString name;
    QString phone;
    QString note;
    QString alert;
    bool alertStops = false;
    ServiceId lastService; ///< invalid: no visit yet
    ResourceId lastStaff;
    std::optional<Instant> lastVisit;
    int visits = 0;
    int noShows = 0;
};

/// One line of an appointment's story, newest first; read from the audit.
struct TimelineEntry {
    Instant at{};
    QString action; ///< "insert" or "update"
    QString person;
    QString desk;
    QString commandId;
    RowVersion version;
    QByteArray changes; ///< JSON {"starts_at": [old, new], …}
};

/// The form another desk has open.
struct EditingElsewhere {
    QString desk;
    QString person;
    QString table; ///< "appointment", "service"
    qint64 id = 0;
    friend bool operator==(const EditingElsewhere&, const EditingElsewhere&) = default;
};

/// What the window asks of the database, all of it answered later on the GUI thread. The callback of a request is
/// dropped when its context object is destroyed; it is always called otherwise, with StorageFailed or an empty answer
/// when the link is down.
class CommandBus : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void submit(const Command& command, QObject* context, std::function<void(const Outcome&)> answer) = 0;

    /// Name parts in any order, folded; or the last digits of a phone. A later search of the same context supersedes
    /// it.
    virtual void searchClients(const QString& text, int limit, QObject* context,
                               std::function<void(const std::vector<ClientHit>&)> answer) = 0;
    virtual void readClient(ClientId id, QObject* context, std::function<void(std::optional<ClientHit>)> answer) = 0;
    virtual void readAppointment(AppointmentId id, QObject* context,
                                 std::function<void(std::optional<Appointment>)> answer) = 0;
    /// Appointments of a client that overlap or touch the slot, cancelled ones left out.
    virtual void clientAppointments(ClientId id, TimeSlot within, QObject* context,
                                    std::function<void(const std::vector<Appointment>&)> answer) = 0;
    virtual void timeline(AppointmentId id, QObject* context,
                          std::function<void(const std::vector<TimelineEntry>&)> answer) = 0;
    /// Says which row stands open in a form here (id 0: none), shown at the other desks.
    virtual void announceEditing(const QString& table, qint64 id) = 0;
};

} // namespace frontdesk
