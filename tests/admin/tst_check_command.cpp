#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

QStringList demo(int appointments)
{
    return {QStringLiteral("demo"),       QStringLiteral("--staff"),
            QStringLiteral("6"),          QStringLiteral("--seed"),
            QStringLiteral("1"),          QStringLiteral("--around"),
            QStringLiteral("2026-11-23"), QStringLiteral("--appointments"),
            QString::number(appointments)};
}

/// What the shell prints, spaces at the ends left out.
QByteArray sqlite(const QString& file, const QByteArray& statements)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {file});
    shell.write(statements);
    shell.closeWriteChannel();
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        qFatal("sqlite3: %s", shell.readAllStandardError().constData());
    return shell.readAllStandardOutput().trimmed();
}

} // namespace

/// demo and check.
class TestCheckCommand : public QObject
{
    Q_OBJECT
private slots:
    void theDemoPassesTheCheck_data() { onBothDatabases(); }
    void theDemoPassesTheCheck()
    {
        QFETCH(Dialect, dialect);
        const EmptyDatabase empty(dialect);
        QCOMPARE(runAdmin(empty.url(), {QStringLiteral("init")}).exit, 0);
        const AdminRun made = runJson(empty.url(), demo(1500));
        QVERIFY2(made.exit == 0, qPrintable(made.text()));
        QCOMPARE(made.object()[u"appointments"].toInt(), 1500);
        const AdminRun checked = runAdmin(empty.url(), {QStringLiteral("check")});
        QVERIFY2(checked.exit == 0, qPrintable(checked.text()));
        QCOMPARE(runJson(empty.url(), {QStringLiteral("check")}).out.trimmed(), QStringLiteral("[]"));
        const AdminRun again = runJson(empty.url(), demo(10));
        QCOMPARE(again.exit, 1);
        QCOMPARE(again.object()[u"rule"].toString(), QStringLiteral("not_empty"));
        QVERIFY(!runJson(empty.url(), {QStringLiteral("services")}).array().isEmpty());
    }

    /// The triggers dropped, one appointment is laid upon another of the same staff member.
    void aForcedOverlapNamesBothAppointments()
    {
        const EmptyDatabase empty(Dialect::Sqlite);
        QCOMPARE(runAdmin(empty.url(), {QStringLiteral("init")}).exit, 0);
        QCOMPARE(runAdmin(empty.url(), demo(400)).exit, 0);
        const QString file = empty.url().path();
        const QByteArray drops =
            sqlite(file, "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_master WHERE type = 'trigger';");
        QVERIFY(drops.contains("DROP TRIGGER"));
        sqlite(file, drops);
        const QByteArray pair =
            sqlite(file, "SELECT a.id || ' ' || b.id FROM appointment a JOIN appointment b ON b.staff_id = a.staff_id "
                         "AND b.id > a.id "
                         "AND a.status = 'booked' AND b.status = 'booked' AND a.service_id = b.service_id LIMIT 1;");
        const QList<QByteArray> ids = pair.split(' ');
        QCOMPARE(ids.size(), 2);
        sqlite(file, "UPDATE appointment SET (starts_at, ends_at, local_start) = (SELECT starts_at, ends_at, "
                     "local_start FROM appointment "
                     "WHERE id = " +
                         ids[0] + ") WHERE id = " + ids[1] + ";");
        const AdminRun run = runAdmin(empty.url(), {QStringLiteral("check")});
        QCOMPARE(run.exit, 1);
        bool named = false;
        for (const QString& line : run.out.split(u'\n')) {
            const auto names = [&line](const QByteArray& id) {
                return QRegularExpression(QStringLiteral("\\b%1\\b").arg(QString::fromLatin1(id)))
                    .match(line)
                    .hasMatch();
            };
            named = named || (names(ids[0]) && names(ids[1]));
        }
        QVERIFY2(named, qPrintable(QString::fromLatin1(pair) + u'\n' + run.text()));
        const QJsonArray findings = runJson(empty.url(), {QStringLiteral("check")}).array();
        QVERIFY(!findings.isEmpty());
        QVERIFY(findings.at(0)[u"id"].toInt() > 0 && !findings.at(0)[u"name"].toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_check_command.moc"
