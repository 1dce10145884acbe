#include "tests/booking/simple_book.h"

#include <rapidcheck.h>

namespace frontdesk::test
{
namespace
{

/// Numbers that a random command is made of; what they mean depends on the book as it stands.
struct Numbers {
    int kind = 0;
    int row = 0;
    int other = 0;
    int quarter = 0;
    int staff = 0;
    bool colour = false;
    bool stale = false;
};

std::ostream& operator<<(std::ostream& out, const Numbers& n)
{
    return out << "{" << n.kind << ", row " << n.row << ", other " << n.other << ", quarter " << n.quarter << ", staff "
               << n.staff << (n.colour ? ", colour" : "") << (n.stale ? ", stale" : "") << "}";
}

rc::Gen<Numbers> numbers()
{
    return rc::gen::build<Numbers>(
        rc::gen::set(&Numbers::kind, rc::gen::inRange(0, 9)), rc::gen::set(&Numbers::row, rc::gen::inRange(0, 20)),
        rc::gen::set(&Numbers::other, rc::gen::inRange(0, 20)),
        rc::gen::set(&Numbers::quarter, rc::gen::inRange(0, 16)), rc::gen::set(&Numbers::staff, rc::gen::inRange(1, 4)),
        rc::gen::set(&Numbers::colour, rc::gen::arbitrary<bool>()),
        rc::gen::set(&Numbers::stale, rc::gen::map(rc::gen::inRange(0, 8), [](int n) { return n == 0; })));
}

/// Sends each command to the real book and says beforehand what the simple one expects.
class Comparison
{
public:
    Comparison(SalonBook& book, int day) : m_book(book), m_day(day) {}

    void run(const Numbers& n)
    {
        if (n.kind < 3 || m_simple.rows.empty())
            bookOne(n);
        else if (n.kind == 3)
            move(n);
        else if (n.kind == 4)
            status(n, Status::Cancelled);
        else if (n.kind == 5)
            status(n, Status::Arrived);
        else if (n.kind == 6)
            status(n, rowOf(n.row).before);
        else if (n.kind == 7)
            repeat();
        else
            swap(n);
    }

    void compareRows()
    {
        for (const SimpleBook::Row& row : m_simple.rows) {
            const Appointment stored = m_book.desk.read(row.id);
            RC_ASSERT(stored.version.value() == row.version);
            RC_ASSERT(stored.status == row.status);
            RC_ASSERT(stored.slot.start == row.start);
            RC_ASSERT(stored.staff == row.staff);
        }
    }

private:
    using Row = SimpleBook::Row;

    Row& rowOf(int number) { return m_simple.rows[size_t(number) % m_simple.rows.size()]; }
    [[nodiscard]] Instant at(int quarter) const { return SalonBook::at(9, 0, m_day) + Minutes(15 * quarter); }
    /// Ben doesn't colour.
    [[nodiscard]] static ResourceId ableStaff(const Numbers& n, bool colour)
    {
        return ResourceId(colour && n.staff == 2 ? 3 : n.staff);
    }

    void bookOne(const Numbers& n)
    {
        Row row;
        row.start = at(n.quarter);
        row.colour = n.colour;
        row.staff = ableStaff(n, n.colour);
        m_last = n.colour ? SalonBook::colour(row.start, row.staff) : SalonBook::haircut(row.start, row.staff);
        m_last.passing.overrideReason = QStringLiteral("test");
        const Outcome outcome = m_book.send(m_last);
        if (!m_simple.isFree(row)) {
            expect<SlotTaken>(outcome);
            m_lastId = 0;
            return;
        }
        expect<Done>(outcome);
        m_lastId = row.id = as<Done>(outcome)->id;
        m_simple.rows.push_back(row);
    }

    void repeat()
    {
        if (m_lastId == 0)
            return;
        Row& row = *std::ranges::find(m_simple.rows, m_lastId, &Row::id);
        const Outcome outcome = m_book.send(m_last);
        if (row.start != m_last.start || row.staff != m_last.staff) {
            expect<RuleBroken>(outcome); // moved since, and this is another command: the key is reused
            return;
        }
        expect<Done>(outcome);
        RC_ASSERT(as<Done>(outcome)->id == row.id);
        RC_ASSERT(as<Done>(outcome)->version.value() == row.version);
    }

