#include "tests/ui/desk_on_book.h"
#include "tests/ui/english_words.h"
#include "tests/ui/talk_fixture.h"
#include "ui/booking_popup_service.h"
#include "ui/conflict_dialog.h"
#include "ui/edit_form.h"
#include "ui/language.h"
#include "ui/mini_month.h"
#include "ui/services_text.h"
#include "ui/words.h"

#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace frontdesk;
using frontdesk::test::Desk;
using frontdesk::test::Patience;
using frontdesk::test::TestDatabase;

/// The desk in English and in Simplified Chinese, and the switch between them while it runs.
class TestLanguage : public test::FormFixture
{
    Q_OBJECT
private slots:
    void cleanup();
    void isTheOneThatAPersonReads_data();
    void isTheOneThatAPersonReads();
    void writesAsTheCountryDoes();
    void beginsWeeksAsTheCountryDoes();
    void countsInEnglish();
    void readsTypedTimes_data();
    void readsTypedTimes();
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void conflictsAreInChinese();
    void startsInChinese_data() { test::onBothDatabases(); }
    void startsInChinese();
    void switchesWhileRunning_data() { test::onBothDatabases(); }
    void switchesWhileRunning();
    void isHeldWhileSomebodyTypes();

private:
    Desk& open(Dialect dialect);
    /// What the program does when a person chooses in the menu.
    void followMenu();
    void openMenuByKeys(const QList<Qt::Key>& keys);
    [[nodiscard]] QAction* action(const char* name) const
    {
        return m_desk->session.window().findChild<QAction*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString todayText() const
    {
        return m_desk->session.window().findChild<QPushButton*>(QStringLiteral("todayButton"))->text();
    }

    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<TestDatabase> m_book;
    std::unique_ptr<Desk> m_desk;
};

namespace
{

/// What the small salon's book says itself.
const QStringList salonNames{
    QStringLiteral("Ana Ruiz"),     QStringLiteral("Ben Okafor"),    QStringLiteral("Chloé Martin"),
    QStringLiteral("Ana"),          QStringLiteral("Ben"),           QStringLiteral("Chloé"),
    QStringLiteral("Haircut"),      QStringLiteral("Colour"),        QStringLiteral("Massage"),
    QStringLiteral("Lena Fischer"), QStringLiteral("Omar Haddad"),   QStringLiteral("Maya"),
    QStringLiteral("Desk 1"),       QStringLiteral("Desk 2"),        QStringLiteral("Owner"),
    QStringLiteral("quiet chair"),  QStringLiteral("needs parking"), QStringLiteral("brings a dog"),
    QStringLiteral("room 2"),       QStringLiteral("Room 4"),        QStringLiteral("EUR")};

} // namespace

void TestLanguage::cleanup()
{
    m_desk.reset();
    m_book.reset();
    m_translations.reset();
    QLocale::setDefault(QLocale::c());
    FormFixture::cleanup();
}

Desk& TestLanguage::open(Dialect dialect)
{
    m_book = std::make_unique<TestDatabase>(dialect);
    m_book->fillSmallSalon();
    m_desk = std::make_unique<Desk>(*m_book, QStringLiteral("Desk 1"));
    followMenu();
    [this] { QTRY_VERIFY_WITH_TIMEOUT(m_desk->isReady(), Patience); }();
    return *m_desk;
}

void TestLanguage::followMenu()
{
    connect(&m_desk->session, &DeskSession::languageChosen, &m_desk->session, [this](Language language) {
        m_translations->speak(language);
        m_desk->session.speakAnew();
    });
}

void TestLanguage::openMenuByKeys(const QList<Qt::Key>& keys)
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F10);
    QTRY_VERIFY(QApplication::activePopupWidget());
    for (const Qt::Key key : keys) {
        const QWidget* before = QApplication::activePopupWidget();
        QTest::keyClick(QApplication::activePopupWidget(), key);
        QTRY_VERIFY(QApplication::activePopupWidget() != before);
    }
}

void TestLanguage::isTheOneThatAPersonReads_data()
{
    QTest::addColumn<QStringList>("preferred");
    QTest::addColumn<Language>("language");
    const auto row = [](const char* name, const QStringList& preferred, Language language) {
        QTest::newRow(name) << preferred << language;
    };
    row("Chinese of China", {QStringLiteral("zh-CN")}, Language::Chinese);
    row("Chinese by its writing", {QStringLiteral("zh-Hans-SG"), QStringLiteral("en-SG")}, Language::Chinese);
    row("traditional characters", {QStringLiteral("zh-TW"), QStringLiteral("zh-Hant-TW")}, Language::English);
    row("traditional, then simplified", {QStringLiteral("zh-HK"), QStringLiteral("zh-CN")}, Language::Chinese);
    row("English first", {QStringLiteral("en-GB"), QStringLiteral("zh-CN")}, Language::English);
    row("German alone", {QStringLiteral("de-DE")}, Language::English);
    row("German, then Chinese", {QStringLiteral("de-DE"), QStringLiteral("zh-CN")}, Language::Chinese);
    row("nothing known", {}, Language::English);
}

