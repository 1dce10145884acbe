#include "tests/link/desk.h"
#include "tests/support/tcp_proxy.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace frontdesk;
using frontdesk::test::aHaircut;
using frontdesk::test::describe;
using frontdesk::test::Desk;
using frontdesk::test::idOf;
using frontdesk::test::onMonday;
using frontdesk::test::TcpProxy;
using frontdesk::test::TestDatabase;
using Kind = frontdesk::LinkState::Kind;

/// Networks that break, servers that end sessions, and links that end in the middle of something.
class tst_LostLink : public QObject
{
    Q_OBJECT
private slots:
    void comesBackAfterTheSessionWasEnded();
    void staysReadableWhileLostAndReadsAgain();
    void aSilentNetworkIsFoundDead();
    void aCommandWhoseAnswerWasLostTakesEffectOnce();
    void aSaveOfAServiceWhoseAnswerWasLostTakesEffectOnce();
    void tellsWhyItIsRefused_data();
    void tellsWhyItIsRefused();
    void waitsForAServerThatIsStartedLater();
    void endsWhileRequestsAreUnderWay_data() { frontdesk::test::onBothDatabases(); }
    void endsWhileRequestsAreUnderWay();
    void endsWhileTheNetworkIsSilent();
    void carriesOutWhatWasGivenBeforeTheEnd_data() { frontdesk::test::onBothDatabases(); }
    void carriesOutWhatWasGivenBeforeTheEnd();
    void anAnswerWithoutItsContextIsDropped_data() { frontdesk::test::onBothDatabases(); }
    void anAnswerWithoutItsContextIsDropped();
};

namespace
{

/// A desk that reaches a book on PostgreSQL through a network that can be broken.
struct FarDesk {
    explicit FarDesk(std::chrono::milliseconds roundTrip = std::chrono::milliseconds(0))
        : proxy(quint16(book.url().port()), roundTrip)
    {
        book.fillSmallSalon();
        desk = std::make_unique<Desk>(throughProxy());
        if (!QTest::qWaitFor([this] { return desk->firstRead; }, 15000)) {
            qFatal("the desk did not start: %s", qPrintable(desk->link->state().problem));
        }
    }
    [[nodiscard]] DatabaseUrl throughProxy() const
    {
        const DatabaseUrl& url = book.url();
        return *DatabaseUrl::parse(
            QStringLiteral("postgresql://%1@127.0.0.1:%2/%3").arg(url.user()).arg(proxy.port()).arg(url.database()));
    }
    /// Books at another desk, past the broken network.
    [[nodiscard]] qint64 bookElsewhere(int hour) const
    {
        Desk other(book.url(), QStringLiteral("Desk 9"));
        return idOf(other.ask(aHaircut(2, onMonday(hour))));
    }
    [[nodiscard]] int count(const QString& where) const
    {
        return book.typed(QStringLiteral("SELECT count(*) FROM ") + where).value.toInt();
    }

    TestDatabase book{Dialect::Postgresql};
    TcpProxy proxy;
    std::unique_ptr<Desk> desk;
};

bool isUnreachable(const Outcome& outcome)
{
    const auto* failed = std::get_if<StorageFailed>(&outcome);
    return failed && failed->unreachable;
}

} // namespace

