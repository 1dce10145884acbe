#include "fake_bus.h"

#include "models/booking/conflict.h"
#include "ui/block_popup.h"
#include "ui/booking_conversation.h"
#include "ui/booking_popup.h"
#include "ui/cancel_popup.h"
#include "ui/conflict_dialog.h"
#include "ui/edit_form.h"
#include "ui/sheet_dialog.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QtTest>

namespace frontdesk
{

using namespace test; // NOLINT(google-build-using-namespace): the tests' own folder

/// Gestures, forms and dialogs against a bus without a database: real keys, found by objectName.
class TestBookingConversation : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aMoveIsOneVersionedEdit();
    void aSaveUnderWayIsShownOnTheBlock();
    void aMoveBesideAForeignNoteKeepsBoth();
    void aRefusedMoveWaitsOnTheBlock();
    void aStatusIsNotDoneUponAnotherStatus();
    void undoTakesBackByNewVersionedCommands();
    void undoOfTwoGesturesOnOneRowFollowsTheVersions();
    void undoOutOfSightGoesThereFirst();
    void undoOfARowThatSomebodyChangedSaysWho();
    void aFormSendsOnlyWhatChanged();
    void aFormSaysWhatIsWrongBesideTheField_data();
    void aFormSaysWhatIsWrongBesideTheField();
    void aFormShowsAChangeFromElsewhereAtOnce();
    void aFormTellsTheOtherDesksThatItIsOpen();
    void escNeverThrowsTypedTextAway();
    void aConflictIsDecidedByKeys();
    void aThirdEditorOpensTheDialogAgain();
    void allMineAndAllTheirs();
    void keepTheirsDropsMine();
    void backToEditingKeepsWhatIsTyped();
    void cancelledMeanwhileIsBookedAnew();
    void aTakenTimeFillsTheForm();
    void noDialogTakesTheFocusFromAFieldBeingTypedIn();
    void keysInTheFirstHalfSecondDoNothing();
    void aDigitCancelsWithItsReason();
    void aNoShowIsOfferedOnlyAfterTheStart();
    void aBlockNeedsALabelAndALength();

private:
    template <class T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_window->findChild<T*>(QLatin1StringView(name));
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
    void openForm();
    void setTime(const QString& time) { child<QLineEdit>("time")->setText(time); }
    [[nodiscard]] Appointment lena(qint64 version = 1) const;
    [[nodiscard]] Outcome conflictWith(Appointment theirs) const;
    [[nodiscard]] ConflictDialog* openConflict(const Appointment& theirs);
    void show(const std::vector<Appointment>& rows) { m_rows->apply(snapshotOf(rows)); }

    std::unique_ptr<FakeBus> m_bus;
    std::unique_ptr<AppointmentMirror> m_rows;
    SetClock m_clock;
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_elsewhere = nullptr;
    std::unique_ptr<BookingConversation> m_talk;
};

void TestBookingConversation::init()
{
    m_bus = std::make_unique<FakeBus>();
    m_bus->clients = fiveClients();
    m_rows = std::make_unique<AppointmentMirror>();
    show({lena(), appointmentAt(12, 17, 15, 1, QStringLiteral("Omar Haddad"))});
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 800);
    m_window->setFocusPolicy(Qt::StrongFocus);
    m_elsewhere = new QLineEdit(m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->setFocus();
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_rows.get();
    book.catalogue = [salon = smallSalon()] { return salon; };
    book.clock = &m_clock;
    m_talk = std::make_unique<BookingConversation>(book, m_window.get());
}

void TestBookingConversation::cleanup()
{
    m_talk.reset();
    m_window.reset();
    m_bus.reset();
    m_rows.reset();
    m_clock = {};
}

Appointment TestBookingConversation::lena(qint64 version) const
{
    Appointment row = appointmentAt(7, 14, 15, 3, QStringLiteral("Lena Fischer"));
    row.client = ClientId(1);
    row.version = RowVersion(version);
    row.note = QStringLiteral("quiet chair");
    return row;
}

