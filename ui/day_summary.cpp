#include "ui/day_summary.h"

#include "ui/cover.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DaySummary)
};

Instant waitsSince(const Appointment& row)
{
    return row.status == Status::Arrived ? row.statusAt : row.slot.start;
}

} // namespace

DaySummary summaryOf(const DayPlan& plan, Instant now, bool isCovered)
{
    const auto nameOf = [isCovered](const Appointment& row) {
        return isCovered ? titleOf(covered(row)) : titleOf(row);
    };
    DaySummary summary;
    std::vector<const Appointment*> waiting;
    std::vector<const Appointment*> coming;
    for (const DayBlock& block : plan.blocks) {
        const Appointment& row = block.row;
        const bool again = plan.days.size() > 1 && plan.block(row.id) != &block; // it crosses midnight
        if (!row.client.isValid() || again)
            continue;
        summary.booked += row.status != Status::NoShow && row.status != Status::Held ? 1 : 0;
        summary.here += row.status == Status::Arrived || row.status == Status::InService ? 1 : 0;
        summary.done += row.status == Status::Completed ? 1 : 0;
        summary.noShows += row.status == Status::NoShow ? 1 : 0;
        if (badgeOf(row, now))
            waiting.push_back(&row);
        if (row.status == Status::Booked && row.slot.start >= now && row.slot.start <= now + Minutes(30))
            coming.push_back(&row);
    }
    std::stable_sort(waiting.begin(), waiting.end(),
                     [](const Appointment* a, const Appointment* b) { return waitsSince(*a) < waitsSince(*b); });
    std::stable_sort(coming.begin(), coming.end(),
                     [](const Appointment* a, const Appointment* b) { return a->slot.start < b->slot.start; });
    for (const Appointment* row : waiting) {
        Badge badge = *badgeOf(*row, now);
        const int minutes = minutesBetween(waitsSince(*row), now);
        badge.text =
            row->status == Status::Arrived ? Words::tr("%1 min").arg(minutes) : Words::tr("%1 min late").arg(minutes);
        summary.waiting.push_back({row->id, nameOf(*row), firstName(row->staffName), badge});
    }
    for (const Appointment* row : coming) {
        summary.coming.push_back(
            {row->id, Words::tr("%1 %2 with %3", "client, time, staff member")
                          .arg(nameOf(*row), timeText(row->slot.start, plan.zone), firstName(row->staffName))});
    }
    return summary;
}

QString countsText(const DaySummary& summary)
{
    QStringList parts{Words::tr("%1 booked").arg(summary.booked)};
    if (summary.here > 0)
        parts << Words::tr("%1 here").arg(summary.here);
    if (summary.done > 0)
        parts << Words::tr("%1 done").arg(summary.done);
    if (summary.noShows > 0)
        parts << Words::tr("%1 no-show").arg(summary.noShows);
    return parts.join(QStringLiteral("  ·  "));
}

std::optional<double> loadOf(const DayPlan& plan)
{
    return loadOf(plan, plan.day);
}

std::optional<double> loadOf(const DayPlan& plan, TimeSlot within)
{
    Seconds open{0};
    for (const DayColumn& column : plan.columns) {
        for (const TimeSlot& slot : column.open)
            open += within.overlaps(slot) ? slot.length() : Seconds(0);
    }
    if (open <= Seconds(0))
        return {};
    Seconds taken{0};
    for (const DayBlock& block : plan.blocks) {
        // What crosses midnight is a block on both days, and counts on the one that it begins on.
        if (!within.contains(block.row.slot.start) ||
            plan.dayAt(block.row.slot.start) != &plan.dayOfColumn(block.column))
            continue;
        taken += block.full.length();
        for (const TimeSlot& gap : block.gaps)
            taken -= gap.length();
    }
    return std::min(double(taken.count()) / double(open.count()), 1.0);
}

} // namespace frontdesk
