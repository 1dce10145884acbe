#include "models/link/book_opener.h"
#include "models/storage/connection.h"
#include "models/storage/create_book.h"
#include "models/storage/persons.h"
#include "tests/support/full_disk.h"
#include "tests/support/private_cluster.h"
#include "tests/support/test_database.h"
#include "ui/start_dialog.h"

#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QtTest>

namespace frontdesk
{

namespace
{

class Passwords final : public PasswordStore
{
public:
    QStringList forgotten;
    QStringList kept;
    bool isThere = true;
    bool takes = true;
    void look(QObject*, std::function<void(bool)> answer) override { answer(isThere); }
    void read(const DatabaseUrl&, QObject*, std::function<void(const QString&)> answer) override { answer({}); }
    void write(const DatabaseUrl& url, QObject*, std::function<void(bool)> answer) override
    {
        if (takes)
            kept.append(url.password());
        answer(takes);
    }
    void forget(const DatabaseUrl& url) override { forgotten.append(url.text()); }
};

} // namespace

/// The first start, by keys and mouse, on real books.
class TestStartDialog : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aNewBookIsMade();
    void aNewBookNeedsNames();
    void theDemoFillsAndOpens();
    void aBookThatIsThereOpensAtOnce();
    void anEmptyFileOffersTheChoices();
    void whatIsWrongIsSaidWithWhatToDo();
    void connectsToAServer();
    void aWrongServerKeepsWhatWasTyped();
    void aWrongPasswordThenTheRightOne();
    void withoutAKeychainThePasswordIsNotKept();
    void aKeychainThatTakesNothingIsSaid();
    void aNetworkDriveIsRefusedWithWhatToDo();
    void aFullDiskKeepsWhatWasTyped();

private:
    /// Opens the page of the server by keys and types what leads to this book; the focus is on the password then.
    void typeServer(StartDialog& dialog, const DatabaseUrl& url);
    static void key(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] std::unique_ptr<StartDialog> start();
    template <class T>
    [[nodiscard]] static T* child(const StartDialog& dialog, const char* name)
    {
        return dialog.findChild<T*>(QLatin1StringView(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    BookOpener m_opener;
    Passwords m_passwords;
    DatabaseUrl m_file;
};

void TestStartDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = DatabaseUrl::sqliteFile(m_folder->filePath(QStringLiteral("book.db")));
    m_passwords = {};
}

std::unique_ptr<StartDialog> TestStartDialog::start()
{
    auto dialog = std::make_unique<StartDialog>(&m_opener, &m_passwords, StartDialog::Settings{m_file, {}});
    dialog->show();
    return dialog;
}

void TestStartDialog::aNewBookIsMade()
{
    const auto dialog = start();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QTest::keyClick(dialog.get(), Qt::Key_2);
    QTRY_VERIFY(child<QLineEdit>(*dialog, "businessName")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Salon Nord"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Ana, Ben"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 20000);
    const Connection::Opened opened = Connection::open(dialog->url());
    QVERIFY(opened.connection);
}

void TestStartDialog::aNewBookNeedsNames()
{
    const auto dialog = start();
    QTest::mouseClick(child<QPushButton>(*dialog, "newBook"), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>(*dialog, "makeBook"), Qt::LeftButton);
    QVERIFY(child<PlainLabel>(*dialog, "businessProblem")->text().contains(QStringLiteral("name")));
    QVERIFY(!QFile::exists(m_file.path()));
}

void TestStartDialog::theDemoFillsAndOpens()
{
    const auto dialog = start();
    QSignalSpy progress(&m_opener, &BookOpener::progress);
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QTest::keyClick(dialog.get(), Qt::Key_1);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 60000);
    QVERIFY(!progress.isEmpty());
}

void TestStartDialog::aBookThatIsThereOpensAtOnce()
{
    const test::TestDatabase book(Dialect::Sqlite);
    book.fillSmallSalon();
    const auto dialog = start();
    dialog->tryFirst(book.url());
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 10000);
}

void TestStartDialog::anEmptyFileOffersTheChoices()
{
    const test::TestDatabase book(Dialect::Sqlite);
    const auto dialog = start();
    dialog->tryFirst(book.url());
    QTRY_VERIFY(child<QPushButton>(*dialog, "demo")->isVisible());
    dialog->tryFirst(m_file); // no file yet
    QTRY_VERIFY(child<QPushButton>(*dialog, "demo")->isVisible());
}