    EditAppointment edit(const Row& row, Instant start, ResourceId staff, bool stale) const
    {
        EditAppointment command;
        command.id = AppointmentId(row.id);
        command.seen = RowVersion(stale ? row.version + 1 : row.version);
        command.start = start;
        command.staff = staff;
        command.passing.overrideReason = QStringLiteral("test");
        return command;
    }

    void move(const Numbers& n)
    {
        Row& row = rowOf(n.row);
        Row wanted = row;
        wanted.start = at(n.quarter);
        wanted.staff = ableStaff(n, row.colour);
        const Outcome outcome = m_book.send(edit(row, wanted.start, wanted.staff, n.stale));
        if (n.stale) {
            expect<VersionConflict>(outcome);
        } else if (claimsItsTime(row.status) && !m_simple.isFree(wanted, {row.id})) {
            expect<SlotTaken>(outcome);
        } else {
            expect<Done>(outcome);
            if (wanted.start != row.start || wanted.staff != row.staff)
                ++wanted.version;
            row = wanted;
            RC_ASSERT(as<Done>(outcome)->version.value() == row.version);
        }
    }

    void status(const Numbers& n, Status to)
    {
        Row& row = rowOf(n.row);
        const Outcome outcome = m_book.send(
            ChangeStatus{AppointmentId(row.id), RowVersion(n.stale ? row.version + 1 : row.version), to, {}});
        if (n.stale) {
            expect<VersionConflict>(outcome);
        } else if (to == row.status) {
            expect<Done>(outcome);
            RC_ASSERT(as<Done>(outcome)->version.value() == row.version);
        } else if (!canFollow(row.status, to, row.before)) {
            expect<RuleBroken>(outcome);
        } else if (claimsItsTime(to) && !claimsItsTime(row.status) && !m_simple.isFree(row)) {
            expect<SlotTaken>(outcome);
        } else {
            expect<Done>(outcome);
            row.before = to == Status::Cancelled ? row.status : Status::Booked;
            row.status = to;
            ++row.version;
        }
    }

    void swap(const Numbers& n)
    {
        Row& a = rowOf(n.row);
        Row& b = rowOf(n.other);
        if (a.id == b.id || a.status != Status::Booked || b.status != Status::Booked || a.colour != b.colour)
            return;
        const Outcome outcome =
            m_book.send(EditTogether{{edit(a, b.start, b.staff, n.stale), edit(b, a.start, a.staff, false)}});
        if (n.stale) {
            expect<VersionConflict>(outcome);
            return;
        }
        expect<Done>(outcome); // of the same service: each fits where the other was
        std::swap(a.start, b.start);
        std::swap(a.staff, b.staff);
        a.version = as<Done>(outcome)->version.value();
        b.version = as<Done>(outcome)->others.front().version.value();
    }

    template <class Wanted>
    void expect(const Outcome& outcome)
    {
        if (!std::holds_alternative<Wanted>(outcome))
            RC_FAIL(described(outcome).toStdString());
    }

    SalonBook& m_book;
    int m_day;
    SimpleBook m_simple;
    BookAppointment m_last;
    qint64 m_lastId = 0;
};

} // namespace

class TestRandomCommands : public QObject
{
    Q_OBJECT
private slots:
    void sameAsTheSimpleBook_data() { onBothDatabases(); }
    void sameAsTheSimpleBook();
};

/// RapidCheck prints the seed; RC_PARAMS="seed=…" repeats a run.
void TestRandomCommands::sameAsTheSimpleBook()
{
    QFETCH(Dialect, dialect);
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=50 max_size=60");
    SalonBook book(dialect);
    int day = 0; // each case, and each attempt to shrink one, has a day of its own
    const bool holds = rc::check("the book answers as the simple one does", [&] {
        const auto commands = *rc::gen::container<std::vector<Numbers>>(numbers());
        Comparison comparison(book, day++);
        for (const Numbers& n : commands)
            comparison.run(n);
        comparison.compareRows();
    });
    QVERIFY(holds);
    QCOMPARE(book.violations(), 0);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestRandomCommands)
#include "tst_random_commands.moc"
