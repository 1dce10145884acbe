#include "tests/booking/salon_book.h"

#include <latch>
#include <thread>

namespace frontdesk::test
{
namespace
{

EditAppointment moved(qint64 id, Instant start, ResourceId staff = {}, qint64 seen = 1)
{
    EditAppointment command;
    command.id = AppointmentId(id);
    command.seen = RowVersion(seen);
    command.start = start;
    if (staff.isValid())
        command.staff = staff;
    return command;
}

} // namespace

class TestEditTogether : public QObject
{
    Q_OBJECT
private slots:
    void swap_data() { onBothDatabases(); }
    void swap();
    void swapStaff_data() { onBothDatabases(); }
    void swapStaff();
    void shift_data() { onBothDatabases(); }
    void shift();
    void arrivedMovesToo_data() { onBothDatabases(); }
    void arrivedMovesToo();
    void neighbourYieldsItsBuffer_data() { onBothDatabases(); }
    void neighbourYieldsItsBuffer();
    void allOrNothing_data() { onBothDatabases(); }
    void allOrNothing();
    void againstEachOther_data() { onBothDatabases(); }
    void againstEachOther();
    void malformed_data() { onBothDatabases(); }
    void malformed();
    void lostAnswer_data() { onBothDatabases(); }
    void lostAnswer();
    void crossingBatches_data() { onBothDatabases(); }
    void crossingBatches();
};

void TestEditTogether::swap()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 a = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const qint64 b = book.booked(SalonBook::haircut(SalonBook::at(11)));
    const Outcome outcome = book.send(EditTogether{{moved(a, SalonBook::at(11)), moved(b, SalonBook::at(10))}});
    VERIFY_OUTCOME(Done, outcome);
    QCOMPARE(book.desk.read(a).slot.start, SalonBook::at(11));
    QCOMPARE(book.desk.read(b).slot.start, SalonBook::at(10));
    // The versions that it tells are those to go on with.
    QCOMPARE(as<Done>(outcome)->id, a);
    QCOMPARE(as<Done>(outcome)->version, book.desk.read(a).version);
    QCOMPARE(as<Done>(outcome)->others, (std::vector<Done::Row>{{b, book.desk.read(b).version}}));
    QCOMPARE(book.desk.read(a).status, Status::Booked);
    QVERIFY(book.value(QStringLiteral("SELECT local_start FROM appointment WHERE id = %1").arg(a))
                .toString()
                .endsWith(u"T11:00:00"));
    QCOMPARE(book.violations(), 0);
}

void TestEditTogether::swapStaff()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 a = book.booked(SalonBook::haircut(SalonBook::at(10), ResourceId(1)));
    const qint64 b = book.booked(SalonBook::haircut(SalonBook::at(10), ResourceId(2)));
    VERIFY_OUTCOME(Done, book.send(EditTogether{{moved(b, SalonBook::at(10), ResourceId(1)),
                                                 moved(a, SalonBook::at(10), ResourceId(2))}}));
    QCOMPARE(book.desk.read(a).staffName, QStringLiteral("Ben"));
    QCOMPARE(book.desk.read(b).staffName, QStringLiteral("Ana"));
    QCOMPARE(book.violations(), 0);
}

/// Everyone's afternoon a quarter of an hour later: each lands on the next one's old place.
void TestEditTogether::shift()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    std::vector<qint64> ids;
    for (int i = 0; i < 6; ++i) {
        BookAppointment command = SalonBook::haircut(SalonBook::at(10) + i * Minutes(45));
        command.bufferAfter = Seconds(0);
        ids.push_back(book.booked(command));
    }
    for (const Seconds by : {Seconds(Minutes(15)), Seconds(Minutes(-30))}) {
        EditTogether command;
        for (const qint64 id : ids) {
            const Appointment row = book.desk.read(id);
            command.edits.push_back(moved(id, row.slot.start + by, {}, row.version.value()));
        }
        VERIFY_OUTCOME(Done, book.send(command));
        QCOMPARE(book.violations(), 0);
    }
    QCOMPARE(book.desk.read(ids.front()).slot.start, SalonBook::at(9, 45));
}

void TestEditTogether::arrivedMovesToo()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 a = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const qint64 b = book.booked(SalonBook::haircut(SalonBook::at(11)));
    VERIFY_OUTCOME(Done, book.send(ChangeStatus{AppointmentId(a), RowVersion(1), Status::Arrived, {}}));
    VERIFY_OUTCOME(Done, book.send(EditTogether{{moved(a, SalonBook::at(11), {}, 2), moved(b, SalonBook::at(10))}}));
    QCOMPARE(book.desk.read(a).status, Status::Arrived);
    QCOMPARE(book.desk.read(a).slot.start, SalonBook::at(11));
    QCOMPARE(book.violations(), 0);
}

void TestEditTogether::neighbourYieldsItsBuffer()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 neighbour = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const qint64 late = book.booked(SalonBook::haircut(SalonBook::at(12)));
    EditAppointment yields;
    yields.id = AppointmentId(neighbour);
    yields.seen = RowVersion(1);
    yields.bufferAfter = Seconds(0);
    EditAppointment closer = moved(late, SalonBook::at(10, 45));
    VERIFY_OUTCOME(SlotTaken, book.send(closer));
    VERIFY_OUTCOME(Done, book.send(EditTogether{{closer, yields}}));
    QCOMPARE(book.violations(), 0);
}

