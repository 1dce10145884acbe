#include "fake_services.h"
#include "tests/ui/day_fixture.h"
#include "tests/ui/english_words.h"
#include "ui/booking_conversation.h"
#include "ui/calendar_view.h"
#include "ui/card.h"
#include "ui/day_window.h"
#include "ui/edit_form.h"
#include "ui/language.h"
#include "ui/services_model.h"
#include "ui/sheet_dialog.h"
#include "ui/start_dialog.h"
#include "ui/taken_dialog.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace frontdesk;
using frontdesk::test::DayFixture;
using frontdesk::test::FakeServices;
using frontdesk::test::RecordingBus;
using frontdesk::test::StandingClock;

namespace
{

const QString longName = QStringLiteral("Friederike Wilhelmine Albrechtsberger-Papadimitrakopoulos");

class NoPasswords final : public PasswordStore
{
public:
    void look(QObject*, std::function<void(bool)> answer) override { answer(false); }
    void read(const DatabaseUrl&, QObject*, std::function<void(const QString&)> answer) override { answer({}); }
    void write(const DatabaseUrl&, QObject*, std::function<void(bool)> answer) override { answer(true); }
    void forget(const DatabaseUrl&) override {}
};

} // namespace

/// Every popup and dialog of the desk at 1366 × 768 with long names, light and dark: nothing leaves the window, and no
/// line is cut that doesn't say so; in Chinese none is English. With FRONTDESK_PICTURES set to a folder each is drawn
/// into it, to be looked at.
class TestDialogPictures : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void popupsAndDialogs_data();
    void popupsAndDialogs();

private:
    void show(const QString& name);
    [[nodiscard]] SlotTaken taken() const;
    void openTaken();
    void openStart();
    [[nodiscard]] QRect anchor() const;
    [[nodiscard]] QStringList names() const;
    static void lookAt(QWidget* window, const QWidget* dialog, const QString& name);

    std::unique_ptr<Translations> m_translations;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<DayFixture> m_day;
    std::unique_ptr<StandingClock> m_clock;
    std::unique_ptr<AppointmentMirror> m_mirror;
    std::unique_ptr<RecordingBus> m_bus;
    std::unique_ptr<FakeServices> m_services;
    std::unique_ptr<DayWindow> m_window;
    std::unique_ptr<BookingConversation> m_talk;
    BookOpener m_opener;
    NoPasswords m_passwords;
    std::unique_ptr<QDialog> m_start;
};

