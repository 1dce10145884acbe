#include "tests/ui/calendar_fixture.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

using namespace frontdesk;
using frontdesk::test::CalendarFixture;
using frontdesk::test::DayFixture;

/// The week: every gesture of the day, over seven of them. The fixture's Monday is the first day of its week.
class TestCalendarWeek : public CalendarFixture
{
    Q_OBJECT
private slots:
    void init();

    void itBeginsOnTheLocalesFirstDay_data();
    void itBeginsOnTheLocalesFirstDay();
    void aColumnIsADayAndAStaffMember();
    void aClickBooksOnThatDay();
    void aDragMovesFromTuesdayToThursday();
    void aDragKeepsItsWallTimeOverAClockChange();
    void altRightMovesToTheNextDay();
    void altRightMovesToTheNextStaffMemberAndOverTheDay();
    void aRefusedMoveNamesTimesOfThatDay();
    void arrowsWalkOverTheDayBorder();
    void arrowsStayOnTheirDay();
    void cutAndPasteOverDays();
    void lettersActOnAnotherDay();
    void pagesAreWeeks();
    void theCursorsDayIsShownAlone();
    void selectionAndScrollStay();
    void whatCrossesMidnightIsOnBothDays();
    void aSkippedHourCantBeBooked();
    void cellsSayTheirDay();
    void tooltipsSayTheirColumn();
    void onlyTodayHasTheNowLine();
    void narrowColumnsScroll();

private:
    /// An instant of the week's n-th day, Monday 0.
    [[nodiscard]] Instant on(int day, const char* time) const { return DayFixture(m_monday.addDays(day)).at(time); }
    [[nodiscard]] QPoint spot(int day, const char* staff, const char* time)
    {
        return m_view->rectOf(Place{m_day->location, m_day->staff(staff), on(day, time)}).center();
    }
    AppointmentId add(int day, const char* staff, const char* time, const char* client, const char* service);
    void showWeekOf(QDate monday, const char* now);

    QDate m_monday{2026, 11, 23};
};

void TestCalendarWeek::init()
{
    CalendarFixture::init();
    m_monday = QDate(2026, 11, 23);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_view->setWeekStaff(m_day->staff("Ana"));
    m_view->setDays(7);
}

AppointmentId TestCalendarWeek::add(int day, const char* staff, const char* time, const char* client,
                                    const char* service)
{
    const QDate date = m_day->date;
    m_day->date = m_monday.addDays(day);
    const AppointmentId id = m_day->add(staff, time, QString::fromUtf8(client), service).id;
    m_day->date = date;
    apply();
    QCoreApplication::processEvents();
    return id;
}

void TestCalendarWeek::showWeekOf(QDate monday, const char* now)
{
    m_monday = monday;
    m_day->rows.clear();
    apply();
    m_clock->set(on(0, now));
    m_view->setDate(monday);
    m_view->refreshNow();
    QCoreApplication::processEvents();
}

void TestCalendarWeek::itBeginsOnTheLocalesFirstDay_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QDate>("first");
    QTest::newRow("Monday") << QLocale(QLocale::English, QLocale::UnitedKingdom) << QDate(2026, 11, 23);
    QTest::newRow("Sunday") << QLocale(QLocale::English, QLocale::UnitedStates) << QDate(2026, 11, 22);
    QTest::newRow("Saturday") << QLocale(QLocale::Arabic, QLocale::Egypt) << QDate(2026, 11, 21);
}

void TestCalendarWeek::itBeginsOnTheLocalesFirstDay()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QDate, first);
    QLocale::setDefault(locale);
    m_view->setDays(1);
    m_view->setDays(7);
    QCOMPARE(m_view->plan().days.size(), size_t(7));
    QCOMPARE(m_view->plan().days[0].date, first);
    QCOMPARE(m_view->plan().days[6].date, first.addDays(6));
    QCOMPARE(m_view->date(), QDate(2026, 11, 23));
    QCOMPARE(m_view->visibleRange(), (TimeSlot{m_day->zone.day(first).start, m_day->zone.day(first.addDays(6)).end}));
    m_view->setDays(1);
    QCOMPARE(m_view->visibleRange(), m_day->zone.day(m_day->date));
}

