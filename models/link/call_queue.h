#pragma once

#include <QEvent>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

class QObject;

namespace frontdesk
{

/// Calls handed to the thread of one receiver, which is woken by an empty event and takes them. Qt's own queued calls
/// would do, but their arguments travel through code that ThreadSanitizer can't see; here a mutex of ours orders them.
/// Any thread may push.
class CallQueue
{
public:
    using Call = std::function<void()>;
    /// A command comes first: it never waits behind a read.
    enum class Urgency { First, Later };

    /// The event that wakes the receiver; one is under way at most.
    [[nodiscard]] static QEvent::Type wakeUp();

    /// Null: nobody is woken any more, and what is pushed is dropped.
    void setReceiver(QObject* receiver);
    void push(Urgency urgency, quint64 id, Call call);
    /// Takes back a call that hasn't been taken yet.
    void withdraw(quint64 id);
    void withdrawReads();
    /// The next call: the oldest command, else the oldest read.
    [[nodiscard]] std::optional<Call> take();
    /// Wakes the receiver though nothing may be there.
    void wake();

private:
    struct Entry {
        quint64 id;
        Call call;
    };
    void wakeLocked();

    std::mutex m_mutex;
    QObject* m_receiver = nullptr;
    bool m_woken = false;
    std::deque<Entry> m_commands;
    std::deque<Entry> m_reads;
};

} // namespace frontdesk
