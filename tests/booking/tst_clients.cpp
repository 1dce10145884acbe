#include "models/booking/client_keys.h"
#include "models/booking/client_search.h"
#include "tests/booking/salon_book.h"

#include <QElapsedTimer>
#include <QSet>

#include <array>
#include <thread>

namespace frontdesk::test
{

class TestClients : public QObject
{
    Q_OBJECT
private slots:
    void createsWithKeys_data() { onBothDatabases(); }
    void createsWithKeys();
    void createRetried_data() { onBothDatabases(); }
    void createRetried();
    void createSentTwiceAtOnce_data() { onBothDatabases(); }
    void createSentTwiceAtOnce();
    void edits_data() { onBothDatabases(); }
    void edits();
    void conflict_data() { onBothDatabases(); }
    void conflict();
    void typedInput_data() { onBothDatabases(); }
    void typedInput();
    void refusedInput_data() { onBothDatabases(); }
    void refusedInput();
    void findsAndTellsTheHistory_data() { onBothDatabases(); }
    void findsAndTellsTheHistory();
    void findsAmongMany_data() { onBothDatabases(); }
    void findsAmongMany();

private:
    QStringList found(TestDesk& desk, const QString& typed, int limit = 10)
    {
        const ClientsOrError read = findClients(*desk.connection, m_keys, typed, limit, desk.clock.now());
        QStringList names;
        if (const auto* error = std::get_if<StorageError>(&read))
            return {error->text};
        for (const ClientHit& hit : std::get<std::vector<ClientHit>>(read))
            names += hit.name;
        return names;
    }

    ClientKeys m_keys;
};

void TestClients::createsWithKeys()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const Outcome outcome =
        book.send(CreateClient{QStringLiteral("  Renée Dąbrowska "), QStringLiteral("030/231 25-777"), LocationId(1)});
    VERIFY_OUTCOME(Done, outcome);
    QCOMPARE(as<Done>(outcome)->version, RowVersion(1));
    const qint64 id = as<Done>(outcome)->id;
    const auto column = [&](const char* name) {
        return book.value(QStringLiteral("SELECT %1 FROM client WHERE id = %2").arg(QLatin1StringView(name)).arg(id))
            .toString();
    };
    QCOMPARE(column("name"), QStringLiteral("Renée Dąbrowska"));
    QCOMPARE(column("phone"), QStringLiteral("030/231 25-777"));
    QCOMPARE(column("phone_e164"), QStringLiteral("+493023125777"));
    QCOMPARE(column("phone_last4"), QStringLiteral("5777"));
    for (const QString& typed : {QStringLiteral("dab"), QStringLiteral("RENEE"), QStringLiteral("5777"),
                                 QStringLiteral("+49 30 231"), QStringLiteral("dab ren")})
        QCOMPARE(found(book.desk, typed), QStringList{QStringLiteral("Renée Dąbrowska")});
}

void TestClients::createRetried()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const CreateClient command{QStringLiteral("Twice"), {}, LocationId(1)};
    book.send(CreateClient{QStringLiteral("Catalogue"), {}, LocationId(1)});
    book.desk.connection->loseAnswer(dialect == Dialect::Postgresql ? 7 : 6); // COMMIT
    const Outcome lost = book.desk.sendAs(QStringLiteral("once"), command);
    VERIFY_OUTCOME(StorageFailed, lost);
    TestDesk reconnected(book.database);
    const Outcome again = reconnected.sendAs(QStringLiteral("once"), command);
    VERIFY_OUTCOME(Done, again);
    QCOMPARE(book.count(QStringLiteral("client"), QStringLiteral("name = 'Twice'")), 1);
    const Outcome other = reconnected.sendAs(QStringLiteral("twice"), command);
    VERIFY_OUTCOME(Done, other);
    QVERIFY(as<Done>(other)->id != as<Done>(again)->id);
}

