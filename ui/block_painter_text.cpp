#include "ui/block_painter.h"
#include "ui/cover.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QPainter>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BlockPainter)
};

using Face = TextCache::Face;

} // namespace

QString BlockPainter::nameOf(const Appointment& row) const
{
    return m_covered ? titleOf(covered(row)) : titleOf(row);
}

BlockLines BlockPainter::lines(const BlockDrawing& drawing)
{
    const Appointment& row = drawing.block->row;
    BlockWords words =
        m_covered ? wordsOf(covered(row), m_zone, m_now, m_holdsNow) : wordsOf(row, m_zone, m_now, m_holdsNow);
    std::vector<Mark>& marks = words.signs.marks;
    const auto beforeStatus = [&marks] { return marks.empty() ? marks.end() : std::prev(marks.end()); };
    if (drawing.saving)
        marks.insert(beforeStatus(), Mark::Saving);
    if (drawing.refused)
        marks.insert(beforeStatus(), Mark::Refused);
    return linesOf(drawing, words, m_texts);
}

QRect BlockPainter::statusDot(const BlockDrawing& drawing)
{
    if (drawing.rect.isEmpty() || drawing.block->row.status != Status::Booked)
        return {};
    return lines(drawing).dot;
}

void BlockPainter::paintSigns(QPainter& painter, const BlockDrawing& drawing, const BlockLook& look,
                              const BlockLines& lines)
{
    if (!lines.badge.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(badgeColour(m_theme, lines.badgeTone));
        const double round = lines.badge.height() / 2.0;
        painter.drawRoundedRect(lines.badge, round, round);
        painter.setPen(Qt::white);
        const int down = (lines.badge.height() - m_texts.lineHeight(Face::Badge)) / 2;
        m_texts.draw(painter, lines.badge.topLeft() + QPoint(6, down), Face::Badge, lines.badgeText,
                     lines.badge.width());
    }
    for (const BlockLines::Sign& sign : lines.signs) {
        QColor colour = look.textSoft;
        if (sign.mark == Mark::Alert || sign.mark == Mark::FirstVisit || sign.mark == Mark::InService)
            colour = look.text;
        if (sign.mark == Mark::Refused)
            colour = m_theme.red;
        if (sign.isDot && drawing.dotHovered) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(mixed(look.edge, look.fill, 0.35));
            painter.drawEllipse(sign.box.adjusted(-3, -3, 3, 3));
            colour = look.text;
        }
        paintMark(painter, sign.mark, sign.box, colour);
    }
}

void BlockPainter::paintGapText(QPainter& painter, const BlockDrawing& drawing, const BlockLook& look, int below)
{
    const int left = drawing.rect.left() + PadLeft;
    const int width = drawing.rect.width() - PadLeft - PadRight;
    const QString who = firstName(drawing.block->row.staffName);
    QString text = Words::tr("developing · %1 free").arg(who);
    if (m_texts.widthOf(Face::Detail, text) > width)
        text = Words::tr("%1 free", "a staff member, while it develops").arg(who);
    if (drawing.rect.width() < NarrowColumn && m_texts.widthOf(Face::Detail, text) > width)
        return;
    painter.setPen(look.textSoft);
    for (const QRect& gap : drawing.gaps) {
        if (gap.height() >= m_texts.lineHeight(Face::Detail) && gap.top() + 6 >= below)
            m_texts.draw(painter, {left, gap.top() + 3}, Face::Detail, text, width);
    }
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
    const QString name = nameOf(row);
    const int stateWidth = m_texts.widthOf(Face::Detail, state);
    if (stateWidth > width)
        return;
    const int nameWidth = std::min(m_texts.widthOf(Face::Detail, name), width - stateWidth - 5);
    painter.setPen(noShow ? m_theme.redText : m_theme.textSoft);
    int x = left;
    if (nameWidth > 20) {
        m_texts.draw(painter, {x, drawing.strip.top() + 1}, Face::Detail, name, nameWidth);
        const int middle = drawing.strip.top() + 2 + m_texts.lineHeight(Face::Detail) / 2;
        if (noShow)
            painter.drawLine(x, middle, x + nameWidth, middle);
        x += nameWidth + 5;
    }
    m_texts.draw(painter, {x, drawing.strip.top() + 1}, Face::Detail, state, left + width - x);
    const int second = drawing.strip.top() + 1 + m_texts.lineHeight(Face::Detail);
    if (second + m_texts.lineHeight(Face::Detail) <= drawing.strip.bottom() + 2) {
        painter.setPen(m_theme.textSoft);
        m_texts.draw(painter, {left, second}, Face::Detail, Words::tr("free again"), width);
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
        const BlockLines shown = lines(drawing);
        paintSigns(painter, drawing, look, shown);
        for (const BlockLines::Text& each : shown.texts) {
            painter.setPen(each.soft ? look.textSoft : look.text);
            m_texts.draw(painter, each.at, each.face, each.text, each.width);
        }
        if (drawing.gapText)
            paintGapText(painter, drawing, look, shown.bottom);
    } else if (drawing.stripText) {
        paintStripText(painter, drawing);
    }
    painter.restore();
}

} // namespace frontdesk
