#include "ui/day_geometry.h"

#include <QSet>
#include <QTest>

using namespace frontdesk;

namespace
{

Instant at(const Zone& zone, QDate date, int hour, int minute = 0)
{
    return zone.meaningOf(date, QTime(hour, minute)).first;
}

/// Minutes from an arbitrary beginning.
TimeSlot minutes(int from, int to)
{
    return {instantFromUnix(from * 60), instantFromUnix(to * 60)};
}

} // namespace

class TestDayGeometry : public QObject
{
    Q_OBJECT
private slots:
    void instantsAndPixels_data();
    void instantsAndPixels();
    void outsideIsClamped();
    void columnsShareTheWidth();
    void nothingToShow();
    void weeksShareTheWallClock_data();
    void weeksShareTheWallClock();
    void eachInstantOfAWeekHasItsPixel_data();
    void eachInstantOfAWeekHasItsPixel();
    void aSkippedHourIsVoid();
    void aRepeatedHourIsThereTwice();
    void closedColumnsTakeLess();
    void gridSteps_data();
    void gridSteps();
    void lanes_data();
    void lanes();
};

void TestDayGeometry::instantsAndPixels_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("hours");
    QTest::newRow("an ordinary day") << QByteArray("Europe/Berlin") << QDate(2026, 11, 23) << 24;
    QTest::newRow("the clocks go forward") << QByteArray("Europe/Berlin") << QDate(2026, 3, 29) << 23;
    QTest::newRow("the clocks go back") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25) << 25;
    QTest::newRow("a day that begins at one") << QByteArray("Asia/Beirut") << QDate(2026, 3, 29) << 23;
    QTest::newRow("half an hour back") << QByteArray("Australia/Lord_Howe") << QDate(2026, 4, 5) << 24;
}

void TestDayGeometry::instantsAndPixels()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDate, date);
    QFETCH(const int, hours);
    const TimeSlot day = Zone::fromId(zone)->day(date);
    QCOMPARE(std::chrono::duration_cast<std::chrono::hours>(day.length()).count(), hours);

    // A pixel a minute: time runs evenly, whatever the clocks do.
    const int height = int(day.length().count() / 60);
    const DayGeometry geometry(day, height, 3, 300);
    for (Instant t = day.start; t <= day.end; t += Minutes(7)) {
        QCOMPARE(geometry.yOf(t), int((t - day.start).count() / 60));
        QCOMPARE(geometry.instantAt(geometry.yOf(t)), t);
    }
    QCOMPARE(geometry.yOf(day.end), height);
    QCOMPARE(geometry.rectOf({day.start + Minutes(60), day.start + Minutes(105)}, 1), QRect(100, 60, 100, 45));
}

void TestDayGeometry::outsideIsClamped()
{
    const DayGeometry geometry(minutes(60, 120), 600, 2, 200);
    QCOMPARE(geometry.yOf(instantFromUnix(0)), 0);
    QCOMPARE(geometry.yOf(instantFromUnix(200 * 60)), 600);
    QCOMPARE(geometry.instantAt(-50), instantFromUnix(60 * 60));
    QCOMPARE(geometry.instantAt(9999), instantFromUnix(120 * 60));
    QCOMPARE(geometry.columnAt(-1), -1);
    QCOMPARE(geometry.columnAt(200), -1);
}

void TestDayGeometry::columnsShareTheWidth()
{
    for (const int width : {100, 701, 1023}) {
        for (const int columns : {1, 6, 7, 31}) {
            const DayGeometry geometry(minutes(0, 60), 100, columns, width);
            int total = 0;
            for (int column = 0; column < columns; ++column) {
                QCOMPARE(geometry.columnAt(geometry.left(column)), column);
                QCOMPARE(geometry.columnAt(geometry.left(column) + geometry.columnWidth(column) - 1), column);
                total += geometry.columnWidth(column);
            }
            QCOMPARE(total, width);
        }
    }
}