void TestCalendarWeek::aColumnIsADayAndAStaffMember()
{
    QCOMPARE(m_view->plan().columns.size(), size_t(7));
    for (int day = 0; day < 7; ++day) {
        const DayColumn& column = m_view->plan().columns[size_t(day)];
        QCOMPARE(column.staff, m_day->staff("Ana"));
        QCOMPARE(column.date, m_monday.addDays(day));
        QCOMPARE(column.works(), day < 6);
    }
    m_view->setWeekStaff({});
    // Six staff on each of the six open days, and on Sunday, when nobody works.
    QCOMPARE(m_view->plan().columns.size(), size_t(42));
    QCOMPARE(m_view->plan().columnOf(m_day->staff("Ben"), on(2, "10:00")), 2 * 6 + 1);
    m_view->setHiddenStaff({m_day->staff("Ben")});
    QTRY_COMPARE(m_view->plan().columns.size(), size_t(35));
    m_view->setWeekStaff(m_day->staff("Ben")); // who is asked for is shown
    QCOMPARE(m_view->plan().columns.size(), size_t(7));
    m_view->setWeekStaff(ResourceId(7)); // a room is nobody
    QCOMPARE(m_view->plan().columns.size(), size_t(35));
}

void TestCalendarWeek::aClickBooksOnThatDay()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    click(spot(2, "Ana", "10:15"));
    QCOMPARE(booked.size(), 1);
    QCOMPARE(booked[0][0].value<Place>(), (Place{m_day->location, m_day->staff("Ana"), on(2, "10:15")}));
    m_view->setWeekStaff({});
    m_view->setCursorPlace({m_day->location, m_day->staff("Farah"), on(2, "15:30")}); // scrolls there
    click(spot(2, "Farah", "15:30"));
    QCOMPARE(booked.size(), 2);
    QCOMPARE(booked[1][0].value<Place>(), (Place{m_day->location, m_day->staff("Farah"), on(2, "15:30")}));
}

void TestCalendarWeek::aDragMovesFromTuesdayToThursday()
{
    const AppointmentId id = add(1, "Ana", "10:00", "Ruth Tuesday", "Haircut");
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    const QPoint from = m_view->rectOf(id).center();
    const QPoint to(spot(3, "Ana", "11:00").x(), from.y() + spot(1, "Ana", "11:00").y() - spot(1, "Ana", "10:00").y());
    drag(from, to);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<AppointmentId>(), id);
    QCOMPARE(moved[0][2].value<Instant>(), on(3, "11:00"));
    QCOMPARE(moved[0][3].value<ResourceId>(), m_day->staff("Ana"));
    QTRY_COMPARE(m_view->plan().block(id)->row.slot.start, on(3, "11:00"));
    QCOMPARE(m_view->selected(), id);
    QCOMPARE(m_view->cursorPlace()->start, on(3, "11:00"));
}

