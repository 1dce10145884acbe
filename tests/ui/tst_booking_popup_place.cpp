#include "talk_fixture.h"

#include "ui/sheet_dialog.h"

#include <QLineEdit>
#include <QSignalSpy>

namespace frontdesk
{

using namespace test; // NOLINT(google-build-using-namespace): the tests' own folder

/// The place that the popup books: held while it is open, refused, taken, changed for another.
class TestBookingPopupPlace : public PopupFixture
{
    Q_OBJECT
private slots:
    void thePlaceIsHeldFromTheFirstKey();
    void escFreesThePlace();
    void aHoldOnItsWayIsWaitedForAndFreed();
    void aPlaceThatCantBeKeptIsNotPromised();
    void theHoldIsRenewedWhileOpen();
    void aRefusalBringsEverythingBack();
    void aSoftRuleCanBePassedWithAReason();
    void anotherPlaceTakesWhatIsTyped();
    void aTakenPlaceOffersOthersAndBooksNothing();
    void twoPeopleNeverLoseARetriedKey();

private:
    /// Opens the popup, takes the client whose name begins so, and books with the last service: the answer waits.
    void askToBook(int hour, int minute, const QString& client);
};

void TestBookingPopupPlace::askToBook(int hour, int minute, const QString& client)
{
    openAt(hour, minute);
    type(client);
    waitForRows(2);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->waiting(), size_t(1));
}

void TestBookingPopupPlace::thePlaceIsHeldFromTheFirstKey()
{
    openAt(15, 30);
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

void TestBookingPopupPlace::escFreesThePlace()
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

void TestBookingPopupPlace::aHoldOnItsWayIsWaitedForAndFreed()
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

void TestBookingPopupPlace::aPlaceThatCantBeKeptIsNotPromised()
{
    m_bus->reply = [](const Command& command) -> std::optional<Outcome> {
        if (std::holds_alternative<HoldPlace>(command))
            return SlotTaken{};
        return {};
    };
    openAt(15, 30);
    type(QStringLiteral("l"));
    QTRY_VERIFY(child<PlainLabel>("kept")->text().startsWith(QStringLiteral("not kept")));
}

void TestBookingPopupPlace::theHoldIsRenewedWhileOpen()
{
    openAt(15, 30);
    type(QStringLiteral("l"));
    QTRY_VERIFY(popup()->hold());
    m_clock.advance(Seconds(61));
    QTRY_COMPARE(m_bus->all<HoldPlace>().size(), size_t(2));
    QVERIFY(m_bus->all<HoldPlace>().back().existing.has_value());
    QTRY_VERIFY(child<PlainLabel>("kept")->text().contains(QStringLiteral("1:30")));
}

void TestBookingPopupPlace::aRefusalBringsEverythingBack()
{
    askToBook(15, 30, QStringLiteral("lena"));
    m_bus->answer(StorageFailed{true, {}});
    QTRY_VERIFY(popup() && popup()->isVisible());
    QCOMPARE(child<QLineEdit>("client")->text(), QStringLiteral("Lena Fischer"));
    QVERIFY(notice().contains(QStringLiteral("can't be reached")));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(2));
    QCOMPARE(m_bus->all<BookAppointment>()[1].key, m_bus->all<BookAppointment>()[0].key);
}

void TestBookingPopupPlace::aSoftRuleCanBePassedWithAReason()
{
    askToBook(15, 30, QStringLiteral("lena"));
    m_bus->answer(RuleBroken{QStringLiteral("break"), true, {}});
    QTRY_VERIFY(child<QLineEdit>("overrideReason")->hasFocus());
    press(Qt::Key_Return);
    QCOMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
    type(QStringLiteral("agreed with Ana"));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(2));
    QCOMPARE(m_bus->all<BookAppointment>().back().passing.overrideReason, QStringLiteral("agreed with Ana"));
}

void TestBookingPopupPlace::anotherPlaceTakesWhatIsTyped()
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

void TestBookingPopupPlace::aTakenPlaceOffersOthersAndBooksNothing()
{
    askToBook(15, 0, QStringLiteral("lennart"));
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

void TestBookingPopupPlace::twoPeopleNeverLoseARetriedKey()
{
    askToBook(15, 0, QStringLiteral("lennart"));
    m_bus->answer(RuleBroken{QStringLiteral("booking_key"), false, {}});
    QTRY_VERIFY(popup() && popup()->isVisible());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(2));
    QVERIFY(m_bus->all<BookAppointment>()[0].key != m_bus->all<BookAppointment>()[1].key);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestBookingPopupPlace)
#include "tst_booking_popup_place.moc"
