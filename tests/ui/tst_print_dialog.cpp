#include "tests/support/pdf_text.h"
#include "tests/ui/day_fixture.h"
#include "tests/ui/desk_on_book.h"
#include "ui/print_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPrintPreviewWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace frontdesk;
using frontdesk::test::DayFixture;
using frontdesk::test::Desk;
using frontdesk::test::Patience;
using frontdesk::test::pdfTextOf;
using frontdesk::test::TestDatabase;

/// Ctrl+P by real keys: the dialog over a day in memory, and over a desk on a real book.
class TestPrintDialog : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void enterSavesTheDay();
    void oneStaffMemberByKeys();
    void theWeekIsReadFirst();
    void enterWaitsForTheRows();
    void whatCannotBeReadIsNotPrinted();
    void theCardOfTheSelection();
    void withoutASelectionThereIsNoCard();
    void aFileThatCannotBeWritten();
    void aFileThatIsThereIsNamed();
    void choicesAreKept();
    void printersStandFirst();
    void ctrlPAndEnterOnABook_data() { test::onBothDatabases(); }
    void ctrlPAndEnterOnABook();

private:
    using Rows = std::optional<std::vector<Appointment>>;

    /// Open and with the keyboard.
    PrintDialog& open(const QStringList& printers = {});
    template <class T>
    [[nodiscard]] T* find(const char* name)
    {
        return m_dialog->findChild<T*>(QLatin1StringView(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    [[nodiscard]] QString noticed();
    [[nodiscard]] QString file(const char* name) const { return m_folder->filePath(QLatin1StringView(name)); }
    [[nodiscard]] QString page(const char* name) const { return pdfTextOf(file(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    PrintSubject m_subject;
    std::vector<TimeSlot> m_asked;
    PrintDialog::Answer m_answer; ///< of the last read that was asked for
    QPointer<PrintDialog> m_dialog;
    QString m_said;
};

void TestPrintDialog::init()
{
    delete m_dialog;
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(file("desk.ini"), QSettings::IniFormat);
    m_settings->setValue(QStringLiteral("print/folder"), m_folder->path());
    DayFixture day;
    day.fillDay();
    m_subject = {};
    m_subject.catalogue = day.catalogue;
    m_subject.location = day.location;
    m_subject.date = day.date;
    m_subject.rows = day.rows;
    m_subject.staff = day.staff("Ben");
    m_subject.now = day.at("10:22");
    m_asked.clear();
    m_answer = {};
    m_said.clear();
}

PrintDialog& TestPrintDialog::open(const QStringList& printers)
{
    const auto read = [this](LocationId, TimeSlot range, QObject*, const PrintDialog::Answer& answer) {
        m_asked.push_back(range);
        m_answer = answer;
    };
    m_dialog = new PrintDialog(m_subject, {printers, m_settings.get(), read});
    connect(m_dialog, &PrintDialog::said, this, [this](const QString& text) { m_said = text; });
    m_dialog->show();
    m_dialog->activateWindow();
    [this] { QVERIFY(QTest::qWaitForWindowActive(m_dialog)); }();
    return *m_dialog;
}

QString TestPrintDialog::noticed()
{
    QStringList words;
    for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
        if (label->isVisible())
            words += label->text();
    }
    return words.join(u'\n');
}

void TestPrintDialog::enterSavesTheDay()
{
    open();
    QVERIFY(find<QPushButton>("printButton")->hasFocus());
    QCOMPARE(find<QPushButton>("printButton")->text(), QStringLiteral("Save as PDF"));
    QCOMPARE(find<QPrintPreviewWidget>("printPreview")->pageCount() > 0, true);
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    const QString text = page("day-2026-11-23.pdf");
    for (const char* word : {"Monday 23 November 2026", "Lena Fischer", "Ana", "Ben"})
        QVERIFY2(text.contains(QLatin1StringView(word)), qPrintable(text));
    QVERIFY2(m_said.contains(QStringLiteral("day-2026-11-23.pdf")), qPrintable(m_said));
    QVERIFY(m_asked.empty());
}

void TestPrintDialog::oneStaffMemberByKeys()
{
    open();
    press(Qt::Key_O, Qt::AltModifier);
    QVERIFY(find<QRadioButton>("printDayOfOne")->isChecked());
    QVERIFY2(find<QComboBox>("printStaff")->currentText().startsWith(QStringLiteral("Ben")), "where the cursor stands");
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    const QString text = page("day-2026-11-23-2.pdf");
    QVERIFY2(text.contains(QStringLiteral("Ben")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("Ana Ruiz")));
    QVERIFY(text.contains(QStringLiteral("Page 1 of 1")));
}

void TestPrintDialog::theWeekIsReadFirst()
{
    open();
    press(Qt::Key_W, Qt::AltModifier);
    QCOMPARE(m_asked.size(), size_t(1));
    QCOMPARE(m_asked[0].length(), Seconds(7 * 24 * 3600));
    QVERIFY(noticed().contains(QStringLiteral("Reading")));
    m_answer(m_subject.rows);
    QVERIFY(!noticed().contains(QStringLiteral("Reading")));
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(page("week-2026-11-23-2.pdf").contains(QStringLiteral("Mon 23 Nov")));
}

void TestPrintDialog::enterWaitsForTheRows()
{
    const Rows rows = m_subject.rows;
    m_subject.rows.reset(); // the day was turned to just now
    open();
    press(Qt::Key_Return);
    QVERIFY(m_dialog);
    QVERIFY(page("day-2026-11-23.pdf").isEmpty());
    m_answer(rows);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(page("day-2026-11-23.pdf").contains(QStringLiteral("Lena Fischer")));
}

void TestPrintDialog::whatCannotBeReadIsNotPrinted()
{
    open();
    press(Qt::Key_W, Qt::AltModifier);
    m_answer({});
    QVERIFY(noticed().contains(QStringLiteral("can't be reached")));
    QVERIFY(!find<QPushButton>("printButton")->isEnabled());
    // The day is in sight all the same.
    press(Qt::Key_D, Qt::AltModifier);
    QVERIFY(find<QPushButton>("printButton")->isEnabled());
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(page("day-2026-11-23.pdf").contains(QStringLiteral("Lena Fischer")));
}

void TestPrintDialog::theCardOfTheSelection()
{
    const auto lena = std::ranges::find(*m_subject.rows, QStringLiteral("Lena Fischer"), &Appointment::clientName);
    m_subject.selected = *lena;
    open();
    press(Qt::Key_C, Qt::AltModifier);
    auto* phone = find<QLineEdit>("printPhone");
    QVERIFY(phone->isVisible());
    press(Qt::Key_H, Qt::AltModifier);
    QTRY_VERIFY(phone->hasFocus());
    QTest::keyClicks(phone, QStringLiteral("030 555 0100"));
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    const QString text = page(qPrintable(QStringLiteral("card-%1.pdf").arg(lena->id.value())));
    for (const QString& word : {lena->clientName, lena->serviceName, QStringLiteral("030 555 0100")})
        QVERIFY2(text.contains(word), qPrintable(text));
}

void TestPrintDialog::withoutASelectionThereIsNoCard()
{
    open();
    QVERIFY(!find<QRadioButton>("printCard")->isEnabled());
    QVERIFY(!find<QLineEdit>("printPhone")->isVisible());
}

void TestPrintDialog::aFileThatCannotBeWritten()
{
    open();
    find<QLineEdit>("printFile")->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), file("none/day.pdf"));
    press(Qt::Key_Return);
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY2(noticed().contains(QStringLiteral("can't be written")), qPrintable(noticed()));
    // Another choice leaves what was typed alone.
    press(Qt::Key_O, Qt::AltModifier);
    QCOMPARE(find<QLineEdit>("printFile")->text(), file("none/day.pdf"));
    QTRY_VERIFY(!find<QRadioButton>("printDayOfOne")->isDown()); // until then Escape takes the press back
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(m_said.isEmpty());
}

void TestPrintDialog::aFileThatIsThereIsNamed()
{
    QFile there(file("day-2026-11-23.pdf"));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.close();
    open();
    QVERIFY(noticed().contains(QStringLiteral("will be replaced")));
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(page("day-2026-11-23.pdf").contains(QStringLiteral("Lena Fischer")));
}

void TestPrintDialog::choicesAreKept()
{
    open();
    QCOMPARE(find<QComboBox>("printPaper")->currentText(), QStringLiteral("A4"));
    find<QComboBox>("printPaper")->setFocus();
    press(Qt::Key_L);
    QCOMPARE(find<QComboBox>("printPaper")->currentText(), QStringLiteral("Letter"));
    find<QPushButton>("printButton")->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    open();
    QCOMPARE(find<QComboBox>("printPaper")->currentText(), QStringLiteral("Letter"));
}

void TestPrintDialog::printersStandFirst()
{
    open({QStringLiteral("Front office"), QStringLiteral("Back room")});
    QCOMPARE(find<QPushButton>("printButton")->text(), QStringLiteral("Print"));
    QCOMPARE(find<QComboBox>("printTarget")->currentText(), QStringLiteral("Front office"));
    QVERIFY(!find<QLineEdit>("printFile")->isVisible());
    QTest::ignoreMessage(QtWarningMsg, "QPainter::begin(): Returned false");
    press(Qt::Key_Return); // no such printer here
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY2(noticed().contains(QStringLiteral("Front office doesn't print")), qPrintable(noticed()));
    find<QComboBox>("printTarget")->setFocus();
    press(Qt::Key_End);
    QCOMPARE(find<QPushButton>("printButton")->text(), QStringLiteral("Save as PDF"));
    QVERIFY(find<QLineEdit>("printFile")->isVisible());
}

void TestPrintDialog::ctrlPAndEnterOnABook()
{
    QFETCH(Dialect, dialect);
    const TestDatabase book(dialect);
    book.fillSmallSalon();
    Desk desk(book, QStringLiteral("Desk 1"));
    desk.settings.setValue(QStringLiteral("print/folder"), m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(desk.isReady(), Patience);
    const AppointmentId lena = desk.book(1, 1, 1, Desk::at(10));
    QVERIFY(lena.isValid() && desk.book(2, 1, 1, Desk::at(10) + std::chrono::hours(24)).isValid());
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(lena).has_value(), Patience);
    desk.focus();
    const QString day = Desk::monday().toString(Qt::ISODate);

    desk.key(Qt::Key_P, Qt::ControlModifier);
    QPointer<PrintDialog> dialog = desk.session.window().findChild<PrintDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(QApplication::focusWidget() != nullptr && QApplication::focusWidget()->window() == dialog);
    auto* target = dialog->findChild<QComboBox*>(QStringLiteral("printTarget"));
    target->setCurrentIndex(target->count() - 1); // whatever printers this computer has
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    const QString text = pdfTextOf(m_folder->filePath(QStringLiteral("day-%1.pdf").arg(day)));
    QVERIFY2(text.contains(QStringLiteral("Lena Fischer")) && text.contains(QStringLiteral("10:00–10:45")),
             qPrintable(text));
    QCOMPARE(desk.session.window().focusWidget(), desk.view());

    // The week comes from the database.
    desk.focus();
    desk.key(Qt::Key_P, Qt::ControlModifier);
    dialog = desk.session.window().findChild<PrintDialog*>();
    QTRY_VERIFY(QApplication::focusWidget() != nullptr && QApplication::focusWidget()->window() == dialog);
    target = dialog->findChild<QComboBox*>(QStringLiteral("printTarget"));
    target->setCurrentIndex(target->count() - 1);
    desk.key(Qt::Key_W, Qt::AltModifier);
    desk.key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
    const QString week = pdfTextOf(m_folder->filePath(QStringLiteral("week-%1-1.pdf").arg(day)));
    QCOMPARE(week.count(QStringLiteral("10:00–10:45")), 2);
}

QTEST_MAIN(TestPrintDialog)
#include "tst_print_dialog.moc"
