#include "fake_bus.h"
#include "fake_services.h"

#include "ui/booking_conversation.h"
#include "ui/conflict_dialog.h"
#include "ui/services_model.h"
#include "ui/services_text.h"
#include "ui/services_window.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

namespace frontdesk
{

using namespace test; // NOLINT(google-build-using-namespace): the tests' own folder

/// The services table, by keys, against a store that checks versions as the real one does.
class TestServices : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void stepsKeepWhatTheyKeptBefore_data();
    void stepsKeepWhatTheyKeptBefore();
    void textsThatCantBeRead_data();
    void textsThatCantBeRead();
    void aCellIsSentAsOneVersionedSave();
    void aWrongFieldSaysWhyAndIsNotSent();
    void aChangeFromElsewhereLeavesTheOpenEditor();
    void twoManagersMeetInTheConflictDialog();
    void whatOnlyTheOtherChangedIsKept();
    void addDuplicateRetireAndUndo();
    void aNewServiceIsFilledInWithoutWaiting();
    void aNewServiceIsSavedWhenItsRowIsLeft();
    void whatCantBeSavedStandsThereAfterClosing();
    void undoOverAForeignChangeAsks();
    void namesOfStaffAndRooms();
    void bookedAheadIsCounted();
    void anEditSaysWhatItBreaks();
    void whatBreaksIsALinkAway();
    void manyThatBreakAreAList();
    void headingsSort();

private:
    /// The open editor, null when the cell can't be edited.
    [[nodiscard]] QLineEdit* startEditing(int row, int column, const QString& text);
    /// Into the open editor and the cells after it.
    void typeByTabs(std::initializer_list<const char*> cells);
    /// Edits and commits; the editor is gone then.
    [[nodiscard]] bool edit(int row, int column, const QString& text);

    std::unique_ptr<FakeBus> m_bus;
    std::unique_ptr<AppointmentMirror> m_rows;
    std::unique_ptr<FakeServices> m_store;
    SetClock m_clock;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<BookingConversation> m_talk;
    QTableView* m_table = nullptr;
};

void TestServices::init()
{
    m_bus = std::make_unique<FakeBus>();
    m_rows = std::make_unique<AppointmentMirror>();
    m_store = std::make_unique<FakeServices>(smallSalon());
    m_window = std::make_unique<QWidget>();
    m_window->show();
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_rows.get();
    book.catalogue = [salon = smallSalon()] { return salon; };
    book.clock = &m_clock;
    m_talk = std::make_unique<BookingConversation>(book, m_window.get());
    m_talk->openServices(m_store.get());
    m_table = m_window->findChild<QTableView*>(QStringLiteral("services"));
    QVERIFY(m_table);
    QVERIFY(QTest::qWaitForWindowActive(m_table->window()));
    m_table->setFocus();
}

void TestServices::cleanup()
{
    m_window.reset();
    m_talk.reset();
    m_store.reset();
    m_rows.reset();
    m_bus.reset();
}

QLineEdit* TestServices::startEditing(int row, int column, const QString& text)
{
    m_table->setCurrentIndex(m_table->model()->index(row, column));
    QTest::keyClick(m_table, Qt::Key_F2);
    auto* editor = m_table->findChild<QLineEdit*>(QStringLiteral("cellEditor"));
    if (editor) {
        editor->selectAll();
        QTest::keyClicks(editor, text);
    }
    return editor;
}

bool TestServices::edit(int row, int column, const QString& text)
{
    const QPointer<QLineEdit> editor = startEditing(row, column, text);
    if (!editor)
        return false;
    QTest::keyClick(editor, Qt::Key_Return);
    return QTest::qWaitFor([&] { return !editor; });
}

void TestServices::typeByTabs(std::initializer_list<const char*> cells)
{
    for (const char* cell : cells) {
        if (cell != *cells.begin())
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("cellEditor"));
        qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
        QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(cell));
    }
}

void TestServices::stepsKeepWhatTheyKeptBefore_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    const QByteArray all = R"("keeps":["staff","room"])";
    const QByteArray room = R"("keeps":["room"])";
    QTest::newRow("the same number of steps")
        << QStringLiteral("35 + 50 + 20 min")
        << QByteArray("[{" + all + ",\"length\":2100},{" + room + ",\"length\":3000},{" + all + ",\"length\":1200}]");
    QTest::newRow("one step takes what the first kept")
        << QStringLiteral("45") << QByteArray("[{" + all + ",\"length\":2700}]");
    QTest::newRow("a word frees the staff member")
        << QStringLiteral("30 + 1:10 developing")
        << QByteArray("[{" + all + ",\"length\":1800},{" + room + ",\"length\":4200}]");
}

