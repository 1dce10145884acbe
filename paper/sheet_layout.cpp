#include "paper/sheet_layout.h"

#include <algorithm>
#include <numeric>

namespace frontdesk
{

namespace
{

// Wider at the left, for the holes of a folder; every printer reaches this far to the edge.
constexpr double LeftMargin = 42;
constexpr double Margin = 28;
constexpr double HeadHeight = 38;
constexpr double FootHeight = 16;
constexpr double MostStretched = 1.3;

/// Widths of the fields in points; the last takes what is left.
constexpr std::array<double, SheetLayout::FieldCount> ManyStaff{66, 124, 86, 102, 56, 0};
constexpr std::array<double, SheetLayout::FieldCount> OneStaff{86, 164, 0, 140, 0, 0};

} // namespace

SheetLayout::SheetLayout(QSizeF paper, bool oneStaff) : m_oneStaff(oneStaff), m_columns{}
{
    const double width = paper.width() - LeftMargin - Margin;
    m_head = QRectF(LeftMargin, Margin, width, HeadHeight);
    m_foot = QRectF(LeftMargin, paper.height() - Margin - FootHeight, width, FootHeight);
    m_body = QRectF(LeftMargin, m_head.bottom(), width, m_foot.top() - m_head.bottom() - 6);
    const auto& widths = oneStaff ? OneStaff : ManyStaff;
    double x = LeftMargin;
    for (size_t field = 0; field < FieldCount; ++field) {
        m_columns[field] = {x, widths[field]};
        x += widths[field];
    }
    m_columns[Remark].width = width - std::accumulate(widths.begin(), widths.end(), 0.0);
}

double SheetLayout::heightOf(SheetLine::Kind kind) const
{
    if (kind == SheetLine::Kind::Break)
        return m_oneStaff ? 20 : 15;
    return m_oneStaff ? 34 : 26;
}

double SheetLayout::stretchOf(const std::vector<std::vector<SheetLine>>& sections) const
{
    double lines = 0;
    for (const std::vector<SheetLine>& section : sections) {
        for (const SheetLine& line : section)
            lines += heightOf(line.kind);
    }
    const double room = m_body.height() - ColumnHeads - Heading * double(sections.size());
    return lines > 0 ? std::clamp(room / lines, 1.0, MostStretched) : 1;
}

std::vector<SheetLayout::Page> SheetLayout::pages(const std::vector<std::vector<SheetLine>>& sections) const
{
    std::vector<Page> pages(1);
    const double top = m_body.top() + ColumnHeads;
    const double bottom = m_body.bottom() + 0.01; // the sum of stretched lines may miss by a rounding
    const double stretch = stretchOf(sections);
    double y = top;
    const auto turn = [&] {
        pages.emplace_back();
        y = top;
    };
    const auto place = [&](size_t section, size_t line, double height, bool continued) {
        pages.back().push_back({section, line, continued, y, height});
        y += height;
    };
    for (size_t section = 0; section < sections.size(); ++section) {
        const std::vector<SheetLine>& lines = sections[section];
        double together = Heading;
        for (size_t line = 0; line < std::min<size_t>(2, lines.size()); ++line)
            together += heightOf(lines[line].kind) * stretch;
        if (y > top && y + together > bottom)
            turn();
        place(section, Placed::Heading, Heading, false);
        for (size_t line = 0; line < lines.size(); ++line) {
            const double height = heightOf(lines[line].kind) * stretch;
            if (y + height > bottom) {
                turn();
                place(section, Placed::Heading, Heading, true);
            }
            place(section, line, height, false);
        }
    }
    return pages;
}

} // namespace frontdesk