Outcome TestBookingConversation::conflictWith(Appointment theirs) const
{
    return VersionConflict{theirs, QStringLiteral("Maya"), QStringLiteral("Desk 2"), m_clock.now()};
}

void TestBookingConversation::openForm()
{
    m_talk->edit(AppointmentId(7));
    QVERIFY(child<EditForm>("editForm"));
    QVERIFY(child<QLineEdit>("time")->hasFocus());
}

ConflictDialog* TestBookingConversation::openConflict(const Appointment& theirs)
{
    m_bus->answer(conflictWith(theirs));
    ConflictDialog* dialog = nullptr;
    for (auto* each : m_window->findChildren<ConflictDialog*>())
        dialog = each->isVisible() ? each : dialog;
    return dialog;
}

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

void TestBookingConversation::aFormSendsOnlyWhatChanged()
{
    openForm();
    child<QPlainTextEdit>("note")->setPlainText(QStringLiteral("brings a child"));
    press(Qt::Key_Return);
    QCOMPARE(m_bus->all<EditAppointment>().size(), size_t(1));
    const EditAppointment edit = m_bus->all<EditAppointment>().front();
    QCOMPARE(conflictFields(edit).keys(), QStringList({QStringLiteral("note")}));
    m_bus->answer(Done{7, RowVersion(2)});
    QTRY_VERIFY(!child<EditForm>("editForm"));
    openForm();
    press(Qt::Key_Return); // nothing changed: nothing is sent
    QTRY_VERIFY(!child<EditForm>("editForm"));
    QCOMPARE(m_bus->all<EditAppointment>().size(), size_t(1));
}

void TestBookingConversation::aFormSaysWhatIsWrongBesideTheField_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no time") << QByteArray("time") << QStringLiteral("quarter") << QStringLiteral("not a time");
    QTest::newRow("a time beyond the day")
        << QByteArray("time") << QStringLiteral("24:30") << QStringLiteral("not a time");
    QTest::newRow("no length") << QByteArray("length") << QStringLiteral("long") << QStringLiteral("not a length");
    QTest::newRow("ends before it starts")
        << QByteArray("length") << QStringLiteral("until 13:00") << QStringLiteral("ends before");
    QTest::newRow("longer than a day") << QByteArray("length") << QStringLiteral("1500") << QStringLiteral("a day");
    QTest::newRow("no amount") << QByteArray("price") << QStringLiteral("7O") << QStringLiteral("not an amount");
    QTest::newRow("a client who was not chosen")
        << QByteArray("client") << QStringLiteral("Lena F") << QStringLiteral("choose a client");
}

void TestBookingConversation::aFormSaysWhatIsWrongBesideTheField()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    openForm();
    child<QLineEdit>(field.constData())->setText(text);
    press(Qt::Key_Return);
    QVERIFY(child<PlainLabel>((field + "Problem").constData())->text().contains(reason));
    QVERIFY(m_bus->all<EditAppointment>().empty());
    QCOMPARE(child<QLineEdit>(field.constData())->text(), text);
}

void TestBookingConversation::aFormShowsAChangeFromElsewhereAtOnce()
{
    openForm();
    QVERIFY(!child<Notice>("banner")->isVisible());
    setTime(QStringLiteral("15:00"));
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(16, 0));
    show({theirs});
    QVERIFY(child<Notice>("banner")->isVisible());
    QVERIFY(child<Notice>("banner")->text().contains(QStringLiteral("Maya at Desk 2")));
    QVERIFY(child<Notice>("banner")->text().contains(QStringLiteral("16:00")));
    QCOMPARE(child<QLineEdit>("time")->text(), QStringLiteral("15:00"));
}

void TestBookingConversation::aFormTellsTheOtherDesksThatItIsOpen()
{
    openForm();
    QCOMPARE(m_bus->editingTable, QStringLiteral("appointment"));
    QCOMPARE(m_bus->editingId, 7);
    press(Qt::Key_Escape);
    QCOMPARE(m_bus->editingId, 0);
}

