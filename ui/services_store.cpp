#include "ui/services_store.h"

#include "models/link/database_link.h"

namespace frontdesk
{

TableMirror* LinkServiceStore::rows() const
{
    return m_link->services();
}

CataloguePtr LinkServiceStore::catalogue() const
{
    return m_link->catalogue();
}

std::vector<EditingElsewhere> LinkServiceStore::editingElsewhere() const
{
    return m_link->editingElsewhere();
}

void LinkServiceStore::save(qint64 id, RowVersion seen, const QVariantMap& fields, QObject* context,
                            std::function<void(const Outcome&)> answer)
{
    m_link->saveService(id, seen, fields, context, std::move(answer));
}

void LinkServiceStore::announceEditing(qint64 id)
{
    m_link->announceEditing(QStringLiteral("service"), id);
}

void LinkServiceStore::readAhead(QObject* context, std::function<void(const QHash<qint64, int>&)> answer)
{
    m_link->servicesAhead(context, std::move(answer));
}

void LinkServiceStore::readImpact(const Service& edited, QObject* context,
                                  std::function<void(const ServiceImpact&)> answer)
{
    m_link->serviceImpact(edited, context, std::move(answer));
}

} // namespace frontdesk