void TestDayGeometry::nothingToShow()
{
    const DayGeometry geometry;
    QCOMPARE(geometry.columnAt(5), -1);
    QCOMPARE(geometry.yOf(instantFromUnix(5)), 0);
    QCOMPARE(geometry.left(0), 0);
}

namespace
{

constexpr int Days = 7;

/// A pixel a minute of all the axis, two columns a day.
DayGeometry sheetOf(const DayAxis& axis)
{
    std::vector<DayGeometry::Column> columns;
    for (int day = 0; day < axis.days(); ++day)
        columns.insert(columns.end(), 2, {day, 1});
    const int height = int(axis.length() / Minutes(1));
    return {axis, {Seconds(0), axis.length()}, height, std::move(columns), 1400};
}

void weeks()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<int>("minutes"); // of the axis
    QTest::newRow("an ordinary week") << QByteArray("Europe/Berlin") << QDate(2026, 11, 23) << 1440;
    QTest::newRow("the clocks go forward on Sunday") << QByteArray("Europe/Berlin") << QDate(2026, 3, 23) << 1440;
    QTest::newRow("the clocks go back on Sunday") << QByteArray("Europe/Berlin") << QDate(2026, 10, 19) << 1500;
    QTest::newRow("the week begins with 23 hours") << QByteArray("Europe/Berlin") << QDate(2026, 3, 29) << 1440;
    QTest::newRow("the week begins with 25 hours") << QByteArray("Europe/Berlin") << QDate(2026, 10, 25) << 1500;
    QTest::newRow("a day that begins at one") << QByteArray("Asia/Beirut") << QDate(2026, 3, 23) << 1440;
    QTest::newRow("back over midnight") << QByteArray("Asia/Beirut") << QDate(2026, 10, 19) << 1500;
    QTest::newRow("half an hour back") << QByteArray("Australia/Lord_Howe") << QDate(2026, 3, 30) << 1470;
    QTest::newRow("a day that never was") << QByteArray("Pacific/Apia") << QDate(2011, 12, 26) << 1440;
}

} // namespace

void TestDayGeometry::weeksShareTheWallClock_data()
{
    weeks();
}

/// The same time of the wall clock lies at the same height on each day that has it once.
void TestDayGeometry::weeksShareTheWallClock()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDate, first);
    QFETCH(const int, minutes);
    const Zone here = *Zone::fromId(zone);
    const DayAxis axis(here, first, Days);
    const DayGeometry sheet = sheetOf(axis);
    QCOMPARE(sheet.height(), minutes);
    for (int hour = 4; hour < 23; ++hour) {
        const int height = sheet.yOf(at(here, first, hour), 0);
        for (int column = 0; column < sheet.columns(); ++column) {
            const Zone::Meaning meaning = here.meaningOf(first.addDays(column / 2), QTime(hour, 0));
            if (meaning.kind != Zone::Meaning::Kind::Missing)
                QCOMPARE(sheet.yOf(meaning.first, column), height);
        }
    }
}

void TestDayGeometry::eachInstantOfAWeekHasItsPixel_data()
{
    weeks();
}

/// Instant to pixel to instant is where it began, later is lower, and what no instant has is void.
void TestDayGeometry::eachInstantOfAWeekHasItsPixel()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDate, first);
    const Zone here = *Zone::fromId(zone);
    const DayAxis axis(here, first, Days);
    const DayGeometry sheet = sheetOf(axis);
    for (int column = 0; column < sheet.columns(); ++column) {
        const int day = column / 2;
        const TimeSlot whole = here.day(first.addDays(day));
        if (!whole.isEmpty())
            QCOMPARE(axis.day(day), whole);
        QSet<int> rows;
        int before = -1;
        for (Instant t = whole.start; t < whole.end; t += Minutes(1)) {
            const int y = sheet.yOf(t, column);
            QVERIFY(y > before);
            QCOMPARE(sheet.instantAt(y, column), t);
            QVERIFY(!sheet.isVoid(y, column));
            QCOMPARE(axis.dayOf(t), day);
            rows.insert(y);
            before = y;
        }
        int empty = 0;
        for (const QRect& rect : sheet.voids(column))
            empty += rect.height();
        QCOMPARE(int(rows.size()) + empty, sheet.height());
        for (int y = 0; y < sheet.height(); ++y)
            QCOMPARE(sheet.isVoid(y, column), !rows.contains(y));
    }
}

