#include "paper/from_book.h"
#include "tests/paper/paper_fixture.h"

#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

const QDate monday(2026, 11, 23);

WeeklyHours weekdays()
{
    WeeklyHours hours;
    for (size_t day = 0; day < 5; ++day)
        hours[day] = {{QTime(9, 0), QTime(13, 0)}, {QTime(14, 0), QTime(18, 0)}};
    return hours;
}

Resource resource(qint64 id, qint64 location, const char* name, ResourceKind kind = ResourceKind::Staff)
{
    Resource made;
    made.id = ResourceId(id);
    made.location = LocationId(location);
    made.name = QString::fromUtf8(name);
    made.kind = kind;
    made.hours = weekdays();
    return made;
}

/// Two places; Ana, Ben and room 4 at the first, Chloé at the second.
Catalogue business()
{
    Catalogue book;
    book.businessName = QStringLiteral("Salon Sommer");
    for (const qint64 id : {1, 2}) {
        Location location;
        location.id = LocationId(id);
        location.name = id == 1 ? QStringLiteral("Mitte") : QStringLiteral("Nord");
        location.zone = berlin();
        location.hours = weekdays();
        book.locations.push_back(location);
    }
    book.resources = {resource(1, 1, "Ana"), resource(2, 1, "Ben"), resource(3, 2, "Chloé"),
                      resource(4, 1, "Room 4", ResourceKind::Room)};
    return book;
}

Appointment booked(qint64 id, qint64 staff, const char* from, int minutes, const char* client)
{
    Appointment row;
    row.id = AppointmentId(id);
    row.location = LocationId(1);
    row.client = ClientId(id);
    row.service = ServiceId(1);
    row.staff = ResourceId(staff);
    row.slot = {wall(monday, from), wall(monday, from) + Minutes(minutes)};
    row.takes = {{ResourceId(staff), Seconds(0), Minutes(minutes), 1}};
    row.clientName = QString::fromUtf8(client);
    row.serviceName = QStringLiteral("Haircut");
    row.price = {4500, "EUR"};
    return row;
}

QStringList names(const std::vector<PaperStaff>& staff)
{
    QStringList all;
    for (const PaperStaff& one : staff)
        all += one.name;
    return all;
}

QStringList names(const PaperStaff& staff)
{
    QStringList all;
    for (const PaperVisit& visit : staff.visits)
        all += visit.name;
    return all;
}

} // namespace

/// What of the book goes on paper.
class TestFromBook : public QObject
{
    Q_OBJECT
private slots:
    void rowsStandUnderTheirStaffByStart()
    {
        const Instant now = wall(monday, "08:00");
        std::vector<Appointment> rows{booked(11, 1, "11:00", 45, "Omar"), booked(12, 1, "09:00", 45, "Lena"),
                                      booked(13, 2, "10:00", 45, "Mia"), booked(14, 3, "10:00", 45, "Elsewhere")};
        rows[3].location = LocationId(2);
        const PaperDay day = paperDay(business(), LocationId(1), monday, rows, now);
        QCOMPARE(day.place.business, QStringLiteral("Salon Sommer"));
        QCOMPARE(day.place.location, QStringLiteral("Mitte"));
        QVERIFY(!day.oneStaff);
        QCOMPARE(names(day.staff), QStringList({QStringLiteral("Ana"), QStringLiteral("Ben")}));
        QCOMPARE(names(day.staff[0]), QStringList({QStringLiteral("Lena"), QStringLiteral("Omar")}));
        QCOMPARE(day.staff[0].open.size(), size_t(2));
        QCOMPARE(day.staff[0].breaks.size(), size_t(1));
        QCOMPARE(day.staff[0].busy.size(), size_t(2));
        const PaperDay one = paperDay(business(), LocationId(1), monday, rows, now, ResourceId(2));
        QVERIFY(one.oneStaff);
        QCOMPARE(names(one.staff), QStringList{QStringLiteral("Ben")});
    }

