#include "models/tables/appointment_columns.h"
#include "models/tables/appointment_mirror.h"

#include <QAbstractItemModelTester>
#include <QTest>

using frontdesk::Appointment;
using frontdesk::AppointmentColumn;
using frontdesk::AppointmentId;
using frontdesk::AppointmentMirror;
using frontdesk::TableSnapshot;
using frontdesk::TableSnapshotPtr;

namespace
{

using Values = std::vector<QVariant>;

void set(Values& values, AppointmentColumn column, const QVariant& value)
{
    values[size_t(column)] = value;
}

/// A colour of Lena Fischer with Ana, in the room, as the drivers give it: numbers as qint64 or int, JSON as text.
Values aColour()
{
    using C = AppointmentColumn;
    Values v(size_t(C::Count), QString());
    set(v, C::Id, qint64(41));
    set(v, C::Version, qint64(3));
    set(v, C::LocationId, qint64(1));
    set(v, C::ClientId, qint64(5));
    set(v, C::ServiceId, qint64(2));
    set(v, C::StaffId, qint64(1));
    set(v, C::StartsAt, qint64(1795000000));
    set(v, C::EndsAt, qint64(1795005400));
    set(v, C::BufferBefore, qint64(0));
    set(v, C::BufferAfter, qint64(600));
    set(v, C::Takes, QStringLiteral(R"([{"resource":1,"from":0,"to":2100,"units":1}])"));
    set(v, C::PriceMinor, qint64(9500));
    set(v, C::Currency, QStringLiteral("EUR"));
    set(v, C::Status, QStringLiteral("arrived"));
    set(v, C::StatusAt, qint64(1794999000));
    set(v, C::Confirmation, QStringLiteral("confirmed"));
    set(v, C::HeldUntil, QVariant());
    set(v, C::Squeezed, 1);
    set(v, C::SqueezeReason, QStringLiteral("regular"));
    set(v, C::Note, QStringLiteral("roots “only” 💇"));
    set(v, C::Source, QStringLiteral("online"));
    set(v, C::VisitId, QVariant());
    set(v, C::SeriesId, QVariant());
    set(v, C::SessionId, QVariant());
    set(v, C::Seats, qint64(1));
    set(v, C::Zone, QStringLiteral("Europe/Berlin"));
    set(v, C::CreatedAt, qint64(1794000000));
    set(v, C::ClientName, QStringLiteral("Lena Fischer"));
    set(v, C::ClientAlertStops, 0);
    set(v, C::ServiceColour, QStringLiteral("#a04fd6"));
    set(v, C::OtherResources, QStringLiteral("Room 1"));
    set(v, C::FirstVisit, 1);
    set(v, C::IsDeskHold, 0);
    return v;
}

TableSnapshotPtr snapshot(const std::vector<Values>& rows)
{
    auto made = std::make_shared<TableSnapshot>();
    for (int column = 0; column < int(AppointmentColumn::Count); ++column) {
        made->columns << QStringLiteral("column%1").arg(column);
    }
    made->rows = rows;
    return made;
}

} // namespace

class tst_AppointmentMirror : public QObject
{
    Q_OBJECT
private slots:
    void readsEveryColumn();
    void readsABlockAndADeskHold();
    void readsNothingFromAnotherShape();
    void aChangedRowIsReadAgain();
};

