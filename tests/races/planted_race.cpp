// A data race put here on purpose: under the thread sanitizer, with our suppressions in force, it must be reported. If
// it isn't, the suppressions hide too much.
#include <QThread>

#include <memory>

int main()
{
    int shared = 0;
    const std::unique_ptr<QThread> other(QThread::create([&shared] {
        for (int i = 0; i < 1'000'000; ++i)
            shared += 1;
    }));
    other->start();
    for (int i = 0; i < 1'000'000; ++i)
        shared += 1;
    other->wait();
    return shared == 2'000'000 ? 0 : 1;
}
