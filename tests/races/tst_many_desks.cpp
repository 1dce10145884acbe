#include "models/booking/client_index.h"
#include "models/booking/client_keys.h"
#include "models/check/check.h"
#include "models/domain/clock.h"
#include "tests/support/test_database.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QtTest>

using namespace frontdesk;

/// Desks as processes on one book, colliding for 30 seconds; then the check proves every invariant from the rows alone.
class TestManyDesks : public QObject
{
    Q_OBJECT
private slots:
    void nobodyEverDoubleBooks_data()
    {
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<int>("desks");
        QTest::newRow("2 desks on sqlite") << Dialect::Sqlite << 2;
        QTest::newRow("20 desks on sqlite") << Dialect::Sqlite << 20;
        QTest::newRow("2 desks on postgresql") << Dialect::Postgresql << 2;
        QTest::newRow("20 desks on postgresql") << Dialect::Postgresql << 20;
    }
    void nobodyEverDoubleBooks()
    {
        QFETCH(Dialect, dialect);
        QFETCH(int, desks);
        const test::TestDatabase book(dialect);
        book.fillSmallSalon();
        const quint32 seed = QRandomGenerator::global()->generate();
        const int seconds = qEnvironmentVariableIsSet("FRONTDESK_RACE_SECONDS")
                                ? qEnvironmentVariableIntValue("FRONTDESK_RACE_SECONDS")
                                : 30;
        qInfo("seed %u, %d s", seed, seconds);

        std::vector<std::unique_ptr<QProcess>> processes;
        for (int desk = 0; desk < desks; ++desk) {
            processes.push_back(std::make_unique<QProcess>());
            processes.back()->start(qEnvironmentVariable("FRONTDESK_BIN") + QStringLiteral("/desk_process"),
                                    {book.url().text(), QStringLiteral("Desk %1").arg(desk + 1),
                                     QString::number(seed + quint32(desk)), QString::number(seconds)});
        }
        QMap<QString, int> sums;
        for (auto& process : processes) {
            QVERIFY(process->waitForFinished((seconds + 60) * 1000));
            QVERIFY2(process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0,
                     process->readAllStandardError().constData());
            const QJsonObject counts = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
            for (auto it = counts.begin(); it != counts.end(); ++it)
                sums[it.key()] += it.value().toInt();
        }
        for (auto it = sums.cbegin(); it != sums.cend(); ++it)
            qInfo("%s: %d", qPrintable(it.key()), it.value());
        QVERIFY(sums.value(QStringLiteral("done")) > 0);
        QVERIFY(sums.value(QStringLiteral("taken")) > 0);
        QVERIFY(sums.value(QStringLiteral("busy")) < sums.value(QStringLiteral("done")));
        QCOMPARE(sums.value(QStringLiteral("forbidden")), 0);
        QCOMPARE(sums.value(QStringLiteral("gone")), 0);

        const auto connection = book.connect();
        if (dialect == Dialect::Postgresql) {
            // A deadlock would be tried again and told nobody; locks in one order know none.
            QSqlQuery query;
            QVERIFY(!connection->ask(
                QStringLiteral("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"), query));
            QVERIFY(query.next());
            QCOMPARE(query.value(0).toInt(), 0);
        }
        QVERIFY(!reindexClients(*connection, ClientKeys(), false).error); // the small salon is written by hand
        const Checked checked = checkBook(*connection, SystemClock().now());
        QVERIFY2(!checked.error, qPrintable(checked.error.text));
        QVERIFY2(checked.findings.empty(), checked.findings.empty() ? "" : qPrintable(checked.findings.front().text));
    }
};

QTEST_GUILESS_MAIN(TestManyDesks)
#include "tst_many_desks.moc"
