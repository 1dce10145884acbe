#include "models/storage/row_statements.h"

#include <QSqlDriver>
#include <QSqlField>
#include <QSqlRecord>
#include <QStringList>

namespace frontdesk
{

namespace
{

QStringList generatedNames(const QSqlDriver& driver, const QSqlRecord& values)
{
    QStringList names;
    for (int i = 0; i < values.count(); ++i) {
        if (values.isGenerated(i)) {
            names << driver.escapeIdentifier(values.fieldName(i), QSqlDriver::FieldName);
        }
    }
    return names;
}

} // namespace

RowStatements::RowStatements(const QSqlDriver& driver, const QString& table)
    : m_driver(driver), m_table(driver.escapeIdentifier(table, QSqlDriver::TableName))
{
}

QString RowStatements::update(const QSqlRecord& values) const
{
    QStringList sets = generatedNames(m_driver, values);
    for (QString& set : sets) {
        set += QLatin1StringView(" = ?");
    }
    sets << QStringLiteral("version = version + 1");
    return QStringLiteral("UPDATE %1 SET %2 WHERE id = ? AND version = ? RETURNING version")
        .arg(m_table, sets.join(QLatin1StringView(", ")));
}

QString RowStatements::insert(const QSqlRecord& values) const
{
    const QStringList names = generatedNames(m_driver, values);
    const QStringList places(names.size(), QStringLiteral("?"));
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3) RETURNING id, version")
        .arg(m_table, names.join(QLatin1StringView(", ")), places.join(QLatin1StringView(", ")));
}

QString RowStatements::remove() const
{
    return QStringLiteral("DELETE FROM %1 WHERE id = ? AND version = ? RETURNING id").arg(m_table);
}

QString RowStatements::find() const
{
    return QStringLiteral("SELECT version, command_id FROM %1 WHERE id = ?").arg(m_table);
}

QString RowStatements::findCommand() const
{
    return QStringLiteral("SELECT id, version FROM %1 WHERE command_id = ? ORDER BY id DESC").arg(m_table);
}

QString calendarRange(LocationId location, TimeSlot range)
{
    const qint64 from = toUnix(range.start);
    return QStringLiteral("WHERE location_id = %1 AND starts_at >= %2 AND starts_at < %3 AND ends_at > %4 "
                          "ORDER BY starts_at, id")
        .arg(location.value())
        .arg(from - 86400)
        .arg(toUnix(range.end))
        .arg(from);
}

QString sortedById()
{
    return QStringLiteral("ORDER BY id");
}

} // namespace frontdesk
