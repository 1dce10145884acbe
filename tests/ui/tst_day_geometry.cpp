#include "ui/day_geometry.h"

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
