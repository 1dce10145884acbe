#include "tests/ui/calendar_fixture.h"

#include <QElapsedTimer>
#include <QScrollBar>

using namespace frontdesk;
using frontdesk::test::CalendarFixture;
using frontdesk::test::DayFixture;

/// What the view shows and keeps while the book changes under it.
class TestCalendarView : public CalendarFixture
{
    Q_OBJECT
private slots:
    void dayFitsTheHeight();
    void aSaveShowsOnTheBlock();
    void aRefusalWaitsOnTheBlock();
    void liveUpdatesKeepSelectionAndScroll();
    void nothingCanBeBookedWhileReading();
    void anEmptyBookIsQuiet();
    void aCrowdedDayIsDrawnTheSameTwice();
};

void TestCalendarView::dayFitsTheHeight()
{
    QCOMPARE(m_view->verticalScrollBar()->maximum(), 0);
    QCOMPARE(m_view->geometryOfDay().height(), m_view->viewport()->height());
    m_view->resize(1050, 300);
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    m_view->resize(300, 860);
    QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 0);
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

void TestCalendarView::aCrowdedDayIsDrawnTheSameTwice()
{
    // A day of 1,500 rows, far more than a day has; the second time from what the first one kept.
    DayFixture crowd;
    for (int i = 0; i < 18; ++i)
        crowd.fillCrowdedDay();
    m_mirror->apply(crowd.snapshot());
    QTRY_VERIFY(m_view->plan().blocks.size() > 1400);
    const auto drawn = [this] {
        QImage image(m_view->viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        m_view->viewport()->render(&image);
        return image;
    };
    const QImage first = drawn();
    QElapsedTimer timer;
    timer.start();
    const QImage second = drawn();
    qInfo("painting %zu blocks: %.1f ms", m_view->plan().blocks.size(), double(timer.nsecsElapsed()) / 1e6);
    QCOMPARE(second, first);
}

QTEST_MAIN(TestCalendarView)
#include "tst_calendar_view.moc"
