#include "ui/refusal_text.h"

#include "ui/words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(frontdesk::Refusal)
};

struct RuleWords {
    const char* rule;
    const char* words;
};

constexpr RuleWords rules[] = {
    {"hours", QT_TRANSLATE_NOOP("frontdesk::Refusal", "Outside the working hours")},
    {"closed", QT_TRANSLATE_NOOP("frontdesk::Refusal", "The location is closed then")},
    {"break", QT_TRANSLATE_NOOP("frontdesk::Refusal", "That is a break")},
    {"closure", QT_TRANSLATE_NOOP("frontdesk::Refusal", "The location is closed that day")},
    {"time_off", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This staff member is off then")},
    {"notice", QT_TRANSLATE_NOOP("frontdesk::Refusal", "Too short notice")},
    {"past", QT_TRANSLATE_NOOP("frontdesk::Refusal", "That time has passed")},
    {"grid", QT_TRANSLATE_NOOP("frontdesk::Refusal", "Not on the grid of start times")},
    {"staff_unable", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This staff member doesn't do this service")},
    {"no_room", QT_TRANSLATE_NOOP("frontdesk::Refusal", "No room or equipment for this service is free then")},
    {"service_retired", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This service is no longer offered")},
    {"resource_retired", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This staff member or room is no longer in use")},
    {"client_retired", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This client was merged into another or erased")},
    {"status_way",
     QT_TRANSLATE_NOOP("frontdesk::Refusal", "The appointment can't go from its present status to that one")},
    {"no_show_before_start", QT_TRANSLATE_NOOP("frontdesk::Refusal", "A no-show is possible only after the start")},
    {"length", QT_TRANSLATE_NOOP("frontdesk::Refusal", "It must end after it starts and last a day at most")},
    {"squeeze_reason", QT_TRANSLATE_NOOP("frontdesk::Refusal", "Squeezing somebody in needs a reason")},
    {"squeeze_person",
     QT_TRANSLATE_NOOP("frontdesk::Refusal", "Only a receptionist or a manager may squeeze somebody in")},
    {"squeeze_online", QT_TRANSLATE_NOOP("frontdesk::Refusal", "Nobody is squeezed in online")},
    {"override_person",
     QT_TRANSLATE_NOOP("frontdesk::Refusal", "Only a receptionist or a manager may book against the rule")},
    {"squeeze_capacity", QT_TRANSLATE_NOOP("frontdesk::Refusal", "Nobody more can be squeezed in there")},
    {"seats_full", QT_TRANSLATE_NOOP("frontdesk::Refusal", "No seat is left in this group")},
    {"capacity", QT_TRANSLATE_NOOP("frontdesk::Refusal", "Bookings stand in the way of a smaller capacity")},
    {"booking_key", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This booking was sent before with other details")},
    {"key_reused", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This booking was sent before with other details")},
    {"phone", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This is no phone number")},
    {"name", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This name can't be stored")},
    {"client_name", QT_TRANSLATE_NOOP("frontdesk::Refusal", "A client needs a name or a phone number")},
    {"text", QT_TRANSLATE_NOOP("frontdesk::Refusal", "The text has a character that can't be stored")},
    {"steps", QT_TRANSLATE_NOOP("frontdesk::Refusal", "The steps of the service can't be read")},
    {"immutable", QT_TRANSLATE_NOOP("frontdesk::Refusal", "This can't be changed after booking")},
};

} // namespace

QString ruleText(const QString& rule)
{
    for (const RuleWords& known : rules) {
        if (rule == QLatin1StringView(known.rule))
            return Words::tr(known.words);
    }
    return Words::tr("The book's rule “%1” is against it").arg(rule);
}

QString whoText(const QString& person, const QString& desk)
{
    if (!person.isEmpty() && !desk.isEmpty())
        return Words::tr("%1 at %2").arg(person, desk);
    if (!person.isEmpty() || !desk.isEmpty())
        return person.isEmpty() ? desk : person;
    return Words::tr("somebody");
}

QString agoText(Instant then, Instant now, const Zone& zone)
{
    const qint64 seconds = std::max<qint64>(0, (now - then).count());
    if (seconds < 5)
        return Words::tr("just now");
    if (seconds < 60)
        return Words::tr("%n seconds ago", nullptr, int(seconds));
    if (seconds < 120)
        return Words::tr("a minute ago");
    if (seconds < 3600)
        return Words::tr("%n minutes ago", nullptr, int(seconds / 60));
    if (seconds < 7200)
        return Words::tr("an hour ago");
    if (zone.dateOf(then) == zone.dateOf(now))
        return Words::tr("%n hours ago", nullptr, int(seconds / 3600));
    return Words::tr("on %1").arg(shortDateText(zone.dateOf(then)));
}

Zone zoneOf(const Catalogue& catalogue, LocationId location)
{
    const Location* found = catalogue.location(location);
    return found ? found->zone : Zone::utc();
}

QString staffName(const Catalogue& catalogue, ResourceId staff)
{
    const Resource* found = catalogue.resource(staff);
    return found ? found->name : QString();
}

QString distanceText(Instant from, Instant to, const Zone& zone)
{
    if (from == to)
        return Words::tr("same time");
    if (zone.dateOf(from) != zone.dateOf(to))
        return shortDateText(zone.dateOf(to));
    return to > from ? Words::tr("%1 later").arg(lengthText(to - from))
                     : Words::tr("%1 earlier").arg(lengthText(from - to));
}

namespace
{

struct Refusal {
    const Catalogue& catalogue;
    Instant now;

    QString operator()(const Done&) const { return {}; }
    QString operator()(const VersionConflict& conflict) const
    {
        const Zone zone = zoneOf(catalogue, conflict.current.location);
        return Words::tr("%1 changed it %2")
            .arg(whoText(conflict.changedBy, conflict.changedDesk), agoText(conflict.changedAt, now, zone));
    }
    QString operator()(const Gone&) const { return Words::tr("It is no longer in the book"); }
    QString operator()(const SlotTaken& taken) const
    {
        QString by = taken.byWhat.isEmpty() ? whoText(taken.byPerson, taken.byDesk) : taken.byWhat;
        if (taken.resourceName.isEmpty())
            return Words::tr("Taken by %1").arg(by);
        return Words::tr("%1 is taken by %2").arg(taken.resourceName, by);
    }
    QString operator()(const RuleBroken& broken) const { return ruleText(broken.rule); }
    QString operator()(const Forbidden&) const { return Words::tr("Your login may not do this; ask a manager"); }
    QString operator()(const StorageFailed& failed) const
    {
        if (failed.unreachable)
            return Words::tr("The database can't be reached; nothing typed is lost, try again");
        if (failed.diskFull)
            return Words::tr("The disk that holds the book is full: nothing was saved, nothing typed is lost. Free "
                             "some space and try again");
        return Words::tr("The database could not save it: %1").arg(failed.text);
    }
};

} // namespace

QString refusalText(const Outcome& outcome, const Catalogue& catalogue, Instant now)
{
    return std::visit(Refusal{catalogue, now}, outcome);
}

} // namespace frontdesk
