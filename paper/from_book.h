#pragma once

#include "models/domain/appointment.h"
#include "models/domain/catalogue.h"
#include "paper/paper_values.h"

#include <span>

namespace frontdesk
{

/// What the book has of a day at a location, of one staff member or (an invalid id) of all who work or have something
/// on it. The rows may be those of other days and locations too. Cancelled, expired and parked rows, holds that have
/// run out by `now` and places that another desk holds while it books are left out.
[[nodiscard]] PaperDay paperDay(const Catalogue& catalogue, LocationId location, QDate date,
                                std::span<const Appointment> rows, Instant now, ResourceId staff = {});

/// The week that has the date in it, from its Monday on.
[[nodiscard]] PaperWeek paperWeek(const Catalogue& catalogue, ResourceId staff, QDate date,
                                  std::span<const Appointment> rows, Instant now);
/// From the first instant of the week's Monday to that of the next.
[[nodiscard]] TimeSlot weekOf(QDate date, const Zone& zone);

[[nodiscard]] PaperCard paperCard(const Catalogue& catalogue, const Appointment& row, Instant now);

} // namespace frontdesk
