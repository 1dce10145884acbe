#include "models/booking/hold_sweeper.h"

#include "models/storage/connection.h"
#include "models/storage/retry.h"

namespace frontdesk
{
namespace
{

constexpr int attempts = 3;

/// Runs a statement that handles one row, until it finds none; each in a transaction of its own.
StorageError repeat(Connection& connection, const QString& statement, const QVariantMap& values, int most, int& count)
{
    for (bool found = true; found && count < most;) {
        const StorageError error = withRetry(connection, attempts, [&] {
            const Connection::Result result = connection.run(statement, values);
            found = !result.error && result.query->next();
            return result.error;
        });
        if (error)
            return error;
        count += found ? 1 : 0;
    }
    return {};
}

} // namespace

Swept sweepRunOutHolds(Connection& connection, const Sender& sender, int most, Seconds grace)
{
    Swept swept;
    const QVariantMap since{{QStringLiteral("since"), qint64(grace.count())}};
    // Nearly always there is nothing: one statement without a transaction finds that out.
    const Connection::Result any = connection.run(QStringLiteral("hold_run_out"), since);
    swept.error = any.error;
    if (any.error || !any.query->next() || !any.query->value(0).toBool())
        return swept;
    swept.error = repeat(connection, QStringLiteral("expire_hold"),
                         {{QStringLiteral("person"), sqlValue(sender.person)}, {QStringLiteral("desk"), sender.desk}},
                         most, swept.expired);
    if (!swept.error)
        swept.error = repeat(connection, QStringLiteral("delete_run_out_hold"), since, most, swept.deskHolds);
    // The transactions of a desk's session don't (46_notify.sql).
    if (swept.expired + swept.deskHolds > 0 && connection.dialect() == Dialect::Postgresql)
        (void)connection.run(QStringLiteral("hint"));
    return swept;
}

} // namespace frontdesk
