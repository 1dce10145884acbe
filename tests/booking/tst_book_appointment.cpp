#include "tests/booking/salon_book.h"

#include <QUuid>

namespace frontdesk::test
{

class TestBookAppointment : public QObject
{
    Q_OBJECT
private slots:
    void fillsFromTheService_data() { onBothDatabases(); }
    void fillsFromTheService();
    void stepsLeaveTheStaffFree_data() { onBothDatabases(); }
    void stepsLeaveTheStaffFree();
    void lengthPriceAndBuffersAreOverridden_data() { onBothDatabases(); }
    void lengthPriceAndBuffersAreOverridden();
    void aFreeRoomIsChosen_data() { onBothDatabases(); }
    void aFreeRoomIsChosen();
    void takenSaysByWhomAndWhereElse_data() { onBothDatabases(); }
    void takenSaysByWhomAndWhereElse();
    void takenByABufferSaysSo_data() { onBothDatabases(); }
    void takenByABufferSaysSo();
    void takenRoomSaysSo_data() { onBothDatabases(); }
    void takenRoomSaysSo();
    void neighboursTouch_data() { onBothDatabases(); }
    void neighboursTouch();
    void repeatOfAKey_data() { onBothDatabases(); }
    void repeatOfAKey();
    void lostAnswer_data() { onBothDatabases(); }
    void lostAnswer();
    void softRules_data() { onBothDatabases(); }
    void softRules();
    void hardRules_data() { onBothDatabases(); }
    void hardRules();
    void squeeze_data() { onBothDatabases(); }
    void squeeze();
    void blocks_data() { onBothDatabases(); }
    void blocks();
};

void TestBookAppointment::fillsFromTheService()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const Appointment row = book.desk.read(book.booked(SalonBook::haircut(SalonBook::at(10))));
    QCOMPARE(row.version, RowVersion(1));
    QCOMPARE(row.status, Status::Booked);
    QCOMPARE(row.slot, (TimeSlot{SalonBook::at(10), SalonBook::at(10, 45)}));
    QCOMPARE(row.bufferAfter, Seconds(300));
    QCOMPARE(row.price, (Money{4200, "EUR"}));
    QCOMPARE(row.takes, (Takes{{ResourceId(1), Seconds(0), Minutes(50), 1}}));
    QCOMPARE(row.clientName, QStringLiteral("Lena Fischer"));
    QCOMPARE(row.changedDesk, QStringLiteral("Desk 1"));
    QCOMPARE(row.zone, QByteArray("Europe/Berlin"));
    QCOMPARE(book.value(QStringLiteral("SELECT local_start FROM appointment")).toString().mid(10),
             QStringLiteral("T10:00:00"));
    QCOMPARE(book.violations(), 0);
}

void TestBookAppointment::stepsLeaveTheStaffFree()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const Appointment row = book.desk.read(book.booked(SalonBook::colour(SalonBook::at(10))));
    QCOMPARE(row.slot.length(), Seconds(Minutes(90)));
    const Takes takes{{ResourceId(1), Seconds(0), Minutes(35), 1},
                      {ResourceId(1), Minutes(75), Minutes(100), 1},
                      {ResourceId(4), Seconds(0), Minutes(100), 1}};
    QVERIFY(std::ranges::is_permutation(row.takes, takes));
    // While the colour develops, Ana cuts: 35 minutes from 10:35 on.
    BookAppointment between = SalonBook::haircut(SalonBook::at(10, 35));
    between.length = Minutes(35);
    between.passing.overrideReason = QStringLiteral("off the grid");
    VERIFY_OUTCOME(Done, book.send(between));
    between.key = QStringLiteral("other");
    VERIFY_OUTCOME(SlotTaken, book.send(between));
    QCOMPARE(book.violations(), 0);
}

void TestBookAppointment::lengthPriceAndBuffersAreOverridden()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    BookAppointment command = SalonBook::colour(SalonBook::at(10));
    command.length = Minutes(105);
    command.price = Money{8000, "EUR"};
    command.bufferBefore = Minutes(5);
    command.bufferAfter = Minutes(0);
    command.note = QStringLiteral("  allergic to ammonia\n");
    const Appointment row = book.desk.read(book.booked(command));
    QCOMPARE(row.slot.length(), Seconds(Minutes(105)));
    QCOMPARE(row.price.minor, 8000);
    QCOMPARE(row.note, QStringLiteral("allergic to ammonia"));
    // The same as takesFor() and stepsOfLength() make of it.
    const Steps steps{{Minutes(35), {ResourceKind::Staff, ResourceKind::Room}},
                      {Minutes(40), {ResourceKind::Room}},
                      {Minutes(15), {ResourceKind::Staff, ResourceKind::Room}}};
    const std::vector<Choice> choices{{ResourceKind::Staff, ResourceId(1)}, {ResourceKind::Room, ResourceId(4)}};
    QVERIFY(std::ranges::is_permutation(
        row.takes, takesFor(*stepsOfLength(steps, Minutes(105)), Minutes(5), Seconds(0), choices)));
}

