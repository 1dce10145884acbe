#include "tests/link/desk.h"

using namespace frontdesk;
using frontdesk::test::aHaircut;
using frontdesk::test::describe;
using frontdesk::test::Desk;
using frontdesk::test::idOf;
using frontdesk::test::onMonday;
using frontdesk::test::TestDatabase;

/// What happens to a desk, and what it does by itself, while it runs for hours.
class tst_DeskUpkeep : public QObject
{
    Q_OBJECT
private slots:
    void holdsThatRunOutAreWrittenDown_data() { frontdesk::test::onBothDatabases(); }
    void holdsThatRunOutAreWrittenDown();
    void aMigrationBesideARunningDesk_data() { frontdesk::test::onBothDatabases(); }
    void aMigrationBesideARunningDesk();
};

namespace
{

constexpr int patience = 15000;

void type(const TestDatabase& book, const QString& sql)
{
    const TestDatabase::Typed typed = book.typed(sql);
    if (typed.error) {
        qFatal("%s: %s", qPrintable(sql), qPrintable(typed.error.text));
    }
}

/// A held appointment as an online booking would leave it.
qint64 hold(const TestDatabase& book, Instant start, Instant until)
{
    const TestDatabase::Typed typed = book.typed(
        QStringLiteral("INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, "
                       "buffer_after, takes, local_start, zone, price_minor, currency, status, held_until, changed_by) "
                       "VALUES (1, 1, 1, 1, %1, %2, 300, '[{\"resource\":1,\"from\":0,\"to\":3000,\"units\":1}]', "
                       "'2037-11-23T10:00:00', 'Europe/Berlin', 4200, 'EUR', 'held', %3, 1) RETURNING id")
            .arg(toUnix(start))
            .arg(toUnix(start) + 2700)
            .arg(toUnix(until)));
    if (typed.error) {
        qFatal("a hold: %s", qPrintable(typed.error.text));
    }
    return typed.value.toLongLong();
}

/// A migration as a later release may bring it: what statements that are prepared already answer changes its form.
void migrate(const TestDatabase& book, Dialect dialect)
{
    if (dialect == Dialect::Sqlite) {
        for (const char* table : {"client", "desk", "service"}) {
            type(book, QStringLiteral("ALTER TABLE %1 ADD COLUMN more TEXT").arg(QLatin1StringView(table)));
        }
        return;
    }
    type(book, QStringLiteral("ALTER TABLE desk ALTER COLUMN name TYPE VARCHAR(400)"));
    type(book, QStringLiteral("ALTER TABLE service ADD COLUMN hint TEXT"));
    type(book, QStringLiteral("DO $$ DECLARE v TEXT; BEGIN "
                              "FOREACH v IN ARRAY ARRAY['appointment_row', 'desk_hold_row'] LOOP "
                              "EXECUTE 'CREATE OR REPLACE VIEW ' || v || ' AS SELECT r.*, 1 AS more FROM (' || "
                              "rtrim(pg_get_viewdef(v::regclass), ';') || ') r'; END LOOP; END $$"));
}

} // namespace

void tst_DeskUpkeep::holdsThatRunOutAreWrittenDown()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    book.fillSmallSalon();
    Desk one(book.url(), QStringLiteral("Desk 1"));
    Desk two(book.url(), QStringLiteral("Desk 2"));
    Desk three(book.url(), QStringLiteral("Desk 3"));
    QTRY_VERIFY_WITH_TIMEOUT(one.firstRead && two.firstRead && three.firstRead, patience);
    const Instant now = SystemClock().now();
    const qint64 over = hold(book, onMonday(9), now - Seconds(60));
    const qint64 soonOver = hold(book, onMonday(11), now + Seconds(2));
    const qint64 standing = hold(book, onMonday(13), now + Seconds(3600));
    const auto saved = [&](qint64 id) {
        return book.typed(QStringLiteral("SELECT status || ' ' || version FROM appointment WHERE id = %1").arg(id))
            .value.toString();
    };
    // At its next beat one of the desks does it, once.
    QTRY_COMPARE_WITH_TIMEOUT(saved(over), QStringLiteral("expired 2"), 2 * patience);
    QTRY_COMPARE_WITH_TIMEOUT(saved(soonOver), QStringLiteral("expired 2"), 2 * patience);
    QCOMPARE(saved(standing), QStringLiteral("held 1"));
    const QString by =
        book.typed(QStringLiteral("SELECT changed_desk FROM appointment WHERE id = %1").arg(over)).value.toString();
    QVERIFY2(by.startsWith(QStringLiteral("Desk ")), qPrintable(by));
    // The desks go on, and the freed time can be booked.
    const Outcome booked = two.ask(aHaircut(1, onMonday(9), 2));
    QVERIFY2(std::holds_alternative<Done>(booked), qPrintable(describe(booked)));
    QTRY_VERIFY_WITH_TIMEOUT(one.shown(idOf(booked)), patience);
    QVERIFY(one.isLive() && two.isLive() && three.isLive());
}

