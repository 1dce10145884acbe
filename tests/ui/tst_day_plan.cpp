#include "tests/ui/day_fixture.h"
#include "ui/day_plan.h"
#include "ui/day_summary.h"
#include "ui/words.h"

#include <QTest>

using namespace frontdesk;
using frontdesk::test::DayFixture;

namespace
{

DayPlan planOf(const DayFixture& day, const char* now = "10:22", const QSet<ResourceId>& hidden = {})
{
    return planDay({day.catalogue, day.location, day.date, hidden, day.at(now), {}}, day.rows);
}

/// The seven days from the fixture's date on.
DayPlan weekOf(const DayFixture& day, ResourceId only = {}, const QSet<ResourceId>& hidden = {})
{
    return planDay({day.catalogue, day.location, day.date, hidden, day.at("10:22"), {}, 7, only}, day.rows);
}

/// Adds what another date's fixture has; ids don't matter to a plan but must differ.
Appointment& addOn(DayFixture& day, int ahead, const char* staff, const char* start, const char* client)
{
    const QDate first = day.date;
    day.date = first.addDays(ahead);
    Appointment& row = day.add(staff, start, QString::fromUtf8(client), "Haircut");
    day.date = first;
    return row;
}

} // namespace

class TestDayPlan : public QObject
{
    Q_OBJECT
private slots:
    void staffBecomeColumns();
    void hiddenAndAbsentStaffHaveNone();
    void aDayOffShowsEverybody();
    void shownTimeCoversWhatStandsOutside();
    void developingLeavesTheStaffFree();
    void aVisitInsideTheGapLiesOverIt();
    void aNoShowGivesItsTimeBack();
    void completedEarlyShrinks();
    void cancelledRowsAreGone();
    void aHoldThatRanOutIsGone();
    void longAndShortDays_data();
    void longAndShortDays();
    void weeksBegin_data();
    void weeksBegin();
    void aWeekHasAColumnForEachDay();
    void aWeekOfAllHasThoseOfEachDay();
    void aWeekCoversTheHoursOfAllItsDays();
    void whatCrossesMidnightIsOnBothDays();
    void theSameTimeOnAnotherDay();
    void loadsOfAWeekAreTheirDays();
    void theSummaryNamesWhoWaits();
    void theLoadCountsWhatIsTaken();
};

void TestDayPlan::staffBecomeColumns()
{
    DayFixture day;
    day.fillDay();
    const DayPlan plan = planOf(day);
    QCOMPARE(plan.columns.size(), size_t(6));
    QCOMPARE(plan.columns[0].name, QStringLiteral("Ana Ruiz"));
    QCOMPARE(plan.columns[2].breaks.size(), size_t(1));
    QCOMPARE(timeText(plan.columns[2].breaks[0], plan.zone), QStringLiteral("12:30–13:30"));
    QCOMPARE(plan.grid, Minutes(15));
    QCOMPARE(plan.blocks.size(), day.rows.size());
    for (const DayBlock& block : plan.blocks)
        QCOMPARE(plan.columns[size_t(block.column)].staff, block.row.staff);
    // Blow by blow: nobody overlaps in a book that keeps its promise.
    for (const DayBlock& block : plan.blocks)
        QCOMPARE(block.lane, Lane());
}

void TestDayPlan::hiddenAndAbsentStaffHaveNone()
{
    DayFixture day;
    const DayPlan without = planOf(day, "10:22", {day.staff("Ben")});
    QCOMPARE(without.columns.size(), size_t(5));
    QCOMPARE(without.columnOf(day.staff("Ben")), -1);

    auto changed = std::make_shared<Catalogue>(*day.catalogue);
    changed->resources[1].hours[0].clear(); // Ben is off on Mondays
    day.catalogue = changed;
    QCOMPARE(planOf(day).columnOf(day.staff("Ben")), -1);
    // With something in the day he has his column all the same.
    day.add("Ben", "10:00", QStringLiteral("Jack"), "Haircut");
    QVERIFY(planOf(day).columnOf(day.staff("Ben")) >= 0);
    QVERIFY(!planOf(day).columns[1].works());
    QCOMPARE(freeText(planOf(day).columns[1]), QStringLiteral("off"));
}

void TestDayPlan::aDayOffShowsEverybody()
{
    const DayFixture sunday(QDate(2026, 11, 22));
    const DayPlan plan = planOf(sunday);
    QCOMPARE(plan.columns.size(), size_t(6));
    QVERIFY(!plan.columns[0].works());
    QVERIFY(!plan.shown.isEmpty());
}

