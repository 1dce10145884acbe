#include "tests/ui/window_fixture.h"
#include "ui/mini_month.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>

using namespace frontdesk;
using frontdesk::test::WindowFixture;

/// Blocks dragged to another day by the mini month.
class TestWindowMonth : public WindowFixture
{
    Q_OBJECT
private slots:
    void aDropOnTheMonthMovesToThatDay();
    void restingOnADayTurnsThePage();
    void escGivesThePageBack();

private:
    /// The pointer in the grid's hands, over the month's leaf.
    void dragToMonth(const char* client, QDate date);
    void moveTo(QPoint global);
    [[nodiscard]] QPoint onMonth(QDate date);
};

void TestWindowMonth::moveTo(QPoint global)
{
    QMouseEvent move(QEvent::MouseMove, view()->viewport()->mapFromGlobal(global), global, Qt::NoButton, Qt::LeftButton,
                     {});
    QApplication::sendEvent(view()->viewport(), &move);
}

QPoint TestWindowMonth::onMonth(QDate date)
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

void TestWindowMonth::dragToMonth(const char* client, QDate date)
{
    const QPoint target = onMonth(date);
    const QPoint from = view()->rectOf(id(client)).topLeft() + QPoint(40, 8); // where it doesn't develop
    QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, from);
    for (const int part : {1, 2, 3, 4})
        moveTo(view()->viewport()->mapToGlobal(from) + (target - view()->viewport()->mapToGlobal(from)) * part / 4);
    QVERIFY(view()->isMoving());
}

void TestWindowMonth::aDropOnTheMonthMovesToThatDay()
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

void TestWindowMonth::restingOnADayTurnsThePage()
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

void TestWindowMonth::escGivesThePageBack()
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

QTEST_MAIN(TestWindowMonth)
#include "tst_window_month.moc"
