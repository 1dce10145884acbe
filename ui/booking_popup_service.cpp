#include "ui/booking_popup_service.h"

#include "ui/words.h"

namespace frontdesk
{

QString stepsLine(const Steps& steps)
{
    QStringList parts;
    for (const Step& step : steps) {
        QString part = QString::number(step.length.count() / 60);
        if (!step.keepsBusy(ResourceKind::Staff))
            part = ServiceBox::tr("%1 developing").arg(part);
        parts.append(part);
    }
    return ServiceBox::tr("%1 min", "a length in minutes, or several joined by +")
        .arg(parts.join(QStringLiteral(" + ")));
}

ServiceBox::ServiceBox(QWidget* parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(18);
    setAccessibleName(tr("Service"));
}

void ServiceBox::offer(const Catalogue& catalogue, const Place& place)
{
    const ServiceId before = chosen();
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("Choose a service"), 0);
    for (const Service& service : catalogue.services) {
        const bool able = std::ranges::find(service.able, place.staff) != service.able.end();
        if (service.retired || !able || service.seats > 1)
            continue;
        addItem(QStringLiteral("%1 · %2").arg(service.name, stepsLine(service.steps)), service.id.value());
    }
    choose(before);
}

void ServiceBox::choose(ServiceId service)
{
    setCurrentIndex(std::max(0, findData(service.value())));
}

ServiceId ServiceBox::chosen() const
{
    return ServiceId(currentData().toLongLong());
}

QString ServiceBox::hint() const
{
    return count() > 1 ? tr("Choose a service with ↓ or its first letter")
                       : tr("No service is offered by this staff member yet: a manager adds them in the menu Manage");
}

bool isFree(const AppointmentMirror& rows, ResourceId resource, const TimeSlot& slot, Instant now, AppointmentId except)
{
    for (int row = 0; row < rows.rowCount(); ++row) {
        const Appointment& other = rows.appointmentAt(row);
        if (other.id == except || !claimsItsTime(other.status) || (other.heldUntil && *other.heldUntil <= now))
            continue;
        for (const Take& take : other.takes) {
            if (take.resource == resource && take.at(other.slot.start).overlaps(slot))
                return false;
        }
    }
    return true;
}

namespace
{

QString bufferLine(const Service& service)
{
    const qint64 before = service.bufferBefore.count() / 60;
    const qint64 after = service.bufferAfter.count() / 60;
    if (before && after)
        return ServiceBox::tr("%1 min buffer before, %2 min after").arg(before).arg(after);
    if (before)
        return ServiceBox::tr("%1 min buffer before").arg(before);
    return after ? ServiceBox::tr("%1 min buffer after").arg(after) : QString();
}

/// Rooms and equipment that the service needs: the first that is free, or that none is.
QStringList roomLines(const Catalogue& catalogue, const AppointmentMirror& rows, const TimeSlot& slot,
                      const Service& service, Instant now)
{
    QStringList lines;
    for (const ResourceKind kind : {ResourceKind::Room, ResourceKind::Equipment}) {
        if (std::ranges::none_of(service.steps, [&](const Step& step) { return step.keepsBusy(kind); }))
            continue;
        QString line = kind == ResourceKind::Room ? ServiceBox::tr("no room free") : ServiceBox::tr("no device free");
        for (ResourceId id : service.able) {
            const Resource* resource = catalogue.resource(id);
            if (resource && resource->kind == kind && !resource->retired && isFree(rows, id, slot, now)) {
                line = ServiceBox::tr("%1 free").arg(resource->name);
                break;
            }
        }
        lines.append(line);
    }
    return lines;
}

} // namespace

QString placeLine(const Catalogue& catalogue, const AppointmentMirror& rows, const Place& place, const Service& service,
                  Instant now)
{
    const Location* location = catalogue.location(place.location);
    const Zone zone = location ? location->zone : Zone::utc();
    const TimeSlot slot{place.start, place.start + totalLength(service.steps)};
    QStringList parts;
    if (const QString buffer = bufferLine(service); !buffer.isEmpty())
        parts.append(buffer);
    parts.append(roomLines(catalogue, rows, slot, service, now));
    const Appointment* next = nullptr;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const Appointment& other = rows.appointmentAt(row);
        if (other.staff == place.staff && !other.isDeskHold && claimsItsTime(other.status) &&
            other.slot.start >= place.start && zone.dateOf(other.slot.start) == zone.dateOf(place.start) &&
            (!next || other.slot.start < next->slot.start))
            next = &other;
    }
    if (next)
        parts.append(ServiceBox::tr("next: %1 %2").arg(titleOf(*next), timeText(next->slot.start, zone)));
    return parts.join(QStringLiteral(" · "));
}

QString clientBusyLine(const std::vector<Appointment>& appointments, const QString& client, const TimeSlot& slot,
                       const Zone& zone)
{
    QStringList lines;
    for (const Appointment& other : appointments) {
        const bool over = other.slot.overlaps(slot);
        if (!over && !other.slot.touches(slot))
            continue;
        const QString text = over ? ServiceBox::tr("%1 is already booked then: %2 %3 with %4")
                                  : ServiceBox::tr("%1 also has %2 %3 with %4");
        lines.append(text.arg(client, other.serviceName, timeText(other.slot, zone), other.staffName));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace frontdesk
