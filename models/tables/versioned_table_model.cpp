#include "models/tables/versioned_table_model.h"

#include "models/storage/connection.h"
#include "models/storage/row_statements.h"

#include <QSqlDriver>
#include <QSqlField>
#include <QSqlRecord>

namespace frontdesk
{

namespace
{

const auto idName = QStringLiteral("id");
const auto versionName = QStringLiteral("version");
const auto commandName = QStringLiteral("command_id");

/// Fields that say who saved, not what.
bool isBookkeeping(const QString& field)
{
    return field == QLatin1StringView("changed_by") || field == QLatin1StringView("changed_desk") ||
           field == commandName;
}

/// The fields that a person may set, in the record's order; id and version are the model's own.
QSqlRecord writable(const QSqlRecord& values)
{
    QSqlRecord kept = values;
    kept.setGenerated(idName, false);
    kept.setGenerated(versionName, false);
    return kept;
}

QVariantList generatedValues(const QSqlRecord& values)
{
    QVariantList list;
    for (int i = 0; i < values.count(); ++i) {
        if (values.isGenerated(i)) {
            list << values.value(i);
        }
    }
    return list;
}

StorageError problem(StorageError::Kind kind, const QString& text)
{
    StorageError error;
    error.kind = kind;
    error.text = text;
    return error;
}

StorageError savedByAnother()
{
    return problem(StorageError::Kind::Stale, QStringLiteral("saved by somebody else"));
}

} // namespace

VersionedTableModel::VersionedTableModel(Connection& connection, const QString& table, QObject* parent)
    : QSqlTableModel(parent, connection.database()), m_connection(connection)
{
    QSqlTableModel::setEditStrategy(OnManualSubmit);
    setTable(table);
}

bool VersionedTableModel::select()
{
    if (isDirty()) {
        refuse(problem(StorageError::Kind::Busy, QStringLiteral("an edit is not saved yet")));
        return false;
    }
    if (!QSqlTableModel::select()) {
        return false;
    }
    while (canFetchMore()) {
        fetchMore();
    }
    // An error on the way ends the rows early without a word.
    if (QSqlQueryModel::query().lastError().isValid()) {
        setLastError(QSqlQueryModel::query().lastError());
        return false;
    }
    return true;
}

bool VersionedTableModel::selectRow(int row)
{
    if (isDirty()) {
        refuse(problem(StorageError::Kind::Busy, QStringLiteral("an edit is not saved yet")));
        return false;
    }
    return QSqlTableModel::selectRow(row);
}

void VersionedTableModel::setFilter(const QString& filter)
{
    refuse(problem(StorageError::Kind::Forbidden, QStringLiteral("no filter of raw SQL: ") + filter));
}

void VersionedTableModel::setEditStrategy(EditStrategy strategy)
{
    Q_UNUSED(strategy)
}

QString VersionedTableModel::restriction() const
{
    return sortedById();
}

QString VersionedTableModel::selectStatement() const
{
    const QString columns =
        database().driver()->sqlStatement(QSqlDriver::SelectStatement, tableName(), record(), false);
    return columns.isEmpty() ? QSqlTableModel::selectStatement() : columns + QLatin1Char(' ') + restriction();
}

QVariant VersionedTableModel::readValue(int row, int column) const
{
    const QVariant value = QSqlQueryModel::data(createIndex(row, column), Qt::EditRole);
    return value.isNull() ? QVariant() : value;
}

TableSnapshotPtr VersionedTableModel::snapshot() const
{
    auto snapshot = std::make_shared<TableSnapshot>();
    const QSqlRecord fields = record();
    for (int column = 0; column < fields.count(); ++column) {
        snapshot->columns << fields.fieldName(column);
    }
    snapshot->keyColumn = std::max(0, fieldIndex(idName));
    const int rows = QSqlQueryModel::rowCount();
    snapshot->rows.reserve(size_t(rows));
    for (int row = 0; row < rows; ++row) {
        std::vector<QVariant>& values = snapshot->rows.emplace_back();
        values.reserve(size_t(fields.count()));
        for (int column = 0; column < fields.count(); ++column) {
            values.push_back(readValue(row, column));
        }
    }
    return snapshot;
}

int VersionedTableModel::rowOf(qint64 id) const
{
    const int column = fieldIndex(idName);
    const int rows = QSqlQueryModel::rowCount();
    for (int row = 0; row < rows; ++row) {
        if (readValue(row, column).toLongLong() == id) {
            return row;
        }
    }
    return -1;
}

qint64 VersionedTableModel::versionSeen(int row) const
{
    return QSqlQueryModel::data(indexInQuery(index(row, fieldIndex(versionName))), Qt::EditRole).toLongLong();
}

void VersionedTableModel::refuse(const StorageError& error)
{
    m_refusal = error;
    setLastError(QSqlError(error.text, QString(), QSqlError::StatementError, error.code));
}

bool VersionedTableModel::holdsOneEdit()
{
    // Sent one after the other, the first of several rows would be saved and the second refused.
    int edited = 0;
    for (int row = 0; row < rowCount() && edited < 2; ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            if (isDirty(index(row, column))) {
                ++edited;
                break;
            }
        }
    }
    if (edited > 1) {
        refuse(problem(StorageError::Kind::Other, QStringLiteral("one row is saved at a time")));
    }
    return edited <= 1;
}

