#pragma once

#include "app/admin/session.h"

#include "models/booking/commands.h"

namespace frontdesk::admin
{

/// Who sends this command.
struct PersonFound {
    bool isGood = false;
    Exit exit = Exit::Good; ///< not good: printed already, how to end
    PersonId id;            ///< invalid: nobody whom the book knows, a change "by hand" (PostgreSQL's superuser)
    QString name;
};

/// PostgreSQL: the person of the login; --person must be the same one, unless the login has none (then it may name
/// anyone). SQLite: --person, by name or id, or the first person who isn't disabled.
[[nodiscard]] PersonFound findPerson(const Session& session, Connection& connection);

[[nodiscard]] Sender senderOf(const PersonFound& person, const QString& commandId);
[[nodiscard]] QString newCommandId();

} // namespace frontdesk::admin
