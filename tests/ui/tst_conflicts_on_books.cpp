#include "tests/ui/desk_on_book.h"
#include "ui/booking_popup.h"
#include "ui/conflict_cancelled.h"
#include "ui/conflict_dialog.h"
#include "ui/edit_form.h"
#include "ui/taken_dialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace frontdesk;
using frontdesk::test::Desk;
using frontdesk::test::Patience;
using frontdesk::test::TestDatabase;

/// Several desks on one appointment of a real book: what opens at a desk whose form was overtaken, by keys alone.
class TestConflictsOnBooks : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aThirdEditorMeetsTheDialogAgain_data() { test::onBothDatabases(); }
    void aThirdEditorMeetsTheDialogAgain();
    void cancelledMeanwhileIsBookedAnewWithEverythingTyped_data() { test::onBothDatabases(); }
    void cancelledMeanwhileIsBookedAnewWithEverythingTyped();
    void aTakenSlotOffersTheNearestOfSixPlaces_data() { test::onBothDatabases(); }
    void aTakenSlotOffersTheNearestOfSixPlaces();
    void aFormSaysAtOnceWhatChangesElsewhere_data() { test::onBothDatabases(); }
    void aFormSaysAtOnceWhatChangesElsewhere();
    void othersSeeWhoEditsARow_data() { test::onBothDatabases(); }
    void othersSeeWhoEditsARow();
    void theAnswerToAFormThatWasClosedWaitsOnTheBlock_data() { test::onBothDatabases(); }
    void theAnswerToAFormThatWasClosedWaitsOnTheBlock();

private:
    /// F2 on the row at the second desk; its form with the focus on the time.
    void openForm();
    void typeTime(const QString& time);
    void typeNote(const QString& note);
    /// Saved at that desk meanwhile, upon the row as it stands.
    void saveAt(Desk& desk, const std::function<void(EditAppointment&)>& change);
    [[nodiscard]] Notice* banner() const { return child<Notice>("banner"); }
    template <class T>
    [[nodiscard]] T* child(const char* name) const
    {
        return m_two->session.window().findChild<T*>(QLatin1StringView(name));
    }
    /// The visible dialog of that kind, once it takes keys.
    template <class T>
    [[nodiscard]] T* dialog(const char* name) const
    {
        T* found = child<T>(name);
        return found && found->isVisible() && found->acceptsKeys() ? found : nullptr;
    }

    std::unique_ptr<TestDatabase> m_book;
    std::unique_ptr<Desk> m_one;
    std::unique_ptr<Desk> m_two;
    std::unique_ptr<Desk> m_three;
    AppointmentId m_id;
};

void TestConflictsOnBooks::init()
{
    QFETCH(Dialect, dialect);
    m_book = std::make_unique<TestDatabase>(dialect);
    m_book->fillSmallSalon();
    m_one = std::make_unique<Desk>(*m_book, QStringLiteral("Desk 1"));
    m_three = std::make_unique<Desk>(*m_book, QStringLiteral("Desk 3"));
    m_two = std::make_unique<Desk>(*m_book, QStringLiteral("Desk 2"));
    QTRY_VERIFY_WITH_TIMEOUT(m_one->isReady() && m_two->isReady() && m_three->isReady(), Patience);
    m_id = m_one->book(1, 1, 1, Desk::at(10));
    QVERIFY(m_id.isValid());
    for (const auto& desk : {&m_one, &m_two, &m_three}) {
        QTRY_VERIFY_WITH_TIMEOUT((*desk)->shown(m_id), Patience);
    }
}

void TestConflictsOnBooks::cleanup()
{
    m_two.reset();
    m_three.reset();
    m_one.reset();
    m_book.reset();
}

void TestConflictsOnBooks::openForm()
{
    m_two->focus();
    m_two->view()->select(m_id);
    m_two->key(Qt::Key_F2);
    auto* time = child<QLineEdit>("time");
    QVERIFY(time);
    QTRY_VERIFY(time->hasFocus());
}

