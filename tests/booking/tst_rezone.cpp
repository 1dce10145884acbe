#include "models/booking/rezone.h"

#include "tests/support/test_database.h"

#include <QtTest>

using namespace frontdesk;
using frontdesk::test::TestDatabase;

namespace
{

const LocationId salon{1};

/// An appointment of Ana as it was promised: 45 minutes with 5 behind, at a wall time of Berlin in the summer of 2091.
void insertPromised(const TestDatabase& database, const QString& local, qint64 startsAt, const char* status = "booked",
                    const char* zone = "Europe/Berlin", int staff = 1)
{
    const QString held =
        QLatin1StringView(status) == QLatin1StringView("held") ? QString::number(startsAt) : QStringLiteral("NULL");
    const auto typed = database.typed(
        QStringLiteral(
            "INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, local_start, "
            "zone, "
            "buffer_after, takes, currency, status, held_until) VALUES (1, 1, 1, %5, %1, %1 + 2700, '%2', '%3', 300, "
            "'[{\"resource\": %5, \"from\": 0, \"to\": 3000, \"units\": 1}]', 'EUR', '%4', %6)")
            .arg(startsAt)
            .arg(local, QLatin1StringView(zone), QLatin1StringView(status))
            .arg(staff)
            .arg(held));
    if (typed.error)
        qFatal("%s", qPrintable(typed.error.rule + typed.error.text));
}

qint64 instantOf(const char* zone, QDate date, QTime time)
{
    return toUnix(Zone::fromId(zone)->meaningOf(date, time).first);
}

QVariant of(const TestDatabase& database, const char* column, int id)
{
    return database
        .typed(QStringLiteral("SELECT %1 FROM appointment WHERE id = %2").arg(QLatin1StringView(column)).arg(id))
        .value;
}

const QDate day(2091, 6, 11); // a Monday
const Sender owner{PersonId(1), QStringLiteral("a test"), QStringLiteral("rezone")};
const Instant now = instantFromUnix(1795773600); // 2026-11-27

} // namespace

