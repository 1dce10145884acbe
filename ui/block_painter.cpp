#include "ui/block_painter.h"

#include "ui/words.h"

#include <QPainter>
#include <QPainterPath>

namespace frontdesk
{

namespace
{

constexpr double Corner = 4;

using Face = TextCache::Face;

QPainterPath rounded(const QRectF& rect, double radius = Corner)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

} // namespace

QBrush stripes(const QColor& colour, int step, double width)
{
    constexpr int Scale = 4; // drawn large and scaled down, so that it is sharp on dense screens too
    QPixmap tile(step * Scale, step * Scale);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width * Scale, Qt::SolidLine, Qt::SquareCap));
    const int side = step * Scale;
    for (const int shift : {-side, 0, side})
        painter.drawLine(shift, side, side + shift, 0);
    painter.end();
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1.0 / Scale, 1.0 / Scale));
    return brush;
}

/// A bar at the left and the fill beside it, each a plain rectangle; a clip for round corners would cost more than all
/// the rest of a block. The corners are given back to the ground.
void BlockPainter::paintSolid(QPainter& painter, const QRect& rect, const BlockLook& look)
{
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const auto cut = [&](int x, int width, const QColor& colour, int leftCut, int rightCut) {
        painter.fillRect(QRect(x + leftCut, rect.top(), width - leftCut - rightCut, 1), colour);
        painter.fillRect(QRect(x + leftCut / 2, rect.top() + 1, width - leftCut / 2 - rightCut / 2, 1), colour);
        painter.fillRect(QRect(x, rect.top() + 2, width, rect.height() - 4), colour);
        painter.fillRect(QRect(x + leftCut / 2, rect.bottom() - 1, width - leftCut / 2 - rightCut / 2, 1), colour);
        painter.fillRect(QRect(x + leftCut, rect.bottom(), width - leftCut - rightCut, 1), colour);
    };
    if (rect.height() < 6) {
        painter.fillRect(rect, look.fill);
        painter.fillRect(QRect(rect.topLeft(), QSize(BarWidth, rect.height())), look.edge);
    } else {
        cut(rect.left(), BarWidth, look.edge, 2, 0);
        cut(rect.left() + BarWidth, rect.width() - BarWidth, look.fill, 0, 2);
    }
    painter.setRenderHint(QPainter::Antialiasing, smooth);
}

void BlockPainter::setScene(const Theme& theme, const Zone& zone, Instant now, Instant holdsNow)
{
    if (m_hatch.style() == Qt::NoBrush || theme.dark != m_theme.dark) {
        m_looks.clear();
        m_hatch = stripes(theme.hatch, 7, 0.8);
    }
    m_theme = theme;
    m_zone = zone;
    m_now = now;
    m_holdsNow = holdsNow;
}

const BlockLook& BlockPainter::lookOf(const Appointment& row) const
{
    const bool hold = row.isDeskHold || row.status == Status::Held;
    const QColor colour = row.isDeskHold ? m_theme.hold : QColor(row.serviceColour);
    const quint64 key = (quint64(colour.isValid() ? colour.rgba() : 0) << 8) | quint64(row.status) << 1 | quint64(hold);
    auto found = m_looks.constFind(key);
    if (found == m_looks.constEnd())
        found = m_looks.insert(key, blockLook(m_theme, row));
    return *found;
}

void BlockPainter::paintBuffers(QPainter& painter, const BlockDrawing& drawing) const
{
    if (drawing.before.isEmpty() && drawing.after.isEmpty())
        return;
    if (!drawing.before.isEmpty())
        painter.fillRect(drawing.before, m_hatch);
    if (!drawing.after.isEmpty())
        painter.fillRect(drawing.after.adjusted(0, 1, 0, 0), m_hatch);
}

