#include "models/interchange/plan_tools.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BusinessPlan)
};

QString nameOf(const BusinessRow& row)
{
    return row.values.value(QStringLiteral("name")).toString();
}

bool isRetired(const BusinessRow& row)
{
    return !row.values.value(QStringLiteral("retired_at")).isNull();
}

const BusinessRow* byId(const std::vector<BusinessRow>& rows, qint64 id)
{
    const auto found = std::ranges::find(rows, id, &BusinessRow::id);
    return found == rows.end() ? nullptr : &*found;
}

/// The rows that matter of those that fit: the ones in use, or the retired where there are no others.
std::vector<const BusinessRow*> candidates(const std::vector<BusinessRow>& rows,
                                           const std::function<bool(const BusinessRow&)>& fits)
{
    std::vector<const BusinessRow*> found;
    for (const bool retired : {false, true}) {
        for (const BusinessRow& row : rows) {
            if (isRetired(row) == retired && fits(row))
                found.push_back(&row);
        }
        if (!found.empty())
            break;
    }
    return found;
}

QString idsOf(const std::vector<const BusinessRow*>& rows)
{
    QStringList ids;
    for (const BusinessRow* row : rows)
        ids += QString::number(row->id);
    return ids.join(QStringLiteral(", "));
}

void replace(std::vector<BusinessRow>& rows, const BusinessRow& row)
{
    const auto found = std::ranges::find(rows, row.id, &BusinessRow::id);
    if (found == rows.end())
        rows.push_back(row);
    else
        *found = row;
}

} // namespace

PlanTools::PlanTools(const BusinessFile& file, const BusinessRows& rows, Instant now)
    : m_file(file), m_rows(rows), m_now(now), m_locations(rows.locations), m_resources(rows.resources)
{
    for (const BusinessRow& row : rows.resources)
        m_lastPosition = std::max(m_lastPosition, row.values.value(QStringLiteral("position")).toLongLong());
}

void PlanTools::note(const QString& path, const QString& what)
{
    m_mistakes.push_back({m_file.source.lineOf(path), 0, path, what});
}

const BusinessRow* PlanTools::find(const std::vector<BusinessRow>& rows, const BusinessFile::Named& entry,
                                   const std::function<bool(const BusinessRow&)>& fits)
{
    if (entry.id) {
        const BusinessRow* row = byId(rows, *entry.id);
        if (!row)
            note(entry.path + QStringLiteral(".id"), Words::tr("no such row is in the book"));
        return row;
    }
    const auto found = candidates(rows, [&](const BusinessRow& row) { return nameOf(row) == entry.name && fits(row); });
    if (found.size() > 1)
        note(entry.path + QStringLiteral(".name"),
             Words::tr("stands in the book more than once (ids %1); add the \"id\" of the one that is meant")
                 .arg(idsOf(found)));
    return found.empty() ? nullptr : found.front();
}

qint64 PlanTools::write(BusinessTable table, const BusinessRow* present, const QVariantMap& fresh,
                        const QVariantMap& wanted, const QString& path, const QString& name)
{
    BusinessWrite write;
    write.table = table;
    write.path = path;
    write.name = name;
    write.values = present ? present->values : fresh;
    write.id = present ? present->id : m_nextNew--;
    write.seen = present ? present->version : 0;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const QVariant before = write.values.value(it.key());
        if (!present || before != it.value() || before.isNull() != it.value().isNull())
            write.changed += it.key();
        write.values.insert(it.key(), it.value());
    }
    if (present && std::ranges::any_of(m_plan, [&](const BusinessWrite& other) {
            return other.table == table && other.id == present->id;
        }))
        note(path, Words::tr("means the row %1 that another part of the file changes too").arg(present->id));
    const BusinessRow after{write.id, write.seen, write.values};
    if (table == BusinessTable::Location)
        replace(m_locations, after);
    else if (table == BusinessTable::Resource)
        replace(m_resources, after);
    if (!write.changed.isEmpty())
        m_plan.push_back(write);
    return write.id;
}

void PlanTools::addRetired(QVariantMap& wanted, const BusinessRow* present, std::optional<bool> retired) const
{
    const QString column = QStringLiteral("retired_at");
    const bool isSet = present && isRetired(*present);
    if (retired.value_or(isSet) != isSet)
        wanted.insert(column, *retired ? QVariant(toUnix(m_now)) : QVariant());
    else if (!present)
        wanted.insert(column, QVariant());
}

std::optional<qint64> PlanTools::locationOf(const BusinessFile::ResourceEntry& entry)
{
    const auto found = candidates(
        m_locations, [&](const BusinessRow& row) { return !entry.location || nameOf(row) == *entry.location; });
    if (found.size() == 1)
        return found.front()->id;
    if (entry.location && found.empty())
        note(entry.path + QStringLiteral(".location"),
             Words::tr("\"%1\" is no location of the file or the book").arg(*entry.location));
    else if (entry.location)
        note(entry.path + QStringLiteral(".location"),
             Words::tr("several locations are named \"%1\" (ids %2)").arg(*entry.location, idsOf(found)));
    else if (found.empty())
        note(entry.path, Words::tr("there is no location yet; the file must have one under \"locations\""));
    return {};
}

