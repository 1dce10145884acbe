#include "salon.h"

#include <QTest>

#include <functional>

using namespace frontdesk::test;
using frontdesk::Catalogue;
using frontdesk::Minutes;
using frontdesk::Reason;
using frontdesk::Request;
using Kind = frontdesk::Reason::Kind;

using Kinds = std::vector<frontdesk::Reason::Kind>;
using Busy = std::vector<frontdesk::BusyTime>;
using Change = std::function<void(Catalogue&)>;

Q_DECLARE_METATYPE(Kinds)
Q_DECLARE_METATYPE(Busy)
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(frontdesk::Request)

class ReasonsTest : public QObject
{
    Q_OBJECT

    static void row(const char* name, const Request& request, const Busy& busy, const Kinds& kinds,
                    const Change& change = {}, const char* now = "2026-11-20 08:00")
    {
        QTest::newRow(name) << request << busy << kinds << change << QString::fromLatin1(now);
    }

    static Request ofLength(Request request, int minutes)
    {
        request.length = Minutes(minutes);
        return request;
    }

    static Request with(Request request, std::vector<frontdesk::ResourceId> others)
    {
        request.others = std::move(others);
        return request;
    }

    static void hoursRows()
    {
        row("free", wish(haircut, ana, "2026-11-23 10:00"), {}, {});
        row("ends when they close", wish(haircut, chloe, "2026-11-23 17:15"), {}, {});
        row("ends after they close", wish(haircut, chloe, "2026-11-23 17:30"), {}, {Kind::Closed});
        row("a buffer may run past closing", wish(massage, chloe, "2026-11-23 17:00"), {}, {});
        row("before they open", wish(haircut, ana, "2026-11-23 08:30"), {}, {Kind::Closed});
        row("Sunday", wish(haircut, ana, "2026-11-22 10:00"), {}, {Kind::Closed});
        row("into the break", wish(haircut, ana, "2026-11-23 12:30"), {}, {Kind::Break});
        row("ends when the break begins", wish(haircut, ana, "2026-11-23 12:15"), {}, {});
        row("begins when the break ends", wish(haircut, ana, "2026-11-23 14:00"), {}, {});
        row("the colour develops over the break", with(wish(colour, ana, "2026-11-23 12:15"), {}), {}, {Kind::Break});
        row("a colour around a short break", wish(colour, ana, "2026-11-23 12:15"), {}, {}, [](Catalogue& book) {
            book.resources[0].hours[0] = {{QTime(9, 0), QTime(13, 0)}, {QTime(13, 30), QTime(18, 0)}};
        });
        row("not his hours", wish(haircut, ben, "2026-11-23 11:30"), {}, {Kind::Hours});
        row("not his day", wish(haircut, ben, "2026-11-24 10:00"), {}, {Kind::Hours});
        row("a closure", wish(haircut, ana, "2026-11-23 10:00"), {}, {Kind::Closure}, [](Catalogue& book) {
            book.closures = {{here, from("2026-11-23 10:30", 60), QStringLiteral("painters")}};
        });
        row("after the closure", wish(haircut, ana, "2026-11-23 11:30"), {}, {}, [](Catalogue& book) {
            book.closures = {{here, from("2026-11-23 10:30", 60), QStringLiteral("painters")}};
        });
        row("time off", wish(haircut, ana, "2026-11-23 10:00"), {}, {Kind::TimeOff}, [](Catalogue& book) {
            book.timeOff = {{ana, from("2026-11-23 00:00", 24 * 60), QStringLiteral("holiday")}};
        });
        row("somebody else's time off", wish(haircut, ana, "2026-11-23 10:00"), {}, {}, [](Catalogue& book) {
            book.timeOff = {{ben, from("2026-11-23 00:00", 24 * 60), QStringLiteral("holiday")}};
        });
        row("closed and off the grid", wish(haircut, ana, "2026-11-22 10:05"), {}, {Kind::Grid, Kind::Closed});
    }

