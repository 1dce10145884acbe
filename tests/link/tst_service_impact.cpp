#include "models/link/service_reads.h"
#include "models/storage/connection.h"
#include "tests/link/desk.h"

using namespace frontdesk;
using frontdesk::test::aHaircut;
using frontdesk::test::Desk;
using frontdesk::test::idOf;
using frontdesk::test::onMonday;
using frontdesk::test::TestDatabase;

/// What is booked of a service ahead, and what an edit of it would break.
class tst_ServiceImpact : public QObject
{
    Q_OBJECT
private slots:
    void countsWhatIsAhead_data() { frontdesk::test::onBothDatabases(); }
    void countsWhatIsAhead();
    void longerStepsHitWhatFollows_data() { frontdesk::test::onBothDatabases(); }
    void longerStepsHitWhatFollows();
    void staffWhoAreNoLongerAble_data() { frontdesk::test::onBothDatabases(); }
    void staffWhoAreNoLongerAble();
    void namesTheFirstThatBreak_data() { frontdesk::test::onBothDatabases(); }
    void namesTheFirstThatBreak();
    void aLaterQuestionSupersedes_data() { frontdesk::test::onBothDatabases(); }
    void aLaterQuestionSupersedes();

private:
    using Counts = std::pair<int, int>; ///< booked, breaks
    static Counts counts(const ServiceImpact& impact) { return {impact.booked, impact.breaks}; }
    void open();
    [[nodiscard]] qint64 book(int staff, int hour, int minute, int client = 1)
    {
        return idOf(m_desk->ask(aHaircut(staff, onMonday(hour, minute), client)));
    }
    /// The haircut, its length and buffer after as given.
    [[nodiscard]] Service haircut(Minutes length, Minutes after) const;
    [[nodiscard]] ServiceImpact impact(const Service& edited, Instant now = onMonday(0))
    {
        return readServiceImpact(*m_connection, *m_desk->link->catalogue(), edited, now);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Connection> m_connection;
};

void tst_ServiceImpact::open()
{
    QFETCH(Dialect, dialect);
    m_connection.reset();
    m_desk.reset();
    m_database = std::make_unique<TestDatabase>(dialect);
    m_database->fillSmallSalon();
    m_desk = std::make_unique<Desk>(m_database->url());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->firstRead, 10000);
    m_connection = Connection::open(m_database->url()).connection;
    QVERIFY(m_connection);
}

Service tst_ServiceImpact::haircut(Minutes length, Minutes after) const
{
    Service edited = *m_desk->link->catalogue()->service(ServiceId(1));
    edited.steps.front().length = length;
    edited.bufferAfter = after;
    return edited;
}

void tst_ServiceImpact::countsWhatIsAhead()
{
    open();
    QVERIFY(book(1, 9, 0) && book(1, 10, 0) && book(2, 11, 0));
    QCOMPARE(readServicesAhead(*m_connection, onMonday(0)), (QHash<qint64, int>{{1, 3}}));
    QCOMPARE(readServicesAhead(*m_connection, onMonday(9, 30)).value(1), 2); // what has begun is no longer ahead
    const qint64 cancelled = book(2, 13, 0);
    ChangeStatus cancel;
    cancel.id = AppointmentId(cancelled);
    cancel.seen = RowVersion(1);
    cancel.to = Status::Cancelled;
    QVERIFY(idOf(m_desk->ask(cancel)) != 0);
    QCOMPARE(readServicesAhead(*m_connection, onMonday(0)).value(1), 3);
    QVERIFY(readServicesAhead(*m_connection, onMonday(48)).isEmpty());
}

void tst_ServiceImpact::longerStepsHitWhatFollows()
{
    open();
    // 45 minutes and 5 of buffer: the first has 10 minutes to spare, the second has all day.
    QVERIFY(book(1, 9, 0) && book(1, 10, 0) && book(2, 9, 0));
    QCOMPARE(counts(impact(haircut(Minutes(45), Minutes(5)))), Counts(3, 0));
    QCOMPARE(counts(impact(haircut(Minutes(55), Minutes(5)))), Counts(3, 0)); // ends when the next begins
    QCOMPARE(counts(impact(haircut(Minutes(60), Minutes(5)))), Counts(3, 1));
    QCOMPARE(counts(impact(haircut(Minutes(45), Minutes(30)))), Counts(3, 1)); // a buffer takes time too
    Service before = haircut(Minutes(45), Minutes(5));
    before.bufferBefore = Minutes(30);
    QCOMPARE(counts(impact(before)), Counts(3, 1));
    QCOMPARE(counts(impact(haircut(Minutes(60), Minutes(5)), onMonday(9, 30))), Counts(1, 0));
}

void tst_ServiceImpact::staffWhoAreNoLongerAble()
{
    open();
    QVERIFY(book(1, 9, 0) && book(1, 11, 0) && book(2, 9, 0));
    Service edited = haircut(Minutes(45), Minutes(5));
    std::erase(edited.able, ResourceId(1));
    QCOMPARE(counts(impact(edited)), Counts(3, 2));
}

void tst_ServiceImpact::namesTheFirstThatBreak()
{
    open();
    const qint64 later = book(1, 11, 0);
    const qint64 first = book(1, 10, 0, 2);
    (void)book(1, 12, 0);
    const ServiceImpact found = impact(haircut(Minutes(60), Minutes(5)));
    QCOMPARE(found.breaks, 2);
    QCOMPARE(found.first.size(), size_t(2));
    QCOMPARE(found.first[0].id, AppointmentId(first)); // by their start
    QCOMPARE(found.first[1].id, AppointmentId(later));
    QCOMPARE(found.first[0].start, onMonday(10));
    QCOMPARE(found.first[0].location, LocationId(1));
    QCOMPARE(found.first[0].staff, ResourceId(1));
    QCOMPARE(found.first[0].client, QStringLiteral("Omar Haddad"));
}

void tst_ServiceImpact::aLaterQuestionSupersedes()
{
    open();
    (void)book(1, 10, 0);
    (void)book(1, 11, 0);
    QObject typing;
    QObject another;
    std::vector<int> answered;
    bool other = false;
    m_desk->link->serviceImpact(haircut(Minutes(60), Minutes(5)), &another, [&](const auto&) { other = true; });
    for (const int minutes : {46, 47, 48, 60}) {
        m_desk->link->serviceImpact(haircut(Minutes(minutes), Minutes(5)), &typing,
                                    [&answered, minutes](const ServiceImpact&) { answered.push_back(minutes); });
    }
    QTRY_VERIFY_WITH_TIMEOUT(!answered.empty(), 10000);
    QCOMPARE(answered, std::vector<int>{60}); // a key each, one question
    QVERIFY(other);
}

QTEST_MAIN(tst_ServiceImpact)
#include "tst_service_impact.moc"
