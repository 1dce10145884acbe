#pragma once

#include "paper/paper_ink.h"
#include "paper/paper_values.h"

namespace frontdesk
{

/// Paints the day sheet: a section a staff member, its lines in the order of time, free time as lines to write in.
/// Sets the device's paper (upright); gives the number of pages, 0 when it can't be painted on.
int paintDaySheet(QPagedPaintDevice& device, PaperSize size, const PaperDay& day);

} // namespace frontdesk
