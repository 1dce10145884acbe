#include "models/tables/table_mirror.h"

#include <algorithm>
#include <optional>

namespace frontdesk
{

namespace
{

/// Marks the longest run of positions that already ascend: those rows stay, the others are moved.
std::vector<bool> rowsThatStay(const std::vector<int>& positions)
{
    std::vector<size_t> tails; // tails[n]: where the best ascending run of length n + 1 ends
    std::vector<size_t> before(positions.size());
    for (size_t i = 0; i < positions.size(); ++i) {
        const auto at = std::ranges::lower_bound(tails, positions[i], {}, [&](size_t tail) { return positions[tail]; });
        before[i] = at == tails.begin() ? i : *(at - 1);
        if (at == tails.end()) {
            tails.push_back(i);
        } else {
            *at = i;
        }
    }
    std::vector<bool> stays(positions.size(), false);
    if (!tails.empty()) {
        size_t i = tails.back();
        stays[i] = true;
        while (before[i] != i) {
            i = before[i];
            stays[i] = true;
        }
    }
    return stays;
}

/// First and last column that differ; first > last when the rows are equal.
struct ColumnSpan {
    int first;
    int last;
};
ColumnSpan differingColumns(const std::vector<QVariant>& a, const std::vector<QVariant>& b)
{
    ColumnSpan span{int(a.size()), -1};
    for (int column = 0; column < int(a.size()); ++column) {
        if (a[size_t(column)] != b[size_t(column)]) {
            span.first = std::min(span.first, column);
            span.last = column;
        }
    }
    return span;
}

/// Moves [from, from + count) before what stands at `to`, which lies outside of it.
template <class T>
void rotateRun(std::vector<T>& values, int from, int count, int to)
{
    const auto at = values.begin();
    if (to < from) {
        std::rotate(at + to, at + from, at + from + count);
    } else {
        std::rotate(at + from, at + from + count, at + to);
    }
}

} // namespace

int TableMirror::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TableMirror::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant TableMirror::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return m_rows[size_t(index.row())][size_t(index.column())];
    case KeyRole:
        return keyAt(index.row());
    default:
        return {};
    }
}

QVariant TableMirror::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section >= 0 && section < m_columns.size()) {
        return m_columns.at(section);
    }
    return QAbstractTableModel::headerData(section, orientation, role);
}

int TableMirror::column(QStringView name) const
{
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns.at(i) == name) {
            return i;
        }
    }
    return -1;
}

int TableMirror::rowOf(qint64 key) const
{
    if (m_indexed == 0) {
        m_rowOfKey.clear();
    }
    for (; m_indexed < int(m_rows.size()); ++m_indexed) {
        m_rowOfKey.insert(keyAt(m_indexed), m_indexed);
    }
    return m_rowOfKey.value(key, -1);
}

qint64 TableMirror::keyAt(int row) const
{
    return keyOf(m_rows[size_t(row)]);
}

QVariant TableMirror::value(int row, QStringView columnName) const
{
    const int at = column(columnName);
    return at < 0 || row < 0 || row >= rowCount() ? QVariant() : m_rows[size_t(row)][size_t(at)];
}

void TableMirror::apply(const TableSnapshotPtr& snapshot)
{
    if (!snapshot) {
        return;
    }
    if (snapshot->columns != m_columns || snapshot->keyColumn != m_keyColumn) {
        reset(*snapshot);
    } else if (snapshot != m_applied) {
        Positions wanted;
        wanted.reserve(qsizetype(snapshot->rows.size()));
        for (const Row& row : snapshot->rows) {
            wanted.insert(keyOf(row), int(wanted.size()));
        }
        removeAbsent(wanted);
        moveSurvivors(wanted);
        insertNew(*snapshot);
        changeRows(*snapshot);
    }
    m_applied = snapshot;
    emit refreshed();
}

void TableMirror::reset(const TableSnapshot& snapshot)
{
    beginResetModel();
    for (const Row& row : m_rows) {
        rowRemoved(keyOf(row));
    }
    m_columns = snapshot.columns;
    m_keyColumn = snapshot.keyColumn;
    m_rows = snapshot.rows;
    forgetRowsFrom(0);
    for (const Row& row : m_rows) {
        rowChanged(keyOf(row));
    }
    endResetModel();
}

