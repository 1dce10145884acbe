#include "paper/day_sheet.h"

#include "paper/paper_words.h"
#include "paper/sheet_layout.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DaySheet)
};

class DaySheet
{
public:
    DaySheet(QPagedPaintDevice& device, const PaperDay& day)
        : m_device(device), m_day(day), m_layout(paperOf(device), day.oneStaff), m_ink(device)
    {
        for (const PaperStaff& staff : day.staff)
            m_lines.push_back(linesOf(staff, day.place.zone, m_layout.step()));
    }

    int paint()
    {
        if (!m_ink.isActive())
            return 0;
        const std::vector<SheetLayout::Page> pages = m_layout.pages(m_lines);
        for (size_t page = 0; page < pages.size(); ++page) {
            if (page > 0)
                m_device.newPage();
            drawHead(m_ink, m_layout.head(), m_day.place, wholeDate(m_day.date), {});
            drawColumnHeads();
            for (const SheetLayout::Placed& placed : pages[page])
                draw(placed);
            if (m_day.staff.empty())
                m_ink.text(m_layout.body(), Words::tr("Nobody works on this day, and nothing is booked."),
                           {11, false, false, false, Qt::AlignHCenter | Qt::AlignVCenter});
            drawFoot(m_ink, m_layout.foot(), m_day.place, legend(), int(page) + 1, int(pages.size()));
        }
        return int(pages.size());
    }

private:
    using Field = SheetLayout::Field;

    void drawColumnHeads()
    {
        const bool stacked = m_layout.isStacked();
        const QString heads[] = {Words::tr("Time"),  stacked ? Words::tr("Client, phone") : Words::tr("Client"),
                                 Words::tr("Phone"), stacked ? Words::tr("Service, room") : Words::tr("Service"),
                                 Words::tr("Room"),  Words::tr("Remark")};
        const double top = m_layout.body().top();
        for (int field = 0; field < SheetLayout::FieldCount; ++field) {
            const SheetLayout::Column& column = m_layout.column(Field(field));
            if (column.width > 0)
                m_ink.text(cell(Field(field), {0, top, 0, SheetLayout::ColumnHeads}), heads[field], {9, false, true});
        }
    }

    void draw(const SheetLayout::Placed& placed)
    {
        const PaperStaff& staff = m_day.staff[placed.section];
        if (placed.line == SheetLayout::Placed::Heading) {
            drawHeading(staff, placed);
            return;
        }
        const SheetLine& line = m_lines[placed.section][placed.line];
        const QRectF row(m_layout.body().left(), placed.y, m_layout.body().width(), placed.height);
        switch (line.kind) {
        case SheetLine::Kind::Visit:
            drawTime(line.slot, row, {m_layout.textSize(), true, false, staff.visits[line.visit].noShow});
            drawVisit(staff.visits[line.visit], row);
            break;
        case SheetLine::Kind::Free:
            drawTime(line.slot, row, {m_layout.textSize(), false, true});
            break;
        case SheetLine::Kind::Break:
            drawTime(line.slot, row, {m_layout.textSize(), false, true});
            m_ink.text(cell(SheetLayout::Name, row), Words::tr("Break"), {m_layout.textSize(), false, true});
            break;
        }
        if (line.kind != SheetLine::Kind::Break)
            drawColumnLines(row);
        m_ink.line(row.bottomLeft(), row.bottomRight(), PaperInk::Line::Thin);
    }

    void drawHeading(const PaperStaff& staff, const SheetLayout::Placed& placed)
    {
        const QRectF row(m_layout.body().left(), placed.y, m_layout.body().width(), placed.height - 3);
        QString name = staff.name.isEmpty() ? Words::tr("Without a staff member") : staff.name;
        if (placed.continued)
            name = Words::tr("%1 (continued)").arg(name);
        const PaperInk::Style style{m_layout.nameSize() + 2, true, false, false, Qt::AlignLeft | Qt::AlignBottom};
        const QString hours = placed.continued ? QString() : hoursText(staff);
        const PaperInk::Style small{10, false, false, false, Qt::AlignRight | Qt::AlignBottom};
        const double taken = hours.isEmpty() ? 0 : m_ink.widthOf(hours, small) + 12;
        m_ink.text(row.adjusted(0, 0, -taken, 0), name, style);
        m_ink.text(row, hours, small);
        m_ink.line({row.left(), row.bottom() + 3}, {row.right(), row.bottom() + 3}, PaperInk::Line::Thick);
    }