void TestBookAppointment::aFreeRoomIsChosen()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    book.addSecondRoom();
    const Appointment first = book.desk.read(book.booked(SalonBook::colour(SalonBook::at(10))));
    const Appointment second = book.desk.read(book.booked(SalonBook::colour(SalonBook::at(10), ResourceId(3))));
    QCOMPARE(first.otherResources, QStringLiteral("Room 1"));
    QCOMPARE(second.otherResources, QStringLiteral("Room 2"));
    BookAppointment wanted = SalonBook::colour(SalonBook::at(13));
    wanted.others = {ResourceId(5)};
    QCOMPARE(book.desk.read(book.booked(wanted)).otherResources, QStringLiteral("Room 2"));
}

void TestBookAppointment::takenSaysByWhomAndWhereElse()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    TestDesk other(book.database, QStringLiteral("Desk 2"));
    const Outcome first = other.send(SalonBook::haircut(SalonBook::at(15)));
    VERIFY_OUTCOME(Done, first);
    const Outcome outcome = book.send(SalonBook::haircut(SalonBook::at(15, 15)));
    VERIFY_OUTCOME(SlotTaken, outcome);
    const SlotTaken& taken = *as<SlotTaken>(outcome);
    QCOMPARE(taken.by.value(), as<Done>(first)->id);
    QCOMPARE(taken.resource, ResourceId(1));
    QCOMPARE(taken.resourceName, QStringLiteral("Ana"));
    QCOMPARE(taken.byWhat, QStringLiteral("Lena Fischer · Haircut 15:00–15:45"));
    QCOMPARE(taken.byDesk, QStringLiteral("Desk 2"));
    QVERIFY(!taken.byPerson.isEmpty());
    QVERIFY(std::chrono::abs(taken.since - book.desk.clock.now()) < Seconds(60));
    QCOMPARE(taken.nearestSame.size(), size_t(3));
    QCOMPARE(taken.nearestOthers.size(), size_t(3));
    QCOMPARE(taken.nearestOthers.front().slot.start, SalonBook::at(15, 15));
    for (const FreePlace& place : taken.nearestSame) {
        QCOMPARE(place.staff, ResourceId(1));
        QVERIFY(!place.slot.overlaps({SalonBook::at(15), SalonBook::at(15, 50)}));
    }
    // What is offered can be booked.
    VERIFY_OUTCOME(Done, book.send(SalonBook::haircut(taken.nearestSame.front().slot.start)));
    QCOMPARE(book.violations(), 0);
}

void TestBookAppointment::takenByABufferSaysSo()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    (void)book.booked(SalonBook::haircut(SalonBook::at(15)));
    const auto inTheWay = [&](Instant start) {
        const Outcome outcome = book.send(SalonBook::haircut(start));
        const auto* taken = as<SlotTaken>(outcome);
        return taken ? taken->byWhat : described(outcome);
    };
    QCOMPARE(inTheWay(SalonBook::at(15, 45)), QStringLiteral("Lena Fischer · Haircut 15:00–15:45, buffer till 15:50"));
    QCOMPARE(inTheWay(SalonBook::at(14, 15)),
             QStringLiteral("Lena Fischer · Haircut 15:00–15:45, too near for the buffer"));
}

void TestBookAppointment::takenRoomSaysSo()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 first = book.booked(SalonBook::colour(SalonBook::at(10)));
    const Outcome outcome = book.send(SalonBook::colour(SalonBook::at(10), ResourceId(3)));
    VERIFY_OUTCOME(SlotTaken, outcome);
    QCOMPARE(as<SlotTaken>(outcome)->resourceName, QStringLiteral("Room 1"));
    QCOMPARE(as<SlotTaken>(outcome)->by.value(), first);
}

