#include "tests/booking/salon_book.h"

namespace frontdesk
{

using test::as;
using test::described;
using test::onBothDatabases;
using test::SalonBook;

/// Who may pass what with a reason: soft rules, and a capacity by squeezing in.
class TestPassing : public QObject
{
    Q_OBJECT
private slots:
    void squeezingTakesAPersonOfTheDesk_data() { onEach(); }
    void squeezingTakesAPersonOfTheDesk();
    void anEditOrMoveSqueezesByTheSameRight_data() { onEach(); }
    void anEditOrMoveSqueezesByTheSameRight();
    void severalEditsToo_data() { onBothDatabases(); }
    void severalEditsToo();
    void neverOnline_data() { onBothDatabases(); }
    void neverOnline();
    void whoWasMadeSinceIsKnown_data() { onBothDatabases(); }
    void whoWasMadeSinceIsKnown();
    void softRulesArePassedByThoseAlone_data() { onBothDatabases(); }
    void softRulesArePassedByThoseAlone();
    void aSqueezedRowIsPutBackByThoseAlone_data() { onBothDatabases(); }
    void aSqueezedRowIsPutBackByThoseAlone();

private:
    static void onEach();
    /// A person of that group; nobody for an empty one.
    static PersonId personOf(const SalonBook& book, const QString& group);
    /// Staff 1 holds two when squeezed, and is taken from 10 o'clock and from 14 o'clock.
    static void prepare(SalonBook& book);
    static Passing squeeze() { return {{}, true, QStringLiteral("a fringe only")}; }
    static QString ruleOf(const Outcome& outcome);
};

void TestPassing::onEach()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("group");
    QTest::addColumn<bool>("may");
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgresql}) {
        const QByteArray name = dialect == Dialect::Sqlite ? "sqlite, " : "postgresql, ";
        const auto row = [&](const char* who, const char* group, bool may) {
            QTest::newRow((name + who).constData()) << dialect << QString::fromLatin1(group) << may;
        };
        row("a manager", "manager", true);
        row("a receptionist", "receptionist", true);
        row("an auditor", "auditor", false);
        row("the online side", "online", false);
        row("nobody", "", false);
    }
}

PersonId TestPassing::personOf(const SalonBook& book, const QString& group)
{
    if (group.isEmpty())
        return {};
    book.database.typed(
        QStringLiteral("INSERT INTO person (name, person_group, changed_by) VALUES ('Somebody', '%1', 1)").arg(group));
    return PersonId(book.value(QStringLiteral("SELECT max(id) FROM person")).toLongLong());
}

void TestPassing::prepare(SalonBook& book)
{
    QVERIFY(!book.database
                 .typed(QStringLiteral("UPDATE resource SET squeeze_capacity = 2, version = version + 1, "
                                       "changed_by = 1 WHERE id = 1"))
                 .error);
    book.booked(SalonBook::haircut(SalonBook::at(10)));
    book.booked(SalonBook::haircut(SalonBook::at(14)));
}

QString TestPassing::ruleOf(const Outcome& outcome)
{
    const auto* broken = as<RuleBroken>(outcome);
    return broken ? broken->rule + u'/' + broken->field : described(outcome);
}

void TestPassing::squeezingTakesAPersonOfTheDesk()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, group);
    QFETCH(bool, may);
    SalonBook book(dialect);
    prepare(book);
    book.desk.person = personOf(book, group);
    const QString before = book.fingerprint();
    BookAppointment command = SalonBook::haircut(SalonBook::at(10, 15));
    command.passing = squeeze();
    const Outcome outcome = book.send(command);
    if (may) {
        VERIFY_OUTCOME(Done, outcome);
        const Appointment row = book.desk.read(as<Done>(outcome)->id);
        QVERIFY(row.squeezed);
        QCOMPARE(row.squeezeReason, QStringLiteral("a fringe only"));
    } else {
        QCOMPARE(ruleOf(outcome), QStringLiteral("squeeze_person/squeeze_reason"));
        QCOMPARE(book.fingerprint(), before);
    }
    QCOMPARE(book.violations(), 0);
}

