#include "models/storage/snapshot.h"
#include "tests/support/test_database.h"

#include <QTest>

using frontdesk::Connection;
using frontdesk::Dialect;
using frontdesk::Snapshot;
using frontdesk::test::TestDatabase;

/// Long reads see one state of the book and hinder nobody.
class SnapshotTest : public QObject
{
    Q_OBJECT

    static int clients(Connection& connection)
    {
        QSqlQuery query;
        if (connection.ask(QStringLiteral("SELECT count(*) FROM client"), query) || !query.next())
            return -1;
        return query.value(0).toInt();
    }

private slots:
    void readsOneStateWhileOthersWrite_data() { frontdesk::test::onBothDatabases(); }
    void readsOneStateWhileOthersWrite()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto reader = database.connect();
        {
            const Snapshot snapshot(*reader);
            QVERIFY(!snapshot.beginError());
            QCOMPARE(clients(*reader), 0);
            QVERIFY(!database.typed(QStringLiteral("INSERT INTO client (name) VALUES ('Lena')")).error);
            QCOMPARE(clients(*reader), 0);
        }
        QCOMPARE(clients(*reader), 1);
        QVERIFY(!reader->inTransaction());
    }

    void endsAfterAFailure_data() { frontdesk::test::onBothDatabases(); }
    void endsAfterAFailure()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto reader = database.connect();
        {
            const Snapshot snapshot(*reader);
            QSqlQuery query;
            QVERIFY(reader->ask(QStringLiteral("SELECT nothing FROM nowhere"), query));
        }
        {
            const Snapshot snapshot(*reader);
            QVERIFY(!snapshot.beginError());
            QCOMPARE(clients(*reader), 0);
        }
        const frontdesk::Transaction transaction(*reader);
        QVERIFY(!transaction.beginError());
    }
};

QTEST_GUILESS_MAIN(SnapshotTest)
#include "tst_snapshot.moc"
