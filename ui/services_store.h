#pragma once

#include "models/booking/outcome.h"
#include "models/domain/catalogue.h"
#include "models/link/service_reads.h"
#include "models/tables/table_mirror.h"

#include <QVariantMap>

#include <functional>

namespace frontdesk
{

struct EditingElsewhere;
class DatabaseLink;

/// Where the services window reads and saves; the database link, or a test.
class ServiceStore
{
public:
    virtual ~ServiceStore() = default;
    /// Every service, retired ones too, a row each with the table's columns.
    [[nodiscard]] virtual TableMirror* rows() const = 0;
    [[nodiscard]] virtual CataloguePtr catalogue() const = 0;
    [[nodiscard]] virtual std::vector<EditingElsewhere> editingElsewhere() const = 0;
    /// The versioned save of one row: fields by column name; id 0 inserts. Answered later, on the GUI thread.
    virtual void save(qint64 id, RowVersion seen, const QVariantMap& fields, QObject* context,
                      std::function<void(const Outcome&)> answer) = 0;
    virtual void announceEditing(qint64 id) = 0;
    /// How often each service is booked from now on, by its id.
    virtual void readAhead(QObject* context, std::function<void(const QHash<qint64, int>&)> answer) = 0;
    /// What the service as edited would mean for what is booked of it. A later question of the same context supersedes
    /// this one, which isn't answered then.
    virtual void readImpact(const Service& edited, QObject* context,
                            std::function<void(const ServiceImpact&)> answer) = 0;
};

class LinkServiceStore final : public ServiceStore
{
public:
    explicit LinkServiceStore(DatabaseLink* link) : m_link(link) {}
    [[nodiscard]] TableMirror* rows() const override;
    [[nodiscard]] CataloguePtr catalogue() const override;
    [[nodiscard]] std::vector<EditingElsewhere> editingElsewhere() const override;
    void save(qint64 id, RowVersion seen, const QVariantMap& fields, QObject* context,
              std::function<void(const Outcome&)> answer) override;
    void announceEditing(qint64 id) override;
    void readAhead(QObject* context, std::function<void(const QHash<qint64, int>&)> answer) override;
    void readImpact(const Service& edited, QObject* context, std::function<void(const ServiceImpact&)> answer) override;

private:
    DatabaseLink* m_link;
};

} // namespace frontdesk
