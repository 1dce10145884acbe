#include "models/domain/zone.h"

#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

QStringList haircut(const char* time)
{
    return {QStringLiteral("book"),
            QStringLiteral("--service=Haircut"),
            QStringLiteral("--staff=Ana"),
            QStringLiteral("--at"),
            at(time),
            QStringLiteral("--client=1")};
}

qint64 startOf(const TestDatabase& database, int id)
{
    return database.typed(QStringLiteral("SELECT starts_at FROM appointment WHERE id = %1").arg(id)).value.toLongLong();
}

qint64 instantIn(const char* zone, int hour)
{
    return toUnix(Zone::fromId(zone)->meaningOf(comingMonday(), QTime(hour, 0)).first);
}

} // namespace

/// reindex, rezone, backup.
class TestUpkeepCommands : public QObject
{
    Q_OBJECT
private slots:
    void reindexMakesClientsPassTheCheck_data() { onBothDatabases(); }
    void reindexMakesClientsPassTheCheck()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        QVERIFY(!database.typed(QStringLiteral("INSERT INTO client (name) VALUES ('Ana')")).error);
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("check")}).exit, 1);
        const AdminRun run = runJson(database.url(), {QStringLiteral("reindex")});
        QVERIFY2(run.exit == 0, qPrintable(run.text()));
        QCOMPARE(run.object()[u"clients"].toInt(), 1);
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("check")}).exit, 0);
    }

    void aLocationIsGivenAnotherZone_data() { onBothDatabases(); }
    void aLocationIsGivenAnotherZone()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        QCOMPARE(runAdmin(database.url(), haircut("10:00")).exit, 0);
        QCOMPARE(runAdmin(database.url(), haircut("11:00")).exit, 0);
        const QString name = database.typed(QStringLiteral("SELECT name FROM location WHERE id = 1")).value.toString();
        const QStringList words{QStringLiteral("rezone"), QStringLiteral("--location"), name, QStringLiteral("--zone"),
                                QStringLiteral("Europe/Lisbon")};
        const AdminRun preview = runJson(database.url(), words + QStringList{QStringLiteral("--dry-run")});
        QVERIFY2(preview.exit == 0, qPrintable(preview.text()));
        QCOMPARE(preview.object()[u"appointments"].toArray().size(), 2);
        QCOMPARE(startOf(database, 1), instantIn("Europe/Berlin", 10));
        const AdminRun moved = runAdmin(database.url(), words);
        QVERIFY2(moved.exit == 0, qPrintable(moved.text()));
        QVERIFY2(moved.out.contains(at("10:00:00")), qPrintable(moved.text()));
        QCOMPARE(startOf(database, 1), instantIn("Europe/Lisbon", 10));
        QCOMPARE(startOf(database, 2), instantIn("Europe/Lisbon", 11));
        QCOMPARE(database.typed(QStringLiteral("SELECT zone FROM location WHERE id = 1")).value.toString(),
                 QStringLiteral("Europe/Lisbon"));
        const AdminRun nothing = runJson(database.url(), {QStringLiteral("rezone")});
        QCOMPARE(nothing.object()[u"moved"].toInt(), 0);
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("reindex")}).exit, 0);
        const AdminRun checked = runAdmin(database.url(), {QStringLiteral("check")});
        QVERIFY2(checked.exit == 0, qPrintable(checked.text()));
    }

    void whatIsAskedWrongMovesNothing()
    {
        const TestDatabase database(Dialect::Sqlite);
        database.fillSmallSalon();
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("rezone"), QStringLiteral("--zone=Europe/Lisbon")}).exit, 2);
        QCOMPARE(runAdmin(database.url(),
                          {QStringLiteral("rezone"), QStringLiteral("--location=1"), QStringLiteral("--zone=Lisbon")})
                     .exit,
                 2);
        const AdminRun unknown =
            runJson(database.url(), {QStringLiteral("rezone"), QStringLiteral("--location=Nowhere")});
        QCOMPARE(unknown.exit, 1);
        QCOMPARE(unknown.object()[u"rule"].toString(), QStringLiteral("unknown_name"));
    }

    void aBackupOpensAsABook()
    {
        const TestDatabase database(Dialect::Sqlite);
        database.fillSmallSalon();
        QCOMPARE(runAdmin(database.url(), haircut("10:00")).exit, 0);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("backup of Monday.db"));
        const AdminRun run = runAdmin(database.url(), {QStringLiteral("backup"), file});
        QVERIFY2(run.exit == 0, qPrintable(run.text()));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const AdminRun shown = runJson(DatabaseUrl::sqliteFile(file), {QStringLiteral("show"), QStringLiteral("1")});
        QCOMPARE(shown.object()[u"status"].toString(), QStringLiteral("booked"));
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("backup"), database.url().path()}).exit, 1);
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("backup"), QStringLiteral("/no/such/folder/b.db")}).exit, 1);
    }

    void aBackupOfAServerIsAnArchive()
    {
        const TestDatabase database(Dialect::Postgresql);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("book.dump"));
        const AdminRun run = runJson(database.url(), {QStringLiteral("backup"), path});
        QVERIFY2(run.exit == 0, qPrintable(run.text()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "PGDMP");
    }
};

QTEST_GUILESS_MAIN(TestUpkeepCommands)
#include "tst_upkeep_commands.moc"
