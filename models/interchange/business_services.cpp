#include "models/interchange/business_services.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BusinessPlan)
};

/// Price and currency belong together: an amount is read in the currency that the service will have.
void addPrice(PlanTools& tools, const BusinessFile::ServiceEntry& entry, const BusinessRow* present,
              QVariantMap& wanted)
{
    const QByteArray before = present ? present->values.value(QStringLiteral("currency")).toByteArray() : QByteArray();
    const QByteArray currency = entry.currency ? *entry.currency : present ? before : tools.commonCurrency();
    const QString path = entry.path + QStringLiteral(".price");
    if (currency.isEmpty()) {
        tools.note(entry.path + QStringLiteral(".currency"),
                   Words::tr("is missing; the locations have none in common"));
        return;
    }
    wanted.insert(QStringLiteral("currency"), QString::fromLatin1(currency));
    if (!entry.price) {
        if (!present)
            tools.note(path, Words::tr("is missing; a new service needs one"));
        else if (currency != before)
            tools.note(path, Words::tr("is missing; the currency changes with it"));
        return;
    }
    if (const auto money = parseMoney(*entry.price, currency, QLocale::c()))
        wanted.insert(QStringLiteral("price_minor"), money->minor);
    else
        tools.note(path, Words::tr("must be an amount of %1 such as \"%2\"")
                             .arg(QString::fromLatin1(currency), QString::number(42.0, 'f', currencyDigits(currency))));
}

/// False when somebody of the list isn't known.
bool addAble(PlanTools& tools, const BusinessFile::ServiceEntry& entry, QVariantMap& wanted)
{
    QSet<qint64> ids;
    bool isWhole = true;
    for (const BusinessFile::ResourceRef& ref : *entry.able) {
        const auto id = tools.resourceOf(ref);
        if (id && ids.contains(*id))
            tools.note(ref.path, Words::tr("is given twice"));
        if (id)
            ids.insert(*id);
        isWhole = isWhole && id;
    }
    std::vector<qint64> sorted(ids.begin(), ids.end());
    std::ranges::sort(sorted);
    QJsonArray array;
    for (const qint64 id : sorted)
        array.append(id);
    wanted.insert(QStringLiteral("able"), QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
    return isWhole;
}

/// Nobody could book a service whose steps keep a room busy when no room is able to host it.
void checkAble(PlanTools& tools, const BusinessFile::ServiceEntry& entry, const QVariantMap& values)
{
    const auto steps = stepsFromJson(values.value(QStringLiteral("steps")).toString().toUtf8());
    const QJsonArray able = QJsonDocument::fromJson(values.value(QStringLiteral("able")).toString().toUtf8()).array();
    for (const ResourceKind kind : {ResourceKind::Staff, ResourceKind::Room, ResourceKind::Equipment}) {
        const bool isKept =
            steps && std::ranges::any_of(*steps, [&](const Step& step) { return step.keepsBusy(kind); });
        const bool isThere =
            std::ranges::any_of(able, [&](const QJsonValue& id) { return tools.kindOf(id.toInteger()) == kind; });
        if (isKept && !isThere)
            tools.note(entry.path + QStringLiteral(".able"),
                       Words::tr("has no %1, but a step keeps one busy").arg(QString(toCode(kind))));
    }
}

} // namespace

void planService(PlanTools& tools, const BusinessFile::ServiceEntry& entry)
{
    const BusinessRow* present = tools.find(tools.rows().services, entry, [](const BusinessRow&) { return true; });
    QVariantMap wanted{{QStringLiteral("name"), entry.name}};
    addPrice(tools, entry, present, wanted);
    if (!present && !entry.steps)
        tools.note(entry.path + QStringLiteral(".steps"), Words::tr("is missing; a new service needs them"));
    if (!present && !entry.able)
        tools.note(entry.path + QStringLiteral(".able"),
                   Words::tr("is missing; a new service needs to know who can do it"));
    if (entry.category)
        wanted.insert(QStringLiteral("category"), *entry.category);
    if (entry.colour)
        wanted.insert(QStringLiteral("colour"), *entry.colour);
    if (entry.steps)
        wanted.insert(QStringLiteral("steps"), QString::fromUtf8(toJson(*entry.steps)));
    const bool isAbleKnown = !entry.able || addAble(tools, entry, wanted);
    if (entry.bufferBefore)
        wanted.insert(QStringLiteral("buffer_before"), qint64(entry.bufferBefore->count()));
    if (entry.bufferAfter)
        wanted.insert(QStringLiteral("buffer_after"), qint64(entry.bufferAfter->count()));
    if (entry.seats)
        wanted.insert(QStringLiteral("seats"), *entry.seats);
    if (entry.online)
        wanted.insert(QStringLiteral("online"), qint64(*entry.online));
    const QVariantMap fresh{
        {QStringLiteral("category"), QString()},      {QStringLiteral("colour"), QStringLiteral("#2f6fed")},
        {QStringLiteral("buffer_before"), qint64(0)}, {QStringLiteral("buffer_after"), qint64(0)},
        {QStringLiteral("seats"), qint64(1)},         {QStringLiteral("online"), qint64(0)}};
    tools.addRetired(wanted, present, entry.retired);
    QVariantMap values = present ? present->values : fresh;
    values.insert(wanted);
    if (isAbleKnown && (entry.able || entry.steps) && values.contains(QStringLiteral("steps")) &&
        values.contains(QStringLiteral("able")))
        checkAble(tools, entry, values);
    tools.write(BusinessTable::Service, present, fresh, wanted, entry.path, entry.name);
}

} // namespace frontdesk
