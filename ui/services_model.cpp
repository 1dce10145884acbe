#include "ui/services_model.h"

#include "models/booking/command_bus.h"
#include "ui/booking_popup_service.h"
#include "ui/refusal_text.h"

#include <QColor>
#include <QJsonArray>
#include <QJsonDocument>

namespace frontdesk
{

namespace
{

QByteArray bytes(const QVariant& value)
{
    return value.toString().toUtf8();
}

std::vector<ResourceId> resourcesOf(const QVariantMap& fields)
{
    std::vector<ResourceId> able;
    for (const QVariant& id : fields.value(QStringLiteral("able")).toList())
        able.push_back(ResourceId(id.toLongLong()));
    return able;
}

QVariantList sortedList(std::vector<ResourceId> able)
{
    std::ranges::sort(able);
    QVariantList list;
    for (ResourceId id : able)
        list.append(id.value());
    return list;
}

Steps stepsOf(const QVariantMap& fields)
{
    return stepsFromJson(bytes(fields.value(QStringLiteral("steps")))).value_or(Steps{});
}

Money priceOf(const QVariantMap& fields)
{
    return {fields.value(QStringLiteral("price_minor")).toLongLong(), bytes(fields.value(QStringLiteral("currency")))};
}

Buffers buffersOf(const QVariantMap& fields)
{
    return {Seconds(fields.value(QStringLiteral("buffer_before")).toLongLong()),
            Seconds(fields.value(QStringLiteral("buffer_after")).toLongLong())};
}

bool isRetired(const QVariantMap& fields)
{
    return !fields.value(QStringLiteral("retired_at")).isNull();
}

} // namespace

ServicesModel::ServicesModel(ServiceStore* store, QObject* parent)
    : QAbstractTableModel(parent), m_store(store), m_mirror(store->rows()), m_catalogue(store->catalogue())
{
    followMirror();
    readAhead();
}

/// The mirror's signals are passed on as they come: a row that is being edited keeps its editor.
void ServicesModel::followMirror()
{
    connect(m_mirror, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int last) { beginInsertRows({}, first, last); });
    connect(m_mirror, &QAbstractItemModel::rowsInserted, this, [this] { endInsertRows(); });
    connect(m_mirror, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { beginRemoveRows({}, first, last); });
    connect(m_mirror, &QAbstractItemModel::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(m_mirror, &QAbstractItemModel::rowsAboutToBeMoved, this,
            [this](const QModelIndex&, int first, int last, const QModelIndex&, int to) {
                beginMoveRows({}, first, last, {}, to);
            });
    connect(m_mirror, &QAbstractItemModel::rowsMoved, this, [this] { endMoveRows(); });
    connect(m_mirror, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(m_mirror, &QAbstractItemModel::modelReset, this, [this] { endResetModel(); });
    connect(m_mirror, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
        emit dataChanged(index(from.row(), 0), index(to.row(), ColumnCount - 1));
    });
    connect(m_mirror, &TableMirror::refreshed, this, [this] { m_catalogue = m_store->catalogue(); });
}

int ServicesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_mirror->rowCount() + int(m_drafts.size());
}

int ServicesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

RowVersion ServicesModel::versionOf(int row) const
{
    return isDraft(row) ? RowVersion() : RowVersion(m_mirror->value(row, u"version").toLongLong());
}

QVariantMap ServicesModel::fieldsOf(int row) const
{
    if (isDraft(row))
        return m_drafts[draftAt(row)].fields;
    QVariantMap fields;
    for (const char* column : {"name", "category", "price_minor", "currency", "colour", "buffer_before", "buffer_after",
                               "online", "retired_at"}) {
        const QString name = QLatin1StringView(column);
        QVariant value = m_mirror->value(row, name);
        const bool text = name == QLatin1StringView("name") || name == QLatin1StringView("category") ||
                          name == QLatin1StringView("currency") || name == QLatin1StringView("colour");
        if (!value.isNull())
            value = text ? QVariant(value.toString()) : QVariant(value.toLongLong());
        fields.insert(name, value);
    }
    const auto steps = stepsFromJson(bytes(m_mirror->value(row, u"steps")));
    fields.insert(QStringLiteral("steps"), QString::fromUtf8(toJson(steps.value_or(Steps{}))));
    std::vector<ResourceId> able;
    for (const QJsonValue id : QJsonDocument::fromJson(bytes(m_mirror->value(row, u"able"))).array())
        able.push_back(ResourceId(id.toInteger()));
    fields.insert(QStringLiteral("able"), sortedList(able));
    return fields;
}

