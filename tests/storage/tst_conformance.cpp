#include "models/storage/connection.h"
#include "tests/storage/conformance_suite.h"
#include "tests/support/test_database.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>

namespace frontdesk::test
{

namespace
{

/// Of the right shape; nobody logs in with it.
QString verifier()
{
    const QString key = QString(43, u'A') + u'=';
    return QStringLiteral("'SCRAM-SHA-256$4096:AAAAAAAAAAAAAAAAAAAAAA==$%1:%1'").arg(key);
}

QString outcomeOf(const StorageError& error)
{
    switch (error.kind) {
    case StorageError::Kind::None:
        return QStringLiteral("ok");
    case StorageError::Kind::Taken:
        return QStringLiteral("taken");
    case StorageError::Kind::Forbidden:
        return QStringLiteral("forbidden");
    case StorageError::Kind::Gone:
        return QStringLiteral("gone");
    case StorageError::Kind::Rule:
        return QStringLiteral("rule:") + error.rule;
    default:
        return error.text;
    }
}

/// As psql and sqlite3 print it.
QString printed(const QVariant& value)
{
    if (value.typeId() == QMetaType::Bool) {
        return value.toBool() ? QStringLiteral("t") : QStringLiteral("f");
    }
    return value.toString();
}

} // namespace

/// The suite of conformance/*.json on both databases. Each case runs in a transaction that is rolled back, on one book
/// a database.
class TestConformance : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void keepsTheRules_data();
    void keepsTheRules();
    void everyRefusalIsDocumentedAndTried();
    void takenSaysByWhom();
    void takenIsFoundInASecondStatement();
    void capacitySaysWhatIsInTheWay();

private:
    struct Book {
        TestDatabase database;
        std::unique_ptr<Connection> connection;
        std::vector<ConformanceCase> cases;

        explicit Book(Dialect dialect) : database(dialect), cases(conformanceCases(dialect)) {}
    };
    Book& book(Dialect dialect) { return *m_books.at(dialect == Dialect::Sqlite ? 0 : 1); }
    static void open(Book& book);
    static QVariant valueOf(Connection& connection, const QString& sql);
    void run(Connection& connection, const ConformanceCase& one);

    std::array<std::unique_ptr<Book>, 2> m_books;
};

QVariant TestConformance::valueOf(Connection& connection, const QString& sql)
{
    QSqlQuery query;
    const StorageError error = connection.ask(sql, query);
    if (error) {
        qWarning("%s: %s", qPrintable(sql), qPrintable(error.text));
    }
    return query.next() ? query.value(0) : QVariant();
}

void TestConformance::open(Book& book)
{
    book.connection = book.database.connect();
    const StorageError filled = book.connection->execute(conformanceSalon());
    QVERIFY2(!filled, qPrintable(filled.text));
    if (book.connection->dialect() == Dialect::Postgresql) {
        // The salon's rows name their ids; those that come get others, as SQLite does by itself.
        const StorageError moved = book.connection->execute(
            QStringLiteral("SELECT setval(pg_get_serial_sequence(t, 'id'), 1000) FROM "
                           "unnest('{person,location,resource,service,client,"
                           "visit,series,appointment,desk_hold,closure,time_off,outbox,desk}'::text[]) t"));
        QVERIFY2(!moved, qPrintable(moved.text));
    }
}

void TestConformance::initTestCase()
{
    m_books = {std::make_unique<Book>(Dialect::Sqlite), std::make_unique<Book>(Dialect::Postgresql)};
    for (const auto& book : m_books) {
        open(*book);
    }
}

void TestConformance::keepsTheRules_data()
{
    QTest::addColumn<frontdesk::Dialect>("dialect");
    QTest::addColumn<int>("number");
    for (const auto& [name, dialect] :
         {std::pair("sqlite", Dialect::Sqlite), std::pair("postgresql", Dialect::Postgresql)}) {
        const auto& cases = book(dialect).cases;
        for (size_t i = 0; i < cases.size(); ++i) {
            QTest::addRow("%s: %s: %s", name, qPrintable(cases[i].file), qPrintable(cases[i].name))
                << dialect << int(i);
        }
    }
}

void TestConformance::run(Connection& connection, const ConformanceCase& one)
{
    const QString login = uniqueTestName(QStringLiteral("conf"));
    QString me;
    const auto filled = [&](QString text) {
        return text.replace(QStringLiteral("{me}"), me)
            .replace(QStringLiteral("{login}"), login)
            .replace(QStringLiteral("{verifier}"), verifier());
    };
    if (!one.group.isEmpty()) {
        me = valueOf(connection,
                     filled(QStringLiteral("SELECT create_person('Me', '%1', '{login}', {verifier})").arg(one.group)))
                 .toString();
        QVERIFY(!me.isEmpty());
    }
    for (const QString& statement : one.setup) {
        const StorageError error = connection.execute(filled(statement));
        QVERIFY2(!error, qPrintable(statement + u'\n' + error.text));
    }
    if (!one.group.isEmpty()) {
        QVERIFY(!connection.execute(filled(QStringLiteral("SET LOCAL SESSION AUTHORIZATION {login}"))));
    }
    QVERIFY(!connection.execute(QStringLiteral("SAVEPOINT judged")));
    const StorageError error = connection.execute(filled(one.statement));
    QCOMPARE(outcomeOf(error), one.outcome);
    if (error) {
        QVERIFY(!connection.execute(QStringLiteral("ROLLBACK TO judged")));
    }
    if (!one.group.isEmpty()) {
        QVERIFY(!connection.execute(QStringLiteral("SET LOCAL SESSION AUTHORIZATION DEFAULT")));
    }
    for (const auto& follow : one.then) {
        QCOMPARE(printed(valueOf(connection, filled(follow.query))), follow.expected);
    }
}