void tst_DeskUpkeep::aMigrationBesideARunningDesk()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    book.fillSmallSalon();
    Desk one(book.url(), QStringLiteral("Desk 1"));
    Desk two(book.url(), QStringLiteral("Desk 2"));
    QTRY_VERIFY_WITH_TIMEOUT(one.firstRead && two.firstRead, patience);
    const auto read = [&](qint64 id) {
        std::optional<std::optional<Appointment>> row;
        two.link->readAppointment(AppointmentId(id), this, [&](std::optional<Appointment> found) { row = found; });
        return QTest::qWaitFor([&] { return row.has_value(); }, patience) ? *row : std::nullopt;
    };
    const auto save = [&](int seen, const QString& colour) {
        std::optional<Outcome> outcome;
        two.link->saveService(1, RowVersion(seen), {{QStringLiteral("colour"), colour}}, this,
                              [&](const Outcome& given) { outcome = given; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, patience) ? *outcome : Outcome(StorageFailed{});
    };
    // Every kind of statement has been prepared before …
    const qint64 first = idOf(two.ask(aHaircut(1, onMonday(9))));
    QVERIFY(first != 0);
    QVERIFY(read(first).has_value());
    EditAppointment edit;
    edit.id = AppointmentId(first);
    edit.seen = RowVersion(1);
    edit.note = QStringLiteral("before");
    QVERIFY(std::holds_alternative<Done>(two.ask(edit)));
    QVERIFY(std::holds_alternative<Done>(save(1, QStringLiteral("#111111"))));
    QTRY_COMPARE_WITH_TIMEOUT(one.link->state().desks, 2, patience);

    migrate(book, dialect);

    // … and answers after it.
    QVERIFY(read(first).has_value());
    edit.seen = RowVersion(2);
    edit.note = QStringLiteral("after");
    const Outcome edited = two.ask(edit);
    QVERIFY2(std::holds_alternative<Done>(edited), qPrintable(describe(edited)));
    edit.note = QStringLiteral("stale"); // the row as it stands now is read in the edit's own transaction
    const Outcome stale = two.ask(edit);
    QVERIFY2(std::holds_alternative<VersionConflict>(stale), qPrintable(describe(stale)));
    const Outcome saved = save(2, QStringLiteral("#222222"));
    QVERIFY2(std::holds_alternative<Done>(saved), qPrintable(describe(saved)));
    const Outcome booked = two.ask(aHaircut(2, onMonday(9), 2));
    QVERIFY2(std::holds_alternative<Done>(booked), qPrintable(describe(booked)));
    QTRY_VERIFY_WITH_TIMEOUT(one.shown(idOf(booked)), patience);
    QCOMPARE(one.shown(first)->note, QStringLiteral("after"));
    QTRY_COMPARE_WITH_TIMEOUT(one.link->catalogue()->service(ServiceId(1))->colour, QStringLiteral("#222222"),
                              patience);
    two.link->announceEditing(QStringLiteral("appointment"), first);
    QTRY_COMPARE_WITH_TIMEOUT(one.link->editingElsewhere().size(), size_t(1), patience);
    QVERIFY(one.isLive() && two.isLive());
}

QTEST_GUILESS_MAIN(tst_DeskUpkeep)
#include "tst_desk_upkeep.moc"
