#include "tests/ui/calendar_fixture.h"

#include <QApplication>

using namespace frontdesk;
using frontdesk::test::CalendarFixture;

/// Gestures by keys.
class TestCalendarKeys : public CalendarFixture
{
    Q_OBJECT
private slots:
    void arrowsWalkPlacesAndBlocks();
    void enterBooksOrEdits();
    void altArrowsMove();
    void shiftArrowsResize();
    void cutAndPaste();
    void lettersActOnTheSelection_data();
    void lettersActOnTheSelection();
    void lettersCanBeSwitchedOff();
    void lettersNeedTheFocus();
    void repeatedKeysDoNothing();
    void lettersOfAnotherLayoutCount();
    void inputMethodIsOff();
    void aWayThatDoesNotLeadIsExplained();
    void delAsks();
    void blockOnAPlace();
    void daysTurn();
    void aBookedCursorOpensInsteadOfBooking();
};

void TestCalendarKeys::arrowsWalkPlacesAndBlocks()
{
    m_view->setCursorPlace({m_day->location, m_day->staff("Ben"), m_day->at("09:00")});
    QStringList seen{cursorText()};
    for (int i = 0; i < 7; ++i) {
        key(Qt::Key_Down);
        seen << cursorText();
    }
    QCOMPARE(seen, (QStringList{QStringLiteral("Sam Taylor 09:00"), QStringLiteral("free 09:45"),
                                QStringLiteral("Sofia Rossi 10:00"), QStringLiteral("free 10:20"),
                                QString::fromUtf8("Jack O’Neil 10:30"), QStringLiteral("free 11:15"),
                                QStringLiteral("Wei Zhang 11:30"), QStringLiteral("free 11:50")}));
    key(Qt::Key_Up);
    QCOMPARE(cursorText(), QStringLiteral("Wei Zhang 11:30"));
    key(Qt::Key_Up);
    QCOMPARE(cursorText(), QStringLiteral("free 11:15"));
    key(Qt::Key_Right);
    QCOMPARE(m_view->cursorPlace()->staff, m_day->staff("Chloé"));
    QCOMPARE(m_view->selected(), id("Yuki Mori"));
    key(Qt::Key_Left);
    QCOMPARE(cursorText(), QStringLiteral("free 11:15"));
    // A colour is met, left into its developing step, and met again.
    m_view->setCursorPlace({m_day->location, m_day->staff("Ana"), m_day->at("11:00")});
    QCOMPARE(m_view->selected(), id("Carlos Diaz"));
    key(Qt::Key_Down);
    QCOMPARE(cursorText(), QStringLiteral("free 11:35"));
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Down);
    QCOMPARE(cursorText(), QStringLiteral("Carlos Diaz 12:15"));
}

void TestCalendarKeys::enterBooksOrEdits()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    QSignalSpy edited(m_view.get(), &CalendarView::editRequested);
    m_view->setCursorPlace({m_day->location, m_day->staff("Ben"), m_day->at("09:45")});
    key(Qt::Key_Return);
    QCOMPARE(booked.size(), 1);
    QCOMPARE(booked[0][0].value<Place>().start, m_day->at("09:45"));
    key(Qt::Key_Down);
    key(Qt::Key_Enter);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].value<AppointmentId>(), id("Sofia Rossi"));
    key(Qt::Key_F2);
    QCOMPARE(edited.size(), 2);
    QCOMPARE(booked.size(), 1);
}

void TestCalendarKeys::altArrowsMove()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    m_view->select(id("Ruth Meyer"));
    key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(m_view->isMoving());
    key(Qt::Key_Down, Qt::AltModifier);
    key(Qt::Key_Up, Qt::AltModifier);
    QVERIFY(moved.isEmpty());
    key(Qt::Key_Return);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][2].value<Instant>(), m_day->at("11:15"));
    QVERIFY(!m_view->isMoving());
    QCOMPARE(m_view->selected(), id("Ruth Meyer"));

    m_view->select(id("Noor Aziz"));
    key(Qt::Key_Left, Qt::AltModifier); // to 陈美玲 at 15:45, before her 16:00
    key(Qt::Key_Escape);
    QVERIFY(!m_view->isMoving());
    QCOMPARE(moved.size(), 1);
    // What would be refused is not sent.
    key(Qt::Key_Left, Qt::AltModifier);
    key(Qt::Key_Return);
    QCOMPARE(moved.size(), 1);
}