void TestCalendarWeek::aDragKeepsItsWallTimeOverAClockChange()
{
    auto open = std::make_shared<Catalogue>(*m_day->catalogue); // on Sundays too, when the clocks change
    open->locations[0].hours[6] = open->locations[0].hours[0];
    open->resources[0].hours[6] = open->resources[0].hours[0];
    m_day->catalogue = open;
    m_view->setBook(open, m_day->location);
    for (const QDate monday : {QDate(2026, 3, 23), QDate(2026, 10, 19)}) {
        showWeekOf(monday, "08:00");
        const AppointmentId id = add(5, "Ana", "10:00", "Over The Change", "Haircut");
        QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
        const QPoint from = m_view->rectOf(id).center();
        drag(from, QPoint(spot(6, "Ana", "10:00").x(), from.y()));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved[0][2].value<Instant>(), on(6, "10:00"));
        QVERIFY(on(6, "10:00") - on(5, "10:00") != std::chrono::hours(24));
        // Back by keys, and the same height is the same time of the wall clock on each day.
        QTRY_COMPARE(m_view->plan().block(id)->column, 6);
        m_view->select(id);
        key(Qt::Key_Left, Qt::AltModifier);
        key(Qt::Key_Return);
        QCOMPARE(moved.size(), 2);
        QCOMPARE(moved[1][2].value<Instant>(), on(5, "10:00"));
        for (int day = 0; day < 7; ++day)
            QCOMPARE(spot(day, "Ana", "10:00").y(), spot(0, "Ana", "10:00").y());
    }
}

void TestCalendarWeek::altRightMovesToTheNextDay()
{
    const AppointmentId id = add(1, "Ana", "10:00", "Ruth Tuesday", "Haircut");
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    m_view->select(id);
    key(Qt::Key_Right, Qt::AltModifier);
    key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(m_view->isMoving());
    QVERIFY(moved.isEmpty());
    key(Qt::Key_Return);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][2].value<Instant>(), on(2, "10:15"));
    QCOMPARE(moved[0][3].value<ResourceId>(), m_day->staff("Ana"));
}

void TestCalendarWeek::altRightMovesToTheNextStaffMemberAndOverTheDay()
{
    m_view->setWeekStaff({});
    const AppointmentId id = add(1, "陈美玲", "10:00", "Ruth Tuesday", "Haircut");
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    m_view->select(id);
    key(Qt::Key_Right, Qt::AltModifier);
    key(Qt::Key_Return);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][2].value<Instant>(), on(1, "10:00"));
    QCOMPARE(moved[0][3].value<ResourceId>(), m_day->staff("Farah"));
    QTRY_COMPARE(m_view->plan().block(id)->row.staff, m_day->staff("Farah"));
    key(Qt::Key_Right, Qt::AltModifier); // from Tuesday's last column to Wednesday's first
    key(Qt::Key_Return);
    QCOMPARE(moved.size(), 2);
    QCOMPARE(moved[1][2].value<Instant>(), on(2, "10:00"));
    QCOMPARE(moved[1][3].value<ResourceId>(), m_day->staff("Ana"));
}

void TestCalendarWeek::aRefusedMoveNamesTimesOfThatDay()
{
    const AppointmentId id = add(1, "Ana", "10:00", "Ruth Tuesday", "Haircut");
    add(2, "Ana", "10:00", "Wim Wednesday", "Haircut");
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    QSignalSpy said(m_view.get(), &CalendarView::said);
    const QPoint from = m_view->rectOf(id).center();
    drag(from, QPoint(spot(2, "Ana", "10:00").x(), from.y()));
    QVERIFY(moved.isEmpty());
    const QString why = said.constLast()[0].toString();
    QVERIFY2(why.contains(QStringLiteral("Wim Wednesday")), qPrintable(why));
    QVERIFY2(why.contains(QStringLiteral("free at")), qPrintable(why));
    QCOMPARE(m_view->plan().block(id)->row.slot.start, on(1, "10:00"));
}

void TestCalendarWeek::arrowsWalkOverTheDayBorder()
{
    m_view->setCursorPlace({m_day->location, m_day->staff("Ana"), on(0, "09:45")});
    key(Qt::Key_Right);
    QCOMPARE(m_view->cursorPlace()->start, on(1, "09:45"));
    key(Qt::Key_Down);
    QCOMPARE(m_view->cursorPlace()->start, on(1, "10:00"));
    key(Qt::Key_Left);
    QCOMPARE(m_view->cursorPlace()->start, on(0, "10:00"));
    QCOMPARE(m_view->selected(), id("Greta Lund"));
    m_view->setWeekStaff({});
    QCOMPARE(m_view->selected(), id("Greta Lund"));
    m_view->setCursorPlace({m_day->location, m_day->staff("Farah"), on(0, "12:15")});
    key(Qt::Key_Right);
    QCOMPARE(m_view->cursorPlace()->staff, m_day->staff("Ana"));
    QCOMPARE(m_view->cursorPlace()->start, on(1, "12:15"));
    key(Qt::Key_Left);
    QCOMPARE(m_view->cursorPlace()->staff, m_day->staff("Farah"));
    QCOMPARE(m_view->cursorPlace()->start, on(0, "12:15"));
}