void TableMirror::removeAbsent(const Positions& wanted)
{
    int last = int(m_rows.size()) - 1;
    while (last >= 0) {
        if (wanted.contains(keyAt(last))) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(keyAt(first - 1))) {
            --first;
        }
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row) {
            const qint64 key = keyAt(row);
            rowRemoved(key);
            m_rowOfKey.remove(key);
        }
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        forgetRowsFrom(first);
        endRemoveRows();
        last = first - 1;
    }
}

void TableMirror::moveSurvivors(const Positions& wanted)
{
    // What is left in both: ranks[row] is where the row belongs among them.
    std::vector<int> positions;
    positions.reserve(m_rows.size());
    for (const Row& row : m_rows) {
        positions.push_back(wanted.value(keyOf(row)));
    }
    if (std::ranges::is_sorted(positions)) {
        return;
    }
    std::vector<int> order = positions;
    std::ranges::sort(order);
    std::vector<int> ranks;
    std::vector<bool> settled(positions.size(), false); // by rank
    const std::vector<bool> stays = rowsThatStay(positions);
    for (size_t row = 0; row < positions.size(); ++row) {
        ranks.push_back(int(std::ranges::lower_bound(order, positions[row]) - order.begin()));
        settled[size_t(ranks[row])] = stays[row];
    }
    // In ascending order each mover goes behind its predecessor, which is settled by then; its followers go with it.
    const int end = int(ranks.size());
    for (int rank = 0; rank < end; ++rank) {
        if (settled[size_t(rank)]) {
            continue;
        }
        const int from = int(std::ranges::find(ranks, rank) - ranks.begin());
        int count = 1;
        while (from + count < end && ranks[size_t(from + count)] == rank + count && !settled[size_t(rank + count)]) {
            ++count;
        }
        const int to = rank == 0 ? 0 : int(std::ranges::find(ranks, rank - 1) - ranks.begin()) + 1;
        if (to < from || to > from + count) {
            moveRun(from, count, to);
            rotateRun(ranks, from, count, to);
        }
        rank += count - 1;
    }
}

void TableMirror::moveRun(int from, int count, int to)
{
    beginMoveRows({}, from, from + count - 1, {}, to);
    rotateRun(m_rows, from, count, to);
    forgetRowsFrom(std::min(from, to));
    endMoveRows();
}

void TableMirror::insertNew(const TableSnapshot& snapshot)
{
    const int end = int(snapshot.rows.size());
    for (int row = 0; row < end; ++row) {
        const auto standsHere = [&](int i) {
            return row < rowCount() && keyAt(row) == keyOf(snapshot.rows[size_t(i)]);
        };
        if (standsHere(row)) {
            continue;
        }
        int last = row;
        while (last + 1 < end && !standsHere(last + 1)) {
            ++last;
        }
        for (int i = row; i <= last; ++i) {
            rowChanged(keyOf(snapshot.rows[size_t(i)]));
        }
        beginInsertRows({}, row, last);
        m_rows.insert(m_rows.begin() + row, snapshot.rows.begin() + row, snapshot.rows.begin() + last + 1);
        forgetRowsFrom(row);
        endInsertRows();
        row = last;
    }
}

void TableMirror::changeRows(const TableSnapshot& snapshot)
{
    // One signal for each run of changed rows, with the columns that hold all their changes.
    const int end = int(m_rows.size());
    for (int row = 0; row < end; ++row) {
        ColumnSpan columns{columnCount(), -1};
        int next = row;
        for (; next < end; ++next) {
            const Row& fresh = snapshot.rows[size_t(next)];
            const ColumnSpan span = differingColumns(m_rows[size_t(next)], fresh);
            if (span.last < 0) {
                break;
            }
            columns = {std::min(columns.first, span.first), std::max(columns.last, span.last)};
            m_rows[size_t(next)] = fresh;
            rowChanged(keyOf(fresh));
        }
        if (next > row) {
            emit dataChanged(index(row, columns.first), index(next - 1, columns.last));
            row = next; // that one is equal
        }
    }
}

void TableMirror::rowChanged(qint64 key)
{
    Q_UNUSED(key)
}

void TableMirror::rowRemoved(qint64 key)
{
    Q_UNUSED(key)
}

} // namespace frontdesk
