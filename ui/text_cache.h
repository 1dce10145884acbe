#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>

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
    [[nodiscard]] QStaticText line(Face face, const QString& text, int width);
    [[nodiscard]] int widthOf(Face face, const QString& text);

private:
    QFont m_base;
    std::array<QFont, size_t(Face::Count)> m_fonts;
    std::array<int, size_t(Face::Count)> m_heights{};
    QCache<QString, QStaticText> m_lines;
    QHash<QString, int> m_widths;
};

} // namespace frontdesk
