#include "tests/ui/calendar_fixture.h"

#include <QApplication>

namespace frontdesk::test
{

void CalendarFixture::init()
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

void CalendarFixture::cleanup()
{
    m_view.reset();
}

void CalendarFixture::drag(QPoint from, QPoint to, bool drop)
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

QString CalendarFixture::cursorText() const
{
    const auto cursor = m_view->cursorPlace();
    return cursor ? m_view->describe(*cursor).section(QLatin1Char(','), 0, 0) + QLatin1Char(' ') +
                        m_day->zone.toLocal(cursor->start).toString(QStringLiteral("HH:mm"))
                  : QString();
}

} // namespace frontdesk::test