/// The second sending comes while the first is still under way, over another connection.
void TestClients::createSentTwiceAtOnce()
{
    QFETCH(Dialect, dialect);
    const SalonBook book(dialect);
    for (int round = 0; round < 5; ++round) {
        const QString command = QStringLiteral("round %1").arg(round);
        std::array<Outcome, 4> outcomes;
        std::vector<std::thread> threads;
        for (Outcome& outcome : outcomes) {
            threads.emplace_back([&] {
                TestDesk desk(book.database);
                outcome = desk.sendAs(command, CreateClient{command, {}, LocationId(1)});
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QSet<qint64> ids;
        for (const Outcome& outcome : outcomes) {
            VERIFY_OUTCOME(Done, outcome);
            ids.insert(as<Done>(outcome)->id);
        }
        QCOMPARE(ids.size(), 1);
        QCOMPARE(book.count(QStringLiteral("client"), QStringLiteral("name = '%1'").arg(command)), 1);
    }
}

void TestClients::edits()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    EditClient command;
    command.id = ClientId(1);
    command.seen = RowVersion(1);
    command.location = LocationId(1);
    command.name = QStringLiteral("Lena Sommer");
    command.note = QStringLiteral("two\nlines");
    command.alert = QStringLiteral("allergic to ammonia");
    command.alertStops = true;
    VERIFY_OUTCOME(Done, book.send(command));
    QCOMPARE(found(book.desk, QStringLiteral("sommer")), QStringList{QStringLiteral("Lena Sommer")});
    QCOMPARE(found(book.desk, QStringLiteral("fischer")), QStringList());
    QCOMPARE(found(book.desk, QStringLiteral("5001")), QStringList{QStringLiteral("Lena Sommer")});
    QCOMPARE(book.count(QStringLiteral("client_search"), QStringLiteral("client_id = 1 AND client_version <> 2")), 0);
    // The same again changes nothing.
    const QString before = book.fingerprint();
    command.seen = RowVersion(2);
    const Outcome same = book.send(command);
    VERIFY_OUTCOME(Done, same);
    QCOMPARE(as<Done>(same)->version, RowVersion(2));
    QCOMPARE(book.fingerprint(), before);
    command.name = QString();
    command.phone = QString();
    const Outcome empty = book.send(command);
    VERIFY_OUTCOME(RuleBroken, empty);
    QCOMPARE(as<RuleBroken>(empty)->field, QStringLiteral("name"));
}

void TestClients::conflict()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    TestDesk other(book.database, QStringLiteral("Desk 2"));
    EditClient theirs;
    theirs.id = ClientId(1);
    theirs.seen = RowVersion(1);
    theirs.note = QStringLiteral("theirs");
    VERIFY_OUTCOME(Done, other.send(theirs));
    EditClient mine = theirs;
    mine.note = QStringLiteral("mine");
    const Outcome outcome = book.send(mine);
    VERIFY_OUTCOME(VersionConflict, outcome);
    QCOMPARE(as<VersionConflict>(outcome)->current.version, RowVersion(2));
    QCOMPARE(as<VersionConflict>(outcome)->changedDesk, QStringLiteral("Desk 2"));
    mine.id = ClientId(99);
    VERIFY_OUTCOME(Gone, book.send(mine));
    // A lost answer.
    mine.id = ClientId(1);
    mine.seen = RowVersion(2);
    book.desk.connection->loseAnswer(6);
    VERIFY_OUTCOME(StorageFailed, book.desk.sendAs(QStringLiteral("mine"), mine));
    TestDesk reconnected(book.database);
    const Outcome again = reconnected.sendAs(QStringLiteral("mine"), mine);
    VERIFY_OUTCOME(Done, again);
    QCOMPARE(as<Done>(again)->version, RowVersion(3));
}

void TestClients::typedInput()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const QStringList names{QStringLiteral("x").repeated(300),
                            QStringLiteral("王").repeated(300),
                            QStringLiteral("🌻").repeated(400),
                            QStringLiteral("O'Brien \"Bob\" <b>&amp;</b>"),
                            QStringLiteral("'; DROP TABLE client; --"),
                            QStringLiteral("100% _of_ \\ :name ? $1 {}"),
                            QStringLiteral("محمد بن سلمان"),
                            QStringLiteral("שרה לוי"),
                            QStringLiteral("김민수"),
                            QStringLiteral("नमस्ते"),
                            QStringLiteral("👩‍👩‍👧‍👦 family"),
                            QStringLiteral("e\u0301 combining"),
                            QStringLiteral("\u202Eright to left override"),
                            QStringLiteral("null")};
    for (const QString& name : names) {
        const Outcome outcome = book.send(CreateClient{name, {}, LocationId(1)});
        VERIFY_OUTCOME(Done, outcome);
        const ClientOrError read =
            readClientHit(*book.desk.connection, ClientId(as<Done>(outcome)->id), book.desk.clock.now());
        QCOMPARE(std::get<std::optional<ClientHit>>(read)->name, name);
        QVERIFY2(found(book.desk, name).contains(name) || m_keys.partsOf(name).empty(), qPrintable(name));
        BookAppointment command = SalonBook::haircut(SalonBook::at(9, 0, int(names.indexOf(name))));
        command.note = name;
        command.passing.overrideReason = name;
        command.client = ClientId(as<Done>(outcome)->id);
        const Outcome booked = book.send(command);
        VERIFY_OUTCOME(Done, booked);
        QCOMPARE(book.desk.read(as<Done>(booked)->id).note, name);
    }
    for (const QString& phone :
         {QStringLiteral("+49 (0)30 / 231-25.001"), QStringLiteral("030.231.25.001"), QStringLiteral("call her mother"),
          QStringLiteral("٠٣٠٢٣١٢٥٠٠١"), QStringLiteral("1").repeated(100)}) {
        const Outcome outcome = book.send(CreateClient{{}, phone, LocationId(1)});
        VERIFY_OUTCOME(Done, outcome);
    }
}

