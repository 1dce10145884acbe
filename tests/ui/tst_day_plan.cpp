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
