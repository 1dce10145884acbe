#include "fake_bus.h"

#include "ui/booking_conversation.h"
#include "ui/booking_popup.h"
#include "ui/sheet_dialog.h"

#include <QSignalSpy>
#include <QtTest>

namespace frontdesk
{

using namespace test; // NOLINT(google-build-using-namespace): the tests' own folder

/// The popup as a person meets it: real keys on a window, found by objectName.
class TestBookingPopup : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aKnownClientTakesThreeLettersAndTwoEnters();
    void theLastDigitsFindAClient();
    void enterWaitsForTheResultsOfTheText();
    void itNeverPicksAmongPeopleOfOneName();
    void itNeverBooksWithoutAService();
    void aServiceTheStaffCantDoIsNotOffered();
    void aStopAlertTakesOneMoreEnter();
    void theLastRowMakesANewClient();
    void aNewClientBesideANearNameIsNamed();
    void aNewClientWithTheSamePhoneIsNamed();
    void thePlaceIsHeldFromTheFirstKey();
    void escFreesThePlace();
    void aHoldOnItsWayIsWaitedForAndFreed();
    void theHoldIsRenewedWhileOpen();
    void itWarnsOfAnotherAppointmentOfTheClient();
    void aRefusalBringsEverythingBack();
    void aSoftRuleCanBePassedWithAReason();
    void anotherPlaceTakesWhatIsTyped();
    void aTakenPlaceOffersOthersAndBooksNothing();
    void twoPeopleNeverLoseARetriedKey();

private:
    [[nodiscard]] BookingPopup* popup() const { return m_window->findChild<BookingPopup*>(); }
    template <class T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_window->findChild<T*>(QLatin1StringView(name));
    }
    void openAt(int hour, int minute, qint64 staff = 1);
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void waitForRows(int rows);
    [[nodiscard]] QString notice() const
    {
        auto* shown = child<Notice>("notice");
        return shown->isVisible() ? shown->text() : QString();
    }

    std::unique_ptr<FakeBus> m_bus;
    std::unique_ptr<AppointmentMirror> m_rows;
    SetClock m_clock;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<BookingConversation> m_talk;
};

void TestBookingPopup::init()
{
    m_bus = std::make_unique<FakeBus>();
    m_bus->clients = fiveClients();
    m_rows = std::make_unique<AppointmentMirror>();
    m_rows->apply(snapshotOf({appointmentAt(12, 17, 15, 1, QStringLiteral("Omar Haddad"))}));
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 800);
    m_window->setFocusPolicy(Qt::StrongFocus);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_rows.get();
    book.catalogue = [salon = smallSalon()] { return salon; };
    book.clock = &m_clock;
    m_talk = std::make_unique<BookingConversation>(book, m_window.get());
}

void TestBookingPopup::cleanup()
{
    m_talk.reset();
    m_window.reset();
    m_bus.reset();
    m_rows.reset();
}

void TestBookingPopup::openAt(int hour, int minute, qint64 staff)
{
    m_talk->book({LocationId(1), ResourceId(staff), berlin(hour, minute)},
                 QRect(m_window->mapToGlobal(QPoint(300, 300)), QSize(150, 40)));
    QVERIFY(popup());
    QVERIFY(child<QLineEdit>("client")->hasFocus());
}

void TestBookingPopup::waitForRows(int rows)
{
    QTRY_COMPARE(child<QListView>("clients")->model()->rowCount(), rows);
}

void TestBookingPopup::aKnownClientTakesThreeLettersAndTwoEnters()
{
    openAt(15, 30);
    type(QStringLiteral("len"));
    waitForRows(3);
    QCOMPARE(child<Notice>("alert")->text(), QStringLiteral("⚠ Lena Fischer: allergic to PPD — patch test 2026-05-11"));
    press(Qt::Key_Return);
    QVERIFY(child<QComboBox>("service")->hasFocus());
    QCOMPARE(child<PlainLabel>("span")->text(), QStringLiteral("15:30–17:00"));
    QTRY_VERIFY(!popup()->hold() || popup()->hold()->value() > 0);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
    const BookAppointment sent = m_bus->all<BookAppointment>().front();
    QCOMPARE(sent.client, ClientId(1));
    QCOMPARE(sent.service, ServiceId(2));
    QCOMPARE(sent.staff, ResourceId(1));
    QCOMPARE(sent.start, berlin(15, 30));
    QVERIFY(sent.fromHold.has_value());
    QVERIFY(!QUuid::fromString(sent.key).isNull());
    QVERIFY(!popup()->isVisible()); // the desk goes on
    const QSignalSpy said(m_talk.get(), &BookingConversation::said);
    m_bus->answer(Done{77, RowVersion(1)});
    QCOMPARE(said.front().front().toString(), QStringLiteral("Booked Lena Fischer · Colour 15:30–17:00"));
    QVERIFY(m_talk->undoText().startsWith(QStringLiteral("Book Lena Fischer")));
    QTRY_VERIFY(!popup());
    QVERIFY(m_bus->all<ReleaseHold>().empty()); // the booking took the hold over
}