void TestCalendarKeys::shiftArrowsResize()
{
    QSignalSpy reshaped(m_view.get(), &CalendarView::reshapeRequested);
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    m_view->select(id("Ruth Meyer"));
    key(Qt::Key_Down, Qt::AltModifier);
    key(Qt::Key_Up, Qt::AltModifier);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Return);
    QVERIFY(moved.isEmpty());
    QCOMPARE(reshaped.size(), 1);
    QCOMPARE(reshaped[0][2].value<Instant>(), m_day->at("11:00"));
    QCOMPARE(reshaped[0][4].value<Seconds>(), Seconds(Minutes(60)));
}

void TestCalendarKeys::cutAndPaste()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    m_view->select(id("Ruth Meyer"));
    key(Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(m_view->cutAppointment(), id("Ruth Meyer"));
    // To the same time two days later, by another member of staff.
    m_view->setDate(m_day->date.addDays(2));
    QCOMPARE(m_view->cursorPlace()->start, m_day->at("11:00") + std::chrono::hours(48));
    key(Qt::Key_Left);
    key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<AppointmentId>(), id("Ruth Meyer"));
    QCOMPARE(moved[0][2].value<Instant>(), m_day->at("11:00") + std::chrono::hours(48));
    QCOMPARE(moved[0][3].value<ResourceId>(), m_day->staff("陈美玲"));
    QVERIFY(!m_view->cutAppointment().isValid());
    key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(moved.size(), 1);
}

void TestCalendarKeys::lettersActOnTheSelection_data()
{
    QTest::addColumn<int>("pressed");
    QTest::addColumn<QString>("client");
    QTest::addColumn<int>("status");
    QTest::newRow("A: booked arrives") << int(Qt::Key_A) << QStringLiteral("Karl Ost") << int(Status::Arrived);
    QTest::newRow("S: arrived starts") << int(Qt::Key_S) << QStringLiteral("Yuki Mori") << int(Status::InService);
    QTest::newRow("S: booked starts at once") << int(Qt::Key_S) << QStringLiteral("Karl Ost") << int(Status::InService);
    QTest::newRow("C: in service completes")
        << int(Qt::Key_C) << QStringLiteral("Greta Lund") << int(Status::Completed);
    QTest::newRow("A: a no-show arrives late") << int(Qt::Key_A) << QStringLiteral("Lin Hua") << int(Status::Arrived);
}

void TestCalendarKeys::lettersActOnTheSelection()
{
    QFETCH(const int, pressed);
    QFETCH(const QString, client);
    QFETCH(const int, status);
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    key(Qt::Key(pressed)); // the cursor stands on a free place or a block of its own choice
    changed.clear();
    m_view->select(m_day->row(client).id);
    key(Qt::Key(pressed));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<AppointmentId>(), m_day->row(client).id);
    QCOMPARE(changed[0][2].value<Status>(), Status(status));
    m_view->setCursorPlace({m_day->location, m_day->staff("Ben"), m_day->at("09:45")});
    key(Qt::Key(pressed));
    QCOMPARE(changed.size(), 1);
}

void TestCalendarKeys::lettersCanBeSwitchedOff()
{
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    QSignalSpy today(m_view.get(), &CalendarView::todayRequested);
    QSignalSpy edited(m_view.get(), &CalendarView::editRequested);
    m_view->setLettersEnabled(false);
    m_view->select(id("Karl Ost"));
    for (const Qt::Key letter : {Qt::Key_A, Qt::Key_S, Qt::Key_C, Qt::Key_B, Qt::Key_T, Qt::Key_L})
        key(letter);
    QVERIFY(changed.isEmpty() && today.isEmpty());
    key(Qt::Key_F2); // is no letter
    QCOMPARE(edited.size(), 1);
}

void TestCalendarKeys::lettersNeedTheFocus()
{
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    QWidget other;
    other.setFocusPolicy(Qt::StrongFocus);
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_view->select(id("Karl Ost"));
    other.setFocus();
    QTest::keyClick(&other, Qt::Key_A);
    QVERIFY(changed.isEmpty());
}

void TestCalendarKeys::repeatedKeysDoNothing()
{
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    QSignalSpy cancelled(m_view.get(), &CalendarView::cancelRequested);
    m_view->select(id("Karl Ost"));
    for (const Qt::Key repeated : {Qt::Key_A, Qt::Key_Delete, Qt::Key_Return}) {
        QKeyEvent event(QEvent::KeyPress, repeated, {}, QString(), true);
        QApplication::sendEvent(m_view.get(), &event);
    }
    QVERIFY(changed.isEmpty() && cancelled.isEmpty());
}

