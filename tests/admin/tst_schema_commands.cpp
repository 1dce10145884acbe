#include "models/storage/migrations.h"

#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

/// init, migrate, and what every command says when the book can't be opened.
class TestSchemaCommands : public QObject
{
    Q_OBJECT
private slots:
    void initMakesABookOnce_data() { onBothDatabases(); }
    void initMakesABookOnce()
    {
        QFETCH(Dialect, dialect);
        const EmptyDatabase empty(dialect);
        const AdminRun first =
            runJson(empty.url(), {QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("Salon “Ü”")});
        QVERIFY2(first.exit == 0, qPrintable(first.text()));
        QCOMPARE(first.object()[u"outcome"].toString(), QStringLiteral("changed"));
        QCOMPARE(first.object()[u"schema"].toInt(), programSchema());
        const AdminRun second = runAdmin(empty.url(), {QStringLiteral("init")});
        QCOMPARE(second.exit, 1);
        QVERIFY2(second.err.contains(QStringLiteral("There is a book")), qPrintable(second.text()));
        const AdminRun third = runJson(empty.url(), {QStringLiteral("init")});
        QCOMPARE(third.exit, 1);
        QCOMPARE(third.object()[u"rule"].toString(), QStringLiteral("exists"));
        QCOMPARE(runAdmin(empty.url(), {QStringLiteral("check")}).exit, 0);
    }

    void ofSeveralAtOnceOneMakesTheBook_data() { onBothDatabases(); }
    void ofSeveralAtOnceOneMakesTheBook()
    {
        QFETCH(Dialect, dialect);
        const EmptyDatabase empty(dialect);
        const QStringList init{QStringLiteral("init"), QStringLiteral("--json")};
        int made = 0;
        for (const AdminRun& run : runTogether(empty.url(), {init, init, init, init})) {
            made += run.exit == 0 ? 1 : 0;
            QVERIFY2(run.exit == 0 || run.object()[u"rule"].toString() == QLatin1StringView("exists"),
                     qPrintable(run.text()));
        }
        QCOMPARE(made, 1);
        QCOMPARE(runAdmin(empty.url(), {QStringLiteral("check")}).exit, 0);
    }

    void aFileOfAnotherProgramIsNotTouched()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("letter.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear Lena, " + QByteArray(2000, 'x'));
        file.close();
        const DatabaseUrl url = DatabaseUrl::sqliteFile(file.fileName());
        const AdminRun init = runAdmin(url, {QStringLiteral("init")});
        QVERIFY2(init.exit == 1 || init.exit == 3, qPrintable(init.text()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("Dear Lena"));
        QCOMPARE(runAdmin(url, {QStringLiteral("check")}).exit, 3);
    }

    void migrateOfABookThatIsUpToDateSaysSo_data() { onBothDatabases(); }
    void migrateOfABookThatIsUpToDateSaysSo()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const AdminRun text = runAdmin(database.url(), {QStringLiteral("migrate")});
        QCOMPARE(text.exit, 0);
        QVERIFY2(text.out.contains(QStringLiteral("nothing to do")), qPrintable(text.text()));
        const AdminRun json = runJson(database.url(), {QStringLiteral("migrate")});
        QCOMPARE(json.object()[u"schema"].toInt(), programSchema());
        QVERIFY(json.object()[u"done"].toArray().isEmpty());
        const QStringList words{QStringLiteral("migrate")};
        for (const AdminRun& run : runTogether(database.url(), {words, words, words}))
            QVERIFY2(run.exit == 0, qPrintable(run.text()));
    }

    void aNewerSchemaIsRefused_data() { onBothDatabases(); }
    void aNewerSchemaIsRefused()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        QVERIFY(!database
                     .typed(QStringLiteral(
                         "INSERT INTO schema_migration (number, name, oldest_program) VALUES (9001, 'later', 9001)"))
                     .error);
        for (const char* command : {"migrate", "services", "check"}) {
            const AdminRun run = runJson(database.url(), {QString::fromLatin1(command)});
            QVERIFY2(run.exit == 1, qPrintable(run.text()));
            QCOMPARE(run.object()[u"outcome"].toString(), QStringLiteral("rule"));
            QCOMPARE(run.object()[u"rule"].toString(), QStringLiteral("schema_too_new"));
        }
        QVERIFY(runAdmin(database.url(), {QStringLiteral("migrate")}).err.contains(QStringLiteral("9001")));
    }

    void withoutASchemaInitIsNamed()
    {
        const EmptyDatabase empty(Dialect::Postgresql);
        for (const char* command : {"migrate", "services"}) {
            const AdminRun run = runAdmin(empty.url(), {QString::fromLatin1(command)});
            QVERIFY2(run.exit == 1 || run.exit == 3, qPrintable(run.text()));
            QVERIFY2(run.err.contains(QStringLiteral("init")), qPrintable(run.text()));
        }
    }

    void whatIsOutOfReachEndsFastWithThree_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("no server") << QStringLiteral("postgresql://nobody@127.0.0.1:1/book");
        QTest::newRow("no file") << QStringLiteral("sqlite:/no/such/folder/book.db");
        DatabaseUrl missing = testServer();
        missing.setDatabase(QStringLiteral("fd_no_such_database"));
        QTest::newRow("no database") << wholeUrl(missing);
    }
    void whatIsOutOfReachEndsFastWithThree()
    {
        QFETCH(QString, url);
        const QList<QStringList> commands{{QStringLiteral("check")},
                                          {QStringLiteral("services")},
                                          {QStringLiteral("show"), QStringLiteral("1")},
                                          {QStringLiteral("cancel"), QStringLiteral("1"), QStringLiteral("--reason=r"),
                                           QStringLiteral("--if-version=1")}};
        for (const QStringList& words : commands) {
            QElapsedTimer timer;
            timer.start();
            const AdminRun run =
                runAdmin(words + QStringList{QStringLiteral("--json"), QStringLiteral("--database"), url});
            QVERIFY2(run.exit == 3, qPrintable(run.text()));
            QCOMPARE(run.object()[u"outcome"].toString(), QStringLiteral("unreachable"));
            QVERIFY(!run.object()[u"text"].toString().isEmpty());
            QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        }
    }
};

QTEST_GUILESS_MAIN(TestSchemaCommands)
#include "tst_schema_commands.moc"
