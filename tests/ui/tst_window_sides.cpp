#include "tests/ui/window_fixture.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using namespace frontdesk;
using frontdesk::test::WindowFixture;

/// The search, the inspector and the strip of who waits.
class TestWindowSides : public WindowFixture
{
    Q_OBJECT
private slots:
    void searchFindsTheNextAppointment();
    void enterWaitsForTheResults();
    void searchKeepsItsKeys();
    void theWaitingStripGoesThere();
    void whoHasNoRoomInTheStripIsCounted();
    void theInspectorShowsTheSelection();
    void theInspectorActs();
    void thePriceIsShownWhenAsked();
    void typedTextIsNeverMarkup();
};

void TestWindowSides::searchFindsTheNextAppointment()
{
    ClientHit lena;
    lena.id = m_day->row(QStringLiteral("Lena Fischer")).client;
    lena.name = QStringLiteral("Lena Fischer");
    m_bus->clients = {lena};
    Appointment past = m_day->row(QStringLiteral("Lena Fischer"));
    past.id = AppointmentId(900);
    past.slot = past.slot.movedTo(past.slot.start - std::chrono::days(30));
    m_bus->appointments = {past, m_day->row(QStringLiteral("Lena Fischer"))};
    m_window->setDate(QDate(2026, 11, 25));

    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto* box = find<QLineEdit>("searchBox");
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(box, QStringLiteral("len"));
    auto* results = find<QListWidget>("searchResults");
    QTRY_VERIFY(results->isVisible());
    QCOMPARE(results->item(0)->text(), QStringLiteral("Lena Fischer"));
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(view()->date(), QDate(2026, 11, 23));
    QTRY_COMPARE(view()->selected(), id("Lena Fischer"));
    QVERIFY(view()->hasFocus());
    QVERIFY(box->text().isEmpty());
    QVERIFY(!results->isVisible());
}

void TestWindowSides::enterWaitsForTheResults()
{
    ClientHit lena;
    lena.id = m_day->row(QStringLiteral("Lena Fischer")).client;
    lena.name = QStringLiteral("Lena Fischer");
    m_bus->clients = {lena};
    m_bus->appointments = {m_day->row(QStringLiteral("Lena Fischer"))};
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* box = find<QLineEdit>("searchBox");
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(box, QStringLiteral("fisch"));
    QTest::keyClick(box, Qt::Key_Return); // before any answer
    QTRY_COMPARE(view()->selected(), id("Lena Fischer"));
    QCOMPARE(m_bus->searched, QStringList{QStringLiteral("fisch")});
}

void TestWindowSides::searchKeepsItsKeys()
{
    QSignalSpy undo(m_window.get(), &DayWindow::undoRequested);
    QSignalSpy status(view(), &CalendarView::statusRequested);
    m_window->setUndo(QStringLiteral("Move"), {});
    view()->select(id("Karl Ost"));
    auto* box = find<QLineEdit>("searchBox");
    box->setFocus();
    QTest::keyClicks(box, QStringLiteral("asc"));
    QCOMPARE(box->text(), QStringLiteral("asc"));
    QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(box->text().isEmpty()); // its own undo
    QVERIFY(undo.isEmpty() && status.isEmpty());
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(view()->hasFocus());
    QCOMPARE(view()->selected(), id("Karl Ost"));
}

void TestWindowSides::theWaitingStripGoesThere()
{
    const QString name = QStringLiteral("waiting_%1").arg(id("Ines Costa").value());
    auto* person = m_window->findChild<QAbstractButton*>(name);
    QVERIFY(person != nullptr);
    QTest::mouseClick(person, Qt::LeftButton);
    QCOMPARE(view()->selected(), id("Ines Costa"));
    QVERIFY(view()->hasFocus());
    QVERIFY(find<QLabel>("nextHalfHour")->text().startsWith(QStringLiteral("Next 30 min: Jack")));
}

void TestWindowSides::whoHasNoRoomInTheStripIsCounted()
{
    QVERIFY(!find<QLabel>("moreWaiting")->isVisible());
    m_window->resize(900, 600);
    auto* strip = find<QWidget>("waitingStrip");
    const auto hidden = [strip] {
        int count = 0;
        for (const QAbstractButton* person : strip->findChildren<QAbstractButton*>())
            count += person->isVisible() ? 0 : 1;
        return count;
    };
    QTRY_VERIFY(hidden() > 0);
    QVERIFY(find<QLabel>("moreWaiting")->isVisible());
    QCOMPARE(find<QLabel>("moreWaiting")->text(), QStringLiteral("+%1").arg(hidden()));
}

