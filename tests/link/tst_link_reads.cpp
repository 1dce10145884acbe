#include "tests/link/desk.h"

#include <QElapsedTimer>

using namespace frontdesk;
using frontdesk::test::aHaircut;
using frontdesk::test::describe;
using frontdesk::test::Desk;
using frontdesk::test::idOf;
using frontdesk::test::onMonday;
using frontdesk::test::TestDatabase;

/// What a window asks of its link besides commands.
class tst_LinkReads : public QObject
{
    Q_OBJECT
private slots:
    void readsTheBookAtStart_data() { frontdesk::test::onBothDatabases(); }
    void readsTheBookAtStart();
    void aNeighbouringDayIsThereAlready_data() { frontdesk::test::onBothDatabases(); }
    void aNeighbouringDayIsThereAlready();
    void findsClients_data() { frontdesk::test::onBothDatabases(); }
    void findsClients();
    void findsClientsTypedByHandAtOnce_data() { frontdesk::test::onBothDatabases(); }
    void findsClientsTypedByHandAtOnce();
    void aLaterSearchSupersedes_data() { frontdesk::test::onBothDatabases(); }
    void aLaterSearchSupersedes();
    void readsOneAppointmentAndItsStory_data() { frontdesk::test::onBothDatabases(); }
    void readsOneAppointmentAndItsStory();
    void readsAClientsAppointments_data() { frontdesk::test::onBothDatabases(); }
    void readsAClientsAppointments();
    void readsHowFullTheDaysAre_data() { frontdesk::test::onBothDatabases(); }
    void readsHowFullTheDaysAre();
    void readsARangeOfTheCalendar_data() { frontdesk::test::onBothDatabases(); }
    void readsARangeOfTheCalendar();
    void savesServices_data() { frontdesk::test::onBothDatabases(); }
    void savesServices();
    void aCommandDoesNotWaitBehindReads_data() { frontdesk::test::onBothDatabases(); }
    void aCommandDoesNotWaitBehindReads();
};

namespace
{

struct Book {
    Book()
    {
        QFETCH(Dialect, dialect);
        database = std::make_unique<TestDatabase>(dialect);
        database->fillSmallSalon();
        desk = std::make_unique<Desk>(database->url());
        if (!QTest::qWaitFor([this] { return desk->firstRead; }, 10000)) {
            qFatal("the desk did not start: %s", qPrintable(desk->link->state().problem));
        }
    }
    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<Desk> desk;
};

} // namespace

void tst_LinkReads::readsTheBookAtStart()
{
    Book book;
    DatabaseLink& link = *book.desk->link;
    QCOMPARE(link.state().kind, LinkState::Kind::Live);
    QFETCH(Dialect, dialect);
    QCOMPARE(link.state().database,
             dialect == Dialect::Sqlite ? QStringLiteral("SQLite") : QStringLiteral("PostgreSQL"));
    QCOMPARE(link.catalogue()->locations.size(), size_t(1));
    QCOMPARE(link.catalogue()->services.size(), size_t(3));
    QCOMPARE(link.deskName(), QStringLiteral("Desk 1"));
    QTRY_COMPARE_WITH_TIMEOUT(link.services()->rowCount(), 3, 2000);
    QCOMPARE(link.services()->value(0, u"name").toString(), QStringLiteral("Haircut"));
    QTRY_COMPARE_WITH_TIMEOUT(link.state().desks, 1, 2000);
    QCOMPARE(book.database->typed(QStringLiteral("SELECT name FROM desk")).value.toString(), QStringLiteral("Desk 1"));
    // SQLite knows nobody but the owner; on PostgreSQL it is the login's person, and the superuser made the book.
    QCOMPARE(link.person(), PersonId(1));
}

void tst_LinkReads::aNeighbouringDayIsThereAlready()
{
    Book book;
    Desk& desk = *book.desk;
    const qint64 monday = idOf(desk.ask(aHaircut(1, onMonday(9))));
    const qint64 tuesday = idOf(desk.ask(aHaircut(1, onMonday(24 + 9))));
    const qint64 wednesday = idOf(desk.ask(aHaircut(1, onMonday(48 + 9))));
    QVERIFY(monday && tuesday && wednesday);
    QTRY_VERIFY(desk.shown(monday) && desk.shown(tuesday));
    QVERIFY(!desk.shown(wednesday));

    int gone = 0;
    connect(desk.link->appointments(), &TableMirror::rowsAboutToBeRemoved, this,
            [&](const QModelIndex&, int first, int last) {
                for (int row = first; row <= last; ++row) {
                    gone += desk.appointments().keyAt(row) == tuesday ? 1 : 0;
                }
            });
    desk.link->showRange(LocationId(1), {onMonday(24), onMonday(48)});
    QTRY_VERIFY(desk.shown(wednesday));
    QVERIFY(desk.shown(monday));
    QCOMPARE(gone, 0); // what is looked at was never taken away
    desk.link->showRange(LocationId(1), {onMonday(72), onMonday(96)});
    QTRY_VERIFY(!desk.shown(monday) && !desk.shown(tuesday) && desk.shown(wednesday));
}

