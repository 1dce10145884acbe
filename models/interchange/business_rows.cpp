#include "models/interchange/business_rows.h"

#include "models/domain/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlRecord>

namespace frontdesk
{

namespace
{

QString canonicalAble(const QByteArray& json)
{
    std::vector<qint64> ids;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue id : array)
        ids.push_back(id.toInteger());
    std::ranges::sort(ids);
    QJsonArray sorted;
    for (const qint64 id : ids)
        sorted.append(id);
    return QString::fromUtf8(QJsonDocument(sorted).toJson(QJsonDocument::Compact));
}

/// A text that this program can't read stays as it is: it differs from every new one, and is replaced.
QVariant canonical(const QString& column, const QVariant& value)
{
    const QByteArray text = value.toString().toUtf8();
    if (column == QLatin1StringView("hours")) {
        const auto hours = weeklyHoursFromJson(text);
        return hours ? QString::fromUtf8(toJson(*hours)) : value.toString();
    }
    if (column == QLatin1StringView("steps")) {
        const auto steps = stepsFromJson(text);
        return steps ? QString::fromUtf8(toJson(*steps)) : value.toString();
    }
    return column == QLatin1StringView("able") ? canonicalAble(text) : value;
}

StorageError readTable(Connection& connection, const QString& statement, std::vector<BusinessRow>& rows)
{
    const auto [query, error] = connection.run(statement);
    if (error)
        return error;
    while (query->next()) {
        BusinessRow row;
        const QSqlRecord record = query->record();
        for (int i = 0; i < record.count(); ++i) {
            const QString column = record.fieldName(i);
            if (column == QLatin1StringView("id"))
                row.id = record.value(i).toLongLong();
            else if (column == QLatin1StringView("version"))
                row.version = record.value(i).toLongLong();
            else
                row.values.insert(column, record.isNull(i) ? QVariant() : canonical(column, record.value(i)));
        }
        rows.push_back(row);
    }
    return {};
}

} // namespace

BusinessRowsRead readBusinessRows(Connection& connection)
{
    BusinessRowsRead read;
    const std::pair<const char*, std::vector<BusinessRow>*> tables[] = {
        {"business_file_read", &read.rows.business},
        {"business_file_read_locations", &read.rows.locations},
        {"business_file_read_resources", &read.rows.resources},
        {"business_file_read_services", &read.rows.services},
        {"business_file_read_closures", &read.rows.closures},
        {"business_file_read_time_off", &read.rows.timeOff},
    };
    for (const auto& [statement, rows] : tables) {
        read.error = readTable(connection, QString::fromLatin1(statement), *rows);
        if (read.error)
            break;
    }
    return read;
}

} // namespace frontdesk
