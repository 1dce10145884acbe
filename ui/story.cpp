#include "ui/story.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Story)
};

/// The changed values of one entry: {"starts_at": [old, new], …}.
class Changes
{
public:
    explicit Changes(const QByteArray& json) : m_values(QJsonDocument::fromJson(json).object()) {}

    [[nodiscard]] bool has(QLatin1StringView field) const { return m_values.contains(field); }
    [[nodiscard]] QJsonValue before(QLatin1StringView field) const { return m_values[field].toArray().at(0); }
    [[nodiscard]] QJsonValue after(QLatin1StringView field) const { return m_values[field].toArray().at(1); }

private:
    QJsonObject m_values;
};

QString statusWords(const QString& code, const QString& before)
{
    const auto status = statusFromCode(code);
    if (!status)
        return Words::tr("Changed");
    switch (*status) {
    case Status::Held:
        return Words::tr("Held");
    case Status::Booked:
        return before == QLatin1StringView("held") ? Words::tr("Booked") : Words::tr("Back to booked");
    case Status::Arrived:
        return Words::tr("Arrived");
    case Status::InService:
        return Words::tr("Service started");
    case Status::Completed:
        return Words::tr("Completed");
    case Status::NoShow:
        return Words::tr("No-show");
    case Status::Cancelled:
        return Words::tr("Cancelled");
    case Status::Expired:
        return Words::tr("Hold ran out");
    case Status::Parked:
        return Words::tr("Parked");
    }
    return {};
}

QString movedWords(const Changes& changes, const Zone& zone)
{
    const Instant from = instantFromUnix(qint64(changes.before(QLatin1StringView("starts_at")).toDouble()));
    const Instant to = instantFromUnix(qint64(changes.after(QLatin1StringView("starts_at")).toDouble()));
    const bool sameDay = zone.dateOf(from) == zone.dateOf(to);
    const auto text = [&](Instant at) {
        return sameDay ? timeText(at, zone) : shortDateText(zone.dateOf(at)) + QLatin1Char(' ') + timeText(at, zone);
    };
    return Words::tr("Moved %1 → %2").arg(text(from), text(to));
}

QString whatOf(const TimelineEntry& entry, const Catalogue& catalogue, const Zone& zone)
{
    const Changes changes(entry.changes);
    if (entry.action == QLatin1StringView("insert")) {
        const bool online = changes.after(QLatin1StringView("source")).toString() == QLatin1StringView("online");
        return online ? Words::tr("Booked online") : Words::tr("Booked");
    }
    QStringList parts;
    if (changes.has(QLatin1StringView("status")))
        parts << statusWords(changes.after(QLatin1StringView("status")).toString(),
                             changes.before(QLatin1StringView("status")).toString());
    if (changes.has(QLatin1StringView("starts_at")))
        parts << movedWords(changes, zone);
    else if (changes.has(QLatin1StringView("ends_at")))
        parts << Words::tr("Length changed");
    if (changes.has(QLatin1StringView("staff_id"))) {
        const Resource* staff =
            catalogue.resource(ResourceId(changes.after(QLatin1StringView("staff_id")).toInteger()));
        parts << Words::tr("Now with %1").arg(staff != nullptr ? staff->name : Words::tr("somebody else"));
    }
    if (changes.has(QLatin1StringView("service_id"))) {
        const Service* service =
            catalogue.service(ServiceId(changes.after(QLatin1StringView("service_id")).toInteger()));
        parts << Words::tr("Now %1").arg(service != nullptr ? service->name : Words::tr("another service"));
    }
    if (changes.has(QLatin1StringView("confirmation")) && parts.isEmpty()) {
        const auto to = confirmationFromCode(changes.after(QLatin1StringView("confirmation")).toString());
        parts << (to ? Words::tr("Confirmation: %1").arg(confirmationText(*to)) : Words::tr("Confirmation changed"));
    }
    if (changes.has(QLatin1StringView("price_minor")))
        parts << Words::tr("Price changed");
    if (changes.has(QLatin1StringView("note")))
        parts << Words::tr("Note changed");
    return parts.isEmpty() ? Words::tr("Changed") : parts.join(QStringLiteral(", "));
}

} // namespace

std::vector<StoryLine> storyOf(const std::vector<TimelineEntry>& entries, const Catalogue& catalogue, const Zone& zone,
                               Instant now)
{
    std::vector<StoryLine> lines;
    for (const TimelineEntry& entry : entries) {
        const QString day = dayWord(zone.dateOf(entry.at), zone.dateOf(now));
        QStringList who{day + QLatin1Char(' ') + timeText(entry.at, zone), entry.person, entry.desk};
        who.removeAll(QString());
        lines.push_back({whatOf(entry, catalogue, zone), who.join(QStringLiteral(" · "))});
    }
    return lines;
}

} // namespace frontdesk
