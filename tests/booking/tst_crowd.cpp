#include "tests/booking/salon_book.h"

#include <latch>
#include <random>
#include <thread>

namespace frontdesk::test
{

/// Many desks at the same places at the same time: what they are told is what stands in the book.
class TestCrowd : public QObject
{
    Q_OBJECT
private slots:
    void sameSlots_data();
    void sameSlots();
    void oneKeyManyTimes_data() { onBothDatabases(); }
    void oneKeyManyTimes();
};

void TestCrowd::sameSlots_data()
{
    QTest::addColumn<frontdesk::Dialect>("dialect");
    QTest::addColumn<int>("desks");
    QTest::addColumn<int>("rounds");
    QTest::newRow("4 desks, sqlite") << Dialect::Sqlite << 4 << 25;
    QTest::newRow("20 desks, sqlite") << Dialect::Sqlite << 20 << 8;
    QTest::newRow("4 desks, postgresql") << Dialect::Postgresql << 4 << 25;
    QTest::newRow("20 desks, postgresql") << Dialect::Postgresql << 20 << 8;
}

void TestCrowd::sameSlots()
{
    QFETCH(Dialect, dialect);
    QFETCH(int, desks);
    QFETCH(int, rounds);
    const quint32 seed = std::random_device()();
    qInfo("seed %u", seed);
    SalonBook book(dialect);
    book.addSecondRoom();
    std::atomic<int> booked{0};
    std::atomic<int> taken{0};
    std::vector<QStringList> unexpected(static_cast<size_t>(desks));
    std::latch start(desks);
    const auto desk = [&](int number) {
        TestDesk own(book.database, QStringLiteral("Desk %1").arg(number));
        std::mt19937 random(seed + quint32(number));
        std::vector<qint64> mine;
        start.arrive_and_wait();
        for (int round = 0; round < rounds; ++round) {
            const Instant at = SalonBook::at(9) + Minutes(15 * int(random() % 24));
            const ResourceId staff(1 + qint64(random() % 3));
            const bool colours = random() % 2 == 0 && staff != ResourceId(2);
            Outcome outcome = own.send(colours ? SalonBook::colour(at, staff) : SalonBook::haircut(at, staff));
            if (const auto* done = as<Done>(outcome)) {
                ++booked;
                mine.push_back(done->id);
            } else if (!mine.empty()) { // another place for one of the own
                EditAppointment move;
                move.id = AppointmentId(mine.back());
                move.seen = own.read(mine.back()).version;
                move.start = at;
                const Outcome moved = own.send(move);
                if (!as<Done>(moved) && !as<SlotTaken>(moved))
                    unexpected[size_t(number)] += described(moved);
            }
            if (as<SlotTaken>(outcome))
                ++taken;
            else if (!as<Done>(outcome))
                unexpected[size_t(number)] += described(outcome);
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int number = 0; number < desks; ++number)
            threads.emplace_back(desk, number);
    }
    for (const QStringList& texts : unexpected)
        QVERIFY2(texts.isEmpty(), qPrintable(texts.join(u'\n')));
    QCOMPARE(booked + taken, desks * rounds);
    QCOMPARE(book.count(QStringLiteral("appointment")), booked);
    QVERIFY(booked > 5);
    QCOMPARE(book.violations(), 0);
    QCOMPARE(book.count(QStringLiteral("audit"), QStringLiteral("table_name = 'appointment'")),
             book.value(QStringLiteral("SELECT SUM(version) FROM appointment")).toLongLong());
}

void TestCrowd::oneKeyManyTimes()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const BookAppointment command = SalonBook::haircut(SalonBook::at(10));
    constexpr int desks = 8;
    std::vector<Outcome> outcomes(desks);
    std::latch start(desks);
    {
        std::vector<std::jthread> threads;
        for (int number = 0; number < desks; ++number) {
            threads.emplace_back([&, number] {
                TestDesk own(book.database, QStringLiteral("Desk %1").arg(number));
                start.arrive_and_wait();
                outcomes[size_t(number)] = own.send(command);
            });
        }
    }
    for (const Outcome& outcome : outcomes) {
        VERIFY_OUTCOME(Done, outcome);
        QCOMPARE(as<Done>(outcome)->id, as<Done>(outcomes.front())->id);
    }
    QCOMPARE(book.count(QStringLiteral("appointment")), 1);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestCrowd)
#include "tst_crowd.moc"
