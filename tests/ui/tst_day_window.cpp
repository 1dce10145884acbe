#include "tests/ui/window_fixture.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace frontdesk;
using frontdesk::test::WindowFixture;

/// The day, its dates, its filter and what the window remembers.
class TestDayWindow : public WindowFixture
{
    Q_OBJECT
private slots:
    void itShowsToday();
    void daysTurnByButtonsAndKeys();
    void aFarDayIsReadFirst();
    void goToADate();
    void theStaffFilterHidesColumns();
    void whatWasChosenIsRemembered();
    void theLinkIsSaid();
    void undoIsAKeyAndAButton();
    void theMenuOpensByItsKey();
    void aNewBookingIsSelected();
    void midnightTurnsTheDay();
    void itSettlesWhenAllIsRead();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
};

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

void TestDayWindow::theMenuOpensByItsKey()
{
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_F10);
    auto* menu = find<QMenu>("mainMenu");
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_M);
    QTRY_VERIFY(find<QMenu>("manageMenu")->isVisible());
    QTest::keyClick(find<QMenu>("manageMenu"), Qt::Key_Escape);
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!menu->isVisible());
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

void TestDayWindow::itSettlesWhenAllIsRead()
{
    QVERIFY(!m_window->isSettled());
    QSignalSpy asked(m_window.get(), &DayWindow::loadsNeeded);
    QSignalSpy settled(m_window.get(), &DayWindow::settled);
    QTRY_COMPARE(asked.size(), 1); // the rows are there, the month's bars are asked for
    QVERIFY(!m_window->isSettled());
    m_window->setLoads(m_day->location, asked[0][1].value<TimeSlot>(),
                       DayLoads{{QDate(2026, 11, 23), {Seconds(3600), Seconds(3600), 1}}});
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
