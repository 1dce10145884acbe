#include "tests/ui/window_fixture.h"

namespace frontdesk::test
{

void WindowFixture::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
    m_day = std::make_unique<DayFixture>();
    m_day->fillDay();
    m_clock = std::make_unique<StandingClock>(m_day->at("10:22"));
    m_mirror = std::make_unique<AppointmentMirror>();
    m_bus = std::make_unique<RecordingBus>();
    open();
}

void WindowFixture::open()
{
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_mirror.get();
    book.catalogue = [this] { return m_day->catalogue; };
    book.clock = m_clock.get();
    m_window = std::make_unique<DayWindow>(book, m_settings.get());
    m_mirror->apply(m_day->snapshot());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(view()->hasFocus());
}

void WindowFixture::cleanup()
{
    m_window.reset();
    m_mirror.reset();
    m_bus.reset();
}

} // namespace frontdesk::test
