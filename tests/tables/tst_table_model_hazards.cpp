#include "models/tables/versioned_table_model.h"
#include "tests/support/test_database.h"

#include <QAbstractItemModelTester>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlRecord>
#include <QTest>

using frontdesk::Connection;
using frontdesk::Dialect;
using frontdesk::StorageError;
using frontdesk::VersionedTableModel;
using frontdesk::test::TestDatabase;

/// What hazards.md says of QSqlTableModel, each measured again on the stock class and refuted on ours, on a table
/// without the guard's triggers.
class tst_TableModelHazards : public QObject
{
    Q_OBJECT
private slots:
    void aSaveOverwritesTheOthersRow_data() { onEachClass(); }
    void aSaveOverwritesTheOthersRow();
    void aSaveOfARowThatIsGone_data() { onEachClass(); }
    void aSaveOfARowThatIsGone();
    void aDeletionOfTheOthersRow_data() { onEachClass(); }
    void aDeletionOfTheOthersRow();
    void aDeletionOfARowThatIsGone_data() { onEachClass(); }
    void aDeletionOfARowThatIsGone();
    void theVersionAsAKeyLosesTheEdit_data() { onEachClass(); }
    void theVersionAsAKeyLosesTheEdit();
    void theVersionThatWasSeenCounts_data() { onEachClass(); }
    void theVersionThatWasSeenCounts();
    void severalRowsAreSavedByHalves_data() { onEachClass(); }
    void severalRowsAreSavedByHalves();
    void readingAgainDiscardsEdits_data() { onEachClass(); }
    void readingAgainDiscardsEdits();
    void readingARowAgainDiscardsItsEdit_data() { onEachClass(); }
    void readingARowAgainDiscardsItsEdit();
    void aFilterIsRawSql_data() { onEachClass(); }
    void aFilterIsRawSql();
    void theRowsStopAt256_data() { onEachClass(); }
    void theRowsStopAt256();
    void anOpenCursorHidesForeignCommits_data() { onEachClass(); }
    void anOpenCursorHidesForeignCommits();
    void anErrorOnTheWayEndsTheRows_data() { onEachClass(); }
    void anErrorOnTheWayEndsTheRows();

private:
    static void onEachClass();
};

namespace
{

/// The stock class, as anybody would use it; optionally with the version in its primary key.
class StockModel : public QSqlTableModel
{
public:
    explicit StockModel(const QSqlDatabase& database) : QSqlTableModel(nullptr, database)
    {
        setEditStrategy(OnManualSubmit);
        setTable(QStringLiteral("note"));
    }
    void compareVersions()
    {
        QSqlIndex key = primaryKey();
        key.append(record().field(QStringLiteral("version")));
        setPrimaryKey(key);
    }
};

/// One desk with a model of the table "note", and the colleague who types beside it.
class Desk
{
public:
    explicit Desk(int rows = 3)
    {
        QFETCH(Dialect, dialect);
        QFETCH(bool, ours);
        isOurs = ours;
        isSqlite = dialect == Dialect::Sqlite;
        book = std::make_unique<TestDatabase>(dialect);
        type(QStringLiteral("CREATE TABLE note (id BIGINT PRIMARY KEY, name TEXT NOT NULL CHECK (name <> 'bad'), "
                            "version BIGINT NOT NULL DEFAULT 1, command_id TEXT)"));
        type(QStringLiteral("INSERT INTO note (id, name) WITH RECURSIVE n(i) AS "
                            "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) SELECT i, 'row ' || i FROM n")
                 .arg(rows));
        connection = book->connect();
        read(QStringLiteral("note"));
    }

    void read(const QString& table)
    {
        if (isOurs) {
            model = std::make_unique<VersionedTableModel>(*connection, table);
        } else {
            model = std::make_unique<StockModel>(connection->database());
            model->setTable(table);
            model->setSort(0, Qt::AscendingOrder);
        }
    }
    /// As the colleague: a statement on another connection.
    QVariant type(const QString& sql)
    {
        const TestDatabase::Typed typed = book->typed(sql);
        if (typed.error) {
            qFatal("%s: %s", qPrintable(sql), qPrintable(typed.error.text));
        }
        return typed.value;
    }
    QString nameOf(int id) { return type(QStringLiteral("SELECT name FROM note WHERE id = %1").arg(id)).toString(); }
    void edit(int row, const QString& name) { QVERIFY(model->setData(model->index(row, 1), name)); }
    [[nodiscard]] QString shown(int row) const { return model->index(row, 1).data().toString(); }
    [[nodiscard]] StorageError::Kind refusal() const
    {
        return static_cast<VersionedTableModel*>(model.get())->refusal().kind;
    }