void TestConformance::keepsTheRules()
{
    QFETCH(frontdesk::Dialect, dialect);
    QFETCH(int, number);
    Connection& connection = *book(dialect).connection;
    const ConformanceCase& one = book(dialect).cases.at(size_t(number));
    const QString isolation = one.isolation.isEmpty() ? QString() : QStringLiteral(" ISOLATION LEVEL ") + one.isolation;
    const QString begin =
        dialect == Dialect::Sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN") + isolation;
    QVERIFY(!connection.execute(begin));
    run(connection, one);
    QVERIFY(!connection.execute(QStringLiteral("ROLLBACK")));
}

void TestConformance::everyRefusalIsDocumentedAndTried()
{
    QSet<QString> tried;
    for (const auto& book : m_books) {
        for (const ConformanceCase& one : book->cases) {
            if (one.outcome.startsWith(QLatin1StringView("rule:"))) {
                tried += one.outcome.mid(5);
            }
        }
    }
    const QStringList listed = documentedRules();
    const QSet<QString> documented(listed.begin(), listed.end());
    QCOMPARE((tried - documented).values(), QStringList());
    QCOMPARE((documented - tried).values(), QStringList());
}

/// PostgreSQL tells in the refusal itself who holds the place.
void TestConformance::takenSaysByWhom()
{
    Connection& connection = *book(Dialect::Postgresql).connection;
    const auto insert = [](int id, int start) {
        return QStringLiteral(
                   "INSERT INTO appointment (id, location_id, starts_at, ends_at, local_start, zone, currency, status, "
                   "takes) VALUES (%1, 1, %2, %2 + 3600, '', 'Europe/Berlin', 'EUR', 'booked', "
                   "'[{\"resource\": 1, \"from\": 0, \"to\": 3600, \"units\": 1}]')")
            .arg(id)
            .arg(start);
    };
    QVERIFY(!connection.execute(QStringLiteral("BEGIN")));
    QVERIFY(!connection.execute(insert(900, 1000000)));
    QVERIFY(!connection.execute(QStringLiteral("SAVEPOINT a")));
    const StorageError error = connection.execute(insert(901, 1001800));
    QCOMPARE(error.kind, StorageError::Kind::Taken);
    QCOMPARE(error.claimedBy, 900);
    QCOMPARE(error.resource, 1);
    QCOMPARE(error.startsAt, 1000000);
    QCOMPARE(error.endsAt, 1003600);
    QVERIFY(!connection.execute(QStringLiteral("ROLLBACK")));
}

/// On SQLite RAISE takes a literal only: the refused transaction asks.
void TestConformance::takenIsFoundInASecondStatement()
{
    Connection& connection = *book(Dialect::Sqlite).connection;
    const auto hold = [](int id) {
        return QStringLiteral(
                   "INSERT INTO desk_hold (id, desk, location_id, starts_at, ends_at, held_until, takes) VALUES (%1, "
                   "'Desk', 1, 1000000, 1003600, unixepoch() + 90, '[{\"resource\": 1, \"from\": 0, \"to\": 3600, "
                   "\"units\": 1}]')")
            .arg(id);
    };
    QVERIFY(!connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
    QVERIFY(!connection.execute(hold(70)));
    QCOMPARE(connection.execute(hold(71)).kind, StorageError::Kind::Taken);
    QCOMPARE(valueOf(connection,
                     QStringLiteral("SELECT desk_hold_id FROM claim WHERE resource_id = 1 AND starts_at < 1003600 AND "
                                    "starts_at > 1000000 - 86400 AND ends_at > 1000000"))
                 .toInt(),
             70);
    QVERIFY(!connection.execute(QStringLiteral("ROLLBACK")));
}

void TestConformance::capacitySaysWhatIsInTheWay()
{
    Connection& connection = *book(Dialect::Postgresql).connection;
    QVERIFY(!connection.execute(QStringLiteral("BEGIN")));
    QVERIFY(!connection.execute(
        QStringLiteral("INSERT INTO appointment (id, location_id, starts_at, ends_at, "
                       "local_start, zone, currency, status, takes) VALUES (900, 1, "
                       "4102480800, 4102484400, '', 'Europe/Berlin', 'EUR', 'booked', '[{\"resource\": "
                       "4, \"from\": 0, \"to\": 3600, \"units\": 2}]')")));
    const StorageError error =
        connection.execute(QStringLiteral("UPDATE resource SET capacity = 1, version = 2 WHERE id = 4"));
    QCOMPARE(error.rule, QStringLiteral("capacity"));
    QVERIFY2(error.text.contains(QLatin1StringView("[900]")), qPrintable(error.text));
    QVERIFY(!connection.execute(QStringLiteral("ROLLBACK")));
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestConformance)
#include "tst_conformance.moc"
