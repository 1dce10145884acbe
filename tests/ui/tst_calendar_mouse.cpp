#include "tests/ui/calendar_fixture.h"

using namespace frontdesk;
using frontdesk::test::CalendarFixture;

/// Gestures by the mouse.
class TestCalendarMouse : public CalendarFixture
{
    Q_OBJECT
private slots:
    void clickOnAFreePlaceBooks();
    void clickOnABlockSelects();
    void doubleClickEdits();
    void clickOnTheDotArrives();
    void placeInsideADevelopingStepCanBeBooked();
    void dragMoves();
    void aSmallShakeIsNoDrag();
    void dragToAnotherStaffMember();
    void aRefusedDropSnapsBack();
    void escEndsADrag();
    void lockedBlocksDoNotMove_data();
    void lockedBlocksDoNotMove();
    void liveUpdatesKeepADrag();
};

void TestCalendarMouse::clickOnAFreePlaceBooks()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    const QPoint point = place("Farah", "12:15");
    click(point);
    QCOMPARE(booked.size(), 1);
    const Place expected{m_day->location, m_day->staff("Farah"), m_day->at("12:15")};
    QCOMPARE(booked[0][0].value<Place>(), expected);
    QVERIFY(booked[0][1].toRect().contains(m_view->viewport()->mapToGlobal(point)));
    QVERIFY(!m_view->selected().isValid());
}

void TestCalendarMouse::clickOnABlockSelects()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    QSignalSpy moved(m_view.get(), &CalendarView::selectionMoved);
    click(middle("Karl Ost"));
    QCOMPARE(m_view->selected(), id("Karl Ost"));
    QCOMPARE(moved.size(), 1);
    QVERIFY(booked.isEmpty());
    QCOMPARE(m_view->currentIndex().row(), m_mirror->rowOf(id("Karl Ost").value()));
}

void TestCalendarMouse::doubleClickEdits()
{
    QSignalSpy edited(m_view.get(), &CalendarView::editRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middle("Karl Ost"));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middle("Karl Ost"));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].value<AppointmentId>(), id("Karl Ost"));
}

void TestCalendarMouse::clickOnTheDotArrives()
{
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    const QRect dot = m_view->statusDotOf(id("Karl Ost"));
    QVERIFY(!dot.isEmpty());
    click(dot.center());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<AppointmentId>(), id("Karl Ost"));
    QCOMPARE(changed[0][1].value<RowVersion>(), RowVersion(1));
    QCOMPARE(changed[0][2].value<Status>(), Status::Arrived);
    // Who is late has a badge in the dot's place.
    click(m_view->statusDotOf(id("Ines Costa")).center());
    QCOMPARE(changed.size(), 2);
    QVERIFY(m_view->statusDotOf(id("John Carter")).isEmpty());
}

void TestCalendarMouse::placeInsideADevelopingStepCanBeBooked()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    click(place("Ana", "11:45")); // Carlos's colour develops
    QCOMPARE(booked.size(), 1);
    click(m_view->rectOf(id("Carlos Diaz")).topLeft() + QPoint(2, 80)); // its bar still takes hold of it
    QCOMPARE(m_view->selected(), id("Carlos Diaz"));
}

void TestCalendarMouse::dragMoves()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    const QPoint from = middle("Ruth Meyer"); // 11:00 with Farah
    const int quarter =
        m_view->geometryOfDay().yOf(m_day->at("11:15")) - m_view->geometryOfDay().yOf(m_day->at("11:00"));
    drag(from, from + QPoint(3, 4 * quarter));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][0].value<AppointmentId>(), id("Ruth Meyer"));
    QCOMPARE(moved[0][1].value<RowVersion>(), RowVersion(1));
    QCOMPARE(moved[0][2].value<Instant>(), m_day->at("12:00"));
    QCOMPARE(moved[0][3].value<ResourceId>(), m_day->staff("Farah"));
    // It stands in its new place while the answer is under way, and the mirror is as it was.
    QTRY_COMPARE(m_view->plan().block(id("Ruth Meyer"))->row.slot.start, m_day->at("12:00"));
    QCOMPARE(m_mirror->appointment(id("Ruth Meyer"))->slot.start, m_day->at("11:00"));
}

void TestCalendarMouse::aSmallShakeIsNoDrag()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    const QPoint from = middle("Ruth Meyer");
    drag(from, from + QPoint(3, 4), false);
    QVERIFY(!m_view->isMoving());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(3, 4));
    QVERIFY(moved.isEmpty());
    QCOMPARE(m_view->selected(), id("Ruth Meyer"));
    drag(from, from + QPoint(0, 9), false);
    QVERIFY(m_view->isMoving());
    key(Qt::Key_Escape);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from);
}

