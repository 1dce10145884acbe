#pragma once

#include "tests/ui/day_fixture.h"
#include "ui/calendar_view.h"

#include <QSignalSpy>
#include <QTest>

namespace frontdesk::test
{

/// A day of six in a CalendarView of its own; gestures are real keys and mouse events, and what would be asked of the
/// database are signals. Every test function begins with a new one.
class CalendarFixture : public QObject
{
    Q_OBJECT
protected slots:
    void init();
    void cleanup();

protected:
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

} // namespace frontdesk::test
