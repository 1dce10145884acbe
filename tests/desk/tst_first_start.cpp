#include "models/storage/connection.h"
#include "models/storage/create_book.h"
#include "models/storage/persons.h"
#include "tests/support/private_cluster.h"
#include "tests/support/test_database.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk;

namespace
{

constexpr int Patience = 60000; // milliseconds, for a busy machine

} // namespace

/// The first start of the real program under an X server of its own, by the keys of a real keyboard (xdotool), without
/// a keychain: the demo, a new book, and a server whose password is typed wrong first.
class TestFirstStart : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void theDemo();
    void aNewBook();
    void aServerWithAWrongPasswordFirst();

private:
    void start(const QStringList& words = {});
    /// What xdotool prints, trimmed.
    QString xdotool(const QStringList& words) const
    {
        return QString::fromUtf8(run(QStringLiteral("xdotool"), words)).trimmed();
    }
    /// What the program prints, under the X server.
    QByteArray run(const QString& program, const QStringList& words) const;
    /// Presses a key of the first page and waits until the next one is drawn.
    void turnPage(const QString& key);
    void keys(const QStringList& keys) const
    {
        xdotool(QStringList{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("30")} + keys);
    }
    void letters(const QString& text) const
    {
        xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("30"), text});
    }
    /// Replaces the text of the field with that mnemonic.
    void fill(const char* mnemonic, const QString& text) const
    {
        keys({QLatin1StringView(mnemonic), QStringLiteral("ctrl+a")});
        letters(text);
    }
    /// A window of the program whose title ends so.
    [[nodiscard]] QString window(const QString& title) const;
    /// The window is there and has the keyboard: there is no window manager to give it.
    void waitForWindow(const QString& title);
    /// Types until the window is there: what is typed while a page turns goes nowhere.
    void typeUntilWindow(const QString& title, const std::function<void()>& typed);
    [[nodiscard]] QString book() const
    {
        return m_folder->filePath(QStringLiteral("data/frontdesk/frontdesk/book.db"));
    }

    QProcess m_screen;
    QString m_display;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_program;
};

void TestFirstStart::initTestCase()
{
    // A number that no other server takes: one in a root of its own shares the sockets without a name in the file
    // system.
    m_display = QStringLiteral(":%1").arg(1000 + QCoreApplication::applicationPid() % 50000);
    m_screen.setProgram(QStringLiteral("Xvfb"));
    m_screen.setArguments({m_display, QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                           QStringLiteral("0"), QStringLiteral("1400x900x24"), QStringLiteral("-nolisten"),
                           QStringLiteral("tcp")});
    m_screen.start();
    QVERIFY2(m_screen.waitForReadyRead(30000), "Xvfb doesn't start");
}

void TestFirstStart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkdir(QStringLiteral("run"));
    QFile::setPermissions(m_folder->filePath(QStringLiteral("run")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestFirstStart::cleanup()
{
    if (m_program) {
        m_program->terminate();
        if (!m_program->waitForFinished(5000))
            m_program->kill();
        m_program->waitForFinished();
    }
    m_program.reset();
}

void TestFirstStart::cleanupTestCase()
{
    m_screen.terminate();
    m_screen.waitForFinished();
}

void TestFirstStart::start(const QStringList& words)
{
    m_program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* gone : {"WAYLAND_DISPLAY", "FRONTDESK_DATABASE", "XDG_CURRENT_DESKTOP"})
        environment.remove(QLatin1StringView(gone));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("DISPLAY"), m_display);
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder->filePath(QStringLiteral("run")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder->filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder->filePath(QStringLiteral("config")));
    m_program->setProcessEnvironment(environment);
    m_program->setProcessChannelMode(QProcess::ForwardedChannels);
    m_program->start(qEnvironmentVariable("FRONTDESK_BIN") + QStringLiteral("/frontdesk"), words);
    QVERIFY(m_program->waitForStarted());
}

QByteArray TestFirstStart::run(const QString& program, const QStringList& words) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_display);
    process.setProcessEnvironment(environment);
    process.start(program, words);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

void TestFirstStart::turnPage(const QString& key)
{
    const auto looks = [this] {
        return run(QStringLiteral("import"),
                   {QStringLiteral("-window"), QStringLiteral("root"), QStringLiteral("gray:-")});
    };
    const QByteArray before = looks();
    // A button that is pressed changes its looks too, for less than two pictures take.
    bool turned = false; // once: the cursor blinks afterwards
    const auto isTurned = [&] {
        const QByteArray now = turned ? before : looks();
        if (!turned && now == before)
            keys({key}); // it came before the window had the keyboard
        turned = turned || (!now.isEmpty() && now != before && now == looks());
        return turned;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTurned(), Patience);
}

