#include "models/link/back_off.h"
#include "models/link/call_queue.h"
#include "models/link/pending_requests.h"
#include "models/link/unanswered.h"

#include <QCoreApplication>
#include <QTest>

#include <numeric>
#include <set>
#include <thread>

using namespace frontdesk;
using Urgency = CallQueue::Urgency;

/// The small parts of a link.
class tst_CallQueue : public QObject
{
    Q_OBJECT
private slots:
    void commandsComeFirst();
    void whatIsWithdrawnIsNotCalled();
    void withoutAReceiverNothingIsKept();
    void wakesItsReceiver();
    void manyThreadsMayPush();
    void theBackOffGrowsAndIsScattered();
    void anAnswerIsGivenOnce();
    void aRequestEndsWithItsPatience();
    void aRepeatedCommandKeepsItsId();
};

namespace
{

/// Takes what is there when it is woken.
class Receiver : public QObject
{
public:
    explicit Receiver(CallQueue& queue) : m_queue(queue) { queue.setReceiver(this); }
    ~Receiver() override { m_queue.setReceiver(nullptr); }
    bool event(QEvent* event) override
    {
        if (event->type() != CallQueue::wakeUp()) {
            return QObject::event(event);
        }
        ++wakeUps;
        while (const auto call = m_queue.take()) {
            (*call)();
        }
        return true;
    }
    int wakeUps = 0;

private:
    CallQueue& m_queue;
};

} // namespace

void tst_CallQueue::commandsComeFirst()
{
    CallQueue queue;
    const Receiver receiver(queue);
    QStringList done;
    const auto note = [&](const char* word) { return [&done, word] { done << QLatin1StringView(word); }; };
    queue.push(Urgency::Later, 1, note("read 1"));
    queue.push(Urgency::Later, 2, note("read 2"));
    queue.push(Urgency::First, 3, note("command 1"));
    queue.push(Urgency::First, 4, note("command 2"));
    QCoreApplication::processEvents();
    QCOMPARE(done.join(QStringLiteral(", ")), QStringLiteral("command 1, command 2, read 1, read 2"));
}

void tst_CallQueue::whatIsWithdrawnIsNotCalled()
{
    CallQueue queue;
    const Receiver receiver(queue);
    int calls = 0;
    queue.push(Urgency::Later, 1, [&] { ++calls; });
    queue.push(Urgency::First, 2, [&] { ++calls; });
    queue.withdraw(2);
    queue.withdraw(77);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
    queue.push(Urgency::Later, 3, [&] { ++calls; });
    queue.push(Urgency::First, 4, [&] { calls += 10; });
    queue.withdrawReads();
    QCoreApplication::processEvents();
    QCOMPARE(calls, 11);
}

void tst_CallQueue::withoutAReceiverNothingIsKept()
{
    CallQueue queue;
    int calls = 0;
    queue.push(Urgency::First, 1, [&] { ++calls; });
    auto receiver = std::make_unique<Receiver>(queue);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
    queue.push(Urgency::First, 2, [&] { ++calls; });
    receiver.reset(); // between the event and its delivery
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
    QVERIFY(!queue.take());
}

void tst_CallQueue::wakesItsReceiver()
{
    CallQueue queue;
    const Receiver receiver(queue);
    for (int i = 0; i < 100; ++i) {
        queue.push(Urgency::First, 0, [] {});
    }
    QCoreApplication::processEvents();
    QCOMPARE(receiver.wakeUps, 1); // one event is under way at most
    queue.push(Urgency::First, 0, [] {});
    QCoreApplication::processEvents();
    QCOMPARE(receiver.wakeUps, 2);
    queue.wake();
    QCoreApplication::processEvents();
    QCOMPARE(receiver.wakeUps, 3);
}

void tst_CallQueue::manyThreadsMayPush()
{
    CallQueue queue;
    const Receiver receiver(queue);
    constexpr int each = 2000;
    QList<int> next(4, 0);
    int outOfOrder = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i) {
                queue.push(Urgency::First, 0, [&, thread, i] { outOfOrder += next[thread]++ == i ? 0 : 1; });
            }
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(std::accumulate(next.begin(), next.end(), 0), 4 * each, 20000);
    for (std::thread& thread : threads) {
        thread.join();
    }
    QCOMPARE(outOfOrder, 0); // what one thread pushes stays in its order
}

