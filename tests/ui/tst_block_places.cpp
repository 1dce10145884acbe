#include "day_fixture.h"
#include "ui/block_places.h"

#include <QTest>

#include <random>

using namespace frontdesk;
using namespace frontdesk::test;

/// Where blocks lie in pixels and what a point of the sheet hits: without a widget.
class TestBlockPlaces : public QObject
{
    Q_OBJECT
private slots:
    void aPointHitsWhatIsDrawnThere();
    void whereItDevelopsAPlaceIsFree();
    void theTopmostBlockAnswers();
    void timeGivenBackIsAPlace();
    void outsideOfAllColumns();
    void blocksOfOneColumnKeepApart_data();
    void blocksOfOneColumnKeepApart();
    void blocksOfAWeekKeepApart_data();
    void blocksOfAWeekKeepApart();

private:
    static DayPlan planOf(const DayFixture& day, const char* now = "10:22");
    /// A pixel a minute, 100 a column.
    static DayGeometry sheet(const DayPlan& plan);
    static QPoint pointAt(const DayPlan& plan, const DayGeometry& geometry, const DayFixture& day, const char* staff,
                          const char* time, int into = 50);
};

DayPlan TestBlockPlaces::planOf(const DayFixture& day, const char* now)
{
    DayRequest request;
    request.catalogue = day.catalogue;
    request.location = day.location;
    request.date = day.date;
    request.now = day.at(now);
    return planDay(request, day.rows);
}

DayGeometry TestBlockPlaces::sheet(const DayPlan& plan)
{
    return {plan.shown, int(plan.shown.length().count() / 60), int(plan.columns.size()),
            int(plan.columns.size()) * 100};
}

QPoint TestBlockPlaces::pointAt(const DayPlan& plan, const DayGeometry& geometry, const DayFixture& day,
                                const char* staff, const char* time, int into)
{
    return {geometry.left(plan.columnOf(day.staff(staff))) + into, geometry.yOf(day.at(time))};
}

void TestBlockPlaces::aPointHitsWhatIsDrawnThere()
{
    DayFixture day;
    const AppointmentId id = day.add("Ana", "10:00", QStringLiteral("Greta Lund"), "Haircut").id;
    const DayPlan plan = planOf(day);
    const DayGeometry geometry = sheet(plan);
    const auto hit = [&](const char* time, int into = 50) {
        return hitTest(plan, geometry, pointAt(plan, geometry, day, "Ana", time, into));
    };
    QVERIFY(hit("10:01").block != nullptr);
    QCOMPARE(hit("10:01").block->row.id, id);
    QCOMPARE(hit("10:44").block->row.id, id);
    QCOMPARE(hit("10:45").block, nullptr); // half-open, as time is: its end is the next one's start
    QCOMPARE(hit("09:59").block, nullptr);
    QCOMPARE(hit("10:20", 1).block, nullptr);  // beside it, in the column's margin
    QCOMPARE(hit("10:20", 97).block, nullptr); // there a place can be clicked even when the hour is full
    QCOMPARE(hit("11:30").instant, day.at("11:30"));
    QCOMPARE(hit("11:30").column, plan.columnOf(day.staff("Ana")));
}

void TestBlockPlaces::whereItDevelopsAPlaceIsFree()
{
    DayFixture day;
    const AppointmentId id = day.add("Ana", "11:00", QStringLiteral("Carlos Diaz"), "Colour").id;
    const DayPlan plan = planOf(day);
    const DayGeometry geometry = sheet(plan);
    const DayBlock* block = plan.block(id);
    QVERIFY(block != nullptr && block->gaps.size() == 1);
    const TimeSlot gap = block->gaps.front();
    const int x = geometry.left(block->column);
    const int inGap = geometry.yOf(gap.start + gap.length() / 2);
    QCOMPARE(hitTest(plan, geometry, {x + 50, inGap}).block, nullptr);
    QCOMPARE(hitTest(plan, geometry, {x + 6, inGap}).block, block); // its bar takes hold of it
    QCOMPARE(hitTest(plan, geometry, {x + 50, geometry.yOf(gap.start) - 3}).block, block);
    QCOMPARE(hitTest(plan, geometry, {x + 50, geometry.yOf(gap.end) + 3}).block, block);
}

void TestBlockPlaces::theTopmostBlockAnswers()
{
    DayFixture day;
    day.add("Ana", "11:00", QStringLiteral("Carlos Diaz"), "Colour");
    DayPlan plan = planOf(day);
    const TimeSlot gap = plan.blocks.front().gaps.front();
    Appointment& inside = day.add("Ana", "11:00", QStringLiteral("Sam Taylor"), "Haircut");
    inside.slot = {gap.start, gap.start + Minutes(20)};
    for (Take& take : inside.takes)
        take.to = Minutes(20);
    const AppointmentId id = inside.id;
    plan = planOf(day);
    const DayGeometry geometry = sheet(plan);
    const int y = geometry.yOf(gap.start + Minutes(10));
    const DayHit hit = hitTest(plan, geometry, {geometry.left(plan.block(id)->column) + 60, y});
    QVERIFY(hit.block != nullptr);
    QCOMPARE(hit.block->row.id, id);
}

