#include "models/booking/catalogue_reader.h"
#include "tests/booking/salon_book.h"
#include "tests/support/full_disk.h"

#include <QElapsedTimer>

#include <functional>

namespace frontdesk::test
{
namespace
{

/// What an operation finds, each time on a day of its own: a haircut of Ana at 10, one at 11, a colour of Chloé at 10,
/// a desk hold of Ben at 15.
struct Scene {
    Scene(SalonBook& inBook, int onDay) : book(inBook), day(onDay)
    {
        first = book.booked(anytime(SalonBook::haircut(at(10))));
        second = book.booked(anytime(SalonBook::haircut(at(11))));
        book.booked(anytime(SalonBook::colour(at(10), ResourceId(3))));
        const Outcome client = book.send(CreateClient{QStringLiteral("Lena %1").arg(day), {}, {}});
        QVERIFY(as<Done>(client));
        lena = ClientId(as<Done>(client)->id);
        const Outcome held = book.send(holdOf(ResourceId(2), {at(15), at(15, 45)}));
        QVERIFY(as<Done>(held));
        hold = DeskHoldId(as<Done>(held)->id);
    }

    [[nodiscard]] Instant at(int hour, int minute = 0) const { return SalonBook::at(hour, minute, day); }
    [[nodiscard]] static BookAppointment anytime(BookAppointment command)
    {
        command.passing.overrideReason = QStringLiteral("a Sunday perhaps");
        return command;
    }
    [[nodiscard]] static HoldPlace holdOf(ResourceId staff, TimeSlot slot)
    {
        HoldPlace command;
        command.location = LocationId(1);
        command.staff = staff;
        command.slot = slot;
        command.lasts = Minutes(20);
        return command;
    }
    [[nodiscard]] static EditAppointment edit(qint64 id)
    {
        EditAppointment command;
        command.id = AppointmentId(id);
        command.seen = RowVersion(1);
        command.passing.overrideReason = QStringLiteral("a Sunday perhaps");
        return command;
    }

