#pragma once

#include "models/domain/appointment.h"

#include <QMetaType>

#include <variant>
#include <vector>

namespace frontdesk
{

/// Commands are values: what a person wants, with the row version that they saw. Each has one handler and one answer
/// (outcome.h). Every command carries a key of its own (a UUID): sent twice, because the answer was lost, it takes
/// effect once.

/// Passing a soft rule (hours, breaks, closures, time off, notice, grid) or a capacity up to the squeeze-in capacity.
struct Passing {
    QString overrideReason; ///< not empty: soft rules are passed with this reason
    bool squeeze = false;
    QString squeezeReason;
    friend bool operator==(const Passing&, const Passing&) = default;
};

struct BookAppointment {
    QString key; ///< booking_key
    LocationId location;
    ServiceId service;
    ResourceId staff;
    std::vector<ResourceId> others; ///< rooms and equipment; for a kind that is missing here a free one is chosen
    ClientId client;
    Instant start{};
    std::optional<Seconds> length; ///< else the service's
    std::optional<Money> price;    ///< else the service's
    std::optional<Seconds> bufferBefore;
    std::optional<Seconds> bufferAfter;
    QString note;
    QString source = QStringLiteral("desk");
    std::optional<DeskHoldId> fromHold; ///< deleted in the same transaction
    Passing passing;
    friend bool operator==(const BookAppointment&, const BookAppointment&) = default;
};

/// Time without a client, made at the desk.
struct BookBlock {
    QString key;
    LocationId location;
    ResourceId staff;
    TimeSlot slot;
    QString label;
    std::optional<DeskHoldId> fromHold;
    friend bool operator==(const BookBlock&, const BookBlock&) = default;
};

/// Sets what is given, leaves the rest. Start, length and staff together are "when and with whom".
struct EditAppointment {
    AppointmentId id;
    RowVersion seen;
    std::optional<Instant> start;
    std::optional<Seconds> length;
    std::optional<ResourceId> staff;
    std::optional<std::vector<ResourceId>> others;
    std::optional<ServiceId> service;
    std::optional<Money> price;
    std::optional<ClientId> client;
    std::optional<QString> note;
    std::optional<QString> label;
    std::optional<Confirmation> confirmation;
    std::optional<Seconds> bufferBefore;
    std::optional<Seconds> bufferAfter;
    Passing passing;
    friend bool operator==(const EditAppointment&, const EditAppointment&) = default;
};

struct ChangeStatus {
    AppointmentId id;
    RowVersion seen;
    Status to = Status::Booked;
    QString reason; ///< of a cancellation or a no-show; "undone" takes a booking back
    friend bool operator==(const ChangeStatus&, const ChangeStatus&) = default;
};

/// Several edits that succeed or fail together: swap, shift, crossing batches.
struct EditTogether {
    std::vector<EditAppointment> edits;
    friend bool operator==(const EditTogether&, const EditTogether&) = default;
};

struct CreateClient {
    QString name;
    QString phone;       ///< as typed
    LocationId location; ///< whose country reads the phone number
    friend bool operator==(const CreateClient&, const CreateClient&) = default;
};

struct EditClient {
    ClientId id;
    RowVersion seen;
    std::optional<QString> name;
    std::optional<QString> phone;
    std::optional<QString> note;
    std::optional<QString> alert;
    std::optional<bool> alertStops;
    LocationId location;
    friend bool operator==(const EditClient&, const EditClient&) = default;
};

/// Forgets a person at their request: name, contacts and free text, in the rows and in their history. Managers alone.
/// The rows themselves, their times and prices stay. Can't be undone.
struct EraseClient {
    ClientId id;
    RowVersion seen;
    friend bool operator==(const EraseClient&, const EraseClient&) = default;
};

/// Keeps a place while somebody decides; 90 seconds, sent again with the id to renew or to change what it keeps.
struct HoldPlace {
    std::optional<DeskHoldId> existing;
    LocationId location;
    ResourceId staff;
    ServiceId service; ///< invalid: the slot alone of the staff member
    TimeSlot slot;
    Seconds lasts{90};
    friend bool operator==(const HoldPlace&, const HoldPlace&) = default;
};
struct ReleaseHold {
    DeskHoldId hold;
    friend bool operator==(const ReleaseHold&, const ReleaseHold&) = default;
};

using Command = std::variant<BookAppointment, BookBlock, EditAppointment, ChangeStatus, EditTogether, CreateClient,
                             EditClient, EraseClient, HoldPlace, ReleaseHold>;

/// Who sends a command, set by the sender's program and written into the row and its audit.
struct Sender {
    PersonId person;   ///< invalid: "by hand"
    QString desk;      ///< "Desk 2"
    QString commandId; ///< a UUID; the same on every retry of the same command
};

} // namespace frontdesk

Q_DECLARE_METATYPE(frontdesk::Command)
