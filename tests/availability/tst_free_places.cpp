#include "salon.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace frontdesk::test;
using frontdesk::Appointment;
using frontdesk::AppointmentId;
using frontdesk::BusyTime;
using frontdesk::Catalogue;
using frontdesk::Instant;
using frontdesk::Minutes;
using frontdesk::Status;
using frontdesk::TimeSlot;

using Busy = std::vector<frontdesk::BusyTime>;
using Spans = std::vector<frontdesk::TimeSlot>;

Q_DECLARE_METATYPE(Busy)

namespace
{

const Instant longAgo = at("2026-11-01 08:00");

QStringList texts(const std::vector<frontdesk::FreePlace>& places)
{
    QStringList list;
    for (const auto& place : places)
        list += salon().locations[0].zone.wallText(place.slot.start).sliced(5, 11);
    return list;
}

} // namespace

class FreePlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void nearest_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<Busy>("taken");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QStringList>("places");
        const auto row = [](const char* name, const char* start, const Busy& taken, const char* now,
                            const char* places) {
            QTest::newRow(name) << QString::fromLatin1(start) << taken << QString::fromLatin1(now)
                                << QString::fromLatin1(places).split(u',', Qt::SkipEmptyParts);
        };
        row("the wish itself and both sides, the later first", "2026-11-23 10:00", {}, "2026-11-20 08:00",
            "11-23T10:00,11-23T10:15,11-23T09:45");
        row("around what is taken", "2026-11-23 10:00", {busy(ana, "2026-11-23 10:00", 60)}, "2026-11-20 08:00",
            "11-23T09:15,11-23T11:00,11-23T09:00");
        row("not before now", "2026-11-23 10:00", {}, "2026-11-23 10:05", "11-23T10:15,11-23T10:30,11-23T10:45");
        row("over the break", "2026-11-23 13:00", {}, "2026-11-20 08:00", "11-23T12:15,11-23T14:00,11-23T12:00");
        row("from Saturday evening", "2026-11-21 17:30", {busy(ana, "2026-11-21 09:00", 510)}, "2026-11-21 08:00",
            "11-23T09:00,11-23T09:15,11-23T09:30");
        row("nothing within", "2026-11-23 10:00",
            {busy(ana, "2026-11-20 00:00", 1440, 1), busy(ana, "2026-11-21 00:00", 1440, 2),
             busy(ana, "2026-11-22 00:00", 1440, 3), busy(ana, "2026-11-23 00:00", 1440, 4),
             busy(ana, "2026-11-24 00:00", 1440, 5)},
            "2026-11-20 08:00", "");
        row("a wish between the grid", "2026-11-23 10:07", {}, "2026-11-20 08:00",
            "11-23T10:00,11-23T10:15,11-23T09:45");
    }

    void nearest()
    {
        QFETCH(QString, start);
        QFETCH(Busy, taken);
        QFETCH(QString, now);
        QFETCH(QStringList, places);
        const TimeSlot within{at("2026-11-20 00:00"), at("2026-11-25 00:00")};
        QCOMPARE(
            texts(nearestFree(salon(), taken, wish(haircut, ana, qPrintable(start)), within, at(qPrintable(now)), 3)),
            places);
    }

    void theWholePlaceLiesWithin()
    {
        const auto places = nearestFree(salon(), {}, wish(haircut, chloe, "2026-11-23 10:00"),
                                        {at("2026-11-23 10:00"), at("2026-11-23 11:00")}, longAgo, 9);
        QCOMPARE(texts(places), (QStringList{QStringLiteral("11-23T10:00"), QStringLiteral("11-23T10:15")}));
    }

    void hours_data()
    {
        QTest::addColumn<int>("resource");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("openMinutes");
        QTest::addColumn<int>("breakMinutes");
        QTest::newRow("with a break") << 1 << QDate(2026, 11, 23) << 480 << 60;
        QTest::newRow("the location's, without own") << 3 << QDate(2026, 11, 23) << 540 << 0;
        QTest::newRow("mornings") << 2 << QDate(2026, 11, 23) << 180 << 0;
        QTest::newRow("not his day") << 2 << QDate(2026, 11, 24) << 0 << 0;
        QTest::newRow("Sunday") << 1 << QDate(2026, 11, 22) << 0 << 0;
        QTest::newRow("a closure takes some") << 3 << QDate(2026, 12, 1) << 420 << 0;
        QTest::newRow("time off takes some") << 1 << QDate(2026, 12, 2) << 240 << 60;
        QTest::newRow("23 hours") << 3 << QDate(2026, 3, 29) << 23 * 60 << 0;
        QTest::newRow("25 hours") << 3 << QDate(2026, 10, 25) << 25 * 60 << 0;
        QTest::newRow("unknown") << 99 << QDate(2026, 11, 23) << 0 << 0;
    }

    void hours()
    {
        QFETCH(int, resource);
        QFETCH(QDate, date);
        QFETCH(int, openMinutes);
        QFETCH(int, breakMinutes);
        Catalogue book = salon();
        book.closures = {{here, from("2026-12-01 10:00", 120), {}}};
        book.timeOff = {{ana, from("2026-12-02 00:00", 13 * 60), {}}};
        if (date.month() != 11 && date.month() != 12)
            book.locations[0].hours[6] = {{QTime(0, 0), QTime()}};
        const auto day = hoursOn(book, frontdesk::ResourceId(resource), date);
        const auto minutes = [](const Spans& spans) {
            Minutes sum{0};
            for (const TimeSlot& span : spans)
                sum += std::chrono::duration_cast<Minutes>(span.length());
            return static_cast<int>(sum.count());
        };
        QCOMPARE(minutes(day.open), openMinutes);
        QCOMPARE(minutes(day.breaks), breakMinutes);
        if (resource == 3)
            QCOMPARE(hoursOn(book, here, date), day.open);
    }

    void free_data()
    {
        QTest::addColumn<Busy>("taken");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("now");
        QTest::addColumn<int>("count");
        const QString early = QStringLiteral("2026-11-23 08:00");
        QTest::newRow("an empty day") << Busy{} << 60 << early << 8;
        QTest::newRow("45 minutes") << Busy{} << 45 << early << 10;
        QTest::newRow("what is left") << Busy{} << 60 << QStringLiteral("2026-11-23 15:50") << 2;
        QTest::newRow("after hours") << Busy{} << 15 << QStringLiteral("2026-11-23 18:00") << 0;
        QTest::newRow("a taken hour") << Busy{busy(ana, "2026-11-23 10:00", 60)} << 60 << early << 7;
        QTest::newRow("a gap off the grid counts from the grid on")
            << Busy{busy(ana, "2026-11-23 09:00", 65), busy(ana, "2026-11-23 11:00", 420)} << 45 << early << 1;
        QTest::newRow("a gap that is a minute short")
            << Busy{busy(ana, "2026-11-23 09:00", 61), busy(ana, "2026-11-23 11:00", 420)} << 46 << early << 0;
        QTest::newRow("full") << Busy{busy(ana, "2026-11-23 09:00", 540)} << 15 << early << 0;
        QTest::newRow("nothing asked") << Busy{} << 0 << early << 0;
    }

    void free()
    {
        QFETCH(Busy, taken);
        QFETCH(int, minutes);
        QFETCH(QString, now);
        QFETCH(int, count);
        QCOMPARE(freePlaces(salon(), taken, ana, QDate(2026, 11, 23), Minutes(minutes), at(qPrintable(now))), count);
    }

    void busyTimesOfRows_data()
    {
        QTest::addColumn<Status>("status");
        QTest::addColumn<Spans>("slots_");
        const Spans whole = {from("2026-11-23 10:00", 35), from("2026-11-23 11:15", 25)};
        QTest::newRow("booked") << Status::Booked << whole;
        QTest::newRow("arrived") << Status::Arrived << whole;
        QTest::newRow("in service") << Status::InService << whole;
        QTest::newRow("held") << Status::Held << whole;
        QTest::newRow("completed early is cut, what comes later goes")
            << Status::Completed << Spans{from("2026-11-23 10:00", 20)};
        QTest::newRow("a no-show is cut") << Status::NoShow << Spans{from("2026-11-23 10:00", 20)};
        QTest::newRow("cancelled") << Status::Cancelled << Spans{};
        QTest::newRow("parked") << Status::Parked << Spans{};
        QTest::newRow("expired") << Status::Expired << Spans{};
    }

    void busyTimesOfRows()
    {
        QFETCH(Status, status);
        QFETCH(Spans, slots_);
        Appointment row;
        row.id = AppointmentId(5);
        row.slot = from("2026-11-23 10:00", 90);
        row.takes = {{ana, Minutes(0), Minutes(35), 1}, {ana, Minutes(75), Minutes(100), 1}};
        row.status = status;
        row.statusAt = at("2026-11-23 10:20");
        row.heldUntil = at("2026-11-23 09:30");
        Spans found;
        for (const BusyTime& time : busyTimes(std::array{row}, at("2026-11-23 09:00"))) {
            QCOMPARE(time.by, row.id);
            found.push_back(time.slot);
        }
        QCOMPARE(found, slots_);
        QVERIFY(busyTimes(std::array{row}, at("2026-11-23 09:00"), row.id).empty());
        if (status == Status::Held)
            QVERIFY(busyTimes(std::array{row}, at("2026-11-23 09:30")).empty());
        row.session = AppointmentId(4);
        QVERIFY(busyTimes(std::array{row}, at("2026-11-23 09:00")).empty());
    }

    void aDayOfThirtyStaffIsQuick()
    {
        Catalogue book = salon();
        Busy taken;
        for (qint64 id = 100; id < 130; ++id) {
            frontdesk::Resource staff = book.resources[0];
            staff.id = frontdesk::ResourceId(id);
            book.resources.push_back(staff);
            for (int i = 0; i < 12; ++i)
                taken.push_back({staff.id,
                                 from("2026-11-23 09:00", 40).movedTo(at("2026-11-23 09:00") + Minutes(45 * i)), 1,
                                 AppointmentId(id * 100 + i)});
        }
        qint64 best = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 5; ++round) {
            QElapsedTimer timer;
            timer.start();
            for (qint64 id = 100; id < 130; ++id)
                QCOMPARE(freePlaces(book, taken, frontdesk::ResourceId(id), QDate(2026, 11, 23), Minutes(45), longAgo),
                         0);
            best = std::min(best, timer.nsecsElapsed());
        }
        qInfo("thirty staff, a day: %.2f ms", static_cast<double>(best) / 1e6);
        QVERIFY2(best < 25'000'000, "five times what a desk is allowed, for builds with sanitizers");
    }
};

QTEST_APPLESS_MAIN(FreePlacesTest)
#include "tst_free_places.moc"