void TestBookAppointment::neighboursTouch()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    BookAppointment first = SalonBook::haircut(SalonBook::at(10));
    first.bufferAfter = Seconds(0);
    book.booked(first);
    VERIFY_OUTCOME(Done, book.send(SalonBook::haircut(SalonBook::at(10, 45))));
    BookAppointment before = SalonBook::haircut(SalonBook::at(9, 15));
    VERIFY_OUTCOME(SlotTaken, book.send(before)); // its own buffer reaches into the first
    before.bufferAfter = Seconds(0);
    VERIFY_OUTCOME(Done, book.send(before));
}

void TestBookAppointment::repeatOfAKey()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const BookAppointment command = SalonBook::haircut(SalonBook::at(10));
    const qint64 id = book.booked(command);
    const QString before = book.fingerprint();
    for (int i = 0; i < 3; ++i) {
        const Outcome again = book.send(command);
        VERIFY_OUTCOME(Done, again);
        QCOMPARE(as<Done>(again)->id, id);
    }
    QCOMPARE(book.fingerprint(), before);
    const auto reused = [&](auto change) {
        BookAppointment other = command;
        change(other);
        const Outcome outcome = book.send(other);
        return as<RuleBroken>(outcome) ? as<RuleBroken>(outcome)->rule : described(outcome);
    };
    QCOMPARE(reused([](auto& c) { c.client = ClientId(2); }), QStringLiteral("key_reused"));
    QCOMPARE(reused([](auto& c) { c.service = ServiceId(2); }), QStringLiteral("key_reused"));
    QCOMPARE(reused([](auto& c) { c.staff = ResourceId(2); }), QStringLiteral("key_reused"));
    QCOMPARE(reused([](auto& c) { c.start = SalonBook::at(14); }), QStringLiteral("key_reused"));
    QCOMPARE(book.fingerprint(), before);
}

void TestBookAppointment::lostAnswer()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const BookAppointment command = SalonBook::haircut(SalonBook::at(10));
    const QString commandId = QStringLiteral("a command");
    VERIFY_OUTCOME(Done, book.send(SalonBook::haircut(SalonBook::at(16)))); // the catalogue is read
    book.desk.connection->loseAnswer(dialect == Dialect::Sqlite ? 4 : 1);   // the commit
    const Outcome lost = book.desk.sendAs(commandId, command);
    VERIFY_OUTCOME(StorageFailed, lost);
    QVERIFY(as<StorageFailed>(lost)->unreachable);
    TestDesk reconnected(book.database);
    // Somebody moved it before the desk was back.
    TestDesk other(book.database, QStringLiteral("Desk 2"));
    EditAppointment move;
    move.id = AppointmentId(2);
    move.seen = RowVersion(1);
    move.start = SalonBook::at(12);
    VERIFY_OUTCOME(Done, other.send(move));
    const Outcome again = reconnected.sendAs(commandId, command);
    VERIFY_OUTCOME(Done, again);
    QCOMPARE(as<Done>(again)->id, 2);
    QCOMPARE(as<Done>(again)->version, RowVersion(2));
    QCOMPARE(book.count(QStringLiteral("appointment")), 2);
}

void TestBookAppointment::softRules()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const auto ruleAt = [&](Instant start) {
        const Outcome outcome = book.send(SalonBook::haircut(start));
        const auto* broken = as<RuleBroken>(outcome);
        return broken && broken->soft ? broken->rule : described(outcome);
    };
    QCOMPARE(ruleAt(SalonBook::at(8)), QStringLiteral("hours"));
    QCOMPARE(ruleAt(SalonBook::at(17, 30)), QStringLiteral("hours"));
    QCOMPARE(ruleAt(SalonBook::at(10, 7)), QStringLiteral("grid"));
    QCOMPARE(ruleAt(SalonBook::at(10, 0, -21)), QStringLiteral("past"));
    QCOMPARE(book.count(QStringLiteral("appointment")), 0);
    BookAppointment early = SalonBook::haircut(SalonBook::at(8));
    early.passing.overrideReason = QStringLiteral("  bride ");
    const qint64 id = book.booked(early);
    QCOMPARE(book.value(QStringLiteral("SELECT override_reason FROM appointment WHERE id = %1").arg(id)).toString(),
             QStringLiteral("bride"));
}

