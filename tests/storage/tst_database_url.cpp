#include "models/storage/database_url.h"

#include <QDir>
#include <QTest>

using frontdesk::DatabaseUrl;
using frontdesk::Dialect;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT
private slots:
    void readsSqlite_data();
    void readsSqlite();
    void readsPostgresql_data();
    void readsPostgresql();
    void refuses_data();
    void refuses();
    void neverShowsThePassword();
    void sqliteIsMadeAbsoluteAtOnce();
};

void TestDatabaseUrl::readsSqlite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::newRow("absolute") << "sqlite:/srv/book.db"
                              << "/srv/book.db";
    QTest::newRow("relative") << "sqlite:book.db" << QDir::current().filePath(QStringLiteral("book.db"));
    QTest::newRow("a folder up") << "sqlite:/srv/a/../book.db"
                                 << "/srv/book.db";
    QTest::newRow("three slashes") << "sqlite:///srv/book.db"
                                   << "/srv/book.db";
    QTest::newRow("a space and a percent stay") << "sqlite:/srv/my 100%25 book?.db"
                                                << "/srv/my 100%25 book?.db";
    QTest::newRow("other scripts") << "sqlite:/srv/美玲.db"
                                   << "/srv/美玲.db";
}

void TestDatabaseUrl::readsSqlite()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    const auto url = DatabaseUrl::parse(text);
    QVERIFY(url);
    QCOMPARE(url->dialect(), Dialect::Sqlite);
    QCOMPARE(url->path(), path);
    QCOMPARE(url->text(), QStringLiteral("sqlite:") + path);
    QCOMPARE(*DatabaseUrl::parse(url->text()), *url);
}

void TestDatabaseUrl::readsPostgresql_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("back");
    QTest::newRow("whole") << "postgresql://maya:secret@db.example:5433/book"
                           << "maya"
                           << "secret"
                           << "db.example" << 5433 << "book"
                           << "postgresql://maya@db.example:5433/book";
    QTest::newRow("postgres scheme") << "postgres://db/book"
                                     << ""
                                     << ""
                                     << "db" << 5432 << "book"
                                     << "postgresql://db/book";
    QTest::newRow("percent encoded") << "postgresql://m%40ya:p%3A%2F%40ss%25@db/b%C3%BCch%2F1"
                                     << "m@ya"
                                     << "p:/@ss%"
                                     << "db" << 5432 << QStringLiteral("büch/1")
                                     << "postgresql://m%40ya@db/b%C3%BCch%2F1";
    QTest::newRow("a colon in the password") << "postgresql://u:a:b@db/book"
                                             << "u"
                                             << "a:b"
                                             << "db" << 5432 << "book"
                                             << "postgresql://u@db/book";
    QTest::newRow("an @ in the password") << "postgresql://u:a@b@db/book"
                                          << "u"
                                          << "a@b"
                                          << "db" << 5432 << "book"
                                          << "postgresql://u@db/book";
    QTest::newRow("IPv6") << "postgresql://u@[::1]:5999/book"
                          << "u"
                          << ""
                          << "::1" << 5999 << "book"
                          << "postgresql://u@[::1]:5999/book";
    QTest::newRow("IPv6 without a port") << "postgresql://[fe80::1]/book"
                                         << ""
                                         << ""
                                         << "fe80::1" << 5432 << "book"
                                         << "postgresql://[fe80::1]/book";
    QTest::newRow("socket folder") << "postgresql:///book?host=/run/postgresql"
                                   << ""
                                   << ""
                                   << "/run/postgresql" << 5432 << "book"
                                   << "postgresql:///book?host=%2Frun%2Fpostgresql";
    QTest::newRow("socket folder as host") << "postgresql://u@%2Frun%2Fpostgresql/book"
                                           << "u"
                                           << ""
                                           << "/run/postgresql" << 5432 << "book"
                                           << "postgresql://u@/book?host=%2Frun%2Fpostgresql";
    QTest::newRow("no host") << "postgresql:///book"
                             << ""
                             << ""
                             << "" << 5432 << "book"
                             << "postgresql:///book";
    QTest::newRow("parameters") << "postgresql://db/book?user=u&password=x%26y&port=99&sslmode=verify-full"
                                << "u"
                                << "x&y"
                                << "db" << 99 << "book"
                                << "postgresql://u@db:99/book?sslmode=verify-full";
}

