#pragma once

#include "models/domain/appointment.h"
#include "models/domain/free_place.h"

#include <QMetaType>
#include <QVariantMap>

#include <variant>
#include <vector>

namespace frontdesk
{

/// The command took effect (or had already: a retry of the same key).
struct Done {
    qint64 id = 0; ///< of the row that the command made or changed
    RowVersion version;
    /// Of EditTogether: the rows after the first, in the order of its edits.
    struct Row {
        qint64 id = 0;
        RowVersion version;
        friend bool operator==(const Row&, const Row&) = default;
    };
    std::vector<Row> others{};
};

/// Somebody else saved the row since it was read; nothing was written.
struct VersionConflict {
    Appointment current; ///< as it stands now; for a client only id and version
    QString changedBy;
    QString changedDesk;
    Instant changedAt{};
    QVariantMap fields = {}; ///< of a service: its row as it stands now, by column; `current` has its id and version
};

/// The row is not there.
struct Gone {
};

/// A resource has no room left at that time.
struct SlotTaken {
    ResourceId resource;
    QString resourceName;
    AppointmentId by; ///< negative: a desk hold
    QString byWhat; ///< "Omar Haddad · Haircut 15:00–15:45", a block's label, or "Desk 2 is booking here"; its buffer,
                    ///< if that is it
    QString byPerson; ///< who saved it; may be empty
    QString byDesk;
    Instant since{};
    std::vector<FreePlace> nearestSame;   ///< up to three of that staff member
    std::vector<FreePlace> nearestOthers; ///< up to three of other staff who are able
};

/// A rule that the booking breaks: a hard one of the schema by its code ("status_way"), or a soft one ("hours",
/// "break", "closure", "time_off", "notice", "grid").
struct RuleBroken {
    QString rule;
    bool soft = false; ///< may be passed with an override reason
    QString field;     ///< the field it stands beside, when it belongs to one
};

struct Forbidden {
};

/// The database could not be reached or failed; whether the command took effect may be unknown, so retry with the same
/// key.
struct StorageFailed {
    bool unreachable = false;
    QString text;          ///< what went wrong, for the log and the details
    bool diskFull = false; ///< nothing was written, and nothing will be until there is space
};

using Outcome = std::variant<Done, VersionConflict, Gone, SlotTaken, RuleBroken, Forbidden, StorageFailed>;

} // namespace frontdesk

Q_DECLARE_METATYPE(frontdesk::Outcome)
