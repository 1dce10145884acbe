#include "tests/ui/day_fixture.h"
#include "ui/calendar_view.h"
#include "ui/day_window.h"
#include "ui/mini_month.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace frontdesk;
using frontdesk::test::DayFixture;
using frontdesk::test::RecordingBus;
using frontdesk::test::StandingClock;

/// The window by keys and mouse, its parts found by name; the book is in memory.
class TestDayWindow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void itShowsToday();
    void daysTurnByButtonsAndKeys();
    void aFarDayIsReadFirst();
    void goToADate();
    void searchFindsTheNextAppointment();
    void enterWaitsForTheResults();
    void searchKeepsItsKeys();
    void theStaffFilterHidesColumns();
    void whatWasChosenIsRemembered();
    void theWaitingStripGoesThere();
    void whoHasNoRoomInTheStripIsCounted();
    void theInspectorShowsTheSelection();
    void theInspectorActs();
    void thePriceIsShownWhenAsked();
    void typedTextIsNeverMarkup();
    void theLinkIsSaid();
    void undoIsAKeyAndAButton();
    void aNewBookingIsSelected();
    void midnightTurnsTheDay();
    void aDropOnTheMonthMovesToThatDay();
    void restingOnADayTurnsThePage();
    void escGivesThePageBack();
    void itSettlesWhenAllIsRead();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    void open();
    template <class T>
    [[nodiscard]] T* find(const char* name)
    {
        T* found = m_window->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    [[nodiscard]] CalendarView* view() { return m_window->calendar(); }
    /// The pointer in the grid's hands, over the month's leaf.
    void dragToMonth(const char* client, QDate date);
    void moveTo(QPoint global);
    [[nodiscard]] QPoint onMonth(QDate date);
    [[nodiscard]] AppointmentId id(const char* client) { return m_day->row(QString::fromUtf8(client)).id; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<DayFixture> m_day;
    std::unique_ptr<StandingClock> m_clock;
    std::unique_ptr<AppointmentMirror> m_mirror;
    std::unique_ptr<RecordingBus> m_bus;
    std::unique_ptr<DayWindow> m_window;
};

void TestDayWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
    m_day = std::make_unique<DayFixture>();
    m_day->fillDay();
    m_clock = std::make_unique<StandingClock>(m_day->at("10:22"));
    m_mirror = std::make_unique<AppointmentMirror>();
    m_bus = std::make_unique<RecordingBus>();
    open();
}

void TestDayWindow::open()
{
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_mirror.get();
    book.catalogue = [this] { return m_day->catalogue; };
    book.clock = m_clock.get();
    m_window = std::make_unique<DayWindow>(book, m_settings.get());
    m_mirror->apply(m_day->snapshot());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(view()->hasFocus());
}

void TestDayWindow::cleanup()
{
    m_window.reset();
    m_mirror.reset();
    m_bus.reset();
}

void TestDayWindow::itShowsToday()
{
    QCOMPARE(m_window->date(), QDate(2026, 11, 23));
    QVERIFY(!find<QPushButton>("todayButton")->isEnabled());
    QTRY_COMPARE(find<QLabel>("counts")->text(), QStringLiteral("32 booked  ·  4 here  ·  5 done  ·  1 no-show"));
    QCOMPARE(find<QListWidget>("staffFilter")->count(), 6);
    QVERIFY(find<QWidget>("waitingStrip")->isVisible());
}

void TestDayWindow::daysTurnByButtonsAndKeys()
{
    QSignalSpy ranges(m_window.get(), &DayWindow::rangeNeeded);
    QTest::mouseClick(find<QPushButton>("nextButton"), Qt::LeftButton);
    QCOMPARE(m_window->date(), QDate(2026, 11, 24));
    QCOMPARE(ranges.size(), 1);
    QCOMPARE(ranges[0][1].value<TimeSlot>(), m_day->zone.day(QDate(2026, 11, 24)));
    QVERIFY(!find<QWidget>("waitingStrip")->isVisible()); // nobody waits on another day
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_PageDown);
    QCOMPARE(view()->date(), QDate(2026, 11, 25));
    QTest::keyClick(view(), Qt::Key_T);
    QCOMPARE(view()->date(), QDate(2026, 11, 23));
    QTest::mouseClick(find<QPushButton>("previousButton"), Qt::LeftButton);
    QCOMPARE(view()->date(), QDate(2026, 11, 22));
    QTest::mouseClick(find<QPushButton>("todayButton"), Qt::LeftButton);
    QCOMPARE(view()->date(), QDate(2026, 11, 23));
    // The mini month by keys: a week on.
    QWidget* month = find<QWidget>("miniMonth");
    month->setFocus();
    QTest::keyClick(month, Qt::Key_Down);
    QTest::keyClick(month, Qt::Key_Return);
    QCOMPARE(view()->date(), QDate(2026, 11, 30));
    QVERIFY(view()->hasFocus());
}

