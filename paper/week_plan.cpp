#include "paper/week_plan.h"

#include "paper/paper_words.h"
#include "paper/week_layout.h"

#include <QCoreApplication>

#include <chrono>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WeekPlan)
};

QString weekText(const PaperWeek& week)
{
    const QLocale locale;
    const QDate first = week.days.front().date;
    const QDate last = week.days.back().date;
    return Words::tr("%1 – %2, week %3")
        .arg(locale.toString(first, Words::tr("d MMM", "date format")),
             locale.toString(last, Words::tr("d MMM yyyy", "date format")), QString::number(first.weekNumber()));
}

void drawGrid(PaperInk& ink, const WeekLayout& layout, const PaperWeek& week)
{
    const QRectF& body = layout.body();
    for (int hour = layout.firstHour(); hour <= layout.lastHour(); ++hour) {
        const double y = layout.yOf(std::chrono::hours(hour));
        ink.line({body.left(), y}, {body.right(), y}, PaperInk::Line::Thin);
        if (hour < layout.lastHour())
            ink.text({body.left() - WeekLayout::AxisWidth, y, WeekLayout::AxisWidth - 4, 12},
                     QTime(hour, 0).toString(QStringLiteral("HH:mm")),
                     {9, false, true, false, Qt::AlignRight | Qt::AlignVCenter});
        if (hour < layout.lastHour()) {
            const double half = layout.yOf(std::chrono::hours(hour) + Minutes(30));
            ink.line({body.left(), half}, {body.right(), half}, PaperInk::Line::Dotted);
        }
    }
    for (size_t day = 0; day < week.days.size(); ++day) {
        const QRectF column = layout.column(day);
        ink.text({column.left(), column.top() - WeekLayout::DayNames, column.width(), WeekLayout::DayNames - 2},
                 QLocale().toString(week.days[day].date, Words::tr("ddd d MMM", "date format")),
                 {10, true, false, false, Qt::AlignHCenter | Qt::AlignVCenter});
        ink.line(column.topLeft(), column.bottomLeft(), PaperInk::Line::Thin);
        if (week.days[day].staff.open.empty() && week.days[day].staff.visits.empty())
            ink.text({column.left(), column.top() + 4, column.width(), 14}, Words::tr("off"),
                     {9, false, true, false, Qt::AlignHCenter | Qt::AlignVCenter});
    }
    ink.line(body.topRight(), body.bottomRight(), PaperInk::Line::Thin);
    ink.line(body.topLeft(), body.topRight(), PaperInk::Line::Thick);
}

void drawBreaks(PaperInk& ink, const WeekLayout& layout, const PaperWeek& week)
{
    for (size_t day = 0; day < week.days.size(); ++day) {
        const QRectF column = layout.column(day);
        for (const TimeSlot& slot : week.days[day].staff.breaks) {
            const auto [from, to] = WeekLayout::onWall(slot, week.days[day].date, week.place.zone);
            const QRectF box(column.left(), layout.yOf(from), column.width(), layout.yOf(to) - layout.yOf(from));
            ink.clear(box);
            ink.frame(box, PaperInk::Line::Thin);
            ink.text(box, Words::tr("break"), {9, false, true, false, Qt::AlignHCenter | Qt::AlignVCenter});
        }
    }
}

void drawVisit(PaperInk& ink, const QRectF& box, const PaperVisit& visit, const Zone& zone)
{
    ink.clear(box.adjusted(0, 0.4, 0, -0.4));
    ink.frame(box.adjusted(0, 0.4, 0, -0.4), PaperInk::Line::Thick);
    const QRectF inside = box.adjusted(3, 0, -2, 0);
    const QString time = wallTime(visit.slot.start, zone);
    const QString name = visit.alert ? QStringLiteral("! ") + visit.name : visit.name;
    const PaperInk::Style bold{9, true, false, visit.noShow};
    const PaperInk::Style plain{9, false, false, visit.noShow};
    constexpr double Line = 11.5;
    if (box.height() < 2 * Line) {
        const double left = ink.widthOf(time, plain) + 4;
        ink.text(QRectF(inside.left(), inside.top(), left, inside.height()), time, plain);
        ink.text(inside.adjusted(left, 0, 0, 0), name, bold);
        return;
    }
    double y = inside.top() + 1;
    const QString times = wallTimes(visit.slot, zone);
    ink.text({inside.left(), y, inside.width(), Line}, ink.widthOf(times, plain) < inside.width() ? times : time,
             plain);
    y += Line;
    const double room = inside.bottom() - y - 1;
    const int lines = int(room / Line) >= 3 ? 2 : 1;
    const double high = Line * lines;
    const PaperInk::Style top{9, true, false, visit.noShow, Qt::AlignLeft | Qt::AlignTop};
    const int used = ink.text({inside.left(), y, inside.width(), std::min(high, room)}, name, top, lines);
    y += Line * used;
    const PaperInk::Style small{9, false, false, visit.noShow, Qt::AlignLeft | Qt::AlignTop};
    if (inside.bottom() - y >= Line - 1)
        ink.text({inside.left(), y, inside.width(), inside.bottom() - y}, visit.service, small, 3);
}

} // namespace

int paintWeekPlan(QPagedPaintDevice& device, PaperSize size, const PaperWeek& week)
{
    setPaper(device, size, QPageLayout::Landscape);
    PaperInk ink(device);
    if (!ink.isActive())
        return 0;
    const WeekLayout layout(paperOf(device), week);
    drawHead(ink, layout.head(), week.place, week.staff, weekText(week));
    drawGrid(ink, layout, week);
    drawBreaks(ink, layout, week);
    bool alert = false;
    for (const WeekLayout::Block& block : layout.blocks(week)) {
        const PaperVisit& visit = week.days[block.day].staff.visits[block.visit];
        alert = alert || visit.alert;
        drawVisit(ink, block.box, visit, week.place.zone);
    }
    drawFoot(ink, layout.foot(), week.place, alert ? alertLegend() : QString(), 1, 1);
    return 1;
}

} // namespace frontdesk
