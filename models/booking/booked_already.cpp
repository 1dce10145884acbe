#include "models/booking/booked_already.h"

namespace frontdesk
{

QString keyOf(const Handling& h, const QString& key)
{
    return key.isEmpty() ? h.sender.commandId : key;
}

bool isKeyTaken(const StorageError& error)
{
    return error.kind == StorageError::Kind::Rule &&
           (error.rule == QLatin1StringView("booking_key") || error.rule == QLatin1StringView("key_taken"));
}

Attempt bookedAlready(const Handling& h, const QString& key, const BookingFacts& wanted)
{
    const Connection::Result result =
        h.connection.run(QStringLiteral("appointment_by_key"), {{QStringLiteral("booking_key"), key}});
    if (result.error)
        return failed(result.error);
    if (!result.query->next()) // rolled back since: the whole command may be tried again
        return Busy{QStringLiteral("the booking with this key is gone again")};
    const QSqlQuery& row = *result.query;
    const auto number = [&](int column) { return row.value(column).toLongLong(); };
    const bool sameFacts = ClientId(number(2)) == wanted.client && ServiceId(number(3)) == wanted.service &&
                           ResourceId(number(4)) == wanted.staff && instantFromUnix(number(5)) == wanted.start &&
                           row.value(6).toString() == wanted.label;
    // Moved or renamed since it was booked by this very command: still the answer that was lost.
    const bool sameCommand = !h.sender.commandId.isEmpty() && row.value(7).toString() == h.sender.commandId;
    if (!sameFacts && !sameCommand)
        return broken(QLatin1StringView("key_reused"), QLatin1StringView("key"));
    return Outcome(Done{number(0), RowVersion(number(1))});
}

} // namespace frontdesk