void TestBookAppointment::hardRules()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const auto ruleOf = [&](auto change) {
        BookAppointment command = SalonBook::haircut(SalonBook::at(10));
        change(command);
        const Outcome outcome = book.send(command);
        const auto* broken = as<RuleBroken>(outcome);
        return broken && !broken->soft ? broken->rule + u'/' + broken->field : described(outcome);
    };
    const QString before = book.fingerprint();
    QCOMPARE(ruleOf([](auto& c) { c.service = ServiceId(99); }), QStringLiteral("service/service"));
    QCOMPARE(ruleOf([](auto& c) { c.location = LocationId(99); }), QStringLiteral("location/location"));
    QCOMPARE(ruleOf([](auto& c) { c.client = ClientId(); }), QStringLiteral("client/client"));
    QCOMPARE(ruleOf([](auto& c) { c.client = ClientId(99); }), QStringLiteral("references/"));
    QCOMPARE(ruleOf([](auto& c) { c.service = ServiceId(3); }), QStringLiteral("staff_unable/staff"));
    QCOMPARE(ruleOf([](auto& c) { c.length = Seconds(0); }), QStringLiteral("length/length"));
    QCOMPARE(ruleOf([](auto& c) { c.length = Seconds(-3600); }), QStringLiteral("length/length"));
    QCOMPARE(ruleOf([](auto& c) { c.length = std::chrono::hours(25); }), QStringLiteral("length/length"));
    QCOMPARE(ruleOf([](auto& c) { c.length = Minutes(4); }), QStringLiteral("length/length"));
    QCOMPARE(ruleOf([](auto& c) { c.price = Money{-1, "EUR"}; }), QStringLiteral("price/price"));
    QCOMPARE(ruleOf([](auto& c) { c.price = Money{100, "euro"}; }), QStringLiteral("price/price"));
    QCOMPARE(ruleOf([](auto& c) { c.bufferBefore = Seconds(-1); }), QStringLiteral("buffer/buffer_before"));
    QCOMPARE(ruleOf([](auto& c) { c.bufferAfter = std::chrono::hours(5); }), QStringLiteral("buffer/buffer_after"));
    QCOMPARE(ruleOf([](auto& c) { c.passing.squeeze = true; }), QStringLiteral("squeeze_reason/squeeze_reason"));
    QVERIFY(!book.database
                 .typed(QStringLiteral("UPDATE service SET retired_at = 1, version = version + 1, "
                                       "changed_by = 1 WHERE id = 1"))
                 .error);
    QCOMPARE(ruleOf([](auto&) {}), QStringLiteral("service_retired/service"));
    QCOMPARE(book.count(QStringLiteral("appointment")), 0);
}

void TestBookAppointment::squeeze()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    QVERIFY(!book.database
                 .typed(QStringLiteral("UPDATE resource SET squeeze_capacity = 2, version = version + 1, "
                                       "changed_by = 1 WHERE id = 1"))
                 .error);
    book.booked(SalonBook::haircut(SalonBook::at(10)));
    BookAppointment squeezed = SalonBook::haircut(SalonBook::at(10, 15));
    VERIFY_OUTCOME(SlotTaken, book.send(squeezed));
    squeezed.passing.squeeze = true;
    squeezed.passing.squeezeReason = QStringLiteral("a fringe only");
    const Outcome outcome = book.send(squeezed);
    VERIFY_OUTCOME(Done, outcome);
    QVERIFY(book.desk.read(as<Done>(outcome)->id).squeezed);
    squeezed.key = QStringLiteral("third");
    VERIFY_OUTCOME(SlotTaken, book.send(squeezed));
}

void TestBookAppointment::blocks()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    BookBlock block;
    block.key = QStringLiteral("lunch");
    block.location = LocationId(1);
    block.staff = ResourceId(1);
    block.slot = {SalonBook::at(12), SalonBook::at(13)};
    block.label = QStringLiteral(" Lunch ");
    const Outcome outcome = book.send(block);
    VERIFY_OUTCOME(Done, outcome);
    const Appointment row = book.desk.read(as<Done>(outcome)->id);
    QVERIFY(row.isBlock());
    QCOMPARE(row.label, QStringLiteral("Lunch"));
    const Outcome again = book.send(block);
    VERIFY_OUTCOME(Done, again);
    QCOMPARE(as<Done>(again)->id, row.id.value());
    const Outcome taken = book.send(SalonBook::haircut(SalonBook::at(12, 30)));
    VERIFY_OUTCOME(SlotTaken, taken);
    QCOMPARE(as<SlotTaken>(taken)->byWhat, QStringLiteral("Lunch 12:00–13:00"));
    block.key = QStringLiteral("backwards");
    std::swap(block.slot.start, block.slot.end);
    const Outcome backwards = book.send(block);
    VERIFY_OUTCOME(RuleBroken, backwards);
    QCOMPARE(as<RuleBroken>(backwards)->field, QStringLiteral("end"));
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestBookAppointment)
#include "tst_book_appointment.moc"
