#pragma once

#include "paper/paper_ink.h"
#include "paper/paper_values.h"

namespace frontdesk
{

/// Paints an appointment card, as large as A6, in the upper left corner of a sheet, with a frame to cut along. Sets the
/// device's paper (upright); gives the number of pages, which is 1, or 0 when it can't be painted on.
int paintClientCard(QPagedPaintDevice& device, PaperSize size, const PaperCard& card);

} // namespace frontdesk