void TestBookingConversation::escNeverThrowsTypedTextAway()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    press(Qt::Key_Escape);
    QVERIFY(child<EditForm>("editForm")->isVisible());
    QVERIFY(child<Notice>("notice")->text().contains(QStringLiteral("Esc again")));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!child<EditForm>("editForm"));
}

void TestBookingConversation::aConflictIsDecidedByKeys()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    child<QPlainTextEdit>("note")->setPlainText(QStringLiteral("brings a child"));
    press(Qt::Key_Return);
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(14, 45));
    ConflictDialog* dialog = openConflict(theirs);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("save"))->isEnabled());
    QTRY_VERIFY(dialog->findChild<ChoiceBox*>(QStringLiteral("mine_when"))->hasFocus());
    QVERIFY(!dialog->findChild<ChoiceBox*>(QStringLiteral("mine_when"))->isChecked());
    QVERIFY(!dialog->findChild<ChoiceBox*>(QStringLiteral("theirs_when"))->isChecked());
    QVERIFY(dialog->findChild<QWidget*>(QStringLiteral("kept_note_2"))); // kept: only one side changed it
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_Right);
    QVERIFY(dialog->findChild<ChoiceBox*>(QStringLiteral("theirs_when"))->hasFocus());
    press(Qt::Key_Left);
    press(Qt::Key_Return);
    QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("save"))->hasFocus());
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<EditAppointment>().size(), size_t(2));
    const EditAppointment decided = m_bus->all<EditAppointment>().back();
    QCOMPARE(decided.seen, RowVersion(2)); // their version, the check still on
    QCOMPARE(decided.start, std::optional(berlin(15, 0)));
    QCOMPARE(decided.note, std::optional(QStringLiteral("brings a child")));
    m_bus->answer(Done{7, RowVersion(3)});
    QTRY_VERIFY(!child<EditForm>("editForm"));
}

void TestBookingConversation::aThirdEditorOpensTheDialogAgain()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    child<QPlainTextEdit>("note")->setPlainText(QStringLiteral("brings a child"));
    press(Qt::Key_Return);
    Appointment second = lena(2);
    second.slot = second.slot.movedTo(berlin(14, 45));
    ConflictDialog* dialog = openConflict(second);
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_Y, Qt::AltModifier);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<EditAppointment>().size(), size_t(2));
    Appointment third = second;
    third.version = RowVersion(3);
    third.slot = third.slot.movedTo(berlin(16, 0));
    third.note = QStringLiteral("allergic to latex");
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    ConflictDialog* again = openConflict(third);
    QVERIFY(again);
    QCOMPARE(again->conflict().undecided(), 2);
    const QVariantMap mine = again->conflict().mine();
    QCOMPARE(mine.value(QStringLiteral("starts_at")).toLongLong(), toUnix(berlin(15, 0)));
    QCOMPARE(mine.value(QStringLiteral("note")).toString(), QStringLiteral("brings a child"));
    QTRY_VERIFY(again->acceptsKeys());
    press(Qt::Key_Return); // when: mine
    QVERIFY(again->findChild<ChoiceBox*>(QStringLiteral("mine_note"))->hasFocus());
    press(Qt::Key_Right);
    QVERIFY(again->findChild<ChoiceBox*>(QStringLiteral("both_note"))->hasFocus());
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<EditAppointment>().size(), size_t(3));
    const EditAppointment decided = m_bus->all<EditAppointment>().back();
    QCOMPARE(decided.seen, RowVersion(3));
    QCOMPARE(decided.start, std::optional(berlin(15, 0)));
    QCOMPARE(decided.note, std::optional(QStringLiteral("allergic to latex\nbrings a child")));
}

void TestBookingConversation::allMineAndAllTheirs()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    child<QPlainTextEdit>("note")->setPlainText(QStringLiteral("mine"));
    press(Qt::Key_Return);
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(14, 45));
    theirs.note = QStringLiteral("theirs");
    ConflictDialog* dialog = openConflict(theirs);
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_T, Qt::AltModifier);
    QCOMPARE(dialog->conflict().undecided(), 0);
    QVERIFY(dialog->conflict().changes().isEmpty());
    press(Qt::Key_Y, Qt::AltModifier);
    QCOMPARE(dialog->conflict().changes().size(), 2);
}