void TestCalendarWeek::arrowsStayOnTheirDay()
{
    m_view->setCursorPlace({m_day->location, m_day->staff("Ana"), on(2, "18:15")});
    key(Qt::Key_Down);
    QCOMPARE(m_view->cursorPlace()->start, on(2, "18:15"));
    m_view->setCursorPlace({m_day->location, m_day->staff("Ana"), on(2, "08:30")});
    key(Qt::Key_Up);
    QCOMPARE(m_view->cursorPlace()->start, on(2, "08:30"));
    m_view->setCursorPlace({m_day->location, m_day->staff("Ana"), on(6, "12:00")});
    key(Qt::Key_Right);
    QCOMPARE(m_view->cursorPlace()->start, on(6, "12:00"));
}

void TestCalendarWeek::cutAndPasteOverDays()
{
    const AppointmentId id = add(1, "Ana", "10:00", "Ruth Tuesday", "Haircut");
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    m_view->select(id);
    key(Qt::Key_X, Qt::ControlModifier);
    for (int day = 0; day < 3; ++day)
        key(Qt::Key_Right);
    key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<AppointmentId>(), id);
    QCOMPARE(moved[0][2].value<Instant>(), on(4, "10:00"));
}

void TestCalendarWeek::lettersActOnAnotherDay()
{
    const AppointmentId id = add(1, "Ana", "10:00", "Ruth Tuesday", "Haircut");
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    QSignalSpy cancelled(m_view.get(), &CalendarView::cancelRequested);
    m_view->select(id);
    key(Qt::Key_A);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<AppointmentId>(), id);
    key(Qt::Key_Delete);
    QCOMPARE(cancelled.size(), 1);
    click(m_view->statusDotOf(id).center());
    QCOMPARE(changed.size(), 2);
}

void TestCalendarWeek::pagesAreWeeks()
{
    QSignalSpy dates(m_view.get(), &CalendarView::dateRequested);
    m_view->setCursorPlace({m_day->location, m_day->staff("Ana"), on(3, "09:45")});
    key(Qt::Key_PageDown);
    QCOMPARE(dates.size(), 1);
    QCOMPARE(dates[0][0].toDate(), m_monday.addDays(10)); // the cursor stays on a Thursday
    key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(dates[1][0].toDate(), m_monday.addDays(-4));
    m_view->setDate(m_monday.addDays(10));
    QCOMPARE(m_view->plan().days[0].date, m_monday.addDays(7));
    QCOMPARE(m_view->cursorPlace()->start, on(10, "09:45"));
}

void TestCalendarWeek::theCursorsDayIsShownAlone()
{
    const AppointmentId id = add(3, "Ana", "10:00", "Tina Thursday", "Haircut");
    QSignalSpy dates(m_view.get(), &CalendarView::dateRequested);
    m_view->select(id);
    m_view->setDays(1);
    QCOMPARE(m_view->date(), m_monday.addDays(3));
    QCOMPARE(dates.size(), 1);
    QCOMPARE(dates[0][0].toDate(), m_monday.addDays(3));
    QCOMPARE(m_view->selected(), id);
    m_view->setDays(7);
    QCOMPARE(m_view->selected(), id);
    QCOMPARE(m_view->date(), m_monday.addDays(3));
    QCOMPARE(dates.size(), 1);
}