void TestServices::stepsKeepWhatTheyKeptBefore()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    const Steps before = smallSalon()->service(ServiceId(2))->steps;
    const Typed<Steps> typed = stepsFromText(text, before);
    QVERIFY(std::holds_alternative<Steps>(typed));
    QCOMPARE(QJsonDocument::fromJson(toJson(std::get<Steps>(typed))), QJsonDocument::fromJson(json));
}

void TestServices::textsThatCantBeRead_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("letters for digits") << int(ServicesModel::Price) << QStringLiteral("7O");
    QTest::newRow("a negative price") << int(ServicesModel::Price) << QStringLiteral("-5");
    QTest::newRow("no lengths") << int(ServicesModel::Duration) << QStringLiteral("35 + long");
    QTest::newRow("a step of nothing") << int(ServicesModel::Duration) << QStringLiteral("35 + 0");
    QTest::newRow("more than a day") << int(ServicesModel::Duration) << QStringLiteral("900 + 900");
    QTest::newRow("no name") << int(ServicesModel::Name) << QStringLiteral("  ");
    QTest::newRow("a buffer of days") << int(ServicesModel::Buffer) << QStringLiteral("0 9999");
    QTest::newRow("nobody of that name") << int(ServicesModel::Staff) << QStringLiteral("Zoe");
    QTest::newRow("no colour") << int(ServicesModel::Colour) << QStringLiteral("loud");
}

void TestServices::textsThatCantBeRead()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    QVERIFY(edit(1, column, text));
    const QModelIndex cell = m_table->model()->index(1, column);
    QVERIFY(!cell.data(ServicesModel::ProblemRole).toString().isEmpty());
    QCOMPARE(cell.data().toString(), text);
    QVERIFY(m_store->saves.empty());
    QVERIFY(startEditing(1, column, text));
    QTest::keyClick(m_table->findChild<QLineEdit*>(QStringLiteral("cellEditor")), Qt::Key_Escape);
}

void TestServices::aCellIsSentAsOneVersionedSave()
{
    QVERIFY(edit(1, ServicesModel::Duration, QStringLiteral("35 + 50 + 20")));
    QCOMPARE(m_store->saves.size(), size_t(1));
    QCOMPARE(m_store->saves[0].id, 2);
    QCOMPARE(m_store->saves[0].seen, RowVersion(1));
    QCOMPARE(m_store->saves[0].fields.keys(), QStringList({QStringLiteral("steps")}));
    QTRY_COMPARE(m_table->model()->index(1, ServicesModel::Duration).data().toString(),
                 QStringLiteral("35 + 50 developing + 20 min"));
    QVERIFY(edit(1, ServicesModel::Price, QStringLiteral("USD 90")));
    QCOMPARE(m_store->saves.back().seen, RowVersion(2));
    QCOMPARE(m_store->saves.back().fields.value(QStringLiteral("price_minor")).toLongLong(), 9000);
    QCOMPARE(m_store->saves.back().fields.value(QStringLiteral("currency")).toString(), QStringLiteral("USD"));
    QTRY_COMPARE(m_store->value(2, "version").toInt(), 3);
}

void TestServices::aWrongFieldSaysWhyAndIsNotSent()
{
    QVERIFY(edit(2, ServicesModel::Price, QStringLiteral("7O")));
    const QModelIndex cell = m_table->model()->index(2, ServicesModel::Price);
    QCOMPARE(cell.data(ServicesModel::ProblemRole).toString(), QStringLiteral("not an amount"));
    QVERIFY(m_store->saves.empty());
    QVERIFY(edit(2, ServicesModel::Price, QStringLiteral("70")));
    QTRY_COMPARE(m_store->saves.size(), size_t(0)); // it was 70.00 already: nothing changed, nothing is sent
    QCOMPARE(cell.data(ServicesModel::ProblemRole).toString(), QString());
    QVERIFY(edit(2, ServicesModel::Price, QStringLiteral("75")));
    QTRY_COMPARE(m_store->saves.size(), size_t(1));
}

void TestServices::aChangeFromElsewhereLeavesTheOpenEditor()
{
    const QAbstractItemModelTester tester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QPointer<QLineEdit> editor = startEditing(1, ServicesModel::Name, QStringLiteral("Colour and cut"));
    QVERIFY(editor);
    QCOMPARE(m_store->announced, 2);
    m_store->saveElsewhere(1, {{QStringLiteral("name"), QStringLiteral("Trim")}});
    QCOMPARE(m_table->model()->index(0, ServicesModel::Name).data().toString(), QStringLiteral("Trim"));
    m_store->saveElsewhere(2, {{QStringLiteral("category"), QStringLiteral("Colour")}});
    QVERIFY(editor && editor->isVisible());
    QCOMPARE(editor->text(), QStringLiteral("Colour and cut"));
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_COMPARE(m_store->announced, 0);
}