void tst_LinkReads::findsClients()
{
    Book book;
    CreateClient create;
    create.name = QStringLiteral("Élène Müller");
    create.phone = QStringLiteral("030 23125 777");
    create.location = LocationId(1);
    const qint64 id = idOf(book.desk->ask(create));
    QVERIFY(id != 0);
    for (const auto& typed : {QStringLiteral("ele"), QStringLiteral("mül"), QStringLiteral("5777")}) {
        std::optional<std::vector<ClientHit>> found;
        book.desk->link->searchClients(typed, 5, this, [&](const std::vector<ClientHit>& hits) { found = hits; });
        QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 5000);
        QCOMPARE(found->size(), size_t(1));
        QCOMPARE(found->front().id, ClientId(id));
    }
    std::optional<ClientHit> hit;
    book.desk->link->readClient(ClientId(id), this, [&](const std::optional<ClientHit>& found) { hit = found; });
    QTRY_VERIFY_WITH_TIMEOUT(hit.has_value(), 5000);
    QCOMPARE(hit->name, QStringLiteral("Élène Müller"));
    bool asked = false;
    book.desk->link->readClient(ClientId(9999), this, [&](const std::optional<ClientHit>& found) {
        asked = true;
        QVERIFY(!found);
    });
    QTRY_VERIFY_WITH_TIMEOUT(asked, 5000);
}

/// Rows written with psql or sqlite3 have no search keys: the first search right after the start finds them all the
/// same.
void tst_LinkReads::findsClientsTypedByHandAtOnce()
{
    Book book;
    QCOMPARE(book.database->typed(QStringLiteral("SELECT count(*) FROM client_search")).value.toInt(), 0);
    std::optional<std::vector<ClientHit>> found;
    book.desk->link->searchClients(QStringLiteral("fisch"), 6, this,
                                   [&found](const std::vector<ClientHit>& hits) { found = hits; });
    QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 5000);
    QCOMPARE(found->size(), size_t(1));
    QCOMPARE(found->front().name, QStringLiteral("Lena Fischer"));
}

void tst_LinkReads::aLaterSearchSupersedes()
{
    Book book;
    QObject field;
    QObject otherField;
    QStringList answered;
    const auto search = [&](const QString& text, QObject* context) {
        book.desk->link->searchClients(text, 5, context,
                                       [&answered, text](const std::vector<ClientHit>&) { answered << text; });
    };
    search(QStringLiteral("le"), &field);
    search(QStringLiteral("om"), &otherField);
    search(QStringLiteral("len"), &field);
    search(QStringLiteral("lena"), &field);
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 2, 5000);
    answered.sort();
    QCOMPARE(answered, (QStringList{QStringLiteral("lena"), QStringLiteral("om")}));
    QVERIFY(idOf(book.desk->ask(aHaircut(1, onMonday(9)))) != 0); // nothing comes later
    QCOMPARE(answered.size(), 2);
}

void tst_LinkReads::readsOneAppointmentAndItsStory()
{
    Book book;
    const qint64 id = idOf(book.desk->ask(aHaircut(1, onMonday(9))));
    EditAppointment move;
    move.id = AppointmentId(id);
    move.seen = RowVersion(1);
    move.start = onMonday(11);
    QCOMPARE(idOf(book.desk->ask(move)), id);

    std::optional<Appointment> read;
    book.desk->link->readAppointment(AppointmentId(id), this,
                                     [&](const std::optional<Appointment>& found) { read = found; });
    QTRY_VERIFY_WITH_TIMEOUT(read.has_value(), 5000);
    QCOMPARE(read->slot.start, onMonday(11));
    QCOMPARE(read->version, RowVersion(2));

    std::vector<TimelineEntry> story;
    book.desk->link->timeline(AppointmentId(id), this,
                              [&](const std::vector<TimelineEntry>& entries) { story = entries; });
    QTRY_COMPARE_WITH_TIMEOUT(story.size(), size_t(2), 5000);
    QCOMPARE(story[0].version, RowVersion(2));
    QCOMPARE(story[0].action, QStringLiteral("update"));
    QCOMPARE(story[0].desk, QStringLiteral("Desk 1"));
    QVERIFY(story[0].changes.contains("starts_at"));
    QVERIFY(!story[0].commandId.isEmpty() && story[0].commandId != story[1].commandId);
    QCOMPARE(story[1].action, QStringLiteral("insert"));
    QVERIFY(story[1].at > Instant());
}

