#include "tests/ui/window_fixture.h"
#include "ui/mini_month.h"
#include "ui/month_view.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace frontdesk;
using frontdesk::test::DayFixture;
using frontdesk::test::WindowFixture;

/// The month's leaf by keys and mouse, and what its days say.
class TestMonthView : public WindowFixture
{
    Q_OBJECT
private slots:
    void eachDaySaysHowFullItIs();
    void whatIsNotReadIsNotSaid();
    void arrowsWalkTheDays();
    void pagesTurnTheLeaf();
    void enterOpensTheDay();
    void lettersGoToDates();
    void aClickMarksADoubleClickOpens();
    void aDoubleClickBesideTheMonthOpensThatDay();
    void theWheelTurnsTheLeaf();
    void bothLeavesTurnTogether();
    void itSettlesWhenItsLeafIsRead();
    void aScreenReaderIsOnTheDay();
    void freeTimeInWords_data();
    void freeTimeInWords();

private:
    [[nodiscard]] MonthView* month() { return find<MonthView>("monthView"); }
    [[nodiscard]] MonthCell* cell(QDate date)
    {
        return month()->findChild<MonthCell*>(QStringLiteral("monthDay_") + date.toString(Qt::ISODate));
    }
    [[nodiscard]] QString said(QDate date) { return cell(date) != nullptr ? cell(date)->accessibleName() : QString(); }
    void showMonth() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::AltModifier); }
    /// Answers for the leaf that is shown.
    void answer(const DayLoads& loads)
    {
        const QDate first = month()->firstShown();
        m_window->setLoads(m_day->location,
                           {m_day->zone.day(first).start, m_day->zone.day(first.addDays(LeafDays)).start}, loads);
    }
    /// As a mouse does it: QTest sends the second half alone.
    static void doubleClick(QWidget* on)
    {
        QTest::mouseClick(on, Qt::LeftButton);
        QTest::mouseDClick(on, Qt::LeftButton);
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), pressed, modifiers);
    }
};

void TestMonthView::eachDaySaysHowFullItIs()
{
    using std::chrono::hours;
    showMonth();
    answer({{QDate(2026, 11, 23), {hours(30), hours(20), 33}},
            {QDate(2026, 11, 24), {hours(48), hours(48), 41}},
            {QDate(2026, 11, 25), {hours(40), hours(40), 1}},
            {QDate(2026, 11, 20), {hours(30), hours(0), 28}}});
    QVERIFY2(said({2026, 11, 23}).startsWith(QStringLiteral("Monday 23 November 2026, today, 33 appointments, ")),
             qPrintable(said({2026, 11, 23})));
    QVERIFY(said({2026, 11, 23}).endsWith(QStringLiteral(" free")));
    QCOMPARE(said({2026, 11, 24}), QStringLiteral("Tuesday 24 November 2026, 41 appointments, full"));
    QCOMPARE(said({2026, 11, 25}), QStringLiteral("Wednesday 25 November 2026, 1 appointment, 8 h free"));
    QCOMPARE(said({2026, 11, 26}), QStringLiteral("Thursday 26 November 2026, no appointments, 48 h free"));
    QCOMPARE(said({2026, 11, 29}), QStringLiteral("Sunday 29 November 2026, no appointments, closed"));
    // What is over has nothing left to book.
    QCOMPARE(said({2026, 11, 20}), QStringLiteral("Friday 20 November 2026, 28 appointments"));
    QCOMPARE(month()->firstShown(), QDate(2026, 10, 26));
    QVERIFY(cell({2026, 12, 6}) != nullptr);
    QVERIFY(cell({2026, 12, 7}) == nullptr);
}