void TestConflictsOnBooks::typeTime(const QString& time)
{
    m_two->key(Qt::Key_T, Qt::AltModifier);
    auto* field = child<QLineEdit>("time");
    QTRY_VERIFY(field->hasFocus());
    m_two->key(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, time);
}

void TestConflictsOnBooks::typeNote(const QString& note)
{
    m_two->key(Qt::Key_N, Qt::AltModifier);
    auto* field = child<QPlainTextEdit>("note");
    QTRY_VERIFY(field->hasFocus());
    m_two->key(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, note);
}

void TestConflictsOnBooks::saveAt(Desk& desk, const std::function<void(EditAppointment&)>& change)
{
    EditAppointment edit;
    edit.id = m_id;
    edit.seen = desk.stored(m_id).version;
    change(edit);
    QVERIFY(std::holds_alternative<Done>(desk.send(edit)));
}

void TestConflictsOnBooks::aThirdEditorMeetsTheDialogAgain()
{
    openForm();
    typeNote(QStringLiteral("brings a child"));
    typeTime(QStringLiteral("11:00"));
    saveAt(*m_one, [](EditAppointment& edit) { edit.start = Desk::at(12); });
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), Patience);
    m_two->key(Qt::Key_Return);
    QPointer<ConflictDialog> first;
    QTRY_VERIFY_WITH_TIMEOUT((first = dialog<ConflictDialog>("conflictDialog")), Patience);
    QCOMPARE(first->conflict().undecided(), 1);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("mine_when"));
    QVERIFY(!first->findChild<QPushButton*>(QStringLiteral("save"))->isEnabled());

    // While the person looks at it, a third desk saves: another time, and a note.
    saveAt(*m_three, [](EditAppointment& edit) {
        edit.start = Desk::at(13);
        edit.note = QStringLiteral("pays by voucher");
    });
    m_two->key(Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("theirs_when"));
    m_two->key(Qt::Key_Left);
    m_two->key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("save"));
    m_two->key(Qt::Key_Return);
    // By pointer the two can't be told apart: the second may stand where the first was.
    QPointer<ConflictDialog> second;
    QTRY_VERIFY_WITH_TIMEOUT(!first && (second = dialog<ConflictDialog>("conflictDialog")), Patience);
    QCOMPARE(m_two->stored(m_id).slot.start, Desk::at(13)); // nothing was overwritten
    QCOMPARE(second->conflict().undecided(), 2);
    QCOMPARE(second->conflict().mine().value(QStringLiteral("starts_at")).toLongLong(), toUnix(Desk::at(11)));
    QCOMPARE(second->conflict().mine().value(QStringLiteral("note")).toString(), QStringLiteral("brings a child"));
    const auto* subtitle = second->findChild<QLabel*>(QStringLiteral("dialogSubtitle"));
    QVERIFY2(subtitle->text().contains(QStringLiteral("Desk 3")), qPrintable(subtitle->text()));

    m_two->key(Qt::Key_Return); // mine, and on to the note
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("mine_note"));
    m_two->key(Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("both_note"));
    m_two->key(Qt::Key_Return);
    m_two->key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!child<EditForm>("editForm"), Patience);
    const Appointment saved = m_two->stored(m_id);
    QCOMPARE(saved.slot.start, Desk::at(11));
    QVERIFY2(saved.note.contains(QStringLiteral("brings a child")) &&
                 saved.note.contains(QStringLiteral("pays by voucher")),
             qPrintable(saved.note));
    QCOMPARE(saved.version, RowVersion(4));
    QTRY_COMPARE_WITH_TIMEOUT(m_one->shown(m_id)->slot.start, Desk::at(11), Patience);
    // The hand goes on where it was, as soon as the window is active again.
    QCOMPARE(m_two->session.window().focusWidget(), static_cast<QWidget*>(m_two->view()));
}