void TestDayPlan::shownTimeCoversWhatStandsOutside()
{
    DayFixture day;
    QCOMPARE(timeText(planOf(day).shown, day.zone), QStringLiteral("08:30–18:30"));
    day.add("Ana", "19:30", QStringLiteral("Late"), "Haircut");
    day.add("Ana", "07:10", QStringLiteral("Early"), "Haircut");
    QCOMPARE(timeText(planOf(day).shown, day.zone), QStringLiteral("06:30–21:00"));
}

void TestDayPlan::developingLeavesTheStaffFree()
{
    DayFixture day;
    const Appointment colour = day.add("Chloé", "14:15", QStringLiteral("Lena"), "Colour");
    QCOMPARE(developingGaps(colour), (std::vector<TimeSlot>{{day.at("14:50"), day.at("15:30")}}));
    QCOMPARE(stepsText(colour), QStringLiteral("35 + 40 developing + 15 min"));
    const Appointment cut = day.add("Ana", "14:15", QStringLiteral("Nina"), "Haircut");
    QVERIFY(developingGaps(cut).empty());
    QCOMPARE(stepsText(cut), QStringLiteral("45 min"));
}

void TestDayPlan::aVisitInsideTheGapLiesOverIt()
{
    DayFixture day;
    const AppointmentId colour = day.add("Ana", "10:00", QStringLiteral("Lena"), "Colour").id;
    Appointment& inside = day.add("Ana", "10:40", QStringLiteral("Jack"), "Beard trim");
    const DayPlan plan = planOf(day);
    const DayBlock* under = plan.block(colour);
    const DayBlock* over = plan.block(inside.id);
    QVERIFY(under != nullptr && over != nullptr);
    QCOMPARE(under->lane.count, 1);
    QCOMPARE(over->lane.count, 1);
    QVERIFY(over->overStrip);
    QVERIFY(under < over); // painted first
}

void TestDayPlan::aNoShowGivesItsTimeBack()
{
    DayFixture day;
    Appointment& row = day.add("Ana", "09:00", QStringLiteral("Lin"), "Haircut");
    row.status = Status::NoShow;
    row.statusAt = day.at("09:15");
    const AppointmentId id = row.id;
    const AppointmentId next = day.add("Ana", "09:15", QStringLiteral("Walk-in"), "Haircut").id;
    const DayPlan plan = planOf(day);
    QVERIFY(plan.block(id)->full.isEmpty());
    QCOMPARE(plan.block(id)->strip, (TimeSlot{day.at("09:00"), day.at("09:45")}));
    QCOMPARE(plan.block(next)->lane, Lane());
    QVERIFY(plan.block(next)->overStrip);
}

void TestDayPlan::completedEarlyShrinks()
{
    DayFixture day;
    Appointment& row = day.add("Ana", "09:00", QStringLiteral("John"), "Haircut");
    row.status = Status::Completed;
    row.statusAt = day.at("09:30");
    const DayPlan plan = planOf(day);
    QCOMPARE(plan.blocks[0].full, (TimeSlot{day.at("09:00"), day.at("09:30")}));
    QCOMPARE(plan.blocks[0].strip, (TimeSlot{day.at("09:30"), day.at("09:45")}));
    row.statusAt = day.at("10:05");
    const DayPlan later = planOf(day);
    QCOMPARE(later.blocks[0].full, row.slot);
    QVERIFY(later.blocks[0].strip.isEmpty());
}

void TestDayPlan::aHoldThatRanOutIsGone()
{
    DayFixture day;
    day.addHold("Ana", "15:00", "15:45", QStringLiteral("Desk 2"), day.at("10:30"));
    const auto blocksAt = [&day](const char* holdsNow) {
        return planDay({day.catalogue, day.location, day.date, {}, day.at("10:22"), day.at(holdsNow)}, day.rows)
            .blocks.size();
    };
    QCOMPARE(blocksAt("10:29"), size_t(1));
    QCOMPARE(blocksAt("10:30"), size_t(0)); // half-open: nothing is left at its end
    QCOMPARE(planOf(day).blocks.size(), size_t(1));
}

void TestDayPlan::cancelledRowsAreGone()
{
    DayFixture day;
    for (const Status status : {Status::Cancelled, Status::Expired, Status::Parked})
        day.add("Ana", "09:00", QStringLiteral("Gone"), "Haircut").status = status;
    QVERIFY(planOf(day).blocks.empty());
}

void TestDayPlan::longAndShortDays_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("hours");
    QTest::newRow("23 hours") << QDate(2026, 3, 29) << 23;
    QTest::newRow("25 hours") << QDate(2026, 10, 25) << 25;
}

