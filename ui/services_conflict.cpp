#include "ui/services_conflict.h"

#include "ui/booking_popup_service.h"
#include "ui/refusal_text.h"
#include "ui/services_text.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(frontdesk::ServicesConflict)

public:
    CataloguePtr catalogue;

    [[nodiscard]] static QString name(const ConflictGroup& group)
    {
        const QHash<QString, QString> names{
            {QStringLiteral("name"), tr("Name")},      {QStringLiteral("category"), tr("Category")},
            {QStringLiteral("steps"), tr("Duration")}, {QStringLiteral("buffers"), tr("Buffer before · after")},
            {QStringLiteral("price"), tr("Price")},    {QStringLiteral("able"), tr("Staff and needs")},
            {QStringLiteral("colour"), tr("Colour")},  {QStringLiteral("online"), tr("Online")},
            {QStringLiteral("active"), tr("Active")}};
        return names.value(group.key, group.key);
    }
    [[nodiscard]] QString value(const ConflictGroup& group, const QVariantMap& row) const
    {
        const auto number = [&](qsizetype field) { return row.value(group.fields[field]).toLongLong(); };
        const auto text = [&](qsizetype field) { return row.value(group.fields[field]).toString(); };
        if (group.key == QLatin1StringView("steps"))
            return stepsLine(stepsFromJson(text(0).toUtf8()).value_or(Steps{}));
        if (group.key == QLatin1StringView("buffers"))
            return buffersLine({Seconds(number(0)), Seconds(number(1))});
        if (group.key == QLatin1StringView("price"))
            return formatMoney({number(0), text(1).toLatin1()}, QLocale());
        if (group.key == QLatin1StringView("online"))
            return number(0) ? tr("yes") : tr("no");
        if (group.key == QLatin1StringView("active"))
            return row.value(group.fields[0]).isNull() ? tr("yes") : tr("retired");
        if (group.key != QLatin1StringView("able"))
            return text(0);
        std::vector<ResourceId> able;
        for (const QVariant& id : row.value(group.fields[0]).toList())
            able.push_back(ResourceId(id.toLongLong()));
        QStringList parts{resourcesLine(*catalogue, able, true), resourcesLine(*catalogue, able, false)};
        parts.removeAll({});
        return parts.join(QStringLiteral("; "));
    }
};

} // namespace

ConflictStory serviceStory(const Conflict& conflict, const VersionConflict& theirs, const CataloguePtr& catalogue,
                           Instant now)
{
    const Words words{catalogue};
    const Zone zone = catalogue->locations.empty() ? Zone::utc() : catalogue->locations.front().zone;
    const bool knowsWhen = theirs.changedAt != Instant();
    ConflictStory story;
    story.title = Words::tr("Somebody else changed this service");
    const QString who = whoText(theirs.changedBy, theirs.changedDesk);
    story.subtitle = QStringLiteral("%1 · %2").arg(
        conflict.opened().value(QStringLiteral("name")).toString(),
        knowsWhen ? Words::tr("%1 saved it %2, while you were editing").arg(who, agoText(theirs.changedAt, now, zone))
                  : Words::tr("%1 saved it, while you were editing").arg(who));
    story.theirName = theirs.changedBy.isEmpty() ? whoText({}, theirs.changedDesk) : theirs.changedBy;
    story.theirsHeading =
        knowsWhen ? QStringLiteral("%1, %2").arg(story.theirName, timeText(theirs.changedAt, zone)) : story.theirName;
    story.openedHeading = Words::tr("before version %1").arg(theirs.current.version.value());
    story.name = &Words::name;
    story.words = [words](const ConflictGroup& group, const QVariantMap& row,
                          const QVariantMap& opened) -> ConflictText {
        const QString text = words.value(group, row);
        if (text.isEmpty())
            return {};
        return {{{text, text != words.value(group, opened)}}};
    };
    story.savesAs = [words](const Conflict& decided) {
        QStringList parts;
        for (const Conflict::Line& line : decided.lines()) {
            if (line.side == Conflict::Side::Undecided)
                return Words::tr("choose %1").arg(Words::name(line.group).toLower());
            if (line.mineChanged || line.theirsChanged)
                parts.append(words.value(line.group, decided.result()));
        }
        parts.removeAll({});
        return parts.join(QStringLiteral(" · "));
    };
    return story;
}

} // namespace frontdesk