void TestConflictsOnBooks::cancelledMeanwhileIsBookedAnewWithEverythingTyped()
{
    openForm();
    typeNote(QStringLiteral("brings a child"));
    m_two->key(Qt::Key_P, Qt::AltModifier);
    m_two->key(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("35.50"));
    typeTime(QStringLiteral("11:00"));
    const Outcome cancelled = m_one->send(ChangeStatus{m_id, RowVersion(1), Status::Cancelled, QStringLiteral("ill")});
    QVERIFY(std::holds_alternative<Done>(cancelled));
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), Patience);
    m_two->key(Qt::Key_Return);
    CancelledDialog* asked = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((asked = dialog<CancelledDialog>("cancelledDialog")), Patience);
    const auto* subtitle = asked->findChild<QLabel*>(QStringLiteral("dialogSubtitle"));
    QVERIFY2(subtitle->text().contains(QStringLiteral("Desk 1")), qPrintable(subtitle->text()));
    QSignalSpy booked(&m_two->session.conversation(), &BookingConversation::bookedOrChanged);
    m_two->key(Qt::Key_Return); // Book anew …
    QTRY_VERIFY(child<BookingPopup>("bookingPopup") && child<BookingPopup>("bookingPopup")->isVisible());
    QCOMPARE(m_two->stored(m_id).status, Status::Cancelled);
    QCOMPARE(booked.size(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(child<BookingPopup>("bookingPopup")->hold(), Patience);
    m_two->key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(booked.size(), 1, Patience);
    const Appointment anew = m_two->stored(booked[0][0].value<AppointmentId>());
    QVERIFY(anew.id != m_id);
    QCOMPARE(anew.client, ClientId(1));
    QCOMPARE(anew.slot.start, Desk::at(11));
    QCOMPARE(anew.note, QStringLiteral("brings a child"));
    QCOMPARE(anew.price, (Money{3550, "EUR"}));
    QCOMPARE(anew.status, Status::Booked);
}

void TestConflictsOnBooks::aTakenSlotOffersTheNearestOfSixPlaces()
{
    openForm();
    typeNote(QStringLiteral("brings a child"));
    typeTime(QStringLiteral("14:00"));
    QVERIFY(m_one->book(2, 1, 1, Desk::at(14)).isValid());
    m_two->key(Qt::Key_Return);
    QPointer<TakenDialog> taken;
    QTRY_VERIFY_WITH_TIMEOUT((taken = dialog<TakenDialog>("takenDialog")), Patience);
    const QString by = taken->findChild<QLabel*>(QStringLiteral("dialogSubtitle"))->text();
    QVERIFY2(by.contains(QStringLiteral("Omar Haddad")) && by.contains(QStringLiteral("Desk 1")), qPrintable(by));
    auto* places = taken->findChild<QListWidget*>(QStringLiteral("places"));
    QCOMPARE(places->count(), 6);
    for (int row = 0; row < 6; ++row)
        QCOMPARE(places->item(row)->text().contains(QStringLiteral("Ana")), row < 3);
    QVERIFY2(places->item(3)->text().contains(QStringLiteral("14:00")), qPrintable(places->item(3)->text()));

    m_two->key(Qt::Key_4); // into the form; nothing is booked by it
    QTRY_VERIFY(!taken);
    auto* time = child<QLineEdit>("time");
    QTRY_VERIFY(time->isVisible() && time->hasFocus());
    QCOMPARE(time->text(), QStringLiteral("14:00"));
    QVERIFY(child<QComboBox>("staff")->currentText() != QStringLiteral("Ana"));
    QCOMPARE(child<QPlainTextEdit>("note")->toPlainText(), QStringLiteral("brings a child"));
    QCOMPARE(m_two->stored(m_id).version, RowVersion(1));
    m_two->key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!child<EditForm>("editForm"), Patience);
    const Appointment saved = m_two->stored(m_id);
    QCOMPARE(saved.slot.start, Desk::at(14));
    QVERIFY(saved.staff != ResourceId(1));
    QCOMPARE(saved.note, QStringLiteral("brings a child"));
}

