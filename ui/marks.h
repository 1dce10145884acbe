#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace frontdesk
{

/// The small signs on a block, drawn as lines so that they need no font.
enum class Mark {
    Alert,
    FirstVisit,
    Online,
    Note,
    Squeezed,
    Booked, ///< the status dot: an empty ring
    Asked,  ///< a ring with a question mark
    Confirmed,
    InService,
    Done,
    Saving,
    Refused
};

constexpr int MarkSize = 13;

void paintMark(QPainter& painter, Mark mark, const QRectF& box, const QColor& colour);

} // namespace frontdesk
