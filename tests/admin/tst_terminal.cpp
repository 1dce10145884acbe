#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QElapsedTimer>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

constexpr int longestWait = 30'000; // milliseconds

/// The program on a pseudo terminal, by script(1) of util-linux.
class Terminal
{
public:
    explicit Terminal(const QStringList& words)
    {
        QStringList quoted{QDir(qEnvironmentVariable("FRONTDESK_BIN")).filePath(QStringLiteral("frontdesk-admin"))};
        for (const QString& word : words)
            quoted += u'\'' + word + u'\'';
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("script"),
                        {QStringLiteral("-qec"), quoted.join(u' '), QStringLiteral("/dev/null")});
    }

    [[nodiscard]] bool shows(const QByteArray& text)
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_shown.contains(text) && timer.elapsed() < longestWait) {
            m_process.waitForReadyRead(100);
            m_shown += m_process.readAll();
        }
        return m_shown.contains(text);
    }
    void type(const QByteArray& line) { m_process.write(line + '\n'); }
    [[nodiscard]] int finish()
    {
        m_process.waitForFinished(longestWait);
        m_shown += m_process.readAll();
        return m_process.exitCode();
    }
    [[nodiscard]] const QByteArray& shown() const { return m_shown; }

private:
    QProcess m_process;
    QByteArray m_shown;
};

} // namespace

/// What differs when a person sits at a terminal.
class TestTerminal : public QObject
{
    Q_OBJECT
private slots:
    void aPasswordIsAskedForTwiceAndNotShown()
    {
        const TestDatabase database(Dialect::Postgresql);
        const QString login = uniqueTestName(QStringLiteral("tina"));
        const QStringList add{QStringLiteral("user"),
                              QStringLiteral("add"),
                              QStringLiteral("Tina"),
                              QStringLiteral("--group"),
                              QStringLiteral("auditor"),
                              QStringLiteral("--login"),
                              login,
                              QStringLiteral("--database"),
                              wholeUrl(database.url())};
        Terminal differ(add);
        QVERIFY2(differ.shows("New password of"), differ.shown().constData());
        differ.type("unseen-one");
        QVERIFY2(differ.shows("Once more"), differ.shown().constData());
        differ.type("unseen-two");
        QCOMPARE(differ.finish(), 1);
        QVERIFY2(differ.shown().contains("the two passwords differ"), differ.shown().constData());
        QVERIFY2(!differ.shown().contains("unseen"), differ.shown().constData());

        Terminal same(add);
        QVERIFY(same.shows("New password of"));
        same.type("unseen-one");
        QVERIFY(same.shows("Once more"));
        same.type("unseen-one");
        QCOMPARE(same.finish(), 0);
        QVERIFY2(!same.shown().contains("unseen"), same.shown().constData());
        database.typed(QStringLiteral("DROP ROLE %1").arg(login));
    }

    void longWorkShowsABar()
    {
        const EmptyDatabase empty(Dialect::Sqlite);
        QCOMPARE(runAdmin(empty.url(), {QStringLiteral("init")}).exit, 0);
        const QStringList demo{QStringLiteral("demo"), QStringLiteral("--appointments"), QStringLiteral("600")};
        Terminal terminal(demo + QStringList{QStringLiteral("--database"), wholeUrl(empty.url())});
        QCOMPARE(terminal.finish(), 0);
        QVERIFY2(terminal.shown().contains("Appointments [") && terminal.shown().contains("/ 600"),
                 terminal.shown().constData());
        QVERIFY2(terminal.shown().contains("Made a demo salon"), terminal.shown().constData());
    }

    void apartFromATerminalThereIsNoBar()
    {
        const EmptyDatabase empty(Dialect::Sqlite);
        QCOMPARE(runAdmin(empty.url(), {QStringLiteral("init")}).exit, 0);
        const AdminRun run = runAdmin(empty.url(), {QStringLiteral("demo"), QStringLiteral("--appointments=600")});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.err, QString());
    }
};

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_terminal.moc"
