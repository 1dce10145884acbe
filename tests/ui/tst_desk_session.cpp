#include "tests/ui/desk_on_book.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace frontdesk;
using frontdesk::test::Desk;
using frontdesk::test::Patience;
using frontdesk::test::TestDatabase;

/// The whole desk on a real book, by real keys and mouse events.
class TestDeskSession : public QObject
{
    Q_OBJECT
private slots:
    void bookByKeys_data() { test::onBothDatabases(); }
    void bookByKeys();
    void moveUndoRedo_data() { test::onBothDatabases(); }
    void moveUndoRedo();
    void dragToAnotherColumn_data() { test::onBothDatabases(); }
    void dragToAnotherColumn();
    void cutToAnotherDay_data() { test::onBothDatabases(); }
    void cutToAnotherDay();
    void twoDesksSeeEachOther_data() { test::onBothDatabases(); }
    void twoDesksSeeEachOther();
    void aStaleMoveOverwritesNothing_data() { test::onBothDatabases(); }
    void aStaleMoveOverwritesNothing();
    void searchGoesToTheNextVisit_data() { test::onBothDatabases(); }
    void searchGoesToTheNextVisit();
    void shiftEnterSqueezesInWhereItIsTaken_data() { test::onBothDatabases(); }
    void shiftEnterSqueezesInWhereItIsTaken();
    void aBookThatIsMissingIsExplained();
    void cleanup();

private:
    /// Another desk, ready for keys, on the small salon of this test.
    Desk& open(const QString& name);

    std::unique_ptr<TestDatabase> m_book;
    std::vector<std::unique_ptr<Desk>> m_desks;
};

Desk& TestDeskSession::open(const QString& name)
{
    if (!m_book) {
        const auto dialect = *static_cast<const Dialect*>(QTest::qData("dialect", qMetaTypeId<Dialect>()));
        m_book = std::make_unique<TestDatabase>(dialect);
        m_book->fillSmallSalon();
    }
    m_desks.push_back(std::make_unique<Desk>(*m_book, name));
    Desk& desk = *m_desks.back();
    [&desk] { QTRY_VERIFY_WITH_TIMEOUT(desk.isReady(), Patience); }();
    return desk;
}

void TestDeskSession::cleanup()
{
    m_desks.clear();
    m_book.reset();
}

void TestDeskSession::bookByKeys()
{
    Desk& desk = open(QStringLiteral("Desk 1"));
    desk.waitForSearch();
    desk.focus();
    desk.view()->setCursorPlace({LocationId(1), ResourceId(1), Desk::at(10)});
    desk.key(Qt::Key_Return);
    auto* client = desk.session.window().findChild<QLineEdit*>(QStringLiteral("client"));
    QVERIFY(client != nullptr);
    QTRY_VERIFY(client->hasFocus());
    QTest::keyClicks(client, QStringLiteral("len"));
    desk.key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr && QApplication::focusWidget() != client, Patience);
    desk.key(Qt::Key_Down); // a first visit: the service has to be chosen
    desk.key(Qt::Key_Return);
    const auto booked = [&desk] {
        const DayBlock* block = desk.view()->solidAt(0, Desk::at(10));
        return block != nullptr && block->row.clientName == QStringLiteral("Lena Fischer") &&
               block->row.status == Status::Booked;
    };
    QTRY_VERIFY_WITH_TIMEOUT(booked(), Patience);
    QTRY_VERIFY(desk.view()->hasFocus());
    // It is selected where the cursor stood, and A checks in.
    QTRY_VERIFY(desk.view()->selected().isValid());
    const AppointmentId made = desk.view()->selected();
    QVERIFY(desk.saved(made)->service.isValid());
    desk.key(Qt::Key_A);
    QTRY_COMPARE_WITH_TIMEOUT(desk.saved(made)->status, Status::Arrived, Patience);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.saved(made)->status, Status::Booked, Patience);
    QCOMPARE(desk.saved(made)->version, RowVersion(3));
}

void TestDeskSession::moveUndoRedo()
{
    Desk& desk = open(QStringLiteral("Desk 1"));
    const AppointmentId id = desk.book(2, 1, 2, Desk::at(11));
    QVERIFY(id.isValid());
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(id).has_value(), Patience);
    desk.focus();
    desk.view()->select(id);
    desk.key(Qt::Key_Down, Qt::AltModifier);
    desk.key(Qt::Key_Down, Qt::AltModifier);
    desk.key(Qt::Key_Left, Qt::AltModifier);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.shown(id)->slot.start, Desk::at(11, 30)); // at once, before the answer
    QTRY_COMPARE_WITH_TIMEOUT(desk.saved(id)->slot.start, Desk::at(11, 30), Patience);
    QCOMPARE(desk.saved(id)->staff, ResourceId(1));
    QCOMPARE(desk.view()->selected(), id);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.saved(id)->slot.start, Desk::at(11), Patience);
    QCOMPARE(desk.saved(id)->staff, ResourceId(2));
    desk.key(Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(desk.saved(id)->slot.start, Desk::at(11, 30), Patience);
    QCOMPARE(desk.saved(id)->version, RowVersion(4));
}