void tst_CallQueue::theBackOffGrowsAndIsScattered()
{
    std::set<int> firsts;
    for (quint32 seed = 1; seed <= 50; ++seed) {
        BackOff backOff(seed * 7919);
        int wanted = 500;
        for (int i = 0; i < 10; ++i) {
            const int pause = int(backOff.next().count());
            if (i == 0) {
                firsts.insert(pause);
            }
            QVERIFY2(pause >= wanted * 3 / 4 && pause <= std::min(10000, wanted * 5 / 4),
                     qPrintable(QString::number(pause)));
            wanted = std::min(10000, wanted * 2);
        }
        backOff.reset();
        QVERIFY(backOff.next().count() <= 625);
    }
    QVERIFY(firsts.size() > 10); // desks that were lost together don't come back together
}

void tst_CallQueue::anAnswerIsGivenOnce()
{
    PendingRequests pending;
    std::vector<Outcome> answers;
    const auto take = [&](const Outcome& outcome) { answers.push_back(outcome); };
    const auto patience = std::chrono::seconds(5);
    const quint64 first = pending.add<Outcome>(nullptr, take, Forbidden{}, patience);
    pending.answer(first, Outcome(Gone{}));
    pending.answer(first, Outcome(Gone{}));
    QCOMPARE(answers.size(), size_t(1));
    QVERIFY(std::holds_alternative<Gone>(answers[0]));

    const quint64 second = pending.add<Outcome>(nullptr, take, Forbidden{}, patience);
    pending.answer(second, PendingRequests::NoAnswer{});
    QVERIFY(std::holds_alternative<Forbidden>(answers.at(1)));

    auto context = std::make_unique<QObject>();
    const quint64 third = pending.add<Outcome>(context.get(), take, Forbidden{}, patience);
    context.reset();
    pending.answer(third, Outcome(Gone{}));
    QCOMPARE(answers.size(), size_t(2));
    QVERIFY(pending.isEmpty());
}

void tst_CallQueue::aRequestEndsWithItsPatience()
{
    PendingRequests pending;
    int late = 0;
    const auto now = PendingRequests::Clock::now();
    const quint64 early = pending.add<std::vector<ClientHit>>(
        nullptr, [&](const std::vector<ClientHit>&) { ++late; }, {}, std::chrono::seconds(1));
    const quint64 later = pending.add<std::vector<ClientHit>>(
        nullptr, [&](const std::vector<ClientHit>&) { ++late; }, {}, std::chrono::seconds(60));
    QVERIFY(pending.giveUp(now).empty());
    QCOMPARE(pending.giveUp(now + std::chrono::seconds(10)), std::vector<quint64>{early});
    QCOMPARE(late, 1);
    QVERIFY(!pending.contains(early) && pending.contains(later));
}

void tst_CallQueue::aRepeatedCommandKeepsItsId()
{
    Unanswered unanswered;
    EditAppointment edit;
    edit.id = AppointmentId(1);
    edit.seen = RowVersion(1);
    edit.note = QStringLiteral("mine");
    const QString first = unanswered.idFor(Command(edit));
    QVERIFY(unanswered.idFor(Command(edit)) != first); // it was answered: the next one is another command
    unanswered.remember(Command(edit), first);
    EditAppointment other = edit;
    other.note = QStringLiteral("another");
    QVERIFY(unanswered.idFor(Command(other)) != first);
    QCOMPARE(unanswered.idFor(Command(edit)), first);
    QVERIFY(unanswered.idFor(Command(edit)) != first);

    const SaveService save{ServiceId(1), RowVersion(1), {{QStringLiteral("name"), QStringLiteral("Cut")}}};
    const QString second = unanswered.idFor(save);
    unanswered.remember(save, second);
    QVERIFY(unanswered.idFor(SaveService{ServiceId(1), RowVersion(2), save.fields}) != second);
    QCOMPARE(unanswered.idFor(save), second);
}

QTEST_GUILESS_MAIN(tst_CallQueue)
#include "tst_call_queue.moc"
