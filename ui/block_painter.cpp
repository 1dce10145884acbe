#include "ui/block_painter.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BlockPainter)
};

constexpr int BarWidth = 4;
constexpr double Corner = 4;
constexpr int PadLeft = 10;
constexpr int PadRight = 6;
constexpr int LeftMargin = 4; ///< between the column's line and the block
constexpr int RightMargin = 7;
constexpr int StripWidth = 14;
constexpr int OverStrip = 18;
constexpr int SignGap = 4;

using Face = TextCache::Face;

QPainterPath rounded(const QRectF& rect, double radius = Corner)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

/// A bar at the left and the fill beside it, each a plain rectangle; a clip for round corners would cost more than all
/// the rest of a block. The corners are given back to the ground.
void paintSolid(QPainter& painter, const QRect& rect, const BlockLook& look)
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

BlockDrawing drawingOf(const DayBlock& block, const DayGeometry& geometry, QPoint origin)
{
    BlockDrawing drawing;
    drawing.block = &block;
    const QRect column = geometry.rectOf(block.row.slot, block.column).translated(origin);
    const int left = column.left() + LeftMargin;
    const int room = std::max(column.width() - LeftMargin - RightMargin, 8);
    int x = left + room * block.lane.index / block.lane.count;
    int right =
        left + room * (block.lane.index + 1) / block.lane.count - (block.lane.index + 1 < block.lane.count ? 2 : 0);
    if (block.overStrip)
        x += OverStrip;
    const auto band = [&](TimeSlot slot, int width) {
        const QRect rows = geometry.rectOf(slot, block.column).translated(origin);
        return slot.isEmpty() ? QRect() : QRect(x, rows.top(), width, std::max(rows.height(), 3));
    };
    const int width = std::max(right - x, 6);
    drawing.lane = band(block.row.slot, width);
    drawing.rect = band(block.full, width).adjusted(0, 1, 0, 0);
    drawing.strip = band(block.strip, std::min(StripWidth, width)).adjusted(0, 1, 0, 0);
    if (block.strip.isEmpty()) {
        const Appointment& row = block.row;
        drawing.before = band({row.slot.start - row.bufferBefore, row.slot.start}, width);
        drawing.after = band({row.slot.end, row.slot.end + row.bufferAfter}, width);
    }
    for (const TimeSlot& gap : block.gaps)
        drawing.gaps.push_back(band(gap, width));
    return drawing;
}

