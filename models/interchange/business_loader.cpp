#include "models/interchange/business_loader.h"

#include <QJsonArray>

namespace frontdesk
{

namespace
{

struct Statements {
    const char* insert;
    const char* update;
};

Statements statementsOf(BusinessTable table)
{
    switch (table) {
    case BusinessTable::Business:
        return {"business_file_insert", "business_file_update"};
    case BusinessTable::Location:
        return {"business_file_insert_location", "business_file_update_location"};
    case BusinessTable::Resource:
        return {"business_file_insert_resource", "business_file_update_resource"};
    case BusinessTable::Service:
        return {"business_file_insert_service", "business_file_update_service"};
    case BusinessTable::Closure:
        return {"business_file_insert_closure", "business_file_update_closure"};
    case BusinessTable::TimeOff:
        break;
    }
    return {"business_file_insert_time_off", "business_file_update_time_off"};
}

StorageError stale()
{
    StorageError error;
    error.kind = StorageError::Kind::Stale;
    return error;
}

/// Writes a plan's rows one by one, and knows by then the ids that new rows got.
class PlanWriter
{
public:
    PlanWriter(Connection& connection, const Sender& sender) : m_connection(connection), m_sender(sender) {}

    [[nodiscard]] StorageError write(const BusinessWrite& write)
    {
        QVariantMap values = resolved(write.values);
        values.insert(QStringLiteral("changed_by"),
                      m_sender.person.isValid() ? QVariant(m_sender.person.value()) : QVariant());
        values.insert(QStringLiteral("changed_desk"), m_sender.desk);
        values.insert(QStringLiteral("command_id"), m_sender.commandId);
        if (write.seen > 0) {
            values.insert(QStringLiteral("id"), write.id);
            values.insert(QStringLiteral("seen"), write.seen);
        }
        const Statements statements = statementsOf(write.table);
        const auto [query, error] =
            m_connection.run(QString::fromLatin1(write.seen > 0 ? statements.update : statements.insert), values);
        if (error)
            return error;
        if (!query->next())
            return stale();
        m_ids.insert(write.id, query->value(0).toLongLong());
        query->finish();
        return {};
    }
    [[nodiscard]] qint64 idOf(qint64 planned) const { return m_ids.value(planned, planned); }

private:
    [[nodiscard]] QVariantMap resolved(QVariantMap values) const
    {
        for (const QString& column : {QStringLiteral("location_id"), QStringLiteral("resource_id")}) {
            if (values.contains(column))
                values.insert(column, idOf(values.value(column).toLongLong()));
        }
        if (const QString able = QStringLiteral("able"); values.contains(able)) {
            QJsonArray ids;
            const QJsonArray planned = QJsonDocument::fromJson(values.value(able).toString().toUtf8()).array();
            for (const QJsonValue id : planned)
                ids.append(idOf(id.toInteger()));
            values.insert(able, QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact)));
        }
        return values;
    }

    Connection& m_connection;
    const Sender& m_sender;
    QHash<qint64, qint64> m_ids;
};

/// Reads the book and plans; the loaded part of the result holds why there is no plan.
std::optional<BusinessPlan> readAndPlan(Connection& connection, const BusinessFile& file, Instant now,
                                        BusinessLoaded& loaded)
{
    const BusinessRowsRead read = readBusinessRows(connection);
    if (read.error) {
        loaded.error = read.error;
        return {};
    }
    auto plan = planBusiness(file, read.rows, now);
    if (auto* mistakes = std::get_if<Mistakes>(&plan)) {
        loaded.mistakes = std::move(*mistakes);
        return {};
    }
    return std::get<BusinessPlan>(std::move(plan));
}

BusinessLoaded::Change changeOf(const BusinessWrite& write, qint64 id)
{
    return {write.table, write.seen == 0, id, write.name, write.seen == 0 ? QStringList() : write.changed};
}

} // namespace

BusinessLoaded loadBusiness(Connection& connection, const BusinessFile& file, const Sender& sender, Instant now)
{
    BusinessLoaded loaded;
    Transaction transaction(connection);
    if (transaction.beginError()) {
        loaded.error = transaction.beginError();
        return loaded;
    }
    // Two loads at once would both find a new row missing; the second waits here.
    loaded.error = connection.run(QStringLiteral("business_file_lock")).error;
    if (loaded.error)
        return loaded;
    const std::optional<BusinessPlan> plan = readAndPlan(connection, file, now, loaded);
    if (!plan)
        return loaded;
    PlanWriter writer(connection, sender);
    for (const BusinessWrite& write : *plan) {
        loaded.error = writer.write(write);
        if (loaded.error) {
            loaded.refused = {file.source.lineOf(write.path), 0, write.path, write.name};
            loaded.changes.clear();
            return loaded;
        }
        loaded.changes.push_back(changeOf(write, writer.idOf(write.id)));
    }
    loaded.error = transaction.commit();
    if (loaded.error)
        loaded.changes.clear();
    return loaded;
}

BusinessLoaded previewBusiness(Connection& connection, const BusinessFile& file, Instant now)
{
    BusinessLoaded loaded;
    if (const auto plan = readAndPlan(connection, file, now, loaded)) {
        for (const BusinessWrite& write : *plan)
            loaded.changes.push_back(changeOf(write, write.seen == 0 ? 0 : write.id));
    }
    return loaded;
}

} // namespace frontdesk
