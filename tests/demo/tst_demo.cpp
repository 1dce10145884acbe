#include "models/availability/availability.h"
#include "models/booking/catalogue_reader.h"
#include "models/demo/demo.h"
#include "tests/support/test_database.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using frontdesk::Appointment;
using frontdesk::BusyTime;
using frontdesk::CataloguePtr;
using frontdesk::Connection;
using frontdesk::Dialect;
using frontdesk::instantFromUnix;
using frontdesk::Reason;
using frontdesk::ResourceId;
using frontdesk::Status;
using frontdesk::demo::Filled;
using frontdesk::demo::Options;
using frontdesk::test::TestDatabase;

namespace
{

Options someOptions(int appointments, quint64 seed = 7)
{
    Options options;
    options.appointments = appointments;
    options.seed = seed;
    options.around = QDate(2026, 11, 23);
    options.now = instantFromUnix(1795348800); // the noon before that day, whatever the day of the run
    return options;
}

std::vector<Appointment> rowsOf(Connection& connection)
{
    QSqlQuery query;
    const auto error = connection.ask(
        QStringLiteral("SELECT id, service_id, staff_id, starts_at, ends_at, takes, status, squeezed, status_at, "
                       "held_until, client_id FROM appointment WHERE session_id IS NULL ORDER BY id"),
        query);
    if (error)
        qFatal("%s", qPrintable(error.text));
    std::vector<Appointment> rows;
    while (query.next()) {
        Appointment row;
        row.id = frontdesk::AppointmentId(query.value(0).toLongLong());
        row.service = frontdesk::ServiceId(query.value(1).toLongLong());
        row.staff = ResourceId(query.value(2).toLongLong());
        row.slot = {instantFromUnix(query.value(3).toLongLong()), instantFromUnix(query.value(4).toLongLong())};
        row.takes = *frontdesk::takesFromJson(query.value(5).toByteArray());
        row.status = *frontdesk::statusFromCode(query.value(6).toString());
        row.squeezed = query.value(7).toInt() == 1;
        row.statusAt = instantFromUnix(query.value(8).toLongLong());
        if (!query.isNull(9))
            row.heldUntil = instantFromUnix(query.value(9).toLongLong());
        row.client = frontdesk::ClientId(query.value(10).toLongLong());
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Reasons against the row as if it were to be booked now, a year before, with nothing of its own in the way.
std::vector<Reason> reasonsAgainstRow(const frontdesk::Catalogue& catalogue, const Appointment& row,
                                      const std::vector<BusyTime>& busy)
{
    frontdesk::Request request;
    request.location = catalogue.locations.front().id;
    request.service = row.service;
    request.staff = row.staff;
    request.start = row.slot.start;
    for (const frontdesk::Take& take : row.takes) {
        if (take.resource != row.staff)
            request.others.push_back(take.resource);
    }
    if (!row.service.isValid())
        request.length = row.slot.length();
    std::vector<BusyTime> others;
    std::ranges::copy_if(busy, std::back_inserter(others), [&](const BusyTime& b) { return b.by != row.id; });
    return reasonsAgainst(catalogue, others, request, row.slot.start - std::chrono::hours(24 * 365));
}

} // namespace

class DemoTest : public QObject
{
    Q_OBJECT

    static QVariant one(const TestDatabase& database, const char* sql)
    {
        const auto typed = database.typed(QLatin1StringView(sql));
        if (typed.error)
            qFatal("%s: %s", sql, qPrintable(typed.error.text));
        return typed.value;
    }

private slots:
    void obeysItsOwnRules_data() { frontdesk::test::onBothDatabases(); }
    void obeysItsOwnRules()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        int told = 0;
        const Filled filled = frontdesk::demo::fill(*connection, someOptions(700), [&](int done, int total) {
            told = done;
            QCOMPARE(total, 700);
        });
        QVERIFY2(filled.isGood(), qPrintable(filled.error.text));
        QCOMPARE(filled.appointments, 700);
        QCOMPARE(told, 700);
        QCOMPARE(one(database, "SELECT count(*) FROM appointment").toInt(), 700);
        QCOMPARE(one(database, "SELECT count(*) FROM outbox").toInt(), 0);

        const auto read = frontdesk::readCatalogue(*connection);
        QVERIFY(std::holds_alternative<CataloguePtr>(read));
        const frontdesk::Catalogue& catalogue = *std::get<CataloguePtr>(read);
        std::vector<Appointment> rows = rowsOf(*connection);
        std::erase_if(rows, [](const Appointment& row) { return row.status == Status::Cancelled || row.squeezed; });
        // As it was booked: nothing given back yet, nothing on the pinboard.
        std::vector<Appointment> booked = rows;
        for (Appointment& row : booked)
            row.status = Status::Booked;
        const std::vector<BusyTime> busy = busyTimes(booked, {});
        for (const Appointment& row : rows) {
            const auto reasons = reasonsAgainstRow(catalogue, row, busy);
            QVERIFY2(reasons.empty(), qPrintable(QStringLiteral("%1: reason %2")
                                                     .arg(row.id.value())
                                                     .arg(reasons.empty() ? -1 : int(reasons.front().kind))));
        }
    }

    void noClientInTwoChairs()
    {
        const TestDatabase database(Dialect::Sqlite);
        const auto connection = database.connect();
        QVERIFY(frontdesk::demo::fill(*connection, someOptions(3000)).isGood());
        QCOMPARE(one(database, "SELECT count(*) FROM appointment a JOIN appointment b ON b.client_id = a.client_id AND "
                               "b.id > a.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at")
                     .toInt(),
                 0);
        QVERIFY(one(database, "SELECT count(*) FROM appointment WHERE squeezed = 1").toInt() > 0);
    }

    /// A group with seats, somebody who comes every week, a parent with a child: and check finds nothing amiss.
    void groupsSeriesAndFamilies_data() { frontdesk::test::onBothDatabases(); }
    void groupsSeriesAndFamilies()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        const Filled filled = frontdesk::demo::fill(*connection, someOptions(1500));
        QVERIFY2(filled.isGood(), qPrintable(filled.error.rule + filled.error.text));
        const auto count = [&](const char* sql) { return one(database, sql).toInt(); };
        const int sessions = count("SELECT count(*) FROM appointment WHERE seats > 1 AND client_id IS NULL");
        QVERIFY(sessions >= 4);
        const int seats = count("SELECT count(*) FROM appointment WHERE session_id IS NOT NULL");
        QVERIFY2(seats >= 4 * (sessions - 1) && seats <= 7 * sessions, qPrintable(QString::number(seats)));
        QCOMPARE(count("SELECT count(*) FROM appointment s JOIN appointment g ON g.id = s.session_id WHERE g.starts_at "
                       "<> s.starts_at OR g.service_id <> s.service_id OR s.client_id IS NULL OR g.seats < 2"),
                 0);
        QCOMPARE(count("SELECT count(*) FROM claim c JOIN appointment s ON s.id = c.appointment_id WHERE s.session_id "
                       "IS NOT NULL"),
                 0);
        QCOMPARE(count("SELECT count(*) FROM series"), 1);
        QVERIFY(count("SELECT count(*) FROM appointment WHERE series_id = 1") >= 3);
        QCOMPARE(count("SELECT count(DISTINCT client_id) FROM appointment WHERE series_id = 1"), 1);
        const int visits = count("SELECT count(*) FROM visit");
        QVERIFY(visits >= 3);
        QCOMPARE(count("SELECT count(*) FROM (SELECT visit_id FROM appointment WHERE visit_id IS NOT NULL GROUP BY "
                       "visit_id HAVING count(*) = 2 AND count(DISTINCT client_id) = 2 AND count(DISTINCT starts_at) = "
                       "1) v"),
                 visits);
    }