void TestMonthView::whatIsNotReadIsNotSaid()
{
    showMonth();
    QCOMPARE(said({2026, 11, 25}), QStringLiteral("Wednesday 25 November 2026"));
    answer({});
    QCOMPARE(said({2026, 11, 25}), QStringLiteral("Wednesday 25 November 2026, no appointments, 48 h free"));
    // No answer leaves what is drawn; nor does another location's answer draw anything.
    m_window->setLoads(m_day->location, {m_day->at("00:00"), m_day->at("23:00")}, std::nullopt);
    m_window->setLoads(LocationId(77), {m_day->at("00:00"), m_day->at("23:00")}, DayLoads());
    QCOMPARE(said({2026, 11, 25}), QStringLiteral("Wednesday 25 November 2026, no appointments, 48 h free"));
    key(Qt::Key_PageDown);
    QCOMPARE(said({2026, 12, 1}),
             QStringLiteral("Tuesday 1 December 2026, no appointments, 48 h free")); // on both leaves
    QCOMPARE(said({2026, 12, 24}), QStringLiteral("Thursday 24 December 2026"));
}

void TestMonthView::arrowsWalkTheDays()
{
    showMonth();
    QVERIFY(month()->hasFocus());
    const std::pair<Qt::Key, QDate> steps[] = {{Qt::Key_Right, {2026, 11, 24}}, {Qt::Key_Down, {2026, 12, 1}},
                                               {Qt::Key_Left, {2026, 11, 30}},  {Qt::Key_Up, {2026, 11, 23}},
                                               {Qt::Key_End, {2026, 11, 29}},   {Qt::Key_Home, {2026, 11, 23}}};
    for (const auto& [pressed, date] : steps) {
        key(pressed);
        QCOMPARE(m_window->date(), date);
        QCOMPARE(view()->date(), date); // the day's rows and the panels go along
        QCOMPARE(QApplication::focusWidget(), cell(date));
    }
    QCOMPARE(m_window->view(), ViewKind::Month);
}

void TestMonthView::pagesTurnTheLeaf()
{
    showMonth();
    QSignalSpy asked(m_window.get(), &DayWindow::loadsNeeded);
    key(Qt::Key_PageDown);
    QCOMPARE(m_window->date(), QDate(2026, 12, 23));
    QCOMPARE(month()->firstShown(), QDate(2026, 11, 30));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][1].value<TimeSlot>().start, m_day->zone.day(QDate(2026, 11, 30)).start);
    key(Qt::Key_PageUp);
    key(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(m_window->date(), QDate(2026, 10, 23));
    key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_window->date(), QDate(2026, 11, 23));
    QVERIFY(month()->hasFocus());
}

void TestMonthView::enterOpensTheDay()
{
    showMonth();
    key(Qt::Key_Right);
    key(Qt::Key_Return);
    QCOMPARE(m_window->view(), ViewKind::Day);
    QCOMPARE(view()->date(), QDate(2026, 11, 24));
    QVERIFY(view()->hasFocus());
}