void TestDayPlan::longAndShortDays()
{
    QFETCH(const QDate, date);
    QFETCH(const int, hours);
    DayFixture day(date);
    // From one to four at night: an hour is missing or there twice.
    Appointment& row = day.add("Ana", "01:00", QStringLiteral("Night"), "Haircut");
    row.slot.end = day.at("04:00");
    row.takes = {{row.staff, Seconds(0), row.slot.length(), 1}};
    QCOMPARE(row.slot.length(), std::chrono::hours(hours - 24 + 3));
    const DayPlan plan = planOf(day);
    QCOMPARE(plan.day.length(), std::chrono::hours(hours));
    const DayGeometry geometry(plan.day, hours * 60, 1, 100);
    QCOMPARE(geometry.rectOf(plan.blocks[0].full, 0).height(), (hours - 24 + 3) * 60);
}

void TestDayPlan::weeksBegin_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("first");
    QTest::addColumn<QDate>("start");
    QTest::newRow("on its own Monday") << QDate(2026, 11, 23) << int(Qt::Monday) << QDate(2026, 11, 23);
    QTest::newRow("a Sunday, from Monday") << QDate(2026, 11, 29) << int(Qt::Monday) << QDate(2026, 11, 23);
    QTest::newRow("a Sunday, from Sunday") << QDate(2026, 11, 29) << int(Qt::Sunday) << QDate(2026, 11, 29);
    QTest::newRow("a Friday, from Saturday") << QDate(2027, 1, 1) << int(Qt::Saturday) << QDate(2026, 12, 26);
}

void TestDayPlan::weeksBegin()
{
    QFETCH(const QDate, date);
    QFETCH(const int, first);
    QFETCH(const QDate, start);
    QCOMPARE(weekStart(date, Qt::DayOfWeek(first)), start);
}

void TestDayPlan::aWeekHasAColumnForEachDay()
{
    DayFixture day;
    day.fillDay();
    const DayPlan plan = weekOf(day, day.staff("Ben"), {day.staff("Ben")});
    QCOMPARE(plan.days.size(), size_t(7));
    QCOMPARE(plan.columns.size(), size_t(7));
    for (int number = 0; number < 7; ++number) {
        const PlannedDay& planned = plan.days[size_t(number)];
        QCOMPARE(planned.date, day.date.addDays(number));
        QCOMPARE(planned.day, day.zone.day(planned.date));
        QCOMPARE(planned.first, number);
        QCOMPARE(planned.columns, 1);
        QCOMPARE(planned.open, number < 6);
        QCOMPARE(plan.columnOf(day.staff("Ben"), planned.day.start), number);
        QCOMPARE(plan.dayAt(planned.day.end - Seconds(1)), &planned);
    }
    QCOMPARE(plan.columnOf(day.staff("Ana"), day.at("10:00")), -1);
    QCOMPARE(plan.columnOf(day.staff("Ben"), plan.day.end), -1);
    for (const DayBlock& block : plan.blocks) {
        QCOMPARE(block.row.staff, day.staff("Ben"));
        QCOMPARE(block.column, 0);
    }
    QCOMPARE(plan.columns[0].free, planOf(day).columns[1].free);
}

void TestDayPlan::aWeekOfAllHasThoseOfEachDay()
{
    DayFixture day;
    auto changed = std::make_shared<Catalogue>(*day.catalogue);
    changed->resources[1].hours[2].clear(); // Ben is off on Wednesdays
    day.catalogue = changed;
    const DayPlan plan = weekOf(day);
    QCOMPARE(plan.columns.size(), size_t(6 * 7 - 1));
    QCOMPARE(plan.days[2].columns, 5);
    QCOMPARE(plan.columnOf(day.staff("Ben"), plan.days[2].day.start), -1);
    QCOMPARE(plan.columnOf(day.staff("Ben"), plan.days[3].day.start), 6 + 6 + 5 + 1);
    // Only one who is hidden works on Sunday: the day keeps its place, with those who are off.
    changed = std::make_shared<Catalogue>(*day.catalogue);
    changed->locations[0].hours[6] = changed->locations[0].hours[0];
    changed->resources[0].hours[6] = changed->resources[0].hours[0];
    day.catalogue = changed;
    QCOMPARE(weekOf(day).days[6].columns, 1);
    QCOMPARE(weekOf(day, {}, {day.staff("Ana")}).days[6].columns, 5);
}

