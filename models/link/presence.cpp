#include "models/link/presence.h"

#include "models/storage/connection.h"

namespace frontdesk
{

void Presence::setEditing(const QString& table, qint64 id)
{
    m_table = id == 0 ? QString() : table;
    m_id = id;
}

StorageError Presence::sayHere(Connection& connection) const
{
    const bool editing = m_id != 0;
    const Connection::Result result = connection.run(
        QStringLiteral("desk_seen"), {{QStringLiteral("name"), m_deskName},
                                      {QStringLiteral("person"), sqlValue(m_person)},
                                      {QStringLiteral("editing_table"), editing ? QVariant(m_table) : QVariant()},
                                      {QStringLiteral("editing_id"), editing ? QVariant(m_id) : QVariant()}});
    return result.error.kind == StorageError::Kind::Forbidden ? StorageError() : result.error;
}

void Presence::leave(Connection& connection) const
{
    const Connection::Result result =
        connection.run(QStringLiteral("desk_leave"), {{QStringLiteral("name"), m_deskName}});
    if (result.error) {
        qInfo("desk row left behind: %s", qPrintable(result.error.text));
    }
}

Presence::Others Presence::readOthers(Connection& connection) const
{
    const Connection::Result result = connection.run(QStringLiteral("desks_present"));
    Others others;
    others.error = result.error;
    bool selfSeen = false;
    while (!result.error && result.query->next()) {
        const QSqlQuery& row = *result.query;
        ++others.desks;
        const EditingElsewhere desk{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                    row.value(3).toLongLong()};
        if (desk.desk == m_deskName) {
            selfSeen = true;
        } else if (desk.id != 0) {
            others.editing.push_back(desk);
        }
    }
    others.desks += selfSeen || result.error ? 0 : 1;
    return others;
}

} // namespace frontdesk