void TestCalendarWeek::selectionAndScrollStay()
{
    m_view->setWeekStaff({});
    m_view->resize(700, 320);
    const AppointmentId id = add(4, "Ben", "16:00", "Fred Friday", "Haircut");
    m_view->select(id);
    QTRY_VERIFY(m_view->horizontalScrollBar()->value() > 0 && m_view->verticalScrollBar()->value() > 0);
    const QPoint scroll(m_view->horizontalScrollBar()->value(), m_view->verticalScrollBar()->value());
    add(4, "Ana", "16:00", "Another", "Haircut");
    m_day->row(QStringLiteral("Fred Friday")).note = QStringLiteral("changed");
    apply();
    QTRY_COMPARE(m_view->plan().block(id)->row.note, QStringLiteral("changed"));
    QCOMPARE(m_view->selected(), id);
    QCOMPARE(QPoint(m_view->horizontalScrollBar()->value(), m_view->verticalScrollBar()->value()), scroll);
}

void TestCalendarWeek::whatCrossesMidnightIsOnBothDays()
{
    const AppointmentId id = add(1, "Ana", "23:30", "Night Owl", "Haircut");
    Appointment& row = m_day->row(QStringLiteral("Night Owl"));
    row.slot.end = on(2, "00:45");
    row.takes[0].to = row.slot.length();
    apply();
    QCoreApplication::processEvents();
    std::vector<int> columns;
    for (const DayBlock& block : m_view->plan().blocks) {
        if (block.row.id == id)
            columns.push_back(block.column);
    }
    QCOMPARE(columns, (std::vector<int>{1, 2}));
    const int scroll = m_view->verticalScrollBar()->value();
    click(spot(2, "Ana", "00:15"));
    QCOMPARE(m_view->selected(), id);
    QCOMPARE(m_view->verticalScrollBar()->value(), scroll); // it is in sight by this part
    // Taken away, it leaves both.
    const QRect late = m_view->rectOf(Place{m_day->location, m_day->staff("Ana"), on(2, "00:15")});
    const QImage before = m_view->viewport()->grab(late).toImage();
    row.status = Status::Cancelled;
    apply();
    QTRY_VERIFY(m_view->plan().block(id) == nullptr);
    QVERIFY(m_view->viewport()->grab(late).toImage() != before);
}

void TestCalendarWeek::aSkippedHourCantBeBooked()
{
    showWeekOf(QDate(2026, 3, 23), "08:00");
    add(6, "Ana", "01:00", "Night", "Haircut"); // on the Sunday on which the clocks go from two to three
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    const QPoint saturday = spot(5, "Ana", "02:15");
    const QPoint sunday(spot(6, "Ana", "04:00").x(), saturday.y());
    click(sunday);
    QVERIFY(booked.isEmpty());
    click(saturday);
    QCOMPARE(booked.size(), 1);
    QCOMPARE(booked[0][0].value<Place>().start, on(5, "02:15"));
    // From the Saturday's 02:15 the arrow leads to what comes after the gap.
    key(Qt::Key_Right);
    QCOMPARE(m_view->cursorPlace()->start, on(6, "03:00"));
}

