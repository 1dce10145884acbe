#include "tests/booking/salon_book.h"

#include <algorithm>
#include <functional>

namespace frontdesk::test
{
namespace
{

/// A session's next step on the one slot, Ana at ten; it knows what it has seen itself and nothing else.
class Session
{
public:
    Session(const TestDatabase& database, int number)
        : m_desk(database, QStringLiteral("Desk %1").arg(number)), m_number(number)
    {
    }

    using Step = void (Session::*)();

    void book()
    {
        BookAppointment command = SalonBook::haircut(m_start);
        command.client = ClientId(m_number);
        command.passing.overrideReason = QStringLiteral("test");
        note(m_desk.send(command));
    }
    void bookFromHold()
    {
        BookAppointment command = SalonBook::haircut(m_start);
        command.passing.overrideReason = QStringLiteral("test");
        if (m_hold.isValid())
            command.fromHold = m_hold;
        note(m_desk.send(command));
    }
    void moveIn() { moveTo(m_start + Minutes(15)); }
    void moveAway() { moveTo(m_start + std::chrono::hours(4) + Minutes(60 * m_number)); }
    void cancel() { status(Status::Cancelled, QString()); }
    void undoBooking() { status(Status::Cancelled, QStringLiteral("undone")); }
    void redo() { status(Status::Booked, QString()); }
    void hold() { keep(); }
    void extend() { keep(); }
    void release()
    {
        if (m_hold.isValid())
            m_desk.send(ReleaseHold{m_hold});
        m_hold = {};
    }

    void begin(Instant start)
    {
        m_start = start;
        m_row = Done();
        m_hold = {};
    }
    /// An outcome that is none of the expected ones.
    [[nodiscard]] QString unexpected() const { return m_unexpected; }

private:
    void note(const Outcome& outcome)
    {
        if (const auto* done = as<Done>(outcome))
            m_row = *done;
        else if (!as<SlotTaken>(outcome) && !as<RuleBroken>(outcome) && !as<VersionConflict>(outcome))
            m_unexpected = described(outcome);
    }
    void moveTo(Instant start)
    {
        EditAppointment command;
        command.id = AppointmentId(m_row.id);
        command.seen = m_row.version;
        command.start = start;
        command.passing.overrideReason = QStringLiteral("test");
        if (m_row.id != 0)
            note(m_desk.send(command));
    }
    void status(Status to, const QString& reason)
    {
        if (m_row.id != 0)
            note(m_desk.send(ChangeStatus{AppointmentId(m_row.id), m_row.version, to, reason}));
    }
    void keep()
    {
        HoldPlace command;
        command.location = LocationId(1);
        command.staff = ResourceId(1);
        command.service = ServiceId(1);
        command.slot = {m_start, m_start + Minutes(45)};
        if (m_hold.isValid())
            command.existing = m_hold;
        const Outcome outcome = m_desk.send(command);
        if (const auto* done = as<Done>(outcome))
            m_hold = DeskHoldId(done->id);
        else if (!as<SlotTaken>(outcome))
            m_unexpected = described(outcome);
    }

    TestDesk m_desk;
    int m_number;
    Instant m_start{};
    Done m_row;
    DeskHoldId m_hold;
    QString m_unexpected;
};

using Script = std::vector<Session::Step>;

} // namespace

/// Every order in which the steps of three sessions can meet on one slot: after each step nothing holds more than it
/// can, and after the last one exactly what the rows say is claimed.
class TestInterleavings : public QObject
{
    Q_OBJECT
private slots:
    void neverAboveCapacity_data();
    void neverAboveCapacity();
};

void TestInterleavings::neverAboveCapacity_data()
{
    QTest::addColumn<frontdesk::Dialect>("dialect");
    QTest::addColumn<int>("scripts");
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgresql}) {
        const char* name = dialect == Dialect::Sqlite ? "sqlite" : "postgresql";
        QTest::addRow("book and cancel, move in, hold and extend; %s", name) << dialect << 0;
        QTest::addRow("undo and redo, book and cancel, book from a hold; %s", name) << dialect << 1;
        QTest::addRow("move away and back, hold and release, book and undo; %s", name) << dialect << 2;
    }
}

void TestInterleavings::neverAboveCapacity()
{
    QFETCH(Dialect, dialect);
    QFETCH(int, scripts);
    using S = Session;
    const std::vector<std::vector<Script>> all{
        {{&S::book, &S::cancel}, {&S::book, &S::moveAway, &S::moveIn}, {&S::hold, &S::extend}},
        {{&S::book, &S::undoBooking, &S::redo}, {&S::book, &S::cancel}, {&S::hold, &S::bookFromHold}},
        {{&S::book, &S::moveAway, &S::moveIn}, {&S::hold, &S::release}, {&S::book, &S::undoBooking}}};
    const std::vector<Script>& scriptOf = all[size_t(scripts)];

    SalonBook book(dialect);
    std::vector<std::unique_ptr<Session>> sessions;
    std::vector<int> order; // whose turn it is, each session as often as it has steps
    for (int i = 0; i < 3; ++i) {
        sessions.push_back(std::make_unique<Session>(book.database, i + 1));
        order.insert(order.end(), scriptOf[size_t(i)].size(), i);
    }
    int day = 0;
    do {
        const QString twoInOneChair =
            QStringLiteral(
                "SELECT COUNT(*) FROM claim a JOIN claim b ON b.resource_id = a.resource_id AND b.id > a.id "
                "AND b.starts_at < a.ends_at AND b.ends_at > a.starts_at "
                "WHERE a.resource_id = 1 AND a.starts_at BETWEEN %1 AND %2 AND b.starts_at BETWEEN %1 AND %2")
                .arg(toUnix(SalonBook::at(0, 0, day)))
                .arg(toUnix(SalonBook::at(23, 0, day)));
        std::array<size_t, 3> next{};
        for (const auto& session : sessions)
            session->begin(SalonBook::at(10, 0, day));
        for (const int turn : order) {
            Session& session = *sessions[size_t(turn)];
            (session.*scriptOf[size_t(turn)][next[size_t(turn)]++])();
            QVERIFY2(session.unexpected().isEmpty(), qPrintable(session.unexpected()));
            QCOMPARE(book.value(twoInOneChair).toInt(), 0);
        }
        for (const auto& session : sessions)
            session->release();
        ++day;
    } while (std::ranges::next_permutation(order).found);
    QCOMPARE(book.violations(), 0);
    QVERIFY(day >= 200);
    QVERIFY(book.count(QStringLiteral("appointment")) > day / 2); // only who came after a hold was refused for good
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestInterleavings)
#include "tst_interleavings.moc"
