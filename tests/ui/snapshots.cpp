#include "tests/ui/snapshots.h"

#include "models/tables/appointment_columns.h"

namespace frontdesk::test
{

namespace
{

/// The values of a row of the appointments' mirror, by AppointmentColumn.
std::vector<QVariant> rowOf(const Appointment& a)
{
    using C = AppointmentColumn;
    std::vector<QVariant> v(static_cast<size_t>(C::Count));
    const auto set = [&v](C column, const QVariant& value) { v[size_t(column)] = value; };
    const auto id = [&set](C column, qint64 value) { set(column, value != 0 ? QVariant(value) : QVariant()); };
    set(C::Id, a.id.value());
    set(C::Version, a.version.value());
    id(C::LocationId, a.location.value());
    id(C::ClientId, a.client.value());
    id(C::ServiceId, a.service.value());
    id(C::StaffId, a.staff.value());
    set(C::StartsAt, toUnix(a.slot.start));
    set(C::EndsAt, toUnix(a.slot.end));
    set(C::BufferBefore, qint64(a.bufferBefore.count()));
    set(C::BufferAfter, qint64(a.bufferAfter.count()));
    set(C::Takes, QString::fromUtf8(toJson(a.takes)));
    set(C::PriceMinor, a.price.minor);
    set(C::Currency, QString::fromLatin1(a.price.currency));
    set(C::Status, QString(toCode(a.status)));
    set(C::StatusAt, toUnix(a.statusAt));
    set(C::StatusReason, a.statusReason);
    set(C::Confirmation, QString(toCode(a.confirmation)));
    set(C::HeldUntil, a.heldUntil ? QVariant(toUnix(*a.heldUntil)) : QVariant());
    set(C::Squeezed, int(a.squeezed));
    set(C::SqueezeReason, a.squeezeReason);
    set(C::Label, a.label);
    set(C::Note, a.note);
    set(C::Source, a.source);
    set(C::Seats, a.seats);
    set(C::Zone, QString::fromLatin1(a.zone));
    set(C::CreatedAt, toUnix(a.createdAt));
    set(C::ClientName, a.clientName);
    set(C::ClientPhone, a.clientPhone);
    set(C::ClientAlert, a.clientAlert);
    set(C::ClientAlertStops, int(a.clientAlertStops));
    set(C::ServiceName, a.serviceName);
    set(C::ServiceColour, a.serviceColour);
    set(C::StaffName, a.staffName);
    set(C::OtherResources, a.otherResources);
    set(C::ChangedByName, a.changedByName);
    set(C::ChangedDesk, a.changedDesk);
    set(C::FirstVisit, int(a.firstVisit));
    set(C::IsDeskHold, int(a.isDeskHold));
    return v;
}

} // namespace

TableSnapshotPtr snapshotOf(const std::vector<Appointment>& rows)
{
    auto snapshot = std::make_shared<TableSnapshot>();
    for (int i = 0; i < int(AppointmentColumn::Count); ++i)
        snapshot->columns << QStringLiteral("c%1").arg(i);
    snapshot->columns[0] = QStringLiteral("id");
    for (const Appointment& row : rows)
        snapshot->rows.push_back(rowOf(row));
    return snapshot;
}

} // namespace frontdesk::test
