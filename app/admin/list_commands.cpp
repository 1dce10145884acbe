#include "app/admin/lists.h"
#include "app/admin/open_book.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ListCommands)
};

QString retiredWord(bool retired)
{
    return retired ? Words::tr("retired") : QString();
}

Exit runServices(Session& session)
{
    const OpenBook book = openBook(session);
    if (!book.connection)
        return book.exit;
    const bool all = session.arguments().has(QLatin1StringView("all"));
    List list({Words::tr("id"), Words::tr("name"), Words::tr("category"), Words::tr("minutes"), Words::tr("price"),
               QString()});
    for (const Service& service : book.catalogue->services) {
        if (service.retired && !all)
            continue;
        const qint64 minutes = totalLength(service.steps) / Minutes(1);
        QJsonArray able;
        for (const ResourceId id : service.able)
            able.append(id.value());
        list.add({QString::number(service.id.value()), service.name, service.category, QString::number(minutes),
                  formatMoney(service.price, QLocale::c()), retiredWord(service.retired)},
                 {{QStringLiteral("id"), service.id.value()},
                  {QStringLiteral("name"), service.name},
                  {QStringLiteral("version"), service.version.value()},
                  {QStringLiteral("category"), service.category},
                  {QStringLiteral("minutes"), minutes},
                  {QStringLiteral("buffer_before_minutes"), qint64(service.bufferBefore / Minutes(1))},
                  {QStringLiteral("buffer_after_minutes"), qint64(service.bufferAfter / Minutes(1))},
                  {QStringLiteral("price"),
                   double(service.price.minor) / std::pow(10.0, currencyDigits(service.price.currency))},
                  {QStringLiteral("currency"), QString::fromLatin1(service.price.currency)},
                  {QStringLiteral("seats"), service.seats},
                  {QStringLiteral("online"), service.online},
                  {QStringLiteral("able"), able},
                  {QStringLiteral("retired"), service.retired}});
    }
    return list.print(session, Words::tr("There are no services yet; see business and demo."));
}

Exit runStaff(Session& session)
{
    const OpenBook book = openBook(session);
    if (!book.connection)
        return book.exit;
    const bool all = session.arguments().has(QLatin1StringView("all"));
    List list({Words::tr("id"), Words::tr("name"), Words::tr("kind"), Words::tr("location"), QString()});
    for (const Resource& resource : book.catalogue->resources) {
        if (!all && (resource.retired || resource.kind != ResourceKind::Staff))
            continue;
        const Location* location = book.catalogue->location(resource.location);
        const QString locationName = location ? location->name : QString();
        const QString kind = toCode(resource.kind);
        list.add(
            {QString::number(resource.id.value()), resource.name, kind, locationName, retiredWord(resource.retired)},
            {{QStringLiteral("id"), resource.id.value()},
             {QStringLiteral("name"), resource.name},
             {QStringLiteral("version"), resource.version.value()},
             {QStringLiteral("kind"), kind},
             {QStringLiteral("initials"), resource.initials},
             {QStringLiteral("capacity"), resource.capacity},
             {QStringLiteral("location_id"), resource.location.value()},
             {QStringLiteral("location"), locationName},
             {QStringLiteral("retired"), resource.retired}});
    }
    return list.print(session, Words::tr("There are no staff members yet; see business and demo."));
}

} // namespace

std::vector<Command> listCommands()
{
    return {
        {QStringLiteral("services"),
         Words::tr("Lists the services"),
         {},
         {{QStringLiteral("all"), {}, Words::tr("retired ones too")}},
         runServices,
         {}},
        {QStringLiteral("staff"),
         Words::tr("Lists the staff members"),
         {},
         {{QStringLiteral("all"), {}, Words::tr("rooms, equipment and retired ones too")}},
         runStaff,
         {}},
    };
}

} // namespace frontdesk::admin