VersionedTableModel::Written VersionedTableModel::write(const QString& sql, const QVariantList& values)
{
    m_refusal = m_connection.ask(sql, values, m_written);
    if (m_refusal) {
        refuse(m_refusal);
        return {};
    }
    Written written;
    written.hit = m_written.next();
    for (int i = 0; written.hit && i < m_written.record().count(); ++i) {
        written.row << m_written.value(i);
    }
    return written;
}

bool VersionedTableModel::writeSeenRow(const QString& sql, QVariantList values, int row)
{
    // The answer to "why not" is read in the transaction of the attempt, so that it belongs to it.
    std::optional<Transaction> transaction;
    if (!m_connection.inTransaction()) {
        transaction.emplace(m_connection);
        if (transaction->beginError()) {
            refuse(transaction->beginError());
            return false;
        }
    }
    const qint64 id = readValue(indexInQuery(index(row, 0)).row(), fieldIndex(idName)).toLongLong();
    const qint64 seen = versionSeen(row);
    values << id << seen;
    const Written written = write(sql, values);
    if (m_refusal) {
        return false;
    }
    if (!written.hit) {
        const Standing now = standing(id, {});
        refuse(now.error             ? now.error
               : now.version == seen ? problem(StorageError::Kind::Forbidden, QStringLiteral("the role may not"))
                                     : savedByAnother());
        return false;
    }
    if (transaction) {
        if (const StorageError error = transaction->commit()) {
            refuse(error);
            return false;
        }
    }
    m_writtenVersion = written.row.constFirst().toLongLong();
    return true;
}

bool VersionedTableModel::updateRowInTable(int row, const QSqlRecord& values)
{
    m_writtenVersion = 0;
    if (!holdsOneEdit()) {
        return false;
    }
    const QSqlRecord fields = writable(values);
    const RowStatements statements(*database().driver(), tableName());
    return writeSeenRow(statements.update(fields), generatedValues(fields), row);
}

bool VersionedTableModel::deleteRowFromTable(int row)
{
    m_writtenVersion = 0;
    return holdsOneEdit() &&
           writeSeenRow(RowStatements(*database().driver(), tableName()).remove(), QVariantList(), row);
}

bool VersionedTableModel::insertRowIntoTable(const QSqlRecord& values)
{
    m_writtenVersion = 0;
    m_insertedId = 0;
    if (!holdsOneEdit()) {
        return false;
    }
    const QSqlRecord fields = writable(values);
    const Written written =
        write(RowStatements(*database().driver(), tableName()).insert(fields), generatedValues(fields));
    if (!written.hit) {
        return false;
    }
    m_insertedId = written.row.at(0).toLongLong();
    m_writtenVersion = written.row.at(1).toLongLong();
    return true;
}

