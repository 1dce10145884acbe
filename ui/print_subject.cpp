#include "ui/print_subject.h"

#include "paper/client_card.h"
#include "paper/day_sheet.h"
#include "paper/from_book.h"
#include "paper/week_plan.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Print)
};

} // namespace

std::vector<Resource> PrintSubject::staffHere() const
{
    std::vector<Resource> staffMembers;
    for (const Resource& resource : catalogue->resources) {
        if (resource.kind == ResourceKind::Staff && resource.location == location && !resource.retired)
            staffMembers.push_back(resource);
    }
    return staffMembers;
}

Zone PrintSubject::zone() const
{
    const Location* found = catalogue->location(location);
    return found != nullptr ? found->zone : Zone::utc();
}

TimeSlot PrintSubject::range(PrintKind kind) const
{
    return kind == PrintKind::WeekOfOne ? weekOf(date, zone()) : zone().day(date);
}

Print printOf(const PrintSubject& subject, PrintKind kind, ResourceId staff, PaperSize size, const QString& phone,
              const std::vector<Appointment>& rows)
{
    const QString day = subject.date.toString(Qt::ISODate);
    const Resource* who = subject.catalogue->resource(staff);
    const QString name = who != nullptr ? who->name : QString();
    switch (kind) {
    case PrintKind::DayOfAll:
    case PrintKind::DayOfOne: {
        const bool all = kind == PrintKind::DayOfAll;
        const PaperDay paper =
            paperDay(*subject.catalogue, subject.location, subject.date, rows, subject.now, all ? ResourceId() : staff);
        const QString date = dateText(subject.date);
        return {all ? Words::tr("Day sheet, %1").arg(date) : Words::tr("Day sheet of %1, %2").arg(name, date),
                all ? QStringLiteral("day-%1.pdf").arg(day)
                    : QStringLiteral("day-%1-%2.pdf").arg(day, QString::number(staff.value())),
                QPageLayout::Portrait,
                [paper, size](QPagedPaintDevice& device) { return paintDaySheet(device, size, paper); }};
    }
    case PrintKind::WeekOfOne: {
        const PaperWeek paper = paperWeek(*subject.catalogue, staff, subject.date, rows, subject.now);
        return {Words::tr("Week of %1").arg(name),
                QStringLiteral("week-%1-%2.pdf").arg(day, QString::number(staff.value())), QPageLayout::Landscape,
                [paper, size](QPagedPaintDevice& device) { return paintWeekPlan(device, size, paper); }};
    }
    case PrintKind::Card:
        break;
    }
    const Appointment row = subject.selected.value_or(Appointment());
    PaperCard paper = paperCard(*subject.catalogue, row, subject.now);
    paper.businessPhone = phone;
    return {Words::tr("Appointment card of %1").arg(row.clientName), QStringLiteral("card-%1.pdf").arg(row.id.value()),
            QPageLayout::Portrait,
            [paper, size](QPagedPaintDevice& device) { return paintClientCard(device, size, paper); }};
}

} // namespace frontdesk