QString TestFirstStart::window(const QString& title) const
{
    return xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"), title})
        .section(QLatin1Char('\n'), -1);
}

void TestFirstStart::waitForWindow(const QString& title)
{
    QTRY_VERIFY_WITH_TIMEOUT(!window(title).isEmpty(), Patience);
    const auto focused = [&] {
        const QString id = window(title);
        xdotool({QStringLiteral("windowfocus"), id});
        return !id.isEmpty() && xdotool({QStringLiteral("getwindowfocus"), QStringLiteral("-f")}) == id;
    };
    QTRY_VERIFY_WITH_TIMEOUT(focused(), Patience);
}

void TestFirstStart::typeUntilWindow(const QString& title, const std::function<void()>& typed)
{
    const auto isThere = [&] { return !window(title).isEmpty(); };
    const auto comes = [&] {
        if (isThere())
            return true;
        typed();
        return QTest::qWaitFor(isThere, 5000);
    };
    QTRY_VERIFY_WITH_TIMEOUT(comes(), Patience);
}

void TestFirstStart::theDemo()
{
    start();
    waitForWindow(QStringLiteral("^Frontdesk$"));
    typeUntilWindow(QStringLiteral(". Frontdesk$"),
                    [this] { keys({QStringLiteral("1")}); }); // "Demo salon – Frontdesk"
    const auto opened = Connection::open(DatabaseUrl::sqliteFile(book()));
    QVERIFY(opened.connection);
    QSqlQuery query;
    QVERIFY(!opened.connection->ask(QStringLiteral("SELECT count(*) FROM appointment"), query) && query.next());
    QVERIFY(query.value(0).toInt() > 100);
}

void TestFirstStart::aNewBook()
{
    start();
    waitForWindow(QStringLiteral("^Frontdesk$"));
    turnPage(QStringLiteral("2"));
    typeUntilWindow(QStringLiteral("Salon Nord"), [this] {
        fill("alt+b", QStringLiteral("Salon Nord"));
        fill("alt+s", QStringLiteral("Ana, Ben"));
        keys({QStringLiteral("Return")});
    });
    const auto opened = Connection::open(DatabaseUrl::sqliteFile(book()));
    QVERIFY(opened.connection);
    QSqlQuery query;
    QVERIFY(
        !opened.connection->ask(QStringLiteral("SELECT count(*) FROM resource WHERE name IN ('Ana', 'Ben')"), query) &&
        query.next());
    QCOMPARE(query.value(0).toInt(), 2);
}

void TestFirstStart::aServerWithAWrongPasswordFirst()
{
    const test::PrivateCluster cluster;
    DatabaseUrl url = cluster.url();
    url.setDatabase(QStringLiteral("salon"));
    QCOMPARE(createBook(url, QStringLiteral("Salon Sommer")).kind, CreatedBook::Kind::Created);
    test::fillSmallSalon(url);
    const QString password = QStringLiteral("correct horse");
    QVERIFY(!createPerson(*Connection::open(url).connection,
                          {QStringLiteral("Maya"), QStringLiteral("receptionist"), QStringLiteral("maya"), password})
                 .error);
    start();
    waitForWindow(QStringLiteral("^Frontdesk$"));
    turnPage(QStringLiteral("3"));
    const auto asks = [&](const QString& typed) {
        fill("alt+s", url.host());
        fill("alt+p", QString::number(url.port()));
        fill("alt+d", url.database());
        fill("alt+u", QStringLiteral("maya"));
        fill("alt+w", typed);
        keys({QStringLiteral("Return")});
    };
    asks(QStringLiteral("battery staple"));
    QVERIFY(window(QStringLiteral(". Frontdesk$")).isEmpty());
    // The form stands again once the server has refused.
    typeUntilWindow(QStringLiteral(". Frontdesk$"), [&] { asks(password); });
    // Who signs in is written down, the password nowhere.
    const QSettings settings(m_folder->filePath(QStringLiteral("config/frontdesk/frontdesk/desk.ini")),
                             QSettings::IniFormat);
    QFile file(settings.fileName());
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("maya@"));
    QVERIFY(!kept.contains("horse"));
    QFile line(QStringLiteral("/proc/%1/cmdline").arg(m_program->processId()));
    QVERIFY(line.open(QIODevice::ReadOnly) && !line.readAll().contains("horse"));
}

QTEST_GUILESS_MAIN(TestFirstStart)
#include "tst_first_start.moc"
