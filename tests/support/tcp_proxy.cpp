#include "tests/support/tcp_proxy.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace frontdesk::test
{

namespace
{

using Clock = std::chrono::steady_clock;

/// One direction of one connection.
class Pipe : public QObject
{
public:
    /// `silent` is asked when a packet is due.
    Pipe(QTcpSocket* from, QTcpSocket* to, std::chrono::milliseconds delay, std::function<bool()> silent)
        : QObject(from), m_to(to), m_delay(delay), m_silent(std::move(silent))
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Pipe::pass);
        connect(from, &QTcpSocket::readyRead, this, [this, from] {
            m_late.push_back({Clock::now() + m_delay, from->readAll()});
            pass();
        });
    }

private:
    struct Packet {
        Clock::time_point due;
        QByteArray data;
    };
    void pass()
    {
        while (!m_late.empty() && m_late.front().due <= Clock::now()) {
            if (!m_silent() && m_to->state() == QAbstractSocket::ConnectedState) {
                m_to->write(m_late.front().data);
            }
            m_late.pop_front();
        }
        if (!m_late.empty()) {
            m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_late.front().due - Clock::now()));
        }
    }

    QTcpSocket* m_to;
    std::chrono::milliseconds m_delay;
    std::function<bool()> m_silent;
    std::deque<Packet> m_late;
    QTimer m_timer;
};

} // namespace

class TcpProxy::Private : public QObject
{
public:
    Private(quint16 server, std::chrono::milliseconds late) : serverPort(server), delay(late) {}

    void open()
    {
        listener = new QTcpServer(this);
        connect(listener, &QTcpServer::newConnection, this, &Private::accept);
        if (!listener->listen(QHostAddress::LocalHost, port)) {
            qFatal("the proxy can't listen on %d", int(port));
        }
        port = listener->serverPort();
    }
    void close()
    {
        delete listener; // with the desks' sockets
        listener = nullptr;
        qDeleteAll(findChildren<QTcpSocket*>());
    }
    void accept()
    {
        while (QTcpSocket* desk = listener->nextPendingConnection()) {
            auto* server = new QTcpSocket(desk);
            server->connectToHost(QHostAddress(QHostAddress::LocalHost), serverPort);
            connect(server, &QTcpSocket::disconnected, desk, &QTcpSocket::disconnectFromHost);
            connect(desk, &QTcpSocket::disconnected, desk, &QObject::deleteLater);
            connect(server, &QTcpSocket::connected, desk, [this, desk, server] {
                new Pipe(desk, server, delay, [this] { return silence == Silence::Everything; });
                new Pipe(server, desk, delay, [this] { return silence != Silence::None; });
                emit desk->readyRead();
            });
        }
    }

    /// Runs it in the proxy's thread and waits. Behind a mutex of ours: ThreadSanitizer sees that order, Qt's blocking
    /// calls it doesn't.
    void run(std::function<void()> call)
    {
        std::unique_lock lock(m_mutex);
        m_call = std::move(call);
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
        m_done.wait(lock, [this] { return !m_call; });
    }

    quint16 serverPort;
    quint16 port = 0;
    std::chrono::milliseconds delay;
    Silence silence = Silence::None;
    QTcpServer* listener = nullptr;
    QThread thread;

protected:
    void customEvent(QEvent* /*event*/) override
    {
        const std::lock_guard lock(m_mutex);
        m_call();
        m_call = nullptr;
        m_done.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_done;
    std::function<void()> m_call;
};

TcpProxy::TcpProxy(quint16 serverPort, std::chrono::milliseconds roundTrip)
    : d(std::make_unique<Private>(serverPort, roundTrip / 2))
{
    d->moveToThread(&d->thread);
    d->thread.start();
    setOpen(true);
}

TcpProxy::~TcpProxy()
{
    setOpen(false);
    d->run([this] { d->moveToThread(nullptr); });
    d->thread.quit();
    d->thread.wait();
}

quint16 TcpProxy::port() const
{
    return d->port;
}

void TcpProxy::setOpen(bool open)
{
    d->run([this, open] {
        if (open && !d->listener) {
            d->open();
        } else if (!open) {
            d->close();
        }
    });
}

void TcpProxy::setSilence(Silence silence)
{
    d->run([this, silence] { d->silence = silence; });
}

} // namespace frontdesk::test