void tst_LinkReads::readsAClientsAppointments()
{
    Book book;
    const qint64 id = idOf(book.desk->ask(aHaircut(1, onMonday(9)))); // 09:00–09:45 in UTC
    const qint64 cancelled = idOf(book.desk->ask(aHaircut(2, onMonday(10))));
    QCOMPARE(idOf(book.desk->ask(
                 ChangeStatus{AppointmentId(cancelled), RowVersion(1), Status::Cancelled, QStringLiteral("ill")})),
             cancelled);
    const auto found = [&](int client, Instant from, Instant to) {
        std::optional<std::vector<Appointment>> rows;
        book.desk->link->clientAppointments(ClientId(client), {from, to}, this,
                                            [&](const std::vector<Appointment>& given) { rows = given; });
        return QTest::qWaitFor([&] { return rows.has_value(); }, 5000) ? int(rows->size()) : -1;
    };
    QVERIFY(id != 0);
    QCOMPARE(found(1, onMonday(9, 30), onMonday(10)), 1);
    QCOMPARE(found(1, onMonday(9, 45), onMonday(10, 30)), 1); // touches; the cancelled one doesn't count
    QCOMPARE(found(1, onMonday(8), onMonday(9)), 1);
    QCOMPARE(found(1, onMonday(9, 46), onMonday(10, 30)), 0);
    QCOMPARE(found(1, onMonday(8), onMonday(8, 59)), 0);
    QCOMPARE(found(2, onMonday(9), onMonday(10)), 0);
}

void tst_LinkReads::readsHowFullTheDaysAre()
{
    Book book;
    Desk& desk = *book.desk;
    BookAppointment colour = aHaircut(1, onMonday(11), 2);
    colour.service = ServiceId(2); // 35 + 40 developing + 15: the stylist is free while it develops
    const qint64 cancelled = idOf(desk.ask(aHaircut(3, onMonday(9), 3)));
    QVERIFY(idOf(desk.ask(aHaircut(1, onMonday(9)))) && idOf(desk.ask(colour)) && cancelled);
    QVERIFY(idOf(desk.ask(aHaircut(2, onMonday(24 + 9)))));
    QVERIFY(idOf(desk.ask(aHaircut(2, onMonday(72 + 9))))); // beyond the range
    QVERIFY(idOf(desk.ask(ChangeStatus{AppointmentId(cancelled), RowVersion(1), Status::Cancelled, {}})));
    BookBlock lunch;
    lunch.location = LocationId(1);
    lunch.staff = ResourceId(3);
    lunch.slot = {onMonday(12), onMonday(12, 30)};
    QVERIFY(idOf(desk.ask(lunch)));
    std::optional<DayLoads> loads;
    desk.link->dayLoads(LocationId(1), {onMonday(-1), onMonday(71)}, onMonday(11, 20), this,
                        [&](const std::optional<DayLoads>& given) { loads = given; });
    QTRY_VERIFY_WITH_TIMEOUT(loads.has_value(), 5000);
    const QDate monday(2037, 11, 23);
    QCOMPARE(loads->size(), 2);
    const DayLoad full = loads->value(monday);
    QVERIFY2(full.taken >= Minutes(45 + 50 + 30) && full.taken <= Minutes(45 + 50 + 30 + 15),
             qPrintable(QString::number(full.taken.count())));
    // At 11:20 the haircut is over, of the colour's first step 15 minutes are left.
    QVERIFY2(full.ahead >= Minutes(15 + 15 + 30) && full.ahead <= Minutes(15 + 15 + 30 + 15),
             qPrintable(QString::number(full.ahead.count())));
    QCOMPARE(full.appointments, 2); // the colour once, though it takes its stylist twice; the lunch is none
    QVERIFY(loads->value(monday.addDays(1)).taken >= Minutes(45));
    QVERIFY(loads->value(monday.addDays(1)).taken <= Minutes(50));
    QCOMPARE(loads->value(monday.addDays(1)).appointments, 1);
    // A month without bookings is an answer too.
    loads.reset();
    desk.link->dayLoads(LocationId(1), {onMonday(24 * 300), onMonday(24 * 330)}, onMonday(11, 20), this,
                        [&](const std::optional<DayLoads>& given) { loads = given; });
    QTRY_VERIFY_WITH_TIMEOUT(loads.has_value(), 5000);
    QVERIFY(loads->isEmpty());
}