void TestDayWindow::aFarDayIsReadFirst()
{
    QSignalSpy booked(view(), &CalendarView::bookRequested);
    m_window->setDate(QDate(2026, 12, 21));
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(booked.isEmpty());
    m_mirror->apply(m_day->snapshot());
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(booked.size(), 1);
}

void TestDayWindow::goToADate()
{
    QTest::keyClick(view(), Qt::Key_G);
    auto* text = find<QLineEdit>("goToDateText");
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, QStringLiteral("+6w"));
    QCOMPARE(find<QLabel>("goToDateMeaning")->text(), QStringLiteral("Monday 4 January 2027"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(view()->date(), QDate(2027, 1, 4));
    QVERIFY(view()->hasFocus());
    QTest::keyClick(view(), Qt::Key_G);
    QTest::keyClicks(text, QStringLiteral("soon"));
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(text->isVisible());
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    QVERIFY(view()->hasFocus());
    QCOMPARE(view()->date(), QDate(2027, 1, 4));
}

void TestDayWindow::searchFindsTheNextAppointment()
{
    ClientHit lena;
    lena.id = m_day->row(QStringLiteral("Lena Fischer")).client;
    lena.name = QStringLiteral("Lena Fischer");
    m_bus->clients = {lena};
    Appointment past = m_day->row(QStringLiteral("Lena Fischer"));
    past.id = AppointmentId(900);
    past.slot = past.slot.movedTo(past.slot.start - std::chrono::days(30));
    m_bus->appointments = {past, m_day->row(QStringLiteral("Lena Fischer"))};
    m_window->setDate(QDate(2026, 11, 25));

    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto* box = find<QLineEdit>("searchBox");
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(box, QStringLiteral("len"));
    auto* results = find<QListWidget>("searchResults");
    QTRY_VERIFY(results->isVisible());
    QCOMPARE(results->item(0)->text(), QStringLiteral("Lena Fischer"));
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(view()->date(), QDate(2026, 11, 23));
    QTRY_COMPARE(view()->selected(), id("Lena Fischer"));
    QVERIFY(view()->hasFocus());
    QVERIFY(box->text().isEmpty());
    QVERIFY(!results->isVisible());
}

void TestDayWindow::enterWaitsForTheResults()
{
    ClientHit lena;
    lena.id = m_day->row(QStringLiteral("Lena Fischer")).client;
    lena.name = QStringLiteral("Lena Fischer");
    m_bus->clients = {lena};
    m_bus->appointments = {m_day->row(QStringLiteral("Lena Fischer"))};
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* box = find<QLineEdit>("searchBox");
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(box, QStringLiteral("fisch"));
    QTest::keyClick(box, Qt::Key_Return); // before any answer
    QTRY_COMPARE(view()->selected(), id("Lena Fischer"));
    QCOMPARE(m_bus->searched, QStringList{QStringLiteral("fisch")});
}

void TestDayWindow::searchKeepsItsKeys()
{
    QSignalSpy undo(m_window.get(), &DayWindow::undoRequested);
    QSignalSpy status(view(), &CalendarView::statusRequested);
    m_window->setUndo(QStringLiteral("Move"), {});
    view()->select(id("Karl Ost"));
    auto* box = find<QLineEdit>("searchBox");
    box->setFocus();
    QTest::keyClicks(box, QStringLiteral("asc"));
    QCOMPARE(box->text(), QStringLiteral("asc"));
    QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(box->text().isEmpty()); // its own undo
    QVERIFY(undo.isEmpty() && status.isEmpty());
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(view()->hasFocus());
    QCOMPARE(view()->selected(), id("Karl Ost"));
}

void TestDayWindow::theStaffFilterHidesColumns()
{
    auto* list = find<QListWidget>("staffFilter");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QTRY_COMPARE(view()->plan().columns.size(), size_t(5));
    QCOMPARE(view()->plan().columnOf(m_day->staff("Ben")), -1);
    list->setFocus();
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_COMPARE(view()->plan().columns.size(), size_t(6));
}

void TestDayWindow::whatWasChosenIsRemembered()
{
    auto* list = find<QListWidget>("staffFilter");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(2)).center());
    find<QAction>("lettersAction")->setChecked(false);
    view()->setZoom(1.5);
    m_window->resize(1200, 700);
    QTRY_COMPARE(m_window->size(), QSize(1200, 700));
    m_window->close();
    m_window.reset();
    open();
    QCOMPARE(view()->plan().columns.size(), size_t(5));
    QVERIFY(!view()->lettersEnabled());
    QCOMPARE(view()->zoom(), 1.5);
    QCOMPARE(m_window->size(), QSize(1200, 700));
    find<QAction>("fitAction")->trigger();
    QCOMPARE(view()->zoom(), 1.0);
}

