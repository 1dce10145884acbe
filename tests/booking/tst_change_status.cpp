#include "tests/booking/salon_book.h"

namespace frontdesk::test
{

class TestChangeStatus : public QObject
{
    Q_OBJECT
private slots:
    void throughTheVisit_data() { onBothDatabases(); }
    void throughTheVisit();
    void cancelFreesAndReturns_data() { onBothDatabases(); }
    void cancelFreesAndReturns();
    void returnMayFindItTaken_data() { onBothDatabases(); }
    void returnMayFindItTaken();
    void refused_data() { onBothDatabases(); }
    void refused();
    void sameStatusAgain_data() { onBothDatabases(); }
    void sameStatusAgain();
    void conflictGoneAndLostAnswer_data() { onBothDatabases(); }
    void conflictGoneAndLostAnswer();
    void everyWay_data() { onBothDatabases(); }
    void everyWay();
};

void TestChangeStatus::throughTheVisit()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    qint64 seen = 1;
    for (const Status status : {Status::Arrived, Status::InService, Status::Completed, Status::InService,
                                Status::Arrived, Status::Booked, Status::Parked, Status::Booked}) {
        const Outcome outcome = book.send(ChangeStatus{AppointmentId(id), RowVersion(seen), status, {}});
        VERIFY_OUTCOME(Done, outcome);
        QCOMPARE(as<Done>(outcome)->version, RowVersion(++seen));
        const Appointment row = book.desk.read(id);
        QCOMPARE(row.status, status);
        QVERIFY(std::chrono::abs(row.statusAt - book.desk.clock.now()) < Seconds(60));
        QCOMPARE(book.violations(), 0);
    }
}

void TestChangeStatus::cancelFreesAndReturns()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    VERIFY_OUTCOME(Done, book.send(ChangeStatus{AppointmentId(id), RowVersion(1), Status::Arrived, {}}));
    VERIFY_OUTCOME(
        Done, book.send(ChangeStatus{AppointmentId(id), RowVersion(2), Status::Cancelled, QStringLiteral(" ill ")}));
    QCOMPARE(book.count(QStringLiteral("claim")), 0);
    QCOMPARE(book.desk.read(id).statusReason, QStringLiteral("ill"));
    const Outcome wrong = book.send(ChangeStatus{AppointmentId(id), RowVersion(3), Status::Booked, {}});
    VERIFY_OUTCOME(RuleBroken, wrong);
    QCOMPARE(as<RuleBroken>(wrong)->rule, QStringLiteral("status_way"));
    VERIFY_OUTCOME(Done, book.send(ChangeStatus{AppointmentId(id), RowVersion(3), Status::Arrived, {}}));
    QCOMPARE(book.count(QStringLiteral("claim")), 1);
    QCOMPARE(book.desk.read(id).statusReason, QString());
}

void TestChangeStatus::returnMayFindItTaken()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::colour(SalonBook::at(10)));
    VERIFY_OUTCOME(Done, book.send(ChangeStatus{AppointmentId(id), RowVersion(1), Status::Cancelled, {}}));
    const qint64 other = book.booked(SalonBook::haircut(SalonBook::at(11, 15)));
    const Outcome outcome = book.send(ChangeStatus{AppointmentId(id), RowVersion(2), Status::Booked, {}});
    VERIFY_OUTCOME(SlotTaken, outcome);
    QCOMPARE(as<SlotTaken>(outcome)->by.value(), other);
    QCOMPARE(as<SlotTaken>(outcome)->resource, ResourceId(1));
    QCOMPARE(book.desk.read(id).status, Status::Cancelled);
    QCOMPARE(book.desk.read(id).version, RowVersion(2));
}

