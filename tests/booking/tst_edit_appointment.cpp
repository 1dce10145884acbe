#include "tests/booking/salon_book.h"

namespace frontdesk::test
{
namespace
{

EditAppointment move(qint64 id, Instant start, qint64 seen = 1)
{
    EditAppointment command = SalonBook::edit(id, seen);
    command.start = start;
    return command;
}

} // namespace

class TestEditAppointment : public QObject
{
    Q_OBJECT
private slots:
    void moves_data() { onBothDatabases(); }
    void moves();
    void movesToAnother_data() { onBothDatabases(); }
    void movesToAnother();
    void changesLength_data() { onBothDatabases(); }
    void changesLength();
    void changesService_data() { onBothDatabases(); }
    void changesService();
    void changesWords_data() { onBothDatabases(); }
    void changesWords();
    void nothingChanged_data() { onBothDatabases(); }
    void nothingChanged();
    void conflict_data() { onBothDatabases(); }
    void conflict();
    void gone_data() { onBothDatabases(); }
    void gone();
    void taken_data() { onBothDatabases(); }
    void taken();
    void anotherRoomIsTaken_data() { onBothDatabases(); }
    void anotherRoomIsTaken();
    void lostAnswer_data() { onBothDatabases(); }
    void lostAnswer();
    void softRules_data() { onBothDatabases(); }
    void softRules();
    void squeezeEndsWithTheMove_data() { onBothDatabases(); }
    void squeezeEndsWithTheMove();
    void oldBookingOutlivesItsService_data() { onBothDatabases(); }
    void oldBookingOutlivesItsService();
};

void TestEditAppointment::moves()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::colour(SalonBook::at(10)));
    EditAppointment confirmed = SalonBook::edit(id);
    confirmed.confirmation = Confirmation::Confirmed;
    VERIFY_OUTCOME(Done, book.send(confirmed));
    const Appointment before = book.desk.read(id);
    const Outcome outcome = book.send(move(id, SalonBook::at(14, 0, 1), 2));
    VERIFY_OUTCOME(Done, outcome);
    QCOMPARE(as<Done>(outcome)->version, RowVersion(3));
    const Appointment after = book.desk.read(id);
    QCOMPARE(after.slot, (TimeSlot{SalonBook::at(14, 0, 1), SalonBook::at(15, 30, 1)}));
    QCOMPARE(after.takes, before.takes);
    QCOMPARE(after.confirmation, Confirmation::NotAsked); // another time was confirmed
    QVERIFY(book.value(QStringLiteral("SELECT local_start FROM appointment")).toString().endsWith(u"T14:00:00"));
    // A move within its own time is not in its own way.
    VERIFY_OUTCOME(Done, book.send(move(id, SalonBook::at(14, 30, 1), 3)));
    QCOMPARE(book.violations(), 0);
}

void TestEditAppointment::movesToAnother()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::colour(SalonBook::at(10)));
    EditAppointment command = SalonBook::edit(id);
    command.staff = ResourceId(3);
    VERIFY_OUTCOME(Done, book.send(command));
    const Appointment after = book.desk.read(id);
    QCOMPARE(after.staffName, QStringLiteral("Chloé"));
    QCOMPARE(after.takes.size(), size_t(3));
    QVERIFY(std::ranges::none_of(after.takes, [](const Take& take) { return take.resource == ResourceId(1); }));
    command.seen = RowVersion(2);
    command.staff = ResourceId(2); // doesn't colour
    const Outcome outcome = book.send(command);
    VERIFY_OUTCOME(RuleBroken, outcome);
    QCOMPARE(as<RuleBroken>(outcome)->field, QStringLiteral("staff"));
}

