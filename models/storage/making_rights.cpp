#include "models/storage/making_rights.h"

#include <QCoreApplication>
#include <QStringList>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MakingRights)
};

QString line(const QString& statement, const QString& reason)
{
    return statement + QStringLiteral(";  -- ") + reason;
}

/// Joining the roles of a book takes CREATEROLE on PostgreSQL 15, or a membership that somebody else has given.
QStringList missingRoles(const QSqlQuery& rights, const QString& login, bool isNew)
{
    const QString absent = rights.value(QStringLiteral("absent_roles")).toString();
    QStringList foreign =
        rights.value(QStringLiteral("foreign_roles")).toString().split(QStringLiteral(", "), Qt::SkipEmptyParts);
    if (!isNew) {
        foreign.removeAll(QStringLiteral("frontdesk_manager")); // only the first person of a new book becomes one
    }
    if (rights.value(QStringLiteral("rolcreaterole")).toBool()) {
        return {};
    }
    if (!absent.isEmpty()) {
        return {
            line(QStringLiteral("ALTER ROLE %1 CREATEROLE").arg(login), Words::tr("to make the roles %1").arg(absent))};
    }
    if (!foreign.isEmpty()) {
        return {line(QStringLiteral("GRANT %1 TO %2").arg(foreign.join(QStringLiteral(", ")), login),
                     Words::tr("to act for the roles that own every book of this server"))};
    }
    return {};
}

MakingRights ask(Connection& connection, bool isNew, const QString& newDatabase)
{
    const Connection::Result result = connection.run(QStringLiteral("making_rights"));
    if (result.error || !result.query->next()) {
        return {{}, result.error};
    }
    const QSqlQuery& rights = *result.query;
    const auto has = [&rights](const char* right) { return rights.value(QString::fromLatin1(right)).toBool(); };
    const QString login = quotedName(rights.value(QStringLiteral("rolname")).toString());
    const bool isSuperuser = has("rolsuper");
    QStringList lines;
    if (!newDatabase.isEmpty() && !isSuperuser && !has("rolcreatedb")) {
        lines += line(QStringLiteral("CREATE DATABASE %1 OWNER %2 ENCODING 'UTF8' TEMPLATE template0")
                          .arg(quotedName(newDatabase), login),
                      Words::tr("there is none yet"));
    }
    if (newDatabase.isEmpty() && isNew && !isSuperuser && !has("owns_database")) {
        lines +=
            line(QStringLiteral("ALTER DATABASE %1 OWNER TO %2").arg(quotedName(connection.url().database()), login),
                 Words::tr("a new book belongs to who makes it"));
    }
    if (newDatabase.isEmpty() && isNew && !isSuperuser && has("owns_database") && !has("owns_schema")) {
        lines += line(QStringLiteral("ALTER SCHEMA public OWNER TO pg_database_owner"),
                      Words::tr("as in every database made by PostgreSQL 15"));
    }
    if (!isSuperuser) {
        lines += missingRoles(rights, login, isNew);
    }
    if (!isSuperuser && !has("rolinherit")) {
        lines += line(QStringLiteral("ALTER ROLE %1 INHERIT").arg(login), Words::tr("to use the rights of its roles"));
    }
    if (isNew && !has("knows_extension")) {
        lines += QStringLiteral("-- ") +
                 Words::tr("install PostgreSQL's extension btree_gist on the server (package postgresql-contrib)");
    }
    return {lines.join(u'\n'), {}};
}

} // namespace

MakingRights makingRights(Connection& connection, bool isNew)
{
    return connection.dialect() == Dialect::Postgresql ? ask(connection, isNew, {}) : MakingRights{};
}

MakingRights rightsToMakeDatabase(Connection& connection, const QString& database)
{
    return ask(connection, true, database);
}

QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', QLatin1StringView("\"\"")) + u'"';
}

} // namespace frontdesk