void tst_LostLink::comesBackAfterTheSessionWasEnded()
{
    FarDesk far;
    const qint64 first = idOf(far.desk->ask(aHaircut(1, onMonday(9))));
    QTRY_VERIFY(far.desk->shown(first));
    QSignalSpy states(far.desk->link.get(), &DatabaseLink::stateChanged);
    for (int round = 0; round < 3; ++round) {
        states.clear();
        (void)far.book.typed(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                            "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty(), 1000); // noticed at once, not by the next probe
        QTRY_VERIFY_WITH_TIMEOUT(far.desk->isLive(), 5000);
        // It hears changes again.
        const qint64 id = far.bookElsewhere(9 + round);
        QVERIFY(id != 0);
        QTRY_VERIFY(far.desk->shown(id));
    }
    QVERIFY(far.desk->shown(first));
}

void tst_LostLink::staysReadableWhileLostAndReadsAgain()
{
    FarDesk far;
    const qint64 first = idOf(far.desk->ask(aHaircut(1, onMonday(9))));
    QTRY_VERIFY(far.desk->shown(first));
    const Instant before = SystemClock().now();

    far.proxy.setOpen(false);
    QTRY_COMPARE_WITH_TIMEOUT(far.desk->link->state().kind, Kind::Lost, 10000);
    QVERIFY(far.desk->link->state().since >= before - Seconds(5));
    QVERIFY(far.desk->link->state().since <= SystemClock().now());
    QVERIFY(far.desk->shown(first));
    const qint64 meanwhile = far.bookElsewhere(11);
    QVERIFY(meanwhile != 0);

    QElapsedTimer timer;
    timer.start();
    QVERIFY(isUnreachable(far.desk->ask(aHaircut(1, onMonday(15)))));
    QVERIFY(timer.elapsed() < 2000);
    bool asked = false;
    far.desk->link->readAppointment(AppointmentId(first), this, [&](const std::optional<Appointment>& found) {
        asked = true;
        QVERIFY(!found);
    });
    QVERIFY(!asked); // never before the call returns
    QTRY_VERIFY_WITH_TIMEOUT(asked, 2000);
    QVERIFY(!far.desk->shown(meanwhile));

    far.proxy.setOpen(true);
    QTRY_VERIFY_WITH_TIMEOUT(far.desk->isLive(), 15000);
    QTRY_VERIFY(far.desk->shown(meanwhile));
    QVERIFY(idOf(far.desk->ask(aHaircut(1, onMonday(15)))) != 0);
}

void tst_LostLink::aSilentNetworkIsFoundDead()
{
    FarDesk far;
    const qint64 first = idOf(far.desk->ask(aHaircut(1, onMonday(9))));
    QTRY_VERIFY(far.desk->shown(first));
    far.proxy.setSilence(TcpProxy::Silence::Everything);
    QElapsedTimer timer;
    timer.start();
    std::optional<qint64> answeredAfter;
    far.desk->link->submit(aHaircut(1, onMonday(11)), this, [&](const Outcome& outcome) {
        answeredAfter = timer.elapsed();
        QVERIFY2(isUnreachable(outcome), qPrintable(describe(outcome)));
    });
    QTRY_COMPARE_WITH_TIMEOUT(far.desk->link->state().kind, Kind::Lost, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(answeredAfter.has_value(), 10000 - std::min<qint64>(9000, timer.elapsed()));
    qInfo("found dead and answered after %lld ms", *answeredAfter);
    far.proxy.setSilence(TcpProxy::Silence::None);
    QTRY_VERIFY_WITH_TIMEOUT(far.desk->isLive(), 20000);
    QVERIFY(idOf(far.desk->ask(aHaircut(1, onMonday(11)))) != 0);
    QCOMPARE(far.count(QStringLiteral("appointment WHERE status = 'booked'")), 2);
}

void tst_LostLink::aCommandWhoseAnswerWasLostTakesEffectOnce()
{
    FarDesk far;
    const qint64 first = idOf(far.desk->ask(aHaircut(1, onMonday(9))));
    QVERIFY(first != 0);

    EditAppointment edit;
    edit.id = AppointmentId(first);
    edit.seen = RowVersion(1);
    edit.note = QStringLiteral("roots only");
    CreateClient create;
    create.name = QStringLiteral("Nova Lind");
    create.location = LocationId(1);
    for (const Command& command : {Command(edit), Command(create), Command(aHaircut(1, onMonday(11)))}) {
        far.proxy.setSilence(TcpProxy::Silence::Answers);
        const Outcome lost = far.desk->ask(command);
        QVERIFY2(isUnreachable(lost), qPrintable(describe(lost)));
        far.proxy.setSilence(TcpProxy::Silence::None);
        QTRY_VERIFY_WITH_TIMEOUT(far.desk->isLive(), 20000);
        // A person presses the same button again.
        const Outcome again = far.desk->ask(command);
        QVERIFY2(std::holds_alternative<Done>(again), qPrintable(describe(again)));
    }
    QCOMPARE(far.count(QStringLiteral("appointment WHERE note = 'roots only' AND version = 2")), 1);
    QCOMPARE(far.count(QStringLiteral("client WHERE name = 'Nova Lind'")), 1);
    QCOMPARE(far.count(QStringLiteral("appointment")), 2);
}

void tst_LostLink::aSaveOfAServiceWhoseAnswerWasLostTakesEffectOnce()
{
    FarDesk far;
    const QVariantMap changed{{QStringLiteral("name"), QStringLiteral("Cut")}};
    QVariantMap added{{QStringLiteral("name"), QStringLiteral("Beard trim")},
                      {QStringLiteral("price_minor"), 1500},
                      {QStringLiteral("currency"), QStringLiteral("EUR")},
                      {QStringLiteral("steps"), QStringLiteral(R"([{"length": 900, "keeps": ["staff"]}])")},
                      {QStringLiteral("able"), QStringLiteral("[1]")}};
    for (const auto& [id, seen, fields] : {std::tuple(1, 1, changed), std::tuple(0, 0, added)}) {
        std::optional<Outcome> outcome;
        const auto save = [&, row = id, version = seen, values = fields] {
            outcome.reset();
            far.desk->link->saveService(row, RowVersion(version), values, this,
                                        [&](const Outcome& answer) { outcome = answer; });
        };
        far.proxy.setSilence(TcpProxy::Silence::Answers);
        save();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 10000);
        QVERIFY2(isUnreachable(*outcome), qPrintable(describe(*outcome)));
        far.proxy.setSilence(TcpProxy::Silence::None);
        QTRY_VERIFY_WITH_TIMEOUT(far.desk->isLive(), 20000);
        save();
        QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), 10000);
        QVERIFY2(std::holds_alternative<Done>(*outcome), qPrintable(describe(*outcome)));
    }
    QCOMPARE(far.count(QStringLiteral("service WHERE name = 'Cut' AND version = 2")), 1);
    QCOMPARE(far.count(QStringLiteral("service WHERE name = 'Beard trim'")), 1);
}

