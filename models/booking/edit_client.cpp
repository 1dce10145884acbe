#include "models/booking/client_values.h"
#include "models/booking/place_values.h"

namespace frontdesk
{
namespace
{

struct StoredClient {
    ClientValues values;
    QString alert;
    bool alertStops = false;
    QString note;
    bool erased = false;
};

StoredClient clientFrom(const QSqlQuery& row)
{
    const auto text = [&](const char* column) { return row.value(QLatin1StringView(column)).toString(); };
    StoredClient client;
    client.values.name = text("name");
    client.values.phone = {text("phone"), text("phone_e164"), {}, text("phone_last4")};
    client.alert = text("alert");
    client.alertStops = row.value(QStringLiteral("alert_stops")).toInt() != 0;
    client.note = text("note");
    client.erased = !row.value(QStringLiteral("erased_at")).isNull();
    return client;
}

std::variant<StoredClient, RuleBroken> edited(const Handling& h, const StoredClient& before, const EditClient& c)
{
    StoredClient after = before;
    const auto checked =
        clientValues(h, c.name.value_or(before.values.name), c.phone.value_or(before.values.phone.typed), c.location);
    if (const auto* problem = std::get_if<RuleBroken>(&checked))
        return *problem;
    after.values = std::get<ClientValues>(checked);
    if (!c.phone) { // what was read from it when it was typed stays
        after.values.phone.e164 = before.values.phone.e164;
        after.values.phone.last4 = before.values.phone.last4;
    }
    after.alert = c.alert.value_or(before.alert);
    after.note = c.note.value_or(before.note);
    after.alertStops = c.alertStops.value_or(before.alertStops);
    if (auto problem = checkText(after.alert, 1000, true, QLatin1StringView("alert")))
        return *problem;
    if (auto problem = checkText(after.note, 10000, true, QLatin1StringView("note")))
        return *problem;
    return after;
}

bool isSame(const StoredClient& a, const StoredClient& b)
{
    return a.values.name == b.values.name && a.values.phone.typed == b.values.phone.typed &&
           a.values.phone.e164 == b.values.phone.e164 && a.values.phone.last4 == b.values.phone.last4 &&
           a.alert == b.alert && a.alertStops == b.alertStops && a.note == b.note;
}

Attempt save(const Handling& h, const EditClient& c, const StoredClient& client)
{
    QVariantMap values = signedValues(h);
    values.insert(sqlValues(client.values));
    values.insert({{QStringLiteral("id"), sqlValue(c.id)},
                   {QStringLiteral("seen"), sqlValue(c.seen)},
                   {QStringLiteral("alert"), client.alert},
                   {QStringLiteral("alert_stops"), client.alertStops},
                   {QStringLiteral("note"), client.note}});
    const Connection::Result result = h.connection.run(QStringLiteral("edit_client"), values);
    if (result.error)
        return failed(result.error);
    if (!result.query->next())
        return Outcome(Forbidden{}); // the row was read, and is locked since, by this very transaction
    const Done done{c.id.value(), RowVersion(result.query->value(0).toLongLong())};
    if (const StorageError error = writeKeys(h, done.id, done.version.value(), client.values))
        return failed(error);
    return Outcome(done);
}

} // namespace

Attempt handle(const Handling& h, const EditClient& c)
{
    Work work(h, Work::Statements::Several);
    if (const StorageError error = work.beginError())
        return failed(error);
    const auto found = clientToChange(h, c.id, c.seen);
    if (const auto* answer = std::get_if<Attempt>(&found))
        return *answer;
    const StoredClient before = clientFrom(*std::get<Connection::Result>(found).query);
    if (before.erased)
        return Outcome(Gone{});
    const auto after = edited(h, before, c);
    if (const auto* problem = std::get_if<RuleBroken>(&after))
        return Outcome(*problem);
    if (isSame(std::get<StoredClient>(after), before))
        return Outcome(Done{c.id.value(), c.seen});
    const Attempt saved = save(h, c, std::get<StoredClient>(after));
    if (const auto* outcome = std::get_if<Outcome>(&saved); outcome && std::holds_alternative<Done>(*outcome)) {
        if (const StorageError error = work.commit())
            return failed(error);
    }
    return saved;
}

} // namespace frontdesk
