#pragma once

#include "models/check/findings.h"
#include "models/domain/takes.h"
#include "models/storage/connection.h"

#include <QSqlQuery>

#include <functional>
#include <map>
#include <set>

namespace frontdesk::check
{

/// A resource as its claims are judged.
struct ResourceFacts {
    QString name;
    qint64 location = 0;
    qint64 capacity = 1;
    qint64 squeezeCapacity = 1;
    qint64 mostCapacity = 1; ///< the largest that it ever had: what lies in the past was booked under it
    qint64 mostSqueezeCapacity = 1;
};

/// The connection, the time and the small tables that every part of the check needs, and where findings go.
class BookReader
{
public:
    BookReader(Connection& connection, Instant now, Findings& findings);

    /// Reads resources and who was ever able to do what. Before anything else.
    [[nodiscard]] StorageError readBasics();

    using OnRow = std::function<void(const QSqlQuery&)>;
    [[nodiscard]] StorageError each(const QString& statement, const OnRow& onRow, const QVariantMap& values = {});
    /// In pages by the id in column 0: the statement has :after and :count.
    [[nodiscard]] StorageError eachById(const QString& statement, const OnRow& onRow);

    /// "appointment 12 (Lena Fischer, Haircut, 2026-11-23 10:00)", "a popup's hold 3" for a negative id.
    [[nodiscard]] QString describe(qint64 appointment);
    [[nodiscard]] QString resourceName(qint64 resource) const;

    [[nodiscard]] Connection& connection() { return m_connection; }
    [[nodiscard]] qint64 now() const { return m_now; }
    [[nodiscard]] Findings& findings() { return m_findings; }
    [[nodiscard]] const std::map<qint64, ResourceFacts>& resources() const { return m_resources; }
    [[nodiscard]] bool wasAble(qint64 service, qint64 resource) const { return m_able.contains({service, resource}); }

    static constexpr int pageSize = 20000;

private:
    void readPast(const QSqlQuery& row);

    Connection& m_connection;
    const qint64 m_now;
    Findings& m_findings;
    std::map<qint64, ResourceFacts> m_resources;
    std::set<std::pair<qint64, qint64>> m_able;
};

} // namespace frontdesk::check
