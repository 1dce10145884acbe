#include "tests/link/desk.h"
#include "tests/tables/model_spy.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QProcess>

using namespace frontdesk;
using frontdesk::test::aHaircut;
using frontdesk::test::describe;
using frontdesk::test::Desk;
using frontdesk::test::idOf;
using frontdesk::test::ModelSpy;
using frontdesk::test::onMonday;
using frontdesk::test::TestDatabase;

/// Two desks on one book: what one of them commits shows at the other, and at itself by the same path.
class tst_TwoDesks : public QObject
{
    Q_OBJECT
private slots:
    void aBookingShowsAtTheOther_data() { frontdesk::test::onBothDatabases(); }
    void aBookingShowsAtTheOther();
    void aMoveKeepsTheRow_data() { frontdesk::test::onBothDatabases(); }
    void aMoveKeepsTheRow();
    void aRenamedClientShows_data() { frontdesk::test::onBothDatabases(); }
    void aRenamedClientShows();
    void aRecolouredServiceShows_data() { frontdesk::test::onBothDatabases(); }
    void aRecolouredServiceShows();
    void whatIsTypedByHandShows_data() { frontdesk::test::onBothDatabases(); }
    void whatIsTypedByHandShows();
    void whatAnotherProcessCommitsShows();
    void aBurstCoalesces_data() { frontdesk::test::onBothDatabases(); }
    void aBurstCoalesces();
    void aHoldEndsByTheClock_data() { frontdesk::test::onBothDatabases(); }
    void aHoldEndsByTheClock();
    void bothSaveAtOnce_data() { frontdesk::test::onBothDatabases(); }
    void bothSaveAtOnce();
    void oneSeesWhatTheOtherEdits_data() { frontdesk::test::onBothDatabases(); }
    void oneSeesWhatTheOtherEdits();
};

namespace
{

/// Two live desks that have read the Monday.
struct Salon {
    Salon()
    {
        QFETCH(Dialect, dialect);
        book = std::make_unique<TestDatabase>(dialect);
        book->fillSmallSalon();
        one = std::make_unique<Desk>(book->url(), QStringLiteral("Desk 1"));
        two = std::make_unique<Desk>(book->url(), QStringLiteral("Desk 2"));
        if (!QTest::qWaitFor([this] { return one->firstRead && two->firstRead; }, 10000)) {
            qFatal("the desks did not start: %s, %s", qPrintable(one->link->state().problem),
                   qPrintable(two->link->state().problem));
        }
        tester = std::make_unique<QAbstractItemModelTester>(two->link->appointments(),
                                                            QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void type(const QString& sql) const
    {
        const TestDatabase::Typed typed = book->typed(sql);
        if (typed.error) {
            qFatal("%s: %s", qPrintable(sql), qPrintable(typed.error.text));
        }
    }

    std::unique_ptr<TestDatabase> book;
    std::unique_ptr<Desk> one;
    std::unique_ptr<Desk> two;
    std::unique_ptr<QAbstractItemModelTester> tester;
};

bool isOrderly(const QStringList& signals_)
{
    return !signals_.contains(QStringLiteral("reset")) && !signals_.contains(QStringLiteral("layout"));
}

constexpr int halfASecond = 500;

} // namespace

void tst_TwoDesks::aBookingShowsAtTheOther()
{
    Salon salon;
    ModelSpy spy(salon.two->link->appointments());
    const Outcome booked = salon.one->ask(aHaircut(1, onMonday(9)));
    QVERIFY2(std::holds_alternative<Done>(booked), qPrintable(describe(booked)));
    const qint64 id = idOf(booked);
    QTRY_VERIFY_WITH_TIMEOUT(salon.two->shown(id), halfASecond);
    QTRY_VERIFY_WITH_TIMEOUT(salon.one->shown(id), halfASecond); // the own write, by the same path
    QCOMPARE(salon.two->shown(id)->serviceName, QStringLiteral("Haircut"));
    QCOMPARE(salon.two->shown(id)->changedDesk, QStringLiteral("Desk 1"));
    QCOMPARE(spy.take(), QStringList{QStringLiteral("insert 0-0")});
}

void tst_TwoDesks::aMoveKeepsTheRow()
{
    Salon salon;
    const qint64 first = idOf(salon.one->ask(aHaircut(1, onMonday(9))));
    const qint64 second = idOf(salon.one->ask(aHaircut(1, onMonday(11), 2)));
    QTRY_VERIFY_WITH_TIMEOUT(salon.two->shown(first) && salon.two->shown(second), halfASecond);
    const QPersistentModelIndex row(salon.two->appointments().index(salon.two->appointments().rowOf(first), 0));
    ModelSpy spy(salon.two->link->appointments());

    EditAppointment move;
    move.id = AppointmentId(first);
    move.seen = RowVersion(1);
    move.start = onMonday(13);
    const Outcome moved = salon.one->ask(move);
    QVERIFY2(std::holds_alternative<Done>(moved), qPrintable(describe(moved)));
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->shown(first)->slot.start, onMonday(13), halfASecond);
    QVERIFY(row.isValid()); // what was selected stays selected
    QCOMPARE(row.row(), 1);
    const QStringList heard = spy.take();
    QCOMPARE(heard.size(), 2); // one move, one change
    QVERIFY(isOrderly(heard));
}

void tst_TwoDesks::aRenamedClientShows()
{
    Salon salon;
    const qint64 id = idOf(salon.one->ask(aHaircut(1, onMonday(9))));
    QTRY_VERIFY_WITH_TIMEOUT(salon.two->shown(id), halfASecond);
    ModelSpy spy(salon.two->link->appointments());
    EditClient rename;
    rename.id = ClientId(1);
    rename.seen = RowVersion(1);
    rename.location = LocationId(1);
    rename.name = QStringLiteral("Lena Berg");
    const Outcome renamed = salon.one->ask(rename);
    QVERIFY2(std::holds_alternative<Done>(renamed), qPrintable(describe(renamed)));
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->shown(id)->clientName, QStringLiteral("Lena Berg"), halfASecond);
    QCOMPARE(salon.two->shown(id)->version, RowVersion(1)); // though the appointment hasn't changed
    const QStringList heard = spy.take();
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.constFirst().startsWith(QLatin1StringView("change 0-0")));
}

