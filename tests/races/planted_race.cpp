// A data race put here on purpose: under the thread sanitizer, with our suppressions in force, it must be reported. If
// it isn't, the suppressions hide too much.
//   planted_race          two threads count in one number
//   planted_race --queue  the same behind our own hand-over: what was handed over is touched again
#include "models/link/call_queue.h"

#include <QCoreApplication>
#include <QThread>

#include <memory>

using frontdesk::CallQueue;

namespace
{

constexpr int rounds = 1'000'000;

void count(int& shared)
{
    for (int i = 0; i < rounds; ++i) {
        shared += 1;
    }
}

void raceOfTwoThreads()
{
    int shared = 0;
    const std::unique_ptr<QThread> other(QThread::create([&shared] { count(shared); }));
    other->start();
    count(shared);
    other->wait();
}

/// Takes what is there when it is woken, on its own thread.
class Receiver : public QObject
{
public:
    explicit Receiver(CallQueue& queue) : m_queue(queue) { queue.setReceiver(this); }
    bool event(QEvent* event) override
    {
        if (event->type() != CallQueue::wakeUp()) {
            return QObject::event(event);
        }
        while (const auto call = m_queue.take()) {
            (*call)();
        }
        return true;
    }

private:
    CallQueue& m_queue;
};

void raceBehindTheQueue()
{
    CallQueue queue;
    QThread thread;
    Receiver receiver(queue);
    receiver.moveToThread(&thread);
    thread.start();
    int shared = 0;
    queue.push(CallQueue::Urgency::First, 1, [&shared] { count(shared); });
    queue.push(CallQueue::Urgency::Later, 2, [&thread] { thread.quit(); });
    count(shared); // it is the other thread's now
    thread.wait();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("--queue"))) {
        raceBehindTheQueue();
    } else {
        raceOfTwoThreads();
    }
    return 0;
}
