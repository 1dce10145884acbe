#pragma once

#include "models/interchange/business_plan.h"

#include <functional>

namespace frontdesk
{

/// What planning one row needs: looking rows up, in the book and among those planned so far, noting mistakes, and
/// adding the write when something differs.
class PlanTools
{
public:
    PlanTools(const BusinessFile& file, const BusinessRows& rows, Instant now);

    [[nodiscard]] const BusinessRows& rows() const { return m_rows; }
    void note(const QString& path, const QString& what);

    /// The book's row that an entry means: by its id, or by name among the rows that fit. A name that stands there
    /// more than once is a mistake, as is an unknown id.
    [[nodiscard]] const BusinessRow* find(const std::vector<BusinessRow>& rows, const BusinessFile::Named& entry,
                                          const std::function<bool(const BusinessRow&)>& fits);

    /// Adds the write of a row: `fresh` are the values that a new row takes where nothing else is wanted. Returns the
    /// row's id, negative for a new one.
    qint64 write(BusinessTable table, const BusinessRow* present, const QVariantMap& fresh, const QVariantMap& wanted,
                 const QString& path, const QString& name);
    /// "retired": true sets the moment, unless it is set; false clears it.
    void addRetired(QVariantMap& wanted, const BusinessRow* present, std::optional<bool> retired) const;

    /// The location that an entry names, or the only one that there is.
    [[nodiscard]] std::optional<qint64> locationOf(const BusinessFile::ResourceEntry& entry);
    [[nodiscard]] std::optional<qint64> resourceOf(const BusinessFile::ResourceRef& ref);
    [[nodiscard]] ResourceKind kindOf(qint64 resource) const;
    [[nodiscard]] QByteArray zoneOfLocation(qint64 location) const;
    [[nodiscard]] QByteArray zoneOfResource(qint64 resource) const;
    /// The currency that all locations share; empty when they don't.
    [[nodiscard]] QByteArray commonCurrency() const;
    [[nodiscard]] qint64 nextPosition();

    /// A closure of a location or time off of a resource, its wall times read in the zone.
    void planSpan(BusinessTable table, qint64 owner, const QByteArray& zone, const BusinessFile::Span& span,
                  const QString& ownerName);

    [[nodiscard]] std::variant<BusinessPlan, Mistakes> take();

private:
    [[nodiscard]] std::optional<Instant> spanEnd(const QString& text, const QString& path, const QByteArray& zone,
                                                 bool isEnd);

    const BusinessFile& m_file;
    const BusinessRows& m_rows;
    Instant m_now;
    BusinessPlan m_plan;
    Mistakes m_mistakes;
    std::vector<BusinessRow> m_locations; ///< as they will be, new ones included
    std::vector<BusinessRow> m_resources;
    qint64 m_nextNew = -1;
    qint64 m_lastPosition = 0;
};

} // namespace frontdesk
