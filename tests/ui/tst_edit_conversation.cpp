#include "talk_fixture.h"

#include "models/booking/conflict.h"
#include "ui/conflict_dialog.h"
#include "ui/edit_form.h"
#include "ui/sheet_dialog.h"

#include <QPlainTextEdit>
#include <QPointer>

namespace frontdesk
{

using namespace test; // NOLINT(google-build-using-namespace): the tests' own folder

/// A form on a row and the dialogs that meet it, against a bus without a database: real keys, found by objectName.
class TestEditConversation : public FormFixture
{
    Q_OBJECT
private slots:
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
};

void TestEditConversation::aFormSendsOnlyWhatChanged()
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

void TestEditConversation::aFormSaysWhatIsWrongBesideTheField_data()
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

void TestEditConversation::aFormSaysWhatIsWrongBesideTheField()
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

void TestEditConversation::aFormShowsAChangeFromElsewhereAtOnce()
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

void TestEditConversation::aFormTellsTheOtherDesksThatItIsOpen()
{
    openForm();
    QCOMPARE(m_bus->editingTable, QStringLiteral("appointment"));
    QCOMPARE(m_bus->editingId, 7);
    press(Qt::Key_Escape);
    QCOMPARE(m_bus->editingId, 0);
}

void TestEditConversation::escNeverThrowsTypedTextAway()
{
    openForm();
    setTime(QStringLiteral("15:00"));
    press(Qt::Key_Escape);
    QVERIFY(child<EditForm>("editForm")->isVisible());
    QVERIFY(child<Notice>("notice")->text().contains(QStringLiteral("Esc again")));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!child<EditForm>("editForm"));
}

void TestEditConversation::aConflictIsDecidedByKeys()
{
    ConflictDialog* dialog = meetConflict(QStringLiteral("brings a child"));
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

void TestEditConversation::aThirdEditorOpensTheDialogAgain()
{
    const QPointer<ConflictDialog> dialog = meetConflict(QStringLiteral("brings a child"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_Y, Qt::AltModifier);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bus->all<EditAppointment>().size(), size_t(2));
    Appointment third = lena(3);
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

void TestEditConversation::allMineAndAllTheirs()
{
    ConflictDialog* dialog = meetConflict(QStringLiteral("mine"), QStringLiteral("theirs"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_T, Qt::AltModifier);
    QCOMPARE(dialog->conflict().undecided(), 0);
    QVERIFY(dialog->conflict().changes().isEmpty());
    press(Qt::Key_Y, Qt::AltModifier);
    QCOMPARE(dialog->conflict().changes().size(), 2);
}

void TestEditConversation::keepTheirsDropsMine()
{
    ConflictDialog* dialog = meetConflict();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("keepTheirs")), Qt::LeftButton);
    QTRY_VERIFY(!child<EditForm>("editForm"));
    QCOMPARE(m_bus->all<EditAppointment>().size(), size_t(1));
}

void TestEditConversation::backToEditingKeepsWhatIsTyped()
{
    ConflictDialog* dialog = meetConflict();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->acceptsKeys());
    press(Qt::Key_Escape);
    QTRY_VERIFY(child<QLineEdit>("time")->isEnabled());
    QCOMPARE(child<QLineEdit>("time")->text(), QStringLiteral("15:00"));
}

void TestEditConversation::cancelledMeanwhileIsBookedAnew()
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

void TestEditConversation::aTakenTimeFillsTheForm()
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

void TestEditConversation::noDialogTakesTheFocusFromAFieldBeingTypedIn()
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

void TestEditConversation::keysInTheFirstHalfSecondDoNothing()
{
    ConflictDialog* dialog = meetConflict();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(!dialog->acceptsKeys());
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    press(Qt::Key_Y, Qt::AltModifier);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->conflict().undecided(), 1);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestEditConversation)
#include "tst_edit_conversation.moc"
