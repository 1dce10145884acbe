#pragma once

#include "paper/paper_ink.h"
#include "paper/paper_values.h"

namespace frontdesk
{

/// Paints a staff member's week on one lying page: seven columns, downwards the time. Sets the device's paper; gives
/// the number of pages, which is 1, or 0 when it can't be painted on.
int paintWeekPlan(QPagedPaintDevice& device, PaperSize size, const PaperWeek& week);

} // namespace frontdesk
