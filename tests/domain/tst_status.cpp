#include "models/domain/status.h"

#include <QTest>

#include <set>
#include <utility>

using frontdesk::canFollow;
using frontdesk::claimsItsTime;
using frontdesk::Confirmation;
using frontdesk::confirmationFromCode;
using frontdesk::Status;
using frontdesk::statusFromCode;
using frontdesk::toCode;

class StatusTest : public QObject
{
    Q_OBJECT

    static constexpr std::array all = {Status::Held,      Status::Booked,    Status::Arrived,
                                       Status::InService, Status::Completed, Status::NoShow,
                                       Status::Cancelled, Status::Expired,   Status::Parked};

private slots:
    void codes()
    {
        for (const Status status : all)
            QCOMPARE(statusFromCode(QString(toCode(status))), status);
        QCOMPARE(toCode(Status::InService), QLatin1StringView("in_service"));
        QCOMPARE(toCode(Status::NoShow), QLatin1StringView("no_show"));
        QVERIFY(!statusFromCode(u"Booked"));
        QVERIFY(!statusFromCode(u""));
        for (const auto confirmation : {Confirmation::NotAsked, Confirmation::Asked, Confirmation::MessageLeft,
                                        Confirmation::Confirmed, Confirmation::RunningLate})
            QCOMPARE(confirmationFromCode(QString(toCode(confirmation))), confirmation);
        QCOMPARE(toCode(Confirmation::MessageLeft), QLatin1StringView("message_left"));
    }

    // Every pair, against the list of the schema's section "Status ways".
    void ways()
    {
        using enum Status;
        const std::set<std::pair<Status, Status>> ways = {
            {Held, Booked},         {Held, Cancelled},    {Held, Expired},        {Booked, Arrived},
            {Booked, InService},    {Booked, Completed},  {Booked, NoShow},       {Booked, Cancelled},
            {Booked, Parked},       {Arrived, InService}, {Arrived, Completed},   {Arrived, NoShow},
            {Arrived, Cancelled},   {Arrived, Booked},    {InService, Completed}, {InService, Arrived},
            {Completed, InService}, {Completed, Arrived}, {Completed, Booked},    {NoShow, Booked},
            {NoShow, Arrived},      {Expired, Held},      {Expired, Booked},      {Parked, Booked},
            {Parked, Cancelled},
        };
        for (const Status from : all) {
            for (const Status to : all)
                QCOMPARE(canFollow(from, to), ways.contains({from, to}));
        }
    }

    void cancelledGoesBackToWhatItWas()
    {
        QVERIFY(canFollow(Status::Cancelled, Status::Booked, Status::Booked));
        QVERIFY(canFollow(Status::Cancelled, Status::Parked, Status::Parked));
        QVERIFY(!canFollow(Status::Cancelled, Status::Booked, Status::Arrived));
        QVERIFY(!canFollow(Status::Cancelled, Status::Booked));
    }

    void claims()
    {
        const std::set<Status> claiming = {Status::Held, Status::Booked, Status::Arrived, Status::InService};
        for (const Status status : all)
            QCOMPARE(claimsItsTime(status), claiming.contains(status));
    }
};

QTEST_APPLESS_MAIN(StatusTest)
#include "tst_status.moc"