void TestDayWindow::theWaitingStripGoesThere()
{
    const QString name = QStringLiteral("waiting_%1").arg(id("Ines Costa").value());
    auto* person = m_window->findChild<QAbstractButton*>(name);
    QVERIFY(person != nullptr);
    QTest::mouseClick(person, Qt::LeftButton);
    QCOMPARE(view()->selected(), id("Ines Costa"));
    QVERIFY(view()->hasFocus());
    QVERIFY(find<QLabel>("nextHalfHour")->text().startsWith(QStringLiteral("Next 30 min: Jack")));
}

void TestDayWindow::whoHasNoRoomInTheStripIsCounted()
{
    QVERIFY(!find<QLabel>("moreWaiting")->isVisible());
    m_window->resize(900, 600);
    auto* strip = find<QWidget>("waitingStrip");
    const auto hidden = [strip] {
        int count = 0;
        for (const QAbstractButton* person : strip->findChildren<QAbstractButton*>())
            count += person->isVisible() ? 0 : 1;
        return count;
    };
    QTRY_VERIFY(hidden() > 0);
    QVERIFY(find<QLabel>("moreWaiting")->isVisible());
    QCOMPARE(find<QLabel>("moreWaiting")->text(), QStringLiteral("+%1").arg(hidden()));
}

void TestDayWindow::theInspectorShowsTheSelection()
{
    ClientHit lena;
    lena.id = m_day->row(QStringLiteral("Lena Fischer")).client;
    lena.visits = 14;
    lena.noShows = 1;
    m_bus->clients = {lena};
    TimelineEntry moved;
    moved.at = m_day->at("10:20");
    moved.action = QStringLiteral("update");
    moved.person = QStringLiteral("Maya");
    moved.desk = QStringLiteral("Desk 2");
    moved.changes = QStringLiteral("{\"starts_at\": [%1, %2]}")
                        .arg(toUnix(m_day->at("13:30")))
                        .arg(toUnix(m_day->at("14:15")))
                        .toUtf8();
    m_bus->story = {moved};
    view()->select(id("Lena Fischer"));
    QCOMPARE(find<QLabel>("inspectorTitle")->text(), QStringLiteral("Lena Fischer"));
    QVERIFY(find<QLabel>("alertText")->text().startsWith(QStringLiteral("Allergic to PPD")));
    QVERIFY(find<QWidget>("alertBox")->isVisible());
    QCOMPARE(find<QLabel>("fact_when")->text(), QStringLiteral("Today 14:15–15:45"));
    QCOMPARE(find<QLabel>("fact_lasts")->text(), QStringLiteral("35 + 40 developing + 15 min"));
    QCOMPARE(find<QLabel>("fact_note")->text(), QStringLiteral("Prefers quiet chair"));
    QTRY_COMPARE(find<QLabel>("fact_visits")->text(), QStringLiteral("14 · no-shows 1"));
    const auto labels = find<QWidget>("timeline")->findChildren<QLabel*>();
    QCOMPARE(labels.size(), 2);
    QCOMPARE(labels[0]->text(), QString::fromUtf8("Moved 13:30 → 14:15"));
    QCOMPARE(labels[1]->text(), QString::fromUtf8("Today 10:20 · Maya · Desk 2"));
    m_window->setEditingElsewhere({{QStringLiteral("Desk 2"), QStringLiteral("Maya"), QStringLiteral("appointment"),
                                    id("Lena Fischer").value()}});
    QCOMPARE(find<QLabel>("editingElsewhere")->text(), QStringLiteral("Maya is editing this"));
    QVERIFY(find<QLabel>("editingElsewhere")->isVisible());
    // A change elsewhere shows at once.
    m_day->row(QStringLiteral("Lena Fischer")).note = QStringLiteral("Brings child");
    m_mirror->apply(m_day->snapshot());
    QTRY_COMPARE(find<QLabel>("fact_note")->text(), QStringLiteral("Brings child"));
}

