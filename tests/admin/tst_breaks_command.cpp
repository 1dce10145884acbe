#include "models/domain/zone.h"
#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

/// Seconds UTC of a wall time of Berlin, so many days after a coming Monday.
qint64 onDay(int day, int hour, int minute = 0)
{
    return toUnix(Zone::fromId("Europe/Berlin")->meaningOf(comingMonday().addDays(day), QTime(hour, minute)).first);
}

/// The small salon with typed rows.
struct Book {
    explicit Book(Dialect dialect) : database(dialect) { database.fillSmallSalon(); }

    void type(const QString& sql) const
    {
        const auto typed = database.typed(sql);
        if (typed.error)
            qFatal("%s: %s", qPrintable(sql), qPrintable(typed.error.rule + typed.error.text));
    }
    /// A haircut of Lena with a staff member, 45 minutes with 5 behind.
    void book(int id, int staff, qint64 start, const char* status = "booked", const char* reason = "") const
    {
        type(
            QStringLiteral("INSERT INTO appointment (id, location_id, client_id, service_id, staff_id, starts_at, "
                           "ends_at, local_start, zone, buffer_after, takes, currency, status, override_reason) VALUES "
                           "(%1, 1, 1, 1, %2, %3, %3 + 2700, 'x', 'Europe/Berlin', 300, '[{\"resource\": %2, "
                           "\"from\": 0, \"to\": 3000, \"units\": 1}]', 'EUR', '%4', '%5')")
                .arg(id)
                .arg(staff)
                .arg(start)
                .arg(QLatin1StringView(status), QLatin1StringView(reason)));
    }
    [[nodiscard]] AdminRun breaks(QStringList options = {}) const
    {
        return runJson(database.url(), QStringList{QStringLiteral("breaks")} + options);
    }
    /// "11 closure, 12 time_off hours"
    [[nodiscard]] QString told(const QStringList& options = {}) const
    {
        QStringList all;
        for (const QJsonValue& row : breaks(options).array()) {
            QString one = QString::number(row[u"id"].toInteger());
            for (const QJsonValue& reason : row[u"reasons"].toArray())
                one += u' ' + reason[u"rule"].toString();
            all += one;
        }
        return all.join(QStringLiteral(", "));
    }

    TestDatabase database;
};

QString dateOf(int day)
{
    return comingMonday().addDays(day).toString(Qt::ISODate);
}

} // namespace

