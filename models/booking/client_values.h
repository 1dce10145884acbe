#pragma once

#include "models/booking/handling.h"

namespace frontdesk
{

/// A client's name and phone as they are stored.
struct ClientValues {
    QString name;
    PhoneNumber phone;
};

/// Checked and read in the location's country (the first location's when it is not known); or the rule broken.
[[nodiscard]] std::variant<ClientValues, RuleBroken> clientValues(const Handling& h, const QString& name,
                                                                  const QString& phone, LocationId location);
[[nodiscard]] QVariantMap sqlValues(const ClientValues& client);
/// Replaces the search keys of a client; part of the transaction that writes that version.
[[nodiscard]] StorageError writeKeys(const Handling& h, qint64 id, qint64 version, const ClientValues& client);

/// The row of client_for_edit, locked, on the version that was seen; or the answer to who saw another, or none.
[[nodiscard]] std::variant<Connection::Result, Attempt> clientToChange(const Handling& h, ClientId id, RowVersion seen);

} // namespace frontdesk