    void theDayShowsEverything()
    {
        const TestDatabase database(Dialect::Sqlite);
        const auto connection = database.connect();
        const Options options = someOptions(2000, 1);
        QVERIFY(frontdesk::demo::fill(*connection, options).isGood());
        const QString day = QStringLiteral("local_start LIKE '2026-11-23%'");
        const auto count = [&](const char* what) {
            const auto typed = database.typed(
                QStringLiteral("SELECT count(*) FROM appointment WHERE %1 AND %2").arg(day, QLatin1StringView(what)));
            return typed.value.toInt();
        };
        QVERIFY(count("status = 'in_service'") >= 2);
        QVERIFY(count("status = 'arrived'") >= 1);
        QVERIFY(count("status = 'booked' AND confirmation = 'confirmed'") >= 5);
        QVERIFY(count("status = 'booked' AND confirmation = 'asked'") >= 1);
        QVERIFY(count("source = 'online'") >= 3);
        QCOMPARE(count("status = 'held' AND held_until > 0"), 1);
        QCOMPARE(count("status = 'parked'"), 1);
        QVERIFY(count("status = 'completed'") >= 3);
        // What its six people are booked for, of what their hours offer.
        const double minutes =
            one(database, "SELECT sum(k.ends_at - k.starts_at) / 60.0 FROM claim k JOIN resource r ON "
                          "r.id = k.resource_id WHERE r.kind = 'staff' AND k.starts_at BETWEEN "
                          "1795388400 AND 1795474800")
                .toDouble();
        QVERIFY2(minutes > 6 * 480 * 0.7 && minutes < 6 * 480 * 0.9, qPrintable(QString::number(minutes)));
    }

