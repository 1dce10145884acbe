#include "models/booking/client_keys.h"
#include "models/booking/client_search.h"
#include "tests/booking/salon_book.h"

#include <QCryptographicHash>

namespace frontdesk::test
{

class TestEraseClient : public QObject
{
    Q_OBJECT
private slots:
    void forgets_data() { onBothDatabases(); }
    void forgets();
    void forgetsMergedClientsVisitsAndFormerAppointments_data() { onBothDatabases(); }
    void forgetsMergedClientsVisitsAndFormerAppointments();
    void refused_data() { onBothDatabases(); }
    void refused();
};

void TestEraseClient::forgets()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const Outcome made =
        book.send(CreateClient{QStringLiteral("Forget Me"), QStringLiteral("030 23125 999"), LocationId(1)});
    const ClientId id(as<Done>(made)->id);
    BookAppointment booking = SalonBook::haircut(SalonBook::at(10));
    booking.client = id;
    booking.note = QStringLiteral("a secret");
    const qint64 appointment = book.booked(booking);
    BookAppointment others = SalonBook::haircut(SalonBook::at(12));
    others.note = QStringLiteral("of somebody else");
    book.booked(others);
    const QString history = QStringLiteral("audit_personal p JOIN audit a ON a.id = p.audit_id");
    const QString own =
        QStringLiteral("((a.table_name = 'client' AND a.row_id = %1) OR (a.table_name = 'appointment' AND "
                       "a.row_id = %2))")
            .arg(id.value())
            .arg(appointment);
    const qint64 said = book.count(history, own);
    QVERIFY(said >= 4);
    const QString saltAndValue =
        book.value(
                QStringLiteral("SELECT p.salt || p.value FROM %1 WHERE %2 AND p.value = 'a secret'").arg(history, own))
            .toString();
    const Outcome erased = book.send(EraseClient{id, RowVersion(1)});
    VERIFY_OUTCOME(Done, erased);
    QCOMPARE(as<Done>(erased)->version, RowVersion(2));
    QCOMPARE(book.count(QStringLiteral("client"),
                        QStringLiteral("id = %1 AND name = '' AND phone = '' AND phone_e164 IS NULL AND "
                                       "erased_at IS NOT NULL")
                            .arg(id.value())),
             1);
    QCOMPARE(book.desk.read(appointment).note, QString());
    QCOMPARE(book.desk.read(appointment).slot.start, SalonBook::at(10));
    QCOMPARE(book.count(QStringLiteral("client_search"), QStringLiteral("client_id = %1").arg(id.value())), 0);
    // What was said is gone, that it was said stays: the digest of exactly that value.
    QCOMPARE(book.count(history, own + QStringLiteral(" AND (p.value IS NOT NULL OR p.salt IS NOT NULL)")), 0);
    QCOMPARE(book.count(history, own + QStringLiteral(" AND length(p.digest) = 64")), book.count(history, own));
    QVERIFY(book.count(history, own) >= said);
    const QString digest =
        QString::fromLatin1(QCryptographicHash::hash(saltAndValue.toUtf8(), QCryptographicHash::Sha256).toHex());
    QVERIFY(book.count(history, own + QStringLiteral(" AND p.digest = '%1'").arg(digest)) >= 1);
    QVERIFY(book.count(history, QStringLiteral("p.value = 'of somebody else'")) >= 1);
    const ClientsOrError found =
        findClients(*book.desk.connection, ClientKeys(), QStringLiteral("forget"), 5, book.desk.clock.now());
    QVERIFY(std::get<std::vector<ClientHit>>(found).empty());
    // No more bookings for an erased client; erasing again is done already.
    booking.key = QStringLiteral("later");
    booking.start = SalonBook::at(15);
    const Outcome later = book.send(booking);
    VERIFY_OUTCOME(RuleBroken, later);
    QCOMPARE(as<RuleBroken>(later)->rule, QStringLiteral("client_retired"));
    VERIFY_OUTCOME(Done, book.send(EraseClient{id, RowVersion(2)}));
    // What somebody writes of them afterwards is forgotten by erasing again.
    QVERIFY(!book.database
                 .typed(QStringLiteral("UPDATE appointment SET note = 'a secret', version = version + 1 WHERE id = %1")
                            .arg(appointment))
                 .error);
    const Outcome again = book.send(EraseClient{id, RowVersion(2)});
    VERIFY_OUTCOME(Done, again);
    QCOMPARE(as<Done>(again)->version, RowVersion(2));
    QCOMPARE(book.desk.read(appointment).note, QString());
    QCOMPARE(book.count(history, own + QStringLiteral(" AND (p.value IS NOT NULL OR p.salt IS NOT NULL)")), 0);
}