void tst_AppointmentMirror::readsEveryColumn()
{
    using namespace std::chrono_literals;
    const Appointment a = frontdesk::appointmentFromRow(aColour());
    QCOMPARE(a.id, AppointmentId(41));
    QCOMPARE(a.version, frontdesk::RowVersion(3));
    QCOMPARE(a.client, frontdesk::ClientId(5));
    QCOMPARE(a.service, frontdesk::ServiceId(2));
    QCOMPARE(a.staff, frontdesk::ResourceId(1));
    QCOMPARE(a.slot.length(), 90min);
    QCOMPARE(a.bufferAfter, 10min);
    QCOMPARE(a.takes.size(), size_t(1));
    QCOMPARE(a.takes[0].to, 35min);
    QCOMPARE(a.price, (frontdesk::Money{9500, "EUR"}));
    QCOMPARE(a.status, frontdesk::Status::Arrived);
    QCOMPARE(a.statusAt, frontdesk::instantFromUnix(1794999000));
    QCOMPARE(a.confirmation, frontdesk::Confirmation::Confirmed);
    QVERIFY(!a.heldUntil);
    QVERIFY(a.squeezed);
    QCOMPARE(a.note, QStringLiteral("roots “only” 💇"));
    QCOMPARE(a.source, QStringLiteral("online"));
    QCOMPARE(a.zone, QByteArray("Europe/Berlin"));
    QVERIFY(!a.visit.isValid() && !a.series.isValid() && !a.session.isValid());
    QCOMPARE(a.clientName, QStringLiteral("Lena Fischer"));
    QCOMPARE(a.serviceColour, QStringLiteral("#a04fd6"));
    QCOMPARE(a.otherResources, QStringLiteral("Room 1"));
    QVERIFY(a.firstVisit && !a.isDeskHold && !a.isBlock() && !a.clientAlertStops);
}

void tst_AppointmentMirror::readsABlockAndADeskHold()
{
    using C = AppointmentColumn;
    Values block = aColour();
    set(block, C::ClientId, QVariant());
    set(block, C::ServiceId, QVariant());
    QVERIFY(frontdesk::appointmentFromRow(block).isBlock());

    Values hold = block;
    set(hold, C::Id, qint64(-7));
    set(hold, C::Status, QStringLiteral("held"));
    set(hold, C::HeldUntil, qint64(1795000090));
    set(hold, C::IsDeskHold, 1);
    const Appointment a = frontdesk::appointmentFromRow(hold);
    QVERIFY(a.isDeskHold && !a.isBlock());
    QCOMPARE(a.id, AppointmentId(-7));
    QCOMPARE(a.heldUntil, std::optional(frontdesk::instantFromUnix(1795000090)));
}

void tst_AppointmentMirror::readsNothingFromAnotherShape()
{
    QVERIFY(!frontdesk::appointmentFromRow({}).id.isValid());
    QVERIFY(!frontdesk::appointmentFromRow({1, 2, 3}).id.isValid());
}

void tst_AppointmentMirror::aChangedRowIsReadAgain()
{
    AppointmentMirror mirror;
    const QAbstractItemModelTester tester(&mirror, QAbstractItemModelTester::FailureReportingMode::Fatal);
    mirror.apply(snapshot({aColour()}));
    QCOMPARE(mirror.appointmentAt(0).clientName, QStringLiteral("Lena Fischer"));

    // The change is seen inside of the signal already, though the row's version is the same: a client was renamed.
    QString seen;
    connect(&mirror, &AppointmentMirror::dataChanged, this, [&](const QModelIndex& index) {
        seen = index.data(AppointmentMirror::AppointmentRole).value<Appointment>().clientName;
    });
    Values renamed = aColour();
    set(renamed, AppointmentColumn::ClientName, QStringLiteral("Lena Berg"));
    mirror.apply(snapshot({renamed}));
    QCOMPARE(seen, QStringLiteral("Lena Berg"));
    QCOMPARE(mirror.appointment(AppointmentId(41))->clientName, QStringLiteral("Lena Berg"));
    QVERIFY(!mirror.appointment(AppointmentId(42)));

    mirror.apply(snapshot({}));
    QVERIFY(!mirror.appointment(AppointmentId(41)));
    QVERIFY(!mirror.data({}, AppointmentMirror::AppointmentRole).isValid());
}

QTEST_GUILESS_MAIN(tst_AppointmentMirror)
#include "tst_appointment_mirror.moc"
