#include "app/admin/lists.h"
#include "app/admin/names.h"
#include "app/admin/people.h"
#include "app/admin/session.h"

#include "models/storage/persons.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(UserCommands)
};

bool isGroup(const QString& word)
{
    const QStringList groups{QStringLiteral("receptionist"), QStringLiteral("manager"), QStringLiteral("auditor"),
                             QStringLiteral("online")};
    return groups.contains(word);
}

/// What the options say, with the password asked for where logins have one; or how to end.
std::variant<NewPerson, Exit> readNewPerson(const Session& session, const Connection& connection)
{
    NewPerson person;
    person.name = session.arguments().positional(0).trimmed();
    person.group = session.arguments().value(QLatin1StringView("group"));
    person.login = session.arguments().value(QLatin1StringView("login"));
    const bool hasLogins = connection.dialect() == Dialect::Postgresql;
    if (person.name.isEmpty())
        return session.usage(Words::tr("NAME must not be empty"));
    if (hasLogins && person.login.isEmpty())
        return session.usage(
            Words::tr("--login LOGIN is missing: the name that this person signs in to PostgreSQL with"));
    if (!hasLogins) {
        person.login.clear();
        return person;
    }
    const PasswordAnswer answer = askPassword(Words::tr("New password of %1").arg(person.login), true);
    if (!answer.password)
        return session.refuse(Words::tr("Nobody was added: %1.").arg(answer.problem), QStringLiteral("password"));
    person.password = *answer.password;
    return person;
}

Exit runAdd(Session& session)
{
    if (!isGroup(session.arguments().value(QLatin1StringView("group"))))
        return session.usage(Words::tr("--group must be receptionist, manager, auditor or online"));
    const Session::Book book = session.open();
    if (!book.connection)
        return book.exit;
    const PersonFound by = findPerson(session, *book.connection);
    if (!by.isGood)
        return by.exit;
    const auto read = readNewPerson(session, *book.connection);
    if (const auto* exit = std::get_if<Exit>(&read))
        return *exit;
    const NewPerson& person = std::get<NewPerson>(read);
    const CreatedPerson created = createPerson(*book.connection, person, by.id);
    if (created.error)
        return session.fail(created.error, Words::tr("%1 was not added").arg(person.name));
    QString sentence =
        Words::tr("Added %1 (person %2, %3).").arg(person.name, QString::number(created.id.value()), person.group);
    if (person.login.isEmpty())
        sentence +=
            u'\n' +
            Words::tr(
                "A SQLite book has no logins and no passwords: whoever may read the file may do everything. The file's "
                "permissions are the only wall.");
    return session.good(sentence, QStringLiteral("changed"),
                        {{QStringLiteral("id"), created.id.value()},
                         {QStringLiteral("name"), person.name},
                         {QStringLiteral("version"), 1}});
}

Exit runList(Session& session)
{
    const Session::Book book = session.open();
    if (!book.connection)
        return book.exit;
    const Persons read = listPersons(*book.connection);
    if (read.error)
        return session.fail(read.error);
    List list({Words::tr("id"), Words::tr("name"), Words::tr("group"), Words::tr("login"), QString()});
    for (const BookUser& person : read.persons) {
        list.add({QString::number(person.id.value()), person.name, person.group, person.login,
                  person.retired ? Words::tr("disabled") : QString()},
                 {{QStringLiteral("id"), person.id.value()},
                  {QStringLiteral("name"), person.name},
                  {QStringLiteral("version"), person.version.value()},
                  {QStringLiteral("group"), person.group},
                  {QStringLiteral("login"), person.login},
                  {QStringLiteral("disabled"), person.retired}});
    }
    return list.print(session, Words::tr("There is nobody yet."));
}