    void peopleAreNobody_data() { frontdesk::test::onBothDatabases(); }
    void peopleAreNobody()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        QVERIFY(frontdesk::demo::fill(*connection, someOptions(400)).isGood());
        // Ranges that the regulators of Germany, the United Kingdom and North America keep for film and television.
        static const QRegularExpression fiction(QStringLiteral(
            "^\\+(493023125\\d{3}|494066969\\d{3}|492214710\\d{3}|498999998\\d{3}|496990009\\d{3}|447700900\\d{3}|"
            "442079460\\d{3}|1\\d{3}55501\\d{2})$"));
        QSqlQuery query;
        QVERIFY(!connection->ask(QStringLiteral("SELECT phone, phone_e164, phone_last4, email, language FROM client"),
                                 query));
        QSet<QString> languages;
        while (query.next()) {
            if (!query.value(0).toString().isEmpty()) {
                QVERIFY2(fiction.match(query.value(1).toString()).hasMatch(), qPrintable(query.value(0).toString()));
                QCOMPARE(query.value(1).toString().right(4), query.value(2).toString());
            }
            const QString email = query.value(3).toString();
            QVERIFY2(email.isEmpty() || email.endsWith(QLatin1StringView("@example.org")), qPrintable(email));
            languages += query.value(4).toString();
        }
        QVERIFY(languages.size() >= 8);
        QVERIFY(one(database, "SELECT count(*) FROM client WHERE alert_stops = 1").toInt() > 0);
        QCOMPARE(one(database, "SELECT count(*) FROM client c WHERE NOT EXISTS (SELECT 1 FROM client_search s WHERE "
                               "s.client_id = c.id AND s.client_version = c.version)")
                     .toInt(),
                 0);
    }

    void theSameSeedMakesTheSameBook_data() { frontdesk::test::onBothDatabases(); }
    void theSameSeedMakesTheSameBook()
    {
        QFETCH(Dialect, dialect);
        const auto book = [dialect](const Options& options) {
            const TestDatabase database(dialect);
            const auto connection = database.connect();
            if (!frontdesk::demo::fill(*connection, options).isGood())
                qFatal("not filled");
            QSqlQuery query;
            static_cast<void>(connection->ask(
                QStringLiteral("SELECT a.id, a.starts_at, a.staff_id, a.status, a.note, c.name, c.phone, s.name "
                               "FROM appointment a LEFT JOIN client c ON c.id = a.client_id "
                               "LEFT JOIN service s ON s.id = a.service_id ORDER BY a.id"),
                query));
            QStringList rows;
            while (query.next()) {
                QStringList row;
                for (int column = 0; column < 8; ++column)
                    row += query.value(column).toString();
                rows += row.join(u'|');
            }
            return rows;
        };
        const Options first = someOptions(300);
        Options other = first;
        other.seed = 8;
        const QStringList rows = book(first);
        QCOMPARE(rows.size(), 300);
        QCOMPARE(book(first), rows);
        QVERIFY(book(other) != rows);
    }

    void theWeekShownDoesNotDependOnTheBooksSize()
    {
        const auto week = [](int appointments) {
            const TestDatabase database(Dialect::Sqlite);
            const auto connection = database.connect();
            if (!frontdesk::demo::fill(*connection, someOptions(appointments)).isGood())
                qFatal("not filled");
            return one(database, "SELECT group_concat(what) FROM (SELECT starts_at || ' ' || staff_id || ' ' || "
                                 "coalesce(service_id, 0) AS what FROM appointment WHERE starts_at BETWEEN 1795388400 "
                                 "AND 1795388400 + 7 * 86400 ORDER BY starts_at, staff_id, service_id, ends_at)")
                .toString();
        };
        QCOMPARE(week(3500), week(9000));
    }

    void sizes_data()
    {
        QTest::addColumn<int>("staff");
        QTest::addColumn<int>("appointments");
        QTest::addColumn<QDate>("around");
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("nothing but the salon") << 3 << 0 << QDate(2026, 11, 23) << QByteArray("Europe/Berlin");
        QTest::newRow("a handful") << 6 << 10 << QDate(2026, 11, 23) << QByteArray("Europe/Berlin");
        QTest::newRow("one person") << 1 << 100 << QDate(2026, 11, 23) << QByteArray("Europe/Berlin");
        QTest::newRow("thirty") << 30 << 600 << QDate(2026, 11, 23) << QByteArray("Europe/Berlin");
        QTest::newRow("a Sunday") << 6 << 200 << QDate(2026, 11, 22) << QByteArray("Europe/Berlin");
        QTest::newRow("over the clock change") << 6 << 800 << QDate(2026, 10, 25) << QByteArray("Europe/Berlin");
        QTest::newRow("Lord Howe") << 4 << 300 << QDate(2026, 4, 5) << QByteArray("Australia/Lord_Howe");
        QTest::newRow("New York, at Christmas") << 4 << 100 << QDate(2026, 12, 25) << QByteArray("America/New_York");
        QTest::newRow("long ago") << 4 << 300 << QDate(1995, 6, 1) << QByteArray("Europe/Berlin");
        QTest::newRow("far ahead") << 4 << 300 << QDate(2050, 6, 1) << QByteArray("Europe/Berlin");
    }

    void sizes()
    {
        QFETCH(int, staff);
        QFETCH(int, appointments);
        QFETCH(QDate, around);
        QFETCH(QByteArray, zone);
        const TestDatabase database(Dialect::Sqlite);
        const auto connection = database.connect();
        Options options = someOptions(appointments);
        options.staff = staff;
        options.around = around;
        options.zone = zone;
        const Filled filled = frontdesk::demo::fill(*connection, options);
        QVERIFY2(filled.isGood(), qPrintable(filled.error.text + filled.error.rule));
        QCOMPARE(filled.appointments, appointments);
        const auto onTheDay =
            database.typed(QStringLiteral("SELECT count(*) FROM appointment WHERE local_start LIKE '%1%'")
                               .arg(around.toString(Qt::ISODate)));
        QVERIFY(appointments == 0 || onTheDay.value.toInt() >= std::min(appointments, 3));
    }

    void refuses_data()
    {
        QTest::addColumn<int>("staff");
        QTest::addColumn<int>("appointments");
        QTest::addColumn<QDate>("around");
        QTest::addColumn<QByteArray>("zone");
        const QDate date(2026, 11, 23);
        QTest::newRow("nobody") << 0 << 10 << date << QByteArray("Europe/Berlin");
        QTest::newRow("too many people") << 201 << 10 << date << QByteArray("Europe/Berlin");
        QTest::newRow("a negative number") << 6 << -1 << date << QByteArray("Europe/Berlin");
        QTest::newRow("too many appointments") << 6 << 5'000'001 << date << QByteArray("Europe/Berlin");
        QTest::newRow("no date") << 6 << 10 << QDate() << QByteArray("Europe/Berlin");
        QTest::newRow("no zone") << 6 << 10 << date << QByteArray("Mars/Base");
    }

    void refuses()
    {
        QFETCH(int, staff);
        QFETCH(int, appointments);
        QFETCH(QDate, around);
        QFETCH(QByteArray, zone);
        const TestDatabase database(Dialect::Sqlite);
        const auto connection = database.connect();
        Options options = someOptions(appointments);
        options.staff = staff;
        options.around = around;
        options.zone = zone;
        QVERIFY(frontdesk::demo::fill(*connection, options).badOptions);
        QCOMPARE(one(database, "SELECT count(*) FROM location").toInt(), 0);
    }

    void aBookInUseIsLeftAlone_data() { frontdesk::test::onBothDatabases(); }
    void aBookInUseIsLeftAlone()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const auto connection = database.connect();
        const Filled filled = frontdesk::demo::fill(*connection, someOptions(10));
        QVERIFY(filled.notEmpty);
        QVERIFY(!filled.isGood());
        QCOMPARE(one(database, "SELECT count(*) FROM location").toInt(), 1);
        QCOMPARE(one(database, "SELECT count(*) FROM appointment").toInt(), 0);
    }

    void aFailureLeavesWholeBatches_data() { frontdesk::test::onBothDatabases(); }
    void aFailureLeavesWholeBatches()
    {
        QFETCH(Dialect, dialect);
        // The n-th statement fails, for each n until nothing does any more.
        bool good = false;
        for (int n = 1; !good && n < 200; n += n < 8 ? 1 : 7) {
            const TestDatabase database(dialect);
            const auto connection = database.connect();
            connection->failStatement(n);
            const Filled filled = frontdesk::demo::fill(*connection, someOptions(30));
            good = filled.isGood();
            QVERIFY(!connection->inTransaction());
            const int written = one(database, "SELECT count(*) FROM appointment").toInt();
            QCOMPARE(written, good ? 30 : 0);
            QCOMPARE(one(database, "SELECT count(*) FROM client").toInt() > 0, good);
        }
        QVERIFY(good);
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