void TestBookingPopup::theLastDigitsFindAClient()
{
    openAt(15, 30);
    type(QStringLiteral("6789"));
    waitForRows(2);
    press(Qt::Key_Return);
    QCOMPARE(child<QLineEdit>("client")->text(), QStringLiteral("Lena Fischer"));
}

void TestBookingPopup::enterWaitsForTheResultsOfTheText()
{
    openAt(15, 30);
    m_bus->searchesWait = true;
    type(QStringLiteral("lennart"));
    press(Qt::Key_Return);
    QVERIFY(!child<QComboBox>("service")->hasFocus());
    m_bus->answerSearches();
    QTRY_VERIFY(child<QComboBox>("service")->hasFocus());
    QCOMPARE(child<QLineEdit>("client")->text(), QStringLiteral("Lennart Holm"));
}

void TestBookingPopup::itNeverPicksAmongPeopleOfOneName()
{
    for (const QString& text : {QStringLiteral("oma"), QStringLiteral("omar haddad")}) {
        openAt(9, 0);
        child<QLineEdit>("client")->clear();
        type(text);
        waitForRows(3);
        press(Qt::Key_Return);
        QVERIFY(child<QLineEdit>("client")->hasFocus());
        QVERIFY2(notice().contains(QStringLiteral("share")), qPrintable(notice()));
    }
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_VERIFY(child<QComboBox>("service")->hasFocus());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
    QCOMPARE(m_bus->all<BookAppointment>().front().client, ClientId(5));
}

void TestBookingPopup::itNeverBooksWithoutAService()
{
    openAt(15, 30);
    type(QStringLiteral("mar"));
    waitForRows(2);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QVERIFY(notice().contains(QStringLiteral("service")));
    QTest::qWait(0);
    QVERIFY(m_bus->all<BookAppointment>().empty());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
    QCOMPARE(m_bus->all<BookAppointment>().front().service, ServiceId(1));
}

void TestBookingPopup::aServiceTheStaffCantDoIsNotOffered()
{
    openAt(15, 30, 2); // Ben cuts hair alone
    auto* services = child<QComboBox>("service");
    QCOMPARE(services->count(), 2);
    type(QStringLiteral("lena"));
    waitForRows(2);
    press(Qt::Key_Return);
    QVERIFY(notice().contains(QStringLiteral("Ben Okafor doesn't do Colour")));
}

void TestBookingPopup::aStopAlertTakesOneMoreEnter()
{
    m_bus->clients[0].alertStops = true;
    openAt(15, 30);
    type(QStringLiteral("lena"));
    waitForRows(2);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_VERIFY(notice().contains(QStringLiteral("alert")));
    QVERIFY(m_bus->all<BookAppointment>().empty());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
}

void TestBookingPopup::theLastRowMakesANewClient()
{
    m_bus->reply = [](const Command& command) -> std::optional<Outcome> {
        if (std::holds_alternative<CreateClient>(command))
            return Done{42, RowVersion(1)};
        return {};
    };
    openAt(15, 30);
    type(QStringLiteral("Mia Wal"));
    waitForRows(1);
    press(Qt::Key_Return);
    QCOMPARE(child<QLineEdit>("newName")->text(), QStringLiteral("Mia Wal"));
    QVERIFY(child<QLineEdit>("newPhone")->hasFocus());
    type(QStringLiteral("0151 555 0100"));
    press(Qt::Key_Return);
    QVERIFY(notice().contains(QStringLiteral("service")));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
    QCOMPARE(m_bus->all<CreateClient>().size(), size_t(1));
    QCOMPARE(m_bus->all<CreateClient>().front().name, QStringLiteral("Mia Wal"));
    QCOMPARE(m_bus->all<CreateClient>().front().phone, QStringLiteral("0151 555 0100"));
    QCOMPARE(m_bus->all<BookAppointment>().front().client, ClientId(42));
}

