#include "ui/marks.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace frontdesk
{

namespace
{

/// All signs are drawn in a square of 0 to 1.
QPainterPath line(std::initializer_list<QPointF> points, bool closed = false)
{
    QPainterPath path(*points.begin());
    for (const QPointF& point : points)
        path.lineTo(point);
    if (closed)
        path.closeSubpath();
    return path;
}

QPainterPath tick(double scale = 1)
{
    const auto at = [scale](double x, double y) { return QPointF(0.5 + (x - 0.5) * scale, 0.5 + (y - 0.5) * scale); };
    return line({at(0.16, 0.54), at(0.4, 0.78), at(0.86, 0.24)});
}

QPainterPath star()
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 == 0 ? 0.5 : 0.21;
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        const QPointF point(0.5 + radius * std::cos(angle), 0.52 + radius * std::sin(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath question()
{
    QPainterPath path(QPointF(0.36, 0.38));
    path.cubicTo(0.36, 0.2, 0.66, 0.2, 0.66, 0.39);
    path.cubicTo(0.66, 0.52, 0.5, 0.5, 0.5, 0.63);
    path.moveTo(0.5, 0.77);
    path.lineTo(0.5, 0.78);
    return path;
}

QPainterPath ring()
{
    QPainterPath path;
    path.addEllipse(QRectF(0.03, 0.03, 0.94, 0.94));
    return path;
}

QPainterPath house()
{
    QPainterPath path = line({{0.02, 0.52}, {0.5, 0.08}, {0.98, 0.52}});
    path.addPath(line({{0.18, 0.42}, {0.18, 0.92}, {0.82, 0.92}, {0.82, 0.42}}));
    return path;
}

QPainterPath pencil()
{
    QPainterPath path = line({{0.08, 0.92}, {0.16, 0.64}, {0.7, 0.1}, {0.9, 0.3}, {0.36, 0.84}}, true);
    path.addPath(line({{0.6, 0.2}, {0.8, 0.4}}));
    return path;
}

QPainterPath triangle()
{
    QPainterPath path = line({{0.5, 0.06}, {0.97, 0.92}, {0.03, 0.92}}, true);
    path.addPath(line({{0.5, 0.38}, {0.5, 0.62}}));
    path.addPath(line({{0.5, 0.77}, {0.5, 0.78}}));
    return path;
}

QPainterPath arc()
{
    QPainterPath path;
    path.arcMoveTo(QRectF(0.08, 0.08, 0.84, 0.84), 60);
    path.arcTo(QRectF(0.08, 0.08, 0.84, 0.84), 60, 280);
    path.addPath(line({{0.5, 0.24}, {0.72, 0.13}, {0.6, -0.06}}));
    return path;
}

} // namespace

void paintMark(QPainter& painter, Mark mark, const QRectF& box, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.translate(box.topLeft());
    painter.scale(box.width(), box.height());
    painter.setPen(QPen(colour, 1.3 / box.width(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (mark) {
    case Mark::Alert:
        painter.drawPath(triangle());
        break;
    case Mark::FirstVisit:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPath(star());
        break;
    case Mark::Online:
        painter.drawPath(house());
        break;
    case Mark::Note:
        painter.drawPath(pencil());
        break;
    case Mark::Squeezed:
        painter.drawPath(line({{0.1, 0.14}, {0.38, 0.5}, {0.1, 0.86}}));
        painter.drawPath(line({{0.9, 0.14}, {0.62, 0.5}, {0.9, 0.86}}));
        break;
    case Mark::Booked:
        painter.drawPath(ring());
        break;
    case Mark::Asked:
        painter.drawPath(ring());
        painter.drawPath(question());
        break;
    case Mark::Confirmed:
        painter.drawPath(ring());
        painter.drawPath(tick(0.62));
        break;
    case Mark::InService:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPath(line({{0.16, 0.06}, {0.94, 0.5}, {0.16, 0.94}}, true));
        break;
    case Mark::Done:
        painter.drawPath(tick());
        break;
    case Mark::Saving:
        painter.drawPath(arc());
        break;
    case Mark::Refused:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPath(ring());
        painter.setPen(QPen(Qt::white, 1.8 / box.width(), Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(line({{0.5, 0.24}, {0.5, 0.56}}));
        painter.drawPath(line({{0.5, 0.77}, {0.5, 0.775}}));
        break;
    }
    painter.restore();
}

} // namespace frontdesk
