#include "models/link/database_link.h"
#include "tests/support/test_database.h"
#include "ui/booking_conversation.h"
#include "ui/booking_popup.h"

#include <QLineEdit>
#include <QListView>
#include <QtTest>

namespace frontdesk
{

/// Popups and dialogs of one desk, by keys, on a real book of either database, with a second desk on the same book.
class TestDialogsOnBooks : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aBookingBySixKeysAndItsUndo_data() { test::onBothDatabases(); }
    void aBookingBySixKeysAndItsUndo();

private:
    static constexpr int Patience = 15000;
    [[nodiscard]] Instant at(int hour, int minute) const;
    [[nodiscard]] Appointment stored(AppointmentId id);
    template <class T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_window->findChild<T*>(QLatin1StringView(name));
    }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<test::TestDatabase> m_book;
    std::unique_ptr<DatabaseLink> m_here;
    std::unique_ptr<DatabaseLink> m_there;
    SystemClock m_clock;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<BookingConversation> m_talk;
    QDate m_day;
};

void TestDialogsOnBooks::init()
{
    QFETCH(Dialect, dialect);
    m_book = std::make_unique<test::TestDatabase>(dialect);
    m_book->fillSmallSalon();
    m_here = std::make_unique<DatabaseLink>(m_book->url(), DatabaseLink::Options{QStringLiteral("Desk 1"), {}});
    m_there = std::make_unique<DatabaseLink>(m_book->url(), DatabaseLink::Options{QStringLiteral("Desk 2"), {}});
    m_here->start();
    m_there->start();
    QTRY_VERIFY_WITH_TIMEOUT(!m_here->catalogue()->isEmpty() && !m_there->catalogue()->isEmpty(), Patience);
    m_day = QDate::currentDate().addDays(7);
    while (m_day.dayOfWeek() != 3)
        m_day = m_day.addDays(1);
    const Zone zone = m_here->catalogue()->locations.front().zone;
    m_here->showRange(LocationId(1), zone.day(m_day));
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 800);
    m_window->setFocusPolicy(Qt::StrongFocus);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    BookAccess access;
    access.bus = m_here.get();
    access.appointments = m_here->appointments();
    access.catalogue = [this] { return m_here->catalogue(); };
    access.clock = &m_clock;
    m_talk = std::make_unique<BookingConversation>(access, m_window.get());
}

void TestDialogsOnBooks::cleanup()
{
    m_talk.reset();
    m_window.reset();
    m_there.reset();
    m_here.reset();
    m_book.reset();
}

Instant TestDialogsOnBooks::at(int hour, int minute) const
{
    return m_here->catalogue()->locations.front().zone.meaningOf(m_day, QTime(hour, minute)).first;
}

Appointment TestDialogsOnBooks::stored(AppointmentId id)
{
    std::optional<std::optional<Appointment>> read;
    m_there->readAppointment(id, this, [&](std::optional<Appointment> row) { read = row; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(read, Patience); }();
    return read && *read ? **read : Appointment();
}

void TestDialogsOnBooks::aBookingBySixKeysAndItsUndo()
{
    const QString name = m_book->typed(QStringLiteral("SELECT name FROM client WHERE id = 1")).value.toString();
    size_t found = 0; // the keys of clients that were typed by hand are written at the start
    QTRY_VERIFY_WITH_TIMEOUT(
        (m_here->searchClients(name.left(3), 5, this, [&](const std::vector<ClientHit>& hits) { found = hits.size(); }),
         found > 0),
        Patience);
    m_talk->book({LocationId(1), ResourceId(1), at(10, 0)}, QRect(m_window->mapToGlobal(QPoint(99, 99)), QSize(9, 9)));
    QTest::keyClicks(QApplication::focusWidget(), name.left(3));
    QTRY_VERIFY_WITH_TIMEOUT(child<QListView>("clients")->model()->rowCount() >= 2, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(child<BookingPopup>("bookingPopup")->hold(), Patience);
    press(Qt::Key_Return);
    QTRY_VERIFY(child<QComboBox>("service")->hasFocus());
    press(Qt::Key_Down); // no visit yet: the service is chosen
    QSignalSpy booked(m_talk.get(), &BookingConversation::bookedOrChanged);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 1, Patience);
    const AppointmentId id = booked[0][0].value<AppointmentId>();
    QCOMPARE(stored(id).clientName, name);
    QCOMPARE(stored(id).slot.start, at(10, 0));
    QCOMPARE(m_book->typed(QStringLiteral("SELECT count(*) FROM desk_hold")).value.toInt(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_here->appointments()->appointment(id), Patience);
    m_talk->undo();
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 2, Patience);
    QCOMPARE(stored(id).status, Status::Cancelled);
    m_talk->redo();
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 3, Patience);
    QCOMPARE(stored(id).status, Status::Booked);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestDialogsOnBooks)
#include "tst_dialogs_on_books.moc"
