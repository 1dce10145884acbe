#include "models/booking/appointment_reader.h"

#include <QSqlQuery>
#include <QVariant>

namespace frontdesk
{
namespace
{

/// Reads columns by name.
class Row
{
public:
    explicit Row(const QSqlQuery& query) : m_query(query) {}

    [[nodiscard]] QString text(const char* column) const { return value(column).toString(); }
    [[nodiscard]] qint64 number(const char* column) const { return value(column).toLongLong(); }
    [[nodiscard]] bool flag(const char* column) const { return number(column) != 0; }
    [[nodiscard]] Instant instant(const char* column) const { return instantFromUnix(number(column)); }
    template <class SomeId>
    [[nodiscard]] SomeId id(const char* column) const
    {
        return SomeId(number(column));
    }
    [[nodiscard]] QVariant value(const char* column) const { return m_query.value(QLatin1StringView(column)); }

private:
    const QSqlQuery& m_query;
};

void readNames(const Row& row, Appointment& a)
{
    a.clientName = row.text("client_name");
    a.clientPhone = row.text("client_phone");
    a.clientAlert = row.text("client_alert");
    a.clientAlertStops = row.flag("client_alert_stops");
    a.serviceName = row.text("service_name");
    a.serviceColour = row.text("service_colour");
    a.staffName = row.text("staff_name");
    a.otherResources = row.text("other_resources");
    a.changedByName = row.text("changed_by_name");
    a.changedDesk = row.text("changed_desk");
    a.firstVisit = row.flag("first_visit");
    a.isDeskHold = row.flag("is_desk_hold");
}

void readStatus(const Row& row, Appointment& a)
{
    a.status = statusFromCode(row.text("status")).value_or(Status::Booked);
    a.statusAt = row.instant("status_at");
    a.statusReason = row.text("status_reason");
    a.confirmation = confirmationFromCode(row.text("confirmation")).value_or(Confirmation::NotAsked);
    if (!row.value("held_until").isNull())
        a.heldUntil = row.instant("held_until");
    a.squeezed = row.flag("squeezed");
    a.squeezeReason = row.text("squeeze_reason");
}

} // namespace

Appointment appointmentFrom(const QSqlQuery& query)
{
    const Row row(query);
    Appointment a;
    a.id = row.id<AppointmentId>("id");
    a.version = row.id<RowVersion>("version");
    a.location = row.id<LocationId>("location_id");
    a.client = row.id<ClientId>("client_id");
    a.service = row.id<ServiceId>("service_id");
    a.staff = row.id<ResourceId>("staff_id");
    a.slot = {row.instant("starts_at"), row.instant("ends_at")};
    a.bufferBefore = Seconds(row.number("buffer_before"));
    a.bufferAfter = Seconds(row.number("buffer_after"));
    a.takes = takesFromJson(row.text("takes").toUtf8()).value_or(Takes());
    a.price = {row.number("price_minor"), row.text("currency").toLatin1()};
    readStatus(row, a);
    a.label = row.text("label");
    a.note = row.text("note");
    a.source = row.text("source");
    a.visit = row.id<VisitId>("visit_id");
    a.series = row.id<SeriesId>("series_id");
    a.session = row.id<AppointmentId>("session_id");
    a.seats = int(row.number("seats"));
    a.zone = row.text("zone").toUtf8();
    a.createdAt = row.instant("created_at");
    readNames(row, a);
    return a;
}

} // namespace frontdesk
