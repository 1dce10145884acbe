#include "models/tables/appointment_mirror.h"

#include "models/tables/appointment_columns.h"

namespace frontdesk
{

namespace
{

/// Reads one row's values by their column.
class RowReader
{
public:
    explicit RowReader(const std::vector<QVariant>& values) : m_values(values) {}

    [[nodiscard]] const QVariant& value(AppointmentColumn column) const { return m_values[size_t(column)]; }
    [[nodiscard]] qint64 number(AppointmentColumn column) const { return value(column).toLongLong(); }
    [[nodiscard]] QString text(AppointmentColumn column) const { return value(column).toString(); }
    [[nodiscard]] QByteArray bytes(AppointmentColumn column) const { return value(column).toString().toUtf8(); }
    [[nodiscard]] bool flag(AppointmentColumn column) const { return number(column) != 0; }
    [[nodiscard]] Instant instant(AppointmentColumn column) const { return instantFromUnix(number(column)); }
    [[nodiscard]] Seconds seconds(AppointmentColumn column) const { return Seconds(number(column)); }
    /// NULL gives the invalid id.
    template <class Id>
    [[nodiscard]] Id id(AppointmentColumn column) const
    {
        return Id(number(column));
    }

private:
    const std::vector<QVariant>& m_values;
};

void readNames(const RowReader& row, Appointment& appointment)
{
    using C = AppointmentColumn;
    appointment.clientName = row.text(C::ClientName);
    appointment.clientPhone = row.text(C::ClientPhone);
    appointment.clientAlert = row.text(C::ClientAlert);
    appointment.clientAlertStops = row.flag(C::ClientAlertStops);
    appointment.serviceName = row.text(C::ServiceName);
    appointment.serviceColour = row.text(C::ServiceColour);
    appointment.staffName = row.text(C::StaffName);
    appointment.otherResources = row.text(C::OtherResources);
    appointment.changedByName = row.text(C::ChangedByName);
    appointment.changedDesk = row.text(C::ChangedDesk);
    appointment.firstVisit = row.flag(C::FirstVisit);
    appointment.isDeskHold = row.flag(C::IsDeskHold);
}

} // namespace

Appointment appointmentFromRow(const std::vector<QVariant>& values)
{
    using C = AppointmentColumn;
    Appointment a;
    if (values.size() != size_t(C::Count)) {
        return a;
    }
    const RowReader row(values);
    a.id = row.id<AppointmentId>(C::Id);
    a.version = row.id<RowVersion>(C::Version);
    a.location = row.id<LocationId>(C::LocationId);
    a.client = row.id<ClientId>(C::ClientId);
    a.service = row.id<ServiceId>(C::ServiceId);
    a.staff = row.id<ResourceId>(C::StaffId);
    a.slot = {row.instant(C::StartsAt), row.instant(C::EndsAt)};
    a.bufferBefore = row.seconds(C::BufferBefore);
    a.bufferAfter = row.seconds(C::BufferAfter);
    a.takes = takesFromJson(row.bytes(C::Takes)).value_or(Takes{});
    a.price = {row.number(C::PriceMinor), row.bytes(C::Currency)};
    a.status = statusFromCode(row.text(C::Status)).value_or(Status::Booked);
    a.statusAt = row.instant(C::StatusAt);
    a.statusReason = row.text(C::StatusReason);
    a.confirmation = confirmationFromCode(row.text(C::Confirmation)).value_or(Confirmation::NotAsked);
    if (!row.value(C::HeldUntil).isNull()) {
        a.heldUntil = row.instant(C::HeldUntil);
    }
    a.squeezed = row.flag(C::Squeezed);
    a.squeezeReason = row.text(C::SqueezeReason);
    a.label = row.text(C::Label);
    a.note = row.text(C::Note);
    a.source = row.text(C::Source);
    a.visit = row.id<VisitId>(C::VisitId);
    a.series = row.id<SeriesId>(C::SeriesId);
    a.session = row.id<AppointmentId>(C::SessionId);
    a.seats = int(row.number(C::Seats));
    a.zone = row.bytes(C::Zone);
    a.createdAt = row.instant(C::CreatedAt);
    readNames(row, a);
    return a;
}

QVariant AppointmentMirror::data(const QModelIndex& index, int role) const
{
    if (role == AppointmentRole) {
        return index.isValid() ? QVariant::fromValue(appointmentAt(index.row())) : QVariant();
    }
    return TableMirror::data(index, role);
}

const Appointment& AppointmentMirror::appointmentAt(int row) const
{
    const qint64 key = keyAt(row);
    auto found = m_read.constFind(key);
    if (found == m_read.constEnd()) {
        found = m_read.insert(key, appointmentFromRow(rowValues(row)));
    }
    return *found;
}

std::optional<Appointment> AppointmentMirror::appointment(AppointmentId id) const
{
    const int row = rowOf(id.value());
    return row < 0 ? std::nullopt : std::optional(appointmentAt(row));
}

void AppointmentMirror::rowChanged(qint64 key)
{
    m_read.remove(key);
}

void AppointmentMirror::rowRemoved(qint64 key)
{
    m_read.remove(key);
}

} // namespace frontdesk