void TestEditAppointment::changesLength()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::colour(SalonBook::at(10)));
    EditAppointment command = SalonBook::edit(id);
    command.length = Minutes(105);
    VERIFY_OUTCOME(Done, book.send(command));
    Appointment row = book.desk.read(id);
    QCOMPARE(row.slot.end, SalonBook::at(11, 45));
    const Takes longer{{ResourceId(1), Seconds(0), Minutes(35), 1},
                       {ResourceId(1), Minutes(75), Minutes(115), 1},
                       {ResourceId(4), Seconds(0), Minutes(115), 1}};
    QVERIFY(std::ranges::is_permutation(row.takes, longer));
    command.seen = RowVersion(2);
    command.length = Minutes(79); // less than five minutes of the last step
    const Outcome outcome = book.send(command);
    VERIFY_OUTCOME(RuleBroken, outcome);
    QCOMPARE(as<RuleBroken>(outcome)->rule, QStringLiteral("length"));
    command.length = Minutes(90);
    command.bufferAfter = Seconds(0);
    command.bufferBefore = Minutes(5);
    VERIFY_OUTCOME(Done, book.send(command));
    row = book.desk.read(id);
    const Takes buffered{{ResourceId(1), Minutes(-5), Minutes(35), 1},
                         {ResourceId(1), Minutes(75), Minutes(90), 1},
                         {ResourceId(4), Minutes(-5), Minutes(90), 1}};
    QVERIFY(std::ranges::is_permutation(row.takes, buffered));
    QCOMPARE(book.violations(), 0);
}

void TestEditAppointment::changesService()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    EditAppointment command = SalonBook::edit(id);
    command.service = ServiceId(2);
    VERIFY_OUTCOME(Done, book.send(command));
    Appointment row = book.desk.read(id);
    QCOMPARE(row.serviceName, QStringLiteral("Colour"));
    QCOMPARE(row.slot.length(), Seconds(Minutes(90)));
    QCOMPARE(row.price.minor, 9500);
    QCOMPARE(row.bufferAfter, Seconds(600));
    QCOMPARE(row.otherResources, QStringLiteral("Room 1"));
    // Back, at the price that was agreed.
    command.seen = RowVersion(2);
    command.service = ServiceId(1);
    command.price = Money{3900, "EUR"};
    VERIFY_OUTCOME(Done, book.send(command));
    row = book.desk.read(id);
    QCOMPARE(row.price.minor, 3900);
    QCOMPARE(row.otherResources, QString());
    QCOMPARE(row.takes, (Takes{{ResourceId(1), Seconds(0), Minutes(50), 1}}));
}

void TestEditAppointment::changesWords()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    EditAppointment command = SalonBook::edit(id);
    command.note = QStringLiteral("prefers the window\r\nno dryer ");
    command.client = ClientId(2);
    command.price = Money{0, "EUR"};
    command.confirmation = Confirmation::RunningLate;
    VERIFY_OUTCOME(Done, book.send(command));
    const Appointment row = book.desk.read(id);
    QCOMPARE(row.note, QStringLiteral("prefers the window\nno dryer"));
    QCOMPARE(row.clientName, QStringLiteral("Omar Haddad"));
    QCOMPARE(row.price.minor, 0);
    QCOMPARE(row.confirmation, Confirmation::RunningLate);
    QCOMPARE(row.slot.start, SalonBook::at(10));
}

void TestEditAppointment::nothingChanged()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::colour(SalonBook::at(10)));
    const QString before = book.fingerprint();
    EditAppointment command = SalonBook::edit(id);
    command.start = SalonBook::at(10);
    command.length = Minutes(90);
    command.staff = ResourceId(1);
    command.others = std::vector{ResourceId(4)};
    command.service = ServiceId(2);
    command.price = Money{9500, "EUR"};
    command.client = ClientId(1);
    command.note = QStringLiteral(" ");
    command.confirmation = Confirmation::NotAsked;
    command.bufferAfter = Minutes(10);
    const Outcome outcome = book.send(command);
    VERIFY_OUTCOME(Done, outcome);
    QCOMPARE(as<Done>(outcome)->version, RowVersion(1));
    QCOMPARE(book.fingerprint(), before);
}

