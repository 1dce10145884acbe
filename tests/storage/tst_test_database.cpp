#include "tests/support/test_database.h"

#include <QTest>

using frontdesk::Dialect;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;

/// What all other tests stand on.
class TestTestDatabase : public QObject
{
    Q_OBJECT
private slots:
    void isAFreshBook_data() { onBothDatabases(); }
    void isAFreshBook()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase one(dialect);
        const TestDatabase other(dialect);
        QVERIFY(one.url().text() != other.url().text());
        QVERIFY(one.connect());
        QCOMPARE(one.typed(QStringLiteral("SELECT count(*) FROM business")).value.toInt(), 1);
        QCOMPARE(one.typed(QStringLiteral("SELECT count(*) FROM person WHERE id = 1")).value.toInt(), 1);
        one.fillSmallSalon();
        QCOMPARE(one.typed(QStringLiteral("SELECT count(*) FROM client")).value.toInt(), 5);
        QCOMPARE(other.typed(QStringLiteral("SELECT count(*) FROM client")).value.toInt(), 0);
    }

    void smallSalonHasTheIdsThatItPromises_data() { onBothDatabases(); }
    void smallSalonHasTheIdsThatItPromises()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        book.fillSmallSalon();
        const auto name = [&](const char* table, int id) {
            return book.typed(QStringLiteral("SELECT name FROM %1 WHERE id = %2").arg(QLatin1StringView(table)).arg(id))
                .value.toString();
        };
        QCOMPARE(name("location", 1), QStringLiteral("Mitte"));
        QCOMPARE(name("resource", 1), QStringLiteral("Ana"));
        QCOMPARE(name("resource", 3), QStringLiteral("Chloé"));
        QCOMPARE(name("resource", 4), QStringLiteral("Room 1"));
        QCOMPARE(name("service", 1), QStringLiteral("Haircut"));
        QCOMPARE(name("service", 3), QStringLiteral("Massage"));
        QCOMPARE(name("client", 4), QStringLiteral("美玲"));
    }
};

QTEST_GUILESS_MAIN(TestTestDatabase)
#include "tst_test_database.moc"