void tst_LostLink::tellsWhyItIsRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no such file") << QStringLiteral("sqlite:/nonexistent/book.db") << QStringLiteral("no_such_file");
    QTest::newRow("a folder") << QStringLiteral("sqlite:/tmp") << QStringLiteral("not_a_database");
    const DatabaseUrl server = frontdesk::test::testServer();
    const QString at = QStringLiteral("postgresql://%1@127.0.0.1:").arg(server.user());
    QTest::newRow("no such database") << at + QString::number(server.port()) + QStringLiteral("/fd_absent")
                                      << QStringLiteral("no_such_database");
    QTest::newRow("no book in it") << at + QString::number(server.port()) + QStringLiteral("/postgres")
                                   << QStringLiteral("schema_missing");
    QTest::newRow("no server") << at + QStringLiteral("1/book") << QStringLiteral("no_server");
}

void tst_LostLink::tellsWhyItIsRefused()
{
    QFETCH(QString, url);
    QFETCH(QString, problem);
    Desk desk(*DatabaseUrl::parse(url));
    QTRY_COMPARE_WITH_TIMEOUT(desk.link->state().kind, Kind::Refused, 10000);
    QCOMPARE(desk.link->state().problem, problem);
    QVERIFY(desk.link->catalogue()->isEmpty());
    QVERIFY(isUnreachable(desk.ask(aHaircut(1, onMonday(9)))));
}

void tst_LostLink::waitsForAServerThatIsStartedLater()
{
    TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    TcpProxy proxy(quint16(book.url().port()));
    proxy.setOpen(false);
    Desk desk(*DatabaseUrl::parse(QStringLiteral("postgresql://%1@127.0.0.1:%2/%3")
                                      .arg(book.url().user())
                                      .arg(proxy.port())
                                      .arg(book.url().database())));
    QTRY_COMPARE_WITH_TIMEOUT(desk.link->state().kind, Kind::Refused, 10000);
    QCOMPARE(desk.link->state().problem, QStringLiteral("no_server"));
    proxy.setOpen(true);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isLive(), 15000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.firstRead, 5000);
}

void tst_LostLink::endsWhileRequestsAreUnderWay()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 12; ++round) {
        bool alive = true;
        auto desk = std::make_unique<Desk>(book.url());
        const auto never = [&alive](const auto&) { QVERIFY(alive); };
        for (int i = 0; i < 4; ++i) {
            desk->link->submit(aHaircut(1, onMonday(9 + i)), nullptr, never);
            desk->link->searchClients(QStringLiteral("lena"), 5, desk->link.get(), never);
            desk->link->readAppointment(AppointmentId(1), nullptr, never);
            desk->link->reread();
        }
        QElapsedTimer timer;
        timer.start();
        const int pause = int(random.bounded(60));
        QTRY_VERIFY_WITH_TIMEOUT(timer.elapsed() >= pause, 1000);
        desk.reset();
        alive = false;
        QCoreApplication::processEvents();
    }
}

void tst_LostLink::endsWhileTheNetworkIsSilent()
{
    FarDesk far;
    far.proxy.setSilence(TcpProxy::Silence::Everything);
    far.desk->send(aHaircut(1, onMonday(9)));
    QElapsedTimer timer;
    timer.start();
    far.desk.reset();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void tst_LostLink::carriesOutWhatWasGivenBeforeTheEnd()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    auto desk = std::make_unique<Desk>(book.url());
    QTRY_VERIFY_WITH_TIMEOUT(desk->firstRead, 10000);
    for (int i = 0; i < 5; ++i) {
        desk->send(aHaircut(1, onMonday(9 + i)));
    }
    desk.reset(); // somebody books and closes the window at once
    QCOMPARE(book.typed(QStringLiteral("SELECT count(*) FROM appointment")).value.toInt(), 5);
    QCOMPARE(book.typed(QStringLiteral("SELECT count(*) FROM desk")).value.toInt(), 0);
}

void tst_LostLink::anAnswerWithoutItsContextIsDropped()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    Desk desk(book.url());
    auto context = std::make_unique<QObject>();
    int answers = 0;
    desk.link->submit(aHaircut(1, onMonday(9)), context.get(), [&](const Outcome&) { ++answers; });
    desk.link->readAppointment(AppointmentId(1), context.get(), [&](const std::optional<Appointment>&) { ++answers; });
    context.reset();
    QVERIFY(idOf(desk.ask(aHaircut(2, onMonday(9)))) != 0);
    bool done = false;
    desk.link->readAppointment(AppointmentId(1), nullptr, [&](const std::optional<Appointment>& found) {
        QVERIFY(found); // the command took effect all the same
        done = true;
    });
    QTRY_VERIFY(done);
    QCOMPARE(answers, 0);
}

QTEST_GUILESS_MAIN(tst_LostLink)
#include "tst_lost_link.moc"