void TestLanguage::isTheOneThatAPersonReads()
{
    QFETCH(const QStringList, preferred);
    QTEST(languageFor(preferred), "language");
}

void TestLanguage::writesAsTheCountryDoes()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale english = localeFor(Language::English, german);
    QCOMPARE(english.language(), QLocale::English);
    QCOMPARE(english.territory(), QLocale::Germany);
    QCOMPARE(english.firstDayOfWeek(), Qt::Monday);
    QCOMPARE(localeFor(Language::Chinese, german).territory(), QLocale::China);
    QCOMPARE(localeFor(Language::English, QLocale(QLocale::English, QLocale::Canada)).territory(), QLocale::Canada);
    QCOMPARE(localeFor(Language::English, QLocale::c()), QLocale::c());
    const QLocale taiwan(QLocale::Chinese, QLocale::TraditionalHanScript, QLocale::Taiwan);
    QCOMPARE(localeFor(Language::Chinese, taiwan).script(), QLocale::SimplifiedHanScript);
    for (const Language language : {Language::System, Language::English, Language::Chinese})
        QCOMPARE(languageFromCode(codeOf(language)), language);
    QVERIFY(!languageFromCode(QStringLiteral("fr")));
}

void TestLanguage::beginsWeeksAsTheCountryDoes()
{
    MiniMonth month(nullptr);
    month.setDate(QDate(2026, 11, 23)); // the month begins on a Sunday
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(month.firstShown(), QDate(2026, 11, 1));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::Germany));
    QCOMPARE(month.firstShown(), QDate(2026, 10, 26));
    const QLocale china(QLocale::Chinese, QLocale::China);
    QLocale::setDefault(china);
    QCOMPARE(month.firstShown().dayOfWeek(), int(china.firstDayOfWeek()));
}

void TestLanguage::countsInEnglish()
{
    m_translations = std::make_unique<Translations>();
    m_translations->speak(Language::English);
    QCOMPARE(BookingPopup::tr("%n visits", nullptr, 1), QStringLiteral("1 visit"));
    QCOMPARE(BookingPopup::tr("%n visits", nullptr, 2), QStringLiteral("2 visits"));
    m_translations->speak(Language::Chinese);
    QCOMPARE(BookingPopup::tr("%n visits", nullptr, 1), QStringLiteral("到店 1 次"));
}

void TestLanguage::readsTypedTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QTime>("time");
    const auto row = [](const char* text, QTime time) { QTest::newRow(text) << QString::fromUtf8(text) << time; };
    row("14:15", QTime(14, 15));
    row("1415", QTime(14, 15));
    row("14：15", QTime(14, 15)); // as a Chinese input method types it
    row("１４：１５", QTime(14, 15));
    row("14点15分", QTime(14, 15));
    row("14点", QTime(14, 0));
    row("下午2:15", QTime(14, 15));
    row("上午9点", QTime(9, 0));
    row("2:15 PM", QTime(14, 15));
    row("2:15pm", QTime(14, 15));
    row("12:15 AM", QTime(0, 15));
    row("12 p.m.", QTime(12, 0));
    row("9a", QTime(9, 0));
    row("14 m", QTime());
    row("25:00", QTime());
    row("下午", QTime());
}

void TestLanguage::readsTypedTimes()
{
    QFETCH(const QString, text);
    QTEST(parseWallTime(text), "time");
}

void TestLanguage::readsWhatItWrites_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("Chinese") << Language::Chinese;
}

void TestLanguage::readsWhatItWrites()
{
    QFETCH(const Language, language);
    m_translations = std::make_unique<Translations>();
    m_translations->speak(language);
    for (int minutes = 5; minutes <= 600; minutes += 5) {
        const QString text = lengthText(Minutes(minutes));
        QVERIFY2(parseLength(text) == Seconds(Minutes(minutes)), qPrintable(text));
    }
    const CataloguePtr salon = test::smallSalon();
    for (const Service& service : salon->services) {
        const QString text = stepsLine(service.steps);
        const Typed<Steps> read = stepsFromText(text, service.steps);
        QVERIFY2(std::holds_alternative<Steps>(read) && std::get<Steps>(read) == service.steps, qPrintable(text));
    }
    const Buffers buffers{Minutes(5), Minutes(10)};
    const Typed<Buffers> read = buffersFromText(buffersLine(buffers));
    QVERIFY(std::holds_alternative<Buffers>(read));
    QCOMPARE(std::get<Buffers>(read).after, buffers.after);
}

