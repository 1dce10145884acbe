#pragma once

#include "models/booking/conflict.h"
#include "ui/services_store.h"
#include "ui/services_text.h"

#include <QAbstractTableModel>

namespace frontdesk
{

/// The services as the table shows them: a row is a service of the mirror, or at the end a draft that is not saved yet.
/// A cell's EditRole takes typed text; what can't be read stays in the cell with its problem (ProblemRole) and is not
/// sent. Everything else is sent as one versioned save of that row.
class ServicesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Colour,
        Name,
        Category,
        Duration,
        Buffer,
        Price,
        Staff,
        Needs,
        Online,
        Ahead,
        Active,
        State,
        ColumnCount
    };
    enum Role { ProblemRole = Qt::UserRole + 1, ColourRole, RetiredRole, IdRole, BadgeRole, WarningRole, SortRole };

    explicit ServicesModel(ServiceStore* store, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    /// The row as it stands when an editor opens on it; the save is checked against this version.
    void beginEdit(const QModelIndex& index);
    void endEdit();
    /// Text that stands in the open editor: what saving it would break is asked for and shown in the row.
    void preview(const QModelIndex& index, const QString& text);
    /// What the edit that is shown last breaks; null when it breaks nothing.
    [[nodiscard]] const ServiceImpact* impact() const;
    /// Asks anew how often each service is booked ahead.
    void readAhead();
    /// A new service to fill in: it is saved as one row by saveDrafts().
    QModelIndex addDraft();
    /// Saves the drafts that have a name and nothing wrong, but for the one in that row; without it all of them.
    void saveDrafts(int exceptRow = -1);
    void duplicate(int row);
    void setRetired(int row, bool retired);
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }
    /// Saves what was decided on the other manager's version.
    void saveDecided(qint64 id, RowVersion theirs, const Conflict& decided);
    [[nodiscard]] const CataloguePtr& catalogue() const { return m_catalogue; }

    /// A row of the mirror by column names, JSON read, so that equal values compare equal on both databases.
    [[nodiscard]] QVariantMap fieldsOf(int row) const;
    [[nodiscard]] static std::vector<ConflictGroup> groups();

signals:
    /// Two managers on one row: the other's version is in the book.
    void conflictMet(qint64 id, const frontdesk::Conflict& conflict, const frontdesk::VersionConflict& theirs);
    void said(const QString& text);
    void undoChanged();
    /// A draft is a service now, and stands in the table.
    void added(qint64 id);
    void impactChanged();

private:
    struct Change { ///< one save, for undo
        qint64 id;
        QVariantMap before;
        QVariantMap after;
    };
    struct Opened {
        qint64 id = 0;
        RowVersion version;
        QVariantMap fields;
    };
    struct Draft {
        qint64 id; ///< negative, so that what is typed into drafts and services is told apart
        QVariantMap fields;
    };
    using Wrong = QPair<qint64, int>; ///< row id and column

    void followMirror();
    [[nodiscard]] bool isDraft(int row) const;
    [[nodiscard]] qint64 idOf(int row) const;
    [[nodiscard]] int rowOf(qint64 id) const;
    [[nodiscard]] RowVersion versionOf(int row) const;
    void askImpact(qint64 id, const QVariantMap& fields);
    void clearImpact();
    [[nodiscard]] QString impactText(qint64 id) const;
    [[nodiscard]] QVariant sortKey(const QVariantMap& fields, qint64 id, int column) const;
    [[nodiscard]] QString shown(const QVariantMap& fields, int column) const;
    [[nodiscard]] std::variant<QVariantMap, CellProblem> read(int column, const QString& text,
                                                              const QVariantMap& fields) const;
    [[nodiscard]] size_t draftAt(int row) const;
    [[nodiscard]] bool isReady(const Draft& draft) const;
    [[nodiscard]] QString draftText(int row) const;
    void appendDraft(const QVariantMap& fields);
    QVariantMap takeDraft(int row);
    void followDraft(qint64 id);
    void send(qint64 id, RowVersion seen, const QVariantMap& opened, const QVariantMap& changed, bool remember);
    void answered(qint64 id, const QVariantMap& opened, const QVariantMap& changed, bool remember,
                  const Outcome& outcome);
    void whenMirrored(qint64 id, RowVersion version, std::function<void()> run);
    void rowLooks(qint64 id);
    void turnBack(const Change& change, const QVariantMap& from, const QVariantMap& to);
    [[nodiscard]] VersionConflict theirsOf(int row) const;
    static QVariantMap toColumns(const QVariantMap& fields);

    ServiceStore* m_store;
    TableMirror* m_mirror;
    CataloguePtr m_catalogue;
    std::vector<Draft> m_drafts;
    qint64 m_lastDraft = 0;
    QHash<Wrong, QPair<QString, QString>> m_wrong; ///< typed text and its problem
    QHash<qint64, int> m_saving;
    QHash<qint64, QString> m_refused;
    Opened m_opened;
    QHash<qint64, int> m_ahead; ///< bookings from now on, by service
    qint64 m_impactOf = 0;
    std::optional<ServiceImpact> m_impact;
    QVariantMap m_impactFields; ///< for which it was asked
    std::vector<Change> m_done;
    std::vector<Change> m_undone;
};

} // namespace frontdesk
