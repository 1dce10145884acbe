#include "app/admin/command.h"

#include "tests/admin/admin_run.h"

#include <QtTest>

using namespace frontdesk::test;
using frontdesk::admin::Command;

/// What is typed: help, versions, mistakes; no book is needed.
class TestCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void theHelpListsEveryCommand()
    {
        const AdminRun run = runAdmin({QStringLiteral("--help")});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.err, QString());
        for (const Command& command : frontdesk::admin::allCommands())
            QVERIFY2(run.out.contains(QStringLiteral("\n  ") + command.name + u' '), qPrintable(command.name));
    }

    void everyCommandHasItsHelp_data()
    {
        QTest::addColumn<QStringList>("words");
        for (const Command& command : frontdesk::admin::allCommands())
            QTest::newRow(qPrintable(command.name)) << command.name.split(u' ');
    }
    void everyCommandHasItsHelp()
    {
        QFETCH(QStringList, words);
        const AdminRun run = runAdmin(words + QStringList{QStringLiteral("--help")});
        QCOMPARE(run.exit, 0);
        QVERIFY2(run.out.startsWith(QStringLiteral("Usage: frontdesk-admin ") + words.join(u' ')),
                 qPrintable(run.text()));
        for (const char* option : {"--database URL", "--json", "--help"})
            QVERIFY(run.out.contains(QLatin1StringView(option)));
        for (const QString& line : run.out.split(u'\n'))
            QVERIFY2(line.size() <= 230, qPrintable(line));
    }

    void theVersionIsTold()
    {
        const AdminRun run = runAdmin({QStringLiteral("--version")});
        QCOMPARE(run.exit, 0);
        QVERIFY(
            QRegularExpression(QStringLiteral("^frontdesk-admin \\d+\\.\\d+\\.\\d+\\n$")).match(run.out).hasMatch());
    }

    void whatIsTypedWrongEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* words, const char* says) {
            const QString text = QString::fromLatin1(words);
            QTest::newRow(name) << (text.isEmpty() ? QStringList() : text.split(u' ')) << QString::fromLatin1(says);
        };
        row("nothing", "", "a command is missing");
        row("an unknown command", "frobnicate", "there is no command \"frobnicate\"");
        row("half a command", "user", "there is no command \"user\"");
        row("an option alone", "--json", "a command is missing");
        row("an unknown option", "init --force", "there is no option --force here");
        row("a short option", "init -d x", "there is no option -d here");
        row("a missing file", "business", "FILE is missing");
        row("a word too many", "services all", "\"all\" is one word too many");
        row("a missing option", "book --service A", "--staff A is missing");
        row("a missing value", "services --database", "--database needs a value");
        row("an empty value", "services --database=", "--database must not be empty");
        row("an option twice", "services --json --json", "--json is given twice");
        row("a flag with a value", "services --json=1", "--json takes no value");
        row("no book", "services", "which book?");
        row("a book that is no URL", "services --database b.db", "--database:");
        row("an id in letters", "show one --database sqlite:x.db", "ID must be the number");
        row("an id below one", "show 0 --database sqlite:x.db", "ID must be the number");
        row("a version in letters", "cancel 1 --reason r --if-version two --database sqlite:x.db",
            "--if-version must be");
        row("a status that isn't one", "status 1 sleeping --if-version 1 --database sqlite:x.db", "there is no status");
        row("a status of the clock's", "status 1 expired --if-version 1 --database sqlite:x.db", "there is no status");
        row("no staff at all", "demo --staff 0 --database sqlite:x.db", "--staff must be a whole number from 1 to 200");
        row("staff in letters", "demo --staff many --database sqlite:x.db", "--staff must be a whole number");
        row("appointments below none", "demo --appointments=-1 --database sqlite:x.db", "--appointments must be");
        row("around no day", "demo --around 2026-02-30 --database sqlite:x.db", "--around must be a date");
    }
    void whatIsTypedWrongEndsWithTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const AdminRun run = runAdmin(words);
        QCOMPARE(run.exit, 2);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.contains(says), qPrintable(run.err));
    }

    void aPasswordInAWrongUrlIsNotRepeated()
    {
        const AdminRun run = runAdmin(
            {QStringLiteral("services"), QStringLiteral("--database"), QStringLiteral("postgres:/u:s3cret@h/db")});
        QCOMPARE(run.exit, 2);
        QVERIFY2(!run.text().contains(QStringLiteral("s3cret")), qPrintable(run.text()));
    }

    void commonOptionsMayStandInFront()
    {
        const AdminRun run = runAdmin(
            {QStringLiteral("--database"), QStringLiteral("sqlite:/nowhere/b.db"), QStringLiteral("services")});
        QCOMPARE(run.exit, 3);
        const AdminRun help = runAdmin({QStringLiteral("--help"), QStringLiteral("book")});
        QCOMPARE(help.exit, 0);
        QVERIFY(help.out.contains(QStringLiteral("--service S")));
    }

    void behindTwoDashesAllAreWords()
    {
        const AdminRun run = runAdmin({QStringLiteral("show"), QStringLiteral("--"), QStringLiteral("--json")});
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.err.contains(QStringLiteral("\"--json\" isn't")), qPrintable(run.err));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