void TestDialogPictures::init()
{
    QFETCH(const bool, dark);
    QFETCH(const Language, language);
    applyTheme(*qApp, dark ? Theme::Kind::Dark : Theme::Kind::Light);
    m_translations = std::make_unique<Translations>();
    m_translations->speak(language);
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
    m_day = std::make_unique<DayFixture>();
    m_day->fillDay();
    m_day->row(QStringLiteral("Lena Fischer")).clientName = longName;
    auto catalogue = std::make_shared<Catalogue>(*m_day->catalogue);
    catalogue->persons = {{PersonId(1), QStringLiteral("Maya"), QStringLiteral("receptionist"), false}};
    for (Resource& resource : catalogue->resources)
        resource.squeezeCapacity = resource.capacity + 1;
    m_day->catalogue = catalogue;
    m_clock = std::make_unique<StandingClock>(m_day->at("10:22"));
    m_mirror = std::make_unique<AppointmentMirror>();
    m_bus = std::make_unique<RecordingBus>();
    ClientHit lena;
    lena.id = ClientId(1);
    lena.name = longName;
    lena.phone = QStringLiteral("+49 1512 3456789");
    lena.alert = QStringLiteral("Allergic to PPD, patch test on file 2026-05-11; ask before every colour");
    lena.lastService = m_day->catalogue->services.front().id;
    lena.visits = 14;
    lena.noShows = 1;
    m_bus->clients = {lena};
    m_services = std::make_unique<FakeServices>(m_day->catalogue);
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_mirror.get();
    book.catalogue = [this] { return m_day->catalogue; };
    book.clock = m_clock.get();
    book.person = [] { return PersonId(1); };
    m_window = std::make_unique<DayWindow>(book, m_settings.get());
    m_mirror->apply(m_day->snapshot());
    m_talk = std::make_unique<BookingConversation>(book, m_window.get());
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestDialogPictures::cleanup()
{
    m_start.reset();
    m_talk.reset();
    m_window.reset();
    m_services.reset();
    m_mirror.reset();
    m_bus.reset();
    m_translations.reset();
    QLocale::setDefault(QLocale::c());
    applyTheme(*qApp, Theme::Kind::System);
}

/// What people typed and what the salon calls its own.
QStringList TestDialogPictures::names() const
{
    QStringList names{longName,
                      QStringLiteral("Omar Haddad"),
                      QStringLiteral("Desk 2"),
                      QStringLiteral("Allergic to PPD, patch test on file 2026-05-11; ask before every colour"),
                      QStringLiteral("EUR"),
                      QString::fromLatin1(m_day->zone.id()),
                      QStringLiteral("localhost"),
                      QStringLiteral("db.example.org")};
    for (const Appointment& row : m_day->rows)
        names << row.clientName;
    for (const Resource& resource : m_day->catalogue->resources)
        names << resource.name << resource.name.section(QLatin1Char(' '), 0, 0);
    for (const Service& service : m_day->catalogue->services)
        names << service.name << service.category;
    return names;
}

QRect TestDialogPictures::anchor() const
{
    const CalendarView* view = m_window->calendar();
    const QRect place = view->rectOf(Place{m_day->location, m_day->staff("Ben"), m_day->at("13:00")});
    return {view->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

SlotTaken TestDialogPictures::taken() const
{
    SlotTaken taken;
    taken.resource = m_day->staff("Ana");
    taken.resourceName = QStringLiteral("Ana Ruiz");
    taken.byWhat = longName + QStringLiteral(" · Haircut 15:00–15:45");
    taken.byDesk = QStringLiteral("Desk 2");
    taken.since = m_day->at("10:20");
    for (const char* time : {"15:45", "13:30"})
        taken.nearestSame.push_back({m_day->staff("Ana"), {m_day->at(time), m_day->at(time) + Minutes(45)}});
    for (const char* time : {"15:00", "16:30"})
        taken.nearestOthers.push_back({m_day->staff("Ben"), {m_day->at(time), m_day->at(time) + Minutes(45)}});
    return taken;
}

void TestDialogPictures::openTaken()
{
    auto* dialog = new TakenDialog(taken(), {m_day->location, m_day->staff("Ana"), m_day->at("15:00")},
                                   *m_day->catalogue, m_clock->now(), m_window.get());
    dialog->open();
}

void TestDialogPictures::openStart()
{
    m_start = std::make_unique<StartDialog>(
        &m_opener, &m_passwords,
        StartDialog::Settings{DatabaseUrl::sqliteFile(m_folder->filePath(QStringLiteral("book.db"))), {}});
    m_start->show();
}

void TestDialogPictures::show(const QString& name)
{
    const Appointment lena = m_day->row(longName);
    if (name == QLatin1StringView("booking")) {
        m_talk->book({m_day->location, m_day->staff("Ben"), m_day->at("13:00")}, anchor());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("fri"));
        auto* found = m_window->findChild<QListView*>(QStringLiteral("clients"));
        QTRY_VERIFY(found != nullptr && found->isVisible());
    } else if (name == QLatin1StringView("block")) {
        m_talk->makeBlock({m_day->location, m_day->staff("Ben"), m_day->at("13:00")}, anchor());
    } else if (name == QLatin1StringView("edit")) {
        m_talk->edit(lena.id);
    } else if (name == QLatin1StringView("squeeze")) {
        m_talk->edit(lena.id);
        auto* form = m_window->findChild<EditForm*>();
        QVERIFY(form);
        form->offerSqueeze(taken());
        form->comeBack();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("a fringe only, agreed with Ana"));
    } else if (name == QLatin1StringView("cancel")) {
        m_talk->cancelOrNoShow(lena.id, lena.version, anchor());
    } else if (name == QLatin1StringView("services")) {
        m_services->ahead = {{1, 214}, {2, 61}, {3, 98}};
        m_services->impact = {61, 9, {}};
        for (const char* time : {"09:30", "11:15", "14:00", "15:45"})
            m_services->impact.first.push_back({AppointmentId(1), m_day->at(time), m_day->location, m_day->staff("Ana"),
                                                time[0] == '0' ? longName : QStringLiteral("Omar Haddad")});
        m_talk->openServices(m_services.get());
        auto* table = m_window->findChild<QTableView*>(QStringLiteral("services"));
        QVERIFY(table);
        table->setCurrentIndex(table->model()->index(1, 3));
        table->edit(table->currentIndex());
        auto* editor = table->findChild<QLineEdit*>(QStringLiteral("cellEditor"));
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("35 + 50 + 20"));
        QTRY_VERIFY(!table->model()->index(1, ServicesModel::State).data().toString().isEmpty());
    } else if (name == QLatin1StringView("taken")) {
        openTaken();
    } else {
        openStart();
        if (name == QLatin1StringView("server")) {
            QVERIFY(QTest::qWaitForWindowActive(m_start.get()));
            QTest::keyClick(m_start.get(), Qt::Key_3);
            QTRY_VERIFY(m_start->findChild<QLineEdit*>(QStringLiteral("password"))->hasFocus());
        }
    }
}