void TestDayWindow::theInspectorActs()
{
    QSignalSpy status(view(), &CalendarView::statusRequested);
    QSignalSpy edited(view(), &CalendarView::editRequested);
    QSignalSpy cancelled(view(), &CalendarView::cancelRequested);
    QSignalSpy booked(view(), &CalendarView::bookRequested);
    QSignalSpy blocked(view(), &CalendarView::blockRequested);
    view()->select(id("Yuki Mori"));
    auto* next = find<QPushButton>("statusButton");
    QCOMPARE(next->text(), QStringLiteral("Start"));
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(status[0][2].value<Status>(), Status::InService);
    QTest::mouseClick(find<QPushButton>("editButton"), Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>("cancelButton"), Qt::LeftButton);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(view()->hasFocus()); // a click on a button leaves the keyboard to the grid
    view()->setCursorPlace({m_day->location, m_day->staff("Ben"), m_day->at("12:15")});
    QVERIFY(!next->isVisible());
    QTest::mouseClick(find<QPushButton>("bookButton"), Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>("blockButton"), Qt::LeftButton);
    QCOMPARE(booked.size(), 1);
    QCOMPARE(blocked.size(), 1);
}

void TestDayWindow::thePriceIsShownWhenAsked()
{
    view()->select(id("Lena Fischer"));
    QVERIFY(!find<QLabel>("fact_price")->isVisible());
    QTest::mouseClick(find<QPushButton>("showPriceButton"), Qt::LeftButton);
    QVERIFY(find<QLabel>("fact_price")->isVisible());
    QVERIFY(find<QLabel>("fact_price")->text().contains(QStringLiteral("64")));
    view()->select(id("Karl Ost"));
    QVERIFY(!find<QLabel>("fact_price")->isVisible());
}

void TestDayWindow::typedTextIsNeverMarkup()
{
    Appointment& lena = m_day->row(QStringLiteral("Lena Fischer"));
    lena.clientName = QStringLiteral("<b>Lena</b> <img src=x>");
    lena.note = QStringLiteral("<h1>note</h1>");
    lena.clientAlert = QStringLiteral("<a href=x>alert</a>");
    const AppointmentId lenas = lena.id;
    m_mirror->apply(m_day->snapshot());
    QTRY_COMPARE(view()->plan().block(lenas)->row.note, QStringLiteral("<h1>note</h1>"));
    view()->select(lenas);
    QCOMPARE(find<QLabel>("inspectorTitle")->text(), QStringLiteral("<b>Lena</b> <img src=x>"));
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + label->text()));
}

void TestDayWindow::theLinkIsSaid()
{
    LinkState state;
    state.kind = LinkState::Kind::Live;
    state.database = QStringLiteral("PostgreSQL");
    state.desks = 4;
    m_window->setLinkState(state);
    QTRY_COMPARE(find<QLabel>("linkText")->text(), QStringLiteral("PostgreSQL · 4 desks · all changes saved"));
    m_window->setInFlight(AppointmentId(7), true);
    QTRY_COMPARE(find<QLabel>("linkText")->text(), QStringLiteral("PostgreSQL · 4 desks · saving …"));
    m_window->setInFlight(AppointmentId(7), false);
    QCOMPARE(find<QWidget>("linkLight")->accessibleName(), QStringLiteral("Live"));
    state.kind = LinkState::Kind::Lost;
    state.since = m_day->at("10:42");
    m_window->setLinkState(state);
    QCOMPARE(find<QWidget>("linkLight")->accessibleName(), QStringLiteral("as of 10:42"));
    QTRY_VERIFY(find<QLabel>("linkText")->text().startsWith(QStringLiteral("as of 10:42")));
}