void TestCalendarWeek::cellsSayTheirDay()
{
    QAccessible::setActive(true);
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(table != nullptr);
    QCOMPARE(table->text(QAccessible::Name), QStringLiteral("Monday 23 November 2026 to Sunday 29 November 2026"));
    QAccessibleTableInterface* cells = table->tableInterface();
    QCOMPARE(cells->columnCount(), 7);
    QCOMPARE(cells->rowCount(), 40);
    QVERIFY2(cells->columnDescription(2).startsWith(QStringLiteral("Wed 25 Nov Ana Ruiz, ")),
             qPrintable(cells->columnDescription(2)));
    QCOMPARE(cells->cellAt(5, 2)->text(QAccessible::Name), QStringLiteral("09:45 Wed 25 Nov Ana Ruiz: free"));
    QCOMPARE(cells->cellAt(5, 6)->text(QAccessible::Name), QStringLiteral("09:45 Sun 29 Nov Ana Ruiz: closed"));
    QCOMPARE(cells->cellAt(6, 0)->text(QAccessible::Name),
             QStringLiteral("10:00 Mon 23 Nov Ana Ruiz: Greta Lund, Haircut, 10:00–10:45, in service"));
    m_view->setCursorPlace({m_day->location, m_day->staff("Ana"), on(2, "09:45")});
    QCOMPARE(table->focusChild(), cells->cellAt(5, 2));
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    cells->cellAt(5, 3)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(booked.size(), 1);
    QCOMPARE(booked[0][0].value<Place>().start, on(3, "09:45"));
    const QPoint middle = cells->cellAt(5, 2)->rect().center();
    QCOMPARE(table->childAt(middle.x(), middle.y()), cells->cellAt(5, 2));

    showWeekOf(QDate(2026, 3, 23), "08:00");
    add(6, "Ana", "01:00", "Night", "Haircut");
    const int row = int((on(5, "02:15") - m_view->plan().days[5].shown.start) / Minutes(15));
    QCOMPARE(cells->cellAt(row, 5)->text(QAccessible::Name), QStringLiteral("02:15 Sat 28 Mar Ana Ruiz: closed"));
    QCOMPARE(cells->cellAt(row, 6)->text(QAccessible::Name),
             QStringLiteral("Sun 29 Mar Ana Ruiz: no such time on this day"));
}

void TestCalendarWeek::tooltipsSayTheirColumn()
{
    const AppointmentId id = add(1, "Ana", "10:00", "Ruth Tuesday", "Haircut");
    const auto tip = [](QWidget* widget, QPoint at) {
        QHelpEvent help(QEvent::ToolTip, at, widget->mapToGlobal(at));
        QApplication::sendEvent(widget, &help);
        return QToolTip::text();
    };
    const QPoint block = m_view->rectOf(id).center();
    QCOMPARE(tip(m_view->viewport(), block),
             QStringLiteral("Tue 24 Nov Ana Ruiz: Ruth Tuesday, Haircut, 10:00–10:45, booked"));
    auto* header = m_view->findChild<QWidget*>(QStringLiteral("calendarHeader"));
    QVERIFY(header != nullptr);
    m_view->setWeekStaff({});
    const QPoint chloe(spot(0, "Chloé", "10:00").x(), 40);
    const QString heading = tip(header, chloe);
    QVERIFY2(heading.startsWith(QString::fromUtf8("Mon 23 Nov Chloé Martin, ")), qPrintable(heading));
}

void TestCalendarWeek::onlyTodayHasTheNowLine()
{
    const auto column = [this](int day) {
        const QRect cell = m_view->rectOf(Place{m_day->location, m_day->staff("Ana"), on(day, "10:15")});
        return m_view->viewport()->grab(cell.adjusted(cell.width() - 5, 0, -1, 0)).toImage();
    };
    const auto before = std::pair(column(0), column(1));
    m_clock->set(on(0, "11:22"));
    m_view->refreshNow();
    QCoreApplication::processEvents();
    QVERIFY(column(0) != before.first);
    QCOMPARE(column(1), before.second);
}

void TestCalendarWeek::narrowColumnsScroll()
{
    m_view->setWeekStaff({});
    QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 0);
    m_view->setCursorPlace({m_day->location, m_day->staff("Farah"), on(5, "10:00")});
    const QRect cell = m_view->rectOf(*m_view->cursorPlace());
    QVERIFY(m_view->viewport()->rect().contains(cell));
    QVERIFY(cell.width() >= 40);
    m_view->setHiddenStaff({m_day->staff("Ben"), m_day->staff("Dmitri"), m_day->staff("Farah")});
    QTRY_COMPARE(m_view->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TestCalendarWeek)
#include "tst_calendar_week.moc"
