#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QTemporaryDir>
#include <QtTest>

#include <linux/capability.h>
#include <sys/prctl.h>

using namespace frontdesk;
using namespace frontdesk::test;

/// What the program says of a book that it must not or can't use: its code, and the sentence with what to do.
class TestRefusedBooks : public QObject
{
    Q_OBJECT
private slots:
    void unsafeServers_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<OpenProblem>("problem");
        QTest::newRow("commits that may be lost") << "synchronous_commit = off" << OpenProblem::UnsafeCommit;
        QTest::newRow("strings") << "standard_conforming_strings = off" << OpenProblem::NonStandardStrings;
        QTest::newRow("a standby") << "default_transaction_read_only = on" << OpenProblem::ReadOnly;
    }
    void unsafeServers()
    {
        QFETCH(QString, setting);
        QFETCH(OpenProblem, problem);
        const TestDatabase book(Dialect::Postgresql);
        QVERIFY(!book.typed(QStringLiteral("ALTER DATABASE %1 SET %2").arg(book.url().database(), setting)).error);
        for (const char* command : {"services", "migrate", "check"})
            isRefused(runJson(book.url(), {QString::fromLatin1(command)}), problem, book.url());
    }

    void anotherEncoding()
    {
        const TestDatabase server(Dialect::Postgresql);
        DatabaseUrl url = server.url();
        url.setDatabase(uniqueTestName(QStringLiteral("fd_latin")));
        QVERIFY(!server
                     .typed(QStringLiteral("CREATE DATABASE %1 TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
                                .arg(url.database()))
                     .error);
        const AdminRun init = runJson(url, {QStringLiteral("init")});
        const AdminRun services = runJson(url, {QStringLiteral("services")});
        QVERIFY(!server.typed(QStringLiteral("DROP DATABASE %1").arg(url.database())).error);
        isRefused(init, OpenProblem::NotUtf8, url);
        isRefused(services, OpenProblem::NotUtf8, url);
    }

    void noSuchLogin()
    {
        const TestDatabase book(Dialect::Postgresql);
        DatabaseUrl url = book.url();
        url.setUser(uniqueTestName(QStringLiteral("nobody")));
        isRefused(runJson(url, {QStringLiteral("services")}), OpenProblem::MissingRole, url);
    }

    /// Root passes over permissions unless that capability is taken from the program.
    void aFileThatMayNotBeWritten()
    {
        const TestDatabase book(Dialect::Sqlite);
        QVERIFY(QFile::setPermissions(book.url().path(), QFile::ReadOwner));
        QProcess process;
        process.setChildProcessModifier([] { ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0); });
        process.start(
            qEnvironmentVariable("FRONTDESK_BIN") + QStringLiteral("/frontdesk-admin"),
            {QStringLiteral("services"), QStringLiteral("--json"), QStringLiteral("--database"), book.url().text()});
        QVERIFY(process.waitForFinished(60'000));
        AdminRun run;
        run.exit = process.exitCode();
        run.out = QString::fromUtf8(process.readAllStandardOutput());
        run.err = QString::fromUtf8(process.readAllStandardError());
        isRefused(run, OpenProblem::ReadOnly, book.url());
    }

    void aFileThatIsNoDatabase()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("letter.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear Lena, " + QByteArray(2000, 'x'));
        file.close();
        const DatabaseUrl url = DatabaseUrl::sqliteFile(file.fileName());
        for (const char* command : {"services", "migrate", "check"}) {
            const AdminRun run = runJson(url, {QString::fromLatin1(command)});
            QCOMPARE(run.object()[u"rule"].toString(), codeOf(OpenProblem::NotADatabase));
            QVERIFY(run.object()[u"text"].toString().startsWith(explain(OpenProblem::NotADatabase, url)));
        }
    }

private:
    static void isRefused(const AdminRun& run, OpenProblem problem, const DatabaseUrl& url)
    {
        QVERIFY2(run.exit == 1, qPrintable(run.text()));
        QCOMPARE(run.object()[u"rule"].toString(), codeOf(problem));
        QVERIFY2(run.object()[u"text"].toString().startsWith(explain(problem, url)), qPrintable(run.text()));
    }
};

QTEST_GUILESS_MAIN(TestRefusedBooks)
#include "tst_refused_books.moc"
