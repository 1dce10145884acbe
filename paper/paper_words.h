#pragma once

#include "paper/paper_ink.h"
#include "paper/paper_values.h"

namespace frontdesk
{

/// Words and parts that all kinds of pages share.

[[nodiscard]] QString wallTime(Instant instant, const Zone& zone); ///< "14:15"
[[nodiscard]] QString wallTimes(TimeSlot slot, const Zone& zone);  ///< "14:15–15:00"
[[nodiscard]] QString wholeDate(QDate date);                       ///< "Monday 23 November 2026"
/// "Salon Sommer", and the location where it is called otherwise.
[[nodiscard]] QString businessAndLocation(const PaperPlace& place);
[[nodiscard]] QString alertLegend();

/// Business and location at the left, what the page is at the right, over a line.
void drawHead(PaperInk& ink, const QRectF& head, const PaperPlace& place, const QString& title, const QString& detail);
void drawFoot(PaperInk& ink, const QRectF& foot, const PaperPlace& place, const QString& legend, int page, int pages);

} // namespace frontdesk