void BlockPainter::paintBody(QPainter& painter, const BlockDrawing& drawing) const
{
    const BlockLook& look = lookOf(drawing.block->row);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (drawing.faded)
        painter.setOpacity(0.45);
    if (!drawing.strip.isEmpty()) {
        painter.setClipPath(rounded(drawing.strip, 3));
        painter.fillRect(drawing.strip, look.fill);
        painter.fillRect(QRect(drawing.strip.topLeft(), QSize(BarWidth, drawing.strip.height())), look.edge);
        painter.setClipping(false);
    }
    if (!drawing.rect.isEmpty()) {
        const QRect& rect = drawing.rect;
        if (drawing.gaps.empty() && !look.outlineOnly) {
            paintSolid(painter, rect, look);
        } else if (!look.outlineOnly || drawing.block->row.isDeskHold) {
            QRegion solid(rect);
            for (const QRect& gap : drawing.gaps)
                solid -= gap;
            painter.setClipPath(rounded(rect));
            for (const QRect& part : solid)
                painter.fillRect(part, look.fill);
            for (const QRect& gap : drawing.gaps)
                painter.fillRect(gap, look.gapFill);
            if (!look.outlineOnly)
                painter.fillRect(QRect(rect.topLeft(), QSize(BarWidth, rect.height())), look.edge);
            painter.setClipping(false);
        }
        // Who was squeezed in is marked by a broken bar too: such blocks are narrow and may have no room for the sign.
        for (int y = rect.top() + 4; drawing.block->row.squeezed && y < rect.bottom(); y += 8)
            painter.fillRect(QRect(rect.left(), y, BarWidth, 4), m_theme.surface);
        QPen dashes(look.edge, 1, Qt::CustomDashLine);
        dashes.setDashPattern({3, 3});
        painter.setPen(dashes);
        for (const QRect& gap : drawing.gaps) {
            painter.drawLine(QPointF(rect.left() + BarWidth, gap.top() + 0.5), QPointF(rect.right(), gap.top() + 0.5));
            painter.drawLine(QPointF(rect.left() + BarWidth, gap.bottom() + 0.5),
                             QPointF(rect.right(), gap.bottom() + 0.5));
        }
    }
    const QRectF outline = QRectF(drawing.rect.isEmpty() ? drawing.strip : drawing.rect);
    painter.setBrush(Qt::NoBrush);
    if (look.outlineOnly || drawing.cut || drawing.saving) {
        QPen pen(look.outlineOnly ? look.edge : m_theme.accent, 1.8, Qt::CustomDashLine);
        pen.setDashPattern(drawing.saving && !drawing.cut ? QVector<qreal>{1, 2.5} : QVector<qreal>{3.5, 2.5});
        painter.setPen(pen);
        painter.drawRoundedRect(outline.adjusted(1, 1, -1, -1), Corner, Corner);
    }
    if (drawing.refused) {
        painter.setPen(QPen(m_theme.redText, 2));
        painter.drawRoundedRect(outline.adjusted(1, 1, -1, -1), Corner, Corner);
    }
    if (drawing.selected) {
        const QColor ring = m_theme.dark ? mixed(m_theme.accent, Qt::white, 0.6) : m_theme.accent;
        painter.setPen(QPen(drawing.current ? ring : mixed(ring, m_theme.textSoft, 0.4), 2));
        painter.drawRoundedRect(outline.adjusted(-1, -1, 1, 1), Corner + 1, Corner + 1);
    }
    painter.restore();
}

void BlockPainter::paintGhost(QPainter& painter, const QRect& rect, const Appointment& row, TimeSlot slot, bool refused)
{
    const BlockLook& look = lookOf(row);
    const QColor edge = refused ? m_theme.redText : m_theme.accent;
    const QColor fill = refused ? mixed(m_theme.red, m_theme.surface, m_theme.dark ? 0.4 : 0.14) : look.fill;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(0.94);
    painter.setBrush(fill);
    painter.setPen(QPen(edge, 2));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), Corner, Corner);
    painter.setOpacity(1);
    const int line = m_texts.lineHeight(Face::Name);
    const int top = rect.top() + std::clamp((rect.height() - 2 * line) / 2, 1, 4);
    const int left = rect.left() + PadLeft;
    const int width = rect.width() - PadLeft - PadRight;
    const bool whole = m_texts.widthOf(Face::Name, timeText(slot, m_zone)) <= width;
    const QString when = whole ? timeText(slot, m_zone) : timeText(slot.start, m_zone);
    const bool twoLines = rect.height() >= 2 * line - 2;
    const bool timeless = m_texts.widthOf(Face::Name, when) > width;
    painter.setPen(readableOn(refused ? m_theme.redText : m_theme.text, fill));
    if (timeless) { // the beginning of a time would be another time
        m_texts.draw(painter, {left, top}, Face::Name, nameOf(row), width);
        painter.restore();
        return;
    }
    const QString first = twoLines ? when : when + QLatin1Char(' ') + nameOf(row);
    m_texts.draw(painter, {left, top}, Face::Name, first, width);
    if (twoLines)
        m_texts.draw(painter, {left, top + line}, Face::Name, nameOf(row), width);
    painter.restore();
}

QRect BlockPainter::paintBubble(QPainter& painter, const QRect& beside, const QRect& within, const QString& text,
                                bool bad)
{
    const int width = std::clamp(beside.width(), 200, std::max(within.width() - 8, 60));
    const QRect area(0, 0, width - 16, 10000);
    const QFontMetrics metrics(m_texts.font(Face::Detail));
    const QRect needed = metrics.boundingRect(area, Qt::TextWordWrap, text);
    QRect box(beside.left(), beside.bottom() + 4, width, needed.height() + 10);
    if (box.bottom() > within.bottom())
        box.moveBottom(beside.top() - 4);
    box.moveLeft(std::clamp(box.left(), within.left() + 2, std::max(within.right() - width - 2, within.left() + 2)));
    const QColor fill = bad ? mixed(m_theme.red, m_theme.surface, m_theme.dark ? 0.35 : 0.1) : m_theme.surface;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(QPen(bad ? m_theme.redText : m_theme.lineStrong, 1));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(readableOn(bad ? m_theme.redText : m_theme.text, fill));
    painter.setFont(m_texts.font(Face::Detail));
    painter.drawText(box.adjusted(8, 4, -8, -4), Qt::TextWordWrap, text);
    painter.restore();
    return box;
}

} // namespace frontdesk
