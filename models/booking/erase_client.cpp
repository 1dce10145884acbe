#include "models/booking/client_values.h"

#include <QCryptographicHash>

namespace frontdesk
{
namespace
{

using Erased = std::variant<RowVersion, StorageError>;

StorageError forbidden()
{
    StorageError error;
    error.kind = StorageError::Kind::Forbidden;
    return error;
}

StorageError gone()
{
    StorageError error;
    error.kind = StorageError::Kind::Gone;
    return error;
}

struct Personal {
    QVariantMap key;
    QString salt;
    QString value;
    bool sealed = false;
};

/// Each value that stands in the history is sealed by its digest, then cleared with its salt: that it was said, and
/// that nobody has changed it since, can be shown; what it was can't.
StorageError clearHistory(const Handling& h, ClientId id)
{
    const Connection::Result read =
        h.connection.run(QStringLiteral("personal_of_client"), {{QStringLiteral("id"), sqlValue(id)}});
    if (read.error)
        return read.error;
    std::vector<Personal> values;
    while (read.query->next()) {
        const auto column = [&](const char* name) { return read.query->value(QLatin1StringView(name)); };
        values.push_back({{{QStringLiteral("audit"), column("audit_id")},
                           {QStringLiteral("field"), column("field")},
                           {QStringLiteral("side"), column("side")}},
                          column("salt").toString(),
                          column("value").toString(),
                          !column("digest").isNull()});
    }
    for (const Personal& value : values) {
        const QByteArray text = (value.salt + value.value).toUtf8();
        QVariantMap sealed = value.key;
        sealed.insert(QStringLiteral("digest"),
                      QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()));
        if (!value.sealed) {
            if (const auto sealing = h.connection.run(QStringLiteral("seal_personal"), sealed); sealing.error)
                return sealing.error;
        }
        if (const auto clearing = h.connection.run(QStringLiteral("clear_personal"), value.key); clearing.error)
            return clearing.error;
    }
    return {};
}

/// SQLite knows no logins: who is signed in is judged by the catalogue.
Erased eraseOnSqlite(const Handling& h, ClientId id, RowVersion seen)
{
    const Person* person = h.catalogue.person(h.sender.person);
    if (h.sender.person.isValid() && (!person || person->group != QLatin1StringView("manager")))
        return forbidden();
    QVariantMap values = signedValues(h);
    values.insert(QStringLiteral("id"), sqlValue(id));
    for (const QString& statement :
         {QStringLiteral("erase_client_appointments"), QStringLiteral("erase_client_visits")}) {
        if (const auto texts = h.connection.run(statement, values); texts.error)
            return texts.error;
    }
    const Connection::Result result = h.connection.run(QStringLiteral("erase_client"), values);
    if (result.error)
        return result.error;
    RowVersion version = seen; // erased before: what was written of them since goes too
    while (result.query->next()) {
        if (result.query->value(0).toLongLong() == id.value())
            version = RowVersion(result.query->value(1).toLongLong());
    }
    const auto keys = h.connection.run(QStringLiteral("erase_client_keys"), {{QStringLiteral("id"), sqlValue(id)}});
    if (keys.error)
        return keys.error;
    if (const StorageError error = clearHistory(h, id))
        return error;
    return version;
}

Erased eraseOnPostgresql(const Handling& h, ClientId id)
{
    QVariantMap values = signedValues(h);
    values.insert(QStringLiteral("id"), sqlValue(id));
    const Connection::Result result = h.connection.run(QStringLiteral("erase_client"), values);
    if (result.error)
        return result.error;
    return result.query->next() ? Erased(RowVersion(result.query->value(0).toLongLong())) : Erased(gone());
}

} // namespace

Attempt handle(const Handling& h, const EraseClient& c)
{
    Work work(h, Work::Statements::Several);
    if (const StorageError error = work.beginError())
        return failed(error);
    const auto found = clientToChange(h, c.id, c.seen);
    if (const auto* answer = std::get_if<Attempt>(&found))
        return *answer;
    const Erased erased =
        h.connection.dialect() == Dialect::Sqlite ? eraseOnSqlite(h, c.id, c.seen) : eraseOnPostgresql(h, c.id);
    if (const auto* error = std::get_if<StorageError>(&erased))
        return failed(*error);
    if (const StorageError error = work.commit())
        return failed(error);
    return Outcome(Done{c.id.value(), std::get<RowVersion>(erased)});
}

} // namespace frontdesk
