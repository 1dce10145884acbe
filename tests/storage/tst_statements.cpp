#include "models/storage/statements.h"
#include "tests/support/test_database.h"

#include <QTest>

using frontdesk::Dialect;
using frontdesk::findStatement;
using frontdesk::numbered;
using frontdesk::readStatement;
using frontdesk::statementNames;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;

class TestStatements : public QObject
{
    Q_OBJECT
private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("placeholders");
        QTest::newRow("placeholders, each once") << "SELECT :a, :b_2, :a"
                                                 << "SELECT :a, :b_2, :a"
                                                 << "a,b_2";
        QTest::newRow("comments go") << "-- the client's :name\nSELECT 1 -- \"why\n + :x"
                                     << "SELECT 1 \n + :x"
                                     << "x";
        QTest::newRow("dashes and colons in a text stay") << "SELECT '-- :no ''x'' :no', \":no\", :x"
                                                          << "SELECT '-- :no ''x'' :no', \":no\", :x"
                                                          << "x";
        QTest::newRow("casts are no placeholders") << "SELECT :x::bigint, 1::text"
                                                   << "SELECT :x::bigint, 1::text"
                                                   << "x";
        QTest::newRow("a time text") << "SELECT '10:00'"
                                     << "SELECT '10:00'"
                                     << "";
        QTest::newRow("the last semicolon goes") << "SELECT 1;\n"
                                                 << "SELECT 1"
                                                 << "";
        QTest::newRow("an open text ends with the file") << "SELECT 'x"
                                                         << "SELECT 'x"
                                                         << "";
    }
    void reads()
    {
        QFETCH(QString, text);
        const auto statement = readStatement(text);
        QTEST(statement.sql, "sql");
        QTEST(statement.placeholders.join(u','), "placeholders");
    }

    void numbersThePlaceholders()
    {
        const auto statement = readStatement(QStringLiteral("SELECT :b, ':b', :a::text, :b -- :c"));
        QCOMPARE(numbered(statement), QStringLiteral("SELECT $1, ':b', $2::text, $1"));
    }

    void findsTheDialectsOwn()
    {
        QVERIFY(findStatement(QStringLiteral("first_person_insert"), Dialect::Sqlite)->sql !=
                findStatement(QStringLiteral("first_person_insert"), Dialect::Postgresql)->sql);
        QVERIFY(findStatement(QStringLiteral("business_insert"), Dialect::Sqlite));
        QVERIFY(!findStatement(QStringLiteral("no_such"), Dialect::Sqlite));
        QVERIFY(!findStatement(QStringLiteral("../migrations/0001_book/sqlite/10_tables"), Dialect::Postgresql) ||
                !statementNames(Dialect::Postgresql).contains(QStringLiteral("10_tables")));
    }

    /// A statement that one database has and the other lacks would only show when a person needs it. The names that
    /// end in a dialect's own word are for what the other database hasn't got at all (roles, notifications, pragmas).
    void everyStatementPrepares_data() { onBothDatabases(); }
    void everyStatementPrepares()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        const auto connection = book.connect();
        const QStringList names = statementNames(dialect);
        QVERIFY(names.size() > 2);
        QStringList broken;
        for (const QString& name : names) {
            QSqlQuery query(connection->database());
            if (!query.prepare(findStatement(name, dialect)->sql)) {
                broken += name + QStringLiteral(": ") + query.lastError().text().trimmed();
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