void TestBookingConversation::keepTheirsDropsMine()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    press(Qt::Key_Return);
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(14, 45));
    ConflictDialog* dialog = openConflict(theirs);
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("keepTheirs")), Qt::LeftButton);
    QTRY_VERIFY(!child<EditForm>("editForm"));
    QCOMPARE(m_bus->all<EditAppointment>().size(), size_t(1));
}

void TestBookingConversation::backToEditingKeepsWhatIsTyped()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    press(Qt::Key_Return);
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(14, 45));
    ConflictDialog* dialog = openConflict(theirs);
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_Escape);
    QTRY_VERIFY(child<QLineEdit>("time")->isEnabled());
    QCOMPARE(child<QLineEdit>("time")->text(), QStringLiteral("15:00"));
}

void TestBookingConversation::cancelledMeanwhileIsBookedAnew()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    child<QPlainTextEdit>("note")->setPlainText(QStringLiteral("brings a child"));
    press(Qt::Key_Return);
    Appointment theirs = lena(2);
    theirs.status = Status::Cancelled;
    m_bus->answer(conflictWith(theirs));
    auto* dialog = child<SheetDialog>("cancelledDialog");
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_Return);
    QTRY_VERIFY(child<BookingPopup>("bookingPopup"));
    QTRY_VERIFY(m_window->isActiveWindow());
    child<QComboBox>("service")->setFocus();
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<BookAppointment>().size(), size_t(1));
    const BookAppointment anew = m_bus->all<BookAppointment>().front();
    QCOMPARE(anew.client, ClientId(1));
    QCOMPARE(anew.start, berlin(15, 0));
    QCOMPARE(anew.staff, ResourceId(3));
    QCOMPARE(anew.note, QStringLiteral("brings a child"));
}

void TestBookingConversation::aTakenTimeFillsTheForm()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    press(Qt::Key_Return);
    SlotTaken taken;
    taken.resource = ResourceId(3);
    taken.nearestSame = {{ResourceId(3), {berlin(15, 45), berlin(16, 30)}}};
    taken.nearestOthers = {{ResourceId(1), {berlin(15, 0), berlin(15, 45)}}};
    m_bus->answer(taken);
    auto* dialog = child<SheetDialog>("takenDialog");
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_2);
    QTRY_COMPARE(child<QComboBox>("staff")->currentText(), QStringLiteral("Ana Ruiz"));
    QCOMPARE(child<QLineEdit>("time")->text(), QStringLiteral("15:00"));
    QCOMPARE(m_bus->all<EditAppointment>().size(), size_t(1));
    QTRY_VERIFY(child<QLineEdit>("time")->hasFocus());
    press(Qt::Key_Return);
    QCOMPARE(m_bus->all<EditAppointment>().back().staff, std::optional(ResourceId(1)));
}

void TestBookingConversation::noDialogTakesTheFocusFromAFieldBeingTypedIn()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    press(Qt::Key_Return);
    m_elsewhere->setFocus();
    type(QStringLiteral("call"));
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(14, 45));
    QVERIFY(!openConflict(theirs));
    QVERIFY(m_elsewhere->hasFocus());
    type(QStringLiteral(" back"));
    QCOMPARE(m_elsewhere->text(), QStringLiteral("call back"));
    m_window->setFocus(); // done typing: now it may come
    QTRY_VERIFY(child<ConflictDialog>("conflictDialog"));
}

void TestBookingConversation::keysInTheFirstHalfSecondDoNothing()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    press(Qt::Key_Return);
    Appointment theirs = lena(2);
    theirs.slot = theirs.slot.movedTo(berlin(14, 45));
    ConflictDialog* dialog = openConflict(theirs);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(!dialog->acceptsKeys());
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    press(Qt::Key_Y, Qt::AltModifier);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->conflict().undecided(), 1);
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
