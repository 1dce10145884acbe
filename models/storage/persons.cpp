#include "models/storage/persons.h"

#include "models/storage/scram.h"

namespace frontdesk
{

namespace
{

StorageError refusal(StorageError::Kind kind, const QString& rule = {})
{
    StorageError error;
    error.kind = kind;
    error.rule = rule;
    error.text = rule;
    return error;
}

} // namespace

Persons listPersons(Connection& connection)
{
    Persons result;
    const Connection::Result rows = connection.run(QStringLiteral("person_list"));
    result.error = rows.error;
    while (!rows.error && rows.query->next()) {
        BookUser person;
        person.id = PersonId(rows.query->value(0).toLongLong());
        person.version = RowVersion(rows.query->value(1).toLongLong());
        person.name = rows.query->value(2).toString();
        person.group = rows.query->value(3).toString();
        person.login = rows.query->value(4).toString();
        person.retired = !rows.query->isNull(5);
        result.persons.push_back(person);
    }
    return result;
}

CreatedPerson createPerson(Connection& connection, const NewPerson& person, PersonId by)
{
    QVariantMap values{{QStringLiteral("name"), person.name}, {QStringLiteral("person_group"), person.group}};
    if (connection.dialect() == Dialect::Postgresql) {
        const auto verifier = scramVerifier(person.password);
        if (!verifier) {
            return {{}, refusal(StorageError::Kind::Rule, QStringLiteral("password"))};
        }
        values[QStringLiteral("login")] = person.login;
        values[QStringLiteral("verifier")] = QString::fromLatin1(*verifier);
    } else {
        values[QStringLiteral("changed_by")] = sqlValue(by);
    }
    const Connection::Result result = connection.run(QStringLiteral("person_create"), values);
    if (result.error) {
        return {{}, result.error};
    }
    return result.query->next() ? CreatedPerson{PersonId(result.query->value(0).toLongLong()), {}}
                                : CreatedPerson{{}, refusal(StorageError::Kind::Other)};
}

StorageError disablePerson(Connection& connection, PersonId id, PersonId by)
{
    const Connection::Result result =
        connection.run(QStringLiteral("person_disable"),
                       {{QStringLiteral("id"), sqlValue(id)}, {QStringLiteral("changed_by"), sqlValue(by)}});
    if (result.error) {
        return result.error;
    }
    return result.query->next() && !result.query->isNull(0) ? StorageError{} : refusal(StorageError::Kind::Gone);
}

StorageError resetPassword(Connection& connection, PersonId id, const QString& password)
{
    if (connection.dialect() == Dialect::Sqlite) {
        return refusal(StorageError::Kind::Forbidden);
    }
    const auto verifier = scramVerifier(password);
    if (!verifier) {
        return refusal(StorageError::Kind::Rule, QStringLiteral("password"));
    }
    return connection
        .run(QStringLiteral("person_reset"),
             {{QStringLiteral("id"), sqlValue(id)}, {QStringLiteral("verifier"), QString::fromLatin1(*verifier)}})
        .error;
}

} // namespace frontdesk