void TestLanguage::conflictsAreInChinese()
{
    m_translations = std::make_unique<Translations>();
    m_translations->speak(Language::Chinese);
    ConflictDialog* dialog = meetConflict(QStringLiteral("needs parking"), QStringLiteral("brings a dog"));
    QVERIFY(dialog);
    QCOMPARE(test::englishIn(dialog, salonNames), QString());
    press(Qt::Key_Escape);
    QCOMPARE(test::englishIn(child<EditForm>("editForm"), salonNames), QString());
}

void TestLanguage::startsInChinese()
{
    m_translations = std::make_unique<Translations>();
    m_translations->speak(Language::Chinese);
    Desk& desk = open(*static_cast<const Dialect*>(QTest::qData("dialect", qMetaTypeId<Dialect>())));
    DayWindow& window = desk.session.window();
    QCOMPARE(todayText(), QStringLiteral("今天"));
    const QString date = window.findChild<QToolButton*>(QStringLiteral("dateLabel"))->text();
    const QLocale chinese(QLocale::Chinese, QLocale::China); // where there is little room, the weekday is brief
    QVERIFY2(date == chinese.toString(Desk::monday(), QStringLiteral("yyyy'年'M'月'd'日' dddd")) ||
                 date == chinese.toString(Desk::monday(), QStringLiteral("yyyy'年'M'月'd'日' ddd")),
             qPrintable(date));
    const AppointmentId id = desk.book(3, 1, 1, Desk::at(14));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(id).has_value(), Patience);
    desk.focus();
    desk.view()->select(id);
    QTRY_VERIFY(window.isSettled());
    QStringList names = salonNames;
    names << desk.session.link().catalogue()->businessName << desk.shown(id)->clientName
          << QString::fromLatin1(desk.shown(id)->zone) << QStringLiteral("postgres");
    QCOMPARE(test::englishIn(&window, names), QString());
}

void TestLanguage::switchesWhileRunning()
{
    m_translations = std::make_unique<Translations>();
    m_translations->speak(Language::English);
    Desk& desk = open(*static_cast<const Dialect*>(QTest::qData("dialect", qMetaTypeId<Dialect>())));
    const AppointmentId id = desk.book(3, 1, 1, Desk::at(14));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(id).has_value(), Patience);
    desk.focus();
    desk.view()->select(id);
    desk.key(Qt::Key_Down, Qt::AltModifier);
    desk.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.saved(id)->slot.start, Desk::at(14, 15), Patience);
    QTRY_VERIFY(desk.session.canSpeakAnew());
    QCOMPARE(todayText(), QStringLiteral("Today"));
    const QSize size = desk.session.window().size();

    openMenuByKeys({Qt::Key_A, Qt::Key_A});
    QVERIFY(!action("languageHeld")->isVisible());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_C);
    QTRY_COMPARE(todayText(), QStringLiteral("今天"));
    QCOMPARE(desk.settings.value(QStringLiteral("look/language")).toString(), QStringLiteral("zh_CN"));
    QVERIFY(QTest::qWaitForWindowActive(&desk.session.window()));
    QCOMPARE(desk.session.window().date(), Desk::monday());
    QCOMPARE(desk.view()->selected(), id);
    QCOMPARE(desk.session.window().size(), size);
    QTRY_VERIFY(desk.view()->hasFocus());
    // It goes on listening to the book, and what was done before can be undone.
    const AppointmentId other = desk.book(2, 1, 2, Desk::at(11));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(other).has_value(), Patience);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.saved(id)->slot.start, Desk::at(14), Patience);

    QTRY_VERIFY(desk.session.canSpeakAnew());
    openMenuByKeys({Qt::Key_A, Qt::Key_A});
    QVERIFY(action("languageChinese")->isChecked());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_E);
    QTRY_COMPARE(todayText(), QStringLiteral("Today"));
}

void TestLanguage::isHeldWhileSomebodyTypes()
{
    m_translations = std::make_unique<Translations>();
    m_translations->speak(Language::English);
    Desk& desk = open(Dialect::Sqlite);
    desk.focus();
    desk.view()->setCursorPlace({LocationId(1), ResourceId(1), Desk::at(10)});
    desk.key(Qt::Key_Return);
    auto* client = desk.session.window().findChild<QLineEdit*>(QStringLiteral("client"));
    QVERIFY(client != nullptr);
    QTRY_VERIFY(client->hasFocus());
    QTest::keyClicks(client, QStringLiteral("len"));
    openMenuByKeys({Qt::Key_A, Qt::Key_A});
    QVERIFY(!action("languageChinese")->isEnabled());
    QVERIFY(action("languageHeld")->isVisible());
    QVERIFY(!action("languageHeld")->text().isEmpty());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_C);
    while (QApplication::activePopupWidget() != nullptr)
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QCOMPARE(todayText(), QStringLiteral("Today"));
    QCOMPARE(client->text(), QStringLiteral("len"));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
