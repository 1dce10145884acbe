#include "tests/support/test_database.h"

#include "models/storage/create_book.h"
#include "models/storage/migrations.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace frontdesk::test
{

namespace
{

/// Failures of the surroundings end the program: no test can run without its database.
[[noreturn]] void giveUp(const QString& what)
{
    qFatal("%s", qPrintable(what));
}

std::unique_ptr<Connection> openAny(const DatabaseUrl& url)
{
    Connection::Opened opened = Connection::open(url, Connection::SchemaCheck::Any);
    if (!opened.connection) {
        giveUp(QStringLiteral("%1: %2 %3").arg(url.text(), codeOf(opened.problem), opened.detail));
    }
    return std::move(opened.connection);
}

void must(const StorageError& error, const QString& what)
{
    if (error) {
        giveUp(QStringLiteral("%1: %2").arg(what, error.text));
    }
}

DatabaseUrl serverDatabase(const QString& name)
{
    DatabaseUrl url = testServer();
    url.setDatabase(name);
    return url;
}

/// Changes with every migration's text, so that checkouts of different schemas may share a cluster.
QString templateName()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Migration& migration : programMigrations()) {
        hash.addData(migration.postgresql.join(u'\n').toUtf8());
    }
    return QStringLiteral("frontdesk_template_") + QString::fromLatin1(hash.result().toHex().left(16));
}

void makeBook(const DatabaseUrl& url)
{
    const CreatedBook book = createBook(url, QStringLiteral("Salon Test"));
    if (book.kind != CreatedBook::Kind::Created) {
        giveUp(
            QStringLiteral("the template %1 was not made: %2 %3").arg(url.text(), codeOf(book.problem), book.detail));
    }
}

/// The migrated template that all test programs of this schema copy; whoever comes first makes it, the others wait.
QString postgresqlTemplate()
{
    static const QString name = [] {
        const auto server = openAny(testServer());
        must(server->setPatience(std::chrono::minutes(2), std::chrono::minutes(2)), QStringLiteral("patience"));
        must(server->execute(QStringLiteral("SELECT pg_advisory_lock(727274)")), QStringLiteral("lock"));
        const QString wanted = templateName();
        QSqlQuery found;
        must(server->ask(QStringLiteral("SELECT 1 FROM pg_database WHERE datname = '%1'").arg(wanted), found), wanted);
        if (!found.next()) {
            const QString building = uniqueTestName(QStringLiteral("frontdesk_building"));
            makeBook(serverDatabase(building));
            // A half-made template never has the name.
            must(server->execute(QStringLiteral("ALTER DATABASE %1 RENAME TO %2").arg(building, wanted)), wanted);
        }
        return wanted;
    }();
    return name;
}

/// One file a program, copied for each test.
QString sqliteTemplate()
{
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString file = folder.filePath(QStringLiteral("template.db"));
        makeBook(DatabaseUrl::sqliteFile(file));
        return file;
    }();
    return path;
}

void dropDatabase(const QString& name)
{
    const auto server = openAny(testServer());
    must(server->setPatience(std::chrono::seconds(30), std::chrono::seconds(30)), QStringLiteral("patience"));
    must(server->execute(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(name)), name);
}

} // namespace

void onBothDatabases()
{
    QTest::addColumn<frontdesk::Dialect>("dialect");
    QTest::newRow("sqlite") << Dialect::Sqlite;
    QTest::newRow("postgresql") << Dialect::Postgresql;
}

DatabaseUrl testServer()
{
    const QString text = qEnvironmentVariable("FRONTDESK_TEST_POSTGRESQL");
    const auto url = DatabaseUrl::parse(text);
    if (!url || url->dialect() != Dialect::Postgresql) {
        giveUp(QStringLiteral("FRONTDESK_TEST_POSTGRESQL names no cluster; packaging/cluster start FOLDER makes one"));
    }
    return *url;
}

QString uniqueTestName(const QString& beginning)
{
    static std::atomic<int> count{0};
    return QStringLiteral("%1_%2_%3").arg(beginning).arg(QCoreApplication::applicationPid()).arg(++count);
}

class EmptyDatabase::Private
{
public:
    QTemporaryDir folder;
    DatabaseUrl url;
};

EmptyDatabase::EmptyDatabase(Dialect dialect) : d(std::make_unique<Private>())
{
    if (dialect == Dialect::Sqlite) {
        d->url = DatabaseUrl::sqliteFile(d->folder.filePath(QStringLiteral("book.db")));
        return;
    }
    const QString name = uniqueTestName(QStringLiteral("fd_empty"));
    must(openAny(testServer())->execute(QStringLiteral("CREATE DATABASE %1 TEMPLATE template0").arg(name)), name);
    d->url = serverDatabase(name);
}