void TestWindowSides::theInspectorShowsTheSelection()
{
    ClientHit lena;
    lena.id = m_day->row(QStringLiteral("Lena Fischer")).client;
    lena.visits = 14;
    lena.noShows = 1;
    m_bus->clients = {lena};
    TimelineEntry moved;
    moved.at = m_day->at("10:20");
    moved.action = QStringLiteral("update");
    moved.person = QStringLiteral("Maya");
    moved.desk = QStringLiteral("Desk 2");
    moved.changes = QStringLiteral("{\"starts_at\": [%1, %2]}")
                        .arg(toUnix(m_day->at("13:30")))
                        .arg(toUnix(m_day->at("14:15")))
                        .toUtf8();
    m_bus->story = {moved};
    view()->select(id("Lena Fischer"));
    QCOMPARE(find<QLabel>("inspectorTitle")->text(), QStringLiteral("Lena Fischer"));
    QVERIFY(find<QLabel>("alertText")->text().startsWith(QStringLiteral("Allergic to PPD")));
    QVERIFY(find<QWidget>("alertBox")->isVisible());
    QCOMPARE(find<QLabel>("fact_when")->text(), QStringLiteral("Today 14:15–15:45"));
    QCOMPARE(find<QLabel>("fact_lasts")->text(), QStringLiteral("35 + 40 developing + 15 min"));
    QCOMPARE(find<QLabel>("fact_note")->text(), QStringLiteral("Prefers quiet chair"));
    QTRY_COMPARE(find<QLabel>("fact_visits")->text(), QStringLiteral("14 · no-shows 1"));
    const auto labels = find<QWidget>("timeline")->findChildren<QLabel*>();
    QCOMPARE(labels.size(), 2);
    QCOMPARE(labels[0]->text(), QString::fromUtf8("Moved 13:30 → 14:15"));
    QCOMPARE(labels[1]->text(), QString::fromUtf8("Today 10:20 · Maya · Desk 2"));
    m_window->setEditingElsewhere({{QStringLiteral("Desk 2"), QStringLiteral("Maya"), QStringLiteral("appointment"),
                                    id("Lena Fischer").value()}});
    QCOMPARE(find<QLabel>("editingElsewhere")->text(), QStringLiteral("Maya is editing this"));
    QVERIFY(find<QLabel>("editingElsewhere")->isVisible());
    // A change elsewhere shows at once.
    m_day->row(QStringLiteral("Lena Fischer")).note = QStringLiteral("Brings child");
    m_mirror->apply(m_day->snapshot());
    QTRY_COMPARE(find<QLabel>("fact_note")->text(), QStringLiteral("Brings child"));
}

void TestWindowSides::theInspectorActs()
{
    QSignalSpy status(view(), &CalendarView::statusRequested);
    QSignalSpy edited(view(), &CalendarView::editRequested);
    QSignalSpy cancelled(view(), &CalendarView::cancelRequested);
    QSignalSpy booked(view(), &CalendarView::bookRequested);
    QSignalSpy blocked(view(), &CalendarView::blockRequested);
    view()->select(id("Yuki Mori"));
    auto* next = find<QPushButton>("statusButton");
    QCOMPARE(next->text(), QStringLiteral("Start"));
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(status[0][2].value<Status>(), Status::InService);
    QTest::mouseClick(find<QPushButton>("editButton"), Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>("cancelButton"), Qt::LeftButton);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(view()->hasFocus()); // a click on a button leaves the keyboard to the grid
    view()->setCursorPlace({m_day->location, m_day->staff("Ben"), m_day->at("12:15")});
    QVERIFY(!next->isVisible());
    QTest::mouseClick(find<QPushButton>("bookButton"), Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>("blockButton"), Qt::LeftButton);
    QCOMPARE(booked.size(), 1);
    QCOMPARE(blocked.size(), 1);
}

void TestWindowSides::thePriceIsShownWhenAsked()
{
    view()->select(id("Lena Fischer"));
    QVERIFY(!find<QLabel>("fact_price")->isVisible());
    QTest::mouseClick(find<QPushButton>("showPriceButton"), Qt::LeftButton);
    QVERIFY(find<QLabel>("fact_price")->isVisible());
    QVERIFY(find<QLabel>("fact_price")->text().contains(QStringLiteral("64")));
    view()->select(id("Karl Ost"));
    QVERIFY(!find<QLabel>("fact_price")->isVisible());
}

void TestWindowSides::typedTextIsNeverMarkup()
{
    Appointment& lena = m_day->row(QStringLiteral("Lena Fischer"));
    lena.clientName = QStringLiteral("<b>Lena</b> <img src=x>");
    lena.note = QStringLiteral("<h1>note</h1>");
    lena.clientAlert = QStringLiteral("<a href=x>alert</a>");
    const AppointmentId lenas = lena.id;
    m_mirror->apply(m_day->snapshot());
    QTRY_COMPARE(view()->plan().block(lenas)->row.note, QStringLiteral("<h1>note</h1>"));
    view()->select(lenas);
    QCOMPARE(find<QLabel>("inspectorTitle")->text(), QStringLiteral("<b>Lena</b> <img src=x>"));
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + label->text()));
}

QTEST_MAIN(TestWindowSides)
#include "tst_window_sides.moc"