/// The person of NAME, who isn't disabled, by id, login or name.
std::variant<BookUser, Exit> findUser(const Session& session, Connection& connection)
{
    const QString word = session.arguments().positional(0);
    const Persons read = listPersons(connection);
    if (read.error)
        return session.fail(read.error);
    std::vector<Nameable> rows;
    for (const BookUser& person : read.persons) {
        if (!person.retired && person.login == word && !word.isEmpty())
            return person;
        if (!person.retired)
            rows.push_back({person.id.value(), person.name, person.login});
    }
    const auto found = findByName(QStringLiteral("NAME"), word, rows);
    if (const auto* problem = std::get_if<NameProblem>(&found))
        return refuse(session, *problem);
    return *std::ranges::find(read.persons, PersonId(std::get<qint64>(found)), &BookUser::id);
}

Exit runDisable(Session& session)
{
    const Session::Book book = session.open();
    if (!book.connection)
        return book.exit;
    const PersonFound by = findPerson(session, *book.connection);
    if (!by.isGood)
        return by.exit;
    const auto found = findUser(session, *book.connection);
    if (const auto* exit = std::get_if<Exit>(&found))
        return *exit;
    const BookUser& person = std::get<BookUser>(found);
    if (const StorageError error = disablePerson(*book.connection, person.id, by.id))
        return session.fail(error, Words::tr("%1 was not disabled").arg(person.name));
    return session.good(
        Words::tr("Disabled %1 (person %2): no new session can begin; those that are open live on until they "
                  "end.")
            .arg(person.name, QString::number(person.id.value())),
        QStringLiteral("changed"), {{QStringLiteral("id"), person.id.value()}, {QStringLiteral("name"), person.name}});
}

Exit runPassword(Session& session)
{
    const Session::Book book = session.open();
    if (!book.connection)
        return book.exit;
    if (book.connection->dialect() == Dialect::Sqlite)
        return session.refuse(Words::tr("A SQLite book has no passwords; the file's permissions are the only wall."),
                              QStringLiteral("password"));
    const auto found = findUser(session, *book.connection);
    if (const auto* exit = std::get_if<Exit>(&found))
        return *exit;
    const BookUser& person = std::get<BookUser>(found);
    const PasswordAnswer answer = askPassword(Words::tr("New password of %1").arg(person.login), true);
    if (!answer.password)
        return session.refuse(Words::tr("The password was not changed: %1.").arg(answer.problem),
                              QStringLiteral("password"));
    if (const StorageError error = resetPassword(*book.connection, person.id, *answer.password))
        return session.fail(error, Words::tr("The password was not changed"));
    return session.good(Words::tr("Changed the password of %1.").arg(person.login), QStringLiteral("changed"),
                        {{QStringLiteral("id"), person.id.value()}, {QStringLiteral("name"), person.name}});
}

} // namespace

std::vector<Command> userCommands()
{
    const PositionalSpec who{QStringLiteral("NAME"), Words::tr("the person, by name, login or id")};
    return {
        {QStringLiteral("user add"),
         Words::tr("Adds a person who uses the book"),
         {{QStringLiteral("NAME"), Words::tr("the person's name")}},
         {{QStringLiteral("group"), QStringLiteral("G"), Words::tr("receptionist, manager, auditor or online"), true},
          {QStringLiteral("login"), QStringLiteral("L"),
           Words::tr("PostgreSQL: the name to sign in with; lower-case letters, digits and _")}},
         runAdd,
         Words::tr(
             "PostgreSQL: makes a login, and asks for its password on the terminal, or reads a line from standard\n"
             "input; it is never an argument. SQLite: adds the name alone, for a file has no passwords.")},
        {QStringLiteral("user list"), Words::tr("Lists the persons"), {}, {}, runList, {}},
        {QStringLiteral("user password"),
         Words::tr("Sets another password for a person's login"),
         {who},
         {},
         runPassword,
         Words::tr("Asked on the terminal, or read as a line from standard input.")},
        {QStringLiteral("user disable"),
         Words::tr("Takes a person's way into the book; what they have done keeps their name"),
         {who},
         {},
         runDisable,
         {}},
    };
}

} // namespace frontdesk::admin
