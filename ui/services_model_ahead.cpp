#include "models/booking/command_bus.h"
#include "ui/services_model.h"

#include <QColor>

namespace frontdesk
{

// What is booked of the services already: how much, what an edit would break, and the order by each column.

namespace
{

Service serviceOf(qint64 id, const QVariantMap& fields)
{
    Service service;
    service.id = ServiceId(id);
    service.steps = stepsFromJson(fields.value(QStringLiteral("steps")).toString().toUtf8()).value_or(Steps());
    service.bufferBefore = Seconds(fields.value(QStringLiteral("buffer_before")).toLongLong());
    service.bufferAfter = Seconds(fields.value(QStringLiteral("buffer_after")).toLongLong());
    for (const QVariant& able : fields.value(QStringLiteral("able")).toList())
        service.able.push_back(ResourceId(able.toLongLong()));
    return service;
}

} // namespace

void ServicesModel::readAhead()
{
    m_store->readAhead(this, [this](const QHash<qint64, int>& ahead) {
        if (ahead == m_ahead)
            return;
        m_ahead = ahead;
        if (rowCount() > 0)
            emit dataChanged(index(0, Ahead), index(rowCount() - 1, Ahead));
    });
}

void ServicesModel::preview(const QModelIndex& index, const QString& text)
{
    const qint64 id = idOf(index.row());
    const bool matters =
        index.column() == Duration || index.column() == Buffer || index.column() == Staff || index.column() == Needs;
    if (!matters || id < 0 || m_opened.id != id)
        return;
    const auto typed = read(index.column(), text, m_opened.fields);
    if (std::holds_alternative<CellProblem>(typed) || text == shown(m_opened.fields, index.column())) {
        clearImpact();
        return;
    }
    QVariantMap fields = m_opened.fields;
    fields.insert(std::get<QVariantMap>(typed));
    askImpact(id, fields);
}

void ServicesModel::askImpact(qint64 id, const QVariantMap& fields)
{
    if (m_impactOf != id)
        clearImpact();
    m_impactOf = id;
    m_impactFields = fields;
    m_store->readImpact(serviceOf(id, fields), this, [this, id, asked = fields](const ServiceImpact& impact) {
        if (m_impactOf != id || m_impactFields != asked)
            return; // typed on meanwhile
        m_impact = impact;
        rowLooks(id);
        emit impactChanged();
    });
}

void ServicesModel::clearImpact()
{
    const qint64 before = m_impactOf;
    m_impactOf = 0;
    m_impact.reset();
    m_impactFields.clear();
    if (before != 0)
        rowLooks(before);
    emit impactChanged();
}

const ServiceImpact* ServicesModel::impact() const
{
    return m_impact && m_impact->breaks > 0 ? &*m_impact : nullptr;
}

QString ServicesModel::impactText(qint64 id) const
{
    if (m_impactOf != id || !m_impact || m_impact->breaks == 0)
        return {};
    return tr("breaks %1 of %2", "bookings that would no longer fit").arg(m_impact->breaks).arg(m_impact->booked);
}

/// Numbers by their value, text as it reads.
QVariant ServicesModel::sortKey(const QVariantMap& fields, qint64 id, int column) const
{
    switch (column) {
    case Colour:
        return QColor(fields.value(QStringLiteral("colour")).toString()).hue();
    case Duration:
        return qint64(totalLength(serviceOf(id, fields).steps).count());
    case Buffer:
        return fields.value(QStringLiteral("buffer_before")).toLongLong() +
               fields.value(QStringLiteral("buffer_after")).toLongLong();
    case Price:
        return fields.value(QStringLiteral("price_minor")).toLongLong();
    case Online:
        return fields.value(QStringLiteral("online")).toInt();
    case Ahead:
        return m_ahead.value(id);
    case Active:
        return fields.value(QStringLiteral("retired_at")).isNull() ? 0 : 1;
    default:
        return shown(fields, column).toCaseFolded();
    }
}

} // namespace frontdesk