void TestBlockPlaces::timeGivenBackIsAPlace()
{
    DayFixture day;
    Appointment& row = day.add("Ben", "09:00", QStringLiteral("Lin Hua"), "Haircut");
    row.status = Status::NoShow;
    row.statusAt = day.at("09:15");
    const AppointmentId id = row.id;
    const DayPlan plan = planOf(day);
    const DayGeometry geometry = sheet(plan);
    QCOMPARE(hitTest(plan, geometry, pointAt(plan, geometry, day, "Ben", "09:30")).block, nullptr);
    const DayHit strip = hitTest(plan, geometry, pointAt(plan, geometry, day, "Ben", "09:30", 8));
    QVERIFY(strip.block != nullptr);
    QCOMPARE(strip.block->row.id, id);
}

void TestBlockPlaces::outsideOfAllColumns()
{
    const DayFixture day;
    const DayPlan plan = planOf(day);
    const DayGeometry geometry = sheet(plan);
    QCOMPARE(hitTest(plan, geometry, {-1, 10}).column, -1);
    QCOMPARE(hitTest(plan, geometry, {geometry.width(), 10}).column, -1);
    QCOMPARE(hitTest(plan, geometry, {5, -100}).instant, plan.shown.start);
    QCOMPARE(hitTest(plan, geometry, {5, 100000}).instant, plan.shown.end);
}

void TestBlockPlaces::blocksOfOneColumnKeepApart_data()
{
    QTest::addColumn<QDate>("date");
    QTest::newRow("an ordinary day") << QDate(2026, 11, 23);
    QTest::newRow("the clocks go forward") << QDate(2026, 3, 29);
    QTest::newRow("the clocks go back") << QDate(2026, 10, 25);
}

/// Random days: whatever overlaps in time lies side by side, and each block is hit at its own middle.
void TestBlockPlaces::blocksOfOneColumnKeepApart()
{
    QFETCH(const QDate, date);
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const char* const staff[] = {"Ana", "Ben", "Dmitri"};
    for (int round = 0; round < 30; ++round) {
        DayFixture day(date);
        for (int n = 0; n < 24; ++n) {
            const QByteArray start =
                QTime(0, 0).addSecs(int(random() % 92) * 900).toString(QStringLiteral("HH:mm")).toLatin1();
            day.add(staff[random() % 3], start.constData(), QStringLiteral("Client %1").arg(n), "Haircut");
        }
        const DayPlan plan = planOf(day, "12:00");
        const int height = 300 + int(random() % 3000);
        const DayGeometry geometry(plan.shown, height, int(plan.columns.size()), 1100 + int(random() % 900));
        for (const DayBlock& a : plan.blocks) {
            const BlockPlaces here = placesOf(a, geometry);
            for (const DayBlock& b : plan.blocks) {
                // A pixel row may belong to two when several minutes share it; more than one never.
                if (&a != &b && a.column == b.column)
                    QVERIFY(!here.rect.adjusted(0, 1, 0, -3).intersects(placesOf(b, geometry).rect));
            }
            const DayHit hit = hitTest(plan, geometry, here.rect.center());
            QVERIFY(hit.block == &a || here.rect.height() <= 4);
            QCOMPARE(hit.column, a.column);
        }
    }
}

void TestBlockPlaces::blocksOfAWeekKeepApart_data()
{
    QTest::addColumn<QDate>("date");
    QTest::newRow("an ordinary week") << QDate(2026, 11, 23);
    QTest::newRow("the clocks go forward") << QDate(2026, 3, 23);
    QTest::newRow("the clocks go back") << QDate(2026, 10, 19);
}

/// The same of random weeks, in narrow columns of several widths: no block leaves its column, and each is hit there.
void TestBlockPlaces::blocksOfAWeekKeepApart()
{
    QFETCH(const QDate, date);
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const char* const staff[] = {"Ana", "Ben", "Dmitri"};
    for (int round = 0; round < 10; ++round) {
        DayFixture week(date);
        for (int n = 0; n < 120; ++n) {
            week.date = date.addDays(int(random() % 7));
            const QByteArray start =
                QTime(0, 0).addSecs(int(random() % 96) * 900).toString(QStringLiteral("HH:mm")).toLatin1();
            week.add(staff[random() % 3], start.constData(), QStringLiteral("Client %1").arg(n), "Haircut");
        }
        week.date = date;
        DayRequest request{week.catalogue, week.location, date, {}, week.at("12:00"), {}, 7, {}};
        if (round % 3 == 0)
            request.only = week.staff("Ben");
        const DayPlan plan = planDay(request, week.rows);
        std::vector<DayGeometry::Column> columns;
        columns.reserve(plan.columns.size());
        for (const DayColumn& column : plan.columns)
            columns.push_back({column.day, plan.days[size_t(column.day)].open ? 5 : 2});
        const DayGeometry geometry(plan.axis, plan.shownAxis, 1500 + int(random() % 2000), columns,
                                   int(columns.size()) * (44 + int(random() % 60)));
        for (const DayBlock& a : plan.blocks) {
            const QRect here = placesOf(a, geometry).rect;
            QVERIFY(here.left() > geometry.left(a.column) && here.right() < geometry.left(a.column + 1));
            for (const DayBlock& b : plan.blocks) {
                if (&a != &b && a.column == b.column)
                    QVERIFY(!here.adjusted(0, 1, 0, -3).intersects(placesOf(b, geometry).rect));
            }
            const DayHit hit = hitTest(plan, geometry, here.center());
            const bool hidden = geometry.isVoid(here.center().y(), a.column) || here.height() <= 4;
            QVERIFY(hit.block == &a || hidden);
        }
    }
}

QTEST_APPLESS_MAIN(TestBlockPlaces)
#include "tst_block_places.moc"