void TestCalendarMouse::dragToAnotherStaffMember()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    const QPoint from = middle("Ruth Meyer");
    drag(from, QPoint(place("Ben", "12:15").x(), from.y() + place("Ben", "12:00").y() - place("Ben", "11:00").y()));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][2].value<Instant>(), m_day->at("12:00"));
    QCOMPARE(moved[0][3].value<ResourceId>(), m_day->staff("Ben"));
}

void TestCalendarMouse::aRefusedDropSnapsBack()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    QSignalSpy said(m_view.get(), &CalendarView::said);
    const QPoint from = middle("Ruth Meyer");
    const int hour = place("Farah", "12:00").y() - place("Farah", "11:00").y();
    drag(from, from + QPoint(0, 2 * hour)); // into Farah's break
    QVERIFY(moved.isEmpty());
    QCOMPARE(said.size(), 1);
    QVERIFY2(said[0][0].toString().contains(QStringLiteral("break")), qPrintable(said[0][0].toString()));
    QVERIFY2(said[0][0].toString().contains(QStringLiteral("free at")), qPrintable(said[0][0].toString()));
    QCOMPARE(m_view->plan().block(id("Ruth Meyer"))->row.slot.start, m_day->at("11:00"));

    drag(from, QPoint(place("Ben", "12:00").x(), from.y())); // where Jack and Wei are
    QVERIFY(moved.isEmpty());
    QVERIFY2(said[1][0].toString().contains(QStringLiteral("Jack O’Neil")), qPrintable(said[1][0].toString()));
}

void TestCalendarMouse::escEndsADrag()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    const QPoint from = middle("Ruth Meyer");
    drag(from, from + QPoint(0, 80), false);
    QVERIFY(m_view->isMoving());
    key(Qt::Key_Escape);
    QVERIFY(!m_view->isMoving());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(0, 80));
    QVERIFY(moved.isEmpty());
    QCOMPARE(m_view->selected(), id("Ruth Meyer"));
}

void TestCalendarMouse::lockedBlocksDoNotMove_data()
{
    QTest::addColumn<QString>("client");
    QTest::newRow("arrived") << QStringLiteral("Yuki Mori");
    QTest::newRow("in service") << QStringLiteral("Greta Lund");
    QTest::newRow("completed") << QStringLiteral("John Carter");
    QTest::newRow("past") << QStringLiteral("Past Paula");
}

void TestCalendarMouse::lockedBlocksDoNotMove()
{
    QFETCH(const QString, client);
    m_day->add("Farah", "08:40", QStringLiteral("Past Paula"), "Haircut"); // never closed
    apply();
    QCoreApplication::processEvents();
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    QSignalSpy said(m_view.get(), &CalendarView::said);
    const AppointmentId locked = m_day->row(client).id;
    const QPoint from = m_view->rectOf(locked).center();
    drag(from, from + QPoint(0, 120));
    QVERIFY(moved.isEmpty());
    QVERIFY(said.constLast()[0].toString().contains(QStringLiteral("F2")));
    m_view->select(locked);
    key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(!m_view->isMoving());
    key(Qt::Key_X, Qt::ControlModifier);
    QVERIFY(!m_view->cutAppointment().isValid());
    QCOMPARE(said.size(), 3);
}

void TestCalendarMouse::liveUpdatesKeepADrag()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    const QPoint from = middle("Ruth Meyer");
    const int hour = place("Farah", "12:00").y() - place("Farah", "11:00").y();
    drag(from, from + QPoint(0, hour), false);
    QVERIFY(m_view->isMoving());
    const TimeSlot shown = m_view->plan().shown;
    // Somebody edits the very row, and another comes in outside of the hours.
    m_day->row(QStringLiteral("Ruth Meyer")).version = RowVersion(2);
    m_day->add("Ana", "20:00", QStringLiteral("Late"), "Haircut");
    apply();
    QCoreApplication::processEvents();
    QVERIFY(m_view->isMoving());
    QCOMPARE(m_view->plan().shown, shown);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from + QPoint(0, hour));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][2].value<Instant>(), m_day->at("12:00"));
    QCOMPARE(moved[0][1].value<RowVersion>(), RowVersion(1)); // what the person saw: the save is judged by it
    QTRY_VERIFY(m_view->plan().shown != shown);
}

QTEST_MAIN(TestCalendarMouse)
#include "tst_calendar_mouse.moc"
