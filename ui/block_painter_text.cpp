#include "ui/block_painter.h"
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

constexpr int SignGap = 4;

using Face = TextCache::Face;

} // namespace

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

} // namespace frontdesk