    void whatIsGoneStaysOffPaper()
    {
        const Instant now = wall(monday, "12:00");
        std::vector<Appointment> rows;
        const std::pair<Status, const char*> statuses[] = {
            {Status::Booked, "booked"},   {Status::Cancelled, "cancelled"}, {Status::Expired, "expired"},
            {Status::Parked, "parked"},   {Status::NoShow, "no-show"},      {Status::Completed, "completed"},
            {Status::Arrived, "arrived"}, {Status::Held, "held"},           {Status::Held, "ran out"}};
        for (const auto& [status, name] : statuses) {
            rows.push_back(booked(qint64(rows.size()) + 11, 1, "10:00", 45, name));
            rows.back().status = status;
            rows.back().statusAt = wall(monday, "10:20");
        }
        rows[7].heldUntil = now + Minutes(5);
        rows[8].heldUntil = now - Minutes(5);
        rows.push_back(booked(-3, 1, "15:00", 45, "another desk"));
        rows.back().isDeskHold = true;
        const PaperDay day = paperDay(business(), LocationId(1), monday, rows, now, ResourceId(1));
        QCOMPARE(names(day.staff[0]),
                 QStringList({QStringLiteral("booked"), QStringLiteral("no-show"), QStringLiteral("completed"),
                              QStringLiteral("arrived"), QStringLiteral("held")}));
        QVERIFY(day.staff[0].visits[1].noShow);
        QVERIFY(day.staff[0].visits[4].held);
    }

    void alertsAreAFlagAndBlocksHaveTheirLabel()
    {
        std::vector<Appointment> rows{booked(11, 1, "10:00", 45, "Lena"), booked(12, 1, "11:00", 45, "")};
        rows[0].clientAlert = QStringLiteral("allergic to ammonia");
        rows[1].client = {};
        rows[1].service = {};
        rows[1].serviceName.clear();
        rows[1].label = QStringLiteral("Training");
        rows.push_back(booked(13, 0, "12:00", 45, ""));
        rows[2].client = {};
        rows[2].label = QStringLiteral("Boiler");
        rows[2].serviceName.clear();
        rows[2].otherResources = QStringLiteral("Room 4");
        const PaperDay day = paperDay(business(), LocationId(1), monday, rows, wall(monday, "08:00"));
        QVERIFY(day.staff[0].visits[0].alert);
        QCOMPARE(names(day.staff[0]), QStringList({QStringLiteral("Lena"), QStringLiteral("Training")}));
        QCOMPARE(names(day.staff), QStringList({QStringLiteral("Ana"), QStringLiteral("Ben"), QString()}));
        QCOMPARE(day.staff[2].visits[0].rooms, QStringLiteral("Room 4"));
    }

    void aSeatStandsUnderItsSession()
    {
        std::vector<Appointment> rows{booked(21, 2, "10:00", 60, ""), booked(22, 0, "10:00", 60, "Lena")};
        rows[0].client = {};
        rows[0].serviceName = QStringLiteral("Yoga");
        rows[1].session = AppointmentId(21);
        rows[1].takes = {};
        const PaperDay day = paperDay(business(), LocationId(1), monday, rows, wall(monday, "08:00"));
        QCOMPARE(names(day.staff[1]), QStringList({QStringLiteral("Yoga"), QStringLiteral("Lena")}));
        QCOMPARE(day.staff[1].busy.size(), size_t(1));
    }

    void whoIsOffAndHasNothingIsLeftOut()
    {
        const QDate sunday = monday.addDays(6);
        const PaperDay all = paperDay(business(), LocationId(1), sunday, {}, wall(monday, "08:00"));
        QVERIFY(all.staff.empty());
        const PaperDay one = paperDay(business(), LocationId(1), sunday, {}, wall(monday, "08:00"), ResourceId(1));
        QCOMPARE(one.staff.size(), size_t(1));
        QVERIFY(one.staff[0].open.empty());
    }

    void theWeekBeginsOnMonday()
    {
        const std::vector<Appointment> rows{booked(11, 1, "10:00", 45, "Lena"), booked(12, 2, "10:00", 45, "Omar")};
        for (const int day : {0, 3, 6}) {
            const PaperWeek week =
                paperWeek(business(), ResourceId(1), monday.addDays(day), rows, wall(monday, "08:00"));
            QCOMPARE(week.staff, QStringLiteral("Ana"));
            QCOMPARE(week.days.size(), size_t(7));
            QCOMPARE(week.days[0].date, monday);
            QCOMPARE(names(week.days[0].staff), QStringList{QStringLiteral("Lena")});
            QVERIFY(week.days[6].staff.open.empty());
        }
        QCOMPARE(weekOf(monday.addDays(2), berlin()),
                 (TimeSlot{berlin().day(monday).start, berlin().day(monday.addDays(7)).start}));
        // The week in which the clocks go back has an hour more.
        QCOMPARE(weekOf(QDate(2026, 10, 25), berlin()).length(), Seconds((7 * 24 + 1) * 3600));
    }
};

QTEST_GUILESS_MAIN(TestFromBook)
#include "tst_from_book.moc"
