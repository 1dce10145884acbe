#include "app/admin/answer.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AppointmentText)
};

QJsonValue idAndName(qint64 id, const QString& name)
{
    if (id == 0)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("name"), name}};
}

QJsonArray takesJson(const Appointment& appointment)
{
    QJsonArray array;
    for (const Take& take : appointment.takes) {
        const TimeSlot slot = take.at(appointment.slot.start);
        array.append(QJsonObject{{QStringLiteral("resource_id"), take.resource.value()},
                                 {QStringLiteral("starts_at"), isoTime(slot.start, appointment.zone)},
                                 {QStringLiteral("ends_at"), isoTime(slot.end, appointment.zone)},
                                 {QStringLiteral("units"), take.units}});
    }
    return array;
}

} // namespace

QString isoTime(Instant instant, const QByteArray& zone)
{
    const Zone known = Zone::fromId(zone).value_or(Zone::utc());
    const QDateTime local = known.toLocal(instant);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString shortTime(Instant instant, const QByteArray& zone)
{
    const Zone known = Zone::fromId(zone).value_or(Zone::utc());
    return QLocale::c().toString(known.toLocal(instant), QStringLiteral("ddd yyyy-MM-dd HH:mm"));
}

QJsonObject toJson(const Appointment& a)
{
    QJsonObject json{
        {QStringLiteral("id"), a.id.value()},
        {QStringLiteral("version"), a.version.value()},
        {QStringLiteral("status"), QString(toCode(a.status))},
        {QStringLiteral("status_reason"), a.statusReason},
        {QStringLiteral("confirmation"), QString(toCode(a.confirmation))},
        {QStringLiteral("location_id"), a.location.value()},
        {QStringLiteral("client"), idAndName(a.client.value(), a.clientName)},
        {QStringLiteral("service"), idAndName(a.service.value(), a.serviceName)},
        {QStringLiteral("staff"), idAndName(a.staff.value(), a.staffName)},
        {QStringLiteral("starts_at"), isoTime(a.slot.start, a.zone)},
        {QStringLiteral("ends_at"), isoTime(a.slot.end, a.zone)},
        {QStringLiteral("zone"), QString::fromLatin1(a.zone)},
        {QStringLiteral("minutes"), qint64(a.slot.length() / Minutes(1))},
        {QStringLiteral("takes"), takesJson(a)},
        {QStringLiteral("price"), double(a.price.minor) / std::pow(10.0, currencyDigits(a.price.currency))},
        {QStringLiteral("currency"), QString::fromLatin1(a.price.currency)},
        {QStringLiteral("squeezed"), a.squeezed},
        {QStringLiteral("squeeze_reason"), a.squeezeReason},
        {QStringLiteral("label"), a.label},
        {QStringLiteral("note"), a.note},
        {QStringLiteral("source"), a.source},
        {QStringLiteral("changed_by"), a.changedByName},
        {QStringLiteral("changed_desk"), a.changedDesk},
        {QStringLiteral("created_at"), isoTime(a.createdAt, a.zone)},
    };
    if (a.heldUntil)
        json.insert(QStringLiteral("held_until"), isoTime(*a.heldUntil, a.zone));
    return json;
}

QString toText(const Appointment& a)
{
    QString text;
    const auto line = [&text](const QString& word, const QString& value) {
        if (!value.isEmpty())
            text += (word + u':').leftJustified(14) + value + u'\n';
    };
    line(Words::tr("Appointment"), Words::tr("%1, version %2").arg(a.id.value()).arg(a.version.value()));
    const QString status = toCode(a.status);
    line(Words::tr("Status"),
         a.statusReason.isEmpty() ? status : QStringLiteral("%1 (%2)").arg(status, a.statusReason));
    line(Words::tr("When"),
         QStringLiteral("%1 – %2 (%3)")
             .arg(shortTime(a.slot.start, a.zone), shortTime(a.slot.end, a.zone).last(5), QString::fromLatin1(a.zone)));
    line(Words::tr("Client"), a.clientName);
    line(Words::tr("Phone"), a.clientPhone);
    line(Words::tr("Alert"), a.clientAlert);
    line(Words::tr("Block"), a.label);
    line(Words::tr("Service"), a.serviceName);
    line(Words::tr("With"), a.staffName);
    line(Words::tr("Keeps"), a.otherResources);
    if (a.service.isValid())
        line(Words::tr("Price"), formatMoney(a.price, QLocale::c()));
    line(Words::tr("Confirmation"), QString(toCode(a.confirmation)));
    line(Words::tr("Squeezed in"), a.squeezed ? a.squeezeReason : QString());
    line(Words::tr("Note"), a.note);
    const QString desk = a.changedDesk.isEmpty() ? QString() : QStringLiteral(", ") + a.changedDesk;
    line(Words::tr("Changed by"), a.changedByName.isEmpty() ? a.changedDesk : a.changedByName + desk);
    return text;
}

} // namespace frontdesk::admin
