#include "models/tables/appointment_columns.h"
#include "models/tables/appointment_mirror.h"
#include "models/tables/appointment_table_model.h"
#include "tests/support/test_database.h"

#include <QAbstractItemModelTester>
#include <QTest>

using frontdesk::Appointment;
using frontdesk::AppointmentColumn;
using frontdesk::AppointmentTableModel;
using frontdesk::Dialect;
using frontdesk::Instant;
using frontdesk::instantFromUnix;
using frontdesk::LocationId;
using frontdesk::TableSnapshotPtr;
using frontdesk::test::TestDatabase;

namespace
{

/// Monday 2026-11-23 00:00 in UTC.
constexpr qint64 day = 1795392000;

void type(const TestDatabase& book, const QString& sql)
{
    const TestDatabase::Typed typed = book.typed(sql);
    if (typed.error) {
        qFatal("%s: %s", qPrintable(sql), qPrintable(typed.error.text));
    }
}

/// A block that keeps nobody busy, so that any two may lie over each other.
void addBlock(const TestDatabase& book, const char* label, qint64 from, qint64 to, int location = 1)
{
    type(book, QStringLiteral("INSERT INTO appointment (location_id, starts_at, ends_at, local_start, zone, currency, "
                              "status, label, changed_desk) SELECT %1, %2, %3, '2026-11-23T00:00:00', zone, currency, "
                              "'booked', '%4', 'Desk 1' FROM location WHERE id = %1")
                   .arg(location)
                   .arg(from)
                   .arg(to)
                   .arg(QLatin1StringView(label)));
}

QStringList labels(const AppointmentTableModel& model)
{
    QStringList found;
    const TableSnapshotPtr snapshot = model.snapshot();
    for (const auto& row : snapshot->rows) {
        found << row[size_t(AppointmentColumn::Label)].toString();
    }
    return found;
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char('|'), Qt::SkipEmptyParts);
}

} // namespace

class tst_AppointmentTableModel : public QObject
{
    Q_OBJECT
private slots:
    void theColumnsAreTheViews_data() { frontdesk::test::onBothDatabases(); }
    void theColumnsAreTheViews();
    void readsWhatOverlapsTheRange_data() { frontdesk::test::onBothDatabases(); }
    void readsWhatOverlapsTheRange();
    void readsAnAppointmentWithItsNames_data() { frontdesk::test::onBothDatabases(); }
    void readsAnAppointmentWithItsNames();
    void readsDeskHoldsUntilTheyEnd_data() { frontdesk::test::onBothDatabases(); }
    void readsDeskHoldsUntilTheyEnd();
    void usesTheIndex_data() { frontdesk::test::onBothDatabases(); }
    void usesTheIndex();
    void writesNothing_data() { frontdesk::test::onBothDatabases(); }
    void writesNothing();
};

void tst_AppointmentTableModel::theColumnsAreTheViews()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    const auto connection = book.connect();
    AppointmentTableModel model(*connection);
    QVERIFY(model.select());
    const QStringList columns = model.snapshot()->columns;
    QCOMPARE(columns.size(), int(AppointmentColumn::Count));
    QCOMPARE(columns.at(int(AppointmentColumn::Id)), QStringLiteral("id"));
    QCOMPARE(columns.at(int(AppointmentColumn::Takes)), QStringLiteral("takes"));
    QCOMPARE(columns.at(int(AppointmentColumn::HeldUntil)), QStringLiteral("held_until"));
    QCOMPARE(columns.at(int(AppointmentColumn::CreatedAt)), QStringLiteral("created_at"));
    QCOMPARE(columns.at(int(AppointmentColumn::ClientName)), QStringLiteral("client_name"));
    QCOMPARE(columns.at(int(AppointmentColumn::IsDeskHold)), QStringLiteral("is_desk_hold"));
}

void tst_AppointmentTableModel::readsWhatOverlapsTheRange()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    type(book,
         QStringLiteral("INSERT INTO location (id, name, zone, currency) VALUES (77, 'Elsewhere', 'UTC', 'EUR')"));
    addBlock(book, "ends when the range begins", day - 3600, day);
    addBlock(book, "ends a second later", day - 3600, day + 1);
    addBlock(book, "a whole day before, reaching in", day - 86400 + 1, day + 1);
    addBlock(book, "inside, later", day + 7200, day + 10800);
    addBlock(book, "inside, made later", day + 3600, day + 7200);
    addBlock(book, "starts in the last second", day + 86399, day + 90000);
    addBlock(book, "starts when the range ends", day + 86400, day + 90000);
    addBlock(book, "at another location", day + 3600, day + 7200, 77);

    const auto connection = book.connect();
    AppointmentTableModel model(*connection);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRange(LocationId(1), {instantFromUnix(day), instantFromUnix(day + 86400)});
    QVERIFY(model.select());
    QCOMPARE(labels(model), words("a whole day before, reaching in|ends a second later|inside, made later|"
                                  "inside, later|starts in the last second"));
    model.setRange(LocationId(77), {instantFromUnix(day), instantFromUnix(day + 86400)});
    QVERIFY(model.select());
    QCOMPARE(labels(model), words("at another location"));
    model.setRange(LocationId(1), {instantFromUnix(day + 90000), instantFromUnix(day + 172800)});
    QVERIFY(model.select());
    QCOMPARE(labels(model), QStringList());
}

