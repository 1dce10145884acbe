#include "models/tables/table_mirror.h"
#include "tests/tables/model_spy.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QTest>

using frontdesk::TableMirror;
using frontdesk::TableSnapshot;
using frontdesk::TableSnapshotPtr;
using frontdesk::test::ModelSpy;

namespace
{

using Rows = std::vector<std::pair<int, QString>>;

TableSnapshotPtr snapshot(const Rows& rows)
{
    auto made = std::make_shared<TableSnapshot>();
    made->columns = {QStringLiteral("name"), QStringLiteral("id"), QStringLiteral("version")};
    made->keyColumn = 1;
    for (const auto& [key, name] : rows) {
        made->rows.push_back({name, qint64(key), 1});
    }
    return made;
}

/// "a b c" are rows of the keys 1, 2, 3 called as written; "a:Ana" is row 1 called Ana.
Rows rowsOf(const QString& text)
{
    Rows rows;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString name = word.section(QLatin1Char(':'), 1);
        rows.emplace_back(word.at(0).unicode() - 'a' + 1, name.isEmpty() ? word : name);
    }
    return rows;
}

Rows rowsOf(const TableMirror& mirror)
{
    Rows rows;
    for (int row = 0; row < mirror.rowCount(); ++row) {
        rows.emplace_back(int(mirror.keyAt(row)), mirror.value(row, u"name").toString());
    }
    return rows;
}

} // namespace

class tst_TableMirror : public QObject
{
    Q_OBJECT
private slots:
    void signalsOfADifference_data();
    void signalsOfADifference();
    void aRandomDifference();
    void selectionSurvives();
    void rowsAreFoundWhileSignalsRun();
    void otherColumnsReset();
    void theSameSnapshotChangesNothing();
    void thousandsOfRowsAreTakenInQuickly();
    void answersNothingForWhatIsNotThere();
};

void tst_TableMirror::signalsOfADifference_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* before, const char* after, const QStringList& expected) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after) << expected;
    };
    row("nothing changes", "a b c", "a b c", {});
    row("one is new at the end", "a b", "a b c", {QStringLiteral("insert 2-2")});
    row("one is new at the start", "b c", "a b c", {QStringLiteral("insert 0-0")});
    row("two neighbours are new", "a d", "a b c d", {QStringLiteral("insert 1-2")});
    row("two apart are new", "b d", "a b c d", {QStringLiteral("insert 0-0"), QStringLiteral("insert 2-2")});
    row("the first rows", "", "a b c", {QStringLiteral("insert 0-2")});
    row("all go", "a b c", "", {QStringLiteral("remove 0-2")});
    row("neighbours go", "a b c d", "a d", {QStringLiteral("remove 1-2")});
    row("two apart go, the lower first", "a b c d", "b d",
        {QStringLiteral("remove 2-2"), QStringLiteral("remove 0-0")});
    row("one is renamed", "a b c", "a b:Ben c", {QStringLiteral("change 1-1 columns 0-0")});
    row("neighbours are renamed", "a b c", "a b:Ben c:Cem", {QStringLiteral("change 1-2 columns 0-0")});
    row("first and last are renamed", "a b c", "a:Ana b c:Cem",
        {QStringLiteral("change 0-0 columns 0-0"), QStringLiteral("change 2-2 columns 0-0")});
    row("one moves down", "a b c d", "b c a d", {QStringLiteral("move 0-0 to 3")});
    row("one moves up", "a b c d", "c a b d", {QStringLiteral("move 2-2 to 0")});
    row("one moves to the end", "a b c d", "b c d a", {QStringLiteral("move 0-0 to 4")});
    row("neighbours move together", "a b c d e", "c d e a b", {QStringLiteral("move 0-1 to 5")});
    row("one moves and is renamed", "a b c", "b c a:Ana",
        {QStringLiteral("move 0-0 to 3"), QStringLiteral("change 2-2 columns 0-0")});
    row("two neighbours swap", "a b c", "b a c", {QStringLiteral("move 0-0 to 2")});
    row("one goes, one comes, one is renamed", "a b c", "a c:Cem d",
        {QStringLiteral("remove 1-1"), QStringLiteral("insert 2-2"), QStringLiteral("change 1-1 columns 0-0")});
    row("another week", "a b c", "d e f", {QStringLiteral("remove 0-2"), QStringLiteral("insert 0-2")});
}

void tst_TableMirror::signalsOfADifference()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QStringList, expected);

    TableMirror mirror;
    const QAbstractItemModelTester tester(&mirror, QAbstractItemModelTester::FailureReportingMode::Fatal);
    mirror.apply(snapshot(rowsOf(before)));
    ModelSpy spy(&mirror);
    mirror.apply(snapshot(rowsOf(after)));

    QStringList heard = spy.take();
    heard.replaceInStrings(QStringLiteral("move 1-1 to 0"), QStringLiteral("move 0-0 to 2")); // the same swap
    QCOMPARE(heard, expected);
    QCOMPARE(rowsOf(mirror), rowsOf(after));
}

