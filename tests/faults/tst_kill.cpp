#include "models/booking/client_index.h"
#include "models/booking/client_keys.h"
#include "models/check/check.h"
#include "models/domain/clock.h"
#include "models/storage/create_book.h"
#include "tests/support/private_cluster.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace frontdesk;
using frontdesk::test::onBothDatabases;
using frontdesk::test::PrivateCluster;
using frontdesk::test::TestDatabase;

namespace
{

/// What desks were told: the ids of the bookings that were acknowledged, by key, and the keys of which they don't know.
struct Heard {
    QHash<QString, qint64> done;
    QSet<QString> open; ///< sent, without an answer
    int lost = 0;       ///< answers that didn't come

    void take(const QByteArray& line)
    {
        const QList<QByteArray> words = line.trimmed().split(' ');
        const QString key = QString::fromLatin1(words.value(1));
        if (words.value(0) == "try") {
            open.insert(key);
        } else if (words.value(0) == "lost") {
            ++lost;
        } else {
            open.remove(key);
        }
        if (words.value(0) == "done") {
            done.insert(key, words.value(2).toLongLong());
        }
    }
};

/// Desks as processes, on the book that a file names.
class Desks
{
public:
    explicit Desks(const DatabaseUrl& url) { moveTo(url.text()); }
    ~Desks() { stop(); }
    Desks(const Desks&) = delete;
    Desks& operator=(const Desks&) = delete;

    void moveTo(const QString& url)
    {
        // Renamed into place: no desk reads half of it.
        QFile file(m_folder.filePath(QStringLiteral("new")));
        if (!file.open(QIODevice::WriteOnly) || file.write(url.toUtf8()) < 0) {
            qFatal("the URL's file was not written");
        }
        file.close();
        if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(urlFile()).constData()) !=
            0) {
            qFatal("the URL's file was not renamed");
        }
    }
    void start(int count)
    {
        for (int i = 0; i < count; ++i) {
            const quint32 seed = QRandomGenerator::global()->generate();
            qInfo("desk %d has seed %u", int(m_processes.size()), seed);
            m_processes.push_back(std::make_unique<QProcess>());
            m_processes.back()->setProcessChannelMode(QProcess::ForwardedErrorChannel);
            m_processes.back()->start(
                QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("acknowledging_desk")),
                {urlFile(), QStringLiteral("Desk %1").arg(m_processes.size()), QString::number(seed)});
        }
    }
    /// Kills the oldest desk and keeps what it said.
    void killOne()
    {
        QProcess& process = *m_processes.front();
        ::kill(pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
        hear(process);
        m_processes.erase(m_processes.begin());
    }
    void stop()
    {
        moveTo({});
        for (const auto& process : m_processes) {
            if (!process->waitForFinished(60000)) {
                process->kill();
                process->waitForFinished();
            }
            hear(*process);
        }
        m_processes.clear();
    }
    /// Waits until so many more bookings were acknowledged.
    [[nodiscard]] bool waitFor(qsizetype more)
    {
        const qsizetype wanted = m_heard.done.size() + more;
        return QTest::qWaitFor(
            [&] {
                for (const auto& process : m_processes) {
                    hear(*process);
                }
                return m_heard.done.size() >= wanted;
            },
            60000);
    }
    [[nodiscard]] const Heard& heard() const { return m_heard; }

private:
    [[nodiscard]] QString urlFile() const { return m_folder.filePath(QStringLiteral("url")); }
    void hear(QProcess& process)
    {
        while (process.canReadLine()) {
            m_heard.take(process.readLine());
        }
    }

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    Heard m_heard;
};

QHash<QString, qint64> storedIn(Connection& connection)
{
    QHash<QString, qint64> ids;
    QSqlQuery query;
    const StorageError error =
        connection.ask(QStringLiteral("SELECT booking_key, id FROM appointment WHERE booking_key IS NOT NULL"), query);
    while (!error && query.next()) {
        ids.insert(query.value(0).toString(), query.value(1).toLongLong());
    }
    return ids;
}

qint64 number(Connection& connection, const char* sql)
{
    QSqlQuery query;
    return connection.ask(QString::fromLatin1(sql), query) || !query.next() ? -1 : query.value(0).toLongLong();
}

/// Every acknowledged booking is there, under its id; nothing that nobody asked for; nobody in two chairs; the book is
/// sound.
void verifyBook(const DatabaseUrl& url, const Heard& heard)
{
    const auto connection = Connection::open(url).connection;
    QVERIFY(connection);
    QVERIFY(!reindexClients(*connection, ClientKeys(), false).error); // the small salon is written by hand
    const QHash<QString, qint64> stored = storedIn(*connection);
    for (auto booking = heard.done.begin(); booking != heard.done.end(); ++booking) {
        QVERIFY2(stored.contains(booking.key()), qPrintable(booking.key()));
        QCOMPARE(stored.value(booking.key()), booking.value());
    }
    for (auto row = stored.begin(); row != stored.end(); ++row) {
        QVERIFY2(heard.done.contains(row.key()) || heard.open.contains(row.key()), qPrintable(row.key()));
    }
    QCOMPARE(number(*connection, "SELECT count(*) FROM appointment"), stored.size());
    QCOMPARE(number(*connection,
                    "SELECT count(*) FROM appointment a JOIN appointment b ON a.staff_id = b.staff_id AND a.id < b.id "
                    "AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at WHERE a.status = 'booked' AND b.status = "
                    "'booked'"),
             0);
    const Checked checked = checkBook(*connection, SystemClock().now());
    QVERIFY2(!checked.error, qPrintable(checked.error.text));
    for (const Finding& finding : checked.findings) {
        QFAIL(qPrintable(finding.invariant + u' ' + finding.text));
    }
}

} // namespace

/// kill -9 of a desk, and of the database, while desks book: every acknowledged booking is there, none twice.
class TestKill : public QObject
{
    Q_OBJECT
private slots:
    void aDeskUnderLoad_data() { onBothDatabases(); }
    void aDeskUnderLoad()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        book.fillSmallSalon();
        Desks desks(book.url());
        desks.start(3);
        for (int round = 0; round < 8; ++round) {
            QVERIFY(desks.waitFor(15)); // the others go on: the dead desk holds nothing
            desks.killOne();
            desks.start(1);
        }
        QVERIFY(desks.waitFor(15));
        desks.stop();
        QVERIFY(desks.heard().done.size() > 100);
        verifyBook(book.url(), desks.heard());
    }

    void theServerUnderLoad()
    {
        PrivateCluster cluster;
        DatabaseUrl url = cluster.url();
        url.setDatabase(QStringLiteral("salon"));
        const CreatedBook created = createBook(url, QStringLiteral("Salon"));
        QVERIFY2(created.kind == CreatedBook::Kind::Created, qPrintable(created.detail));
        test::fillSmallSalon(url);
        Desks desks(url);
        desks.start(4);
        for (int round = 0; round < 3; ++round) {
            QVERIFY(desks.waitFor(40));
            cluster.kill();
            cluster.start();
            url = cluster.url();
            url.setDatabase(QStringLiteral("salon"));
            desks.moveTo(url.text());
        }
        QVERIFY(desks.waitFor(40));
        desks.stop();
        QVERIFY(desks.heard().lost > 0);
        QVERIFY(desks.heard().open.size() <= 4); // each desk ended between two answers
        verifyBook(url, desks.heard());
    }
};

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
