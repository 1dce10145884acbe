#include "app/admin/people.h"

#include "app/admin/names.h"

#include <QCoreApplication>
#include <QUuid>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(People)
};

/// Those who aren't disabled, by id; `signedIn` is the one whose login this is.
struct ActivePersons {
    std::vector<Nameable> persons;
    std::optional<Nameable> signedIn;
    StorageError error;
};

ActivePersons readPersons(Connection& connection)
{
    ActivePersons read;
    const auto [query, error] = connection.run(QStringLiteral("admin_active_persons"));
    if (error) {
        read.error = error;
        return read;
    }
    while (query->next()) {
        const Nameable person{query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString()};
        read.persons.push_back(person);
        if (query->value(3).toInt() == 1)
            read.signedIn = person;
    }
    return read;
}

} // namespace

PersonFound findPerson(const Session& session, Connection& connection)
{
    const ActivePersons read = readPersons(connection);
    if (read.error)
        return {false, session.fail(read.error), {}, {}};
    const auto wanted = session.arguments().find(QLatin1StringView("person"));
    if (!wanted && read.signedIn)
        return {true, Exit::Good, PersonId(read.signedIn->id), read.signedIn->name};
    if (!wanted && connection.dialect() == Dialect::Sqlite && !read.persons.empty())
        return {true, Exit::Good, PersonId(read.persons.front().id), read.persons.front().name};
    if (!wanted)
        return {true, Exit::Good, {}, {}};
    const auto found = findByName(QStringLiteral("--person"), *wanted, read.persons);
    if (const auto* problem = std::get_if<NameProblem>(&found))
        return {false, refuse(session, *problem), {}, {}};
    const qint64 id = std::get<qint64>(found);
    if (read.signedIn && read.signedIn->id != id)
        return {false,
                session.refuse(Words::tr("You are signed in to the database as %1, so nobody else can be named.")
                                   .arg(read.signedIn->name),
                               QStringLiteral("person")),
                {},
                {}};
    return {true, Exit::Good, PersonId(id), std::ranges::find(read.persons, id, &Nameable::id)->name};
}

Sender senderOf(const PersonFound& person, const QString& commandId)
{
    return {person.id, QStringLiteral("frontdesk-admin"), commandId};
}

QString newCommandId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace frontdesk::admin
