#include "models/booking/command_bus.h"
#include "ui/services_model.h"

namespace frontdesk
{

// A new service is filled in as a draft at the end of the table, and saved whole when its row is done with: so that
// no cell is left behind while its first ones are on their way to the database.

bool ServicesModel::isDraft(int row) const
{
    return row >= m_mirror->rowCount();
}

size_t ServicesModel::draftAt(int row) const
{
    return size_t(row - m_mirror->rowCount());
}

qint64 ServicesModel::idOf(int row) const
{
    return isDraft(row) ? m_drafts[draftAt(row)].id : m_mirror->keyAt(row);
}

int ServicesModel::rowOf(qint64 id) const
{
    if (id >= 0)
        return m_mirror->rowOf(id);
    const auto draft = std::ranges::find(m_drafts, id, &Draft::id);
    return draft == m_drafts.end() ? -1 : m_mirror->rowCount() + int(draft - m_drafts.begin());
}

QModelIndex ServicesModel::addDraft()
{
    const Location* location = m_catalogue->locations.empty() ? nullptr : &m_catalogue->locations.front();
    const Steps steps{{Minutes(30), {ResourceKind::Staff}}};
    appendDraft({{QStringLiteral("name"), QString()},
                 {QStringLiteral("category"), QString()},
                 {QStringLiteral("price_minor"), qint64(0)},
                 {QStringLiteral("currency"), QString::fromLatin1(location ? location->currency : "EUR")},
                 {QStringLiteral("colour"), QStringLiteral("#2f6fed")},
                 {QStringLiteral("buffer_before"), qint64(0)},
                 {QStringLiteral("buffer_after"), qint64(0)},
                 {QStringLiteral("online"), qint64(0)},
                 {QStringLiteral("retired_at"), QVariant()},
                 {QStringLiteral("steps"), QString::fromUtf8(toJson(steps))},
                 {QStringLiteral("able"), QVariantList()}});
    return index(rowCount() - 1, Name);
}

void ServicesModel::appendDraft(const QVariantMap& fields)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_drafts.push_back({--m_lastDraft, fields});
    endInsertRows();
}

QVariantMap ServicesModel::takeDraft(int row)
{
    const auto draft = m_drafts.begin() + std::ptrdiff_t(draftAt(row));
    const Draft taken = *draft;
    beginRemoveRows({}, row, row);
    m_drafts.erase(draft);
    endRemoveRows();
    m_wrong.removeIf([&taken](const auto& wrong) { return wrong.key().first == taken.id; });
    m_refused.remove(taken.id);
    return taken.fields;
}

bool ServicesModel::isReady(const Draft& draft) const
{
    return !draft.fields.value(QStringLiteral("name")).toString().isEmpty() &&
           std::ranges::none_of(m_wrong.keys(), [&draft](const Wrong& cell) { return cell.first == draft.id; });
}

QString ServicesModel::draftText(int row) const
{
    const Draft& draft = m_drafts[draftAt(row)];
    if (m_refused.contains(draft.id))
        return m_refused.value(draft.id);
    if (isReady(draft))
        return tr("new: Enter saves it");
    const bool named = !draft.fields.value(QStringLiteral("name")).toString().isEmpty();
    return named ? tr("not saved: see red") : tr("new: give it a name");
}

void ServicesModel::saveDrafts(int exceptRow)
{
    for (int row = rowCount() - 1; row >= 0 && isDraft(row); --row) {
        if (row != exceptRow && isReady(m_drafts[draftAt(row)]))
            send(0, {}, {}, takeDraft(row), true);
    }
}

void ServicesModel::followDraft(qint64 id)
{
    whenMirrored(id, RowVersion(1), [this, id] { emit added(id); });
}

} // namespace frontdesk