void TestDayWindow::undoIsAKeyAndAButton()
{
    QSignalSpy undo(m_window.get(), &DayWindow::undoRequested);
    QSignalSpy redo(m_window.get(), &DayWindow::redoRequested);
    QSignalSpy anyway(m_window.get(), &DayWindow::undoAnywayRequested);
    m_window->setUndo(QStringLiteral("Move Lena"), QStringLiteral("Move Karl"));
    auto* button = find<QPushButton>("undoButton");
    QVERIFY(!button->isVisible());
    m_window->say(QStringLiteral("Moved Lena Fischer"), true);
    QTRY_COMPARE(find<QLabel>("said")->text(), QStringLiteral("Moved Lena Fischer"));
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.size(), 2);
    QTest::keyClick(view(), Qt::Key_Y, Qt::ControlModifier);
    QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(redo.size(), 2);
    m_window->offerUndoAnyway(QStringLiteral("Maya changed it since"));
    QVERIFY(!button->isVisible());
    QTest::mouseClick(find<QPushButton>("undoAnywayButton"), Qt::LeftButton);
    QCOMPARE(anyway.size(), 1);
    QSignalSpy reread(m_window.get(), &DayWindow::rereadRequested);
    QTest::keyClick(view(), Qt::Key_F5);
    QTest::keyClick(view(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(reread.size(), 2);
}

void TestDayWindow::aNewBookingIsSelected()
{
    view()->setCursorPlace({m_day->location, m_day->staff("Ben"), m_day->at("12:15")});
    const AppointmentId made = m_day->add("Ben", "12:15", QStringLiteral("New"), "Beard trim").id;
    m_window->selectWhenThere(made);
    QVERIFY(!view()->selected().isValid());
    m_mirror->apply(m_day->snapshot());
    QTRY_COMPARE(view()->selected(), made);
    // A selection made meanwhile is never taken away.
    view()->select(id("Karl Ost"));
    m_window->selectWhenThere(made);
    QCOMPARE(view()->selected(), id("Karl Ost"));
}

void TestDayWindow::midnightTurnsTheDay()
{
    m_clock->set(m_day->at("10:22") + std::chrono::hours(24));
    view()->refreshNow();
    QTRY_COMPARE(view()->date(), QDate(2026, 11, 24));
    // Another day that somebody looks at stays.
    m_window->setDate(QDate(2026, 11, 28));
    m_clock->set(m_day->at("10:22") + std::chrono::hours(48));
    view()->refreshNow();
    QCoreApplication::processEvents();
    QCOMPARE(view()->date(), QDate(2026, 11, 28));
}

void TestDayWindow::moveTo(QPoint global)
{
    QMouseEvent move(QEvent::MouseMove, view()->viewport()->mapFromGlobal(global), global, Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(view()->viewport(), &move);
}

QPoint TestDayWindow::onMonth(QDate date)
{
    auto* month = find<MiniMonth>("miniMonth");
    for (int y = 0; y < month->height(); y += 4) {
        for (int x = 0; x < month->width(); x += 4) {
            if (month->dragOver({x, y}) == date) {
                month->dragLeft();
                return month->mapToGlobal(QPoint(x + 4, y + 4));
            }
        }
    }
    return {};
}

void TestDayWindow::dragToMonth(const char* client, QDate date)
{
    const QPoint target = onMonth(date);
    const QPoint from = view()->rectOf(id(client)).topLeft() + QPoint(40, 8); // where it doesn't develop
    QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, from);
    for (const int part : {1, 2, 3, 4})
        moveTo(view()->viewport()->mapToGlobal(from) + (target - view()->viewport()->mapToGlobal(from)) * part / 4);
    QVERIFY(view()->isMoving());
}

void TestDayWindow::aDropOnTheMonthMovesToThatDay()
{
    QSignalSpy moved(view(), &CalendarView::moveRequested);
    const Appointment lena = m_day->row(QStringLiteral("Lena Fischer"));
    const QPoint target = onMonth(QDate(2026, 11, 26));
    dragToMonth("Lena Fischer", QDate(2026, 11, 26));
    QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, view()->viewport()->mapFromGlobal(target));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<AppointmentId>(), lena.id);
    QCOMPARE(moved[0][2].value<Instant>(), lena.slot.start + std::chrono::days(3)); // at the same time
    QCOMPARE(moved[0][3].value<ResourceId>(), lena.staff);
    QCOMPARE(m_window->date(), QDate(2026, 11, 23)); // who drops there has more to do here
}

