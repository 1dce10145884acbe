#pragma once

#include "models/domain/appointment.h"

#include <span>

namespace frontdesk
{

/// "L. F." of "Lena Fischer": the first letter of the first and of the last word, in any script; "…" of a text without
/// letters, such as a phone number.
[[nodiscard]] QString coveredName(const QString& name);

/// What a covered window (F8) shows of a row to whoever stands at the counter: when, which service and status; of the
/// client initials alone; no phone, alert, note, reason or money.
[[nodiscard]] Appointment covered(Appointment row);

/// A line of text with the rows' clients by their initials.
[[nodiscard]] QString coveredText(QString text, std::span<const Appointment> rows);

} // namespace frontdesk
