#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <memory>
#include <vector>

namespace frontdesk
{

/// The rows of one table model at one moment, taken on the database thread and handed over whole; immutable.
struct TableSnapshot {
    QStringList columns;
    int keyColumn = 0; ///< integer ids, unique within the snapshot
    std::vector<std::vector<QVariant>> rows;
};
using TableSnapshotPtr = std::shared_ptr<const TableSnapshot>;

/// What views bind to: the GUI thread's copy of a table model. A row is a database row, a column a database column;
/// DisplayRole and EditRole give the raw value. Receives snapshots, compares whole rows by key and emits the fewest
/// insert, remove, move and change signals, so that selection and scroll survive. GUI thread only.
class TableMirror : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole + 1, FirstFreeRole };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] int column(QStringView name) const;
    /// Row of a key, or -1.
    [[nodiscard]] int rowOf(qint64 key) const;
    [[nodiscard]] qint64 keyAt(int row) const;
    [[nodiscard]] QVariant value(int row, QStringView column) const;

public slots:
    void apply(const frontdesk::TableSnapshotPtr& snapshot);

signals:
    /// A snapshot has been taken in, changed or not.
    void refreshed();

protected:
    [[nodiscard]] const std::vector<QVariant>& rowValues(int row) const { return m_rows[size_t(row)]; }
    /// Called before the signals of a row that is new or has changed; for caches.
    virtual void rowChanged(qint64 key);
    virtual void rowRemoved(qint64 key);

private:
    using Row = std::vector<QVariant>;
    using Positions = QHash<qint64, int>;

    void reset(const TableSnapshot& snapshot);
    void removeAbsent(const Positions& wanted);
    void moveSurvivors(const Positions& wanted);
    void moveRun(int from, int count, int to);
    void insertNew(const TableSnapshot& snapshot);
    void changeRows(const TableSnapshot& snapshot);
    [[nodiscard]] qint64 keyOf(const Row& row) const { return row[size_t(m_keyColumn)].toLongLong(); }
    void forgetRowsFrom(int row) { m_indexed = std::min(m_indexed, row); }

    QStringList m_columns;
    int m_keyColumn = 0;
    std::vector<Row> m_rows;
    TableSnapshotPtr m_applied;
    // Rows of [0, m_indexed) stand right in the hash; the rest is read in when somebody asks.
    mutable Positions m_rowOfKey;
    mutable int m_indexed = 0;
};

} // namespace frontdesk

Q_DECLARE_METATYPE(frontdesk::TableSnapshotPtr)