void tst_TwoDesks::aRecolouredServiceShows()
{
    Salon salon;
    const qint64 id = idOf(salon.one->ask(aHaircut(1, onMonday(9))));
    QTRY_VERIFY_WITH_TIMEOUT(salon.two->shown(id), halfASecond);
    QTRY_VERIFY_WITH_TIMEOUT(salon.two->link->services()->rowCount() == 3, 2000);
    ModelSpy spy(salon.two->link->appointments());
    ModelSpy serviceSpy(salon.two->link->services());

    std::optional<Outcome> saved;
    salon.one->link->saveService(1, RowVersion(1), {{QStringLiteral("colour"), QStringLiteral("#123456")}}, this,
                                 [&](const Outcome& outcome) { saved = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(saved.has_value(), 5000);
    QVERIFY2(std::holds_alternative<Done>(*saved), qPrintable(describe(*saved)));
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->shown(id)->serviceColour, QStringLiteral("#123456"), halfASecond);
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->link->catalogue()->service(ServiceId(1))->colour, QStringLiteral("#123456"),
                              halfASecond);
    TableMirror& services = *salon.two->link->services();
    QTRY_COMPARE_WITH_TIMEOUT(services.value(services.rowOf(1), u"colour").toString(), QStringLiteral("#123456"),
                              halfASecond);
    QCOMPARE(spy.take().size(), 1);
    QCOMPARE(serviceSpy.take().size(), 1);
}

void tst_TwoDesks::whatIsTypedByHandShows()
{
    Salon salon;
    salon.type(
        QStringLiteral("INSERT INTO appointment (location_id, starts_at, ends_at, local_start, zone, currency, status, "
                       "label) VALUES (1, %1, %2, '2037-11-23T10:00:00', 'Europe/Berlin', 'EUR', 'booked', 'by hand')")
            .arg(toUnix(onMonday(9)))
            .arg(toUnix(onMonday(10))));
    QTRY_COMPARE_WITH_TIMEOUT(salon.one->appointments().rowCount(), 1, halfASecond);
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->appointments().rowCount(), 1, halfASecond);
    QCOMPARE(salon.two->appointments().appointmentAt(0).label, QStringLiteral("by hand"));
}

void tst_TwoDesks::whatAnotherProcessCommitsShows()
{
    TestDatabase book(Dialect::Sqlite);
    book.fillSmallSalon();
    Desk desk(book.url());
    QTRY_VERIFY_WITH_TIMEOUT(desk.firstRead, 10000);
    const qint64 id = idOf(desk.ask(aHaircut(1, onMonday(9))));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(id), halfASecond);
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"),
                {book.url().path(), QStringLiteral("UPDATE client SET name = 'Typed Elsewhere', "
                                                   "version = 2 WHERE id = 1")});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(desk.shown(id)->clientName, QStringLiteral("Typed Elsewhere"), halfASecond);
}