void TestEditAppointment::conflict()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    TestDesk other(book.database, QStringLiteral("Desk 2"));
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    EditAppointment theirs = SalonBook::edit(id);
    theirs.note = QStringLiteral("theirs");
    VERIFY_OUTCOME(Done, other.send(theirs));
    EditAppointment mine = SalonBook::edit(id);
    mine.note = QStringLiteral("mine");
    const Outcome outcome = book.send(mine);
    VERIFY_OUTCOME(VersionConflict, outcome);
    const VersionConflict& conflict = *as<VersionConflict>(outcome);
    QCOMPARE(conflict.current.note, QStringLiteral("theirs"));
    QCOMPARE(conflict.current.version, RowVersion(2));
    QCOMPARE(conflict.changedDesk, QStringLiteral("Desk 2"));
    QVERIFY(!conflict.changedBy.isEmpty());
    QVERIFY(std::chrono::abs(conflict.changedAt - book.desk.clock.now()) < Seconds(60));
    QCOMPARE(book.desk.read(id).note, QStringLiteral("theirs"));
    // Upon theirs it is saved.
    mine.seen = conflict.current.version;
    VERIFY_OUTCOME(Done, book.send(mine));
    // A third editor who saw the second version gets the third.
    TestDesk third(book.database, QStringLiteral("Desk 3"));
    theirs.seen = RowVersion(2);
    const Outcome late = third.send(theirs);
    VERIFY_OUTCOME(VersionConflict, late);
    QCOMPARE(as<VersionConflict>(late)->current.note, QStringLiteral("mine"));
}

void TestEditAppointment::gone()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    VERIFY_OUTCOME(Gone, book.send(move(77, SalonBook::at(10))));
}

void TestEditAppointment::taken()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 first = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const qint64 second = book.booked(SalonBook::haircut(SalonBook::at(14)));
    const QString before = book.fingerprint();
    const Outcome outcome = book.send(move(second, SalonBook::at(10, 30)));
    VERIFY_OUTCOME(SlotTaken, outcome);
    QCOMPARE(as<SlotTaken>(outcome)->by.value(), first);
    QCOMPARE(as<SlotTaken>(outcome)->nearestSame.size(), size_t(3));
    // Its own present place is free for itself.
    const auto& near = as<SlotTaken>(outcome)->nearestSame;
    QVERIFY(std::ranges::all_of(near, [](const FreePlace& p) { return p.slot.start != SalonBook::at(10, 30); }));
    QCOMPARE(book.fingerprint(), before);
}

void TestEditAppointment::anotherRoomIsTaken()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    book.addSecondRoom();
    book.booked(SalonBook::colour(SalonBook::at(10)));
    const qint64 second = book.booked(SalonBook::colour(SalonBook::at(14), ResourceId(3)));
    QCOMPARE(book.desk.read(second).otherResources, QStringLiteral("Room 1"));
    VERIFY_OUTCOME(Done, book.send(move(second, SalonBook::at(10))));
    QCOMPARE(book.desk.read(second).otherResources, QStringLiteral("Room 2"));
    // A room that was named is not exchanged.
    EditAppointment named = SalonBook::edit(second, 2);
    named.others = std::vector{ResourceId(4)};
    VERIFY_OUTCOME(SlotTaken, book.send(named));
    QCOMPARE(book.violations(), 0);
}

