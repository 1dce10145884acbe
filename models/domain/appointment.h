#pragma once

#include "models/domain/ids.h"
#include "models/domain/money.h"
#include "models/domain/status.h"
#include "models/domain/takes.h"
#include "models/domain/time_slot.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace frontdesk
{

/// A row of the view calendar_row: an appointment, a block, a group session or another desk's popup hold, with the
/// names that it is shown by. A value; nothing here changes the database.
struct Appointment {
    AppointmentId id; ///< negative for a desk hold
    RowVersion version;
    LocationId location;
    ClientId client;   ///< invalid for a block, a group session, a desk hold
    ServiceId service; ///< invalid for a block
    ResourceId staff;  ///< the column it is drawn in; may be invalid (a room's block)
    TimeSlot slot;     ///< without buffers
    Seconds bufferBefore{0};
    Seconds bufferAfter{0};
    Takes takes;
    Money price;
    Status status = Status::Booked;
    Instant statusAt{}; ///< since when it has this status
    QString statusReason;
    Confirmation confirmation = Confirmation::NotAsked;
    std::optional<Instant> heldUntil;
    bool squeezed = false;
    QString squeezeReason;
    QString label; ///< of a block; of a desk hold the desk's name
    QString note;
    QString source; ///< desk, online, import, admin
    VisitId visit;
    SeriesId series;
    AppointmentId session;
    int seats = 1;
    QByteArray zone;
    Instant createdAt{};

    QString clientName;
    QString clientPhone;
    QString clientAlert;
    bool clientAlertStops = false;
    QString serviceName;
    QString serviceColour; ///< #rrggbb, empty for a block
    QString staffName;
    QString otherResources; ///< names of rooms and equipment, comma separated
    QString changedByName;
    QString changedDesk;
    bool firstVisit = false;
    bool isDeskHold = false;

    [[nodiscard]] bool isBlock() const { return !isDeskHold && !service.isValid() && !client.isValid(); }
    friend bool operator==(const Appointment&, const Appointment&) = default;
};

} // namespace frontdesk

Q_DECLARE_METATYPE(frontdesk::Appointment)