    SalonBook& book;
    int day;
    qint64 first = 0;
    qint64 second = 0;
    ClientId lena;
    DeskHoldId hold;
};

struct Operation {
    const char* name;
    std::function<Command(const Scene&)> make;
};

const std::vector<Operation>& operations()
{
    static const std::vector<Operation> all{
        {"book", [](const Scene& s) { return Scene::anytime(SalonBook::haircut(s.at(14))); }},
        {"book from a hold",
         [](const Scene& s) {
             BookAppointment command = Scene::anytime(SalonBook::haircut(s.at(15), ResourceId(2)));
             command.fromHold = s.hold;
             return command;
         }},
        {"block from a hold",
         [](const Scene& s) {
             return BookBlock{{},    LocationId(1), ResourceId(2), {s.at(15), s.at(16)}, QStringLiteral("Training"),
                              s.hold};
         }},
        {"move",
         [](const Scene& s) {
             EditAppointment command = Scene::edit(s.first);
             command.start = s.at(14);
             return command;
         }},
        {"another service",
         [](const Scene& s) {
             EditAppointment command = Scene::edit(s.first);
             command.service = ServiceId(2);
             command.start = s.at(14);
             return command;
         }},
        {"cancel",
         [](const Scene& s) {
             return ChangeStatus{AppointmentId(s.first), RowVersion(1), Status::Cancelled, QStringLiteral("ill")};
         }},
        {"swap",
         [](const Scene& s) {
             EditTogether command{{Scene::edit(s.first), Scene::edit(s.second)}};
             command.edits[0].start = s.at(11);
             command.edits[1].start = s.at(10);
             return command;
         }},
        {"new client",
         [](const Scene&) {
             return CreateClient{QStringLiteral("Ada Lovelace"), QStringLiteral("030 23125 900"), {}};
         }},
        {"edit a client",
         [](const Scene& s) {
             EditClient command;
             command.id = s.lena;
             command.seen = RowVersion(1);
             command.name = QStringLiteral("Lena Sommer");
             return command;
         }},
        {"hold",
         [](const Scene& s) {
             HoldPlace command = Scene::holdOf(ResourceId(1), {s.at(16), s.at(17, 30)});
             command.service = ServiceId(2);
             return command;
         }},
        {"hold another place",
         [](const Scene& s) {
             HoldPlace command = Scene::holdOf(ResourceId(1), {s.at(16), s.at(17)});
             command.existing = s.hold;
             return command;
         }},
        {"release", [](const Scene& s) { return ReleaseHold{s.hold}; }},
    };
    return all;
}

/// How much there is of everything that commands write.
std::vector<qint64> amounts(const SalonBook& book)
{
    std::vector<qint64> all;
    for (const char* what : {"COUNT(*) FROM appointment", "SUM(version) FROM appointment", "COUNT(*) FROM claim",
                             "SUM(ends_at - starts_at) FROM claim", "COUNT(*) FROM client", "SUM(version) FROM client",
                             "COUNT(*) FROM client_search", "COUNT(*) FROM desk_hold", "COUNT(*) FROM audit"})
        all.push_back(book.value(QStringLiteral("SELECT ") + QLatin1StringView(what)).toLongLong());
    return all;
}

std::vector<qint64> difference(const std::vector<qint64>& after, const std::vector<qint64>& before)
{
    std::vector<qint64> all;
    std::ranges::transform(after, before, std::back_inserter(all), std::minus());
    return all;
}

constexpr int mostStatements = 20;

} // namespace

/// The n-th statement fails, for n = 1, 2, 3 … until the operation passes (as SQLite tests itself).
class TestFaults : public QObject
{
    Q_OBJECT
private slots:
    void nothingHalfDone_data() { onBothDatabases(); }
    void nothingHalfDone();
    void busyIsTriedAgain_data() { onBothDatabases(); }
    void busyIsTriedAgain();
    void busyForEverIsGivenUp_data() { onBothDatabases(); }
    void busyForEverIsGivenUp();
    void lostAnswerTakesEffectOnce_data() { onBothDatabases(); }
    void lostAnswerTakesEffectOnce();
    void aFullDiskIsToldWithWhatToDo();
    void refusalsSurviveFailures_data() { onBothDatabases(); }
    void refusalsSurviveFailures();

private:
    static void failEachStatement(SalonBook& book, const Operation& operation, int& day);
    static void delayEachStatement(SalonBook& book, const Operation& operation, int& day);
    static void loseEachAnswer(SalonBook& book, const Operation& operation, int& day);
    static void forEachOperation(void (*test)(SalonBook&, const Operation&, int&));
};

void TestFaults::forEachOperation(void (*test)(SalonBook&, const Operation&, int&))
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    int day = 0;
    for (const Operation& operation : operations()) {
        test(book, operation, day);
        if (QTest::currentTestFailed()) {
            qWarning("… in the operation: %s", operation.name);
            return;
        }
    }
    QCOMPARE(book.violations(), 0);
}

void TestFaults::nothingHalfDone()
{
    forEachOperation(failEachStatement);
}

void TestFaults::failEachStatement(SalonBook& book, const Operation& operation, int& day)
{
    const Scene scene(book, day++);
    const Command command = operation.make(scene);
    const QString before = book.fingerprint();
    int n = 1;
    for (; n <= mostStatements; ++n) {
        book.desk.connection->failStatement(n);
        const Outcome outcome = book.send(command);
        book.desk.connection->failStatement(0);
        if (as<Done>(outcome))
            break;
        VERIFY_OUTCOME(StorageFailed, outcome);
        QVERIFY(!book.desk.connection->inTransaction());
        QCOMPARE(book.fingerprint(), before);
    }
    QVERIFY2(n > 1 && n <= mostStatements, qPrintable(QString::number(n)));
    QVERIFY(book.fingerprint() != before);
}

void TestFaults::busyIsTriedAgain()
{
    forEachOperation(delayEachStatement);
}

void TestFaults::delayEachStatement(SalonBook& book, const Operation& operation, int& day)
{
    std::vector<qint64> wanted;
    for (int n = 0; n <= 4; ++n) {
        const Scene scene(book, day++);
        const Command command = operation.make(scene);
        const std::vector<qint64> before = amounts(book);
        book.desk.connection->failStatement(n, StorageError::Kind::Busy);
        VERIFY_OUTCOME(Done, book.send(command));
        book.desk.connection->failStatement(0);
        if (n == 0)
            wanted = difference(amounts(book), before);
        QCOMPARE(difference(amounts(book), before), wanted);
    }
}

