#include "tests/ui/day_fixture.h"
#include "ui/calendar_view.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace frontdesk;
using frontdesk::test::DayFixture;
using frontdesk::test::StandingClock;

/// Gestures by real keys and mouse events; no database, what would be asked of it are signals.
class TestCalendarView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void dayFitsTheHeight();
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
    void aSaveShowsOnTheBlock();
    void aRefusalWaitsOnTheBlock();
    void liveUpdatesKeepSelectionAndScroll();
    void liveUpdatesKeepADrag();
    void aBookedCursorOpensInsteadOfBooking();
    void nothingCanBeBookedWhileReading();
    void anEmptyBookIsQuiet();
    void paintingIsFast();

private:
    void apply() { m_mirror->apply(m_day->snapshot()); }
    [[nodiscard]] AppointmentId id(const char* client) { return m_day->row(QString::fromUtf8(client)).id; }
    [[nodiscard]] QPoint middle(const char* client) { return m_view->rectOf(id(client)).center(); }
    [[nodiscard]] QPoint place(const char* staff, const char* time)
    {
        return m_view->rectOf(Place{m_day->location, m_day->staff(staff), m_day->at(time)}).center();
    }
    void click(QPoint point) { QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_view.get(), key, modifiers); }
    void drag(QPoint from, QPoint to, bool drop = true);
    [[nodiscard]] QString cursorText() const;

    std::unique_ptr<DayFixture> m_day;
    std::unique_ptr<StandingClock> m_clock;
    std::unique_ptr<AppointmentMirror> m_mirror;
    std::unique_ptr<CalendarView> m_view;
};

void TestCalendarView::init()
{
    m_day = std::make_unique<DayFixture>();
    m_day->fillDay();
    m_clock = std::make_unique<StandingClock>(m_day->at("10:22"));
    m_mirror = std::make_unique<AppointmentMirror>();
    apply();
    m_view = std::make_unique<CalendarView>(*m_clock);
    m_view->setModel(m_mirror.get());
    m_view->setBook(m_day->catalogue, m_day->location);
    m_view->setDate(m_day->date);
    m_view->resize(1050, 860);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
    QVERIFY(m_view->hasFocus());
}

void TestCalendarView::cleanup()
{
    m_view.reset();
}

void TestCalendarView::drag(QPoint from, QPoint to, bool drop)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step) {
        const QPointF point = QPointF(from) + QPointF(to - from) * step / 10.0;
        QMouseEvent move(QEvent::MouseMove, point, m_view->viewport()->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                         {});
        QApplication::sendEvent(m_view->viewport(), &move);
    }
    if (drop)
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
}

QString TestCalendarView::cursorText() const
{
    const auto cursor = m_view->cursorPlace();
    return cursor ? m_view->describe(*cursor).section(QLatin1Char(','), 0, 0) + QLatin1Char(' ') +
                        m_day->zone.toLocal(cursor->start).toString(QStringLiteral("HH:mm"))
                  : QString();
}

void TestCalendarView::dayFitsTheHeight()
{
    QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
    QCOMPARE(m_view->geometryOfDay().height(), m_view->viewport()->height());
    m_view->resize(1050, 300);
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    m_view->resize(300, 860);
    QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 0);
}

void TestCalendarView::clickOnAFreePlaceBooks()
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

void TestCalendarView::clickOnABlockSelects()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    QSignalSpy moved(m_view.get(), &CalendarView::selectionMoved);
    click(middle("Karl Ost"));
    QCOMPARE(m_view->selected(), id("Karl Ost"));
    QCOMPARE(moved.size(), 1);
    QVERIFY(booked.isEmpty());
    QCOMPARE(m_view->currentIndex().row(), m_mirror->rowOf(id("Karl Ost").value()));
}

void TestCalendarView::doubleClickEdits()
{
    QSignalSpy edited(m_view.get(), &CalendarView::editRequested);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middle("Karl Ost"));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middle("Karl Ost"));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].value<AppointmentId>(), id("Karl Ost"));
}

void TestCalendarView::clickOnTheDotArrives()
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

void TestCalendarView::placeInsideADevelopingStepCanBeBooked()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    click(place("Ana", "11:45")); // Carlos's colour develops
    QCOMPARE(booked.size(), 1);
    click(m_view->rectOf(id("Carlos Diaz")).topLeft() + QPoint(2, 80)); // its bar still takes hold of it
    QCOMPARE(m_view->selected(), id("Carlos Diaz"));
}