void TestClients::refusedInput()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const QString before = book.fingerprint();
    const auto refusal = [&](const QString& name, const QString& phone) {
        const Outcome outcome = book.send(CreateClient{name, phone, LocationId(1)});
        const auto* broken = as<RuleBroken>(outcome);
        return broken ? broken->rule + u'/' + broken->field : described(outcome);
    };
    const QString nul(QChar(0));
    QCOMPARE(refusal(QStringLiteral("a") + nul + QStringLiteral("b"), {}), QStringLiteral("text_characters/name"));
    QCOMPARE(refusal(QStringLiteral("a") + nul, {}), QStringLiteral("text_characters/name"));
    QCOMPARE(refusal(QStringLiteral("a") + QChar(0xD800), {}), QStringLiteral("text_characters/name"));
    QCOMPARE(refusal(QChar(0xDC00) + QStringLiteral("b"), {}), QStringLiteral("text_characters/name"));
    QCOMPARE(refusal(QStringLiteral("two\nlines"), {}), QStringLiteral("text_characters/name"));
    QCOMPARE(refusal(QStringLiteral("bell\a"), {}), QStringLiteral("text_characters/name"));
    QCOMPARE(refusal(QStringLiteral("x").repeated(401), {}), QStringLiteral("text_length/name"));
    QCOMPARE(refusal({}, QStringLiteral("1").repeated(101)), QStringLiteral("text_length/phone"));
    QCOMPARE(refusal(QStringLiteral("x"), QStringLiteral("030\r\nBcc: all")), QStringLiteral("text_characters/phone"));
    QCOMPARE(refusal(QStringLiteral("  \u00a0"), QStringLiteral(" ")), QStringLiteral("text_empty/name"));
    QCOMPARE(book.fingerprint(), before);
    BookAppointment command = SalonBook::haircut(SalonBook::at(9));
    command.note = QStringLiteral("a") + nul;
    const Outcome outcome = book.send(command);
    VERIFY_OUTCOME(RuleBroken, outcome);
    QCOMPARE(as<RuleBroken>(outcome)->field, QStringLiteral("note"));
}

