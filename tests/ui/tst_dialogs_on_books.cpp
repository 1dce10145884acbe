#include "models/link/database_link.h"
#include "tests/support/test_database.h"
#include "ui/booking_conversation.h"
#include "ui/booking_popup.h"
#include "ui/edit_form.h"
#include "ui/sheet_dialog.h"

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
    void aSqueezeInTakesARightAndAReason_data() { test::onBothDatabases(); }
    void aSqueezeInTakesARightAndAReason();
    void withoutTheRightNobodyIsSqueezedIn_data() { test::onBothDatabases(); }
    void withoutTheRightNobodyIsSqueezedIn();
    void anEditSqueezesInWithAReason_data() { test::onBothDatabases(); }
    void anEditSqueezesInWithAReason();
    void anotherTimeTakesTheSqueezeInBack_data() { test::onBothDatabases(); }
    void anotherTimeTakesTheSqueezeInBack();

private:
    static constexpr int Patience = 15000;
    [[nodiscard]] Instant at(int hour, int minute) const;
    [[nodiscard]] Appointment stored(AppointmentId id);
    [[nodiscard]] bool bookThere(int hour, int minute, qint64 client = 2);
    void allowTwoAtOnce();
    /// Types another time into the form of the booking at 12:00, and leaves the dialog of who took it.
    void typeTakenTime(const QString& time);
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
    bool m_mayWork = true;
};

void TestDialogsOnBooks::init()
{
    QFETCH(Dialect, dialect);
    m_mayWork = true;
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
    access.person = [this] { return m_mayWork ? m_here->person() : PersonId(); };
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

/// The other desk books Ana's hour.
bool TestDialogsOnBooks::bookThere(int hour, int minute, qint64 client)
{
    std::optional<Outcome> answer;
    BookAppointment book;
    book.key = QStringLiteral("there %1").arg(client);
    book.location = LocationId(1);
    book.service = ServiceId(1);
    book.staff = ResourceId(1);
    book.client = ClientId(client);
    book.start = at(hour, minute);
    m_there->submit(book, this, [&answer](const Outcome& outcome) { answer = outcome; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, Patience) && std::holds_alternative<Done>(*answer);
}

void TestDialogsOnBooks::allowTwoAtOnce()
{
    m_book->typed(QStringLiteral("UPDATE resource SET squeeze_capacity = 2, version = version + 1 WHERE id = 1"));
    QTRY_COMPARE_WITH_TIMEOUT(m_here->catalogue()->resource(ResourceId(1))->squeezeCapacity, 2, Patience);
}

void TestDialogsOnBooks::aSqueezeInTakesARightAndAReason()
{
    allowTwoAtOnce();
    QVERIFY(bookThere(10, 0));
    m_talk->book({LocationId(1), ResourceId(1), at(10, 0)}, QRect(m_window->mapToGlobal(QPoint(99, 99)), QSize(9, 9)));
    auto* reason = child<QLineEdit>("squeezeReason");
    QVERIFY(!reason->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("len"));
    QTRY_VERIFY_WITH_TIMEOUT(child<QListView>("clients")->model()->rowCount() >= 2, Patience);
    press(Qt::Key_Return);
    QTRY_VERIFY(child<QComboBox>("service")->hasFocus());
    press(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(reason->isVisible(), Patience); // the place couldn't be kept: it is taken
    reason->setFocus();
    QTest::keyClicks(reason, QStringLiteral("sister of the bride"));
    QSignalSpy booked(m_talk.get(), &BookingConversation::bookedOrChanged);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 1, Patience);
    const Appointment row = stored(booked[0][0].value<AppointmentId>());
    QVERIFY(row.squeezed);
    QCOMPARE(row.squeezeReason, QStringLiteral("sister of the bride"));
    QCOMPARE(row.slot.start, at(10, 0));
    const QString audited =
        QStringLiteral("SELECT count(*) FROM audit WHERE table_name = 'appointment' AND row_id = %1 "
                       "AND CAST(changes AS TEXT) LIKE '%squeezed%'");
    QCOMPARE(m_book->typed(audited.arg(row.id.value())).value.toInt(), 1);
    m_talk->undo();
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 2, Patience);
    QCOMPARE(stored(row.id).status, Status::Cancelled);
}

void TestDialogsOnBooks::withoutTheRightNobodyIsSqueezedIn()
{
    // Ben's column has no second number; Ana's has one, but nobody is signed in.
    allowTwoAtOnce();
    m_mayWork = false;
    QVERIFY(bookThere(10, 0, 3));
    m_talk->book({LocationId(1), ResourceId(1), at(10, 0)}, QRect(m_window->mapToGlobal(QPoint(99, 99)), QSize(9, 9)));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("len"));
    QTRY_VERIFY_WITH_TIMEOUT(child<Notice>("notice")->text().contains(QStringLiteral("taken")), Patience);
    QVERIFY(!child<QLineEdit>("squeezeReason")->isVisible());
    BookAccess access;
    access.catalogue = [this] { return m_here->catalogue(); };
    access.person = [this] { return m_here->person(); };
    QVERIFY(maySqueeze(access, ResourceId(1)));
    QVERIFY(!maySqueeze(access, ResourceId(2)));
    press(Qt::Key_Escape);
    typeTakenTime(QStringLiteral("10:15"));
    auto* form = child<EditForm>("editForm");
    QVERIFY(form->findChild<Notice*>(QStringLiteral("notice"))->text().contains(QStringLiteral("taken")));
    QVERIFY(!form->findChild<QLineEdit*>(QStringLiteral("squeezeReason"))->isVisible());
}

