#include "ui/month_day.h"

#include "models/availability/availability.h"
#include "ui/view_kind.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace frontdesk
{

namespace
{

using std::chrono_literals::operator""h;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MonthDay)
};

/// Nobody plans a month by minutes: the more is free, the coarser it is said, and never more than there is.
Seconds coarse(Seconds free, Seconds grid)
{
    const Seconds step = free >= 10h ? Seconds(1h) : free >= 2h ? Seconds(Minutes(30)) : grid;
    return free - free % step;
}

} // namespace

double MonthDay::share() const
{
    return load && open > Seconds(0) ? std::min(double(load->taken.count()) / double(open.count()), 1.0) : 0;
}

std::vector<MonthDay> monthDays(const MonthRequest& request, const ReadLoads& read)
{
    std::vector<MonthDay> days(LeafDays);
    const Catalogue& catalogue = *request.catalogue;
    const Location* location = catalogue.location(request.location);
    for (int i = 0; i < LeafDays; ++i) {
        MonthDay& day = days[size_t(i)];
        day.date = request.first.addDays(i);
        if (location == nullptr)
            continue;
        Seconds ahead{0};
        for (const Resource& resource : catalogue.resources) {
            if (resource.kind != ResourceKind::Staff || resource.location != request.location || resource.retired)
                continue;
            for (const TimeSlot& slot : hoursOn(catalogue, resource.id, day.date).open) {
                day.open += slot.length();
                ahead += std::max(slot.end - std::max(slot.start, request.now), Seconds(0));
            }
        }
        day.grid = location->grid;
        day.isOver = day.open > Seconds(0) ? ahead <= Seconds(0) : location->zone.day(day.date).end <= request.now;
        if (day.date >= read.from && day.date < read.to)
            day.load = read.loads.value(day.date);
        day.free = day.load ? std::max(ahead - day.load->ahead, Seconds(0)) : Seconds(0);
    }
    return days;
}

QStringList freeTexts(const MonthDay& day)
{
    if (!day.load)
        return {};
    if (day.open <= Seconds(0))
        return {Words::tr("closed")};
    if (day.isOver)
        return {};
    const Seconds free = coarse(day.free, day.grid);
    if (free < day.grid)
        return {Words::tr("full")};
    const Seconds hours = free < 2h ? free : free - free % 1h;
    return {Words::tr("%1 free", "6 h free").arg(lengthText(free)),
            Words::tr("%1 free", "6 h free").arg(lengthText(hours)), lengthText(hours)};
}

QStringList bookedTexts(const MonthDay& day)
{
    if (!day.load || day.load->appointments <= 0)
        return {};
    return {Words::tr("%1 booked").arg(day.load->appointments), QString::number(day.load->appointments)};
}

QString describe(const MonthDay& day, QDate today)
{
    QStringList parts{dateText(day.date)};
    if (day.date == today)
        parts << Words::tr("today");
    if (day.load) {
        const int count = day.load->appointments;
        parts << (count == 1  ? Words::tr("1 appointment")
                  : count > 0 ? Words::tr("%1 appointments").arg(count)
                              : Words::tr("no appointments"));
    }
    parts << freeTexts(day).mid(0, 1);
    return parts.join(QStringLiteral(", "));
}

} // namespace frontdesk