void TestEraseClient::forgetsMergedClientsVisitsAndFormerAppointments()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const auto type = [&](const QString& sql) {
        const auto typed = book.database.typed(sql);
        QVERIFY2(!typed.error, qPrintable(sql + typed.error.rule + typed.error.text));
    };
    const auto clientOf = [&](const QString& name) {
        const Outcome made = book.send(CreateClient{name, QString(), LocationId(1)});
        return as<Done>(made) ? ClientId(as<Done>(made)->id) : ClientId();
    };
    const ClientId erased = clientOf(QStringLiteral("Secret Person"));
    const ClientId twin = clientOf(QStringLiteral("Secret Twin"));
    const ClientId twinOfTwin = clientOf(QStringLiteral("Secret Twin of it"));
    const auto bookedFor = [&](ClientId client, int hour, const QString& note) {
        BookAppointment booking = SalonBook::haircut(SalonBook::at(hour));
        booking.client = client;
        booking.note = note;
        return book.booked(booking);
    };
    bookedFor(twin, 9, QStringLiteral("secret of the twin"));
    const qint64 ofVisit = bookedFor(erased, 10, QString());
    const qint64 former = bookedFor(erased, 11, QStringLiteral("secret one"));
    const qint64 stands = bookedFor(erased, 12, QStringLiteral("stands"));
    const QString update = QStringLiteral("UPDATE appointment SET %1, version = version + 1 WHERE id = %2");
    type(QStringLiteral("INSERT INTO visit (id, note) VALUES (7, 'secret of the visit')"));
    type(update.arg(QStringLiteral("visit_id = 7")).arg(ofVisit));
    type(update.arg(QStringLiteral("note = 'secret two'")).arg(former));
    type(update.arg(QStringLiteral("client_id = 2")).arg(former));
    type(update.arg(QStringLiteral("note = 'of Omar'")).arg(former));
    type(update.arg(QStringLiteral("client_id = 2")).arg(stands));
    for (const auto& [from, to] : {std::pair(twinOfTwin, twin), std::pair(twin, erased)})
        type(QStringLiteral("UPDATE client SET merged_into = %1, version = version + 1 WHERE id = %2")
                 .arg(to.value())
                 .arg(from.value()));
    const Outcome outcome = book.send(EraseClient{erased, RowVersion(1)});
    VERIFY_OUTCOME(Done, outcome);
    QCOMPARE(as<Done>(outcome)->version, RowVersion(2));
    const QString secret = QStringLiteral("LOWER(%1) LIKE '%secret%'");
    QCOMPARE(book.count(QStringLiteral("audit_personal"), secret.arg(QStringLiteral("value"))), 0);
    QCOMPARE(book.count(QStringLiteral("client"), secret.arg(QStringLiteral("name"))), 0);
    QCOMPARE(book.count(QStringLiteral("client"), QStringLiteral("erased_at IS NOT NULL")), 3);
    QCOMPARE(book.count(QStringLiteral("client_search"), secret.arg(QStringLiteral("key"))), 0);
    QCOMPARE(book.count(QStringLiteral("appointment"), secret.arg(QStringLiteral("note"))), 0);
    QCOMPARE(book.count(QStringLiteral("visit"), secret.arg(QStringLiteral("note"))), 0);
    QCOMPARE(book.count(QStringLiteral("audit_personal"), QStringLiteral("value = 'of Omar'")), 1);
    // What stands in another client's appointment is theirs, and may be changed as ever.
    QCOMPARE(book.desk.read(stands).note, QStringLiteral("stands"));
    type(update.arg(QStringLiteral("note = 'another'")).arg(stands));
    type(update.arg(QStringLiteral("note = 'another'")).arg(former));
}

void TestEraseClient::refused()
{
    QFETCH(Dialect, dialect);
    SalonBook book(dialect);
    const QString before = book.fingerprint();
    VERIFY_OUTCOME(Gone, book.send(EraseClient{ClientId(99), RowVersion(1)}));
    VERIFY_OUTCOME(VersionConflict, book.send(EraseClient{ClientId(1), RowVersion(5)}));
    if (dialect == Dialect::Sqlite) { // on PostgreSQL the login says who calls (tests of the roles)
        QVERIFY(!book.database
                     .typed(QStringLiteral("INSERT INTO person (name, person_group, changed_by) VALUES "
                                           "('Receptionist', 'receptionist', 1)"))
                     .error);
        book.desk.executor.setCatalogue({});
        VERIFY_OUTCOME(Forbidden, book.desk.executor.execute(EraseClient{ClientId(1), RowVersion(1)},
                                                             {PersonId(2), QStringLiteral("Desk 1"), {}}));
    }
    QCOMPARE(book.count(QStringLiteral("client"), QStringLiteral("erased_at IS NOT NULL")), 0);
    for (int n = 1; n <= 80; ++n) { // nothing half forgotten
        book.desk.connection->failStatement(n);
        const Outcome outcome = book.send(EraseClient{ClientId(2), RowVersion(1)});
        book.desk.connection->failStatement(0);
        if (as<Done>(outcome))
            return;
        VERIFY_OUTCOME(StorageFailed, outcome);
        QCOMPARE(book.count(QStringLiteral("client"), QStringLiteral("name = 'Omar Haddad'")), 1);
    }
    QFAIL("never passed");
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestEraseClient)
#include "tst_erase_client.moc"
