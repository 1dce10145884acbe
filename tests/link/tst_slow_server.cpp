#include "tests/link/desk.h"
#include "tests/link/pauses.h"
#include "tests/support/private_cluster.h"
#include "tests/support/tcp_proxy.h"

#include <QElapsedTimer>

#include <csignal>

using namespace frontdesk;
using frontdesk::test::aHaircut;
using frontdesk::test::Desk;
using frontdesk::test::idOf;
using frontdesk::test::onMonday;
using frontdesk::test::Pauses;
using frontdesk::test::PrivateCluster;
using frontdesk::test::TcpProxy;
using frontdesk::test::TestDatabase;
using Kind = frontdesk::LinkState::Kind;

/// A server that stops in the middle, or is far away: the GUI thread goes on all the same.
class tst_SlowServer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theWindowGoesOnWhileTheBackendIsStopped();
    void theWindowGoesOnWhileTheWholeServerIsStopped();
    void theWindowGoesOnBehindALongRoundTrip();

private:
    std::unique_ptr<PrivateCluster> m_cluster; ///< of one's own: a stopped server holds up everybody on it
};

namespace
{

/// What a person does: gestures every 50 ms, whatever comes back.
class Gestures
{
public:
    explicit Gestures(Desk& desk) : m_desk(desk)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { next(); });
        m_timer.start(50);
    }
    int sent = 0;
    int answered = 0;
    qint64 longestAnswerMs = 0;

private:
    void next()
    {
        QElapsedTimer since;
        since.start();
        ++sent;
        m_desk.link->submit(aHaircut(1 + sent % 3, onMonday(10, sent * 15)), nullptr, [this, since](const Outcome&) {
            ++answered;
            longestAnswerMs = std::max(longestAnswerMs, since.elapsed());
        });
        m_desk.link->showRange(LocationId(1), {onMonday(24 * (sent % 2)), onMonday(24 * (sent % 2) + 24)});
        m_desk.link->searchClients(QStringLiteral("len"), 5, m_desk.link.get(), [](const std::vector<ClientHit>&) {});
        m_desk.link->announceEditing(QStringLiteral("appointment"), sent % 2);
    }
    Desk& m_desk;
    QTimer m_timer;
};

std::vector<qint64> backendsOf(const TestDatabase& book)
{
    const QString pids = book.typed(QStringLiteral("SELECT string_agg(pid::text, ',') FROM pg_stat_activity "
                                                   "WHERE datname = current_database() AND pid <> pg_backend_pid()"))
                             .value.toString();
    std::vector<qint64> found;
    for (const QString& pid : pids.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        found.push_back(pid.toLongLong());
    }
    return found;
}

/// Stops processes for as long as this stands.
class Stopped
{
public:
    explicit Stopped(std::vector<qint64> pids) : m_pids(std::move(pids)) { signal(SIGSTOP); }
    ~Stopped() { signal(SIGCONT); }
    Stopped(const Stopped&) = delete;
    Stopped& operator=(const Stopped&) = delete;

private:
    void signal(int number) const
    {
        for (const qint64 pid : m_pids) {
            ::kill(pid_t(pid), number);
        }
    }
    std::vector<qint64> m_pids;
};

void letPass(int milliseconds)
{
    (void)QTest::qWaitFor([] { return false; }, milliseconds);
}

void report(const char* what, const Pauses& pauses, const Gestures& gestures)
{
    qInfo("%s: longest pause %lld ms, of a bare thread %lld ms; %d gestures, %d answers, the slowest after %lld ms",
          what, pauses.longestMs(), pauses.floorMs(), gestures.sent, gestures.answered, gestures.longestAnswerMs);
}

} // namespace

void tst_SlowServer::initTestCase()
{
    m_cluster = std::make_unique<PrivateCluster>();
    const DatabaseUrl& url = m_cluster->url();
    qputenv(
        "FRONTDESK_TEST_POSTGRESQL",
        QStringLiteral("postgresql://%1@127.0.0.1:%2/%3").arg(url.user()).arg(url.port()).arg(url.database()).toUtf8());
}

