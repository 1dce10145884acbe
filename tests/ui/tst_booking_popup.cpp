#include "talk_fixture.h"

#include "ui/booking_popup_service.h"

#include <QLineEdit>
#include <QSignalSpy>

namespace frontdesk
{

using namespace test; // NOLINT(google-build-using-namespace): the tests' own folder

/// The popup as a person meets it: who comes and what for, by real keys.
class TestBookingPopup : public PopupFixture
{
    Q_OBJECT
private slots:
    void aKnownClientTakesThreeLettersAndTwoEnters();
    void theLastDigitsFindAClient();
    void enterWaitsForTheResultsOfTheText();
    void itNeverPicksAmongPeopleOfOneName();
    void itNeverBooksWithoutAService();
    void aServiceTheStaffCantDoIsNotOffered();
    void whoOffersNothingYetIsSaid();
    void aStopAlertTakesOneMoreEnter();
    void theLastRowMakesANewClient();
    void aNewClientBesideANearNameIsNamed();
    void aNewClientWithTheSamePhoneIsNamed();
    void itWarnsOfAnotherAppointmentOfTheClient();
};

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

void TestBookingPopup::whoOffersNothingYetIsSaid()
{
    ServiceBox services;
    services.offer(*smallSalon(), {LocationId(1), ResourceId(2), berlin(15, 30)});
    QVERIFY(services.hint().contains(QStringLiteral("Choose")));
    services.offer(Catalogue(), {LocationId(1), ResourceId(2), berlin(15, 30)});
    QVERIFY(services.hint().contains(QStringLiteral("menu Manage")));
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

void TestBookingPopup::itWarnsOfAnotherAppointmentOfTheClient()
{
    Appointment other = appointmentAt(9, 16, 0, 2, QStringLiteral("Lena Fischer"));
    other.client = ClientId(1);
    m_bus->visits = {other};
    openAt(15, 30);
    type(QStringLiteral("lena"));
    QTRY_COMPARE(notice(), QStringLiteral("Lena Fischer is already booked then: Haircut 16:00–16:45 with Ben Okafor"));
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestBookingPopup)
#include "tst_booking_popup.moc"