void TestCalendarKeys::lettersOfAnotherLayoutCount()
{
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    m_view->select(id("Karl Ost"));
    // The key of A on a Russian layout: ф, evdev code 38.
    QKeyEvent event(QEvent::KeyPress, 0x0424, {}, 38, 0, 0, QString(QChar(0x0444)));
    QApplication::sendEvent(m_view.get(), &event);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][2].value<Status>(), Status::Arrived);
}

void TestCalendarKeys::inputMethodIsOff()
{
    QVERIFY(!m_view->testAttribute(Qt::WA_InputMethodEnabled));
    m_view->select(id("Karl Ost"));
    QVERIFY(!m_view->testAttribute(Qt::WA_InputMethodEnabled));
    QVERIFY(!m_view->viewport()->testAttribute(Qt::WA_InputMethodEnabled));
}

void TestCalendarKeys::aWayThatDoesNotLeadIsExplained()
{
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    QSignalSpy said(m_view.get(), &CalendarView::said);
    m_view->select(id("Yuki Mori"));
    key(Qt::Key_A);
    QVERIFY(changed.isEmpty());
    QCOMPARE(said[0][0].toString(), QStringLiteral("Yuki Mori is arrived already"));
}

void TestCalendarKeys::delAsks()
{
    QSignalSpy cancelled(m_view.get(), &CalendarView::cancelRequested);
    m_view->select(id("Karl Ost"));
    key(Qt::Key_Delete);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(cancelled[0][0].value<AppointmentId>(), id("Karl Ost"));
    const QRect block(m_view->viewport()->mapToGlobal(m_view->rectOf(id("Karl Ost")).topLeft()),
                      m_view->rectOf(id("Karl Ost")).size());
    QCOMPARE(cancelled[0][2].toRect(), block);
}

void TestCalendarKeys::blockOnAPlace()
{
    QSignalSpy blocked(m_view.get(), &CalendarView::blockRequested);
    m_view->setCursorPlace({m_day->location, m_day->staff("Ben"), m_day->at("12:30")});
    key(Qt::Key_B);
    QCOMPARE(blocked.size(), 1);
    QCOMPARE(blocked[0][0].value<Place>().start, m_day->at("12:30"));
    m_view->select(id("Karl Ost"));
    key(Qt::Key_B);
    QCOMPARE(blocked.size(), 1);
}

void TestCalendarKeys::daysTurn()
{
    QSignalSpy dates(m_view.get(), &CalendarView::dateRequested);
    QSignalSpy today(m_view.get(), &CalendarView::todayRequested);
    QSignalSpy goTo(m_view.get(), &CalendarView::goToDateRequested);
    key(Qt::Key_PageDown);
    key(Qt::Key_PageUp);
    key(Qt::Key_Right, Qt::ControlModifier);
    key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(dates.size(), 4);
    QCOMPARE(dates[0][0].toDate(), m_day->date.addDays(1));
    QCOMPARE(dates[1][0].toDate(), m_day->date.addDays(-1));
    QCOMPARE(dates[2][0].toDate(), m_day->date.addDays(1));
    QCOMPARE(dates[3][0].toDate(), m_day->date.addDays(-1));
    key(Qt::Key_T);
    key(Qt::Key_G);
    QCOMPARE(today.size(), 1);
    QCOMPARE(goTo.size(), 1);
}

void TestCalendarKeys::aBookedCursorOpensInsteadOfBooking()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    QSignalSpy edited(m_view.get(), &CalendarView::editRequested);
    m_view->setCursorPlace({m_day->location, m_day->staff("Ben"), m_day->at("12:15")});
    key(Qt::Key_Up);
    key(Qt::Key_Down);
    const AppointmentId other = m_day->add("Ben", "12:15", QStringLiteral("New"), "Beard trim").id;
    apply();
    QTRY_VERIFY(m_view->plan().block(other) != nullptr);
    QVERIFY(!m_view->selected().isValid());
    key(Qt::Key_Return);
    QVERIFY(booked.isEmpty());
    QCOMPARE(edited.size(), 1);
    QCOMPARE(m_view->selected(), other);
}

QTEST_MAIN(TestCalendarKeys)
#include "tst_calendar_keys.moc"