void TestCalendarView::dragMoves()
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

void TestCalendarView::aSmallShakeIsNoDrag()
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

void TestCalendarView::dragToAnotherStaffMember()
{
    QSignalSpy moved(m_view.get(), &CalendarView::moveRequested);
    const QPoint from = middle("Ruth Meyer");
    drag(from, QPoint(place("Ben", "12:15").x(), from.y() + place("Ben", "12:00").y() - place("Ben", "11:00").y()));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][2].value<Instant>(), m_day->at("12:00"));
    QCOMPARE(moved[0][3].value<ResourceId>(), m_day->staff("Ben"));
}

void TestCalendarView::aRefusedDropSnapsBack()
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

void TestCalendarView::escEndsADrag()
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

void TestCalendarView::lockedBlocksDoNotMove_data()
{
    QTest::addColumn<QString>("client");
    QTest::newRow("arrived") << QStringLiteral("Yuki Mori");
    QTest::newRow("in service") << QStringLiteral("Greta Lund");
    QTest::newRow("completed") << QStringLiteral("John Carter");
    QTest::newRow("past") << QStringLiteral("Past Paula");
}

void TestCalendarView::lockedBlocksDoNotMove()
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

void TestCalendarView::arrowsWalkPlacesAndBlocks()
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

void TestCalendarView::enterBooksOrEdits()
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

void TestCalendarView::altArrowsMove()
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

void TestCalendarView::shiftArrowsResize()
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

void TestCalendarView::cutAndPaste()
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

void TestCalendarView::lettersActOnTheSelection_data()
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

void TestCalendarView::lettersActOnTheSelection()
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

void TestCalendarView::lettersCanBeSwitchedOff()
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

void TestCalendarView::lettersNeedTheFocus()
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

void TestCalendarView::repeatedKeysDoNothing()
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

void TestCalendarView::lettersOfAnotherLayoutCount()
{
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    m_view->select(id("Karl Ost"));
    // The key of A on a Russian layout: ф, evdev code 38.
    QKeyEvent event(QEvent::KeyPress, 0x0424, {}, 38, 0, 0, QString(QChar(0x0444)));
    QApplication::sendEvent(m_view.get(), &event);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][2].value<Status>(), Status::Arrived);
}

void TestCalendarView::inputMethodIsOff()
{
    QVERIFY(!m_view->testAttribute(Qt::WA_InputMethodEnabled));
    m_view->select(id("Karl Ost"));
    QVERIFY(!m_view->testAttribute(Qt::WA_InputMethodEnabled));
    QVERIFY(!m_view->viewport()->testAttribute(Qt::WA_InputMethodEnabled));
}

void TestCalendarView::aWayThatDoesNotLeadIsExplained()
{
    QSignalSpy changed(m_view.get(), &CalendarView::statusRequested);
    QSignalSpy said(m_view.get(), &CalendarView::said);
    m_view->select(id("Yuki Mori"));
    key(Qt::Key_A);
    QVERIFY(changed.isEmpty());
    QCOMPARE(said[0][0].toString(), QStringLiteral("Yuki Mori is arrived already"));
}

void TestCalendarView::delAsks()
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

void TestCalendarView::blockOnAPlace()
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

void TestCalendarView::daysTurn()
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

void TestCalendarView::aSaveShowsOnTheBlock()
{
    const QRect block = m_view->rectOf(id("Karl Ost"));
    const QImage before = m_view->viewport()->grab(block).toImage();
    m_view->setInFlight(id("Karl Ost"), true);
    QVERIFY(m_view->viewport()->grab(block).toImage() != before);
    QVERIFY(m_view->describe(m_day->row(QStringLiteral("Karl Ost"))).contains(QStringLiteral("saving")));
    m_view->setInFlight(id("Karl Ost"), false);
    QCOMPARE(m_view->viewport()->grab(block).toImage(), before);
}