void TestEditTogether::allOrNothing()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 a = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const qint64 b = book.booked(SalonBook::haircut(SalonBook::at(11)));
    const qint64 other = book.booked(SalonBook::haircut(SalonBook::at(14)));
    const QString before = book.fingerprint();
    const Outcome taken = book.send(EditTogether{{moved(a, SalonBook::at(16)), moved(b, SalonBook::at(14, 15))}});
    VERIFY_OUTCOME(SlotTaken, taken);
    QCOMPARE(as<SlotTaken>(taken)->by.value(), other);
    QCOMPARE(book.fingerprint(), before);
    const Outcome stale = book.send(EditTogether{{moved(a, SalonBook::at(16)), moved(b, SalonBook::at(13), {}, 7)}});
    VERIFY_OUTCOME(VersionConflict, stale);
    QCOMPARE(as<VersionConflict>(stale)->current.id.value(), b);
    QCOMPARE(book.fingerprint(), before);
    VERIFY_OUTCOME(Gone, book.send(EditTogether{{moved(a, SalonBook::at(16)), moved(99, SalonBook::at(13))}}));
    VERIFY_OUTCOME(RuleBroken, book.send(EditTogether{{moved(a, SalonBook::at(16)), moved(b, SalonBook::at(5))}}));
    QCOMPARE(book.fingerprint(), before);
}

void TestEditTogether::againstEachOther()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 a = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const qint64 b = book.booked(SalonBook::haircut(SalonBook::at(11)));
    const QString before = book.fingerprint();
    VERIFY_OUTCOME(SlotTaken, book.send(EditTogether{{moved(a, SalonBook::at(14)), moved(b, SalonBook::at(14, 15))}}));
    QCOMPARE(book.fingerprint(), before);
}

void TestEditTogether::malformed()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 a = book.booked(SalonBook::haircut(SalonBook::at(10)));
    VERIFY_OUTCOME(RuleBroken, book.send(EditTogether{}));
    VERIFY_OUTCOME(RuleBroken, book.send(EditTogether{{moved(a, SalonBook::at(11)), moved(a, SalonBook::at(12))}}));
    const QString before = book.fingerprint();
    const Outcome nothing = book.send(EditTogether{{moved(a, SalonBook::at(10))}});
    VERIFY_OUTCOME(Done, nothing);
    QCOMPARE(as<Done>(nothing)->version, RowVersion(1));
    QCOMPARE(book.fingerprint(), before);
}

void TestEditTogether::lostAnswer()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 a = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const qint64 b = book.booked(SalonBook::haircut(SalonBook::at(11)));
    const EditTogether command{{moved(a, SalonBook::at(11)), moved(b, SalonBook::at(10))}};
    const bool sqlite = dialect == Dialect::Sqlite;
    // BEGIN, two reads, two parked, two placed, COMMIT; PostgreSQL locks rows and resources besides.
    book.desk.connection->loseAnswer(sqlite ? 8 : 10);
    VERIFY_OUTCOME(StorageFailed, book.desk.sendAs(QStringLiteral("swap"), command));
    QCOMPARE(book.desk.read(a).slot.start, SalonBook::at(11));
    TestDesk reconnected(book.database);
    const Outcome again = reconnected.sendAs(QStringLiteral("swap"), command);
    VERIFY_OUTCOME(Done, again);
    QCOMPARE(as<Done>(again)->version, book.desk.read(a).version);
    QCOMPARE(as<Done>(again)->others, (std::vector<Done::Row>{{b, book.desk.read(b).version}}));
    QCOMPARE(book.desk.read(a).slot.start, SalonBook::at(11));
}

/// Two desks swap the same pairs in opposite orders at the same time: each batch succeeds or answers stale, none
/// deadlocks, and the book stays sound.
void TestEditTogether::crossingBatches()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    std::vector<qint64> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(book.booked(SalonBook::haircut(SalonBook::at(10 + i), ResourceId(1))));
        ids.push_back(book.booked(SalonBook::haircut(SalonBook::at(10 + i), ResourceId(2))));
    }
    constexpr int rounds = 25;
    std::atomic<int> good{0};
    std::atomic<int> stale{0};
    QStringList unexpected[2];
    std::latch start(2);
    const auto desk = [&](int number) {
        TestDesk own(book.database, QStringLiteral("Desk %1").arg(number + 2));
        start.arrive_and_wait();
        for (int round = 0; round < rounds; ++round) {
            EditTogether command;
            std::vector<Appointment> rows;
            for (const qint64 id : ids)
                rows.push_back(own.read(id));
            if (number == 1)
                std::ranges::reverse(rows);
            for (size_t i = 0; i < rows.size(); ++i) {
                const Appointment& to = rows[(i + 1) % rows.size()];
                command.edits.push_back(moved(rows[i].id.value(), to.slot.start, to.staff, rows[i].version.value()));
            }
            const Outcome outcome = own.send(command);
            if (as<Done>(outcome))
                ++good;
            else if (as<VersionConflict>(outcome) || as<SlotTaken>(outcome)) // read while the other one wrote
                ++stale;
            else
                unexpected[number] += described(outcome);
        }
    };
    std::jthread first(desk, 0);
    std::jthread second(desk, 1);
    first.join();
    second.join();
    QVERIFY2(unexpected[0].isEmpty() && unexpected[1].isEmpty(),
             qPrintable((unexpected[0] + unexpected[1]).join(u'\n')));
    QCOMPARE(good + stale, 2 * rounds);
    QVERIFY(good > 0);
    QCOMPARE(book.violations(), 0);
    QCOMPARE(book.count(QStringLiteral("appointment"), QStringLiteral("status <> 'booked'")), 0);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestEditTogether)
#include "tst_edit_together.moc"