void TestDatabaseUrl::readsPostgresql()
{
    QFETCH(QString, text);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, database);
    QFETCH(QString, back);
    QString problem;
    auto url = DatabaseUrl::parse(text, &problem);
    QVERIFY2(url, qPrintable(problem));
    QCOMPARE(url->dialect(), Dialect::Postgresql);
    QCOMPARE(url->user(), user);
    QCOMPARE(url->password(), password);
    QCOMPARE(url->host(), host);
    QCOMPARE(url->port(), port);
    QCOMPARE(url->database(), database);
    back.replace(QLatin1StringView("host=%2Frun%2Fpostgresql"), QLatin1StringView("host=/run/postgresql"));
    QCOMPARE(url->text(), back);
    url->setPassword({});
    QCOMPARE(*DatabaseUrl::parse(back), *url);
}

void TestDatabaseUrl::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << "";
    QTest::newRow("a bare path") << "/srv/book.db";
    QTest::newRow("another scheme") << "mysql://secret@db/book";
    QTest::newRow("sqlite without a file") << "sqlite:";
    QTest::newRow("sqlite in memory") << "sqlite::memory:";
    QTest::newRow("sqlite with a host") << "sqlite://secret/book.db";
    QTest::newRow("sqlite folder") << "sqlite:/srv/";
    QTest::newRow("sqlite NUL") << QStringLiteral("sqlite:/srv/a") + QChar(0) + QStringLiteral("b");
    QTest::newRow("no database") << "postgresql://u:secret@db";
    QTest::newRow("empty database") << "postgresql://u:secret@db/";
    QTest::newRow("port zero") << "postgresql://u:secret@db:0/book";
    QTest::newRow("port too high") << "postgresql://u:secret@db:65536/book";
    QTest::newRow("port with a sign") << "postgresql://u:secret@db:+1/book";
    QTest::newRow("port empty") << "postgresql://u:secret@db:/book";
    QTest::newRow("port not a number") << "postgresql://u:secret@db:x/book";
    QTest::newRow("IPv6 without brackets") << "postgresql://u:secret@::1/book";
    QTest::newRow("IPv6 without its end") << "postgresql://u:secret@[::1/book";
    QTest::newRow("text after IPv6") << "postgresql://u:secret@[::1]x/book";
    QTest::newRow("half a percent") << "postgresql://u:secret%4@db/book";
    QTest::newRow("percent NUL") << "postgresql://u:secret%00@db/book";
    QTest::newRow("percent not UTF-8") << "postgresql://u:secret%ff@db/book";
    QTest::newRow("two hosts") << "postgresql://u:secret@a,b/book";
    QTest::newRow("unknown parameter") << "postgresql://db/book?secret=1";
}

void TestDatabaseUrl::refuses()
{
    QFETCH(QString, text);
    QString problem;
    QVERIFY(!DatabaseUrl::parse(text, &problem));
    QVERIFY(!problem.isEmpty());
    QVERIFY2(!problem.contains(QLatin1StringView("secret")), qPrintable(problem));
    QVERIFY(!DatabaseUrl::parse(text));
}

void TestDatabaseUrl::neverShowsThePassword()
{
    auto url = DatabaseUrl::parse(QStringLiteral("postgresql://maya:hunter2@db/book?password=hunter2"));
    QVERIFY(url);
    QCOMPARE(url->password(), QStringLiteral("hunter2"));
    QVERIFY(!url->text().contains(QLatin1StringView("hunter2")));
    url->setPassword(QStringLiteral("other"));
    QCOMPARE(url->password(), QStringLiteral("other"));
    QVERIFY(!url->text().contains(QLatin1StringView("other")));
}

void TestDatabaseUrl::sqliteIsMadeAbsoluteAtOnce()
{
    const QString before = QDir::currentPath();
    const auto url = DatabaseUrl::parse(QStringLiteral("sqlite:book.db"));
    QVERIFY(url);
    QVERIFY(QDir::setCurrent(QDir::rootPath()));
    QCOMPARE(url->path(), QDir(before).filePath(QStringLiteral("book.db")));
    QVERIFY(QDir::setCurrent(before));
}

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_database_url.moc"
