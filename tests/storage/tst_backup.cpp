#include "models/storage/backup.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

#include <sys/stat.h>

using frontdesk::BackedUp;
using frontdesk::backUp;
using frontdesk::Connection;
using frontdesk::DatabaseUrl;
using frontdesk::Dialect;
using frontdesk::OpenProblem;
using frontdesk::test::EmptyDatabase;
using frontdesk::test::FullDisk;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;

class TestBackup : public QObject
{
    Q_OBJECT
private slots:
    void aBackupIsABook_data() { onBothDatabases(); }
    void aBackupIsABook();
    void isOneMomentWhileOthersWrite();
    void replacesAnOlderBackupOnlyWhenItIsWhole_data() { onBothDatabases(); }
    void replacesAnOlderBackupOnlyWhenItIsWhole();
    void refusesTheBookItself();
    void refusesAFolder_data() { onBothDatabases(); }
    void refusesAFolder();
    void tellsWhatIsWrongWithTheBook();
    void saysNothingOfThePassword();
};

void TestBackup::aBackupIsABook()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    book.fillSmallSalon();
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("backup of 'Monday'"));
    double share = 0;
    const BackedUp done = backUp(book.url(), file, [&](double now) { share = now; });
    QVERIFY2(done.kind == BackedUp::Kind::Done, qPrintable(done.detail));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(file).constData(), &facts), 0);
    QCOMPARE(int(facts.st_mode & 0777), 0600);
    if (dialect == Dialect::Sqlite) {
        QCOMPARE(share, 1.0);
        const auto copy = Connection::open(DatabaseUrl::sqliteFile(file)).connection;
        QVERIFY(copy);
        QSqlQuery query;
        QVERIFY(!copy->ask(QStringLiteral("SELECT count(*) FROM client"), query) && query.next());
        QCOMPARE(query.value(0).toInt(), 5);
        return;
    }
    const EmptyDatabase other(dialect);
    QProcess restore;
    restore.start(QStringLiteral("pg_restore"),
                  {QStringLiteral("--dbname=") + other.url().text(), QStringLiteral("--exit-on-error"), file});
    QVERIFY(restore.waitForFinished(60000));
    QVERIFY2(restore.exitCode() == 0, restore.readAllStandardError().constData());
    const auto copy = Connection::open(other.url()).connection;
    QVERIFY(copy);
    QSqlQuery query;
    QVERIFY(!copy->ask(QStringLiteral("SELECT count(*) FROM client"), query) && query.next());
    QCOMPARE(query.value(0).toInt(), 5);
}

/// A writer keeps two numbers equal; the copy, made while it writes, has them equal too.
void TestBackup::isOneMomentWhileOthersWrite()
{
    const TestDatabase book(Dialect::Sqlite);
    const auto own = book.connect();
    QVERIFY(!own->execute(QStringLiteral("CREATE TABLE pair (a INTEGER, b INTEGER); INSERT INTO pair VALUES (0, 0); "
                                         "CREATE TABLE bulk AS SELECT randomblob(30000000) AS x")));
    std::atomic<bool> stop{false};
    std::atomic<int> commits{0};
    std::thread writer([&] {
        const auto connection = book.connect();
        while (!stop) {
            commits += connection->execute(QStringLiteral("UPDATE pair SET a = a + 1, b = b + 1")) ? 0 : 1;
        }
    });
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("copy.db"));
    const bool writing = QTest::qWaitFor([&] { return commits > 3; });
    const int before = commits;
    const BackedUp done = backUp(book.url(), file);
    const int after = commits;
    stop = true;
    writer.join();
    QVERIFY(writing);
    QVERIFY2(done.kind == BackedUp::Kind::Done, qPrintable(done.detail));
    QVERIFY(after > before); // nobody waited for the backup
    const auto copy = Connection::open(DatabaseUrl::sqliteFile(file)).connection;
    QSqlQuery query;
    QVERIFY(!copy->ask(QStringLiteral("SELECT a, b FROM pair"), query) && query.next());
    QCOMPARE(query.value(0).toInt(), query.value(1).toInt());
    QVERIFY(query.value(0).toInt() >= before);
}

void TestBackup::replacesAnOlderBackupOnlyWhenItIsWhole()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("backup"));
    QFile old(file);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    if (dialect == Dialect::Sqlite) {
        const FullDisk full;
        QCOMPARE(int(backUp(book.url(), file).kind), int(BackedUp::Kind::NotOpened));
    } else {
        DatabaseUrl wrong = book.url();
        wrong.setDatabase(QStringLiteral("no_such_book"));
        const BackedUp failed = backUp(wrong, file);
        QCOMPARE(int(failed.problem), int(OpenProblem::NoSuchDatabase));
    }
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QCOMPARE(int(backUp(book.url(), file).kind), int(BackedUp::Kind::Done));
    QVERIFY(QFileInfo(file).size() > 1000);
}

void TestBackup::refusesTheBookItself()
{
    const TestDatabase book(Dialect::Sqlite);
    QCOMPARE(int(backUp(book.url(), book.url().path()).kind), int(BackedUp::Kind::Refused));
    const QTemporaryDir folder;
    const QString link = folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(book.url().path(), link));
    QCOMPARE(int(backUp(book.url(), link).kind), int(BackedUp::Kind::Refused));
    QCOMPARE(Connection::open(book.url()).problem, OpenProblem::None);
}

void TestBackup::refusesAFolder()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    const QTemporaryDir folder;
    QCOMPARE(int(backUp(book.url(), folder.path()).kind), int(BackedUp::Kind::Refused));
    const BackedUp missing = backUp(book.url(), folder.filePath(QStringLiteral("no/such/folder/x")));
    QCOMPARE(int(missing.kind), int(BackedUp::Kind::Refused));
    QVERIFY(!missing.detail.isEmpty());
}

void TestBackup::tellsWhatIsWrongWithTheBook()
{
    const QTemporaryDir folder;
    const BackedUp none = backUp(DatabaseUrl::sqliteFile(folder.filePath(QStringLiteral("none.db"))),
                                 folder.filePath(QStringLiteral("backup")));
    QCOMPARE(int(none.kind), int(BackedUp::Kind::NotOpened));
    QCOMPARE(int(none.problem), int(OpenProblem::NoSuchFile));
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

/// pg_dump is replaced by a script that shows its arguments and environment.
void TestBackup::saysNothingOfThePassword()
{
    const TestDatabase book(Dialect::Postgresql);
    const QTemporaryDir folder;
    const QString tool = folder.filePath(QStringLiteral("pg_dump"));
    QFile script(tool);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\necho \"$*\" >&2\n[ \"$PGPASSWORD\" = 'hunter 2' ] && echo known >&2\necho \"$PGPASSWORD\" "
                 ">&2\nexit 1\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(folder.path()) + ':' + path);
    DatabaseUrl url = book.url();
    url.setPassword(QStringLiteral("hunter 2"));
    const BackedUp failed = backUp(url, folder.filePath(QStringLiteral("backup")));
    qputenv("PATH", path);
    QCOMPARE(int(failed.kind), int(BackedUp::Kind::Failed));
    QVERIFY2(failed.detail.contains(QLatin1StringView("--format=custom")), qPrintable(failed.detail));
    QVERIFY(failed.detail.contains(QLatin1StringView("known")));
    QVERIFY2(!failed.detail.contains(QLatin1StringView("hunter 2")), qPrintable(failed.detail));
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
