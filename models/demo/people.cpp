#include "models/demo/people.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace frontdesk::demo
{
namespace
{

template <class Weighted>
const Weighted& pickByWeight(const std::vector<Weighted>& values, int sum, Random& random)
{
    int left = random.below(sum);
    for (const Weighted& value : values) {
        left -= value.weight;
        if (left < 0)
            return value;
    }
    return values.back();
}

} // namespace

People::People(const Texts& texts, const QByteArray& country) : m_texts(texts), m_country(country)
{
    const QJsonObject root = QJsonDocument::fromJson(demoFile(QStringLiteral("names.json"))).object();
    const auto parts = [](const QJsonValue& array) {
        std::vector<Part> list;
        for (const QJsonValue value : array.toArray()) {
            const QString written = value[0].toString();
            list.push_back({written, value.toArray().size() > 1 ? value[1].toString() : written.toLower()});
        }
        return list;
    };
    for (const QJsonValue value : root[QLatin1StringView("scripts")].toArray()) {
        m_scripts.push_back(
            {value[QLatin1StringView("language")].toString(), value[QLatin1StringView("separator")].toString(),
             value[QLatin1StringView("familyFirst")].toBool(), value[QLatin1StringView("weight")].toInt(),
             parts(value[QLatin1StringView("given")]), parts(value[QLatin1StringView("family")])});
        m_scriptWeights += m_scripts.back().weight;
    }
    for (const QJsonValue value : root[QLatin1StringView("phones")].toArray()) {
        m_phones.push_back({value[QLatin1StringView("prefix")].toString(), value[QLatin1StringView("local")].toString(),
                            value[QLatin1StringView("digits")].toInt(), value[QLatin1StringView("weight")].toInt()});
        m_phoneWeights += m_phones.back().weight;
    }
}

QString People::phone(Random& random) const
{
    const Phones& phones = pickByWeight(m_phones, m_phoneWeights, random);
    const bool typedLocally = m_country == "DE" && !phones.local.isEmpty() && random.chance(0.6);
    QString end;
    for (int i = 0; i < phones.digits; ++i)
        end += QChar(u'0' + random.below(10));
    return (typedLocally ? phones.local : phones.prefix) + end;
}

QString People::nameOf(const Script& script, const Part& given, const Part& family)
{
    return script.familyFirst ? family.written + script.separator + given.written
                              : given.written + script.separator + family.written;
}

NewClient People::client(Random& random) const
{
    const Script& script = pickByWeight(m_scripts, m_scriptWeights, random);
    return clientOf(script, random.pick(script.family), random);
}

std::pair<NewClient, NewClient> People::family(Random& random) const
{
    const Script& script = pickByWeight(m_scripts, m_scriptWeights, random);
    const Part& name = random.pick(script.family);
    NewClient child;
    child.name = nameOf(script, random.pick(script.given), name);
    child.language = script.language;
    return {clientOf(script, name, random), child};
}

NewClient People::clientOf(const Script& script, const Part& family, Random& random) const
{
    const Part& given = random.pick(script.given);
    NewClient client;
    client.name = nameOf(script, given, family);
    client.language = script.language;
    if (random.chance(0.94))
        client.phone = phone(random);
    if (random.chance(0.6)) {
        client.email = QStringLiteral("%1.%2%3@example.org").arg(given.latin, family.latin).arg(random.below(100));
    }
    if (random.chance(0.07)) {
        const Texts::Alert& alert = random.pick(m_texts.alerts);
        client.alert = alert.text;
        client.alertStops = alert.stops;
    }
    if (random.chance(0.15))
        client.note = random.pick(m_texts.clientNotes);
    return client;
}

QString People::staffName(Random& random) const
{
    return client(random).name;
}

} // namespace frontdesk::demo