void tst_AppointmentTableModel::readsAnAppointmentWithItsNames()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    type(book, QStringLiteral(
                   "INSERT INTO appointment (location_id, client_id, service_id, staff_id, starts_at, ends_at, "
                   "local_start, zone, buffer_after, takes, price_minor, currency, status) VALUES (1, 1, 2, 1, %1, %2, "
                   "'2026-11-23T10:00:00', 'Europe/Berlin', 600, '[{\"resource\":1,\"from\":0,\"to\":2100,\"units\":1},"
                   "{\"resource\":1,\"from\":4500,\"to\":6000,\"units\":1},"
                   "{\"resource\":4,\"from\":0,\"to\":6000,\"units\":1}]', 9500, 'EUR', 'booked')")
                   .arg(day + 32400)
                   .arg(day + 32400 + 5400));
    const auto connection = book.connect();
    AppointmentTableModel model(*connection);
    model.setRange(LocationId(1), {instantFromUnix(day), instantFromUnix(day + 86400)});
    QVERIFY(model.select());
    const TableSnapshotPtr snapshot = model.snapshot();
    QCOMPARE(snapshot->rows.size(), size_t(1));
    const Appointment a = frontdesk::appointmentFromRow(snapshot->rows[0]);
    QVERIFY(!a.clientName.isEmpty());
    QCOMPARE(a.serviceName, QStringLiteral("Colour"));
    QCOMPARE(a.staffName, QStringLiteral("Ana"));
    QVERIFY(!a.otherResources.isEmpty());
    QVERIFY(a.firstVisit);
    QCOMPARE(a.takes.size(), size_t(3));
    QCOMPARE(a.slot.length(), std::chrono::minutes(90));
    QCOMPARE(a.version, frontdesk::RowVersion(1));
}

void tst_AppointmentTableModel::readsDeskHoldsUntilTheyEnd()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto hold = [&](const char* desk, qint64 until) {
        type(book, QStringLiteral("INSERT INTO desk_hold (desk, location_id, starts_at, ends_at, takes, held_until) "
                                  "VALUES ('%1', 1, %2, %3, '[]', %4)")
                       .arg(QLatin1StringView(desk))
                       .arg(day)
                       .arg(day + 1800)
                       .arg(until));
    };
    hold("Desk 2", now + 60);
    hold("Desk 3", now + 90);
    const auto connection = book.connect();
    AppointmentTableModel model(*connection);
    model.setRange(LocationId(1), {instantFromUnix(day), instantFromUnix(day + 86400)});
    QVERIFY(model.select());
    const TableSnapshotPtr snapshot = model.snapshot();
    QCOMPARE(snapshot->rows.size(), size_t(2));
    const Appointment first = frontdesk::appointmentFromRow(snapshot->rows[0]);
    QVERIFY(first.isDeskHold && first.id.value() < 0);
    QCOMPARE(model.nextHoldEnd(instantFromUnix(now)), std::optional(instantFromUnix(now + 60)));
    QCOMPARE(model.nextHoldEnd(instantFromUnix(now + 60)), std::optional(instantFromUnix(now + 90)));
    QCOMPARE(model.nextHoldEnd(instantFromUnix(now + 90)), std::optional<Instant>());

    type(book, QStringLiteral("UPDATE desk_hold SET held_until = %1").arg(now - 1));
    QVERIFY(model.select());
    QCOMPARE(model.snapshot()->rows.size(), size_t(0));
}

void tst_AppointmentTableModel::usesTheIndex()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    // A year of blocks, an hour each.
    type(book,
         QStringLiteral(
             "INSERT INTO appointment (location_id, starts_at, ends_at, local_start, zone, currency, status, label) "
             "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) "
             "SELECT 1, %1 + i * 3600, %1 + i * 3600 + 3600, '2026-11-23T00:00:00', 'Europe/Berlin', 'EUR', "
             "'booked', 'b' FROM n")
             .arg(day));
    type(book, QStringLiteral("ANALYZE"));
    const auto connection = book.connect();
    AppointmentTableModel model(*connection);
    const Instant from = instantFromUnix(day + 100 * 86400);
    model.setRange(LocationId(1), {from, from + std::chrono::hours(24)});
    QVERIFY(model.select());
    QCOMPARE(model.rowCount(), 24);

    QSqlQuery explained(connection->database());
    QVERIFY(explained.exec(
        (dialect == Dialect::Sqlite ? QStringLiteral("EXPLAIN QUERY PLAN ") : QStringLiteral("EXPLAIN ")) +
        model.query().lastQuery()));
    QString plan;
    while (explained.next()) {
        plan += explained.value(dialect == Dialect::Sqlite ? 3 : 0).toString() + QLatin1Char('\n');
    }
    QVERIFY2(plan.contains(QLatin1StringView("appointment_when")), qPrintable(plan));
    QVERIFY2(!plan.contains(QLatin1StringView("SCAN a\n")) &&
                 !plan.contains(QLatin1StringView("Seq Scan on appointment a")),
             qPrintable(plan));
}

void tst_AppointmentTableModel::writesNothing()
{
    QFETCH(Dialect, dialect);
    TestDatabase book(dialect);
    book.fillSmallSalon();
    addBlock(book, "lunch", day, day + 3600);
    const auto connection = book.connect();
    AppointmentTableModel model(*connection);
    model.setRange(LocationId(1), {instantFromUnix(day), instantFromUnix(day + 86400)});
    QVERIFY(model.select());
    QVERIFY(model.setData(model.index(0, int(AppointmentColumn::Label)), QStringLiteral("x")));
    QVERIFY(!model.submitAll());
    model.revertAll();
    QVERIFY(model.removeRow(0));
    QVERIFY(!model.submitAll());
    model.revertAll();
    QVERIFY(model.insertRow(0));
    QVERIFY(!model.submitAll());
    QCOMPARE(book.typed(QStringLiteral("SELECT label FROM appointment")).value.toString(), QStringLiteral("lunch"));
}

QTEST_GUILESS_MAIN(tst_AppointmentTableModel)
#include "tst_appointment_table_model.moc"