void TestStartDialog::whatIsWrongIsSaidWithWhatToDo()
{
    QFile other(m_file.path());
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("this is a shopping list, and a rather long one, so that nobody takes it for anything else at all");
    other.close();
    const auto dialog = start();
    dialog->tryFirst(m_file);
    QTRY_VERIFY(child<PlainLabel>(*dialog, "problem")->isVisible());
    QCOMPARE(child<PlainLabel>(*dialog, "problem")->text(), explain(OpenProblem::NotADatabase, m_file));
    QVERIFY(!child<QPushButton>(*dialog, "migrate")->isVisible());
    QVERIFY(child<QPushButton>(*dialog, "again")->isVisible());
}

void TestStartDialog::connectsToAServer()
{
    const test::TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    const auto dialog = start();
    typeServer(*dialog, book.url());
    type(QStringLiteral("secret"));
    key(Qt::Key_K, Qt::AltModifier);
    QTRY_VERIFY(child<QCheckBox>(*dialog, "keepPassword")->isChecked());
    QVERIFY(!child<PlainLabel>(*dialog, "whyNotKept")->isVisible());
    key(Qt::Key_W, Qt::AltModifier);
    key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 20000);
    QCOMPARE(dialog->url().database(), book.url().database());
    QVERIFY(!dialog->url().text().contains(QStringLiteral("secret")));
    QCOMPARE(m_passwords.kept, QStringList({QStringLiteral("secret")}));
}

void TestStartDialog::aWrongServerKeepsWhatWasTyped()
{
    const auto dialog = start();
    QTest::mouseClick(child<QPushButton>(*dialog, "server"), Qt::LeftButton);
    child<QLineEdit>(*dialog, "host")->setText(QStringLiteral("127.0.0.1"));
    child<QSpinBox>(*dialog, "port")->setValue(1);
    child<QLineEdit>(*dialog, "user")->setText(QStringLiteral("maya"));
    QTest::mouseClick(child<QPushButton>(*dialog, "connect"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(child<PlainLabel>(*dialog, "connectProblem")->isVisible() &&
                                 !child<PlainLabel>(*dialog, "connectProblem")->text().isEmpty(),
                             10000);
    QCOMPARE(child<QLineEdit>(*dialog, "user")->text(), QStringLiteral("maya"));
    QVERIFY(child<PlainLabel>(*dialog, "connectProblem")->text().contains(QStringLiteral("127.0.0.1")));
}

void TestStartDialog::typeServer(StartDialog& dialog, const DatabaseUrl& url)
{
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_3);
    QTRY_VERIFY(child<QLineEdit>(dialog, "password")->hasFocus());
    const auto fill = [](Qt::Key mnemonic, const QString& text) {
        key(mnemonic, Qt::AltModifier);
        key(Qt::Key_A, Qt::ControlModifier);
        type(text);
    };
    fill(Qt::Key_S, url.host());
    fill(Qt::Key_P, QString::number(url.port()));
    fill(Qt::Key_D, url.database());
    fill(Qt::Key_U, url.user());
    key(Qt::Key_W, Qt::AltModifier);
    QVERIFY(child<QLineEdit>(dialog, "password")->hasFocus());
}

void TestStartDialog::aWrongPasswordThenTheRightOne()
{
    const test::PrivateCluster cluster;
    DatabaseUrl url = cluster.url();
    url.setDatabase(QStringLiteral("salon"));
    QCOMPARE(createBook(url, QStringLiteral("Salon")).kind, CreatedBook::Kind::Created);
    test::fillSmallSalon(url);
    const QString login = QStringLiteral("maya");
    const CreatedPerson made =
        createPerson(*Connection::open(url).connection,
                     {QStringLiteral("Maya"), QStringLiteral("receptionist"), login, QStringLiteral("correct horse")});
    QVERIFY2(!made.error, qPrintable(made.error.text));
    url.setUser(login);
    const auto dialog = start();
    typeServer(*dialog, url);
    type(QStringLiteral("battery staple"));
    key(Qt::Key_Return);
    const auto* problem = child<PlainLabel>(*dialog, "connectProblem");
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible() && !problem->text().isEmpty(), 10000);
    QVERIFY2(problem->text().contains(QStringLiteral("password")), qPrintable(problem->text()));
    QVERIFY(!problem->text().contains(QStringLiteral("battery")));
    QCOMPARE(child<QLineEdit>(*dialog, "user")->text(), login);
    // The focus stands on what was wrong, marked as a whole.
    QTRY_VERIFY(child<QLineEdit>(*dialog, "password")->hasFocus());
    type(QStringLiteral("correct horse"));
    QCOMPARE(child<QLineEdit>(*dialog, "password")->text(), QStringLiteral("correct horse"));
    key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 20000);
    QVERIFY(m_passwords.kept.isEmpty()); // nobody asked for it
    QVERIFY(Connection::open(dialog->url()).connection);
}

