#include "app/admin/command.h"

#include "tests/admin/admin_run.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk::test;

namespace
{

struct Example {
    int line = 0;
    QStringList words;
    int exit = 0;
};

QString page()
{
    QFile file(QStringLiteral(FRONTDESK_SOURCE "/docs/admin.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Whole years later, by weeks, so that nothing asked for lies in the past and weekdays and seasons stay.
QString shifted(const QString& word)
{
    static const QRegularExpression pattern(QStringLiteral("^(20\\d\\d-\\d\\d-\\d\\d)(T.*)$"));
    const auto match = pattern.match(word);
    if (!match.hasMatch())
        return word;
    QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    while (date < QDate::currentDate().addDays(2))
        date = date.addDays(364);
    return date.toString(Qt::ISODate) + match.captured(2);
}

/// The indented lines that call the program.
std::vector<Example> examples()
{
    std::vector<Example> found;
    const QStringList lines = page().split(u'\n');
    static const QRegularExpression comment(QStringLiteral("\\s+# ends with (\\d)$"));
    for (int i = 0; i < lines.size(); ++i) {
        QString line = lines[i];
        if (!line.startsWith(QStringLiteral("    frontdesk-admin ")))
            continue;
        Example example;
        example.line = i + 1;
        const auto match = comment.match(line);
        if (match.hasMatch()) {
            example.exit = match.captured(1).toInt();
            line.truncate(match.capturedStart());
        }
        example.words = QProcess::splitCommand(line.trimmed()).sliced(1);
        for (QString& word : example.words)
            word = shifted(word);
        found.push_back(example);
    }
    return found;
}

} // namespace

/// docs/admin.md does what it says.
class TestAdminDocumentation : public QObject
{
    Q_OBJECT
private slots:
    void everyExampleRuns()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(QStringLiteral(FRONTDESK_SOURCE "/tests/interchange/data/salon.json"),
                            folder.filePath(QStringLiteral("salon.json"))));
        const std::vector<Example> all = examples();
        QVERIFY(all.size() > 20);
        for (Example example : all) {
            if (!example.words.contains(QStringLiteral("--database")))
                example.words += {QStringLiteral("--database"), QStringLiteral("sqlite:salon.db")};
            const AdminRun run = runAdmin(example.words, {}, folder.path());
            QVERIFY2(run.exit == example.exit,
                     qPrintable(QStringLiteral("docs/admin.md:%1\n%2").arg(example.line).arg(run.text())));
        }
    }

    void everyExitCodeHasAnExample()
    {
        QSet<int> codes;
        for (const Example& example : examples())
            codes.insert(example.exit);
        QCOMPARE(codes, QSet<int>({0, 1, 2, 3}));
    }

    void everyCommandHasAnExample()
    {
        const std::vector<Example> all = examples();
        for (const frontdesk::admin::Command& command : frontdesk::admin::allCommands()) {
            const QStringList name = command.name.split(u' ');
            const bool isThere = std::ranges::any_of(
                all, [&](const Example& example) { return example.words.mid(0, name.size()) == name; });
            // A file has no passwords; tst_user_commands sets one on a server.
            QVERIFY2(isThere || command.name == QStringLiteral("user password"), qPrintable(command.name));
        }
    }

    void everyOptionOfThePageExists()
    {
        QSet<QString> known{QStringLiteral("version")};
        for (const auto& option : frontdesk::admin::commonOptions())
            known.insert(option.name);
        for (const frontdesk::admin::Command& command : frontdesk::admin::allCommands()) {
            for (const auto& option : command.options)
                known.insert(option.name);
        }
        static const QRegularExpression option(QStringLiteral("--([a-z][a-z-]*)"));
        const QString text = page();
        for (auto match = option.globalMatch(text); match.hasNext();) {
            const QString name = match.next().captured(1);
            QVERIFY2(known.contains(name), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(TestAdminDocumentation)
#include "tst_admin_documentation.moc"
