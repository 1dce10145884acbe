#include "models/link/book_opener.h"
#include "models/storage/connection.h"
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

class NoPasswords final : public PasswordStore
{
public:
    QStringList forgotten;
    QStringList kept;
    void read(const DatabaseUrl&, QObject*, std::function<void(const QString&)> answer) override { answer({}); }
    void write(const DatabaseUrl& url, QObject*, std::function<void(bool)> answer) override
    {
        kept.append(url.password());
        answer(true);
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

private:
    [[nodiscard]] std::unique_ptr<StartDialog> start();
    template <class T>
    [[nodiscard]] static T* child(const StartDialog& dialog, const char* name)
    {
        return dialog.findChild<T*>(QLatin1StringView(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    BookOpener m_opener;
    NoPasswords m_passwords;
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
    QTest::mouseClick(child<QPushButton>(*dialog, "demo"), Qt::LeftButton);
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
    QTest::mouseClick(child<QPushButton>(*dialog, "server"), Qt::LeftButton);
    child<QLineEdit>(*dialog, "host")->setText(book.url().host());
    child<QSpinBox>(*dialog, "port")->setValue(book.url().port());
    child<QLineEdit>(*dialog, "database")->setText(book.url().database());
    child<QLineEdit>(*dialog, "user")->setText(book.url().user());
    child<QLineEdit>(*dialog, "password")->setText(QStringLiteral("secret"));
    child<QCheckBox>(*dialog, "keepPassword")->setChecked(true);
    QTest::keyClick(child<QLineEdit>(*dialog, "password"), Qt::Key_Return);
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

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestStartDialog)
#include "tst_start_dialog.moc"
