#include "models/booking/client_values.h"

namespace frontdesk
{
namespace
{

/// The client that an earlier attempt of this command has made; nothing when there is none.
std::optional<Attempt> madeAlready(const Handling& h)
{
    if (h.sender.commandId.isEmpty())
        return {};
    if (h.connection.dialect() == Dialect::Postgresql) { // on SQLite one transaction writes at a time
        const StorageError error =
            h.connection.run(QStringLiteral("lock_command"), {{QStringLiteral("command"), h.sender.commandId}}).error;
        if (error)
            return failed(error);
    }
    const Connection::Result result =
        h.connection.run(QStringLiteral("client_of_command"), {{QStringLiteral("command"), h.sender.commandId}});
    if (result.error)
        return failed(result.error);
    if (!result.query->next())
        return {};
    return Outcome(Done{result.query->value(0).toLongLong(), RowVersion(1)});
}

} // namespace

Attempt handle(const Handling& h, const CreateClient& c)
{
    const auto checked = clientValues(h, c.name, c.phone, c.location);
    if (const auto* problem = std::get_if<RuleBroken>(&checked))
        return Outcome(*problem);
    const ClientValues& client = std::get<ClientValues>(checked);
    Work work(h, Work::Statements::Several);
    if (const StorageError error = work.beginError())
        return failed(error);
    if (const auto made = madeAlready(h))
        return *made;
    QVariantMap values = signedValues(h);
    values.insert(sqlValues(client));
    const Connection::Result result = h.connection.run(QStringLiteral("create_client"), values);
    if (result.error)
        return failed(result.error);
    if (!result.query->next())
        return broken(QLatin1StringView("insert"));
    const Done done{result.query->value(0).toLongLong(), RowVersion(result.query->value(1).toLongLong())};
    if (const StorageError error = writeKeys(h, done.id, done.version.value(), client))
        return failed(error);
    if (const StorageError error = work.commit())
        return failed(error);
    return Outcome(done);
}

} // namespace frontdesk