/// What a closure, time off or other hours break that were saved after the bookings.
class TestBreaksCommand : public QObject
{
    Q_OBJECT
private slots:
    void whatIsSavedAfterBookingsIsListed_data() { onBothDatabases(); }
    void whatIsSavedAfterBookingsIsListed()
    {
        QFETCH(Dialect, dialect);
        const Book book(dialect);
        book.book(11, 1, onDay(0, 10));
        book.book(12, 1, onDay(1, 10));
        book.book(13, 2, onDay(1, 10));
        book.book(14, 1, onDay(2, 17, 15)); // its buffer may lie behind the end
        book.book(15, 1, onDay(0, 12), "cancelled");
        book.book(16, 1, 1600000000); // over
        const AdminRun good = runAdmin(book.database.url(), {QStringLiteral("breaks")});
        QVERIFY2(good.exit == 0, qPrintable(good.text()));
        QCOMPARE(book.breaks().out.trimmed(), QStringLiteral("[]"));

        book.type(QStringLiteral("INSERT INTO closure (location_id, starts_at, ends_at, reason) VALUES (1, %1, %2, "
                                 "'Water damage')")
                      .arg(onDay(0, 0))
                      .arg(onDay(0, 24 - 1)));
        book.type(QStringLiteral("INSERT INTO time_off (resource_id, starts_at, ends_at, reason) VALUES (1, %1, %2, "
                                 "'ill')")
                      .arg(onDay(1, 9))
                      .arg(onDay(1, 18)));
        QCOMPARE(book.told(), QStringLiteral("11 closure, 12 time_off"));
        const AdminRun run = runAdmin(book.database.url(), {QStringLiteral("breaks")});
        QCOMPARE(run.exit, 1);
        QCOMPARE(run.out.trimmed().split(u'\n').size(), 2);
        for (const char* word : {"11  Mon ", "Lena Fischer", "Ana", "Water damage", "12  Tue ", "ill"})
            QVERIFY2(run.out.contains(QLatin1StringView(word)), qPrintable(run.out));
        // By days, in the location's own time.
        QCOMPARE(book.told({QStringLiteral("--from"), dateOf(1)}), QStringLiteral("12 time_off"));
        QCOMPARE(book.told({QStringLiteral("--to"), dateOf(0)}), QStringLiteral("11 closure"));
        QCOMPARE(book.breaks({QStringLiteral("--from"), dateOf(2), QStringLiteral("--to"), dateOf(3)}).exit, 0);
        QCOMPARE(book.breaks({QStringLiteral("--from"), QStringLiteral("soon")}).exit, 2);
        // Hours, a break among them.
        book.type(QStringLiteral("UPDATE closure SET retired_at = 1, version = 2"));
        book.type(QStringLiteral("UPDATE time_off SET retired_at = 1, version = 2"));
        QCOMPARE(book.told(), QString());
        book.type(QStringLiteral("UPDATE resource SET hours = '{\"1\": [[\"09:00\",\"10:15\"],[\"11:00\","
                                 "\"18:00\"]], \"2\": [[\"12:00\",\"18:00\"]], \"3\": "
                                 "[[\"09:00\",\"18:00\"]]}', version = 2 WHERE id = 1"));
        QCOMPARE(book.told(), QStringLiteral("11 break, 12 hours"));
    }

    /// Whoever booked it past a rule said why; a room's time off counts, and the seats go with their session.
    void overriddenOnesRoomsAndSeats_data() { onBothDatabases(); }
    void overriddenOnesRoomsAndSeats()
    {
        QFETCH(Dialect, dialect);
        const Book book(dialect);
        book.book(11, 1, onDay(0, 20), "booked", "before her wedding");
        const QJsonObject told = book.breaks().array().first().toObject();
        QCOMPARE(told[u"override"].toString(), QStringLiteral("before her wedding"));
        QCOMPARE(told[u"reasons"][0][u"rule"].toString(), QStringLiteral("hours"));
        QVERIFY(runAdmin(book.database.url(), {QStringLiteral("breaks")})
                    .out.contains(QStringLiteral("booked so: before her wedding")));
        const auto insert = [&](int id, const char* client, const char* takes, const char* session) {
            book.type(
                QStringLiteral("INSERT INTO appointment (id, location_id, client_id, service_id, starts_at, "
                               "ends_at, local_start, zone, takes, currency, status, session_id, seats) VALUES "
                               "(%1, 1, %2, 3, %4, %4 + 3600, 'x', 'Europe/Berlin', '%3', 'EUR', 'booked', %5, 2)")
                    .arg(id)
                    .arg(QLatin1StringView(client), QLatin1StringView(takes))
                    .arg(onDay(3, 10))
                    .arg(QLatin1StringView(session)));
        };
        book.type(QStringLiteral("UPDATE service SET able = '[1, 2, 3, 4]', version = version + 1 WHERE id = 3"));
        insert(21, "NULL", R"([{"resource": 4, "from": 0, "to": 3600, "units": 1}])", "NULL");
        insert(22, "1", "[]", "21");
        QCOMPARE(book.told(), QStringLiteral("11 hours"));
        book.type(QStringLiteral("INSERT INTO time_off (resource_id, starts_at, ends_at) VALUES (4, %1, %2)")
                      .arg(onDay(3, 10, 30))
                      .arg(onDay(3, 11)));
        QCOMPARE(book.told(), QStringLiteral("11 hours, 21 time_off, 22 time_off"));
    }
};

QTEST_GUILESS_MAIN(TestBreaksCommand)
#include "tst_breaks_command.moc"
