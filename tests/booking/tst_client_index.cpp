#include "models/booking/client_index.h"

#include "models/booking/client_keys.h"

#include "tests/support/test_database.h"

#include <QtTest>

using namespace frontdesk;
using frontdesk::test::TestDatabase;

/// Search keys of clients who were written by hand.
class TestClientIndex : public QObject
{
    Q_OBJECT
private slots:
    void whoWasWrittenByHandIsFound_data() { test::onBothDatabases(); }
    void whoWasWrittenByHandIsFound()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const auto connection = database.connect();
        const ClientKeys keys;
        QVERIFY(!reindexClients(*connection, keys, true).error);
        QVERIFY(!database
                     .typed(QStringLiteral(
                         "INSERT INTO client (id, name, phone) VALUES (900, 'Hélène Ångström', '030 23125 123')"))
                     .error);
        QCOMPARE(
            database.typed(QStringLiteral("SELECT count(*) FROM client_search WHERE client_id = 900")).value.toInt(),
            0);
        const Reindexed done = reindexClients(*connection, keys, false);
        QVERIFY2(!done.error, qPrintable(done.error.text));
        QCOMPARE(done.clients, 1);
        QCOMPARE(database
                     .typed(QStringLiteral(
                         "SELECT count(*) FROM client_search WHERE client_id = 900 AND key LIKE 'helene%'"))
                     .value.toInt(),
                 1);
        QCOMPARE(database.typed(QStringLiteral("SELECT max(client_version) FROM client_search WHERE client_id = 900"))
                     .value.toInt(),
                 1);
        QCOMPARE(reindexClients(*connection, keys, false).clients, 0);
        QVERIFY(!database.typed(QStringLiteral("UPDATE client SET name = 'Zoe', version = 2 WHERE id = 900")).error);
        QCOMPARE(reindexClients(*connection, keys, false).clients, 1);
        QCOMPARE(database
                     .typed(QStringLiteral(
                         "SELECT count(*) FROM client_search WHERE client_id = 900 AND key LIKE 'helene%'"))
                     .value.toInt(),
                 0);
    }

    void allAreWrittenInBatches_data() { test::onBothDatabases(); }
    void allAreWrittenInBatches()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        QString rows;
        for (int i = 0; i < 1200; ++i)
            rows += QStringLiteral("%1('Client %2')").arg(i == 0 ? QString() : QStringLiteral(", ")).arg(i);
        QVERIFY(!database.typed(QStringLiteral("INSERT INTO client (name) VALUES ") + rows).error);
        const auto connection = database.connect();
        const ClientKeys keys;
        std::vector<int> told;
        const Reindexed done =
            reindexClients(*connection, keys, true, [&told](int clients) { told.push_back(clients); });
        QVERIFY2(!done.error, qPrintable(done.error.text));
        QCOMPARE(done.clients, 1205);
        QCOMPARE(told, (std::vector<int>{500, 1000, 1205}));
    }

    void aFailureLeavesWholeBatches_data() { test::onBothDatabases(); }
    void aFailureLeavesWholeBatches()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const auto connection = database.connect();
        const ClientKeys keys;
        const QString count = QStringLiteral("SELECT count(*) FROM client_search");
        const int before = database.typed(count).value.toInt();
        int failures = 0;
        for (int n = 1; n < 60; ++n) {
            connection->failStatement(n);
            const Reindexed done = reindexClients(*connection, keys, true);
            connection->failStatement(0);
            if (!done.error)
                break;
            ++failures;
            QCOMPARE(database.typed(count).value.toInt(), before);
        }
        QVERIFY(failures > 10);
    }
};

QTEST_GUILESS_MAIN(TestClientIndex)
#include "tst_client_index.moc"