/// Keeping what was promised when a zone's rules or a location's zone change.
class TestRezone : public QObject
{
    Q_OBJECT
private slots:
    void whatMatchesStays_data() { test::onBothDatabases(); }
    void whatMatchesStays()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        insertPromised(database, QStringLiteral("2091-06-11T10:00:00"), instantOf("Europe/Berlin", day, QTime(10, 0)));
        const auto connection = database.connect();
        QVERIFY(planRezone(*connection, now).rows.empty());
        const RezoneDone done = rezone(*connection, owner, now);
        QVERIFY(!done.error);
        QCOMPARE(done.moved, 0);
        QCOMPARE(of(database, "version", 1).toInt(), 1);
    }

    /// The rules changed by an hour: a chain of neighbours moves as a whole, whatever the order of their ids.
    void aChainMovesByAnHour_data() { test::onBothDatabases(); }
    void aChainMovesByAnHour()
    {
        QFETCH(Dialect, dialect);
        for (const int shift : {3600, -3600}) {
            const TestDatabase database(dialect);
            database.fillSmallSalon();
            for (const int hour : {12, 10, 11})
                insertPromised(database, QStringLiteral("2091-06-11T%1:00:00").arg(hour),
                               instantOf("Europe/Berlin", day, QTime(hour, 0)) + shift);
            const auto connection = database.connect();
            const RezonePlan plan = planRezone(*connection, now);
            QVERIFY(!plan.error);
            QCOMPARE(plan.rows.size(), 3u);
            QVERIFY(plan.rows.front().before.start < plan.rows.back().before.start);
            const RezoneDone done = rezone(*connection, owner, now);
            QVERIFY2(!done.error, qPrintable(done.error.rule + done.error.text));
            QCOMPARE(done.moved, 3);
            for (const auto& [id, hour] : {std::pair(1, 12), std::pair(2, 10), std::pair(3, 11)}) {
                QCOMPARE(of(database, "starts_at", id).toLongLong(), instantOf("Europe/Berlin", day, QTime(hour, 0)));
                QCOMPARE(of(database, "version", id).toInt(), 2);
                QCOMPARE(of(database, "command_id", id).toString(), QStringLiteral("rezone"));
            }
            QVERIFY(planRezone(*connection, now).rows.empty());
        }
    }

    /// A seat that is older than its session, which was moved to another one, has the lower id.
    void aSessionMovesWithItsSeats_data() { test::onBothDatabases(); }
    void aSessionMovesWithItsSeats()
    {
        QFETCH(Dialect, dialect);
        for (const int shift : {3600, -3600}) {
            const TestDatabase database(dialect);
            database.fillSmallSalon();
            const qint64 start = instantOf("Europe/Berlin", day, QTime(10, 0)) + shift;
            const auto insert = [&](int id, const QString& client, const QString& session, int seats,
                                    const QString& takes, const QString& staff) {
                const auto typed = database.typed(
                    QStringLiteral("INSERT INTO appointment (id, location_id, client_id, service_id, staff_id, "
                                   "starts_at, ends_at, local_start, zone, takes, currency, status, session_id, seats) "
                                   "VALUES (%1, 1, %2, 3, %7, %3, %3 + 3600, '2091-06-11T10:00:00', 'Europe/Berlin', "
                                   "'%6', 'EUR', 'booked', %4, %5)")
                        .arg(id)
                        .arg(client)
                        .arg(start)
                        .arg(session)
                        .arg(seats)
                        .arg(takes, staff));
                if (typed.error)
                    qFatal("%s", qPrintable(typed.error.rule + typed.error.text));
            };
            insert(10, QStringLiteral("NULL"), QStringLiteral("NULL"), 3,
                   QStringLiteral(R"([{"resource": 3, "from": 0, "to": 3600, "units": 1}])"), QStringLiteral("3"));
            insert(5, QStringLiteral("1"), QStringLiteral("10"), 1, QStringLiteral("[]"), QStringLiteral("NULL"));
            insert(11, QStringLiteral("2"), QStringLiteral("10"), 2, QStringLiteral("[]"), QStringLiteral("NULL"));
            const auto connection = database.connect();
            QCOMPARE(planRezone(*connection, now).rows.size(), 3u);
            const RezoneDone done = rezone(*connection, owner, now);
            QVERIFY2(!done.error, qPrintable(done.error.rule + done.error.text));
            QCOMPARE(done.moved, 3);
            for (const int id : {5, 10, 11}) {
                QCOMPARE(of(database, "starts_at", id).toLongLong(), start - shift);
                QCOMPARE(of(database, "version", id).toInt(), 2);
            }
            QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM claim")).value.toInt(), 1);
            // And with its location to another zone.
            const Zone lisbon = *Zone::fromId("Europe/Lisbon");
            const RezoneDone moved = rezone(*connection, owner, now, salon, lisbon);
            QVERIFY2(!moved.error, qPrintable(moved.error.rule + moved.error.text));
            QCOMPARE(moved.moved, 3);
            QCOMPARE(of(database, "starts_at", 5).toLongLong(), instantOf("Europe/Lisbon", day, QTime(10, 0)));
        }
    }

    void whatIsOverOrGivenUpStays_data() { test::onBothDatabases(); }
    void whatIsOverOrGivenUpStays()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const qint64 wrong = instantOf("Europe/Berlin", day, QTime(11, 0));
        insertPromised(database, QStringLiteral("2091-06-11T10:00:00"), wrong, "cancelled");
        insertPromised(database, QStringLiteral("2021-06-11T10:00:00"), 1623400000);
        const auto connection = database.connect();
        QVERIFY(planRezone(*connection, now).rows.empty());
    }

    void aLocationTakesAnotherZone_data() { test::onBothDatabases(); }
    void aLocationTakesAnotherZone()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        insertPromised(database, QStringLiteral("2091-06-11T10:00:00"), instantOf("Europe/Berlin", day, QTime(10, 0)));
        insertPromised(database, QStringLiteral("2091-06-11T11:00:00"), instantOf("Europe/Berlin", day, QTime(11, 0)),
                       "arrived");
        insertPromised(database, QStringLiteral("2091-06-11T12:00:00"), instantOf("Europe/Berlin", day, QTime(12, 0)),
                       "held");
        const auto connection = database.connect();
        const Zone lisbon = *Zone::fromId("Europe/Lisbon");
        const RezoneDone done = rezone(*connection, owner, now, salon, lisbon);
        QVERIFY2(!done.error, qPrintable(done.error.rule + done.error.text));
        QCOMPARE(done.moved, 3);
        QCOMPARE(database.typed(QStringLiteral("SELECT zone FROM location WHERE id = 1")).value.toString(),
                 QStringLiteral("Europe/Lisbon"));
        QCOMPARE(of(database, "starts_at", 1).toLongLong(), instantOf("Europe/Lisbon", day, QTime(10, 0)));
        QCOMPARE(of(database, "zone", 2).toString(), QStringLiteral("Europe/Lisbon"));
        QCOMPARE(of(database, "local_start", 3).toString(), QStringLiteral("2091-06-11T12:00:00"));
    }

    /// A booking under way and a change of its location's zone wait for each other; whoever comes second is refused.
    void aBookingUnderWayIsWaitedFor_data() { test::onBothDatabases(); }
    void aBookingUnderWayIsWaitedFor()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const auto booking = database.connect();
        const auto manager = database.connect();
        const QString impatient = dialect == Dialect::Sqlite ? QStringLiteral("PRAGMA busy_timeout = 100")
                                                             : QStringLiteral("SET lock_timeout = '100ms'");
        const QString begin = dialect == Dialect::Sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN");
        const auto book = [&](int hour) {
            return booking->execute(
                QStringLiteral("INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, "
                               "ends_at, local_start, zone, buffer_after, takes, currency, status) VALUES (1, 1, 1, 1, "
                               "%1, %1 + 2700, '2091-06-11T%2:00:00', 'Europe/Berlin', 300, '[{\"resource\": 1, "
                               "\"from\": 0, \"to\": 3000, \"units\": 1}]', 'EUR', 'booked')")
                    .arg(instantOf("Europe/Berlin", day, QTime(hour, 0)))
                    .arg(hour));
        };
        const auto giveZone = [&] {
            return manager->execute(
                QStringLiteral("UPDATE location SET zone = 'Europe/Lisbon', version = version + 1 WHERE id = 1"));
        };
        for (const auto& connection : {booking.get(), manager.get()})
            QVERIFY(!connection->execute(impatient));
        QVERIFY(!booking->execute(begin));
        QVERIFY(!book(10));
        QCOMPARE(giveZone().kind, StorageError::Kind::Busy);
        QVERIFY(!booking->execute(QStringLiteral("COMMIT")));
        QCOMPARE(giveZone().rule, QStringLiteral("location_zone"));
        QVERIFY(!booking->execute(QStringLiteral(
            "UPDATE appointment SET status = 'cancelled', status_before = 'booked', version = 2 WHERE id = 1")));
        QVERIFY(!manager->execute(begin));
        QVERIFY(!giveZone());
        QCOMPARE(book(11).kind, StorageError::Kind::Busy);
        QVERIFY(!manager->execute(QStringLiteral("COMMIT")));
        QCOMPARE(book(11).rule, QStringLiteral("location_zone"));
    }

    /// A day off stays that day.
    void closuresAndTimeOffKeepTheirWallTimes_data() { test::onBothDatabases(); }
    void closuresAndTimeOffKeepTheirWallTimes()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const Zone berlin = *Zone::fromId("Europe/Berlin");
        const Zone lisbon = *Zone::fromId("Europe/Lisbon");
        const auto insert = [&](const char* table, const char* owner, TimeSlot slot) {
            const auto typed =
                database.typed(QStringLiteral("INSERT INTO %1 (%2, starts_at, ends_at) VALUES (1, %3, %4)")
                                   .arg(QLatin1StringView(table), QLatin1StringView(owner))
                                   .arg(toUnix(slot.start))
                                   .arg(toUnix(slot.end)));
            QVERIFY(!typed.error);
        };
        insert("closure", "location_id", berlin.day(day));
        insert("time_off", "resource_id", berlin.day(day));
        insert("time_off", "resource_id", berlin.day(QDate(2020, 1, 6)));
        const auto connection = database.connect();
        const RezoneDone done = rezone(*connection, owner, now, salon, lisbon);
        QVERIFY2(!done.error, qPrintable(done.error.rule + done.error.text));
        QCOMPARE(done.spans, 2);
        for (const char* table : {"closure", "time_off"}) {
            const auto value = [&](const char* column) {
                return database
                    .typed(QStringLiteral("SELECT %1 FROM %2 WHERE id = 1")
                               .arg(QLatin1StringView(column), QLatin1StringView(table)))
                    .value.toLongLong();
            };
            QCOMPARE(value("starts_at"), toUnix(lisbon.day(day).start));
            QCOMPARE(value("ends_at"), toUnix(lisbon.day(day).end));
            QCOMPARE(value("version"), 2);
        }
    }

    /// Vienna's clocks are Berlin's: the instants stay, the promise names the new zone.
    void aZoneOfTheSameClocksChangesTheNameAlone_data() { test::onBothDatabases(); }
    void aZoneOfTheSameClocksChangesTheNameAlone()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const qint64 ten = instantOf("Europe/Berlin", day, QTime(10, 0));
        insertPromised(database, QStringLiteral("2091-06-11T10:00:00"), ten);
        const auto connection = database.connect();
        QCOMPARE(rezone(*connection, owner, now, salon, Zone::fromId("Europe/Vienna")).moved, 1);
        QCOMPARE(of(database, "starts_at", 1).toLongLong(), ten);
        QCOMPARE(of(database, "zone", 1).toString(), QStringLiteral("Europe/Vienna"));
    }

    void oneRefusalMovesNothing_data() { test::onBothDatabases(); }
    void oneRefusalMovesNothing()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const qint64 ten = instantOf("Europe/Berlin", day, QTime(10, 0));
        insertPromised(database, QStringLiteral("2091-06-11T10:00:00"), ten + 7200); // would move to ten
        insertPromised(database, QStringLiteral("2091-06-11T10:00:00"), ten);        // and stands there
        insertPromised(database, QStringLiteral("2091-06-11T14:00:00"), ten + 5 * 3600);
        const auto connection = database.connect();
        const RezoneDone done = rezone(*connection, owner, now);
        QVERIFY(done.error.kind == StorageError::Kind::Taken);
        QCOMPARE(done.at.value(), 1);
        QCOMPARE(done.moved, 0);
        for (const int id : {1, 2, 3})
            QCOMPARE(of(database, "version", id).toInt(), 1);
    }

    void whatCantBeReadIsTold_data() { test::onBothDatabases(); }
    void whatCantBeReadIsTold()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        insertPromised(database, QStringLiteral("soon"), instantOf("Europe/Berlin", day, QTime(10, 0)));
        const auto connection = database.connect();
        const RezonePlan plan = planRezone(*connection, now);
        QVERIFY(plan.rows.empty());
        QCOMPARE(plan.unreadable, std::vector<AppointmentId>{AppointmentId(1)});
    }
};

QTEST_GUILESS_MAIN(TestRezone)
#include "tst_rezone.moc"
