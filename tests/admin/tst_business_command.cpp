#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

QString salonFile()
{
    return QStringLiteral(FRONTDESK_SOURCE "/tests/interchange/data/salon.json");
}

QString written(const QTemporaryDir& folder, const QByteArray& text)
{
    QFile file(folder.filePath(QStringLiteral("business.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the test's folder can't be written");
    return file.fileName();
}

} // namespace

/// business, services, staff.
class TestBusinessCommand : public QObject
{
    Q_OBJECT
private slots:
    void theExampleIsLoadedOnce_data() { onBothDatabases(); }
    void theExampleIsLoadedOnce()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const QStringList load{QStringLiteral("business"), salonFile()};
        const AdminRun preview = runJson(database.url(), load + QStringList{QStringLiteral("--dry-run")});
        QCOMPARE(preview.exit, 0);
        QCOMPARE(preview.object()[u"changes"].toArray().size(), 12);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM location")).value.toInt(), 0);
        const AdminRun first = runJson(database.url(), load);
        QVERIFY2(first.exit == 0, qPrintable(first.text()));
        QCOMPARE(first.object()[u"changes"].toArray().size(), 12);
        const AdminRun second = runAdmin(database.url(), load);
        QCOMPARE(second.exit, 0);
        QVERIFY2(second.out.contains(QStringLiteral("nothing was changed")), qPrintable(second.text()));
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("check")}).exit, 0);
    }

    void ofTwoLoadsAtOnceOneWrites_data() { onBothDatabases(); }
    void ofTwoLoadsAtOnceOneWrites()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const QStringList load{QStringLiteral("business"), salonFile()};
        for (const AdminRun& run : runTogether(database.url(), {load, load, load}))
            QVERIFY2(run.exit == 0, qPrintable(run.text()));
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM resource")).value.toInt(), 5);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM service")).value.toInt(), 2);
    }

    void aWrongFileNamesLineAndPath()
    {
        const TestDatabase database(Dialect::Sqlite);
        const QTemporaryDir folder;
        const QString path = written(folder, "{\"services\": [\n{\"name\": \"A\", \"steps\": [{\"minutes\": 0}]}]}");
        const AdminRun text = runAdmin(database.url(), {QStringLiteral("business"), path});
        QCOMPARE(text.exit, 1);
        QVERIFY2(text.err.contains(path +
                                   QStringLiteral(": line 2, services[0].steps[0].minutes: must be a number above 0")),
                 qPrintable(text.text()));
        const AdminRun json = runJson(database.url(), {QStringLiteral("business"), path});
        QCOMPARE(json.object()[u"outcome"].toString(), QStringLiteral("rule"));
        const QJsonObject mistake = json.object()[u"mistakes"].toArray().at(0).toObject();
        QCOMPARE(mistake[u"line"].toInt(), 2);
        QCOMPARE(mistake[u"path"].toString(), QStringLiteral("services[0].steps[0].minutes"));
    }

    void brokenJsonNamesLineAndColumn()
    {
        const TestDatabase database(Dialect::Sqlite);
        const QTemporaryDir folder;
        const AdminRun run =
            runAdmin(database.url(), {QStringLiteral("business"), written(folder, "{\n  \"staff\": [,]\n}")});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.err.contains(QStringLiteral("line 2, column 1")), qPrintable(run.text()));
    }

    void aFileThatIsNotThereIsNamed()
    {
        const TestDatabase database(Dialect::Sqlite);
        const AdminRun run = runAdmin(database.url(), {QStringLiteral("business"), QStringLiteral("/no/such.json")});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.err.contains(QStringLiteral("/no/such.json can't be read")), qPrintable(run.text()));
    }

    void aMistakeBesideTheBookChangesNothing_data() { onBothDatabases(); }
    void aMistakeBesideTheBookChangesNothing()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const QTemporaryDir folder;
        const QString path =
            written(folder, R"({"staff": [{"name": "Dan"}], "services": [{"name": "Haircut", "able": ["Eve"]}]})");
        const AdminRun run = runAdmin(database.url(), {QStringLiteral("business"), path});
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.err.contains(QStringLiteral("services[0].able[0]: \"Eve\" is no staff member")),
                 qPrintable(run.text()));
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM resource WHERE name = 'Dan'")).value.toInt(), 0);
    }

    void listsAreArraysWithIdAndName_data() { onBothDatabases(); }
    void listsAreArraysWithIdAndName()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        QCOMPARE(runJson(database.url(), {QStringLiteral("services")}).out.trimmed(), QStringLiteral("[]"));
        database.fillSmallSalon();
        const QJsonArray services = runJson(database.url(), {QStringLiteral("services")}).array();
        QCOMPARE(services.size(), 3);
        const QJsonArray staff = runJson(database.url(), {QStringLiteral("staff")}).array();
        QCOMPARE(staff.size(), 3);
        const QJsonArray all = runJson(database.url(), {QStringLiteral("staff"), QStringLiteral("--all")}).array();
        QCOMPARE(all.size(), 4);
        QStringList names;
        for (const QJsonValue& row : services) {
            QVERIFY(row[u"id"].toInt() > 0);
            names += row[u"name"].toString();
        }
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("Colour"), QStringLiteral("Haircut"), QStringLiteral("Massage")}));
        const AdminRun text = runAdmin(database.url(), {QStringLiteral("staff")});
        QCOMPARE(text.out.trimmed().split(u'\n').size(), 4);
        QVERIFY2(text.out.contains(QStringLiteral("Chloé")), qPrintable(text.out));
    }

    void aRetiredServiceIsLeftOut()
    {
        const TestDatabase database(Dialect::Sqlite);
        database.fillSmallSalon();
        const QTemporaryDir folder;
        const QString path = written(folder, R"({"services": [{"name": "Massage", "retired": true}]})");
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("business"), path}).exit, 0);
        QCOMPARE(runJson(database.url(), {QStringLiteral("services")}).array().size(), 2);
        QCOMPARE(runJson(database.url(), {QStringLiteral("services"), QStringLiteral("--all")}).array().size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestBusinessCommand)
#include "tst_business_command.moc"