void TestStartDialog::withoutAKeychainThePasswordIsNotKept()
{
    m_passwords.isThere = false;
    const test::TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    const auto dialog = start();
    typeServer(*dialog, book.url());
    QVERIFY(!child<QCheckBox>(*dialog, "keepPassword")->isEnabled());
    const auto* why = child<PlainLabel>(*dialog, "whyNotKept");
    QVERIFY(why->isVisible());
    QVERIFY2(why->text().contains(QStringLiteral("no keychain")), qPrintable(why->text()));
    type(QStringLiteral("secret"));
    key(Qt::Key_K, Qt::AltModifier);
    key(Qt::Key_W, Qt::AltModifier);
    key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 20000);
    QVERIFY(m_passwords.kept.isEmpty());
}

void TestStartDialog::aKeychainThatTakesNothingIsSaid()
{
    m_passwords.takes = false;
    const test::TestDatabase book(Dialect::Postgresql);
    book.fillSmallSalon();
    const auto dialog = start();
    typeServer(*dialog, book.url());
    type(QStringLiteral("secret"));
    key(Qt::Key_K, Qt::AltModifier);
    QTRY_VERIFY(child<QCheckBox>(*dialog, "keepPassword")->isChecked());
    key(Qt::Key_W, Qt::AltModifier);
    key(Qt::Key_Return);
    const auto* why = child<PlainLabel>(*dialog, "whyNotKept");
    QTRY_VERIFY_WITH_TIMEOUT(why->isVisible(), 10000);
    QCOMPARE(dialog->result(), int(QDialog::Rejected));
    QVERIFY(!child<QCheckBox>(*dialog, "keepPassword")->isEnabled());
    QTRY_VERIFY(child<QLineEdit>(*dialog, "password")->hasFocus());
    QCOMPARE(child<QLineEdit>(*dialog, "password")->text(), QStringLiteral("secret"));
    key(Qt::Key_Return); // goes on without
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 20000);
}

void TestStartDialog::aNetworkDriveIsRefusedWithWhatToDo()
{
    const test::TestDatabase book(Dialect::Sqlite);
    book.fillSmallSalon();
    FileSystem drive{0x6969, QStringLiteral("nfs4")}; // NFS_SUPER_MAGIC of statfs(2)
    BookOpener opener(nullptr, [&drive](const QString&) { return drive; });
    StartDialog dialog(&opener, &m_passwords, {book.url(), {}});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.tryFirst(book.url());
    const auto* problem = child<PlainLabel>(dialog, "problem");
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(problem->text(), explain(OpenProblem::NetworkFileSystem, book.url()));
    QVERIFY(problem->text().contains(QStringLiteral("PostgreSQL")));
    // A new book isn't made there either, and what was typed stays.
    key(Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(child<QPushButton>(dialog, "newBook")->isVisible());
    QTest::keyClick(&dialog, Qt::Key_2);
    QTRY_VERIFY(child<QLineEdit>(dialog, "businessName")->hasFocus());
    type(QStringLiteral("Salon Nord"));
    key(Qt::Key_Tab);
    type(QStringLiteral("Ana"));
    key(Qt::Key_Return);
    QTRY_VERIFY(problem->isVisible());
    // Moved to a disk of this computer, it opens.
    drive = {0xef53, QStringLiteral("ext4")};
    dialog.tryFirst(book.url());
    QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), 10000);
}

void TestStartDialog::aFullDiskKeepsWhatWasTyped()
{
    const auto dialog = start();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QTest::keyClick(dialog.get(), Qt::Key_2);
    QTRY_VERIFY(child<QLineEdit>(*dialog, "businessName")->hasFocus());
    type(QStringLiteral("Salon Nord"));
    key(Qt::Key_Tab);
    type(QStringLiteral("Ana, Ben"));
    {
        const test::FullDisk full;
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(child<PlainLabel>(*dialog, "problem")->isVisible(), 20000);
    }
    QCOMPARE(child<PlainLabel>(*dialog, "problem")->text(), explain(OpenProblem::DiskFull, m_file));
    key(Qt::Key_T, Qt::AltModifier); // space was made
    QTRY_VERIFY(child<QLineEdit>(*dialog, "businessName")->isVisible());
    QCOMPARE(child<QLineEdit>(*dialog, "businessName")->text(), QStringLiteral("Salon Nord"));
    QCOMPARE(child<QLineEdit>(*dialog, "staffNames")->text(), QStringLiteral("Ana, Ben"));
    key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->result(), int(QDialog::Accepted), 20000);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestStartDialog)
#include "tst_start_dialog.moc"