void TestDayGeometry::aSkippedHourIsVoid()
{
    const Zone berlin = *Zone::fromId("Europe/Berlin");
    const QDate monday(2026, 3, 23);
    const QDate sunday(2026, 3, 29);
    const DayGeometry sheet = sheetOf(DayAxis(berlin, monday, Days));
    QCOMPARE(sheet.voids(12), (std::vector<QRect>{QRect(1200, 120, 100, 60)}));
    QVERIFY(sheet.voids(10).empty());
    // What ends when the clocks jump ends above the void, what begins then begins below it.
    const Instant jump = at(berlin, sunday, 3);
    QCOMPARE(sheet.rectOf({jump - Minutes(30), jump}, 12), QRect(1200, 90, 100, 30));
    QCOMPARE(sheet.rectOf({jump, jump + Minutes(30)}, 12), QRect(1200, 180, 100, 30));
    QCOMPARE(sheet.instantAt(150, 12), jump);
    // The day by itself has no void.
    QVERIFY(sheetOf(DayAxis(berlin, sunday, 1)).voids(0).empty());
    QCOMPARE(sheetOf(DayAxis(berlin, sunday, 1)).height(), 23 * 60);
}

void TestDayGeometry::aRepeatedHourIsThereTwice()
{
    const Zone berlin = *Zone::fromId("Europe/Berlin");
    const QDate monday(2026, 10, 19);
    const DayAxis axis(berlin, monday, Days);
    const DayGeometry sheet = sheetOf(axis);
    QCOMPARE(axis.fullestDay(), 6);
    const Zone::Meaning twice = berlin.meaningOf(QDate(2026, 10, 25), QTime(2, 30));
    QCOMPARE(sheet.yOf(twice.first, 12), 150);
    QCOMPARE(sheet.yOf(twice.second, 12), 210);
    QVERIFY(sheet.voids(12).empty());
    QCOMPARE(sheet.yOf(at(berlin, monday, 2, 30), 0), 150);
    QCOMPARE(sheet.yOf(at(berlin, monday, 3, 30), 0), 270);
    QCOMPARE(sheet.voids(0), (std::vector<QRect>{QRect(0, 180, 100, 60)}));
    QCOMPARE(sheetOf(DayAxis(berlin, QDate(2026, 10, 25), 1)).height(), 25 * 60);
}

void TestDayGeometry::closedColumnsTakeLess()
{
    const DayAxis axis(Zone::utc(), QDate(2026, 11, 23), 2);
    const DayGeometry sheet(axis, {Seconds(0), axis.length()}, 100, {{0, 5}, {0, 5}, {1, 2}}, 241);
    QCOMPARE(sheet.columnWidth(0), 100);
    QCOMPARE(sheet.columnWidth(2), 41);
    QCOMPARE(sheet.columnAt(199), 1);
    QCOMPARE(sheet.columnAt(240), 2);
    QCOMPARE(sheet.columnAt(241), -1);
}

