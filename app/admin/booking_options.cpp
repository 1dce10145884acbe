#include "app/admin/booking_options.h"

#include "app/admin/names.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BookingOptions)
};

std::optional<qint64> positiveNumber(const QString& text)
{
    bool good = false;
    const qint64 number = text.toLongLong(&good);
    return good && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

Read<Instant> readTime(const Session& session, QLatin1StringView option, const Zone& zone)
{
    const QString text = session.arguments().value(option);
    const ParsedTime time = parseTime(text, zone);
    if (time.instant)
        return *time.instant;
    if (!parseTime(text, Zone::utc()).instant)
        return session.usage(Words::tr("--%1 must be a time such as 2026-11-23T10:00 or 2026-11-23T10:00+01:00; \"%2\" "
                                       "isn't (%3)")
                                 .arg(QString(option), text, time.problem));
    return session.refuse(Words::tr("--%1: %2 in %3 (%4). Add the offset that is meant, such as +01:00.")
                              .arg(QString(option), text, QString::fromLatin1(zone.id()), time.problem),
                          QStringLiteral("local_time"), {{QStringLiteral("field"), QString(option)}});
}

Read<QDate> readDate(const Session& session, QLatin1StringView option)
{
    const QString word = session.arguments().value(option);
    const QDate date = word.size() == 10 ? QDate::fromString(word, Qt::ISODate) : QDate();
    if (date.isValid())
        return date;
    return session.usage(Words::tr("--%1 must be a date such as 2026-11-23; \"%2\" isn't").arg(option, word));
}

Read<AppointmentId> readAppointmentId(const Session& session)
{
    if (const auto id = positiveNumber(session.arguments().positional(0)))
        return AppointmentId(*id);
    return session.usage(
        Words::tr("ID must be the number of an appointment; \"%1\" isn't").arg(session.arguments().positional(0)));
}

Read<RowVersion> readVersion(const Session& session)
{
    const QString text = session.arguments().value(QLatin1StringView("if-version"));
    if (const auto version = positiveNumber(text))
        return RowVersion(*version);
    return session.usage(
        Words::tr("--if-version must be the version that you saw (see show ID); \"%1\" isn't one").arg(text));
}

Read<ResourceId> readStaff(const Session& session, const Catalogue& catalogue)
{
    const auto found = findByName(QStringLiteral("--staff"), session.arguments().value(QLatin1StringView("staff")),
                                  nameables(catalogue, ResourceKind::Staff));
    if (const auto* problem = std::get_if<NameProblem>(&found))
        return refuse(session, *problem);
    return ResourceId(std::get<qint64>(found));
}

Read<ServiceId> readService(const Session& session, const Catalogue& catalogue)
{
    const auto found = findByName(QStringLiteral("--service"), session.arguments().value(QLatin1StringView("service")),
                                  nameables(catalogue.services));
    if (const auto* problem = std::get_if<NameProblem>(&found))
        return refuse(session, *problem);
    return ServiceId(std::get<qint64>(found));
}

Passing readPassing(const Session& session)
{
    Passing passing;
    passing.overrideReason = session.arguments().value(QLatin1StringView("override"));
    passing.squeezeReason = session.arguments().value(QLatin1StringView("squeeze"));
    passing.squeeze = !passing.squeezeReason.isEmpty();
    return passing;
}

OptionSpec versionOption()
{
    return {QStringLiteral("if-version"), QStringLiteral("V"),
            Words::tr("the version that you saw; another one now is answered \"stale\""), true};
}

std::vector<OptionSpec> passingOptions()
{
    return {{QStringLiteral("override"), QStringLiteral("REASON"),
             Words::tr("pass a soft rule (hours, breaks, closures, time off, notice, grid)")},
            {QStringLiteral("squeeze"), QStringLiteral("REASON"), Words::tr("use the squeeze-in capacity")}};
}

} // namespace frontdesk::admin