EmptyDatabase::~EmptyDatabase()
{
    if (d->url.dialect() == Dialect::Postgresql) {
        dropDatabase(d->url.database());
    }
}

const DatabaseUrl& EmptyDatabase::url() const
{
    return d->url;
}

class TestDatabase::Private
{
public:
    QTemporaryDir folder;
    DatabaseUrl url;
};

TestDatabase::TestDatabase(Dialect dialect) : d(std::make_unique<Private>())
{
    if (dialect == Dialect::Sqlite) {
        const QString path = d->folder.filePath(QStringLiteral("book.db"));
        if (!QFile::copy(sqliteTemplate(), path)) {
            giveUp(QStringLiteral("%1 was not copied").arg(path));
        }
        d->url = DatabaseUrl::sqliteFile(path);
        return;
    }
    const QString original = postgresqlTemplate();
    const QString name = uniqueTestName();
    const auto server = openAny(testServer());
    must(server->setPatience(std::chrono::minutes(1), std::chrono::minutes(1)), QStringLiteral("patience"));
    must(server->execute(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(name, original)), name);
    d->url = serverDatabase(name);
}

TestDatabase::~TestDatabase()
{
    if (d->url.dialect() == Dialect::Postgresql) {
        dropDatabase(d->url.database());
    }
}

const DatabaseUrl& TestDatabase::url() const
{
    return d->url;
}

std::unique_ptr<Connection> TestDatabase::connect() const
{
    Connection::Opened opened = Connection::open(d->url);
    if (!opened.connection) {
        giveUp(QStringLiteral("%1: %2 %3").arg(d->url.text(), codeOf(opened.problem), opened.detail));
    }
    return std::move(opened.connection);
}

TestDatabase::Typed TestDatabase::typed(const QString& sql) const
{
    const auto connection = openAny(d->url);
    QSqlQuery query;
    Typed typed;
    typed.error = connection->ask(sql, query);
    if (!typed.error && query.next()) {
        typed.value = query.value(0);
    }
    return typed;
}

void TestDatabase::fillSmallSalon() const
{
    test::fillSmallSalon(d->url);
}

void fillSmallSalon(const DatabaseUrl& url)
{
    const QString week = QStringLiteral(
        R"({"1": [["09:00","18:00"]], "2": [["09:00","18:00"]], "3": [["09:00","18:00"]], "4": [["09:00","18:00"]], )"
        R"("5": [["09:00","18:00"]], "6": [["09:00","18:00"]]})");
    const QString sql = QStringLiteral(R"(
INSERT INTO location (name, zone, currency, country, hours, changed_by)
VALUES ('Mitte', 'Europe/Berlin', 'EUR', 'DE', '%1', 1);
INSERT INTO resource (location_id, kind, name, initials, hours, position, changed_by)
VALUES (1, 'staff', 'Ana', 'AN', '%1', 1, 1), (1, 'staff', 'Ben', 'BE', '%1', 2, 1), (1, 'staff', 'Chloé', 'CH', '%1', 3, 1),
       (1, 'room', 'Room 1', 'R1', '%1', 4, 1);
INSERT INTO service (name, category, price_minor, currency, colour, steps, able, buffer_after, changed_by)
VALUES ('Haircut', 'Hair', 4200, 'EUR', '#2f6fed', '[{"length": 2700, "keeps": ["staff"]}]', '[1, 2, 3]', 300, 1),
       ('Colour', 'Hair', 9500, 'EUR', '#b14fc4', '[{"length": 2100, "keeps": ["staff", "room"]}, {"length": 2400, "keeps": ["room"]}, {"length": 900, "keeps": ["staff", "room"]}]', '[1, 3, 4]', 600, 1),
       ('Massage', 'Body', 7000, 'EUR', '#1f9d6b', '[{"length": 3600, "keeps": ["staff"]}]', '[3]', 0, 1);
INSERT INTO client (name, phone, phone_e164, phone_last4, email, changed_by)
VALUES ('Lena Fischer', '030 23125 001', '+493023125001', '5001', 'lena@example.org', 1),
       ('Omar Haddad', '030 23125 002', '+493023125002', '5002', '', 1),
       ('Jürgen Groß', '030 23125 003', '+493023125003', '5003', '', 1),
       ('美玲', '', NULL, NULL, '', 1),
       ('O''Neill; DROP TABLE client', '', NULL, NULL, '', 1);
)")
                            .arg(week);
    must(openAny(url)->execute(sql), QStringLiteral("the small salon"));
}

} // namespace frontdesk::test
