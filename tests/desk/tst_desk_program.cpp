#include "models/storage/database_url.h"
#include "tests/support/test_database.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

struct DeskRun {
    int exit = -1;
    QString out;
    QString err;

    [[nodiscard]] QString text() const { return QStringLiteral("exit %1\n%2%3").arg(exit).arg(out, err); }
};

} // namespace

/// The real frontdesk from outside: its options, and pictures without a display.
class TestDeskProgram : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void helpAndVersion()
    {
        const DeskRun help = run({QStringLiteral("--help")});
        QCOMPARE(help.exit, 0);
        for (const char* option :
             {"--database", "--date", "--view", "--size", "--screenshot", "--theme", "--language", "--scale", "--desk"})
            QVERIFY2(help.out.contains(QLatin1StringView(option)), option);
        const DeskRun version = run({QStringLiteral("--version")});
        QCOMPARE(version.exit, 0);
        QVERIFY(version.out.startsWith(QStringLiteral("frontdesk ")));
        QCOMPARE(version.out.count(u'\n'), 1);
        const QString chinese = run({QStringLiteral("--help"), QStringLiteral("--language=zh_CN")}).out;
        QVERIFY2(chinese.contains(QStringLiteral("前台的预约簿")), qPrintable(chinese));
    }

    void whatIsTypedWrongEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const QStringList& words, const char* named) {
            QTest::newRow(name) << words << QString::fromLatin1(named);
        };
        row("an option that there isn't", {QStringLiteral("--frobnicate")}, "frobnicate");
        row("a stray word", {QStringLiteral("book.db")}, "book.db");
        row("a value that is missing", {QStringLiteral("--date")}, "date");
        row("no date", {QStringLiteral("--date=tomorrow")}, "tomorrow");
        row("a date that there isn't", {QStringLiteral("--date=2026-02-30")}, "2026-02-30");
        row("another view", {QStringLiteral("--view=year")}, "year");
        row("no size", {QStringLiteral("--size=big")}, "big");
        row("a size of nothing", {QStringLiteral("--size=000x000")}, "000x000");
        row("a size beyond reason", {QStringLiteral("--size=99999x99999")}, "99999x99999");
        row("another language", {QStringLiteral("--language=fr")}, "--language");
        row("a picture without a name", {QStringLiteral("--screenshot=")}, "--screenshot");
        row("too large", {QStringLiteral("--scale=9")}, "--scale");
        row("no factor", {QStringLiteral("--scale=big")}, "--scale");
        row("another theme", {QStringLiteral("--theme=pink")}, "--theme");
        row("a time for no picture", {QStringLiteral("--now=10:22")}, "--now");
        row("no time", {QStringLiteral("--now=25:00"), QStringLiteral("--screenshot=x.png")}, "--now");
        row("no URL", {QStringLiteral("--database=mysql://x")}, "sqlite:PATH");
        row("a URL without a name", {QStringLiteral("--database=postgresql://host")}, "");
    }
    void whatIsTypedWrongEndsWithTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const DeskRun wrong = run(words);
        QVERIFY2(wrong.exit == 2, qPrintable(wrong.text()));
        QVERIFY2(wrong.err.contains(named), qPrintable(wrong.text()));
        QCOMPARE(wrong.err.count(u'\n'), 1);
        QVERIFY(wrong.out.isEmpty());
    }

    void aPictureOfABook_data() { onBothDatabases(); }
    void aPictureOfABook()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        book.fillSmallSalon();
        const DeskRun done = run({QStringLiteral("--database"), book.url().text(), QStringLiteral("--date=2026-11-23"),
                                  QStringLiteral("--view=day"), QStringLiteral("--size=1366x768"),
                                  QStringLiteral("--screenshot"), file("day.png")});
        QVERIFY2(done.exit == 0, qPrintable(done.text()));
        const QImage picture(file("day.png"));
        QCOMPARE(picture.size(), QSize(1366, 768));
        QVERIFY(hasManyColours(picture));
    }

    void aPictureOfEachView_data() { onBothDatabases(); }
    void aPictureOfEachView()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase book(dialect);
        book.fillSmallSalon();
        std::vector<QImage> pictures;
        for (const char* view : {"day", "week", "month", "list"}) {
            const QString name = QLatin1StringView(view) + QStringLiteral(".png");
            const DeskRun done =
                run({QStringLiteral("--database"), book.url().text(), QStringLiteral("--date=2026-11-23"),
                     QStringLiteral("--now=10:22"), QStringLiteral("--view"), QLatin1StringView(view),
                     QStringLiteral("--screenshot"), file(qPrintable(name))});
            QVERIFY2(done.exit == 0, qPrintable(done.text()));
            pictures.emplace_back(file(qPrintable(name)));
            QVERIFY2(hasManyColours(pictures.back()), view);
            for (size_t i = 0; i + 1 < pictures.size(); ++i)
                QVERIFY2(pictures[i] != pictures.back(), view);
        }
    }

    void aPictureOfTheDemoWhereThereIsNoBook()
    {
        const DeskRun done = run({QStringLiteral("--screenshot"), file("day.png"), QStringLiteral("--date=2026-11-23"),
                                  QStringLiteral("--now=10:22")});
        QVERIFY2(done.exit == 0, qPrintable(done.text()));
        QCOMPARE(QImage(file("day.png")).size(), QSize(1600, 1000));
        QVERIFY(!QFile::exists(file("data/frontdesk/frontdesk/book.db"))); // it was a demo of its own
        QVERIFY(!QFile::exists(file("config/frontdesk/frontdesk/desk.ini")));
    }

    void aPictureOfNoBookSaysWhy()
    {
        const DeskRun failed = run({QStringLiteral("--database"), QStringLiteral("sqlite:/no/such/book.db"),
                                    QStringLiteral("--screenshot"), file("day.png")});
        QVERIFY2(failed.exit == 1, qPrintable(failed.text()));
        QVERIFY2(failed.err.contains(QStringLiteral("/no/such/book.db")), qPrintable(failed.text()));
        QVERIFY(!QFile::exists(file("day.png")));
    }

    void aPictureThatCantBeWrittenSaysSo()
    {
        const TestDatabase book(Dialect::Sqlite);
        book.fillSmallSalon();
        const DeskRun failed = run({QStringLiteral("--database"), book.url().text(), QStringLiteral("--screenshot"),
                                    QStringLiteral("/no/such/folder/day.png")});
        QVERIFY2(failed.exit == 1, qPrintable(failed.text()));
        QVERIFY2(failed.err.contains(QStringLiteral("/no/such/folder/day.png")), qPrintable(failed.text()));
    }

    /// The URL of a book may come from the environment; its password shows nowhere.
    void theEnvironmentNamesTheBook()
    {
        const TestDatabase book(Dialect::Postgresql);
        book.fillSmallSalon();
        DatabaseUrl wrong = book.url();
        wrong.setDatabase(QStringLiteral("no_such_book"));
        QString text = wrong.text();
        text.replace(wrong.user() + u'@', wrong.user() + QStringLiteral(":hunter2@"));
        const DeskRun failed = run({QStringLiteral("--screenshot"), file("day.png")}, {{"FRONTDESK_DATABASE", text}});
        QVERIFY2(failed.exit == 1, qPrintable(failed.text()));
        QVERIFY2(failed.err.contains(QStringLiteral("no_such_book")), qPrintable(failed.text()));
        QVERIFY(!failed.text().contains(QStringLiteral("hunter2")));
    }

    void withoutADisplayOneLineNamesThePicture()
    {
        const DeskRun none = run({}, {{"DISPLAY", {}}, {"WAYLAND_DISPLAY", {}}, {"QT_QPA_PLATFORM", {}}});
        QVERIFY2(none.exit == 2, qPrintable(none.text()));
        QVERIFY2(none.err.contains(QStringLiteral("--screenshot")), qPrintable(none.text()));
        QCOMPARE(none.err.count(u'\n'), 1);
        const DeskRun picture =
            run({QStringLiteral("--screenshot"), file("day.png"), QStringLiteral("--size=1000x700")},
                {{"DISPLAY", {}}, {"WAYLAND_DISPLAY", {}}, {"QT_QPA_PLATFORM", {}}});
        QVERIFY2(picture.exit == 0, qPrintable(picture.text()));
        QCOMPARE(QImage(file("day.png")).size(), QSize(1000, 700));
    }

private:
    [[nodiscard]] QString file(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    [[nodiscard]] static bool hasManyColours(const QImage& picture)
    {
        QSet<QRgb> colours;
        for (int x = 0; x < picture.width(); x += 3) {
            for (int y = 0; y < picture.height(); y += 3)
                colours.insert(picture.pixel(x, y));
        }
        return colours.size() > 20;
    }

    /// Runs it to its end with folders of its own; a variable of `changes` without a value is taken away.
    [[nodiscard]] DeskRun run(const QStringList& words, const QMap<const char*, QString>& changes = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("FRONTDESK_DATABASE"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder->path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), file("data"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), file("config"));
        for (auto change = changes.begin(); change != changes.end(); ++change) {
            environment.remove(QString::fromLatin1(change.key()));
            if (!change.value().isEmpty())
                environment.insert(QString::fromLatin1(change.key()), change.value());
        }
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("FRONTDESK_BIN") + QStringLiteral("/frontdesk"), words);
        DeskRun run;
        if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit)
            run.exit = process.exitCode();
        run.out = QString::fromUtf8(process.readAllStandardOutput());
        run.err = QString::fromUtf8(process.readAllStandardError());
        return run;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDeskProgram)
#include "tst_desk_program.moc"
