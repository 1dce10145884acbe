#include "models/link/book_opener.h"
#include "models/storage/migrations.h"
#include "tests/support/private_cluster.h"
#include "tests/support/test_database.h"
#include "ui/start_dialog.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace frontdesk
{

namespace
{

class NoPasswords final : public PasswordStore
{
public:
    void look(QObject*, std::function<void(bool)> answer) override { answer(false); }
    void read(const DatabaseUrl&, QObject*, std::function<void(const QString&)> answer) override { answer({}); }
    void write(const DatabaseUrl&, QObject*, std::function<void(bool)> answer) override { answer(false); }
    void forget(const DatabaseUrl&) override {}
};

/// Runs the real frontdesk-admin, which is the older program here.
int runOlder(const QStringList& words, const DatabaseUrl& book, const QByteArray& input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), book.password());
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("FRONTDESK_BIN") + QStringLiteral("/frontdesk-admin"),
                  words + QStringList{QStringLiteral("--database"), book.text()});
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(120'000) ? process.exitCode() : -1;
}

} // namespace

/// A desk newer than the book: the start dialog says so, offers to bring it up to date, and does.
class TestOldBook : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void isBroughtUpToDate_data() { test::onBothDatabases(); }
    void isBroughtUpToDate();
    void needsTheRight();

private:
    [[nodiscard]] std::unique_ptr<StartDialog> open(const DatabaseUrl& book);
    template <class T>
    [[nodiscard]] static T* child(const StartDialog& dialog, const char* name)
    {
        return dialog.findChild<T*>(QLatin1StringView(name));
    }

    BookOpener m_opener;
    NoPasswords m_passwords;
};

void TestOldBook::initTestCase()
{
    QCOMPARE(programSchema(), 2);
}

std::unique_ptr<StartDialog> TestOldBook::open(const DatabaseUrl& book)
{
    auto dialog = std::make_unique<StartDialog>(
        &m_opener, &m_passwords, StartDialog::Settings{DatabaseUrl::sqliteFile(QStringLiteral("/none")), {}});
    dialog->show();
    dialog->tryFirst(book);
    return dialog;
}

void TestOldBook::isBroughtUpToDate()
{
    QFETCH(Dialect, dialect);
    const test::EmptyDatabase book(dialect);
    QCOMPARE(runOlder({QStringLiteral("init")}, book.url()), 0);
    QCOMPARE(runOlder({QStringLiteral("demo"), QStringLiteral("--appointments=200")}, book.url()), 0);
    QCOMPARE(Connection::open(book.url()).problem, OpenProblem::SchemaTooOld);
    const auto dialog = open(book.url());
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(*dialog, "migrate")->isVisible(), 20000);
    QCOMPARE(child<PlainLabel>(*dialog, "problem")->text(), explain(OpenProblem::SchemaTooOld, book.url()));
    QVERIFY(child<PlainLabel>(*dialog, "problemDetail")->text().contains(QStringLiteral("later")));
    QTest::keyClick(dialog.get(), Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 60000);
    const Connection::Opened opened = Connection::open(book.url());
    QVERIFY(opened.connection);
    QSqlQuery query;
    QVERIFY(!opened.connection->ask(QStringLiteral("SELECT clients FROM later"), query) && query.next());
    QVERIFY(query.value(0).toInt() > 10);
}

/// A receptionist's login may not: the dialog names what is missing, and the book stays as it is.
void TestOldBook::needsTheRight()
{
    const test::PrivateCluster cluster;
    DatabaseUrl book = cluster.url();
    book.setDatabase(QStringLiteral("salon"));
    QCOMPARE(runOlder({QStringLiteral("init")}, book), 0);
    QCOMPARE(runOlder({QStringLiteral("demo"), QStringLiteral("--appointments=50")}, book), 0);
    QCOMPARE(runOlder({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("Rita"),
                       QStringLiteral("--group=receptionist"), QStringLiteral("--login=rita")},
                      book, "hunter 2\n"),
             0);
    book.setUser(QStringLiteral("rita"));
    book.setPassword(QStringLiteral("hunter 2"));
    const auto dialog = open(book);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(*dialog, "migrate")->isVisible(), 20000);
    QTest::mouseClick(child<QPushButton>(*dialog, "migrate"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(child<PlainLabel>(*dialog, "problem")->text(), explain(OpenProblem::MissingRights, book),
                              20000);
    const QString detail = child<PlainLabel>(*dialog, "problemDetail")->text();
    QVERIFY2(detail.contains(QStringLiteral("GRANT frontdesk_owner, frontdesk_keeper TO \"rita\";")),
             qPrintable(detail));
    QVERIFY(!detail.contains(QStringLiteral("hunter")));
    QCOMPARE(Connection::open(book).problem, OpenProblem::SchemaTooOld);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestOldBook)
#include "tst_old_book.moc"