    bool isOurs = false;
    bool isSqlite = false;
    std::unique_ptr<TestDatabase> book;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<QSqlTableModel> model;
};

const auto theirName = QStringLiteral("theirs");
const auto mine = QStringLiteral("mine");
const auto colleagueSaves = QStringLiteral("UPDATE note SET name = 'theirs', version = version + 1 WHERE id = 1");
const auto colleagueDeletes = QStringLiteral("DELETE FROM note WHERE id = 1");

} // namespace

void tst_TableModelHazards::onEachClass()
{
    QTest::addColumn<frontdesk::Dialect>("dialect");
    QTest::addColumn<bool>("ours");
    QTest::newRow("QSqlTableModel on sqlite") << Dialect::Sqlite << false;
    QTest::newRow("QSqlTableModel on postgresql") << Dialect::Postgresql << false;
    QTest::newRow("VersionedTableModel on sqlite") << Dialect::Sqlite << true;
    QTest::newRow("VersionedTableModel on postgresql") << Dialect::Postgresql << true;
}

void tst_TableModelHazards::aSaveOverwritesTheOthersRow()
{
    Desk desk;
    QVERIFY(desk.model->select());
    desk.edit(0, mine);
    desk.type(colleagueSaves);

    QCOMPARE(desk.model->submitAll(), !desk.isOurs);
    QCOMPARE(desk.nameOf(1), desk.isOurs ? theirName : mine);
    if (desk.isOurs) {
        QCOMPARE(desk.refusal(), StorageError::Kind::Stale);
        QVERIFY(desk.model->lastError().isValid());
        QCOMPARE(desk.shown(0), mine); // what was typed stays in the model
        QVERIFY(desk.model->isDirty());
    }
}

void tst_TableModelHazards::aSaveOfARowThatIsGone()
{
    Desk desk;
    QVERIFY(desk.model->select());
    desk.edit(0, mine);
    desk.type(colleagueDeletes);

    QCOMPARE(desk.model->submitAll(), !desk.isOurs);
    if (desk.isOurs) {
        QCOMPARE(desk.refusal(), StorageError::Kind::Gone);
        QCOMPARE(desk.shown(0), mine);
    }
}

void tst_TableModelHazards::aDeletionOfTheOthersRow()
{
    Desk desk;
    QVERIFY(desk.model->select());
    QVERIFY(desk.model->removeRow(0));
    desk.type(colleagueSaves);

    QCOMPARE(desk.model->submitAll(), !desk.isOurs);
    QCOMPARE(desk.nameOf(1), desk.isOurs ? theirName : QString());
    if (desk.isOurs) {
        QCOMPARE(desk.refusal(), StorageError::Kind::Stale);
        desk.model->revertAll();
        QVERIFY(desk.model->select());
        QVERIFY(desk.model->removeRow(0));
        QVERIFY(desk.model->submitAll()); // on the version as it stands now
        QCOMPARE(desk.nameOf(1), QString());
    }
}

void tst_TableModelHazards::aDeletionOfARowThatIsGone()
{
    Desk desk;
    QVERIFY(desk.model->select());
    QVERIFY(desk.model->removeRow(0));
    desk.type(colleagueDeletes);

    QCOMPARE(desk.model->submitAll(), !desk.isOurs);
    if (desk.isOurs) {
        QCOMPARE(desk.refusal(), StorageError::Kind::Gone);
    }
}

void tst_TableModelHazards::theVersionAsAKeyLosesTheEdit()
{
    Desk desk;
    if (!desk.isOurs) {
        static_cast<StockModel*>(desk.model.get())->compareVersions();
    }
    QVERIFY(desk.model->select());
    desk.edit(0, mine);
    desk.type(colleagueSaves);

    // The other's row is safe either way, but the stock class says "saved" and the edit is nowhere.
    QCOMPARE(desk.model->submitAll(), !desk.isOurs);
    QCOMPARE(desk.nameOf(1), theirName);
    QCOMPARE(desk.shown(0), desk.isOurs ? mine : theirName);
}

void tst_TableModelHazards::theVersionThatWasSeenCounts()
{
    Desk desk;
    if (!desk.isOurs) {
        static_cast<StockModel*>(desk.model.get())->compareVersions();
    }
    QVERIFY(desk.model->select());
    desk.edit(0, mine);
    QVERIFY(desk.model->setData(desk.model->index(0, 2), 2)); // the version cell, edited like any other
    desk.type(colleagueSaves);                                // makes it 2 indeed

    QCOMPARE(desk.model->submitAll(), !desk.isOurs);
    QCOMPARE(desk.nameOf(1), theirName);
    if (desk.isOurs) {
        QCOMPARE(desk.refusal(), StorageError::Kind::Stale);
    }
}

