#include "talk_fixture.h"

#include "ui/block_popup.h"
#include "ui/cancel_popup.h"
#include "ui/conflict_dialog.h"
#include "ui/sheet_dialog.h"

#include <QSignalSpy>

namespace frontdesk
{

using namespace test; // NOLINT(google-build-using-namespace): the tests' own folder

/// Gestures and their undoing, against a bus without a database: real keys, found by objectName.
class TestBookingConversation : public FormFixture
{
    Q_OBJECT
private slots:
    void aMoveIsOneVersionedEdit();
    void aSaveUnderWayIsShownOnTheBlock();
    void aMoveBesideAForeignNoteKeepsBoth();
    void aRefusedMoveWaitsOnTheBlock();
    void aStatusIsNotDoneUponAnotherStatus();
    void undoTakesBackByNewVersionedCommands();
    void undoOfTwoGesturesOnOneRowFollowsTheVersions();
    void undoOutOfSightGoesThereFirst();
    void undoOfARowThatSomebodyChangedSaysWho();
    void aDigitCancelsWithItsReason();
    void aNoShowIsOfferedOnlyAfterTheStart();
    void aBlockNeedsALabelAndALength();
};

void TestBookingConversation::aMoveIsOneVersionedEdit()
{
    m_talk->move(AppointmentId(7), RowVersion(1), berlin(15, 0), ResourceId(1));
    const auto edits = m_bus->all<EditAppointment>();
    QCOMPARE(edits.size(), size_t(1));
    QCOMPARE(edits[0].seen, RowVersion(1));
    QCOMPARE(edits[0].start, std::optional(berlin(15, 0)));
    QCOMPARE(edits[0].staff, std::optional(ResourceId(1)));
    QVERIFY(!edits[0].length && !edits[0].note && !edits[0].service);
    const QSignalSpy said(m_talk.get(), &BookingConversation::said);
    m_bus->answer(Done{7, RowVersion(2)});
    QCOMPARE(said.front()[0].toString(), QStringLiteral("Moved Lena Fischer 14:15 → 15:00 Ana Ruiz"));
    QCOMPARE(said.front()[1].toBool(), true);
}

void TestBookingConversation::aSaveUnderWayIsShownOnTheBlock()
{
    const QSignalSpy flight(m_talk.get(), &BookingConversation::inFlightChanged);
    m_talk->changeStatus(AppointmentId(7), RowVersion(1), Status::Arrived);
    QCOMPARE(flight.size(), 1);
    QCOMPARE(flight[0][1].toBool(), true);
    m_talk->changeStatus(AppointmentId(12), RowVersion(1), Status::Arrived); // the next gesture goes at once
    QCOMPARE(m_bus->all<ChangeStatus>().size(), size_t(2));
    m_bus->answer(Done{7, RowVersion(2)});
    QCOMPARE(flight.last()[1].toBool(), false);
}

void TestBookingConversation::aMoveBesideAForeignNoteKeepsBoth()
{
    m_talk->move(AppointmentId(7), RowVersion(1), berlin(15, 0), ResourceId(3));
    Appointment theirs = lena(2);
    theirs.note = QStringLiteral("brings a child");
    m_bus->answer(conflictWith(theirs));
    QTRY_COMPARE(m_bus->all<EditAppointment>().size(), size_t(2));
    const EditAppointment again = m_bus->all<EditAppointment>().back();
    QCOMPARE(again.seen, RowVersion(2));
    QVERIFY(!again.note);
    const QSignalSpy said(m_talk.get(), &BookingConversation::said);
    m_bus->answer(Done{7, RowVersion(3)});
    QVERIFY(said.front()[0].toString().contains(QStringLiteral("both are kept")));
}

void TestBookingConversation::aRefusedMoveWaitsOnTheBlock()
{
    m_talk->move(AppointmentId(7), RowVersion(1), berlin(15, 0), ResourceId(3));
    const QSignalSpy refused(m_talk.get(), &BookingConversation::refused);
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(16, 0));
    m_bus->answer(conflictWith(theirs));
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused[0][1].toString().contains(QStringLiteral("Maya at Desk 2")));
    QVERIFY(m_talk->isWaiting(AppointmentId(7)));
    QVERIFY(!m_window->findChild<SheetDialog*>()); // nothing opens by itself
    m_talk->edit(AppointmentId(7));
    QTRY_VERIFY(child<ConflictDialog>("conflictDialog"));
    QCOMPARE(refused.last()[1].toString(), QString());
    QVERIFY(!m_talk->isWaiting(AppointmentId(7)));
}