void TestPassing::anEditOrMoveSqueezesByTheSameRight()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, group);
    QFETCH(bool, may);
    SalonBook book(dialect);
    prepare(book);
    const qint64 id = book.booked(SalonBook::haircut(SalonBook::at(16)));
    book.desk.person = personOf(book, group);
    EditAppointment move = SalonBook::edit(id);
    move.start = SalonBook::at(14, 15);
    move.passing = squeeze();
    EditAppointment longer = SalonBook::edit(id, 2);
    longer.length = Minutes(60);
    longer.passing = squeeze();
    if (may) {
        VERIFY_OUTCOME(Done, book.send(move));
        VERIFY_OUTCOME(Done, book.send(longer));
        QVERIFY(book.desk.read(id).squeezed);
        QCOMPARE(book.desk.read(id).slot, (TimeSlot{SalonBook::at(14, 15), SalonBook::at(15, 15)}));
    } else {
        QCOMPARE(ruleOf(book.send(move)), QStringLiteral("squeeze_person/squeeze_reason"));
        longer.seen = RowVersion(1);
        QCOMPARE(ruleOf(book.send(longer)), QStringLiteral("squeeze_person/squeeze_reason"));
        QCOMPARE(book.desk.read(id).version, RowVersion(1));
    }
    QCOMPARE(book.violations(), 0);
}

void TestPassing::severalEditsToo()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    prepare(book);
    EditTogether together;
    for (const int hour : {16, 17}) {
        EditAppointment edit = SalonBook::edit(book.booked(SalonBook::haircut(SalonBook::at(hour))));
        edit.start = SalonBook::at(hour == 16 ? 10 : 14, 15);
        edit.passing = squeeze();
        together.edits.push_back(edit);
    }
    book.desk.person = personOf(book, QStringLiteral("online"));
    QCOMPARE(ruleOf(book.send(together)), QStringLiteral("squeeze_person/squeeze_reason"));
    book.desk.person = personOf(book, QStringLiteral("receptionist"));
    VERIFY_OUTCOME(Done, book.send(together));
    QCOMPARE(book.violations(), 0);
}

void TestPassing::neverOnline()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    prepare(book);
    BookAppointment command = SalonBook::haircut(SalonBook::at(10, 15));
    command.passing = squeeze();
    command.source = QStringLiteral("online");
    QCOMPARE(ruleOf(book.send(command)), QStringLiteral("squeeze_online/squeeze_reason"));
}

void TestPassing::whoWasMadeSinceIsKnown()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    prepare(book); // the desk has read its catalogue by now
    book.desk.person = personOf(book, QStringLiteral("receptionist"));
    BookAppointment command = SalonBook::haircut(SalonBook::at(10, 15));
    command.passing = squeeze();
    VERIFY_OUTCOME(Done, book.send(command));
}

void TestPassing::softRulesArePassedByThoseAlone()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    BookAppointment late = SalonBook::haircut(SalonBook::at(22));
    late.passing.overrideReason = QStringLiteral("bride");
    book.desk.person = personOf(book, QStringLiteral("online"));
    QCOMPARE(ruleOf(book.send(late)), QStringLiteral("override_person/override_reason"));
    book.desk.person = PersonId(1);
    EditAppointment move = SalonBook::edit(book.booked(SalonBook::haircut(SalonBook::at(10))));
    move.start = SalonBook::at(22);
    move.passing = late.passing;
    book.desk.person = personOf(book, QStringLiteral("auditor"));
    QCOMPARE(ruleOf(book.send(move)), QStringLiteral("override_person/override_reason"));
    book.desk.person = personOf(book, QStringLiteral("receptionist"));
    VERIFY_OUTCOME(Done, book.send(late));
}

void TestPassing::aSqueezedRowIsPutBackByThoseAlone()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    prepare(book);
    BookAppointment command = SalonBook::haircut(SalonBook::at(10, 15));
    command.passing = squeeze();
    const qint64 id = book.booked(command);
    VERIFY_OUTCOME(Done, book.send(ChangeStatus{AppointmentId(id), RowVersion(1), Status::Cancelled, {}}));
    const ChangeStatus back{AppointmentId(id), RowVersion(2), Status::Booked, {}};
    book.desk.person = personOf(book, QStringLiteral("online"));
    QCOMPARE(ruleOf(book.send(back)), QStringLiteral("squeeze_person/squeeze_reason"));
    book.desk.person = personOf(book, QStringLiteral("receptionist"));
    VERIFY_OUTCOME(Done, book.send(back));
    QVERIFY(book.desk.read(id).squeezed);
}

} // namespace frontdesk

QTEST_GUILESS_MAIN(frontdesk::TestPassing)
#include "tst_passing.moc"