void tst_LinkReads::readsARangeOfTheCalendar()
{
    Book book;
    Desk& desk = *book.desk;
    Instant monday = onMonday(0);
    while (monday < SystemClock().now() + std::chrono::hours(24))
        monday += std::chrono::hours(7 * 24);
    const auto at = [monday](int hour) { return monday + std::chrono::hours(hour); };
    const qint64 later = idOf(desk.ask(aHaircut(1, at(72 + 9))));
    const qint64 first = idOf(desk.ask(aHaircut(2, at(9), 2)));
    QVERIFY(later && first && idOf(desk.ask(aHaircut(2, at(8 * 24 + 9)))));
    using Rows = std::optional<std::vector<Appointment>>;
    std::optional<Rows> answer;
    const auto ask = [&] {
        answer.reset();
        desk.link->calendarRows(LocationId(1), {at(0), at(7 * 24)}, this, [&](const Rows& given) { answer = given; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 10000) ? *answer : Rows();
    };
    const Rows week = ask();
    QVERIFY(week.has_value());
    QCOMPARE(week->size(), size_t(2));
    QCOMPARE(week->at(0).id, AppointmentId(first));
    QCOMPARE(week->at(1).id, AppointmentId(later));
    QVERIFY(!week->at(0).clientName.isEmpty());
    // What can't be read is no empty week.
    QVERIFY(!book.database->typed(QStringLiteral("DROP VIEW calendar_row")).error);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("calendar: .*calendar_row")));
    QVERIFY(!ask().has_value());
    QVERIFY(answer.has_value());
}

void tst_LinkReads::savesServices()
{
    Book book;
    const auto save = [&](qint64 id, int seen, const QVariantMap& fields) {
        std::optional<Outcome> outcome;
        book.desk->link->saveService(id, RowVersion(seen), fields, this,
                                     [&](const Outcome& given) { outcome = given; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, 5000) ? *outcome : Outcome(StorageFailed{});
    };
    const Outcome added = save(0, 0,
                               {{QStringLiteral("name"), QStringLiteral("Beard trim")},
                                {QStringLiteral("category"), QString()},
                                {QStringLiteral("price_minor"), 1500},
                                {QStringLiteral("currency"), QStringLiteral("EUR")},
                                {QStringLiteral("steps"), QStringLiteral(R"([{"length": 900, "keeps": ["staff"]}])")},
                                {QStringLiteral("able"), QStringLiteral("[1, 2]")}});
    QVERIFY2(std::holds_alternative<Done>(added), qPrintable(describe(added)));
    const qint64 id = idOf(added);
    TableMirror& services = *book.desk->link->services();
    QTRY_VERIFY(services.rowOf(id) >= 0);
    QTRY_VERIFY(book.desk->link->catalogue()->service(ServiceId(id)));
    QCOMPARE(totalLength(book.desk->link->catalogue()->service(ServiceId(id))->steps), Minutes(15));

    const Outcome retired = save(id, 1, {{QStringLiteral("retired_at"), 2142547200}});
    QCOMPARE(std::get<Done>(retired).version, RowVersion(2));
    const Outcome back = save(id, 2, {{QStringLiteral("retired_at"), QVariant()}});
    QCOMPARE(std::get<Done>(back).version, RowVersion(3));
    QTRY_COMPARE(services.value(services.rowOf(id), u"version").toInt(), 3);
    QCOMPARE(services.value(services.rowOf(id), u"retired_at"), QVariant());

    QVERIFY(std::holds_alternative<VersionConflict>(save(id, 1, {{QStringLiteral("name"), QStringLiteral("Beard")}})));
    QVERIFY(std::holds_alternative<Gone>(save(999, 1, {{QStringLiteral("name"), QStringLiteral("x")}})));
    const Outcome broken = save(id, 3, {{QStringLiteral("steps"), QStringLiteral("[]")}});
    QVERIFY2(std::holds_alternative<RuleBroken>(broken), qPrintable(describe(broken)));
}

void tst_LinkReads::aCommandDoesNotWaitBehindReads()
{
    Book book;
    int readsBefore = 0;
    bool booked = false;
    constexpr int reads = 400;
    int answered = 0;
    for (int i = 0; i < reads; ++i) {
        book.desk->link->clientAppointments(ClientId(1), {onMonday(0), onMonday(24)}, this,
                                            [&](const std::vector<Appointment>&) {
                                                ++answered;
                                                readsBefore += booked ? 0 : 1;
                                            });
    }
    book.desk->link->submit(aHaircut(1, onMonday(9)), this, [&](const Outcome& outcome) {
        booked = true;
        QVERIFY2(std::holds_alternative<Done>(outcome), qPrintable(describe(outcome)));
    });
    QTRY_COMPARE_WITH_TIMEOUT(answered, reads, 20000);
    QVERIFY(booked);
    QVERIFY2(readsBefore < reads / 2, qPrintable(QString::number(readsBefore)));
}

QTEST_GUILESS_MAIN(tst_LinkReads)
#include "tst_link_reads.moc"