void TestDayWindow::restingOnADayTurnsThePage()
{
    QSignalSpy moved(view(), &CalendarView::moveRequested);
    const Appointment lena = m_day->row(QStringLiteral("Lena Fischer"));
    dragToMonth("Lena Fischer", QDate(2026, 11, 24));
    QTRY_COMPARE(m_window->date(), QDate(2026, 11, 24));
    QVERIFY(view()->isMoving());
    // From there it is dropped at a place of that day.
    const Instant noon = m_day->zone.meaningOf(QDate(2026, 11, 24), QTime(15, 0)).first;
    const QRect place = view()->rectOf(Place{m_day->location, lena.staff, noon});
    moveTo(view()->viewport()->mapToGlobal(place.center()));
    QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(moved.size(), 1);
    QCOMPARE(m_day->zone.dateOf(moved[0][2].value<Instant>()), QDate(2026, 11, 24));
}

void TestDayWindow::escGivesThePageBack()
{
    QSignalSpy moved(view(), &CalendarView::moveRequested);
    dragToMonth("Lena Fischer", QDate(2026, 11, 25));
    QTRY_COMPARE(m_window->date(), QDate(2026, 11, 25));
    QTest::keyClick(view(), Qt::Key_Escape);
    QVERIFY(!view()->isMoving());
    QCOMPARE(m_window->date(), QDate(2026, 11, 23));
    QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
    QCOMPARE(moved.size(), 0);
}

void TestDayWindow::itSettlesWhenAllIsRead()
{
    QVERIFY(!m_window->isSettled());
    QSignalSpy asked(m_window.get(), &DayWindow::loadsNeeded);
    QSignalSpy settled(m_window.get(), &DayWindow::settled);
    QTRY_COMPARE(asked.size(), 1); // the rows are there, the month's bars are asked for
    QVERIFY(!m_window->isSettled());
    m_window->setBusyTimes(m_day->location, {{QDate(2026, 11, 23), Seconds(3600)}});
    QTRY_VERIFY(m_window->isSettled());
    QVERIFY(!settled.isEmpty());
}

void TestDayWindow::nothingIsCutOff_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1366x768") << QSize(1366, 768);
    QTest::newRow("1600x1000") << QSize(1600, 1000);
    QTest::newRow("1024x640") << QSize(1024, 640);
}

void TestDayWindow::nothingIsCutOff()
{
    QFETCH(const QSize, size);
    m_window->resize(size);
    QTRY_COMPARE(m_window->size(), size);
    for (const char* client : {"Lena Fischer", "Yuki Mori", "Greta Lund", "John Carter"}) {
        view()->select(id(client));
        QCoreApplication::processEvents();
        QWidget* panel = find<QWidget>("rightPanel");
        for (const char* name : {"statusButton", "editButton", "cancelButton"}) {
            const QWidget* button = find<QWidget>(name);
            if (button->isVisible())
                QVERIFY2(panel->rect().contains(QRect(button->mapTo(panel, QPoint()), button->size())), name);
        }
    }
    for (const char* name :
         {"todayButton", "dateLabel", "searchBox", "linkLight", "deskLabel", "moreButton", "counts", "linkText"}) {
        const QWidget* widget = find<QWidget>(name);
        QVERIFY2(m_window->rect().contains(QRect(widget->mapTo(m_window.get(), QPoint()), widget->size())), name);
        QVERIFY2(widget->width() >= std::min(widget->minimumSizeHint().width(), 40), name);
    }
}

QTEST_MAIN(TestDayWindow)
#include "tst_day_window.moc"