    static void nowRows()
    {
        row("in the past", wish(haircut, ana, "2026-11-23 10:00"), {}, {Kind::Past}, {}, "2026-11-23 10:15");
        row("a walk-in of this quarter", wish(haircut, ana, "2026-11-23 10:00"), {}, {}, {}, "2026-11-23 10:14");
        row("off the grid", wish(haircut, ana, "2026-11-23 10:10"), {}, {Kind::Grid});
        row("on a finer grid", wish(haircut, ana, "2026-11-23 10:10"), {}, {},
            [](Catalogue& book) { book.locations[0].grid = Minutes(5); });
        const auto twoHours = [](Catalogue& book) { book.locations[0].notice = Minutes(120); };
        row("too short a notice", wish(haircut, ana, "2026-11-23 10:00"), {}, {Kind::Notice}, twoHours,
            "2026-11-23 08:01");
        row("just enough notice", wish(haircut, ana, "2026-11-23 10:00"), {}, {}, twoHours, "2026-11-23 08:00");
    }

    static void takenRows()
    {
        const Request cut = wish(haircut, ana, "2026-11-23 10:00");
        row("taken", cut, {busy(ana, "2026-11-23 10:30", 30)}, {Kind::Taken});
        row("taken by two", cut, {busy(ana, "2026-11-23 09:30", 45), busy(ana, "2026-11-23 10:30", 30, 2)},
            {Kind::Taken, Kind::Taken});
        row("begins when the other ends", cut, {busy(ana, "2026-11-23 09:00", 60)}, {});
        row("ends when the other begins", cut, {busy(ana, "2026-11-23 10:45", 60)}, {});
        row("another's time", cut, {busy(ben, "2026-11-23 10:00", 60)}, {});
        row("a long one that began much earlier", cut,
            {busy(ana, "2026-11-23 09:45", 10, 2), busy(ana, "2026-11-23 00:00", 24 * 60)}, {Kind::Taken});
        row("the buffer before is counted", wish(massage, chloe, "2026-11-23 10:00"),
            {busy(chloe, "2026-11-23 09:00", 56)}, {Kind::Taken});
        row("the buffer before just fits", wish(massage, chloe, "2026-11-23 10:00"),
            {busy(chloe, "2026-11-23 09:00", 55)}, {});
        row("the buffer after is counted", wish(massage, chloe, "2026-11-23 10:00"),
            {busy(chloe, "2026-11-23 11:00", 30)}, {Kind::Taken});
        row("a cut while the colour develops", wish(colour, ana, "2026-11-23 10:00"),
            {busy(ana, "2026-11-23 10:35", 40)}, {});
        row("a cut that lasts into the rinse", wish(colour, ana, "2026-11-23 10:00"),
            {busy(ana, "2026-11-23 10:35", 41)}, {Kind::Taken});
        row("a longer one", ofLength(cut, 60), {busy(ana, "2026-11-23 10:45", 60)}, {Kind::Taken});
        row("a shorter one", ofLength(cut, 30), {busy(ana, "2026-11-23 10:30", 60)}, {});
        row("capacity of two, one there", cut, {busy(ana, "2026-11-23 10:00", 45)}, {},
            [](Catalogue& book) { book.resources[0].capacity = 2; });
        row("capacity of two, two one after the other", cut,
            {busy(ana, "2026-11-23 10:00", 15), busy(ana, "2026-11-23 10:15", 15, 2)}, {},
            [](Catalogue& book) { book.resources[0].capacity = 2; });
        row("capacity of two, two at one moment", cut,
            {busy(ana, "2026-11-23 10:00", 16), busy(ana, "2026-11-23 10:15", 15, 2)}, {Kind::Taken, Kind::Taken},
            [](Catalogue& book) { book.resources[0].capacity = 2; });
        row("a claim of two units", cut, {busy(ana, "2026-11-23 10:00", 15, 1, 2)}, {Kind::Taken},
            [](Catalogue& book) { book.resources[0].capacity = 2; });
    }