    /// "09:00–13:00, 13:30–18:00"
    [[nodiscard]] QString hoursText(const PaperStaff& staff) const
    {
        if (staff.name.isEmpty())
            return {};
        QStringList spans;
        for (const TimeSlot& slot : staff.open)
            spans += wallTimes(slot, m_day.place.zone);
        return spans.isEmpty() ? Words::tr("not at work on this day") : spans.join(QStringLiteral(", "));
    }

    [[nodiscard]] QRectF cell(Field field, const QRectF& row) const
    {
        const SheetLayout::Column& column = m_layout.column(field);
        const double inset = field == SheetLayout::Time ? 0 : 4;
        return {column.x + inset, row.top() + 1, column.width - inset - 3, row.height() - 2};
    }

    void drawTime(TimeSlot slot, const QRectF& row, const PaperInk::Style& style)
    {
        m_ink.text(cell(SheetLayout::Time, row), wallTimes(slot, m_day.place.zone), style);
    }

    void drawVisit(const PaperVisit& visit, const QRectF& row)
    {
        const QString name = visit.alert ? QStringLiteral("! ") + visit.name : visit.name;
        const PaperInk::Style bold{m_layout.nameSize(), true, false, visit.noShow};
        const PaperInk::Style plain{m_layout.textSize(), false, false, visit.noShow};
        if (m_layout.isStacked()) {
            drawPair(SheetLayout::Name, row, name, bold, visit.phone, plain);
            drawPair(SheetLayout::Service, row, visit.service, plain, visit.rooms, plain);
        } else {
            m_ink.text(cell(SheetLayout::Name, row), name, bold, 2);
            m_ink.text(cell(SheetLayout::Phone, row), visit.phone, plain, 2);
            m_ink.text(cell(SheetLayout::Service, row), visit.service, plain, 2);
            m_ink.text(cell(SheetLayout::Rooms, row), visit.rooms, plain, 2);
        }
        m_ink.text(cell(SheetLayout::Remark, row), remark(visit), {9, false, true}, 2);
    }

    /// One over the other; alone it has both lines.
    void drawPair(Field field, const QRectF& row, const QString& upper, const PaperInk::Style& upperStyle,
                  const QString& lower, const PaperInk::Style& lowerStyle)
    {
        const QRectF box = cell(field, row);
        if (lower.isEmpty()) {
            m_ink.text(box, upper, upperStyle, 2);
            return;
        }
        const double half = box.height() / 2;
        m_ink.text({box.left(), box.top(), box.width(), half}, upper, upperStyle);
        m_ink.text({box.left(), box.top() + half, box.width(), half}, lower, lowerStyle);
    }

    static QString remark(const PaperVisit& visit)
    {
        QStringList words;
        if (visit.noShow)
            words += Words::tr("did not come");
        if (visit.held)
            words += Words::tr("held");
        if (!visit.note.isEmpty())
            words += visit.note;
        return words.join(QStringLiteral(" · "));
    }

    void drawColumnLines(const QRectF& row)
    {
        for (int field = SheetLayout::Name; field < SheetLayout::FieldCount; ++field) {
            const SheetLayout::Column& column = m_layout.column(Field(field));
            if (column.width > 0)
                m_ink.line({column.x, row.top()}, {column.x, row.bottom()}, PaperInk::Line::Thin);
        }
    }

    [[nodiscard]] QString legend() const
    {
        for (const PaperStaff& staff : m_day.staff) {
            if (std::ranges::any_of(staff.visits, &PaperVisit::alert))
                return alertLegend();
        }
        return {};
    }

    QPagedPaintDevice& m_device;
    const PaperDay& m_day;
    SheetLayout m_layout;
    PaperInk m_ink;
    std::vector<std::vector<SheetLine>> m_lines;
};

} // namespace

int paintDaySheet(QPagedPaintDevice& device, PaperSize size, const PaperDay& day)
{
    setPaper(device, size, QPageLayout::Portrait);
    return DaySheet(device, day).paint();
}

} // namespace frontdesk