void TestDeskSession::dragToAnotherColumn()
{
    Desk& desk = open(QStringLiteral("Desk 1"));
    const AppointmentId id = desk.book(3, 1, 1, Desk::at(14));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(id).has_value(), Patience);
    desk.focus();
    const QPoint from = desk.view()->rectOf(id).center();
    const int hour = desk.view()->rectOf(Place{LocationId(1), ResourceId(3), Desk::at(15)}).top() -
                     desk.view()->rectOf(Place{LocationId(1), ResourceId(3), Desk::at(14)}).top();
    const QPoint to(desk.view()->rectOf(Place{LocationId(1), ResourceId(3), Desk::at(15)}).center().x(),
                    from.y() + hour);
    QTest::mousePress(desk.view()->viewport(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 8; ++step) {
        const QPointF point = QPointF(from) + QPointF(to - from) * step / 8.0;
        QMouseEvent move(QEvent::MouseMove, point, desk.view()->viewport()->mapToGlobal(point), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(desk.view()->viewport(), &move);
    }
    QTest::mouseRelease(desk.view()->viewport(), Qt::LeftButton, {}, to);
    QTRY_COMPARE_WITH_TIMEOUT(desk.saved(id)->staff, ResourceId(3), Patience);
    QCOMPARE(desk.saved(id)->slot.start, Desk::at(15));
}

void TestDeskSession::cutToAnotherDay()
{
    Desk& desk = open(QStringLiteral("Desk 1"));
    const AppointmentId id = desk.book(3, 1, 1, Desk::at(14));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(id).has_value(), Patience);
    desk.focus();
    desk.view()->select(id);
    desk.key(Qt::Key_X, Qt::ControlModifier);
    for (int day = 0; day < 3; ++day) { // beyond the neighbours: it must be read first
        desk.key(Qt::Key_PageDown);
        QCoreApplication::processEvents();
    }
    QCOMPARE(desk.view()->date(), Desk::monday().addDays(3));
    QSignalSpy refreshed(desk.session.link().appointments(), &TableMirror::refreshed);
    QTRY_VERIFY_WITH_TIMEOUT(!refreshed.isEmpty(), Patience);
    desk.key(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.saved(id) && desk.saved(id)->slot.start == Desk::at(14) + std::chrono::days(3),
                             Patience);
}