void tst_TwoDesks::aBurstCoalesces()
{
    Salon salon;
    int refreshed = 0;
    connect(salon.two->link->appointments(), &TableMirror::refreshed, this, [&] { ++refreshed; });
    ModelSpy spy(salon.two->link->appointments());
    QElapsedTimer timer;
    timer.start();
    constexpr int many = 24;
    for (int i = 0; i < many; ++i) {
        BookBlock block;
        block.location = LocationId(1);
        block.staff = ResourceId(1);
        block.slot = {onMonday(8, i * 15), onMonday(8, i * 15 + 15)};
        block.label = QString::number(i);
        salon.one->send(block);
    }
    QTRY_COMPARE_WITH_TIMEOUT(salon.one->answers.size(), size_t(many), 10000);
    for (const Outcome& outcome : salon.one->answers) {
        QVERIFY2(std::holds_alternative<Done>(outcome), qPrintable(describe(outcome)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->appointments().rowCount(), many, halfASecond);
    const qint64 took = timer.elapsed();
    // At most one re-read in 50 ms, and the two at the ends.
    QVERIFY2(refreshed <= took / 50 + 2, qPrintable(QStringLiteral("%1 in %2 ms").arg(refreshed).arg(took)));
    QVERIFY(isOrderly(spy.take()));
}

void tst_TwoDesks::aHoldEndsByTheClock()
{
    Salon salon;
    HoldPlace hold;
    hold.location = LocationId(1);
    hold.staff = ResourceId(1);
    hold.service = ServiceId(1);
    hold.slot = {onMonday(9), onMonday(9, 45)};
    hold.lasts = Seconds(2);
    const Outcome held = salon.one->ask(hold);
    QVERIFY2(std::holds_alternative<Done>(held), qPrintable(describe(held)));
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->appointments().rowCount(), 1, halfASecond);
    QVERIFY(salon.two->appointments().appointmentAt(0).isDeskHold);
    QCOMPARE(salon.two->appointments().appointmentAt(0).label, QStringLiteral("Desk 1"));
    // Nobody commits anything when it runs out.
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->appointments().rowCount(), 0, 4000);
}

void tst_TwoDesks::bothSaveAtOnce()
{
    Salon salon;
    const qint64 id = idOf(salon.one->ask(aHaircut(1, onMonday(9))));
    QTRY_VERIFY_WITH_TIMEOUT(salon.two->shown(id), halfASecond);
    EditAppointment edit;
    edit.id = AppointmentId(id);
    edit.seen = RowVersion(1);
    edit.note = QStringLiteral("one");
    salon.one->send(edit);
    edit.note = QStringLiteral("two");
    salon.two->send(edit);
    QTRY_VERIFY_WITH_TIMEOUT(salon.one->answers.size() == 2 && salon.two->answers.size() == 1, 5000);
    const bool oneWon = std::holds_alternative<Done>(salon.one->answers.back());
    const Outcome& lost = oneWon ? salon.two->answers.back() : salon.one->answers.back();
    QVERIFY2(std::holds_alternative<VersionConflict>(lost), qPrintable(describe(lost)));
    QCOMPARE(std::get<VersionConflict>(lost).current.note, oneWon ? QStringLiteral("one") : QStringLiteral("two"));

    // The same with a service: the loser is told who, where, when, and what stands there now.
    std::vector<Outcome> outcomes;
    for (Desk* desk : {salon.one.get(), salon.two.get()}) {
        desk->link->saveService(3, RowVersion(1), {{QStringLiteral("name"), desk->link->deskName()}}, this,
                                [&](const Outcome& outcome) { outcomes.push_back(outcome); });
    }
    QTRY_COMPARE_WITH_TIMEOUT(outcomes.size(), size_t(2), 5000);
    const auto conflict = std::ranges::find_if(
        outcomes, [](const Outcome& outcome) { return std::holds_alternative<VersionConflict>(outcome); });
    QVERIFY(conflict != outcomes.end());
    const auto& service = std::get<VersionConflict>(*conflict);
    QCOMPARE(service.current.service, ServiceId(3));
    QCOMPARE(service.current.version, RowVersion(2));
    QCOMPARE(service.fields.value(QStringLiteral("name")).toString(), service.changedDesk);
    QVERIFY(service.changedAt > Instant());
    QCOMPARE(outcomes.size() - 1, size_t(std::ranges::count_if(outcomes, [](const Outcome& outcome) {
                 return std::holds_alternative<Done>(outcome);
             })));
}

void tst_TwoDesks::oneSeesWhatTheOtherEdits()
{
    Salon salon;
    QTRY_COMPARE_WITH_TIMEOUT(salon.one->link->state().desks, 2, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->link->state().desks, 2, 5000);
    salon.one->link->announceEditing(QStringLiteral("appointment"), 7);
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->link->editingElsewhere().size(), size_t(1), 2000);
    const EditingElsewhere seen = salon.two->link->editingElsewhere().front();
    QCOMPARE(seen.desk, QStringLiteral("Desk 1"));
    QCOMPARE(seen.table, QStringLiteral("appointment"));
    QCOMPARE(seen.id, 7);
    QVERIFY(salon.one->link->editingElsewhere().empty()); // not one's own

    salon.one->link->announceEditing(QString(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(salon.two->link->editingElsewhere().empty(), 2000);

    salon.one->link->announceEditing(QStringLiteral("service"), 2);
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->link->editingElsewhere().size(), size_t(1), 2000);
    salon.type(QStringLiteral("UPDATE desk SET seen_at = seen_at - 31 WHERE name = 'Desk 1'"));
    QTRY_VERIFY_WITH_TIMEOUT(salon.two->link->editingElsewhere().empty(), 2000);

    salon.one.reset(); // leaves
    QTRY_COMPARE_WITH_TIMEOUT(salon.two->link->state().desks, 1, 5000);
}

QTEST_GUILESS_MAIN(tst_TwoDesks)
#include "tst_two_desks.moc"