void TestMonthView::lettersGoToDates()
{
    showMonth();
    key(Qt::Key_PageDown);
    key(Qt::Key_T);
    QCOMPARE(m_window->date(), QDate(2026, 11, 23));
    key(Qt::Key_G);
    auto* text = find<QLineEdit>("goToDateText");
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, QStringLiteral("+6w"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(m_window->date(), QDate(2027, 1, 4));
    QCOMPARE(m_window->view(), ViewKind::Month);
    QVERIFY(month()->hasFocus());
}

void TestMonthView::aClickMarksADoubleClickOpens()
{
    showMonth();
    QTest::mouseClick(cell({2026, 11, 25}), Qt::LeftButton);
    QCOMPARE(m_window->date(), QDate(2026, 11, 25));
    QCOMPARE(m_window->view(), ViewKind::Month);
    QVERIFY(cell({2026, 11, 25})->hasFocus());
    doubleClick(cell({2026, 11, 26}));
    QCOMPARE(m_window->view(), ViewKind::Day);
    QCOMPARE(view()->date(), QDate(2026, 11, 26));
}

void TestMonthView::aDoubleClickBesideTheMonthOpensThatDay()
{
    showMonth();
    // Its first click turns the leaf, and another day comes under the pointer.
    doubleClick(cell({2026, 12, 4}));
    QCOMPARE(m_window->view(), ViewKind::Day);
    QCOMPARE(view()->date(), QDate(2026, 12, 4));
}

void TestMonthView::theWheelTurnsTheLeaf()
{
    showMonth();
    const QPointF middle = month()->rect().center();
    const auto turn = [&](int by) {
        QWheelEvent wheel(middle, month()->mapToGlobal(middle), {}, {0, by}, Qt::NoButton, {}, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(month(), &wheel);
    };
    turn(-60);
    QCOMPARE(m_window->date(), QDate(2026, 11, 23)); // half a step of a fine wheel
    turn(-60);
    QCOMPARE(m_window->date(), QDate(2026, 12, 23));
    turn(240);
    QCOMPARE(m_window->date(), QDate(2026, 10, 23));
}

void TestMonthView::bothLeavesTurnTogether()
{
    auto* mini = find<MiniMonth>("miniMonth");
    // Beside a day the small leaf turns alone …
    const QPoint middle = mini->rect().center();
    const auto turnMini = [&] {
        QWheelEvent wheel(middle, mini->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(mini, &wheel);
    };
    turnMini();
    QCOMPARE(mini->month(), QDate(2026, 12, 1));
    QCOMPARE(m_window->date(), QDate(2026, 11, 23));
    // … and comes back to the month that is shown, from where both go on.
    showMonth();
    QCOMPARE(mini->month(), QDate(2026, 11, 1));
    turnMini();
    QCOMPARE(mini->month(), QDate(2026, 12, 1));
    QCOMPARE(m_window->date(), QDate(2026, 12, 23));
    QCOMPARE(month()->firstShown(), mini->firstShown());
}

void TestMonthView::itSettlesWhenItsLeafIsRead()
{
    showMonth();
    QSignalSpy asked(m_window.get(), &DayWindow::loadsNeeded);
    m_mirror->apply(m_day->snapshot());
    QTRY_VERIFY(!asked.isEmpty());
    QVERIFY(!m_window->isSettled());
    answer({});
    QTRY_VERIFY(m_window->isSettled());
    key(Qt::Key_PageDown);
    QVERIFY(!m_window->isSettled());
    m_mirror->apply(m_day->snapshot());
    answer({});
    QTRY_COMPARE(asked.size(), 3); // after the rows once more
    answer({});
    QTRY_VERIFY(m_window->isSettled());
}

void TestMonthView::aScreenReaderIsOnTheDay()
{
    showMonth();
    answer({});
    key(Qt::Key_Right);
    QAccessibleInterface* day = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
    QVERIFY(day != nullptr);
    QCOMPARE(day->role(), QAccessible::PushButton);
    QCOMPARE(day->text(QAccessible::Name), QStringLiteral("Tuesday 24 November 2026, no appointments, 48 h free"));
    QVERIFY(day->state().focused);
}

void TestMonthView::freeTimeInWords_data()
{
    QTest::addColumn<int>("ahead");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, int ahead, const char* words) {
        QTest::newRow(name) << ahead << QString::fromLatin1(words);
    };
    row("nothing", 48 * 60, "full");
    row("less than a step of the grid", 48 * 60 - 14, "full");
    row("a step of the grid", 48 * 60 - 15, "15 min free");
    row("some minutes more", 48 * 60 - 52, "45 min free");
    row("under two hours", 48 * 60 - 119, "105 min free");
    row("hours by halves", 48 * 60 - 170, "2 h 30 free");
    row("many hours by the hour", 48 * 60 - 10 * 60 - 59, "10 h free");
    row("more is taken than open", 60 * 60, "full");
}

void TestMonthView::freeTimeInWords()
{
    QFETCH(const int, ahead);
    QFETCH(const QString, words);
    const QDate date(2026, 11, 24);
    const DayFixture book;
    ReadLoads read{{{date, {Minutes(ahead), Minutes(ahead), 3}}}, date, date.addDays(1)};
    const auto days = monthDays({book.catalogue, book.location, firstOfLeaf(date), book.at("10:22")}, read);
    const auto day = std::ranges::find(days, date, &MonthDay::date);
    QCOMPARE(day->open, Seconds(std::chrono::hours(48)));
    QCOMPARE(freeTexts(*day).first(), words);
    QCOMPARE(day->share(), std::min(ahead / (48 * 60.0), 1.0));
    QVERIFY(freeTexts(days.front()).isEmpty()); // not read
}

QTEST_MAIN(TestMonthView)
#include "tst_month_view.moc"