void tst_TableModelHazards::severalRowsAreSavedByHalves()
{
    Desk desk;
    QVERIFY(desk.model->select());
    desk.edit(0, mine);
    desk.edit(1, QStringLiteral("bad"));

    QVERIFY(!desk.model->submitAll());
    QCOMPARE(desk.nameOf(1), desk.isOurs ? QStringLiteral("row 1") : mine);
    if (desk.isOurs) {
        QCOMPARE(desk.shown(0), mine); // neither is sent, both are kept
        QCOMPARE(desk.shown(1), QStringLiteral("bad"));
        desk.model->revertRow(1);
        QVERIFY(desk.model->submitAll());
        QCOMPARE(desk.nameOf(1), mine);
    }
}

void tst_TableModelHazards::readingAgainDiscardsEdits()
{
    Desk desk;
    QVERIFY(desk.model->select());
    desk.edit(0, mine);
    QCOMPARE(desk.model->select(), !desk.isOurs);
    QCOMPARE(desk.shown(0), desk.isOurs ? mine : QStringLiteral("row 1"));
}

void tst_TableModelHazards::readingARowAgainDiscardsItsEdit()
{
    Desk desk;
    QVERIFY(desk.model->select());
    desk.edit(0, mine);
    QCOMPARE(desk.model->selectRow(0), !desk.isOurs);
    QCOMPARE(desk.shown(0), desk.isOurs ? mine : QStringLiteral("row 1"));
}

void tst_TableModelHazards::aFilterIsRawSql()
{
    Desk desk;
    desk.type(QStringLiteral("CREATE TABLE victim (id BIGINT)"));
    QVERIFY(desk.model->select());
    const QString typed =
        desk.isSqlite ? QStringLiteral("x' OR '1' = '1") : QStringLiteral("x'; DROP TABLE victim; --");
    desk.model->setFilter(QStringLiteral("name = '%1'").arg(typed));

    if (desk.isOurs) {
        QCOMPARE(desk.model->filter(), QString());
        QVERIFY(desk.model->lastError().isValid());
        QVERIFY(desk.model->select());
    }
    if (desk.isSqlite) {
        QCOMPARE(desk.model->rowCount(), 3); // stock: no name is "x", yet all rows came
    } else {
        const bool stands = !desk.type(QStringLiteral("SELECT to_regclass('victim')")).toString().isEmpty();
        QCOMPARE(stands, desk.isOurs);
    }
}

void tst_TableModelHazards::theRowsStopAt256()
{
    Desk desk(600);
    QVERIFY(desk.model->select());
    QCOMPARE(desk.model->rowCount(), desk.isSqlite && !desk.isOurs ? 256 : 600);
    const QAbstractItemModelTester tester(desk.model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void tst_TableModelHazards::anOpenCursorHidesForeignCommits()
{
    Desk desk(600);
    QVERIFY(desk.model->select());
    if (!desk.isSqlite) {
        QCOMPARE(desk.model->rowCount(), 600); // PostgreSQL's driver holds all rows and no cursor
        return;
    }
    const auto dataVersion = [&] {
        const Connection::Result result = desk.connection->run(QStringLiteral("data_version"));
        return !result.error && result.query->next() ? result.query->value(0).toInt() : -1;
    };
    const int before = dataVersion();
    desk.type(colleagueSaves);
    QCOMPARE(dataVersion() != before, desk.isOurs);
}

void tst_TableModelHazards::anErrorOnTheWayEndsTheRows()
{
    Desk desk(600);
    if (!desk.isSqlite) {
        QVERIFY(desk.model->select()); // PostgreSQL's driver has all rows or none
        return;
    }
    desk.type(QStringLiteral("CREATE VIEW broken AS SELECT id, version, command_id, "
                             "CASE WHEN id = 400 THEN json('{') ELSE name END AS name FROM note"));
    desk.read(QStringLiteral("broken"));
    const bool good = desk.model->select();
    while (desk.model->canFetchMore()) {
        desk.model->fetchMore();
    }
    QCOMPARE(good, !desk.isOurs);
    QVERIFY(desk.model->rowCount() < 600);
}

QTEST_GUILESS_MAIN(tst_TableModelHazards)
#include "tst_table_model_hazards.moc"