    static void roomRows()
    {
        const Request colouring = wish(colour, ana, "2026-11-23 10:00");
        row("the other room", colouring, {busy(room4, "2026-11-23 10:00", 60)}, {});
        row("no room", colouring, {busy(room4, "2026-11-23 10:00", 60), busy(room5, "2026-11-23 11:00", 60, 2)},
            {Kind::NoRoom});
        row("a room asked for by name is taken", with(colouring, {room4}), {busy(room4, "2026-11-23 10:00", 60)},
            {Kind::Taken});
        row("a room that can't host it", with(wish(massage, chloe, "2026-11-23 10:00"), {room5}), {}, {Kind::Unable});
        row("no able room at all", wish(massage, chloe, "2026-11-23 10:00"), {}, {Kind::NoRoom},
            [](Catalogue& book) { book.services[2].able = {chloe}; });
        row("the last room is retired", wish(massage, chloe, "2026-11-23 10:00"), {}, {Kind::NoRoom},
            [](Catalogue& book) { book.resources[3].retired = true; });
        row("the room is closed for paint", wish(massage, chloe, "2026-11-23 10:00"), {}, {Kind::NoRoom},
            [](Catalogue& book) {
                book.timeOff = {{room4, from("2026-11-23 09:00", 90), {}}};
            });
        row("the sauna has place for a third", wish(sweating, {}, "2026-11-23 10:00"),
            {busy(sauna, "2026-11-23 10:00", 60), busy(sauna, "2026-11-23 10:30", 60, 2)}, {});
        row("but not for a fourth", wish(sweating, {}, "2026-11-23 10:00"),
            {busy(sauna, "2026-11-23 10:00", 60, 1, 2), busy(sauna, "2026-11-23 10:30", 60, 2)}, {Kind::NoRoom});
    }

    static void requestRows()
    {
        row("unable", wish(colour, ben, "2026-11-23 10:00"), {}, {Kind::Unable});
        row("a retired service", wish(haircut, ana, "2026-11-23 10:00"), {}, {Kind::Retired},
            [](Catalogue& book) { book.services[0].retired = true; });
        row("a retired stylist", wish(haircut, ana, "2026-11-23 10:00"), {}, {Kind::Retired},
            [](Catalogue& book) { book.resources[0].retired = true; });
        row("an unknown stylist", wish(haircut, frontdesk::ResourceId(99), "2026-11-23 10:00"), {}, {Kind::Retired});
        row("a stylist of another place", wish(haircut, ana, "2026-11-23 10:00"), {}, {Kind::Unable},
            [](Catalogue& book) { book.resources[0].location = frontdesk::LocationId(2); });
        row("a length that the steps can't have", ofLength(wish(colour, ana, "2026-11-23 10:00"), 60), {},
            {Kind::Unable});
        row("an unknown service", wish(frontdesk::ServiceId(99), ana, "2026-11-23 10:00"), {}, {Kind::Retired});
        const Request block = ofLength(wish({}, ana, "2026-11-23 10:00"), 30);
        row("a block", block, {}, {});
        row("a block on a taken place", block, {busy(ana, "2026-11-23 10:15", 30)}, {Kind::Taken});
        row("a block of a room", with(ofLength(wish({}, {}, "2026-11-23 10:00"), 30), {room4}),
            {busy(room4, "2026-11-23 10:15", 30)}, {Kind::Taken});
    }

