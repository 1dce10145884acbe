#include "tests/paper/paper_fixture.h"

#include "tests/support/pdf_text.h"

#include <QBuffer>
#include <QPdfWriter>

namespace frontdesk::test
{

Zone berlin()
{
    return *Zone::fromId("Europe/Berlin");
}

Instant wall(QDate date, const char* time)
{
    return berlin().meaningOf(date, QTime::fromString(QLatin1StringView(time), QStringLiteral("HH:mm"))).first;
}

PaperPlace place()
{
    return {QStringLiteral("Salon Sommer"), QStringLiteral("Mitte"), berlin(), wall(QDate(2026, 11, 23), "08:30")};
}

PaperStaff atWork(const QString& name, QDate date)
{
    PaperStaff staff;
    staff.name = name;
    staff.open = {{wall(date, "09:00"), wall(date, "13:00")}, {wall(date, "13:30"), wall(date, "18:00")}};
    staff.breaks = {{wall(date, "13:00"), wall(date, "13:30")}};
    return staff;
}

PaperVisit& visit(PaperStaff& staff, QDate date, const char* from, const char* to, const QString& name)
{
    PaperVisit one;
    one.slot = {wall(date, from), wall(date, to)};
    one.name = name;
    staff.busy.push_back(one.slot);
    return staff.visits.emplace_back(one);
}

Printed printed(const std::function<int(QPagedPaintDevice&)>& paint)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Printed done;
    {
        QPdfWriter pdf(&buffer);
        done.pages = paint(pdf);
    }
    done.text = pdfText(buffer.data());
    return done;
}

} // namespace frontdesk::test