void BlockPainter::setScene(const Theme& theme, const Zone& zone, Instant now)
{
    if (m_hatch.style() == Qt::NoBrush || theme.dark != m_theme.dark) {
        m_looks.clear();
        m_hatch = stripes(theme.hatch, 7, 0.8);
    }
    m_theme = theme;
    m_zone = zone;
    m_now = now;
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

QRect BlockPainter::firstLine(const BlockDrawing& drawing) const
{
    const QRect& rect = drawing.rect;
    const int line = m_texts.lineHeight(Face::Name);
    const int both = line + m_texts.lineHeight(Face::Detail);
    const int height = rect.height();
    // Two lines stand at the top with what room there is; a single one in the middle of a low block.
    const int solid = drawing.gaps.empty() ? height : drawing.gaps.front().top() - rect.top();
    int top = std::clamp((std::min(solid, height) - both) / 2, 0, 4);
    if (height < both)
        top = (height - std::min(line, height)) / 2;
    return {rect.left() + PadLeft, rect.top() + top, rect.width() - PadLeft - PadRight, std::min(line, height)};
}

int BlockPainter::paintSigns(QPainter* painter, const BlockDrawing& drawing, const BlockLook& look, const QRect& line,
                             QRect* dot)
{
    BlockSigns signs = signsOf(drawing.block->row, m_now);
    if (drawing.saving)
        signs.marks.insert(signs.marks.begin(), Mark::Saving);
    if (drawing.refused)
        signs.marks.insert(signs.marks.begin(), Mark::Refused);
    int x = line.right() + 1;
    // The name comes first: signs take what it leaves, and at least a third of a wide block.
    const int nameWidth = m_texts.widthOf(Face::Name, titleOf(drawing.block->row));
    const int limit = line.left() + std::min(nameWidth + SignGap, line.width() * 7 / 10);
    const int middle = line.center().y() + 1;
    const int badgeHeight = std::min(m_texts.lineHeight(Face::Badge) + 1, drawing.rect.height() - 2);
    if (signs.badge) {
        if (m_texts.widthOf(Face::Badge, signs.badge->text) + 12 > line.width() * 2 / 3)
            signs.badge->text = signs.badge->text.section(QLatin1Char(' '), 0, 0);
        if (m_texts.widthOf(Face::Badge, signs.badge->text) + 12 > line.width())
            signs.badge->text.clear(); // a dot of its colour is left
        const bool isDot = signs.badge->text.isEmpty();
        const int width = isDot ? 8 : m_texts.widthOf(Face::Badge, signs.badge->text) + 12;
        const int height = isDot ? 8 : badgeHeight;
        const QRect pill(x - width + 2, middle - height / 2, width, height);
        if (painter != nullptr) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(badgeColour(m_theme, signs.badge->tone));
            painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
            painter->setPen(Qt::white);
            painter->setFont(m_texts.font(Face::Badge));
            painter->drawStaticText(pill.left() + 6, pill.top() + (badgeHeight - m_texts.lineHeight(Face::Badge)) / 2,
                                    m_texts.line(Face::Badge, signs.badge->text, width));
        }
        if (dot != nullptr)
            *dot = pill;
        x = pill.left() - SignGap;
    }
    if (!signs.minutes.isEmpty()) {
        const int width = m_texts.widthOf(Face::Detail, signs.minutes);
        x -= width;
        if (painter != nullptr) {
            painter->setPen(look.text);
            painter->setFont(m_texts.font(Face::Detail));
            painter->drawStaticText(x, line.top() + (line.height() - m_texts.lineHeight(Face::Detail)) / 2 + 1,
                                    m_texts.line(Face::Detail, signs.minutes, width));
        }
        x -= SignGap;
    }
    for (auto mark = signs.marks.rbegin(); mark != signs.marks.rend() && x - MarkSize > limit; ++mark) {
        const int size = std::min(MarkSize, drawing.rect.height());
        const QRect box(x - size, middle - size / 2, size, size);
        const bool isDot = *mark == Mark::Booked || *mark == Mark::Asked || *mark == Mark::Confirmed;
        if (painter != nullptr) {
            QColor colour = look.textSoft;
            if (*mark == Mark::Alert || *mark == Mark::FirstVisit || *mark == Mark::InService)
                colour = look.text;
            if (*mark == Mark::Refused)
                colour = m_theme.red;
            if (isDot && drawing.dotHovered) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(mixed(look.edge, look.fill, 0.35));
                painter->drawEllipse(box.adjusted(-3, -3, 3, 3));
                colour = look.text;
            }
            paintMark(*painter, *mark, box, colour);
        }
        if (isDot && dot != nullptr)
            *dot = box.adjusted(-4, -4, 5, 4);
        x = box.left() - SignGap;
    }
    return line.right() + 1 - x;
}

QRect BlockPainter::statusDot(const BlockDrawing& drawing)
{
    QRect dot;
    if (!drawing.rect.isEmpty())
        paintSigns(nullptr, drawing, {}, firstLine(drawing), &dot);
    return drawing.block->row.status == Status::Booked ? dot : QRect();
}

QString BlockPainter::detailText(const Appointment& row, TimeSlot slot, bool withEnd) const
{
    if (row.heldUntil && (row.isDeskHold || row.status == Status::Held)) {
        const QString left = countdownText(*row.heldUntil, m_now);
        return row.serviceName.isEmpty() ? left : row.serviceName + QStringLiteral(" · ") + left;
    }
    const QString when = withEnd ? timeText(slot, m_zone) : timeText(slot.start, m_zone);
    const QString what = row.client.isValid() ? row.serviceName : QString();
    return what.isEmpty() ? when : when + QLatin1Char(' ') + what;
}

