#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"
#include "models/domain/clock.h"
#include "models/tables/appointment_mirror.h"

#include <functional>

namespace frontdesk
{

/// What popups and dialogs know of the book: where to ask, the rows on screen, what is offered, and the time. Nothing
/// is owned; all of it outlives them.
struct BookAccess {
    CommandBus* bus = nullptr;
    AppointmentMirror* appointments = nullptr;
    std::function<CataloguePtr()> catalogue;
    const Clock* clock = nullptr;
    /// Whether an appointment can be seen just now; without it, whether it is among the rows.
    std::function<bool(AppointmentId)> inSight;
    /// Who is signed in at this desk; without it nobody is, and what needs a right is absent.
    std::function<PersonId()> person;
    /// Forms that stand open at other desks; without it none is known.
    std::function<std::vector<EditingElsewhere>()> editingElsewhere;
};

} // namespace frontdesk