void TestCalendarView::aRefusalWaitsOnTheBlock()
{
    m_view->select(id("Ruth Meyer"));
    key(Qt::Key_Down, Qt::AltModifier);
    key(Qt::Key_Return);
    QCOMPARE(m_view->plan().block(id("Ruth Meyer"))->row.slot.start, m_day->at("11:15"));
    m_view->setInFlight(id("Ruth Meyer"), true);
    m_view->setRefused(id("Ruth Meyer"), QStringLiteral("taken by Noor"));
    QCOMPARE(m_view->plan().block(id("Ruth Meyer"))->row.slot.start, m_day->at("11:00"));
    QVERIFY(m_view->describe(m_day->row(QStringLiteral("Ruth Meyer"))).contains(QStringLiteral("taken by Noor")));
    // It stays through live updates, until it is looked at.
    m_day->row(QStringLiteral("Karl Ost")).note = QStringLiteral("changed");
    apply();
    QCoreApplication::processEvents();
    QVERIFY(m_view->describe(m_day->row(QStringLiteral("Ruth Meyer"))).contains(QStringLiteral("taken by Noor")));
    key(Qt::Key_Escape);
    QVERIFY(!m_view->describe(m_day->row(QStringLiteral("Ruth Meyer"))).contains(QStringLiteral("taken by Noor")));
}

void TestCalendarView::liveUpdatesKeepSelectionAndScroll()
{
    m_view->resize(1050, 320);
    m_view->select(id("Omar Haddad"));
    QTRY_VERIFY(m_view->verticalScrollBar()->value() > 0);
    QSignalSpy selection(m_view.get(), &CalendarView::selectionMoved);
    const int scroll = m_view->verticalScrollBar()->value();
    // Others book, move, cancel and rename; the selected one moves too.
    m_day->add("Ben", "12:15", QStringLiteral("New"), "Beard trim");
    m_day->row(QStringLiteral("Karl Ost")).status = Status::Cancelled;
    m_day->row(QStringLiteral("Eli Stern")).clientName = QStringLiteral("Eli Stern-Cohen");
    Appointment& omar = m_day->row(QStringLiteral("Omar Haddad"));
    omar.slot = omar.slot.movedTo(m_day->at("17:00"));
    omar.version = RowVersion(2);
    std::reverse(m_day->rows.begin(), m_day->rows.end());
    apply();
    QTRY_COMPARE(m_view->plan().block(id("Omar Haddad"))->row.slot.start, m_day->at("17:00"));
    QCOMPARE(m_view->selected(), id("Omar Haddad"));
    QCOMPARE(m_view->verticalScrollBar()->value(), scroll);
    QVERIFY(selection.isEmpty());
    QTRY_COMPARE(m_view->currentIndex().row(), m_mirror->rowOf(id("Omar Haddad").value()));
}

void TestCalendarView::liveUpdatesKeepADrag()
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

void TestCalendarView::aBookedCursorOpensInsteadOfBooking()
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

void TestCalendarView::nothingCanBeBookedWhileReading()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    m_view->setReading(true);
    click(place("Farah", "12:15"));
    key(Qt::Key_Return);
    QVERIFY(booked.isEmpty());
    m_view->setReading(false);
    key(Qt::Key_Return);
    QCOMPARE(booked.size(), 1);
}

void TestCalendarView::anEmptyBookIsQuiet()
{
    AppointmentMirror empty;
    CalendarView view(*m_clock);
    view.setModel(&empty);
    view.resize(400, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    for (const Qt::Key each : {Qt::Key_Down, Qt::Key_Return, Qt::Key_A, Qt::Key_B, Qt::Key_Delete, Qt::Key_F2})
        QTest::keyClick(&view, each);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(50, 50));
    QVERIFY(!view.grab().isNull());
}

void TestCalendarView::paintingIsFast()
{
    // A day of 1,500 rows, far more than a day has.
    DayFixture crowd;
    for (int i = 0; i < 18; ++i)
        crowd.fillCrowdedDay();
    m_mirror->apply(crowd.snapshot());
    QTRY_VERIFY(m_view->plan().blocks.size() > 1400);
    QImage image(m_view->viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    m_view->viewport()->render(&image); // lays the texts out
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5; ++i)
        m_view->viewport()->render(&image);
    const double each = double(timer.nsecsElapsed()) / 5e6;
    qInfo("painting %zu blocks: %.1f ms", m_view->plan().blocks.size(), each);
    QVERIFY(each < 400); // a bound for slow and busy machines; a frame is the aim for a real day
}

QTEST_MAIN(TestCalendarView)
#include "tst_calendar_view.moc"
