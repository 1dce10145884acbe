#include "models/booking/undo.h"
#include "tests/booking/salon_book.h"

#include <functional>

namespace frontdesk::test
{
namespace
{

/// What a person sees of a row: the versions and who wrote them left out.
Appointment seen(TestDesk& desk, qint64 id)
{
    Appointment row = desk.read(id);
    row.version = {};
    row.statusAt = {};
    return row;
}

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT
private slots:
    void bookings_data() { onBothDatabases(); }
    void bookings();
    void edits_data() { onBothDatabases(); }
    void edits();
    void statuses_data() { onBothDatabases(); }
    void statuses();
    void together_data() { onBothDatabases(); }
    void together();
    void takenMeanwhile_data() { onBothDatabases(); }
    void takenMeanwhile();
    void notUndone();
};

void TestUndo::bookings()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const BookBlock block{QStringLiteral("b"),     LocationId(1),
                          ResourceId(2),           {SalonBook::at(12), SalonBook::at(13)},
                          QStringLiteral("Lunch"), {}};
    for (const Command& command : {Command(SalonBook::haircut(SalonBook::at(10))), Command(block)}) {
        const Outcome booked = book.send(command);
        VERIFY_OUTCOME(Done, booked);
        const qint64 id = as<Done>(booked)->id;
        const Appointment stood = seen(book.desk, id);
        const Outcome undone = book.send(*inverseOf(command, {}, *as<Done>(booked)));
        VERIFY_OUTCOME(Done, undone);
        QCOMPARE(book.desk.read(id).status, Status::Cancelled);
        QCOMPARE(book.desk.read(id).statusReason, QStringLiteral("undone"));
        QCOMPARE(book.count(QStringLiteral("claim")), id - 1);
        const Outcome again = book.send(*againOf(command, *as<Done>(undone)));
        VERIFY_OUTCOME(Done, again);
        QCOMPARE(seen(book.desk, id), stood);
    }
}

void TestUndo::edits()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    book.addSecondRoom();
    const std::vector<std::function<void(EditAppointment&)>> changes{
        [](auto& e) { e.start = SalonBook::at(14); },
        [](auto& e) { e.start = SalonBook::at(9, 0, 1); }, // its room is taken there: another one is chosen
        [](auto& e) { e.staff = ResourceId(3); },
        [](auto& e) { e.length = Minutes(120); },
        [](auto& e) { e.service = ServiceId(1); },
        [](auto& e) { e.bufferBefore = Minutes(10); },
        [](auto& e) { e.note = QStringLiteral("new"); },
        [](auto& e) { e.client = ClientId(2); },
        [](auto& e) {
            e.price = Money{1, "EUR"};
        },
        [](auto& e) { e.confirmation = Confirmation::MessageLeft; },
        [](auto& e) { e.others = std::vector{ResourceId(5)}; }};
    book.booked(SalonBook::colour(SalonBook::at(9, 0, 1), ResourceId(3)));
    for (const auto& change : changes) {
        BookAppointment booking = SalonBook::colour(SalonBook::at(10)); // outside of the hours: soft rules are passed
        booking.start = SalonBook::at(7);
        booking.passing.overrideReason = QStringLiteral("bride");
        booking.note = QStringLiteral("old");
        const qint64 id = book.booked(booking);
        EditAppointment confirmed = SalonBook::edit(id);
        confirmed.confirmation = Confirmation::Confirmed;
        VERIFY_OUTCOME(Done, book.send(confirmed));
        const Appointment before = book.desk.read(id);
        EditAppointment command = SalonBook::edit(id);
        command.seen = RowVersion(2);
        change(command);
        command.passing.overrideReason = QStringLiteral("bride");
        const Outcome done = book.send(command);
        VERIFY_OUTCOME(Done, done);
        const Appointment after = seen(book.desk, id);
        const Outcome undone = book.send(*inverseOf(command, {&before, 1}, *as<Done>(done)));
        VERIFY_OUTCOME(Done, undone);
        Appointment wanted = before;
        wanted.version = {};
        wanted.statusAt = {};
        QCOMPARE(seen(book.desk, id), wanted);
        const Outcome again = book.send(*againOf(command, *as<Done>(undone)));
        VERIFY_OUTCOME(Done, again);
        QCOMPARE(seen(book.desk, id), after);
        VERIFY_OUTCOME(Done,
                       book.send(ChangeStatus{AppointmentId(id), as<Done>(again)->version, Status::Cancelled, {}}));
    }
}