void TestDialogsOnBooks::typeTakenTime(const QString& time)
{
    QVERIFY(bookThere(10, 0, 3));
    QVERIFY(bookThere(12, 0, 2));
    const AppointmentId id(
        m_book->typed(QStringLiteral("SELECT id FROM appointment WHERE client_id = 2")).value.toLongLong());
    QTRY_VERIFY_WITH_TIMEOUT(m_here->appointments()->appointment(id), Patience);
    m_talk->edit(id);
    QTRY_VERIFY(child<QLineEdit>("time")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), time);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<SheetDialog*>(QStringLiteral("takenDialog")), Patience);
    auto* dialog = m_window->findChild<SheetDialog*>(QStringLiteral("takenDialog"));
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_Escape);
    QTRY_VERIFY(child<EditForm>("editForm")->isVisible() && child<QLineEdit>("time")->isEnabled());
}

void TestDialogsOnBooks::anEditSqueezesInWithAReason()
{
    allowTwoAtOnce();
    typeTakenTime(QStringLiteral("10:15"));
    auto* form = child<EditForm>("editForm");
    const AppointmentId id = form->opened().id;
    auto* reason = form->findChild<QLineEdit*>(QStringLiteral("squeezeReason"));
    QTRY_VERIFY(reason->hasFocus());
    QCOMPARE(child<QLineEdit>("time")->text(), QStringLiteral("10:15"));
    QTest::keyClicks(reason, QStringLiteral("a fringe only"));
    QVERIFY(form->findChild<QPushButton*>(QStringLiteral("save"))->text().contains(QStringLiteral("Squee")));
    QSignalSpy changed(m_talk.get(), &BookingConversation::bookedOrChanged);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, Patience);
    QVERIFY(stored(id).squeezed);
    QCOMPARE(stored(id).squeezeReason, QStringLiteral("a fringe only"));
    QCOMPARE(stored(id).slot.start, at(10, 15));
    m_talk->undo();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, Patience);
    QVERIFY(!stored(id).squeezed);
    QCOMPARE(stored(id).slot.start, at(12, 0));
    m_talk->redo();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 3, Patience);
    QVERIFY(stored(id).squeezed);
}

void TestDialogsOnBooks::anotherTimeTakesTheSqueezeInBack()
{
    allowTwoAtOnce();
    typeTakenTime(QStringLiteral("10:15"));
    auto* form = child<EditForm>("editForm");
    const AppointmentId id = form->opened().id;
    auto* reason = form->findChild<QLineEdit*>(QStringLiteral("squeezeReason"));
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClicks(reason, QStringLiteral("a fringe only"));
    QTest::keyClick(reason, Qt::Key_T, Qt::AltModifier);
    QTRY_VERIFY(child<QLineEdit>("time")->hasFocus());
    child<QLineEdit>("time")->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("15:00"));
    QVERIFY(!reason->isVisible());
    QSignalSpy changed(m_talk.get(), &BookingConversation::bookedOrChanged);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, Patience);
    QCOMPARE(stored(id).slot.start, at(15, 0));
    QVERIFY(!stored(id).squeezed);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestDialogsOnBooks)
#include "tst_dialogs_on_books.moc"
