#include "models/check/book_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace frontdesk::check
{
namespace
{

QJsonArray arrayOf(const QVariant& json)
{
    return QJsonDocument::fromJson(json.toByteArray()).array();
}

} // namespace

BookReader::BookReader(Connection& connection, Instant now, Findings& findings)
    : m_connection(connection), m_now(toUnix(now)), m_findings(findings)
{
}

StorageError BookReader::each(const QString& statement, const OnRow& onRow, const QVariantMap& values)
{
    const Connection::Result result = m_connection.run(statement, values);
    if (result.error)
        return result.error;
    while (result.query->next())
        onRow(*result.query);
    return {};
}

StorageError BookReader::eachById(const QString& statement, const OnRow& onRow)
{
    qint64 after = 0;
    int read = pageSize;
    while (read == pageSize) {
        read = 0;
        StorageError error = each(statement,
                                  [&](const QSqlQuery& row) {
                                      ++read;
                                      after = row.value(0).toLongLong();
                                      onRow(row);
                                  },
                                  {{QStringLiteral("after"), after}, {QStringLiteral("count"), pageSize}});
        if (error)
            return error;
    }
    return {};
}

StorageError BookReader::readBasics()
{
    StorageError error = each(QStringLiteral("check_resources"), [this](const QSqlQuery& row) {
        const qint64 capacity = row.value(4).toLongLong();
        const qint64 squeeze = row.value(5).toLongLong();
        m_resources[row.value(0).toLongLong()] = {
            row.value(1).toString(), row.value(3).toLongLong(), capacity, squeeze, capacity, squeeze};
    });
    if (error)
        return error;
    error = each(QStringLiteral("check_service_resources"), [this](const QSqlQuery& row) {
        m_able.insert({row.value(0).toLongLong(), row.value(1).toLongLong()});
    });
    if (error)
        return error;
    return each(QStringLiteral("check_past_values"), [this](const QSqlQuery& row) { readPast(row); });
}

void BookReader::readPast(const QSqlQuery& row)
{
    const qint64 id = row.value(1).toLongLong();
    if (row.value(0).toString() == QLatin1StringView("service")) {
        for (const QJsonValue side : arrayOf(row.value(4))) {
            // A side is the list itself, or its text.
            const QJsonArray able =
                side.isString() ? QJsonDocument::fromJson(side.toString().toUtf8()).array() : side.toArray();
            for (const QJsonValue resource : able)
                m_able.insert({id, resource.toInteger()});
        }
        return;
    }
    const auto resource = m_resources.find(id);
    if (resource == m_resources.end())
        return;
    ResourceFacts& facts = resource->second;
    for (const QJsonValue side : arrayOf(row.value(2)))
        facts.mostCapacity = std::max(facts.mostCapacity, side.toInteger());
    for (const QJsonValue side : arrayOf(row.value(3)))
        facts.mostSqueezeCapacity = std::max(facts.mostSqueezeCapacity, side.toInteger());
    facts.mostSqueezeCapacity = std::max(facts.mostSqueezeCapacity, facts.mostCapacity);
}

QString BookReader::describe(qint64 appointment)
{
    if (appointment < 0)
        return QStringLiteral("a popup's hold %1").arg(-appointment);
    QString text = QStringLiteral("appointment %1").arg(appointment);
    const auto addNames = [&text](const QSqlQuery& row) {
        QStringList parts;
        for (const int column : {0, 1, 2}) {
            if (!row.value(column).toString().isEmpty())
                parts += row.value(column).toString().simplified();
        }
        parts += row.value(3).toString().left(16).replace(u'T', u' ');
        parts += row.value(4).toString();
        text += QStringLiteral(" (%1)").arg(parts.join(QStringLiteral(", ")));
    };
    // Without names when they can't be read: the ids alone tell where to look.
    static_cast<void>(each(QStringLiteral("check_describe"), addNames, {{QStringLiteral("id"), appointment}}));
    return text;
}

QString BookReader::resourceName(qint64 resource) const
{
    const auto found = m_resources.find(resource);
    return found == m_resources.end() ? QStringLiteral("resource %1").arg(resource) : found->second.name.simplified();
}

} // namespace frontdesk::check