void TestEditAppointment::lostAnswer()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const QString commandId = QStringLiteral("a move");
    // SQLite: BEGIN, read, UPDATE, COMMIT; PostgreSQL: read, UPDATE.
    book.desk.connection->loseAnswer(dialect == Dialect::Sqlite ? 4 : 2);
    VERIFY_OUTCOME(StorageFailed, book.desk.sendAs(commandId, move(id, SalonBook::at(12))));
    TestDesk reconnected(book.database);
    const Outcome again = reconnected.sendAs(commandId, move(id, SalonBook::at(12)));
    VERIFY_OUTCOME(Done, again);
    QCOMPARE(as<Done>(again)->version, RowVersion(2));
    // Even after somebody else has saved upon it.
    TestDesk other(book.database, QStringLiteral("Desk 2"));
    EditAppointment theirs = SalonBook::edit(id, 2);
    theirs.note = QStringLiteral("theirs");
    VERIFY_OUTCOME(Done, other.send(theirs));
    VERIFY_OUTCOME(Done, reconnected.sendAs(commandId, move(id, SalonBook::at(12))));
    QCOMPARE(book.desk.read(id).version, RowVersion(3));
    // Another command is another matter.
    VERIFY_OUTCOME(VersionConflict, reconnected.send(move(id, SalonBook::at(12))));
}

void TestEditAppointment::softRules()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    EditAppointment early = move(id, SalonBook::at(7));
    const Outcome outcome = book.send(early);
    VERIFY_OUTCOME(RuleBroken, outcome);
    QVERIFY(as<RuleBroken>(outcome)->soft);
    early.passing.overrideReason = QStringLiteral("bride");
    VERIFY_OUTCOME(Done, book.send(early));
    // A change of words there is not judged again.
    EditAppointment words = SalonBook::edit(id, 2);
    words.note = QStringLiteral("veil");
    VERIFY_OUTCOME(Done, book.send(words));
    QCOMPARE(book.value(QStringLiteral("SELECT override_reason FROM appointment")).toString(), QStringLiteral("bride"));
}

void TestEditAppointment::squeezeEndsWithTheMove()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    QVERIFY(!book.database
                 .typed(QStringLiteral("UPDATE resource SET squeeze_capacity = 2, version = version + 1, "
                                       "changed_by = 1 WHERE id = 1"))
                 .error);
    book.booked(SalonBook::haircut(SalonBook::at(10)));
    book.booked(SalonBook::haircut(SalonBook::at(14)));
    BookAppointment squeezed = SalonBook::haircut(SalonBook::at(10));
    squeezed.passing = {{}, true, QStringLiteral("a fringe")};
    const qint64 id = book.booked(squeezed);
    VERIFY_OUTCOME(SlotTaken, book.send(move(id, SalonBook::at(14))));
    EditAppointment shorter = SalonBook::edit(id);
    shorter.length = Minutes(15);
    VERIFY_OUTCOME(Done, book.send(shorter));
    QVERIFY(book.desk.read(id).squeezed);
    VERIFY_OUTCOME(Done, book.send(move(id, SalonBook::at(16), 2)));
    QVERIFY(!book.desk.read(id).squeezed);
    EditAppointment again = move(id, SalonBook::at(14), 3);
    again.passing = {{}, true, QStringLiteral("a fringe")};
    VERIFY_OUTCOME(Done, book.send(again));
    QVERIFY(book.desk.read(id).squeezed);
}

void TestEditAppointment::oldBookingOutlivesItsService()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::colour(SalonBook::at(10)));
    QVERIFY(!book.database
                 .typed(QStringLiteral(
                     "UPDATE service SET steps = '[{\"length\": 600, \"keeps\": [\"staff\"]}]', version = version + 1, "
                     "changed_by = 1 WHERE id = 2"))
                 .error);
    book.desk.executor.setCatalogue({});
    const Takes before = book.desk.read(id).takes;
    VERIFY_OUTCOME(Done, book.send(move(id, SalonBook::at(14))));
    QCOMPARE(book.desk.read(id).takes, before);
    EditAppointment shorter = SalonBook::edit(id, 2);
    shorter.length = Minutes(85);
    VERIFY_OUTCOME(Done, book.send(shorter));
    QCOMPARE(book.desk.read(id).takes.size(), size_t(3));
    QCOMPARE(book.violations(), 0);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestEditAppointment)
#include "tst_edit_appointment.moc"