void TestServices::twoManagersMeetInTheConflictDialog()
{
    QPointer<QLineEdit> editor = startEditing(1, ServicesModel::Price, QStringLiteral("90"));
    m_store->saveElsewhere(2, {{QStringLiteral("price_minor"), 9500}});
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<ConflictDialog*>(QStringLiteral("conflictDialog")));
    const QPointer dialog = m_window->findChild<ConflictDialog*>(QStringLiteral("conflictDialog"));
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QCOMPARE(dialog->conflict().undecided(), 1);
    QTRY_VERIFY(dialog->acceptsKeys());
    m_store->saveElsewhere(2, {{QStringLiteral("price_minor"), 9900}}); // a third, while the dialog is open
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    ConflictDialog* again = nullptr;
    // By pointer the two can't be told apart: the second may stand where the first was.
    QTRY_VERIFY(!dialog && (again = m_window->findChild<ConflictDialog*>()) && again->isVisible());
    QCOMPARE(again->conflict().theirs().value(QStringLiteral("price_minor")).toLongLong(), 9900);
    QCOMPARE(again->conflict().mine().value(QStringLiteral("price_minor")).toLongLong(), 9000);
    QTRY_VERIFY(again->acceptsKeys());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_store->value(2, "price_minor").toLongLong(), 9000);
}

void TestServices::whatOnlyTheOtherChangedIsKept()
{
    QPointer<QLineEdit> editor = startEditing(1, ServicesModel::Price, QStringLiteral("90"));
    m_store->saveElsewhere(2, {{QStringLiteral("name"), QStringLiteral("Tint")}});
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_store->value(2, "price_minor").toLongLong(), 9000);
    QCOMPARE(m_store->value(2, "name").toString(), QStringLiteral("Tint"));
    QVERIFY(!m_window->findChild<ConflictDialog*>());
}

void TestServices::addDuplicateRetireAndUndo()
{
    auto* window = m_table->window();
    const auto click = [&](const char* name) {
        QTest::mouseClick(window->findChild<QPushButton*>(QLatin1StringView(name)), Qt::LeftButton);
    };
    click("add");
    auto* editor = m_table->findChild<QLineEdit*>(QStringLiteral("cellEditor"));
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("Beard trim"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_store->count(), size_t(4));
    QCOMPARE(m_store->value(4, "name").toString(), QStringLiteral("Beard trim"));
    QTRY_COMPARE(m_table->model()->rowCount(), 4);

    m_table->setCurrentIndex(m_table->model()->index(0, ServicesModel::Name));
    click("duplicate");
    QTRY_COMPARE(m_store->count(), size_t(5));
    QCOMPARE(m_store->value(5, "name").toString(), QStringLiteral("Haircut (copy)"));
    QTRY_COMPARE(m_table->model()->rowCount(), 5);

    m_table->setCurrentIndex(m_table->model()->index(0, ServicesModel::Name));
    click("retire");
    QTRY_COMPARE(m_table->model()->rowCount(), 4);
    QVERIFY(!m_store->value(1, "retired_at").isNull());
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_table->model()->rowCount(), 5);
    QVERIFY(m_store->value(1, "retired_at").isNull());
    QTest::keyClick(m_table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_table->model()->rowCount(), 4);
    QVERIFY(!m_store->value(5, "retired_at").isNull()); // the copy is taken back
    QTest::keyClick(m_table, Qt::Key_Y, Qt::ControlModifier);
    QTRY_VERIFY(m_store->value(5, "retired_at").isNull());
}

void TestServices::aNewServiceIsFilledInWithoutWaiting()
{
    QTest::keyClick(m_table->window(), Qt::Key_A, Qt::AltModifier);
    typeByTabs({"Beard trim", "Beard", "20", "0 5", "18.50", "ana, ben"});
    QVERIFY(m_store->saves.empty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_store->count(), size_t(4));
    QCOMPARE(m_store->saves.size(), size_t(1));
    QCOMPARE(m_store->value(4, "name").toString(), QStringLiteral("Beard trim"));
    QCOMPARE(m_store->value(4, "category").toString(), QStringLiteral("Beard"));
    QCOMPARE(m_store->value(4, "price_minor").toLongLong(), 1850);
    QCOMPARE(m_store->value(4, "buffer_after").toLongLong(), 300);
    QCOMPARE(m_store->value(4, "able").toString(), QStringLiteral("[1,2]"));
    QTRY_COMPARE(m_table->model()->rowCount(), 4);
    QTRY_COMPARE(m_table->currentIndex(), m_table->model()->index(3, ServicesModel::Staff));
}