void tst_TableMirror::aRandomDifference()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);

    TableMirror mirror;
    const QAbstractItemModelTester tester(&mirror, QAbstractItemModelTester::FailureReportingMode::Fatal);
    mirror.apply(snapshot({}));
    ModelSpy spy(&mirror);
    for (int round = 0; round < 300; ++round) {
        Rows rows;
        for (int key = 1; key <= 14; ++key) {
            if (random.bounded(3) > 0) {
                const auto at = rows.begin() + (random.bounded(3) == 0 ? random.bounded(qint64(rows.size()) + 1)
                                                                       : qint64(rows.size()));
                rows.insert(at, {key, QString::number(random.bounded(3))});
            }
        }
        mirror.apply(snapshot(rows));
        QCOMPARE(rowsOf(mirror), rows);
        for (int row = 0; row < mirror.rowCount(); ++row) {
            QCOMPARE(mirror.rowOf(mirror.keyAt(row)), row);
        }
        const QStringList heard = spy.take();
        QVERIFY(!heard.contains(QStringLiteral("reset")) && !heard.contains(QStringLiteral("layout")));
    }
}

void tst_TableMirror::selectionSurvives()
{
    TableMirror mirror;
    mirror.apply(snapshot(rowsOf(QStringLiteral("a b c d"))));
    QItemSelectionModel selection(&mirror);
    selection.select(mirror.index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QPersistentModelIndex b(mirror.index(1, 0));

    mirror.apply(snapshot(rowsOf(QStringLiteral("e a c b:Ben f d"))));
    QCOMPARE(b.row(), 3);
    QCOMPARE(b.data().toString(), QStringLiteral("Ben"));
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().constFirst().row(), 3);
}

void tst_TableMirror::rowsAreFoundWhileSignalsRun()
{
    TableMirror mirror;
    mirror.apply(snapshot(rowsOf(QStringLiteral("a b c d"))));
    int asked = 0;
    const auto ask = [&] {
        for (int row = 0; row < mirror.rowCount(); ++row) {
            QCOMPARE(mirror.rowOf(mirror.keyAt(row)), row);
            ++asked;
        }
    };
    connect(&mirror, &TableMirror::rowsInserted, this, ask);
    connect(&mirror, &TableMirror::rowsRemoved, this, [&] {
        QCOMPARE(mirror.rowOf(1), -1);
        ask();
    });
    connect(&mirror, &TableMirror::rowsMoved, this, ask);
    connect(&mirror, &TableMirror::dataChanged, this, ask);
    mirror.apply(snapshot(rowsOf(QStringLiteral("d e b:Ben c"))));
    QVERIFY(asked >= 3 + 3 + 4);
    QCOMPARE(mirror.rowOf(1), -1);
}

void tst_TableMirror::otherColumnsReset()
{
    TableMirror mirror;
    const QAbstractItemModelTester tester(&mirror, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ModelSpy spy(&mirror);
    mirror.apply(snapshot(rowsOf(QStringLiteral("a b"))));
    QCOMPARE(spy.take(), QStringList{QStringLiteral("reset")});
    QCOMPARE(mirror.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("name"));

    auto wider = std::make_shared<TableSnapshot>();
    wider->columns = {QStringLiteral("id"), QStringLiteral("colour")};
    wider->rows = {{qint64(7), QStringLiteral("#abcdef")}};
    mirror.apply(wider);
    QCOMPARE(spy.take(), QStringList{QStringLiteral("reset")});
    QCOMPARE(mirror.rowOf(7), 0);
    QCOMPARE(mirror.rowOf(1), -1);
    QCOMPARE(mirror.value(0, u"colour").toString(), QStringLiteral("#abcdef"));
}

void tst_TableMirror::theSameSnapshotChangesNothing()
{
    TableMirror mirror;
    int refreshed = 0;
    connect(&mirror, &TableMirror::refreshed, this, [&] { ++refreshed; });
    const TableSnapshotPtr same = snapshot(rowsOf(QStringLiteral("a b")));
    mirror.apply(same);
    ModelSpy spy(&mirror);
    mirror.apply(same);
    QCOMPARE(spy.take(), QStringList());
    QCOMPARE(refreshed, 2);
}

void tst_TableMirror::thousandsOfRowsAreTakenInQuickly()
{
    // 6,000 rows, every tenth one gone, new, moved or renamed: hundreds of signals, and a view that asks each time.
    const auto rows = [](int shift) {
        Rows made;
        for (int key = 0; key < 6000; ++key) {
            if (key % 10 != shift) {
                made.emplace_back(key, QString::number(key % 30 == 5 ? shift : 0));
            }
        }
        std::rotate(made.begin(), made.begin() + shift * 3, made.begin() + 400);
        return made;
    };
    TableMirror mirror;
    mirror.apply(snapshot(rows(1)));
    const TableSnapshotPtr next = snapshot(rows(2));
    QElapsedTimer timer;
    timer.start();
    mirror.apply(next);
    const qint64 took = timer.elapsed();
    qInfo("6,000 rows, 1,400 differences: %lld ms", took);
    QVERIFY(took < 1000); // generous: the machine may be busy
}

void tst_TableMirror::answersNothingForWhatIsNotThere()
{
    TableMirror mirror;
    QCOMPARE(mirror.rowCount(), 0);
    QCOMPARE(mirror.rowOf(1), -1);
    QCOMPARE(mirror.column(u"name"), -1);
    mirror.apply(nullptr);
    mirror.apply(snapshot(rowsOf(QStringLiteral("a"))));
    QCOMPARE(mirror.value(0, u"absent"), QVariant());
    QCOMPARE(mirror.value(1, u"name"), QVariant());
    QCOMPARE(mirror.data({}), QVariant());
    QCOMPARE(mirror.index(0, 0).data(TableMirror::KeyRole).toLongLong(), 1);
    QCOMPARE(mirror.rowCount(mirror.index(0, 0)), 0);
}

QTEST_GUILESS_MAIN(tst_TableMirror)
#include "tst_table_mirror.moc"