void BlockPainter::paintLines(QPainter& painter, const BlockDrawing& drawing, const BlockLook& look, const QRect& inner,
                              int signsWidth)
{
    const Appointment& row = drawing.block->row;
    const int height = drawing.rect.height();
    const bool small = height < m_texts.lineHeight(Face::Name) - 3;
    const Face nameFace = small ? Face::Small : Face::Name;
    const Face detailFace = small ? Face::Small : Face::Detail;
    const int room = inner.width() - signsWidth;
    const QString title = row.isDeskHold ? Words::tr("%1 is booking").arg(row.label) : titleOf(row);
    const int y = small ? drawing.rect.top() + (height - m_texts.lineHeight(Face::Small)) / 2 : inner.top();
    if (height < m_texts.lineHeight(Face::Small) - 4 || room < 8)
        return;
    painter.setPen(look.text);
    painter.setFont(m_texts.font(nameFace));
    painter.drawStaticText(inner.left(), y, m_texts.line(nameFace, title, room));

    const int name = m_texts.lineHeight(Face::Name);
    const int detail = m_texts.lineHeight(Face::Detail);
    painter.setPen(look.textSoft);
    painter.setFont(m_texts.font(detailFace));
    if (height >= name + detail - 2) {
        const QString whole = detailText(row, row.slot, true);
        const bool fits = m_texts.widthOf(detailFace, whole) <= inner.width();
        // Where developing starts early the two lines stand closer, above its dashes.
        const int solid = drawing.gaps.empty() ? height : drawing.gaps.front().top() - drawing.rect.top();
        const int down = std::clamp(solid - (inner.top() - drawing.rect.top()) - detail, name - 4, name);
        painter.drawStaticText(
            inner.left(), inner.top() + down,
            m_texts.line(detailFace, fits ? whole : detailText(row, row.slot, false), inner.width()));
        return;
    }
    // What doesn't fit whole is left out, from the right: the service, then the time.
    const int left = room - m_texts.widthOf(nameFace, title) - 6;
    const int drop = small ? 0 : (name - detail + 1) / 2;
    const QString all = detailText(row, row.slot, false);
    const QString time = timeText(row.slot.start, m_zone);
    const bool isShort = m_texts.widthOf(detailFace, all) > left + m_texts.widthOf(detailFace, QStringLiteral("xx"));
    const QString text = isShort ? time : all;
    if (m_texts.widthOf(detailFace, isShort ? time : QString()) <= left)
        painter.drawStaticText(inner.left() + room - left, y + drop, m_texts.line(detailFace, text, left));
}

void BlockPainter::paintStripText(QPainter& painter, const BlockDrawing& drawing)
{
    const Appointment& row = drawing.block->row;
    const int left = drawing.strip.right() + 6;
    const int width = drawing.lane.right() - left;
    if (width < 40 || drawing.strip.height() < m_texts.lineHeight(Face::Small))
        return;
    const bool noShow = row.status == Status::NoShow;
    const QString state = noShow ? Words::tr("no-show") : Words::tr("done");
    const QString name = titleOf(row);
    const int stateWidth = m_texts.widthOf(Face::Detail, state);
    const int nameWidth = std::min(m_texts.widthOf(Face::Detail, name), width - stateWidth - 5);
    painter.setPen(noShow ? m_theme.redText : m_theme.textSoft);
    int x = left;
    if (nameWidth > 20) {
        painter.setFont(m_texts.font(Face::Detail));
        painter.drawStaticText(x, drawing.strip.top() + 1, m_texts.line(Face::Detail, name, nameWidth));
        const int middle = drawing.strip.top() + 2 + m_texts.lineHeight(Face::Detail) / 2;
        if (noShow)
            painter.drawLine(x, middle, x + nameWidth, middle);
        x += nameWidth + 5;
    }
    painter.setFont(m_texts.font(Face::Detail));
    painter.drawStaticText(x, drawing.strip.top() + 1, m_texts.line(Face::Detail, state, left + width - x));
    const int second = drawing.strip.top() + 1 + m_texts.lineHeight(Face::Detail);
    if (second + m_texts.lineHeight(Face::Detail) <= drawing.strip.bottom() + 2) {
        painter.setPen(m_theme.textSoft);
        painter.drawStaticText(left, second, m_texts.line(Face::Detail, Words::tr("free again"), width));
    }
}

void BlockPainter::paintText(QPainter& painter, const BlockDrawing& drawing)
{
    const BlockLook& look = lookOf(drawing.block->row);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (drawing.faded)
        painter.setOpacity(0.45);
    if (!drawing.rect.isEmpty()) {
        const QRect line = firstLine(drawing);
        const int signs = paintSigns(&painter, drawing, look, line, nullptr);
        paintLines(painter, drawing, look, line, signs);
        if (drawing.gapText) {
            const QString who = firstName(drawing.block->row.staffName);
            const QString text = Words::tr("developing · %1 free").arg(who);
            painter.setPen(look.textSoft);
            painter.setFont(m_texts.font(Face::Detail));
            for (const QRect& gap : drawing.gaps) {
                if (gap.height() >= m_texts.lineHeight(Face::Detail) && gap.top() > line.bottom())
                    painter.drawStaticText(line.left(), gap.top() + 3, m_texts.line(Face::Detail, text, line.width()));
            }
        }
    } else if (drawing.stripText) {
        paintStripText(painter, drawing);
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
    const bool twoLines = rect.height() >= 2 * line - 2;
    painter.setPen(readableOn(refused ? m_theme.redText : m_theme.text, fill));
    painter.setFont(m_texts.font(Face::Name));
    const QString when = timeText(slot, m_zone);
    painter.drawStaticText(left, top,
                           m_texts.line(Face::Name, twoLines ? when : when + QLatin1Char(' ') + titleOf(row), width));
    if (twoLines)
        painter.drawStaticText(left, top + line, m_texts.line(Face::Name, titleOf(row), width));
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
