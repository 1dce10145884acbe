#include "models/booking/client_values.h"
#include "models/booking/place_values.h"
#include "models/booking/refusal.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace frontdesk
{

std::variant<ClientValues, RuleBroken> clientValues(const Handling& h, const QString& name, const QString& phone,
                                                    LocationId location)
{
    QString checkedName = name;
    QString checkedPhone = phone;
    if (const auto problem = checkText(checkedName, 400, false, QLatin1StringView("name")))
        return *problem;
    if (const auto problem = checkText(checkedPhone, 100, false, QLatin1StringView("phone")))
        return *problem;
    if (checkedName.isEmpty() && checkedPhone.isEmpty())
        return RuleBroken{QStringLiteral("text_empty"), false, QStringLiteral("name")};
    const Location* at = h.catalogue.location(location);
    if (!at && !h.catalogue.locations.empty())
        at = &h.catalogue.locations.front();
    return ClientValues{checkedName, readPhone(checkedPhone, at ? at->country : QByteArray())};
}

QVariantMap sqlValues(const ClientValues& client)
{
    return {{QStringLiteral("name"), client.name},
            {QStringLiteral("phone"), client.phone.typed},
            {QStringLiteral("phone_e164"), textOrNull(client.phone.e164)},
            {QStringLiteral("phone_last4"), textOrNull(client.phone.last4)}};
}

StorageError writeKeys(const Handling& h, qint64 id, qint64 version, const ClientValues& client)
{
    const auto freed = h.connection.run(QStringLiteral("delete_client_keys"), {{QStringLiteral("id"), id}});
    if (freed.error)
        return freed.error;
    const QStringList keys = h.keys.keysOf(client.name, client.phone);
    if (keys.isEmpty())
        return {};
    return h.connection
        .run(QStringLiteral("insert_client_keys"),
             {{QStringLiteral("id"), id},
              {QStringLiteral("version"), version},
              {QStringLiteral("keys"), QJsonDocument(QJsonArray::fromStringList(keys)).toJson(QJsonDocument::Compact)}})
        .error;
}

std::variant<Connection::Result, Attempt> clientToChange(const Handling& h, ClientId id, RowVersion seen)
{
    Connection::Result read =
        h.connection.run(QStringLiteral("client_for_edit"), {{QStringLiteral("id"), sqlValue(id)}});
    if (read.error)
        return failed(read.error);
    if (!read.query->next())
        return Attempt(Outcome(Gone{}));
    const RowVersion current(read.query->value(QStringLiteral("version")).toLongLong());
    if (current != seen)
        return whyAnotherClient(h, id, current);
    return read;
}

} // namespace frontdesk