void TestConflictsOnBooks::aFormSaysAtOnceWhatChangesElsewhere()
{
    openForm();
    typeNote(QStringLiteral("brings a child"));
    QVERIFY(!banner()->isVisible());
    saveAt(*m_one, [](EditAppointment& edit) { edit.start = Desk::at(15); });
    QTRY_VERIFY_WITH_TIMEOUT(banner()->isVisible(), Patience);
    QVERIFY2(banner()->text().contains(QStringLiteral("Desk 1")) && banner()->text().contains(QStringLiteral("15:00")),
             qPrintable(banner()->text()));
    QVERIFY(child<QPlainTextEdit>("note")->hasFocus()); // the keyboard stays with who types
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" too"));
    saveAt(*m_three, [](EditAppointment& edit) { edit.start = Desk::at(16); });
    QTRY_VERIFY_WITH_TIMEOUT(banner()->text().contains(QStringLiteral("16:00")), Patience);
    QCOMPARE(child<QPlainTextEdit>("note")->toPlainText(), QStringLiteral("brings a child too"));
}

void TestConflictsOnBooks::othersSeeWhoEditsARow()
{
    m_one->view()->select(m_id);
    auto* inspector = m_one->session.window().findChild<QLabel*>(QStringLiteral("editingElsewhere"));
    QVERIFY(inspector && !inspector->isVisible());
    openForm();
    QTRY_VERIFY_WITH_TIMEOUT(inspector->isVisible(), Patience);
    const QString words = inspector->text();
    QVERIFY2(words.endsWith(QStringLiteral(" is editing this")), qPrintable(words));
    QVERIFY(words.startsWith(m_two->session.link().catalogue()->person(m_two->session.link().person())->name));
    // A form that is opened there meanwhile says so, too.
    m_one->session.conversation().edit(m_id);
    auto* form = m_one->session.window().findChild<EditForm*>();
    QVERIFY(form);
    QTRY_COMPARE_WITH_TIMEOUT(form->findChild<QLabel*>(QStringLiteral("editingElsewhere"))->text(), words, Patience);
    form->close();
    m_two->focus();
    child<QLineEdit>("time")->setFocus();
    m_two->key(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!inspector->isVisible(), Patience);
    QVERIFY(m_two->view()->hasFocus());
}

void TestConflictsOnBooks::theAnswerToAFormThatWasClosedWaitsOnTheBlock()
{
    openForm();
    typeTime(QStringLiteral("11:00"));
    saveAt(*m_one, [](EditAppointment& edit) { edit.start = Desk::at(12); });
    QSignalSpy refused(&m_two->session.conversation(), &BookingConversation::refused);
    m_two->key(Qt::Key_Return);
    m_two->key(Qt::Key_Escape); // before the answer
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, Patience);
    QVERIFY(m_two->session.conversation().isWaiting(m_id));
    QTRY_VERIFY(!child<EditForm>("editForm"));
    QVERIFY(!child<ConflictDialog>("conflictDialog"));
    m_two->focus();
    m_two->key(Qt::Key_F2);
    QPointer<ConflictDialog> shown;
    QTRY_VERIFY_WITH_TIMEOUT((shown = dialog<ConflictDialog>("conflictDialog")), Patience);
    QCOMPARE(shown->conflict().mine().value(QStringLiteral("starts_at")).toLongLong(), toUnix(Desk::at(11)));
    m_two->key(Qt::Key_Return);
    m_two->key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_two->saved(m_id)->slot.start, Desk::at(11), Patience);
}

QTEST_MAIN(TestConflictsOnBooks)
#include "tst_conflicts_on_books.moc"