/// Inside the window, and no label narrower than its line.
void TestDialogPictures::lookAt(QWidget* window, const QWidget* dialog, const QString& name)
{
    QCoreApplication::processEvents(); // layouts that wait
    const QString folder = qEnvironmentVariable("FRONTDESK_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }
    if (!dialog->isWindow())
        QVERIFY2(window->rect().contains(dialog->geometry()), qPrintable(name));
    for (const QWidget* part : dialog->findChildren<QWidget*>()) {
        if (!part->isVisible())
            continue;
        const QRect place(part->mapTo(dialog, QPoint(0, 0)), part->size());
        const auto* label = qobject_cast<const QLabel*>(part);
        const auto* button = qobject_cast<const QAbstractButton*>(part);
        if (label == nullptr && button == nullptr)
            continue;
        const QString words = name + QLatin1Char(' ') + part->objectName() + QStringLiteral(": ") +
                              (label != nullptr ? label->text() : button->text());
        QVERIFY2(dialog->rect().contains(place), qPrintable(words));
        if (qobject_cast<const KeyButton*>(part) != nullptr)
            QVERIFY2(part->width() >= part->sizeHint().width(), qPrintable(words));
        if (label != nullptr && !label->wordWrap() && !label->text().isEmpty())
            QVERIFY2(label->fontMetrics().horizontalAdvance(QString(label->text()).remove(QLatin1Char('&'))) <=
                         label->contentsRect().width() + 1,
                     qPrintable(words));
    }
}

void TestDialogPictures::popupsAndDialogs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Language>("language");
    const std::tuple<const char*, bool, Language> looks[] = {
        {"light", false, Language::English}, {"dark", true, Language::English}, {"Chinese", false, Language::Chinese}};
    for (const auto& [look, dark, language] : looks) {
        for (const char* name :
             {"booking", "block", "edit", "squeeze", "cancel", "services", "taken", "start", "server"})
            QTest::addRow("%s, %s", name, look) << QString::fromLatin1(name) << dark << language;
    }
}

void TestDialogPictures::popupsAndDialogs()
{
    QFETCH(const QString, name);
    QFETCH(const Language, language);
    show(name);
    QWidget* shown = nullptr;
    const auto find = [&] {
        if (m_start)
            return (shown = m_start.get()) != nullptr;
        for (QWidget* each : m_window->findChildren<QWidget*>()) {
            if ((qobject_cast<Card*>(each) != nullptr || qobject_cast<QDialog*>(each) != nullptr) && each->isVisible())
                shown = each;
        }
        return shown != nullptr;
    };
    QTRY_VERIFY(find());
    lookAt(shown->isWindow() ? shown : m_window.get(), shown,
           QString::fromLatin1(QTest::currentDataTag()).replace(QStringLiteral(", "), QStringLiteral("-")));
    if (language == Language::Chinese)
        QCOMPARE(test::englishIn(shown, names()), QString());
}

QTEST_MAIN(TestDialogPictures)
#include "tst_dialog_pictures.moc"
