#pragma once

#include "models/domain/appointment.h"
#include "ui/marks.h"
#include "ui/theme.h"

#include <QString>

#include <optional>
#include <vector>

namespace frontdesk
{

/// The colours of a block: its fill says the service, its tone the status. Text has a contrast of at least 4.5:1 on
/// the fill, whatever colour a manager chose.
struct BlockLook {
    QColor fill;
    QColor gapFill; ///< half transparent: the grid shows through while it develops
    QColor edge;
    QColor text;
    QColor textSoft;
    bool outlineOnly = false; ///< a hold
};
[[nodiscard]] BlockLook blockLook(const Theme& theme, const QColor& service, Status status, bool isHold);
[[nodiscard]] BlockLook blockLook(const Theme& theme, const Appointment& row);

/// A filled pill with minutes.
struct Badge {
    enum class Tone { Green, Amber, Red };
    QString text;
    Tone tone = Tone::Green;
    friend bool operator==(const Badge&, const Badge&) = default;
};
[[nodiscard]] QColor badgeColour(const Theme& theme, Badge::Tone tone);

/// What stands at the right end of a block's first line, from left to right; the last one is the status dot.
struct BlockSigns {
    std::vector<Mark> marks;
    std::optional<Badge> badge;
    QString minutes; ///< how long it has been in service: "22′"
};
[[nodiscard]] BlockSigns signsOf(const Appointment& row, Instant now);
/// The badge of one who waits or is late.
[[nodiscard]] std::optional<Badge> badgeOf(const Appointment& row, Instant now);

/// "Haircut · 1:24 left" of a hold, "10:00–10:45 Haircut" of everything else.
[[nodiscard]] QString countdownText(Instant until, Instant now);

} // namespace frontdesk
