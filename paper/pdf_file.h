#pragma once

#include "paper/paper_ink.h"

#include <functional>

namespace frontdesk
{

/// Paints on the device, on paper of a size that it sets itself; gives the number of pages, 0 when the device can't be
/// painted on.
using PaintPages = std::function<int(QPagedPaintDevice&)>;

/// Writes a PDF file as a whole or not at all; one that is there is replaced.
struct PdfWritten {
    int pages = 0;
    QString problem; ///< in the system's words; empty: it is written
};
[[nodiscard]] PdfWritten writePdf(const QString& file, const QString& title, const PaintPages& paint);

} // namespace frontdesk