QVariantMap ServicesModel::toColumns(const QVariantMap& fields)
{
    QVariantMap columns = fields;
    if (columns.contains(QStringLiteral("able"))) {
        QJsonArray able;
        for (const QVariant& id : fields.value(QStringLiteral("able")).toList())
            able.append(id.toLongLong());
        columns.insert(QStringLiteral("able"), QString::fromUtf8(QJsonDocument(able).toJson(QJsonDocument::Compact)));
    }
    return columns;
}

std::vector<ConflictGroup> ServicesModel::groups()
{
    const auto group = [](const char* key, std::initializer_list<const char*> fields) {
        ConflictGroup made{QLatin1StringView(key), {}, false};
        for (const char* field : fields)
            made.fields.append(QLatin1StringView(field));
        return made;
    };
    return {group("name", {"name"}),
            group("category", {"category"}),
            group("steps", {"steps"}),
            group("buffers", {"buffer_before", "buffer_after"}),
            group("price", {"price_minor", "currency"}),
            group("able", {"able"}),
            group("colour", {"colour"}),
            group("online", {"online"}),
            group("active", {"retired_at"})};
}

QString ServicesModel::shown(const QVariantMap& fields, int column) const
{
    switch (column) {
    case Colour:
        return fields.value(QStringLiteral("colour")).toString();
    case Name:
        return fields.value(QStringLiteral("name")).toString();
    case Category:
        return fields.value(QStringLiteral("category")).toString();
    case Duration:
        return stepsLine(stepsOf(fields));
    case Buffer:
        return buffersLine(buffersOf(fields));
    case Price:
        return formatMoney(priceOf(fields), QLocale());
    case Staff:
        return resourcesLine(*m_catalogue, resourcesOf(fields), true);
    case Needs:
        return resourcesLine(*m_catalogue, resourcesOf(fields), false);
    default:
        return {};
    }
}

QVariant ServicesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qint64 id = idOf(index.row());
    const Wrong key{id, index.column()};
    if (role == ProblemRole)
        return m_wrong.value(key).second;
    if (role == IdRole)
        return id;
    const QVariantMap fields = fieldsOf(index.row());
    if (role == RetiredRole)
        return isRetired(fields);
    if (role == ColourRole)
        return QColor(fields.value(QStringLiteral("colour")).toString());
    if (role == Qt::CheckStateRole && index.column() == Online)
        return fields.value(QStringLiteral("online")).toInt() ? Qt::Checked : Qt::Unchecked;
    if (role == SortRole)
        return sortKey(fields, id, index.column());
    if (role == WarningRole)
        return index.column() == State && !impactText(id).isEmpty();
    if (index.column() == State && role == Qt::ToolTipRole && !impactText(id).isEmpty())
        return tr("So many of those booked ahead could not be booked like this. They keep what they have.");
    if (index.column() == Ahead && role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (index.column() == Ahead && role == Qt::DisplayRole)
        return isDraft(index.row()) ? QString() : QLocale().toString(m_ahead.value(id));
    if (role == Qt::CheckStateRole && index.column() == Active)
        return isRetired(fields) ? Qt::Unchecked : Qt::Checked;
    if (index.column() == State && (role == Qt::DisplayRole || role == BadgeRole)) {
        for (const EditingElsewhere& other : m_store->editingElsewhere()) {
            if (other.table == QLatin1StringView("service") && other.id == id)
                return tr("%1 is editing this").arg(other.person.isEmpty() ? other.desk : other.person);
        }
        if (const QString impact = impactText(id); !impact.isEmpty())
            return impact;
        if (m_saving.value(id) > 0)
            return tr("saving …");
        return isDraft(index.row()) ? draftText(index.row()) : m_refused.value(id);
    }
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return m_wrong.contains(key) ? m_wrong.value(key).first : shown(fields, index.column());
    if (role == Qt::AccessibleDescriptionRole)
        return m_wrong.value(key).second;
    return {};
}

QVariant ServicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {QString(),    tr("Service"), tr("Category"), tr("Duration"), tr("Buffer before · after"),
                             tr("Price"),  tr("Staff"),   tr("Needs"),    tr("Online"),   tr("Booked ahead"),
                             tr("Active"), QString()};
    return section >= 0 && section < int(ColumnCount) ? names[section] : QString();
}

Qt::ItemFlags ServicesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (index.column() == Online || index.column() == Active)
        return flags | Qt::ItemIsUserCheckable;
    return index.column() == State || index.column() == Ahead ? flags : flags | Qt::ItemIsEditable;
}

} // namespace frontdesk