void TestFaults::busyForEverIsGivenUp()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    book.booked(SalonBook::haircut(SalonBook::at(10)));
    const auto blocker = book.database.connect();
    Transaction blocking(*blocker);
    QVERIFY(!blocking.beginError());
    if (dialect == Dialect::Postgresql)
        QVERIFY(!blocker->execute(QStringLiteral("SELECT lock_resources(ARRAY[1])")));
    const StorageError quick =
        book.desk.connection->setPatience(std::chrono::milliseconds(400), std::chrono::milliseconds(200));
    QVERIFY(!quick);
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = book.send(SalonBook::haircut(SalonBook::at(14)));
    VERIFY_OUTCOME(StorageFailed, outcome);
    QVERIFY(!as<StorageFailed>(outcome)->unreachable);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestFaults::lostAnswerTakesEffectOnce()
{
    forEachOperation(loseEachAnswer);
}

void TestFaults::loseEachAnswer(SalonBook& book, const Operation& operation, int& day)
{
    std::vector<qint64> wanted;
    for (int n = 0; n <= mostStatements; ++n) {
        const QString id = QStringLiteral("command of day %1").arg(day);
        const Scene scene(book, day++);
        const Command command = operation.make(scene);
        const std::vector<qint64> before = amounts(book);
        TestDesk desk(book.database);
        desk.executor.setCatalogue(std::get<CataloguePtr>(readCatalogue(*desk.connection)));
        desk.connection->loseAnswer(n);
        const Outcome first = desk.sendAs(id, command);
        if (n == 0)
            wanted = difference(amounts(book), before);
        else if (as<Done>(first))
            return;
        else {
            VERIFY_OUTCOME(StorageFailed, first);
            QVERIFY(as<StorageFailed>(first)->unreachable);
        }
        desk.connection.reset(); // the link is gone; what it left open is rolled back
        TestDesk reconnected(book.database);
        const Outcome again = reconnected.sendAs(id, command);
        if (std::holds_alternative<HoldPlace>(command) && as<SlotTaken>(again))
            continue; // has no key: the hold whose answer was lost runs out by itself
        VERIFY_OUTCOME(Done, again);
        QCOMPARE(difference(amounts(book), before), wanted);
    }
    QFAIL("the operation never passed");
}

void TestFaults::aFullDiskIsToldWithWhatToDo()
{
    SalonBook book(Dialect::Sqlite);
    const QString before = book.fingerprint();
    {
        const FullDisk full;
        const Outcome outcome = book.send(SalonBook::haircut(SalonBook::at(10)));
        VERIFY_OUTCOME(StorageFailed, outcome);
        QVERIFY(!as<StorageFailed>(outcome)->unreachable);
        QVERIFY2(as<StorageFailed>(outcome)->text.contains(QStringLiteral("Free some space")),
                 qPrintable(described(outcome)));
    }
    QCOMPARE(book.fingerprint(), before);
    VERIFY_OUTCOME(Done, book.send(SalonBook::haircut(SalonBook::at(10))));
}

/// What can't be asked for the explanation is left out of it; the refusal stays one.
void TestFaults::refusalsSurviveFailures()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const Scene scene(book, 0);
    const QString before = book.fingerprint();
    int refused = 0;
    for (int n = 1; n <= mostStatements; ++n) {
        book.desk.connection->failStatement(n);
        const Outcome outcome = book.send(SalonBook::haircut(SalonBook::at(10, 15)));
        book.desk.connection->failStatement(0);
        QVERIFY2(as<SlotTaken>(outcome) || as<StorageFailed>(outcome), qPrintable(described(outcome)));
        refused += as<SlotTaken>(outcome) ? 1 : 0;
        QVERIFY(!book.desk.connection->inTransaction());
    }
    QVERIFY(refused > 10);
    QCOMPARE(book.fingerprint(), before);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestFaults)
#include "tst_faults.moc"
