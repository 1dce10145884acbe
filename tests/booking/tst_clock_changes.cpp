#include "tests/booking/salon_book.h"

namespace frontdesk::test
{

/// The nights when the clocks change: an appointment is an instant and a length, and the wall time that was promised is
/// the one of its zone at that instant.
class TestClockChanges : public QObject
{
    Q_OBJECT
private slots:
    void nights_data() { onBothDatabases(); }
    void nights();
};

void TestClockChanges::nights()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    // By an hour at two, at midnight, by half an hour, at one UTC, backwards in summer; zones that gave it up teach
    // nothing.
    const QList<QByteArray> zones{"Europe/Berlin",       "America/New_York", "America/Santiago", "Asia/Beirut",
                                  "Australia/Lord_Howe", "America/Havana",   "Europe/Dublin",    "Pacific/Auckland"};
    const QDate from = QDate::currentDate().addDays(30);
    qint64 location = 1;
    qint64 staff = 4;
    qint64 service = 3;
    for (const QByteArray& id : zones) {
        const Zone zone = *Zone::fromId(id);
        ++location;
        ++staff;
        ++service;
        const QString typed =
            QStringLiteral(
                "INSERT INTO location (id, name, zone, currency, changed_by) VALUES (%1, '%2', '%2', 'EUR', 1); "
                "INSERT INTO resource (id, location_id, kind, name, changed_by) VALUES (%3, %1, 'staff', 'S', 1); "
                "INSERT INTO service (id, name, price_minor, currency, steps, able, changed_by) VALUES "
                "(%4, 'Night', 1, 'EUR', '[{\"length\": 1800, \"keeps\": [\"staff\"]}]', '[%3]', 1)")
                .arg(location)
                .arg(QString::fromLatin1(id))
                .arg(staff)
                .arg(service);
        QVERIFY(!book.desk.connection->execute(typed));
        book.desk.executor.setCatalogue({});
        int longer = 0;
        int shorter = 0;
        for (QDate date = from; date < from.addDays(366); date = date.addDays(1)) {
            const TimeSlot day = zone.day(date);
            if (day.length() == std::chrono::hours(24))
                continue;
            ++(day.length() > std::chrono::hours(24) ? longer : shorter);
            // Every half hour of the night from its first instant on: each instant is a place of its own.
            std::vector<qint64> ids;
            for (int half = 0; half < 12; ++half) {
                BookAppointment command = SalonBook::haircut(day.start + Minutes(30 * half), ResourceId(staff));
                command.location = LocationId(location);
                command.service = ServiceId(service);
                command.passing.overrideReason = QStringLiteral("night");
                ids.push_back(book.booked(command));
                const QDateTime wall = zone.toLocal(command.start);
                QCOMPARE(book.value(QStringLiteral("SELECT local_start FROM appointment WHERE id = %1").arg(ids.back()))
                             .toString(),
                         wall.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
                const Appointment row = book.desk.read(ids.back());
                QCOMPARE(row.zone, id);
                QCOMPARE(row.slot.start, command.start);
                QCOMPARE(row.slot.length(), Seconds(1800));
                command.key = QStringLiteral("again %1").arg(ids.back());
                VERIFY_OUTCOME(SlotTaken, book.send(command));
            }
            // A move over the change keeps the length, and its promise is told anew.
            EditAppointment move;
            move.id = AppointmentId(ids.front());
            move.seen = RowVersion(1);
            move.start = day.end - std::chrono::hours(2);
            move.passing.overrideReason = QStringLiteral("night");
            VERIFY_OUTCOME(Done, book.send(move));
            const Appointment moved = book.desk.read(ids.front());
            QCOMPARE(moved.slot.length(), Seconds(1800));
            QCOMPARE(book.value(QStringLiteral("SELECT local_start FROM appointment WHERE id = %1").arg(ids.front()))
                         .toString(),
                     zone.wallText(*move.start));
        }
        QVERIFY2(longer > 0 && shorter > 0, id.constData()); // both changes of the year
    }
    QCOMPARE(book.violations(), 0);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestClockChanges)
#include "tst_clock_changes.moc"
