#include "models/interchange/business_plan.h"

#include "models/interchange/business_services.h"
#include "models/interchange/plan_tools.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BusinessPlan)
};

QString text(const QByteArray& ascii)
{
    return QString::fromLatin1(ascii);
}

void planBusinessRow(PlanTools& tools, const BusinessFile& file)
{
    if (!file.businessName && !file.undoSeconds)
        return;
    QVariantMap wanted;
    if (file.businessName)
        wanted.insert(QStringLiteral("name"), *file.businessName);
    if (file.undoSeconds)
        wanted.insert(QStringLiteral("undo_seconds"), *file.undoSeconds);
    const auto& present = tools.rows().business;
    const BusinessRow fresh{0, 0, {{QStringLiteral("name"), QString()}, {QStringLiteral("undo_seconds"), 180}}};
    tools.write(BusinessTable::Business, present.empty() ? nullptr : &present.front(), fresh.values, wanted,
                QStringLiteral("business"), file.businessName.value_or(QString()));
}

qint64 planLocation(PlanTools& tools, const BusinessFile::LocationEntry& entry)
{
    const BusinessRow* present = tools.find(tools.rows().locations, entry, [](const BusinessRow&) { return true; });
    if (!present && !entry.zone)
        tools.note(entry.path + QStringLiteral(".zone"), Words::tr("is missing; a new location needs one"));
    if (!present && !entry.currency)
        tools.note(entry.path + QStringLiteral(".currency"), Words::tr("is missing; a new location needs one"));
    QVariantMap wanted{{QStringLiteral("name"), entry.name}};
    if (entry.zone)
        wanted.insert(QStringLiteral("zone"), text(*entry.zone));
    if (entry.currency)
        wanted.insert(QStringLiteral("currency"), text(*entry.currency));
    if (entry.country)
        wanted.insert(QStringLiteral("country"), text(*entry.country));
    if (entry.hours)
        wanted.insert(QStringLiteral("hours"), text(toJson(*entry.hours)));
    if (entry.gridMinutes)
        wanted.insert(QStringLiteral("grid_minutes"), *entry.gridMinutes);
    if (entry.noticeMinutes)
        wanted.insert(QStringLiteral("notice_minutes"), *entry.noticeMinutes);
    const QVariantMap fresh{{QStringLiteral("country"), QStringLiteral("DE")},
                            {QStringLiteral("hours"), QStringLiteral("{}")},
                            {QStringLiteral("grid_minutes"), 15},
                            {QStringLiteral("notice_minutes"), 0}};
    tools.addRetired(wanted, present, entry.retired);
    return tools.write(BusinessTable::Location, present, fresh, wanted, entry.path, entry.name);
}

/// Initials of a name for the block's corner: the first letters of its first and last word.
QString initialsOf(const QString& name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const auto first = [](const QString& word) {
        return word.first(word.front().isHighSurrogate() ? std::min<qsizetype>(2, word.size()) : 1).toUpper();
    };
    if (words.isEmpty())
        return {};
    return words.size() == 1 ? first(words.front()) : first(words.front()) + first(words.back());
}

void planResource(PlanTools& tools, const BusinessFile::ResourceEntry& entry)
{
    const std::optional<qint64> location = tools.locationOf(entry);
    const QString kind = toCode(entry.kind);
    const BusinessRow* present = tools.find(tools.rows().resources, entry, [&](const BusinessRow& row) {
        return row.values.value(QStringLiteral("kind")) == kind &&
               (!location || row.values.value(QStringLiteral("location_id")) == *location);
    });
    if (present && present->values.value(QStringLiteral("kind")) != kind)
        tools.note(
            entry.path + QStringLiteral(".id"),
            Words::tr("belongs to a %1 in the book").arg(present->values.value(QStringLiteral("kind")).toString()));
    if (!present && !location && !entry.location)
        tools.note(entry.path + QStringLiteral(".location"), Words::tr("is missing; there are several locations"));
    QVariantMap wanted{{QStringLiteral("name"), entry.name}, {QStringLiteral("kind"), kind}};
    if (location && (!present || entry.location))
        wanted.insert(QStringLiteral("location_id"), *location);
    if (entry.initials)
        wanted.insert(QStringLiteral("initials"), *entry.initials);
    if (entry.capacity)
        wanted.insert(QStringLiteral("capacity"), *entry.capacity);
    if (entry.squeezeCapacity)
        wanted.insert(QStringLiteral("squeeze_capacity"), *entry.squeezeCapacity);
    if (entry.hours)
        wanted.insert(QStringLiteral("hours"), text(toJson(*entry.hours)));
    const QVariantMap fresh{{QStringLiteral("initials"), initialsOf(entry.name)},
                            {QStringLiteral("capacity"), 1},
                            {QStringLiteral("squeeze_capacity"), QVariant()},
                            {QStringLiteral("hours"), QStringLiteral("{}")},
                            {QStringLiteral("position"), tools.nextPosition()}};
    tools.addRetired(wanted, present, entry.retired);
    const qint64 id = tools.write(BusinessTable::Resource, present, fresh, wanted, entry.path, entry.name);
    for (const BusinessFile::Span& span : entry.timeOff)
        tools.planSpan(BusinessTable::TimeOff, id, tools.zoneOfResource(id), span, entry.name);
}

} // namespace

std::variant<BusinessPlan, Mistakes> planBusiness(const BusinessFile& file, const BusinessRows& rows, Instant now)
{
    PlanTools tools(file, rows, now);
    planBusinessRow(tools, file);
    std::vector<qint64> locations;
    for (const BusinessFile::LocationEntry& entry : file.locations)
        locations.push_back(planLocation(tools, entry));
    for (size_t i = 0; i < file.locations.size(); ++i) {
        for (const BusinessFile::Span& span : file.locations[i].closures)
            tools.planSpan(BusinessTable::Closure, locations[i], tools.zoneOfLocation(locations[i]), span,
                           file.locations[i].name);
    }
    for (const BusinessFile::ResourceEntry& entry : file.resources)
        planResource(tools, entry);
    for (const BusinessFile::ServiceEntry& entry : file.services)
        planService(tools, entry);
    return tools.take();
}

} // namespace frontdesk
