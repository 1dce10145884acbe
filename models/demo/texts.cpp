#include "models/demo/texts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

// Q_INIT_RESOURCE declares a function of the global namespace.
static void initialise()
{
    Q_INIT_RESOURCE(demo);
}

namespace frontdesk::demo
{
namespace
{

QString text(const QJsonValue& object, const char* key)
{
    return object[QLatin1StringView(key)].toString();
}

int number(const QJsonValue& object, const char* key)
{
    return object[QLatin1StringView(key)].toInt();
}

QStringList strings(const QJsonValue& array)
{
    QStringList list;
    for (const QJsonValue value : array.toArray())
        list += value.toString();
    return list;
}

/// [[35, "staff", "room"], …]: minutes and what they keep busy.
Steps stepsOf(const QJsonValue& value)
{
    Steps steps;
    for (const QJsonValue entry : value.toArray()) {
        const QJsonArray parts = entry.toArray();
        Step step{Minutes(parts[0].toInt()), {}};
        for (qsizetype i = 1; i < parts.size(); ++i)
            step.keeps.push_back(*resourceKindFromCode(parts[i].toString()));
        steps.push_back(std::move(step));
    }
    return steps;
}

Texts::ServiceText serviceOf(const QJsonValue& value)
{
    Texts::ServiceText service;
    service.name = text(value, "name");
    service.category = text(value, "category");
    service.colour = text(value, "colour");
    service.price = number(value, "price");
    service.weight = number(value, "weight");
    service.online = value[QLatin1StringView("online")].toBool();
    service.seats = std::max(1, number(value, "seats"));
    service.steps = stepsOf(value[QLatin1StringView("steps")]);
    service.before = Minutes(number(value, "before"));
    service.after = Minutes(number(value, "after"));
    return service;
}

} // namespace

QByteArray demoFile(const QString& name)
{
    static std::once_flag once;
    std::call_once(once, initialise);
    QFile file(QStringLiteral(":/demo/") + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

Texts readTexts()
{
    const QJsonObject root = QJsonDocument::fromJson(demoFile(QStringLiteral("salon.json"))).object();
    const auto array = [&root](const char* key) { return root[QLatin1StringView(key)].toArray(); };
    Texts texts;
    texts.location = text(root, "location");
    texts.staff = strings(array("staff"));
    texts.receptionists = strings(array("receptionists"));
    for (const QJsonValue role : array("roles")) {
        texts.roles.push_back({strings(role[QLatin1StringView("services")]),
                               QTime::fromString(text(role, "break"), QStringLiteral("HH:mm")),
                               Minutes(number(role, "minutes"))});
    }
    for (const QJsonValue service : array("services"))
        texts.services.push_back(serviceOf(service));
    for (const QJsonValue alert : array("alerts"))
        texts.alerts.push_back({text(alert, "text"), alert[QLatin1StringView("stops")].toBool()});
    for (const QJsonValue day : array("closures"))
        texts.holidays.push_back({number(day, "month"), number(day, "day"), number(day, "days"), text(day, "reason")});
    texts.clientNotes = strings(array("clientNotes"));
    texts.notes = strings(array("notes"));
    texts.cancelReasons = strings(array("cancelReasons"));
    texts.noShowReasons = strings(array("noShowReasons"));
    texts.blocks = strings(array("blocks"));
    texts.squeezeReasons = strings(array("squeezeReasons"));
    return texts;
}

} // namespace frontdesk::demo