void TestBookingPopup::aNewClientBesideANearNameIsNamed()
{
    openAt(15, 30);
    type(QStringLiteral("Lena Fisher"));
    waitForRows(1);
    press(Qt::Key_Return);
    child<QComboBox>("service")->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_VERIFY(notice().contains(QStringLiteral("Lena Fischer")));
    QVERIFY(m_bus->all<CreateClient>().empty());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<CreateClient>().size(), size_t(1));
}

void TestBookingPopup::aNewClientWithTheSamePhoneIsNamed()
{
    openAt(15, 30);
    type(QStringLiteral("Somebody Else"));
    waitForRows(1);
    press(Qt::Key_Return);
    type(QStringLiteral("0151 23456789"));
    child<QComboBox>("service")->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_VERIFY(notice().contains(QStringLiteral("Lena Fischer")));
    QVERIFY(m_bus->all<CreateClient>().empty());
}

void TestBookingPopup::thePlaceIsHeldFromTheFirstKey()
{
    openAt(15, 30);
    QTest::qWait(0);
    QVERIFY(m_bus->all<HoldPlace>().empty());
    type(QStringLiteral("l"));
    QCOMPARE(m_bus->all<HoldPlace>().size(), size_t(1));
    QCOMPARE(m_bus->all<HoldPlace>().front().slot, TimeSlot({berlin(15, 30), berlin(15, 45)}));
    QTRY_VERIFY(child<PlainLabel>("kept")->text().contains(QStringLiteral("1:30")));
    m_clock.advance(Seconds(6));
    QTRY_VERIFY(child<PlainLabel>("kept")->text().contains(QStringLiteral("kept for you 1:24")));
    type(QStringLiteral("en"));
    waitForRows(3);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<HoldPlace>().back().service, ServiceId(2));
    QVERIFY(m_bus->all<HoldPlace>().back().existing.has_value());
}

void TestBookingPopup::escFreesThePlace()
{
    openAt(15, 30);
    type(QStringLiteral("l"));
    QTRY_VERIFY(popup()->hold());
    const DeskHoldId held = *popup()->hold();
    press(Qt::Key_Escape);
    QTRY_COMPARE(m_bus->all<ReleaseHold>().size(), size_t(1));
    QCOMPARE(m_bus->all<ReleaseHold>().front().hold, held);
    QTRY_VERIFY(!popup());
}

void TestBookingPopup::aHoldOnItsWayIsWaitedForAndFreed()
{
    bool slow = true;
    m_bus->reply = [&slow](const Command& command) -> std::optional<Outcome> {
        if (std::holds_alternative<HoldPlace>(command) && slow)
            return Done{500, RowVersion(1)};
        return {};
    };
    openAt(15, 30);
    type(QStringLiteral("l"));
    press(Qt::Key_Escape); // before the hold has come
    QTRY_COMPARE(m_bus->all<ReleaseHold>().size(), size_t(1));
    QCOMPARE(m_bus->all<ReleaseHold>().front().hold, DeskHoldId(500));
}

void TestBookingPopup::theHoldIsRenewedWhileOpen()
{
    openAt(15, 30);
    type(QStringLiteral("l"));
    QTRY_VERIFY(popup()->hold());
    m_clock.advance(Seconds(61));
    QTRY_COMPARE(m_bus->all<HoldPlace>().size(), size_t(2));
    QVERIFY(m_bus->all<HoldPlace>().back().existing.has_value());
    QTRY_VERIFY(child<PlainLabel>("kept")->text().contains(QStringLiteral("1:30")));
}

void TestBookingPopup::itWarnsOfAnotherAppointmentOfTheClient()
{
    Appointment other = appointmentAt(9, 16, 0, 2, QStringLiteral("Lena Fischer"));
    other.client = ClientId(1);
    m_bus->visits = {other};
    openAt(15, 30);
    type(QStringLiteral("lena"));
    QTRY_COMPARE(notice(), QStringLiteral("Lena Fischer is already booked then: Haircut 16:00–16:45 with Ben Okafor"));
}

