#include "paper/paper_ink.h"

#include <QFontMetricsF>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QTextLayout>

#include <algorithm>

namespace frontdesk
{

namespace
{

const QColor black(0, 0, 0);
const QColor greyText(80, 80, 80);
const QColor greyLine(130, 130, 130);

/// The lines that a text takes within a width; the last of those allowed is cut when there are more.
QStringList brokenLines(const QString& text, const QFont& font, QPaintDevice& device, double width, int most)
{
    const QFontMetricsF metrics(font, &device);
    QTextLayout layout(text, font, &device);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        if (lines.size() == most - 1) {
            lines += metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        line.setLineWidth(width);
        lines += text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

} // namespace

PaperSize usualPaper(const QLocale& locale)
{
    switch (locale.country()) {
    case QLocale::UnitedStates:
    case QLocale::Canada:
    case QLocale::Mexico:
    case QLocale::Philippines:
    case QLocale::Chile:
    case QLocale::Colombia:
    case QLocale::CostaRica:
    case QLocale::DominicanRepublic:
    case QLocale::ElSalvador:
    case QLocale::Guatemala:
    case QLocale::Nicaragua:
    case QLocale::Panama:
    case QLocale::PuertoRico:
    case QLocale::Venezuela:
    case QLocale::Belize:
        return PaperSize::Letter;
    default:
        return PaperSize::A4;
    }
}

std::optional<PaperSize> paperFromName(QStringView name)
{
    for (const PaperSize size : {PaperSize::A4, PaperSize::Letter}) {
        if (name.compare(nameOf(size), Qt::CaseInsensitive) == 0)
            return size;
    }
    return {};
}

QString nameOf(PaperSize size)
{
    return size == PaperSize::A4 ? QStringLiteral("A4") : QStringLiteral("Letter");
}

void setPaper(QPagedPaintDevice& device, PaperSize size, QPageLayout::Orientation orientation)
{
    QPageLayout layout(QPageSize(size == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter), orientation, QMarginsF());
    layout.setMode(QPageLayout::FullPageMode);
    device.setPageLayout(layout);
}

QSizeF paperOf(const QPagedPaintDevice& device)
{
    return device.pageLayout().fullRect(QPageLayout::Point).size();
}

PaperInk::PaperInk(QPagedPaintDevice& device)
    : m_device(device), m_scale(device.logicalDpiX() / 72.0), m_painter(&device)
{
}

QFont PaperInk::font(const Style& style) const
{
    // The same on every computer that has the packages of packaging/dependencies; Qt looks further for other scripts.
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPointSizeF(style.size);
    font.setBold(style.bold);
    font.setStrikeOut(style.struck);
    return {font, &m_device};
}

int PaperInk::text(const QRectF& box, const QString& text, const Style& style, int lines)
{
    if (text.isEmpty())
        return 0;
    const QFont used = font(style);
    const QRectF area(box.topLeft() * m_scale, box.size() * m_scale);
    // Noto's line height has room for marks over capitals twice; a little less keeps two lines together.
    const double height = style.size * 1.22 * m_scale;
    const int most = std::clamp(int(area.height() / height), 1, lines);
    const QStringList broken = brokenLines(text.simplified(), used, m_device, area.width(), most);
    double y = area.top();
    if (style.align & Qt::AlignVCenter)
        y += (area.height() - height * double(broken.size())) / 2;
    else if (style.align & Qt::AlignBottom)
        y += area.height() - height * double(broken.size());
    m_painter.setFont(used);
    m_painter.setPen(style.grey ? greyText : black);
    const Qt::Alignment sideways = style.align & Qt::AlignHorizontal_Mask;
    for (const QString& line : broken) {
        m_painter.drawText(QRectF(area.left(), y, area.width(), height),
                           int(sideways | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, line);
        y += height;
    }
    return int(broken.size());
}

double PaperInk::widthOf(const QString& text, const Style& style) const
{
    return QFontMetricsF(font(style), &m_device).horizontalAdvance(text) / m_scale;
}

void PaperInk::setPen(Line kind)
{
    QPen pen(kind == Line::Thick ? black : greyLine, (kind == Line::Thick ? 1.0 : 0.5) * m_scale);
    if (kind == Line::Dotted)
        pen.setDashPattern({1, 4});
    m_painter.setPen(pen);
}

void PaperInk::line(QPointF from, QPointF to, Line kind)
{
    setPen(kind);
    m_painter.drawLine(from * m_scale, to * m_scale);
}

void PaperInk::frame(const QRectF& rect, Line kind)
{
    setPen(kind);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(QRectF(rect.topLeft() * m_scale, rect.size() * m_scale));
}

void PaperInk::clear(const QRectF& rect)
{
    m_painter.fillRect(QRectF(rect.topLeft() * m_scale, rect.size() * m_scale), Qt::white);
}

} // namespace frontdesk