VersionedTableModel::Saved VersionedTableModel::save(qint64 id, qint64 seen, const QVariantMap& fields)
{
    revertAll();
    m_refusal = {};
    if (record().isEmpty()) {
        setTable(tableName()); // a select() that failed has left nothing
    }
    if (record().isEmpty()) {
        const bool lost = m_connection.isLost();
        return {problem(lost ? StorageError::Kind::Unreachable : StorageError::Kind::Other, lastError().text())};
    }
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (fieldIndex(it.key()) < 0) {
            return {problem(StorageError::Kind::Other, QStringLiteral("no column ") + it.key())};
        }
    }
    const Saved saved = id == 0 ? insertNew(fields) : updateSeen(id, seen, fields);
    revertAll();
    return saved;
}

VersionedTableModel::Saved VersionedTableModel::insertNew(const QVariantMap& fields)
{
    const QVariant command = fields.value(commandName);
    if (!command.isNull()) {
        const Written before = write(RowStatements(*database().driver(), tableName()).findCommand(), {command});
        if (m_refusal) {
            return {m_refusal};
        }
        if (before.hit) {
            return {{}, before.row.at(0).toLongLong(), before.row.at(1).toLongLong()};
        }
    }
    QSqlRecord fresh = record();
    for (int i = 0; i < fresh.count(); ++i) {
        fresh.setGenerated(i, fields.contains(fresh.fieldName(i)));
        fresh.setValue(i, fields.value(fresh.fieldName(i)));
    }
    // What was written stays written, even if the rows can't be read again after it.
    const bool good = insertRecord(-1, fresh) && submitAll();
    if (!good && m_writtenVersion == 0) {
        return {m_refusal ? m_refusal : problem(StorageError::Kind::Other, lastError().text())};
    }
    return {{}, m_insertedId, m_writtenVersion};
}

VersionedTableModel::Saved VersionedTableModel::updateSeen(qint64 id, qint64 seen, const QVariantMap& fields)
{
    int row = rowOf(id);
    if (row < 0 || versionSeen(row) != seen) {
        if (!select()) {
            return {classify(lastError(), m_connection.dialect())};
        }
        row = rowOf(id);
    }
    if (row < 0 || versionSeen(row) != seen) {
        return answerOf(id, standing(id, fields.value(commandName)));
    }
    bool changes = false;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QModelIndex cell = index(row, fieldIndex(it.key()));
        setData(cell, it.value());
        changes = changes || (!isBookkeeping(it.key()) && isDirty(cell));
    }
    if (!changes) {
        return {{}, id, seen};
    }
    m_writtenVersion = 0;
    if (!submitAll() && m_writtenVersion == 0) {
        if (m_refusal.kind == StorageError::Kind::Stale) {
            return answerOf(id, standing(id, fields.value(commandName)));
        }
        return {m_refusal ? m_refusal : problem(StorageError::Kind::Other, lastError().text()), id};
    }
    return {{}, id, m_writtenVersion};
}

VersionedTableModel::Standing VersionedTableModel::standing(qint64 id, const QVariant& commandId)
{
    const Written found = write(RowStatements(*database().driver(), tableName()).find(), {id});
    if (m_refusal) {
        return {m_refusal};
    }
    if (!found.hit) {
        return {problem(StorageError::Kind::Gone, QStringLiteral("no such row"))};
    }
    return {{}, found.row.at(0).toLongLong(), !commandId.isNull() && found.row.at(1) == commandId};
}

VersionedTableModel::Saved VersionedTableModel::answerOf(qint64 id, const Standing& standing) const
{
    if (standing.error) {
        return {standing.error, id};
    }
    return {standing.byThisCommand ? StorageError() : savedByAnother(), id, standing.version};
}

} // namespace frontdesk
