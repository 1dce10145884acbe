#pragma once

#include "models/storage/connection.h"

#include <vector>

namespace frontdesk
{

/// Somebody who uses the book, with the login (models/domain/catalogue.h has the person without it). On PostgreSQL a
/// login role of its own stands behind each; SQLite has no logins, there the file's permissions are the only wall.
struct BookUser {
    PersonId id;
    RowVersion version;
    QString name;
    QString group; ///< "receptionist", "manager", "auditor", "online"
    QString login; ///< the PostgreSQL role; empty on SQLite
    bool retired = false;
};

struct Persons {
    std::vector<BookUser> persons; ///< by id, retired ones included
    StorageError error;
};
[[nodiscard]] Persons listPersons(Connection& connection);

struct NewPerson {
    QString name;
    QString group;
    QString login;    ///< lower-case letters, digits and _; not used on SQLite
    QString password; ///< not used on SQLite; only its SCRAM verifier leaves the program
};
struct CreatedPerson {
    PersonId id;
    StorageError error; ///< rule "password", "login", "person_group", …; Forbidden for who is no manager
};
/// `by` is the person who does it, on SQLite, where no login says so.
[[nodiscard]] CreatedPerson createPerson(Connection& connection, const NewPerson& person, PersonId by = {});

/// The person can't log in any more; what they have done keeps their name. Gone for an unknown one, and for one that is
/// retired already. Their open sessions live on until they end.
[[nodiscard]] StorageError disablePerson(Connection& connection, PersonId id, PersonId by = {});

/// Forbidden on SQLite, which has no passwords.
[[nodiscard]] StorageError resetPassword(Connection& connection, PersonId id, const QString& password);

} // namespace frontdesk
