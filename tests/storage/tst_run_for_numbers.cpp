#include "models/storage/connection.h"
#include "models/storage/retry.h"
#include "tests/support/test_database.h"

#include <QSignalSpy>
#include <QSqlDriver>
#include <QTest>

using frontdesk::Connection;
using frontdesk::Dialect;
using frontdesk::StorageError;
using frontdesk::test::onBothDatabases;
using frontdesk::test::TestDatabase;
using Kind = frontdesk::StorageError::Kind;

namespace
{

QVariantMap client(const QVariant& name)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("phone"), QString()},
            {QStringLiteral("phone_e164"), QVariant()},
            {QStringLiteral("phone_last4"), QVariant()},
            {QStringLiteral("now"), qint64(1) << 40},
            {QStringLiteral("person"), 1},
            {QStringLiteral("desk"), QStringLiteral("Desk 1")},
            {QStringLiteral("command"), QString()}};
}

QString createClient()
{
    return QStringLiteral("create_client");
}

} // namespace

class TestRunForNumbers : public QObject
{
    Q_OBJECT
private slots:
    void answersItsRow_data() { onBothDatabases(); }
    void answersItsRow()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        const auto connection = book.connect();
        const QString name = QStringLiteral("O'Neill \\ \"美玲\" 👩‍🦰; $1 :name --");
        for (qint64 id = 1; id <= 3; ++id) { // prepared once, run again
            const auto answer = connection->runForNumbers(createClient(), client(name));
            QVERIFY2(!answer.error, qPrintable(answer.error.text));
            QCOMPARE(answer.row, std::vector<qint64>({id, 1}));
        }
        QCOMPARE(book.typed(QStringLiteral("SELECT name FROM client WHERE id = 3 AND phone = '' AND phone_e164 IS NULL "
                                           "AND created_at = 1099511627776 AND changed_by = 1"))
                     .value.toString(),
                 name);
    }

    void answersNoRow_data() { onBothDatabases(); }
    void answersNoRow()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        const auto answer = book.connect()->runForNumbers(QStringLiteral("desks_present"), {});
        QVERIFY2(!answer.error, qPrintable(answer.error.text));
        QVERIFY(!answer.row);
    }

    void refusesWhatItCantRun_data() { onBothDatabases(); }
    void refusesWhatItCantRun()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        const auto connection = book.connect();
        QCOMPARE(connection->runForNumbers(QStringLiteral("no_such_statement"), {}).error.kind, Kind::Other);
        QCOMPARE(connection->runForNumbers(createClient(), {}).error.kind, Kind::Other);
        const auto unstorable = connection->runForNumbers(createClient(), client(QStringLiteral("a") + QChar(u'\0')));
        QCOMPARE(unstorable.error.rule, QStringLiteral("text"));
        const auto refused = connection->runForNumbers(createClient(), client(QString(401, u'x')));
        QCOMPARE(refused.error.kind, Kind::Rule);
        QCOMPARE(refused.error.rule, QStringLiteral("name"));
        QVERIFY(!connection->runForNumbers(createClient(), client(QStringLiteral("Lena"))).error);
    }

    void meetsPlantedFaults_data() { onBothDatabases(); }
    void meetsPlantedFaults()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        const auto connection = book.connect();
        connection->failStatement(1, Kind::Busy);
        QCOMPARE(connection->runForNumbers(createClient(), client(QStringLiteral("one"))).error.kind, Kind::Busy);
        connection->failStatement(0);
        connection->loseAnswer(1);
        const auto lost = connection->runForNumbers(createClient(), client(QStringLiteral("two")));
        QCOMPARE(lost.error.kind, Kind::Unreachable);
        QVERIFY(!lost.row);
        QCOMPARE(book.typed(QStringLiteral("SELECT name FROM client")).value.toString(), QStringLiteral("two"));
    }

    void tellsAKilledBackend()
    {
        const TestDatabase book(Dialect::Postgresql);
        const auto connection = book.connect();
        QSqlQuery query;
        QVERIFY(!connection->ask(QStringLiteral("SELECT pg_backend_pid()"), query) && query.next());
        QVERIFY(!book.typed(QStringLiteral("SELECT pg_terminate_backend(%1, 5000)").arg(query.value(0).toInt())).error);
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(connection->runForNumbers(createClient(), client(QStringLiteral("x"))).error.kind,
                     Kind::Unreachable);
            QVERIFY(connection->isLost());
        }
    }

    void preparesAnewWhatAMigrationOutdated()
    {
        const TestDatabase book(Dialect::Postgresql);
        QVERIFY(
            !book.typed(QStringLiteral("INSERT INTO desk (name, connected_at, seen_at) VALUES ('7', 1, 9000000000)"))
                 .error);
        const auto connection = book.connect();
        const auto present = [&] { return connection->runForNumbers(QStringLiteral("desks_present"), {}); };
        const auto migrate = [&](int length) {
            return book.typed(QStringLiteral("ALTER TABLE desk ALTER COLUMN name TYPE VARCHAR(%1)").arg(length)).error;
        };
        QCOMPARE(present().row.value().at(0), 7);
        QVERIFY(!migrate(100));
        QCOMPARE(present().row.value().at(0), 7);
        QVERIFY(!connection->isLost());

        // In a transaction, which has failed then, it is Busy: the retry begins anew.
        QVERIFY(!migrate(101));
        int tries = 0;
        const StorageError error = frontdesk::withRetry(*connection, 3, [&] {
            ++tries;
            return present().error;
        });
        QVERIFY2(!error, qPrintable(error.text));
        QCOMPARE(tries, 2);
    }

    /// What others say while it runs past the driver is heard at the driver's next statement.
    void losesNoNotification()
    {
        const TestDatabase book(Dialect::Postgresql);
        const auto connection = book.connect();
        QSqlDriver* driver = connection->database().driver();
        QVERIFY(driver->subscribeToNotification(QStringLiteral("frontdesk")));
        QSignalSpy heard(driver, &QSqlDriver::notification);
        const auto lena = client(QStringLiteral("Lena"));
        QVERIFY(!connection->runForNumbers(createClient(), lena).error); // notifies by itself
        QVERIFY(!book.typed(QStringLiteral("NOTIFY frontdesk, 'by hand'")).error);
        QVERIFY(!connection->runForNumbers(createClient(), lena).error);
        QVERIFY(!connection->run(QStringLiteral("business_exists")).error);
        QTRY_VERIFY(std::any_of(heard.begin(), heard.end(), [](const QList<QVariant>& one) {
            return one.at(2).toString() == QLatin1StringView("by hand");
        }));
    }
};

QTEST_GUILESS_MAIN(TestRunForNumbers)
#include "tst_run_for_numbers.moc"