void TestBookingConversation::aStatusIsNotDoneUponAnotherStatus()
{
    m_talk->changeStatus(AppointmentId(7), RowVersion(1), Status::Arrived);
    Appointment noted = lena(2);
    noted.note = QStringLiteral("x");
    m_bus->answer(conflictWith(noted)); // a note is no contradiction: sent again upon it
    QCOMPARE(m_bus->all<ChangeStatus>().size(), size_t(2));
    QCOMPARE(m_bus->all<ChangeStatus>().back().seen, RowVersion(2));
    Appointment cancelled = lena(3);
    cancelled.status = Status::Cancelled;
    const QSignalSpy refused(m_talk.get(), &BookingConversation::refused);
    m_bus->answer(conflictWith(cancelled));
    QCOMPARE(m_bus->all<ChangeStatus>().size(), size_t(2));
    QCOMPARE(refused.size(), 1);
}

void TestBookingConversation::undoTakesBackByNewVersionedCommands()
{
    m_talk->move(AppointmentId(7), RowVersion(1), berlin(15, 0), ResourceId(1));
    m_bus->answer(Done{7, RowVersion(2)});
    QCOMPARE(m_talk->undoText(), QStringLiteral("Move Lena Fischer 14:15 → 15:00 Ana Ruiz"));
    m_talk->undo();
    const EditAppointment back = m_bus->all<EditAppointment>().back();
    QCOMPARE(back.seen, RowVersion(2));
    QCOMPARE(back.start, std::optional(berlin(14, 15)));
    QCOMPARE(back.staff, std::optional(ResourceId(3)));
    m_bus->answer(Done{7, RowVersion(3)});
    QCOMPARE(m_talk->undoText(), QString());
    m_talk->redo();
    const EditAppointment again = m_bus->all<EditAppointment>().back();
    QCOMPARE(again.seen, RowVersion(3));
    QCOMPARE(again.start, std::optional(berlin(15, 0)));
    m_bus->answer(Done{7, RowVersion(4)});
    QVERIFY(!m_talk->undoText().isEmpty());
}

void TestBookingConversation::undoOfTwoGesturesOnOneRowFollowsTheVersions()
{
    m_talk->move(AppointmentId(7), RowVersion(1), berlin(15, 0), ResourceId(3));
    m_bus->answer(Done{7, RowVersion(2)});
    Appointment moved = lena(2);
    moved.slot = moved.slot.movedTo(berlin(15, 0));
    show({moved});
    m_talk->changeStatus(AppointmentId(7), RowVersion(2), Status::Arrived);
    m_bus->answer(Done{7, RowVersion(3)});
    m_talk->undo();
    QCOMPARE(m_bus->all<ChangeStatus>().back().to, Status::Booked);
    QCOMPARE(m_bus->all<ChangeStatus>().back().seen, RowVersion(3));
    m_bus->answer(Done{7, RowVersion(4)});
    m_talk->undo();
    QCOMPARE(m_bus->all<EditAppointment>().back().seen, RowVersion(4));
    m_bus->answer(Done{7, RowVersion(5)});
    m_talk->redo();
    QCOMPARE(m_bus->all<EditAppointment>().back().seen, RowVersion(5));
    m_bus->answer(Done{7, RowVersion(6)});
    m_talk->redo();
    QCOMPARE(m_bus->all<ChangeStatus>().back().seen, RowVersion(6));
}