void TestDeskSession::twoDesksSeeEachOther()
{
    Desk& one = open(QStringLiteral("Desk 1"));
    Desk& two = open(QStringLiteral("Desk 2"));
    const AppointmentId id = one.book(1, 1, 1, Desk::at(9));
    const AppointmentId other = one.book(2, 1, 2, Desk::at(9));
    QTRY_VERIFY_WITH_TIMEOUT(one.shown(id) && two.shown(id) && two.shown(other), Patience);
    two.view()->select(other);
    one.focus();
    one.view()->select(id);
    one.key(Qt::Key_Right, Qt::AltModifier);
    one.key(Qt::Key_Right, Qt::AltModifier);
    one.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(two.shown(id)->staff, ResourceId(3), Patience);
    QCOMPARE(two.view()->selected(), other);
    // A popup at one desk shows as its hold at the other, and goes with Esc.
    one.view()->setCursorPlace({LocationId(1), ResourceId(1), Desk::at(12)});
    one.key(Qt::Key_Return);
    auto* client = one.session.window().findChild<QLineEdit*>(QStringLiteral("client"));
    QVERIFY(client != nullptr);
    QTRY_VERIFY(client->hasFocus());
    QTest::keyClicks(client, QStringLiteral("o"));
    const auto held = [&two] {
        const DayBlock* block = two.view()->solidAt(0, Desk::at(12));
        return block != nullptr && block->row.isDeskHold && block->row.label == QStringLiteral("Desk 1");
    };
    QTRY_VERIFY_WITH_TIMEOUT(held(), Patience);
    one.key(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(two.view()->solidAt(0, Desk::at(12)) == nullptr, Patience);
}

void TestDeskSession::aStaleMoveOverwritesNothing()
{
    Desk& one = open(QStringLiteral("Desk 1"));
    Desk& two = open(QStringLiteral("Desk 2"));
    const AppointmentId id = one.book(1, 1, 1, Desk::at(9));
    QTRY_VERIFY_WITH_TIMEOUT(one.shown(id) && two.shown(id), Patience);
    // Both begin on what they see; the second is told, and nothing of the first is lost.
    one.focus();
    one.view()->select(id);
    one.key(Qt::Key_Down, Qt::AltModifier);
    two.focus();
    two.view()->select(id);
    two.key(Qt::Key_Right, Qt::AltModifier);
    two.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(one.saved(id)->staff, ResourceId(2), Patience);
    QSignalSpy answered(&one.session.conversation(), &BookingConversation::inFlightChanged);
    one.session.window().activateWindow();
    QTest::keyClick(one.view(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(one.view(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(answered.size() >= 2, Patience); // on its way, then answered
    QCOMPARE(one.saved(id)->staff, ResourceId(2));
    QCOMPARE(one.saved(id)->slot.start, Desk::at(9));
    QCOMPARE(one.shown(id)->slot.start, Desk::at(9));
}

void TestDeskSession::searchGoesToTheNextVisit()
{
    Desk& desk = open(QStringLiteral("Desk 1"));
    const AppointmentId id = desk.book(3, 1, 1, Desk::at(14) + std::chrono::days(14));
    QVERIFY(id.isValid());
    desk.waitForSearch();
    desk.focus();
    desk.key(Qt::Key_F, Qt::ControlModifier);
    auto* box = desk.session.window().findChild<QLineEdit*>(QStringLiteral("searchBox"));
    QTRY_VERIFY(box->hasFocus());
    QTest::keyClicks(box, QStringLiteral("5003"));
    desk.key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.view()->date(), Desk::monday().addDays(14), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk.view()->selected(), id, Patience);
}

void TestDeskSession::shiftEnterSqueezesInWhereItIsTaken()
{
    Desk& desk = open(QStringLiteral("Desk 1"));
    const AppointmentId there = desk.book(2, 1, 1, Desk::at(11));
    QTRY_VERIFY_WITH_TIMEOUT(desk.shown(there).has_value(), Patience);
    desk.waitForSearch();
    desk.focus();
    // Where the manager allows nobody, one line says so.
    QSignalSpy said(desk.view(), &CalendarView::said);
    desk.view()->select(there);
    desk.key(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(said.size(), 1);
    QVERIFY(said[0][0].toString().contains(QStringLiteral("Nobody can be squeezed in with")));
    QVERIFY(desk.session.window().findChild<QLineEdit*>(QStringLiteral("client")) == nullptr);
    m_book->typed(QStringLiteral("UPDATE resource SET squeeze_capacity = 2, version = version + 1 WHERE id = 1"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.session.link().catalogue()->resource(ResourceId(1))->squeezeCapacity, 2, Patience);
    desk.key(Qt::Key_Return, Qt::ShiftModifier);
    auto* client = desk.session.window().findChild<QLineEdit*>(QStringLiteral("client"));
    QTRY_VERIFY(client != nullptr && client->hasFocus());
    QTest::keyClicks(client, QStringLiteral("len"));
    auto* reason = desk.session.window().findChild<QLineEdit*>(QStringLiteral("squeezeReason"));
    QTRY_VERIFY_WITH_TIMEOUT(reason->isVisible(), Patience);
    // In the popup it is Enter: the held Shift of the grid does nothing else.
    desk.key(Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != nullptr && QApplication::focusWidget() != client, Patience);
    desk.key(Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(reason->isVisible(), Patience); // offered anew for what is chosen now
    for (int tab = 0; tab < 6 && !reason->hasFocus(); ++tab)
        desk.key(Qt::Key_Tab);
    QVERIFY(reason->hasFocus());
    QTest::keyClicks(reason, QStringLiteral("her sister is there"));
    desk.key(Qt::Key_Return, Qt::ShiftModifier);
    const auto squeezed = [this] {
        return m_book->typed(QStringLiteral("SELECT count(*) FROM appointment WHERE squeezed = 1")).value.toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(squeezed(), 1, Patience);
    QCOMPARE(
        m_book->typed(QStringLiteral("SELECT squeeze_reason FROM appointment WHERE squeezed = 1")).value.toString(),
        QStringLiteral("her sister is there"));
}

void TestDeskSession::aBookThatIsMissingIsExplained()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
    const SystemClock clock;
    DeskSession session(DatabaseUrl::sqliteFile(folder.filePath(QStringLiteral("none.db"))), {}, clock, &settings);
    session.window().show();
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(session.link().state().kind, LinkState::Kind::Refused, Patience);
    QVERIFY2(session.problemText().contains(QStringLiteral("none.db")), qPrintable(session.problemText()));
    QVERIFY(!session.isDrawn());
}

QTEST_MAIN(TestDeskSession)
#include "tst_desk_session.moc"