void TestDayPlan::aWeekCoversTheHoursOfAllItsDays()
{
    DayFixture day;
    addOn(day, 2, "Ana", "19:30", "Late");
    addOn(day, 4, "Ana", "07:10", "Early");
    const DayPlan plan = weekOf(day);
    for (const PlannedDay& planned : plan.days)
        QCOMPARE(timeText(planned.shown, plan.zone), QStringLiteral("06:30–21:00"));
    QCOMPARE(plan.shown, (TimeSlot{plan.days[0].shown.start, plan.days[6].shown.end}));
    // The hours of a week in which the clocks change are the same on the wall.
    for (const QDate monday : {QDate(2026, 3, 23), QDate(2026, 10, 19)}) {
        const DayFixture other(monday);
        for (const PlannedDay& planned : weekOf(other).days)
            QCOMPARE(timeText(planned.shown, other.zone), QStringLiteral("08:30–18:30"));
    }
}

void TestDayPlan::whatCrossesMidnightIsOnBothDays()
{
    DayFixture day;
    Appointment& row = addOn(day, 1, "Ana", "23:30", "Night Owl");
    row.slot.end = row.slot.start + Minutes(75);
    const DayPlan plan = weekOf(day, row.staff);
    QCOMPARE(plan.blocks.size(), size_t(2));
    QCOMPARE(plan.blocks[0].column, 1);
    QCOMPARE(plan.blocks[1].column, 2);
    QCOMPARE(plan.block(row.id), &plan.blocks[0]);
    QCOMPARE(summaryOf(plan, day.at("10:22")).booked, 1);
}

void TestDayPlan::theSameTimeOnAnotherDay()
{
    for (const QDate monday : {QDate(2026, 3, 23), QDate(2026, 10, 19)}) {
        const DayFixture day(monday);
        const DayPlan plan = weekOf(day, day.staff("Ana"));
        for (int column = 0; column < 7; ++column) {
            const Instant there = plan.sameTime(day.at("10:15"), column);
            QCOMPARE(day.zone.toLocal(there).time(), QTime(10, 15));
            QCOMPARE(day.zone.dateOf(there), monday.addDays(column));
            QCOMPARE(plan.sameTime(there, 0), day.at("10:15"));
        }
    }
    // On its own day the second half past two stays the second.
    const DayFixture autumn(QDate(2026, 10, 25));
    const Zone::Meaning twice = autumn.zone.meaningOf(autumn.date, QTime(2, 30));
    QCOMPARE(weekOf(autumn, autumn.staff("Ana")).sameTime(twice.second, 0), twice.second);
}

void TestDayPlan::loadsOfAWeekAreTheirDays()
{
    DayFixture day;
    day.fillDay();
    const double monday = *loadOf(planOf(day));
    const AppointmentId other = addOn(day, 1, "Ana", "10:00", "Tuesday").id;
    QVERIFY(other.isValid());
    const DayPlan plan = weekOf(day);
    QCOMPARE(loadOf(plan, plan.days[0].day), std::optional(monday));
    QCOMPARE(loadOf(plan, plan.days[1].day), std::optional(45.0 / (6 * 8 * 60)));
    QCOMPARE(loadOf(plan, plan.days[2].day), std::optional(0.0));
    QVERIFY(!loadOf(plan, plan.days[6].day));
}

void TestDayPlan::theSummaryNamesWhoWaits()
{
    DayFixture day;
    day.fillDay();
    const DaySummary summary = summaryOf(planOf(day), day.at("10:22"));
    QCOMPARE(summary.waiting.size(), size_t(3));
    QCOMPARE(summary.waiting[0].name, QStringLiteral("Sofia Rossi"));
    QCOMPARE(summary.waiting[0].badge, (Badge{QStringLiteral("12 min"), Badge::Tone::Red}));
    QCOMPARE(summary.waiting[1].name, QStringLiteral("Ines Costa"));
    QCOMPARE(summary.waiting[1].badge.text, QStringLiteral("7 min late"));
    QCOMPARE(summary.waiting[2].badge, (Badge{QStringLiteral("3 min"), Badge::Tone::Green}));
    QCOMPARE(summary.coming.size(), size_t(1));
    QCOMPARE(summary.coming[0].text, QStringLiteral("Jack O’Neil 10:30 with Ben"));
    QCOMPARE(countsText(summary), QStringLiteral("32 booked  ·  4 here  ·  5 done  ·  1 no-show"));
}

void TestDayPlan::theLoadCountsWhatIsTaken()
{
    DayFixture day;
    QCOMPARE(loadOf(planOf(day)), std::optional(0.0));
    day.add("Ana", "09:00", QStringLiteral("Lena"), "Colour"); // 50 of her 90 minutes, the rest develops
    const double expected = 50.0 / (6 * 8 * 60);
    QVERIFY(std::abs(*loadOf(planOf(day)) - expected) < 1e-6);
    QVERIFY(!loadOf(planOf(DayFixture(QDate(2026, 11, 22)))));
}

QTEST_GUILESS_MAIN(TestDayPlan)
#include "tst_day_plan.moc"