void TestBookingConversation::undoOutOfSightGoesThereFirst()
{
    m_talk->move(AppointmentId(7), RowVersion(1), berlin(15, 0), ResourceId(3));
    m_bus->answer(Done{7, RowVersion(2)});
    show({});
    const QSignalSpy went(m_talk.get(), &BookingConversation::goTo);
    m_talk->undo();
    QCOMPARE(went.size(), 1);
    QCOMPARE(went[0][1].value<Instant>(), berlin(15, 0));
    QCOMPARE(m_bus->all<EditAppointment>().size(), size_t(1));
    m_talk->undo();
    QCOMPARE(m_bus->all<EditAppointment>().size(), size_t(2));
}

void TestBookingConversation::undoOfARowThatSomebodyChangedSaysWho()
{
    m_talk->move(AppointmentId(7), RowVersion(1), berlin(15, 0), ResourceId(3));
    m_bus->answer(Done{7, RowVersion(2)});
    m_talk->undo();
    const QSignalSpy held(m_talk.get(), &BookingConversation::undoHeldBack);
    Appointment theirs = lena(3);
    theirs.slot = theirs.slot.movedTo(berlin(16, 0));
    m_bus->answer(conflictWith(theirs));
    QCOMPARE(held.size(), 1);
    QVERIFY(held[0][0].toString().contains(QStringLiteral("Maya at Desk 2")));
    QVERIFY(held[0][0].toString().contains(QStringLiteral("16:00")));
    m_talk->undoAnyway();
    QCOMPARE(m_bus->all<EditAppointment>().back().seen, RowVersion(3));
    QCOMPARE(m_bus->all<EditAppointment>().back().start, std::optional(berlin(14, 15)));
}

void TestBookingConversation::aDigitCancelsWithItsReason()
{
    m_talk->cancelOrNoShow(AppointmentId(7), RowVersion(1), QRect(m_window->mapToGlobal(QPoint(99, 99)), QSize(9, 9)));
    QVERIFY(child<CancelPopup>("cancelPopup"));
    press(Qt::Key_2);
    QCOMPARE(m_bus->all<ChangeStatus>().size(), size_t(1));
    QCOMPARE(m_bus->all<ChangeStatus>()[0].to, Status::Cancelled);
    QCOMPARE(m_bus->all<ChangeStatus>()[0].reason, QStringLiteral("Client is ill"));
    m_bus->answer(Done{7, RowVersion(2)});
    m_talk->undo();
    QCOMPARE(m_bus->all<ChangeStatus>().back().to, Status::Booked);
    QTRY_VERIFY(!child<CancelPopup>("cancelPopup"));
}

void TestBookingConversation::aNoShowIsOfferedOnlyAfterTheStart()
{
    m_talk->cancelOrNoShow(AppointmentId(7), RowVersion(1), {});
    QVERIFY(!child<QPushButton>("reason5"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!child<CancelPopup>("cancelPopup"));
    m_clock.set(berlin(14, 30));
    m_talk->cancelOrNoShow(AppointmentId(7), RowVersion(1), {});
    QVERIFY(child<QPushButton>("reason5"));
    press(Qt::Key_5);
    QCOMPARE(m_bus->all<ChangeStatus>().back().to, Status::NoShow);
}

void TestBookingConversation::aBlockNeedsALabelAndALength()
{
    m_talk->makeBlock({LocationId(1), ResourceId(2), berlin(11, 0)}, {});
    type(QStringLiteral("Training"));
    press(Qt::Key_Tab);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QCOMPARE(m_bus->all<BookBlock>().size(), size_t(1));
    const BookBlock block = m_bus->all<BookBlock>().front();
    QCOMPARE(block.label, QStringLiteral("Training"));
    QCOMPARE(block.slot, TimeSlot({berlin(11, 0), berlin(11, 45)}));
    QVERIFY(!block.key.isEmpty());
    m_bus->answer(Done{20, RowVersion(1)});
    m_talk->undo();
    m_talk->undo();
    QCOMPARE(m_bus->all<ChangeStatus>().back().reason, QStringLiteral("undone"));
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestBookingConversation)
#include "tst_booking_conversation.moc"
