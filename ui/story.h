#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"

#include <QString>

#include <vector>

namespace frontdesk
{

/// A line of the timeline in words.
struct StoryLine {
    QString what; ///< "Moved 13:30 → 14:15"
    QString who;  ///< "today 10:22 · Maya · Desk 2"
};
/// Newest first, as the audit gives it; changes without words of their own are "Changed".
[[nodiscard]] std::vector<StoryLine> storyOf(const std::vector<TimelineEntry>& entries, const Catalogue& catalogue,
                                             const Zone& zone, Instant now);

} // namespace frontdesk
