#include "app/admin/rezone_command.h"

#include "app/admin/answer.h"
#include "app/admin/names.h"
#include "app/admin/open_book.h"
#include "app/admin/people.h"

#include "models/booking/rezone.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RezoneCommand)
};

/// Which appointments: those of one location, and the zone that it takes.
struct Scope {
    std::optional<LocationId> location;
    std::optional<Zone> zone;
};

std::variant<Scope, Exit> readScope(const Session& session, const Catalogue& catalogue)
{
    Scope scope;
    if (const auto word = session.arguments().find(QLatin1StringView("location"))) {
        const auto found = findByName(QStringLiteral("--location"), *word, nameables(catalogue.locations));
        if (const auto* problem = std::get_if<NameProblem>(&found))
            return refuse(session, *problem);
        scope.location = LocationId(std::get<qint64>(found));
    }
    if (const auto word = session.arguments().find(QLatin1StringView("zone"))) {
        if (!scope.location)
            return session.usage(Words::tr("--zone needs --location: which location takes it?"));
        scope.zone = Zone::fromId(word->toUtf8());
        if (!scope.zone)
            return session.usage(
                Words::tr("--zone: \"%1\" is no time zone; write an IANA name such as Europe/Berlin").arg(*word));
    }
    return scope;
}

QString lineOf(const Rezoned& row, const QByteArray& zoneBefore)
{
    QString line = QStringLiteral("%1  %2 → %3")
                       .arg(row.id.value(), 8)
                       .arg(isoTime(row.before.start, zoneBefore), isoTime(row.after.start, row.zone));
    if (!row.client.isEmpty())
        line += QStringLiteral("  ") + row.client;
    if (row.inGap)
        line += Words::tr("  (the clocks skip the promised time)");
    return line;
}

QJsonObject jsonOf(const Rezoned& row, const QByteArray& zoneBefore)
{
    return {{QStringLiteral("id"), row.id.value()},
            {QStringLiteral("name"), row.client},
            {QStringLiteral("version"), row.version.value()},
            {QStringLiteral("starts_at_before"), isoTime(row.before.start, zoneBefore)},
            {QStringLiteral("starts_at"), isoTime(row.after.start, row.zone)},
            {QStringLiteral("skipped"), row.inGap}};
}

/// The list of what moves, and of what can't be read.
struct Told {
    QStringList lines;
    QJsonArray moves;
    QJsonArray unreadable;
};

Told tell(const RezonePlan& plan, const Catalogue& catalogue)
{
    Told told;
    for (const Rezoned& row : plan.rows) {
        const Location* location = catalogue.location(row.location);
        const QByteArray zone = location ? location->zone.id() : row.zone;
        told.lines += lineOf(row, zone);
        told.moves.append(jsonOf(row, zone));
    }
    for (const AppointmentId id : plan.unreadable) {
        told.lines += Words::tr("%1  its promised time or zone can't be read; move it by hand").arg(id.value(), 8);
        told.unreadable.append(id.value());
    }
    return told;
}

Exit runRezone(Session& session)
{
    const OpenBook book = openBook(session, Patience::Long);
    if (!book.connection)
        return book.exit;
    const auto scope = readScope(session, *book.catalogue);
    if (const auto* exit = std::get_if<Exit>(&scope))
        return *exit;
    const auto& [location, zone] = std::get<Scope>(scope);
    const Instant now = session.now();
    const RezonePlan plan = planRezone(*book.connection, now, location, zone);
    if (plan.error)
        return session.fail(plan.error);
    Told told = tell(plan, *book.catalogue);
    RezoneDone done;
    const bool isDryRun = session.arguments().has(QLatin1StringView("dry-run"));
    if (!isDryRun) {
        const PersonFound person = findPerson(session, *book.connection);
        if (!person.isGood)
            return person.exit;
        ProgressBar bar(Words::tr("Appointments"));
        done = rezone(*book.connection, senderOf(person, newCommandId()), now, location, zone,
                      [&bar](int moved, int total) { bar.show(moved, total); });
    }
    if (done.error)
        return session.fail(done.error, done.at.isValid()
                                            ? Words::tr("Nothing was moved: appointment %1").arg(done.at.value())
                                            : Words::tr("Nothing was moved"));
    told.lines += isDryRun ? Words::tr("Appointments that would change: %1. Nothing was changed.").arg(plan.rows.size())
                           : Words::tr("Appointments changed: %1.").arg(done.moved);
    if (done.spans > 0)
        told.lines += Words::tr("Closures and time off changed: %1.").arg(done.spans);
    const QJsonObject json{{QStringLiteral("moved"), done.moved},
                           {QStringLiteral("spans"), done.spans},
                           {QStringLiteral("appointments"), told.moves},
                           {QStringLiteral("unreadable"), told.unreadable}};
    session.good(told.lines.join(u'\n'), QStringLiteral("changed"), json);
    return plan.unreadable.empty() ? Exit::Good : Exit::Refused;
}

} // namespace

Command rezoneCommand()
{
    return {QStringLiteral("rezone"),
            Words::tr("Moves coming appointments whose promised wall time means another instant now"),
            {},
            {{QStringLiteral("location"), QStringLiteral("L"), Words::tr("only those of one location, by name or id")},
             {QStringLiteral("zone"), QStringLiteral("Z"), Words::tr("the location takes this zone (IANA name)")},
             {QStringLiteral("dry-run"), {}, Words::tr("only list what would move")}},
            runRezone,
            Words::tr(
                "After a change of a zone's rules; or, with --zone, to give a location another zone: who was promised\n"
                "10:00 comes at 10:00. Lists what it moves; moves all, or, when one is refused, nothing.")};
}

} // namespace frontdesk::admin