std::optional<qint64> PlanTools::resourceOf(const BusinessFile::ResourceRef& ref)
{
    if (ref.id) {
        if (byId(m_resources, *ref.id))
            return *ref.id;
        note(ref.path, Words::tr("no staff member, room or equipment has the id %1").arg(*ref.id));
        return {};
    }
    const auto found = candidates(m_resources, [&](const BusinessRow& row) {
        const BusinessRow* location = byId(m_locations, row.values.value(QStringLiteral("location_id")).toLongLong());
        return nameOf(row) == ref.name && (ref.location.isEmpty() || (location && nameOf(*location) == ref.location));
    });
    if (found.size() == 1)
        return found.front()->id;
    if (found.empty())
        note(ref.path, Words::tr("\"%1\" is no staff member, room or equipment of the file or the book").arg(ref.name));
    else
        note(ref.path,
             Words::tr("several are named \"%1\"; write {\"location\": …, \"name\": …} or the id").arg(ref.name));
    return {};
}

ResourceKind PlanTools::kindOf(qint64 resource) const
{
    const BusinessRow* row = byId(m_resources, resource);
    const QString kind = row ? row->values.value(QStringLiteral("kind")).toString() : QString();
    return resourceKindFromCode(kind).value_or(ResourceKind::Staff);
}

QByteArray PlanTools::zoneOfLocation(qint64 location) const
{
    const BusinessRow* row = byId(m_locations, location);
    return row ? row->values.value(QStringLiteral("zone")).toByteArray() : QByteArray();
}

QByteArray PlanTools::zoneOfResource(qint64 resource) const
{
    const BusinessRow* row = byId(m_resources, resource);
    return row ? zoneOfLocation(row->values.value(QStringLiteral("location_id")).toLongLong()) : QByteArray();
}

QByteArray PlanTools::commonCurrency() const
{
    QByteArray common;
    for (const BusinessRow* row : candidates(m_locations, [](const BusinessRow&) { return true; })) {
        const QByteArray currency = row->values.value(QStringLiteral("currency")).toByteArray();
        if (!common.isEmpty() && common != currency)
            return {};
        common = currency;
    }
    return common;
}

qint64 PlanTools::nextPosition()
{
    return ++m_lastPosition;
}

std::optional<Instant> PlanTools::spanEnd(const QString& text, const QString& path, const QByteArray& zone, bool isEnd)
{
    const auto known = Zone::fromId(zone);
    if (!known)
        return {}; // the location's own mistake, noted there
    const QDate date = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    if (date.isValid() && date.year() >= 1970)
        return isEnd ? known->day(date).end : known->day(date).start;
    const ParsedTime time = parseTime(text, *known);
    if (!time.instant)
        note(path,
             Words::tr("must be a date such as 2026-12-24 or a time such as 2026-12-24T14:00 (%1)").arg(time.problem));
    return time.instant;
}

void PlanTools::planSpan(BusinessTable table, qint64 owner, const QByteArray& zone, const BusinessFile::Span& span,
                         const QString& ownerName)
{
    const auto from = spanEnd(span.from, span.path + QStringLiteral(".from"), zone, false);
    const auto to = spanEnd(span.to, span.path + QStringLiteral(".to"), zone, true);
    if (!from || !to)
        return;
    if (*to <= *from) {
        note(span.path + QStringLiteral(".to"), Words::tr("must be after \"from\""));
        return;
    }
    const bool isClosure = table == BusinessTable::Closure;
    QVariantMap wanted{{isClosure ? QStringLiteral("location_id") : QStringLiteral("resource_id"), owner},
                       {QStringLiteral("starts_at"), toUnix(*from)},
                       {QStringLiteral("ends_at"), toUnix(*to)}};
    const auto found = candidates(isClosure ? m_rows.closures : m_rows.timeOff, [&](const BusinessRow& row) {
        return std::all_of(wanted.keyValueBegin(), wanted.keyValueEnd(),
                           [&](const auto& pair) { return row.values.value(pair.first) == pair.second; });
    });
    const BusinessRow* present = found.empty() ? nullptr : found.front();
    if (!present && span.retired)
        return;
    if (span.reason)
        wanted.insert(QStringLiteral("reason"), *span.reason);
    addRetired(wanted, present, span.retired);
    const QVariantMap fresh{{QStringLiteral("reason"), QString()}};
    write(table, present, fresh, wanted, span.path, QStringLiteral("%1, %2 – %3").arg(ownerName, span.from, span.to));
}

std::variant<BusinessPlan, Mistakes> PlanTools::take()
{
    if (!m_mistakes.empty())
        return std::move(m_mistakes);
    return std::move(m_plan);
}

} // namespace frontdesk
