#pragma once

#include "models/booking/handling.h"
#include "models/booking/refusal.h"

namespace frontdesk
{

/// An appointment before and after an edit.
struct Edited {
    StoredAppointment before;
    StoredAppointment after;
    bool placeChanged = false; ///< time, takes or staff: claims are written anew, soft rules judged
    bool squeezes = false;
    /// A room or equipment was kept or chosen and not named by the command: another may be taken if it isn't free.
    bool mayChooseRoom = false;

    [[nodiscard]] bool changesNothing() const;
};

/// What the edit makes of the row; or the rule that it breaks, soft ones included; or a failed statement's answer.
[[nodiscard]] std::variant<Edited, Attempt> edited(const Handling& h, const StoredAppointment& before,
                                                   const EditAppointment& edit);

/// The values of the statement edit_appointment on the version that is given.
[[nodiscard]] QVariantMap valuesOf(const Handling& h, const Edited& edit, RowVersion seen);

[[nodiscard]] WantedPlace wantedPlace(const Edited& edit);

/// Another room or equipment of the same kind in the place of one that is taken; nothing when none is free.
[[nodiscard]] std::optional<Takes> withAnotherRoom(const Handling& h, const Edited& edit, ResourceId taken);

/// Texts trimmed, amounts and lengths in their bounds.
[[nodiscard]] std::optional<RuleBroken> checkEdit(EditAppointment& edit);

} // namespace frontdesk