void TestChangeStatus::refused()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const auto ruleOf = [&](Status to) {
        const Outcome outcome = book.send(ChangeStatus{AppointmentId(id), RowVersion(1), to, {}});
        return as<RuleBroken>(outcome) ? as<RuleBroken>(outcome)->rule : described(outcome);
    };
    QCOMPARE(ruleOf(Status::NoShow), QStringLiteral("no_show_before_start"));
    QCOMPARE(ruleOf(Status::Held), QStringLiteral("status_way"));
    QCOMPARE(ruleOf(Status::Expired), QStringLiteral("status_way"));
    const Outcome control =
        book.send(ChangeStatus{AppointmentId(id), RowVersion(1), Status::Cancelled, QStringLiteral("a\nb")});
    VERIFY_OUTCOME(RuleBroken, control);
    QCOMPARE(as<RuleBroken>(control)->field, QStringLiteral("reason"));
    QCOMPARE(book.desk.read(id).version, RowVersion(1));
}

void TestChangeStatus::sameStatusAgain()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    const QString before = book.fingerprint();
    const Outcome outcome = book.send(ChangeStatus{AppointmentId(id), RowVersion(1), Status::Booked, {}});
    VERIFY_OUTCOME(Done, outcome);
    QCOMPARE(as<Done>(outcome)->version, RowVersion(1));
    QCOMPARE(book.fingerprint(), before);
}

void TestChangeStatus::conflictGoneAndLostAnswer()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    TestDesk other(book.database, QStringLiteral("Desk 2"));
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(10)));
    VERIFY_OUTCOME(Gone, book.send(ChangeStatus{AppointmentId(99), RowVersion(1), Status::Arrived, {}}));
    const ChangeStatus arrived{AppointmentId(id), RowVersion(1), Status::Arrived, {}};
    book.desk.connection->loseAnswer(dialect == Dialect::Sqlite ? 3 : 1);
    VERIFY_OUTCOME(StorageFailed, book.desk.sendAs(QStringLiteral("a"), arrived));
    TestDesk reconnected(book.database);
    const Outcome again = reconnected.sendAs(QStringLiteral("a"), arrived);
    VERIFY_OUTCOME(Done, again);
    QCOMPARE(as<Done>(again)->version, RowVersion(2));
    const Outcome late = other.send(ChangeStatus{AppointmentId(id), RowVersion(1), Status::Cancelled, {}});
    VERIFY_OUTCOME(VersionConflict, late);
    QCOMPARE(as<VersionConflict>(late)->current.status, Status::Arrived);
    QCOMPARE(as<VersionConflict>(late)->changedDesk, QStringLiteral("Desk 1"));
}

/// The database agrees with canFollow() of models/domain about every pair that a desk can send.
void TestChangeStatus::everyWay()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const std::vector<Status> all{Status::Booked,    Status::Arrived, Status::InService, Status::Completed,
                                  Status::Cancelled, Status::Parked,  Status::Held,      Status::Expired};
    int hour = 0;
    for (const Status from : all) {
        for (const Status to : all) {
            if (from == to || from == Status::Held || from == Status::Expired)
                continue; // no desk makes appointments that are held
            const Instant start = SalonBook::at(9 + hour % 8, 0, hour / 8);
            ++hour;
            BookAppointment command = SalonBook::haircut(start);
            command.passing.overrideReason = QStringLiteral("test");
            const qint64 id = book.booked(command);
            QString set = QStringLiteral("status = '%1'").arg(toCode(from));
            qint64 seen = 1;
            if (from == Status::Cancelled)
                set += QStringLiteral(", status_before = 'booked'");
            if (from != Status::Booked) {
                const auto typed = book.database.typed(
                    QStringLiteral("UPDATE appointment SET %1, version = 2, changed_by = 1 WHERE id = %2")
                        .arg(set)
                        .arg(id));
                QVERIFY2(!typed.error, qPrintable(typed.error.text));
                seen = 2;
            }
            const Outcome outcome = book.send(ChangeStatus{AppointmentId(id), RowVersion(seen), to, {}});
            // Taken back over arrived, in one command.
            const bool allowed =
                canFollow(from, to, Status::Booked) || (from == Status::InService && to == Status::Booked);
            QVERIFY2(std::holds_alternative<Done>(outcome) == allowed,
                     qPrintable(toCode(from) + QStringLiteral(" → ") + toCode(to) + u' ' + described(outcome)));
        }
    }
    QCOMPARE(book.violations(), 0);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestChangeStatus)
#include "tst_change_status.moc"
