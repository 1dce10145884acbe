#include "tests/booking/salon_book.h"

namespace frontdesk::test
{

/// What the program plans by its catalogue, and the hold that a booking takes over.
class TestBookingPlan : public QObject
{
    Q_OBJECT
private slots:
    void fromHold_data() { onBothDatabases(); }
    void fromHold();
    void takesFewStatements_data() { onBothDatabases(); }
    void takesFewStatements();
    void planOfAnOldCatalogue_data() { onBothDatabases(); }
    void planOfAnOldCatalogue();
    void outdatedCatalogueIsReadAgain_data() { onBothDatabases(); }
    void outdatedCatalogueIsReadAgain();
};

namespace
{

/// A popup's hold for a haircut by Ana; invalid when it was refused.
DeskHoldId held(SalonBook& book, int hour)
{
    HoldPlace hold;
    hold.location = LocationId(1);
    hold.staff = ResourceId(1);
    hold.service = ServiceId(1);
    hold.slot = {SalonBook::at(hour), SalonBook::at(hour, 45)};
    const Outcome outcome = book.send(hold);
    const Done* done = as<Done>(outcome);
    return done ? DeskHoldId(done->id) : DeskHoldId();
}

} // namespace

void TestBookingPlan::fromHold()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    TestDesk other(book.database, QStringLiteral("Desk 2"));
    const DeskHoldId id = held(book, 10);
    QVERIFY(id.isValid());
    // Nobody else gets the place, and is told who is there.
    const Outcome refused = other.send(SalonBook::haircut(SalonBook::at(10)));
    VERIFY_OUTCOME(SlotTaken, refused);
    QCOMPARE(as<SlotTaken>(refused)->by.value(), -id.value());
    QCOMPARE(as<SlotTaken>(refused)->byWhat, QStringLiteral("Desk 1 is booking here"));
    QCOMPARE(as<SlotTaken>(refused)->byDesk, QStringLiteral("Desk 1"));
    // A refused booking keeps the hold.
    BookAppointment command = SalonBook::haircut(SalonBook::at(10));
    command.fromHold = id;
    BookAppointment unable = command;
    unable.service = ServiceId(3);
    VERIFY_OUTCOME(RuleBroken, book.send(unable));
    QCOMPARE(book.count(QStringLiteral("desk_hold")), 1);
    VERIFY_OUTCOME(Done, book.send(command));
    QCOMPARE(book.count(QStringLiteral("desk_hold")), 0);
    VERIFY_OUTCOME(Done, book.send(command)); // again, its hold gone
    QCOMPARE(book.count(QStringLiteral("appointment")), 1);
    QCOMPARE(book.violations(), 0);
}

/// Behind a long line each statement costs its round trip.
void TestBookingPlan::takesFewStatements()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    book.booked(SalonBook::haircut(SalonBook::at(9))); // reads the catalogue
    const auto takes = [&](const BookAppointment& command, int statements) {
        Connection& connection = *book.desk.connection;
        connection.failStatement(statements + 1);
        const Outcome outcome = book.desk.executor.execute(command, {PersonId(1), book.desk.name, command.key});
        const bool spent = bool(connection.run(QStringLiteral("probe")).error);
        connection.failStatement(0);
        return as<Done>(outcome) && spent;
    };
    const bool postgresql = dialect == Dialect::Postgresql;
    BookAppointment plain = SalonBook::haircut(SalonBook::at(10));
    plain.key = QStringLiteral("plain");
    QVERIFY(takes(plain, postgresql ? 1 : 4)); // BEGIN, a look at the service, INSERT, COMMIT

    const DeskHoldId id = held(book, 11);
    QVERIFY(id.isValid());
    BookAppointment fromHold = SalonBook::haircut(SalonBook::at(11));
    fromHold.key = QStringLiteral("from hold");
    fromHold.fromHold = id;
    QVERIFY(takes(fromHold, postgresql ? 1 : 5)); // and DELETE
    QCOMPARE(book.count(QStringLiteral("desk_hold")), 0);
    QCOMPARE(book.violations(), 0);
}

/// What the program planned by a service of yesterday is worked out again from the row, and the hold stays until then.
void TestBookingPlan::planOfAnOldCatalogue()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    book.booked(SalonBook::haircut(SalonBook::at(9))); // reads the catalogue
    const DeskHoldId id = held(book, 11);
    QVERIFY(id.isValid());
    QVERIFY(!book.database
                 .typed(QStringLiteral("UPDATE service SET price_minor = 4700, buffer_after = 600, version = version + "
                                       "1, changed_by = 1 WHERE id = 1"))
                 .error);
    BookAppointment command = SalonBook::haircut(SalonBook::at(11));
    command.fromHold = id;
    const Appointment row = book.desk.read(book.booked(command));
    QCOMPARE(row.price, (Money{4700, "EUR"}));
    QCOMPARE(row.takes, (Takes{{ResourceId(1), Seconds(0), Minutes(55), 1}}));
    QCOMPARE(book.count(QStringLiteral("desk_hold")), 0);
    QCOMPARE(book.violations(), 0);
}

void TestBookingPlan::outdatedCatalogueIsReadAgain()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    book.booked(SalonBook::haircut(SalonBook::at(10)));
    QVERIFY(
        !book.database
             .typed(QStringLiteral("INSERT INTO service (name, price_minor, currency, steps, able, changed_by) VALUES "
                                   "('Beard', 2000, 'EUR', '[{\"length\": 1200, \"keeps\": [\"staff\"]}]', '[2]', 1)"))
             .error);
    BookAppointment command = SalonBook::haircut(SalonBook::at(10), ResourceId(2));
    command.service = ServiceId(4);
    VERIFY_OUTCOME(Done, book.send(command));
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestBookingPlan)
#include "tst_booking_plan.moc"
