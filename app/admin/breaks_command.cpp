#include "app/admin/breaks_command.h"

#include "app/admin/answer.h"
#include "app/admin/booking_options.h"

#include "models/booking/misfits.h"
#include "models/booking/soft_rules.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BreaksCommand)
};

/// The date of an option that may be absent; false when what is typed is none.
bool readDate(const Session& session, const char* option, std::optional<QDate>& date)
{
    if (!session.arguments().has(QLatin1StringView(option)))
        return true;
    const auto read = readDate(session, QLatin1StringView(option));
    if (const auto* typed = std::get_if<QDate>(&read))
        date = *typed;
    return date.has_value();
}

QString nameOf(const Catalogue& catalogue, ResourceId id)
{
    const Resource* resource = catalogue.resource(id);
    return resource ? resource->name : QString();
}

QString wordOf(Reason::Kind kind)
{
    switch (kind) {
    case Reason::Kind::Closed:
        return Words::tr("the location is closed");
    case Reason::Kind::Hours:
        return Words::tr("outside of their hours");
    case Reason::Kind::Break:
        return Words::tr("in their break");
    case Reason::Kind::Closure:
        return Words::tr("closure");
    case Reason::Kind::TimeOff:
        return Words::tr("time off");
    default:
        return toCode(kind);
    }
}

/// "Ana Ruiz: time off from Mon … to Tue … (ill)"
QString textOf(const Reason& reason, const Catalogue& catalogue, const QByteArray& zone)
{
    QString text = Words::tr("%1 from %2 to %3")
                       .arg(wordOf(reason.kind), shortTime(reason.slot.start, zone), shortTime(reason.slot.end, zone));
    const QString name = nameOf(catalogue, reason.resource);
    if (!name.isEmpty())
        text.prepend(name + QStringLiteral(": "));
    if (!reason.text.isEmpty())
        text += QStringLiteral(" (%1)").arg(reason.text);
    return text;
}

/// Of a block the label, of a group session the service.
QString nameOf(const Appointment& row)
{
    if (!row.clientName.isEmpty())
        return row.clientName;
    return row.label.isEmpty() ? row.serviceName : row.label;
}

QString lineOf(const Misfit& misfit, const Catalogue& catalogue, const QByteArray& zone)
{
    const Appointment& row = misfit.row;
    QStringList reasons;
    for (const Reason& reason : misfit.reasons)
        reasons += textOf(reason, catalogue, zone);
    QStringList words{QString::number(row.id.value()), shortTime(row.slot.start, zone), nameOf(row), row.staffName,
                      reasons.join(QStringLiteral("; "))};
    words.removeAll(QString());
    if (!misfit.overrideReason.isEmpty())
        words += Words::tr("booked so: %1").arg(misfit.overrideReason);
    return words.join(QStringLiteral("  "));
}

QJsonObject jsonOf(const Misfit& misfit, const Catalogue& catalogue, const QByteArray& zone)
{
    const Appointment& row = misfit.row;
    QJsonArray reasons;
    for (const Reason& reason : misfit.reasons)
        reasons.append(QJsonObject{{QStringLiteral("rule"), QString(toCode(reason.kind))},
                                   {QStringLiteral("resource"), nameOf(catalogue, reason.resource)},
                                   {QStringLiteral("starts_at"), isoTime(reason.slot.start, zone)},
                                   {QStringLiteral("ends_at"), isoTime(reason.slot.end, zone)},
                                   {QStringLiteral("text"), reason.text}});
    return {{QStringLiteral("id"), row.id.value()},
            {QStringLiteral("name"), nameOf(row)},
            {QStringLiteral("version"), row.version.value()},
            {QStringLiteral("starts_at"), isoTime(row.slot.start, zone)},
            {QStringLiteral("ends_at"), isoTime(row.slot.end, zone)},
            {QStringLiteral("staff"), row.staffName},
            {QStringLiteral("override"), misfit.overrideReason},
            {QStringLiteral("reasons"), reasons}};
}

Exit runBreaks(Session& session)
{
    std::optional<QDate> from;
    std::optional<QDate> to;
    if (!readDate(session, "from", from) || !readDate(session, "to", to))
        return Exit::Usage;
    const OpenBook book = openBook(session, Patience::Long);
    if (!book.connection)
        return book.exit;
    const MisfitsRead read = findMisfits(*book.connection, *book.catalogue, session.now(), from, to);
    if (read.error)
        return session.fail(read.error);
    QJsonArray json;
    for (const Misfit& misfit : read.misfits) {
        const Location* location = book.catalogue->location(misfit.row.location);
        const QByteArray zone = location ? location->zone.id() : misfit.row.zone;
        json.append(jsonOf(misfit, *book.catalogue, zone));
        if (!session.wantsJson())
            printOutput(lineOf(misfit, *book.catalogue, zone));
    }
    if (session.wantsJson())
        session.printJson(json);
    else if (read.misfits.empty())
        printOutput(Words::tr("Every appointment fits."));
    return read.misfits.empty() ? Exit::Good : Exit::Refused;
}

} // namespace

Command breaksCommand()
{
    return {
        QStringLiteral("breaks"),
        Words::tr("Lists coming appointments that no longer fit hours, breaks, closures and time off"),
        {},
        {{QStringLiteral("from"), QStringLiteral("DATE"), Words::tr("the first day (from now on)")},
         {QStringLiteral("to"), QStringLiteral("DATE"), Words::tr("the last day (without end)")}},
        runBreaks,
        Words::tr("One line an appointment, and exit code 1 when there is one. Changes nothing: hours, closures and "
                  "time off that are saved after a booking refuse nothing.")};
}

} // namespace frontdesk::admin