void tst_SlowServer::theWindowGoesOnWhileTheBackendIsStopped()
{
    TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    Desk desk(book.url());
    QTRY_VERIFY_WITH_TIMEOUT(desk.firstRead, 10000);
    const qint64 first = idOf(desk.ask(aHaircut(1, onMonday(9))));
    QTRY_VERIFY(desk.shown(first));
    letPass(700); // what a start still has to do

    const Pauses pauses;
    Gestures gestures(desk);
    QElapsedTimer timer;
    timer.start();
    std::optional<qint64> lostAfter;
    connect(desk.link.get(), &DatabaseLink::stateChanged, this, [&] {
        if (!lostAfter && desk.link->state().kind == Kind::Lost) {
            lostAfter = timer.elapsed();
        }
    });
    {
        const Stopped stopped(backendsOf(book));
        letPass(10000);
        QVERIFY(desk.shown(first));
        // Another session of the same server takes over while the old one still stands.
        QVERIFY(lostAfter && *lostAfter < 10000);
        QVERIFY(desk.isLive());
    }
    report("backend stopped for 10 s", pauses, gestures);
    QVERIFY(pauses.areShort());
    QVERIFY(gestures.sent > 100);
    QVERIFY(gestures.longestAnswerMs < 10000);
}

void tst_SlowServer::theWindowGoesOnWhileTheWholeServerIsStopped()
{
    TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    Desk desk(book.url());
    QTRY_VERIFY_WITH_TIMEOUT(desk.firstRead, 10000);
    std::vector<qint64> all = backendsOf(book);
    const qint64 postmaster =
        book.typed(QStringLiteral("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")).value.toLongLong();
    QVERIFY(postmaster > 1);
    all.push_back(postmaster);

    const Pauses pauses;
    Gestures gestures(desk);
    {
        const Stopped stopped(all);
        letPass(10000);
        QCOMPARE(desk.link->state().kind, Kind::Lost);
    }
    report("server stopped for 10 s", pauses, gestures);
    QVERIFY(pauses.areShort());
    QVERIFY(gestures.longestAnswerMs < 10000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isLive(), 20000);
    const int sent = gestures.sent;
    QTRY_VERIFY_WITH_TIMEOUT(gestures.answered >= sent, 10000);
}

void tst_SlowServer::theWindowGoesOnBehindALongRoundTrip()
{
    TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    const TcpProxy proxy(quint16(book.url().port()), std::chrono::milliseconds(150));
    const Pauses pauses;
    Desk desk(*DatabaseUrl::parse(QStringLiteral("postgresql://%1@127.0.0.1:%2/%3")
                                      .arg(book.url().user())
                                      .arg(proxy.port())
                                      .arg(book.url().database())));
    QTRY_VERIFY_WITH_TIMEOUT(desk.firstRead, 30000);
    Desk near(book.url(), QStringLiteral("Desk 2"));
    QTRY_VERIFY_WITH_TIMEOUT(near.firstRead, 10000);

    const qint64 id = idOf(desk.ask(aHaircut(1, onMonday(9))));
    QVERIFY(id != 0);
    QTRY_VERIFY(near.shown(id));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(id), 2000);
    QVERIFY(desk.isLive());
    {
        Gestures gestures(desk);
        letPass(3000);
        report("150 ms round trip", pauses, gestures);
    }
    QVERIFY(pauses.areShort());

    // Many commands still wait for their round trips: the desk ends all the same, and leaves no thread behind, which it
    // would do after twelve seconds.
    QElapsedTimer closing;
    closing.start();
    desk.link.reset();
    QVERIFY(closing.elapsed() < 12000);
}

QTEST_GUILESS_MAIN(tst_SlowServer)
#include "tst_slow_server.moc"
