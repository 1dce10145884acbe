#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/catalogue.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace frontdesk
{

/// The clients that the search found, and as the last row the new client that the typed text would make. A row's
/// DisplayRole is what a screen reader says.
class ClientListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { NameRole = Qt::UserRole + 1, PhoneRole, HistoryRole, IsNewRole };
    using QAbstractListModel::QAbstractListModel;

    void show(const QString& typed, std::vector<ClientHit> hits, const CataloguePtr& catalogue);
    void clear();
    [[nodiscard]] const std::vector<ClientHit>& hits() const { return m_hits; }
    [[nodiscard]] const QString& typed() const { return m_typed; }
    [[nodiscard]] bool isNewRow(int row) const { return row == int(m_hits.size()); }
    [[nodiscard]] int rowOf(ClientId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QString m_typed;
    std::vector<ClientHit> m_hits;
    CataloguePtr m_catalogue;
};

/// Draws a row as name, phone and history, with the typed parts underlined in the name.
class ClientDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A name or a number without case, accents and punctuation, for comparing on screen; the search itself folds in the
/// database's keys.
[[nodiscard]] QString foldedForCompare(const QString& text);
[[nodiscard]] QString digitsOf(const QString& text);
/// Whether the typed text is a phone number or a part of one.
[[nodiscard]] bool looksLikePhone(const QString& text);
/// Long enough to be searched: 2 letters (1 of a script without an alphabet of letters), 3 digits.
[[nodiscard]] bool isSearchable(const QString& text);
/// Whether more than one of the clients carries the typed name or number, or the first two the same name: then nobody
/// but a person may pick.
[[nodiscard]] bool sharedByMany(const QString& typed, const std::vector<ClientHit>& hits);
/// Same name but for a letter or two, or the same number.
[[nodiscard]] bool isNear(const QString& name, const QString& phone, const ClientHit& hit);

} // namespace frontdesk
