#pragma once

#include "paper/sheet_lines.h"

#include <QRectF>

#include <array>

namespace frontdesk
{

/// Where things stand on a page of the day sheet, in points (1/72 inch) from the paper's upper left corner. Pure: the
/// texts don't move anything, a row has room for two lines of them.
class SheetLayout
{
public:
    /// Every field has a column; where Phone and Rooms have no width they stand under Name and Service.
    enum Field { Time, Name, Phone, Service, Rooms, Remark, FieldCount };

    /// One staff member has the page to themself: larger.
    SheetLayout(QSizeF paper, bool oneStaff);

    struct Column {
        double x = 0;
        double width = 0;
    };
    [[nodiscard]] const Column& column(Field field) const { return m_columns[field]; }
    [[nodiscard]] const QRectF& head() const { return m_head; }
    [[nodiscard]] const QRectF& body() const { return m_body; } ///< its top line has the names of the columns
    [[nodiscard]] const QRectF& foot() const { return m_foot; }
    [[nodiscard]] bool isStacked() const { return m_oneStaff; }
    [[nodiscard]] double heightOf(SheetLine::Kind kind) const;
    [[nodiscard]] Minutes step() const { return m_oneStaff ? Minutes(30) : Minutes(60); }
    /// The size of a text in points; names are larger.
    [[nodiscard]] double textSize() const { return m_oneStaff ? 11 : 9; }
    [[nodiscard]] double nameSize() const { return m_oneStaff ? 13 : 10; }

    /// The heading of a section, or one of its lines, at its place.
    struct Placed {
        static constexpr size_t Heading = size_t(-1);
        size_t section = 0;
        size_t line = Heading;
        bool continued = false; ///< of a heading: the section began on the page before
        double y = 0;
        double height = 0;
    };
    using Page = std::vector<Placed>;
    /// At least one page. A heading stands over at least two of its lines (or all, if it has fewer), and is repeated
    /// where its section goes on. Lines that leave much of a single page empty are higher.
    [[nodiscard]] std::vector<Page> pages(const std::vector<std::vector<SheetLine>>& sections) const;

    static constexpr double ColumnHeads = 15;
    static constexpr double Heading = 27;

private:
    [[nodiscard]] double stretchOf(const std::vector<std::vector<SheetLine>>& sections) const;

    bool m_oneStaff;
    QRectF m_head;
    QRectF m_body;
    QRectF m_foot;
    std::array<Column, FieldCount> m_columns;
};

} // namespace frontdesk