void TestUndo::statuses()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const std::vector<std::pair<Status, Status>> steps{
        {Status::Booked, Status::Arrived},    {Status::Booked, Status::InService},
        {Status::Booked, Status::Completed},  {Status::Booked, Status::NoShow},
        {Status::Booked, Status::Cancelled},  {Status::Booked, Status::Parked},
        {Status::Arrived, Status::InService}, {Status::Arrived, Status::Completed},
        {Status::Arrived, Status::NoShow},    {Status::Arrived, Status::Cancelled},
        {Status::Arrived, Status::Booked},    {Status::InService, Status::Completed},
        {Status::InService, Status::Arrived}};
    int hour = 0;
    for (const auto& [from, to] : steps) {
        // In the past, so that no-show is possible.
        BookAppointment booking = SalonBook::haircut(SalonBook::at(9 + hour % 8, 0, -21 - hour / 8));
        ++hour;
        booking.passing.overrideReason = QStringLiteral("entered later");
        const qint64 id = book.booked(booking);
        if (from != Status::Booked)
            VERIFY_OUTCOME(Done, book.send(ChangeStatus{AppointmentId(id), RowVersion(1), from, {}}));
        const Appointment before = book.desk.read(id);
        const ChangeStatus command{AppointmentId(id), before.version, to, QStringLiteral("why")};
        const Outcome done = book.send(command);
        VERIFY_OUTCOME(Done, done);
        const Outcome undone = book.send(*inverseOf(command, {&before, 1}, *as<Done>(done)));
        VERIFY_OUTCOME(Done, undone);
        QCOMPARE(book.desk.read(id).status, from);
        QCOMPARE(book.desk.read(id).statusReason, QString());
        QCOMPARE(book.desk.read(id).version, as<Done>(undone)->version);
        VERIFY_OUTCOME(Done, book.send(*againOf(command, *as<Done>(undone))));
        QCOMPARE(book.desk.read(id).status, to);
    }
    QCOMPARE(book.violations(), 0);
}

void TestUndo::together()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 a = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const qint64 b = book.booked(SalonBook::haircut(SalonBook::at(11), ResourceId(2)));
    const std::vector<Appointment> before{book.desk.read(a), book.desk.read(b)};
    EditTogether swap{{SalonBook::edit(a), SalonBook::edit(b)}};
    swap.edits[0].start = SalonBook::at(11);
    swap.edits[0].staff = ResourceId(2);
    swap.edits[1].start = SalonBook::at(10);
    swap.edits[1].staff = ResourceId(1);
    const Outcome done = book.send(swap);
    VERIFY_OUTCOME(Done, done);
    const Outcome undone = book.send(*inverseOf(swap, before, *as<Done>(done)));
    VERIFY_OUTCOME(Done, undone);
    QCOMPARE(book.desk.read(a).slot, before[0].slot);
    QCOMPARE(book.desk.read(b).staff, before[1].staff);
    VERIFY_OUTCOME(Done, book.send(*againOf(swap, *as<Done>(undone))));
    QCOMPARE(book.desk.read(a).staff, ResourceId(2));
    QCOMPARE(book.violations(), 0);
}

void TestUndo::takenMeanwhile()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    TestDesk other(book.database, QStringLiteral("Desk 2"));
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const Appointment before = book.desk.read(id);
    EditAppointment move = SalonBook::edit(id);
    move.start = SalonBook::at(14);
    const Outcome done = book.send(move);
    VERIFY_OUTCOME(Done, done);
    VERIFY_OUTCOME(Done, other.send(SalonBook::haircut(SalonBook::at(10))));
    const std::optional<Command> back = inverseOf(move, {&before, 1}, *as<Done>(done));
    VERIFY_OUTCOME(SlotTaken, book.send(*back));
    EditAppointment theirs = SalonBook::edit(id);
    theirs.seen = RowVersion(2);
    theirs.note = QStringLiteral("theirs");
    VERIFY_OUTCOME(Done, other.send(theirs));
    VERIFY_OUTCOME(VersionConflict, book.send(*back));
}

void TestUndo::notUndone()
{
    const Done done{1, RowVersion(2)};
    QVERIFY(!inverseOf(ReleaseHold{DeskHoldId(1)}, {}, done));
    QVERIFY(!inverseOf(HoldPlace{}, {}, done));
    QVERIFY(!inverseOf(CreateClient{}, {}, done));
    QVERIFY(!inverseOf(SalonBook::edit(1), {}, done));
    Appointment held;
    held.status = Status::Held;
    QVERIFY(!inverseOf(ChangeStatus{AppointmentId(1), RowVersion(1), Status::Booked, {}}, {&held, 1}, done));
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestUndo)
#include "tst_undo.moc"