    static void nightRows()
    {
        const auto nights = [](Catalogue& book) {
            book.locations[0].hours[6] = {{QTime(0, 0), QTime()}};
            book.locations[0].hours[5] = {{QTime(9, 0), QTime()}};
            book.resources[0].hours = {};
        };
        row("over midnight", wish(haircut, ana, "2026-11-21 23:30"), {}, {}, nights);
        row("over the hour that is missing", wish(haircut, ana, "2026-03-29 01:30"), {}, {}, nights,
            "2026-03-01 08:00");
        row("in the hour that comes twice", wish(haircut, ana, "2026-10-25 02:30"), {}, {}, nights, "2026-10-01 08:00");
    }

private slots:
    void reasons_data()
    {
        QTest::addColumn<Request>("request");
        QTest::addColumn<Busy>("taken");
        QTest::addColumn<Kinds>("kinds");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("now");
        hoursRows();
        nowRows();
        takenRows();
        roomRows();
        requestRows();
        nightRows();
    }

    void reasons()
    {
        QFETCH(Request, request);
        QFETCH(Busy, taken);
        QFETCH(Kinds, kinds);
        QFETCH(Change, change);
        QFETCH(QString, now);
        Catalogue book = salon();
        if (change)
            change(book);
        Kinds found;
        for (const Reason& reason : reasonsAgainst(book, taken, request, at(qPrintable(now))))
            found.push_back(reason.kind);
        QCOMPARE(found, kinds);
    }

    void whatIsMeantIsTold()
    {
        Catalogue book = salon();
        book.closures = {{here, from("2026-11-23 12:00", 180), QStringLiteral("painters")}};
        const auto found = reasonsAgainst(book, Busy{busy(ana, "2026-11-23 12:30", 60, -7)},
                                          wish(haircut, ana, "2026-11-23 12:30"), at("2026-11-20 08:00"));
        QCOMPARE(found.size(), size_t(3));
        QCOMPARE(found[0].kind, Kind::Closure);
        QCOMPARE(found[0].text, QStringLiteral("painters"));
        QVERIFY(found[0].soft);
        QCOMPARE(found[1].kind, Kind::Break);
        QCOMPARE(found[1].slot, from("2026-11-23 13:00", 60));
        QCOMPARE(found[1].resource, ana);
        QCOMPARE(found[2].kind, Kind::Taken);
        QVERIFY(!found[2].soft);
        QCOMPARE(found[2].by, frontdesk::AppointmentId(-7));
        QCOMPARE(found[2].slot, from("2026-11-23 12:30", 60));
    }

    /// By its own takes: while the colour develops Ana has her break, and her buffer may lie in it.
    void anAppointmentIsJudgedByWhatItTakes()
    {
        frontdesk::Appointment booked;
        booked.location = here;
        booked.service = colour;
        booked.staff = ana;
        booked.slot = from("2026-11-23 12:25", 110);
        booked.takes = {{ana, Minutes(-10), Minutes(35)}, {ana, Minutes(95), Minutes(120)}};
        QVERIFY(reasonsAgainst(salon(), booked).empty());
        booked.takes.front().to = Minutes(40);
        Catalogue book = salon();
        book.timeOff = {{ana, from("2026-11-23 12:30", 120), QStringLiteral("ill")}};
        const auto found = reasonsAgainst(book, booked);
        QCOMPARE(found.size(), size_t(2)); // each once
        QCOMPARE(found[0].kind, Kind::Break);
        QCOMPARE(found[0].slot, from("2026-11-23 13:00", 60));
        QCOMPARE(found[1].kind, Kind::TimeOff);
        QCOMPARE(found[1].text, QStringLiteral("ill"));
    }

    void noRoomNamesWhoHasIt()
    {
        const Busy taken = {busy(room4, "2026-11-23 10:00", 60, 12)};
        const auto found =
            reasonsAgainst(salon(), taken, wish(massage, chloe, "2026-11-23 10:00"), at("2026-11-20 08:00"));
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].resource, room4);
        QCOMPARE(found[0].by, frontdesk::AppointmentId(12));
    }
};

QTEST_APPLESS_MAIN(ReasonsTest)
#include "tst_reasons.moc"
