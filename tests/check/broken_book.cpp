#include "broken_book.h"

#include "models/demo/demo.h"
#include "models/domain/clock.h"

#include <QFile>
#include <QTemporaryDir>

namespace frontdesk::test
{
namespace
{

void must(const StorageError& error, const QString& what)
{
    if (error)
        qFatal("%s: %s", qPrintable(what), qPrintable(error.text));
}

std::unique_ptr<Connection> server()
{
    return Connection::open(testServer(), Connection::SchemaCheck::Any).connection;
}

} // namespace

class BrokenBook::Private
{
public:
    std::unique_ptr<TestDatabase> made; ///< of the book that the others are copied from
    QTemporaryDir folder;
    DatabaseUrl url;
};

BrokenBook::BrokenBook(Dialect dialect) : d(std::make_unique<Private>())
{
    d->made = std::make_unique<TestDatabase>(dialect);
    d->url = d->made->url();
    demo::Options options;
    options.appointments = 120;
    options.staff = 4;
    options.seed = 3;
    options.around = QDate(2026, 11, 23);
    options.now = brokenNow();
    must(demo::fill(*connect(), options).error, QStringLiteral("the demo"));
    takeDownWalls();
}

BrokenBook::BrokenBook(std::unique_ptr<Private> p) : d(std::move(p)) {}

BrokenBook::~BrokenBook()
{
    if (!d->made && d->url.dialect() == Dialect::Postgresql) {
        must(server()->execute(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(d->url.database())),
             d->url.database());
    }
}

std::unique_ptr<BrokenBook> BrokenBook::copy() const
{
    auto p = std::make_unique<Private>();
    if (d->url.dialect() == Dialect::Sqlite) {
        const QString path = p->folder.filePath(QStringLiteral("book.db"));
        if (!QFile::copy(d->url.path(), path))
            qFatal("%s was not copied", qPrintable(path));
        p->url = DatabaseUrl::sqliteFile(path);
    } else {
        const QString name = uniqueTestName();
        must(server()->execute(QStringLiteral("CREATE DATABASE %1 TEMPLATE %2").arg(name, d->url.database())), name);
        p->url = d->url;
        p->url.setDatabase(name);
    }
    return std::unique_ptr<BrokenBook>(new BrokenBook(std::move(p)));
}

std::unique_ptr<Connection> BrokenBook::connect() const
{
    Connection::Opened opened = Connection::open(d->url);
    if (!opened.connection)
        qFatal("%s: %s", qPrintable(d->url.text()), qPrintable(opened.detail));
    return std::move(opened.connection);
}

void BrokenBook::type(const QString& sql) const
{
    const bool sqlite = d->url.dialect() == Dialect::Sqlite; // whose shell has them off
    must(connect()->execute((sqlite ? QStringLiteral("PRAGMA foreign_keys = OFF; ") : QString()) + sql), sql);
}

qint64 BrokenBook::number(const QString& sql) const
{
    QSqlQuery query;
    const auto connection = connect();
    must(connection->ask(sql, query), sql);
    return query.next() ? query.value(0).toLongLong() : 0;
}

void BrokenBook::takeDownWalls() const
{
    if (d->url.dialect() == Dialect::Sqlite) {
        const auto connection = connect();
        QSqlQuery query;
        must(connection->ask(QStringLiteral("SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_schema "
                                            "WHERE type = 'trigger'"),
                             query),
             QStringLiteral("the triggers"));
        if (query.next())
            type(query.value(0).toString());
        // The unique index of the booking keys belongs to the table: only its definition can be changed, by hand.
        type(QStringLiteral(
            "PRAGMA writable_schema = ON; "
            "UPDATE sqlite_schema SET sql = replace(sql, 'booking_key    TEXT UNIQUE', 'booking_key    TEXT') "
            " WHERE name = 'appointment'; "
            "DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_appointment_1'; "
            "PRAGMA writable_schema = OFF"));
        type(QStringLiteral("VACUUM"));
        type(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        return;
    }
    type(QStringLiteral("DO $$ DECLARE t text; BEGIN "
                        "FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP "
                        "EXECUTE format('ALTER TABLE %I DISABLE TRIGGER ALL', t); END LOOP; END $$"));
    type(QStringLiteral("ALTER TABLE claim DROP CONSTRAINT claim_sole; "
                        "ALTER TABLE appointment DROP CONSTRAINT appointment_booking_key_key"));
}

QString textOf(const Checked& checked)
{
    QStringList lines = {checked.error.text};
    for (const Finding& finding : checked.findings)
        lines += finding.invariant + QStringLiteral(": ") + finding.text;
    return lines.join(u'\n');
}

} // namespace frontdesk::test