void TestClients::findsAndTellsTheHistory()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const Outcome made = book.send(CreateClient{QStringLiteral("Noor Vermeulen"), {}, LocationId(1)});
    const ClientId noor(as<Done>(made)->id);
    const auto visit = [&](int daysAgo, ServiceId service, ResourceId staff, const QString& status) {
        BookAppointment command = SalonBook::haircut(SalonBook::at(10, 0, -daysAgo), staff);
        command.service = service;
        command.client = noor;
        command.passing.overrideReason = QStringLiteral("entered later");
        const qint64 id = book.booked(command);
        if (status != QLatin1StringView("booked")) {
            const auto typed = book.database.typed(
                QStringLiteral("UPDATE appointment SET status = '%1', version = 2, changed_by = 1%3 WHERE id = %2")
                    .arg(status)
                    .arg(id)
                    .arg(status == QLatin1StringView("cancelled") ? QStringLiteral(", status_before = 'booked'")
                                                                  : QString()));
            QVERIFY2(!typed.error, qPrintable(typed.error.text));
        }
    };
    const auto hit = [&] {
        return *std::get<std::optional<ClientHit>>(readClientHit(*book.desk.connection, noor, book.desk.clock.now()));
    };
    QCOMPARE(hit().visits, 0);
    QVERIFY(!hit().lastVisit && !hit().lastService.isValid());
    visit(60, ServiceId(1), ResourceId(1), QStringLiteral("completed"));
    visit(50, ServiceId(2), ResourceId(3), QStringLiteral("booked")); // never pressed Complete
    visit(40, ServiceId(3), ResourceId(3), QStringLiteral("no_show"));
    visit(30, ServiceId(3), ResourceId(3), QStringLiteral("cancelled"));
    visit(0, ServiceId(3), ResourceId(3), QStringLiteral("booked")); // to come
    QCOMPARE(hit().visits, 2);
    QCOMPARE(hit().noShows, 1);
    QCOMPARE(hit().lastService, ServiceId(2));
    QCOMPARE(hit().lastStaff, ResourceId(3));
    QCOMPARE(hit().lastVisit, SalonBook::at(10, 0, -50));
    QCOMPARE(found(book.desk, QStringLiteral("noor")), QStringList{QStringLiteral("Noor Vermeulen")});
    QVERIFY(!std::get<std::optional<ClientHit>>(readClientHit(*book.desk.connection, ClientId(99), {})));
}

/// Prefixes of a client's several keys, wholes before longer ones, and the limit; quick among many.
void TestClients::findsAmongMany()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const bool sqlite = dialect == Dialect::Sqlite;
    const QString numbers = sqlite
                                ? QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE "
                                                 "i < 4000) ")
                                : QStringLiteral("WITH n AS (SELECT generate_series(1, 4000) AS i) ");
    QVERIFY(
        !book.database
             .typed(QStringLiteral("INSERT INTO client (id, name, changed_by) %1 SELECT 1000 + i, 'Client ' || i, 1 "
                                   "FROM n")
                        .arg(numbers))
             .error);
    // First names by the last digit, family names by the first three.
    const auto keys =
        book.database.typed(QStringLiteral("INSERT INTO client_search (key, client_id, client_version) %1 "
                                           "SELECT CASE i % 4 WHEN 0 THEN 'anna' WHEN 1 THEN 'annabel' WHEN 2 THEN "
                                           "'maria' ELSE 'tom' END, 1000 + i, 1 "
                                           "FROM n UNION ALL SELECT 'family' || (i / 100), 1000 + i, 1 FROM n")
                                .arg(numbers));
    QVERIFY2(!keys.error, qPrintable(keys.error.text));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(found(book.desk, QStringLiteral("an"), 5).size(), 5);
    QCOMPARE(found(book.desk, QStringLiteral("anna"), 3),
             (QStringList{QStringLiteral("Client 4"), QStringLiteral("Client 8"), QStringLiteral("Client 12")}));
    QCOMPARE(found(book.desk, QStringLiteral("anna family7"), 100).size(), 50);
    QCOMPARE(found(book.desk, QStringLiteral("family27 tom"), 100).size(), 25);
    QCOMPARE(found(book.desk, QStringLiteral("tom maria"), 100).size(), 0);
    QCOMPARE(found(book.desk, QStringLiteral("t f"), 10).size(), 10);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestClients)
#include "tst_clients.moc"
