#pragma once

#include "tests/ui/day_fixture.h"
#include "ui/calendar_view.h"
#include "ui/day_window.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace frontdesk::test
{

/// The window by keys and mouse, its parts found by name; the book is in memory. Every test function begins with a new
/// one.
class WindowFixture : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

protected:
    /// A new window with the settings that the last one left.
    void open();
    template <class T>
    [[nodiscard]] T* find(const char* name)
    {
        T* found = m_window->findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    [[nodiscard]] CalendarView* view() { return m_window->calendar(); }
    [[nodiscard]] AppointmentId id(const char* client) { return m_day->row(QString::fromUtf8(client)).id; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<DayFixture> m_day;
    std::unique_ptr<StandingClock> m_clock;
    std::unique_ptr<AppointmentMirror> m_mirror;
    std::unique_ptr<RecordingBus> m_bus;
    std::unique_ptr<DayWindow> m_window;
};

} // namespace frontdesk::test
