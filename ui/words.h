#pragma once

#include "models/availability/availability.h"
#include "models/domain/appointment.h"
#include "models/domain/zone.h"

#include <QString>

namespace frontdesk
{

struct DayColumn;

/// Words that several parts of the desk share: times, lengths, statuses, reasons.

[[nodiscard]] QString timeText(Instant instant, const Zone& zone); ///< "14:15"
[[nodiscard]] QString timeText(TimeSlot slot, const Zone& zone);   ///< "14:15–15:45"
[[nodiscard]] QString dateText(QDate date);                        ///< "Sunday 22 November 2026"
[[nodiscard]] QString shortDateText(QDate date);                   ///< "Sun 22 Nov"
[[nodiscard]] QString briefDateText(QDate date);                   ///< "Sun 22"
[[nodiscard]] QString dayWord(QDate date, QDate today);            ///< "Today", "Tomorrow", "Sun 22 Nov"
[[nodiscard]] QString lengthText(Seconds length);                  ///< "45 min", "1 h 30"
[[nodiscard]] QString stepsText(const Appointment& row);           ///< "35 min + 40 developing + 15"
[[nodiscard]] QString statusText(Status status);
[[nodiscard]] QString confirmationText(Confirmation confirmation);
/// "35 min" of whole minutes from one instant to the other, never negative.
[[nodiscard]] int minutesBetween(Instant from, Instant to);

/// What a row is called: the client, a block's label, or the desk that is booking.
[[nodiscard]] QString titleOf(const Appointment& row);
[[nodiscard]] QString firstName(const QString& name);

/// One line that names a reason against a place.
[[nodiscard]] QString reasonText(const Reason& reason, const Catalogue& catalogue, std::span<const Appointment> rows,
                                 const Zone& zone);

[[nodiscard]] QString freeText(const DayColumn& column);      ///< "free: 2 × 45 min", "full", "off"
[[nodiscard]] QString shortFreeText(const DayColumn& column); ///< "2 × 45 min", "full", "off"

/// The text with the full-width digits and signs of an East Asian input method as plain ones: "１４：１５" is "14:15".
[[nodiscard]] QString typedPlainly(const QString& text);

/// Initials of a name when a resource has none of its own: "Ana Ruiz" AR, "陈美玲" 陈.
[[nodiscard]] QString initialsOf(const QString& name);

} // namespace frontdesk