void TestBookingPopup::aRefusalBringsEverythingBack()
{
    openAt(15, 30);
    type(QStringLiteral("lena"));
    waitForRows(2);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
    m_bus->answer(StorageFailed{true, {}});
    QTRY_VERIFY(popup() && popup()->isVisible());
    QCOMPARE(child<QLineEdit>("client")->text(), QStringLiteral("Lena Fischer"));
    QVERIFY(notice().contains(QStringLiteral("can't be reached")));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(2));
    QCOMPARE(m_bus->all<BookAppointment>()[1].key, m_bus->all<BookAppointment>()[0].key);
}

void TestBookingPopup::aSoftRuleCanBePassedWithAReason()
{
    openAt(15, 30);
    type(QStringLiteral("lena"));
    waitForRows(2);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->waiting(), size_t(1));
    m_bus->answer(RuleBroken{QStringLiteral("break"), true, {}});
    QTRY_VERIFY(child<QLineEdit>("overrideReason")->hasFocus());
    press(Qt::Key_Return);
    QCOMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
    type(QStringLiteral("agreed with Ana"));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(2));
    QCOMPARE(m_bus->all<BookAppointment>().back().passing.overrideReason, QStringLiteral("agreed with Ana"));
}

void TestBookingPopup::anotherPlaceTakesWhatIsTyped()
{
    openAt(15, 30);
    type(QStringLiteral("lena"));
    waitForRows(2);
    press(Qt::Key_Return);
    m_talk->book({LocationId(1), ResourceId(3), berlin(11, 0)},
                 QRect(m_window->mapToGlobal(QPoint(50, 50)), QSize(9, 9)));
    QCOMPARE(m_window->findChildren<BookingPopup*>().size(), 1);
    QVERIFY(child<PlainLabel>("title")->text().endsWith(QStringLiteral("11:00 · Chloé Martin")));
    QCOMPARE(child<QLineEdit>("client")->text(), QStringLiteral("Lena Fischer"));
}

void TestBookingPopup::aTakenPlaceOffersOthersAndBooksNothing()
{
    openAt(15, 0);
    type(QStringLiteral("lennart"));
    waitForRows(2);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->waiting(), size_t(1));
    SlotTaken taken;
    taken.resource = ResourceId(1);
    taken.resourceName = QStringLiteral("Ana Ruiz");
    taken.byWhat = QStringLiteral("Omar Haddad · Haircut 15:00–15:45");
    taken.byDesk = QStringLiteral("Desk 2");
    taken.since = m_clock.now() - Minutes(2);
    taken.nearestSame = {{ResourceId(1), {berlin(15, 45), berlin(16, 30)}}};
    taken.nearestOthers = {{ResourceId(3), {berlin(15, 0), berlin(15, 45)}}};
    m_bus->answer(taken);
    QTRY_VERIFY(m_window->findChild<QDialog*>(QStringLiteral("takenDialog")));
    auto* dialog = m_window->findChild<SheetDialog*>(QStringLiteral("takenDialog"));
    QCOMPARE(dialog->windowTitle(), QStringLiteral("15:00 with Ana Ruiz has just been taken"));
    QVERIFY(child<PlainLabel>("dialogSubtitle")->text().contains(QStringLiteral("by Desk 2, 2 minutes ago")));
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    press(Qt::Key_2); // within its first half second: nothing
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_2);
    QTRY_VERIFY(popup() && popup()->isVisible());
    QVERIFY(child<PlainLabel>("title")->text().endsWith(QStringLiteral("15:00 · Chloé Martin")));
    QCOMPARE(m_bus->all<BookAppointment>().size(), size_t(1)); // nothing is booked by the choice
    QTRY_VERIFY(child<QComboBox>("service")->hasFocus());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(2));
    QCOMPARE(m_bus->all<BookAppointment>().back().staff, ResourceId(3));
}

/// A key that was stored on an earlier try whose answer was lost is not used for another booking.
void TestBookingPopup::twoPeopleNeverLoseARetriedKey()
{
    openAt(15, 0);
    type(QStringLiteral("lennart"));
    waitForRows(2);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->waiting(), size_t(1));
    m_bus->answer(RuleBroken{QStringLiteral("booking_key"), false, {}});
    QTRY_VERIFY(popup() && popup()->isVisible());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(2));
    QVERIFY(m_bus->all<BookAppointment>()[0].key != m_bus->all<BookAppointment>()[1].key);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestBookingPopup)
#include "tst_booking_popup.moc"
