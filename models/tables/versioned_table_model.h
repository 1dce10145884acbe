#pragma once

#include "models/storage/storage_error.h"
#include "models/tables/table_mirror.h"

#include <QSqlQuery>
#include <QSqlTableModel>

namespace frontdesk
{

class Connection;

/// The rows of one versioned table or view, on the thread of its connection. A row is a database row, sorted by id.
/// What QSqlTableModel does to other people's edits, this class doesn't: a save writes the version that was seen plus
/// one or nothing at all, and says why; reading again never throws an unsaved edit away; all rows are read, in one
/// statement.
class VersionedTableModel : public QSqlTableModel
{
    Q_OBJECT
public:
    /// Reads nothing before select(). The connection must outlive the model.
    VersionedTableModel(Connection& connection, const QString& table, QObject* parent = nullptr);

    /// Refused (false, lastError says so) while an edit is unsaved. On an error the rows are incomplete: false too.
    bool select() override;
    bool selectRow(int row) override;
    /// Always refused: it takes raw SQL. Subclasses restrict by numbers in restriction().
    void setFilter(const QString& filter) override;
    /// Always OnManualSubmit: one row, one statement, when submitAll() says so.
    void setEditStrategy(EditStrategy strategy) override;

    /// Why the last submit was refused: Stale, Gone and Forbidden are told apart.
    [[nodiscard]] const StorageError& refusal() const { return m_refusal; }

    struct Saved {
        StorageError error;
        qint64 id = 0;
        qint64 version = 0; ///< as it stands now: after a save the new one, after Stale the other's
    };
    /// Saves fields by column name on the version that was seen; id 0 inserts. A row that this command has written
    /// already (fields["command_id"]) is Saved again without being written. Nothing stays unsaved in the model,
    /// whatever the answer.
    [[nodiscard]] Saved save(qint64 id, qint64 seen, const QVariantMap& fields);

    /// The rows as they were read last, unsaved edits left out.
    [[nodiscard]] TableSnapshotPtr snapshot() const;
    [[nodiscard]] int rowOf(qint64 id) const;
    [[nodiscard]] qint64 versionSeen(int row) const;

protected:
    bool updateRowInTable(int row, const QSqlRecord& values) override;
    bool insertRowIntoTable(const QSqlRecord& values) override;
    bool deleteRowFromTable(int row) override;
    [[nodiscard]] QString selectStatement() const override;
    /// What follows the table's name in the SELECT: WHERE with numbers only, ORDER BY.
    [[nodiscard]] virtual QString restriction() const;

private:
    struct Written {
        bool hit = false;
        QVariantList row;
    };
    [[nodiscard]] Written write(const QString& sql, const QVariantList& values);
    [[nodiscard]] bool writeSeenRow(const QString& sql, QVariantList values, int row);
    [[nodiscard]] bool holdsOneEdit();
    void refuse(const StorageError& error);
    [[nodiscard]] QVariant readValue(int row, int column) const;
    [[nodiscard]] Saved insertNew(const QVariantMap& fields);
    [[nodiscard]] Saved updateSeen(qint64 id, qint64 seen, const QVariantMap& fields);
    struct Standing {
        StorageError error; ///< Gone when there is no such row
        qint64 version = 0;
        bool byThisCommand = false;
    };
    [[nodiscard]] Standing standing(qint64 id, const QVariant& commandId);
    [[nodiscard]] Saved answerOf(qint64 id, const Standing& standing) const;

    Connection& m_connection;
    QSqlQuery m_written; ///< kept until the next one: freed inside an aborted transaction, it would stay on the server
    StorageError m_refusal;
    qint64 m_insertedId = 0;
    qint64 m_writtenVersion = 0;
};

} // namespace frontdesk
