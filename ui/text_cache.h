#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

class QPainter;

namespace frontdesk
{

/// Laid-out, elided lines of plain text, kept from one paint to the next: laying out is what painting a day costs.
class TextCache
{
public:
    enum class Face { Name, Detail, Small, Badge, Count };

    TextCache();
    void setFont(const QFont& base); ///< drops what was laid out for another font

    [[nodiscard]] const QFont& font(Face face) const { return m_fonts[size_t(face)]; }
    [[nodiscard]] int lineHeight(Face face) const { return m_heights[size_t(face)]; }
    /// Elided at its end to the width, in pixels, between whole characters; where there is room for few of them,
    /// without the dots.
    [[nodiscard]] QString shown(Face face, const QString& text, int width)
    {
        return line(face, text, width).text.text();
    }
    /// The line with its upper left corner there, in the painter's pen. Every script stands on one baseline.
    void draw(QPainter& painter, QPoint at, Face face, const QString& text, int width);
    [[nodiscard]] int widthOf(Face face, const QString& text);

private:
    struct Line {
        QStaticText text;
        double down = 0; ///< from the corner, since a text lies on the ascent of the font that its script is found in
    };
    [[nodiscard]] const Line& line(Face face, const QString& text, int width);

    QFont m_base;
    std::array<QFont, size_t(Face::Count)> m_fonts;
    std::array<int, size_t(Face::Count)> m_heights{};
    QCache<QString, Line> m_lines;
    QHash<QString, int> m_widths;
};

} // namespace frontdesk
