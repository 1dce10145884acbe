#include "ui/text_cache.h"

#include "ui/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <cmath>

namespace frontdesk
{

namespace
{

constexpr int NarrowName = 60; ///< pixels; here letters say more than dots
constexpr int NarrowLine = 40;

/// As many whole characters as fit.
QString beginningOf(const QString& text, const QFont& font, int width)
{
    const QFontMetrics metrics(font);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        if (metrics.horizontalAdvance(text.left(next)) > width)
            break;
        end = next;
    }
    return text.left(end);
}

QString elided(const QString& text, const QFont& font, int width)
{
    const QFontMetrics metrics(font);
    const QChar dots(0x2026);
    QString shown = metrics.elidedText(text, Qt::ElideRight, width);
    // Letters that join are narrower there than where the text breaks off.
    for (int room = width; metrics.horizontalAdvance(shown) > width && room > 0; room -= 4)
        shown = beginningOf(text, font, room) + dots;
    return shown;
}

/// Of the fonts that the text is really written in.
double ascentOf(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? line.ascent() : QFontMetricsF(font).ascent();
}

} // namespace

TextCache::TextCache() : m_lines(4000)
{
    setFont(QFont());
}

void TextCache::setFont(const QFont& base)
{
    if (base == m_base && m_heights[0] != 0)
        return;
    m_base = base;
    m_lines.clear();
    m_widths.clear();
    m_fonts[size_t(Face::Name)] = scaled(base, 1, QFont::DemiBold);
    m_fonts[size_t(Face::Detail)] = scaled(base, 0.93);
    m_fonts[size_t(Face::Small)] = scaled(base, 0.84);
    m_fonts[size_t(Face::Badge)] = scaled(base, 0.88, QFont::Bold);
    for (size_t face = 0; face < m_fonts.size(); ++face)
        m_heights[face] = QFontMetrics(m_fonts[face]).height();
}

const TextCache::Line& TextCache::line(Face face, const QString& text, int width)
{
    const QString key =
        QString::number(int(face)) + QLatin1Char(':') + QString::number(width) + QLatin1Char(':') + text;
    if (const Line* found = m_lines.object(key))
        return *found;
    // One line, whatever was typed: line breaks and tabs become spaces.
    const QFont& lineFont = font(face);
    QString shown = text.simplified();
    if (widthOf(face, shown) > width)
        shown = width < (face == Face::Name ? NarrowName : NarrowLine) ? beginningOf(shown, lineFont, width)
                                                                       : elided(shown, lineFont, width);
    auto* laidOut = new Line{QStaticText(shown), QFontMetricsF(lineFont).ascent() - ascentOf(shown, lineFont)};
    laidOut->text.setTextFormat(Qt::PlainText);
    laidOut->text.setPerformanceHint(QStaticText::AggressiveCaching);
    laidOut->text.prepare({}, lineFont);
    m_lines.insert(key, laidOut);
    return *laidOut;
}

void TextCache::draw(QPainter& painter, QPoint at, Face face, const QString& text, int width)
{
    const Line& laidOut = line(face, text, width);
    painter.setFont(font(face));
    painter.drawStaticText(QPointF(at.x(), at.y() + std::round(laidOut.down)), laidOut.text);
}

int TextCache::widthOf(Face face, const QString& text)
{
    if (m_widths.size() > 8000)
        m_widths.clear();
    const QString key = QString::number(int(face)) + text;
    const auto found = m_widths.constFind(key);
    if (found != m_widths.constEnd())
        return *found;
    const int width = QFontMetrics(font(face)).horizontalAdvance(text);
    m_widths.insert(key, width);
    return width;
}

} // namespace frontdesk