void TestServices::aNewServiceIsSavedWhenItsRowIsLeft()
{
    QTest::keyClick(m_table->window(), Qt::Key_A, Qt::AltModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("cellEditor"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Beard trim"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(m_table->window(), Qt::Key_A, Qt::AltModifier); // the next one
    QTRY_COMPARE(m_store->count(), size_t(4));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("cellEditor"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Shave"));
    m_table->window()->close(); // with the editor open
    QTRY_COMPARE(m_store->count(), size_t(5));
    QCOMPARE(m_store->value(5, "name").toString(), QStringLiteral("Shave"));
}

void TestServices::whatCantBeSavedStandsThereAfterClosing()
{
    QTest::keyClick(m_table->window(), Qt::Key_A, Qt::AltModifier);
    typeByTabs({"Shave", "Beard", "20", "0 5", "7O"});
    m_table->window()->close();
    QTRY_VERIFY(!m_table->isVisible());
    m_talk->openServices(m_store.get());
    QVERIFY(QTest::qWaitForWindowActive(m_table->window()));
    m_table->setFocus();
    QCOMPARE(m_table->model()->index(3, ServicesModel::Name).data().toString(), QStringLiteral("Shave"));
    QCOMPARE(m_table->model()->index(3, ServicesModel::Price).data().toString(), QStringLiteral("7O"));
    QVERIFY(m_store->saves.empty());
    QVERIFY(edit(3, ServicesModel::Price, QStringLiteral("70")));
    QTRY_COMPARE(m_store->count(), size_t(4));
}

void TestServices::undoOverAForeignChangeAsks()
{
    QVERIFY(edit(1, ServicesModel::Price, QStringLiteral("90")));
    QTRY_VERIFY(m_table->window()->findChild<QPushButton*>(QStringLiteral("undo"))->isEnabled());
    m_store->saveElsewhere(2, {{QStringLiteral("price_minor"), 9500}});
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<ConflictDialog*>(QStringLiteral("conflictDialog")));
    QCOMPARE(m_store->value(2, "price_minor").toLongLong(), 9500);
}

void TestServices::namesOfStaffAndRooms()
{
    QVERIFY(edit(1, ServicesModel::Staff, QStringLiteral("ana, ben")));
    QTRY_COMPARE(m_table->model()->index(1, ServicesModel::Staff).data().toString(),
                 QStringLiteral("Ana Ruiz, Ben Okafor"));
    QCOMPARE(m_store->value(2, "able").toString(), QStringLiteral("[1,2,4]"));
    QVERIFY(edit(0, ServicesModel::Needs, QStringLiteral("room 2")));
    QTRY_VERIFY(m_store->value(1, "steps").toString().contains(QStringLiteral("room")));
}

void TestServices::bookedAheadIsCounted()
{
    m_store->ahead = {{1, 214}, {3, 98}};
    m_table->window()->findChild<ServicesModel*>()->readAhead();
    const auto shown = [this](int row) { return m_table->model()->index(row, ServicesModel::Ahead).data().toString(); };
    QTRY_COMPARE(shown(0), QStringLiteral("214"));
    QCOMPARE(shown(1), QStringLiteral("0"));
    QCOMPARE(shown(2), QStringLiteral("98"));
    QVERIFY(!m_table->model()->index(0, ServicesModel::Ahead).flags().testFlag(Qt::ItemIsEditable));
}

void TestServices::anEditSaysWhatItBreaks()
{
    m_store->impact = {61, 9};
    const auto badge = [this] { return m_table->model()->index(1, ServicesModel::State).data().toString(); };
    QPointer<QLineEdit> editor = startEditing(1, ServicesModel::Duration, QStringLiteral("35 + 50 + 20"));
    QTRY_COMPARE(badge(), QStringLiteral("breaks 9 of 61"));
    QCOMPARE(totalLength(m_store->asked.back().steps), Seconds(Minutes(105)));
    QCOMPARE(m_store->asked.back().id, ServiceId(2));
    QVERIFY(m_store->saves.empty()); // said before it is saved
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY(badge().isEmpty());
    // What can't be read, and what breaks nothing, says nothing of it.
    m_store->impact = {61, 0};
    editor = startEditing(1, ServicesModel::Duration, QStringLiteral("35 + 40 + 10"));
    QTRY_COMPARE(totalLength(m_store->asked.back().steps), Seconds(Minutes(85)));
    QVERIFY(badge().isEmpty());
    QTest::keyClick(editor, Qt::Key_Escape);
}

void TestServices::whatBreaksIsALinkAway()
{
    auto* link = m_table->window()->findChild<QPushButton*>(QStringLiteral("showBroken"));
    QVERIFY(!link->isVisible());
    m_store->impact = {61, 1, {{AppointmentId(7), instantFromUnix(1795392000), LocationId(1), ResourceId(1), {}}}};
    QSignalSpy went(m_talk.get(), &BookingConversation::goTo);
    QPointer<QLineEdit> editor = startEditing(1, ServicesModel::Duration, QStringLiteral("35 + 50 + 20"));
    QTRY_VERIFY(link->isVisible());
    QTest::keyClick(editor, Qt::Key_W, Qt::AltModifier);
    QTRY_COMPARE(went.size(), 1);
    QCOMPARE(went[0][0].value<AppointmentId>(), AppointmentId(7));
    QCOMPARE(went[0][1].value<Instant>(), instantFromUnix(1795392000));
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(went.size(), 2);
    // Looking saves nothing and closes nothing.
    QVERIFY(editor && editor->hasFocus());
    QCOMPARE(editor->text(), QStringLiteral("35 + 50 + 20"));
    QVERIFY(m_store->saves.empty());
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY(!link->isVisible() && !editor);
    // Saved all the same it can still be looked at, by a click on the words in the row too.
    QVERIFY(edit(1, ServicesModel::Duration, QStringLiteral("35 + 50 + 20")));
    QTRY_VERIFY(link->isVisible());
    const QModelIndex state = m_table->model()->index(1, ServicesModel::State);
    m_table->scrollTo(state);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->visualRect(state).center());
    QTRY_COMPARE(went.size(), 3);
}

void TestServices::manyThatBreakAreAList()
{
    m_store->impact = {61, 14, {}};
    for (int i = 0; i < ServiceImpact::MostListed; ++i)
        m_store->impact.first.push_back({AppointmentId(7 + i), instantFromUnix(1795424400 + i * 86400), LocationId(1),
                                         ResourceId(1), QStringLiteral("Tom & Jerry")});
    QSignalSpy went(m_talk.get(), &BookingConversation::goTo);
    QPointer<QLineEdit> editor = startEditing(1, ServicesModel::Duration, QStringLiteral("35 + 50 + 20"));
    auto* link = m_table->window()->findChild<QPushButton*>(QStringLiteral("showBroken"));
    QTRY_VERIFY(link->isVisible());
    QTest::keyClick(editor, Qt::Key_W, Qt::AltModifier);
    const auto list = [this] { return m_table->window()->findChild<QMenu*>(QStringLiteral("broken")); };
    QTRY_VERIFY(list() && list()->isVisible());
    QMenu* menu = list();
    QCOMPARE(menu->actions().size(), ServiceImpact::MostListed + 1);
    QCOMPARE(menu->actions().constLast()->text(), QStringLiteral("and 2 more"));
    QVERIFY(menu->actions().constFirst()->text().endsWith(QStringLiteral("Ana Ruiz · Tom && Jerry")));
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(went.size(), 1);
    QCOMPARE(went[0][0].value<AppointmentId>(), AppointmentId(8));
    QTRY_VERIFY(editor && editor->hasFocus());
    QVERIFY(m_store->saves.empty());
    QTest::keyClick(editor, Qt::Key_Escape);
}

void TestServices::headingsSort()
{
    m_store->ahead = {{1, 5}, {2, 20}, {3, 100}};
    m_table->window()->findChild<ServicesModel*>()->readAhead();
    const auto names = [this] {
        QStringList found;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            found << m_table->model()->index(row, ServicesModel::Name).data().toString();
        return found;
    };
    const QStringList asInTheBook = names();
    QTRY_COMPARE(m_table->model()->index(2, ServicesModel::Ahead).data().toString(), QStringLiteral("100"));
    m_table->sortByColumn(ServicesModel::Ahead, Qt::DescendingOrder);
    QCOMPARE(names(), QStringList({asInTheBook[2], asInTheBook[1], asInTheBook[0]}));
    m_table->sortByColumn(ServicesModel::Name, Qt::AscendingOrder);
    QStringList sorted = asInTheBook;
    sorted.sort(Qt::CaseInsensitive);
    QCOMPARE(names(), sorted);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    QCOMPARE(names(), asInTheBook);
}

} // namespace frontdesk

QTEST_MAIN(frontdesk::TestServices)
#include "tst_services.moc"