void TestDayGeometry::gridSteps_data()
{
    QTest::addColumn<QTime>("time");
    QTest::addColumn<int>("grid");
    QTest::addColumn<QTime>("start");
    QTest::addColumn<QTime>("nearest");
    QTest::newRow("on a step") << QTime(10, 15) << 15 << QTime(10, 15) << QTime(10, 15);
    QTest::newRow("just after") << QTime(10, 16) << 15 << QTime(10, 15) << QTime(10, 15);
    QTest::newRow("past the middle") << QTime(10, 23) << 15 << QTime(10, 15) << QTime(10, 30);
    QTest::newRow("just before the next") << QTime(10, 29) << 15 << QTime(10, 15) << QTime(10, 30);
    QTest::newRow("steps of twenty") << QTime(10, 50) << 20 << QTime(10, 40) << QTime(11, 0);
    QTest::newRow("steps of five") << QTime(10, 52) << 5 << QTime(10, 50) << QTime(10, 50);
}

void TestDayGeometry::gridSteps()
{
    QFETCH(const QTime, time);
    QFETCH(const int, grid);
    QFETCH(const QTime, start);
    QFETCH(const QTime, nearest);
    // Kathmandu is 5:45 ahead: steps are the wall clock's, not UTC's.
    for (const char* id : {"Europe/Berlin", "Asia/Kathmandu"}) {
        const Zone zone = *Zone::fromId(id);
        const QDate date(2026, 11, 23);
        const Instant instant = at(zone, date, time.hour(), time.minute());
        QCOMPARE(zone.toLocal(gridStart(instant, Minutes(grid), zone)).time(), start);
        QCOMPARE(zone.toLocal(gridNearest(instant, Minutes(grid), zone)).time(), nearest);
    }
}

void TestDayGeometry::lanes_data()
{
    using Items = std::vector<std::vector<TimeSlot>>;
    using Lanes = std::vector<Lane>;
    QTest::addColumn<Items>("items");
    QTest::addColumn<Lanes>("expected");
    QTest::newRow("nothing") << Items{} << Lanes{};
    QTest::newRow("one after the other") << Items{{minutes(0, 30)}, {minutes(60, 90)}} << Lanes{{0, 1}, {0, 1}};
    QTest::newRow("ends when the next begins") << Items{{minutes(0, 30)}, {minutes(30, 60)}} << Lanes{{0, 1}, {0, 1}};
    QTest::newRow("two at once") << Items{{minutes(0, 30)}, {minutes(15, 45)}} << Lanes{{0, 2}, {1, 2}};
    QTest::newRow("given in another order") << Items{{minutes(15, 45)}, {minutes(0, 30)}} << Lanes{{1, 2}, {0, 2}};
    QTest::newRow("a chain shares its count")
        << Items{{minutes(0, 30)}, {minutes(20, 60)}, {minutes(50, 90)}} << Lanes{{0, 2}, {1, 2}, {0, 2}};
    QTest::newRow("three at once") << Items{{minutes(0, 60)}, {minutes(0, 60)}, {minutes(10, 20)}}
                                   << Lanes{{0, 3}, {1, 3}, {2, 3}};
    QTest::newRow("two chains apart") << Items{{minutes(0, 30)}, {minutes(10, 40)}, {minutes(50, 60)}}
                                      << Lanes{{0, 2}, {1, 2}, {0, 1}};
    QTest::newRow("one in the other's gap stays on its lane")
        << Items{{minutes(0, 35), minutes(75, 90)}, {minutes(35, 70)}} << Lanes{{0, 1}, {0, 1}};
    QTest::newRow("one that reaches out of the gap")
        << Items{{minutes(0, 35), minutes(75, 90)}, {minutes(40, 80)}} << Lanes{{0, 2}, {1, 2}};
    QTest::newRow("without any time") << Items{{}, {minutes(0, 30)}} << Lanes{{0, 1}, {0, 1}};
}

void TestDayGeometry::lanes()
{
    QFETCH(const std::vector<std::vector<TimeSlot>>, items);
    QFETCH(const std::vector<Lane>, expected);
    QCOMPARE(lanesFor(items), expected);
}

QTEST_GUILESS_MAIN(TestDayGeometry)
#include "tst_day_geometry.moc"
