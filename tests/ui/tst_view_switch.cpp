#include "tests/ui/window_fixture.h"
#include "ui/view_switch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QToolButton>

using namespace frontdesk;
using frontdesk::test::WindowFixture;

/// Day, week, month and list: how they are chosen, what turns with them, and what is kept.
class TestViewSwitch : public WindowFixture
{
    Q_OBJECT
private slots:
    void aClickChooses();
    void keysChoose();
    void arrowsWalkAlongTheSwitch();
    void titleAndStepsFollowTheView();
    void whatIsShownMustBeThere();
    void theViewIsRemembered();
    void whatIsSoughtIsShownInItsDay();
    void whoWaitsIsGoneToInTheDay();
    void codesReadBack();
    void periodsAreNamed_data();
    void periodsAreNamed();

private:
    void click(const char* name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    [[nodiscard]] QWidget* shown() { return find<QStackedWidget>("views")->currentWidget(); }
    [[nodiscard]] QString title() { return find<QToolButton>("dateLabel")->text(); }
};

void TestViewSwitch::aClickChooses()
{
    QVERIFY(find<QAbstractButton>("dayViewButton")->isChecked());
    click("monthViewButton");
    QCOMPARE(m_window->view(), ViewKind::Month);
    QCOMPARE(shown(), find<QWidget>("monthView"));
    QVERIFY(find<QAbstractButton>("monthViewButton")->isChecked());
    QVERIFY(!find<QAbstractButton>("dayViewButton")->isChecked());
    QVERIFY(shown()->hasFocus()); // keys go on in what is shown
    click("listViewButton");
    QCOMPARE(shown(), find<QWidget>("listView"));
    QVERIFY(find<QWidget>("listTable")->hasFocus());
    click("weekViewButton");
    QCOMPARE(m_window->view(), ViewKind::Week);
    click("dayViewButton");
    QCOMPARE(shown(), view());
    QVERIFY(view()->hasFocus());
}

void TestViewSwitch::keysChoose()
{
    const std::pair<Qt::Key, ViewKind> keys[] = {{Qt::Key_3, ViewKind::Month},
                                                 {Qt::Key_4, ViewKind::List},
                                                 {Qt::Key_2, ViewKind::Week},
                                                 {Qt::Key_1, ViewKind::Day}};
    for (const auto& [key, kind] : keys) {
        QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier);
        QCOMPARE(m_window->view(), kind);
        QCOMPARE(find<ViewSwitch>("viewSwitch")->kind(), kind);
        QVERIFY(shown()->hasFocus());
    }
}

void TestViewSwitch::arrowsWalkAlongTheSwitch()
{
    auto* day = find<QAbstractButton>("dayViewButton");
    day->setFocus(Qt::TabFocusReason);
    for (const char* next : {"weekViewButton", "monthViewButton", "listViewButton"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QVERIFY2(find<QAbstractButton>(next)->isChecked(), next);
        QVERIFY2(find<QAbstractButton>(next)->hasFocus(), next);
    }
    QCOMPARE(m_window->view(), ViewKind::List);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(m_window->view(), ViewKind::Month);
}

void TestViewSwitch::titleAndStepsFollowTheView()
{
    m_window->resize(1600, 1000);
    QTRY_COMPARE(title(), QStringLiteral("Monday 23 November 2026"));
    click("weekViewButton");
    QCOMPARE(title(), QStringLiteral("23 – 29 November 2026"));
    QCOMPARE(find<QWidget>("nextButton")->accessibleName(), QStringLiteral("Next week"));
    click("nextButton");
    QCOMPARE(m_window->date(), QDate(2026, 11, 30));
    QCOMPARE(title(), QStringLiteral("30 November – 6 December 2026"));
    click("monthViewButton");
    QCOMPARE(title(), QStringLiteral("November 2026"));
    click("nextButton");
    QCOMPARE(m_window->date(), QDate(2026, 12, 30));
    QCOMPARE(title(), QStringLiteral("December 2026"));
    click("previousButton");
    click("previousButton");
    QCOMPARE(title(), QStringLiteral("October 2026"));
    click("todayButton");
    QCOMPARE(m_window->date(), QDate(2026, 11, 23));
    click("listViewButton");
    QCOMPARE(title(), QStringLiteral("Monday 23 November 2026"));
    click("nextButton");
    QCOMPARE(m_window->date(), QDate(2026, 11, 24));
    m_window->resize(1366, 768);
    QTRY_COMPARE(title(), QStringLiteral("Tue 24 Nov 2026"));
}

void TestViewSwitch::whatIsShownMustBeThere()
{
    QSignalSpy ranges(m_window.get(), &DayWindow::rangeNeeded);
    click("weekViewButton");
    QCOMPARE(ranges.last()[1].value<TimeSlot>(),
             (TimeSlot{m_day->zone.day(QDate(2026, 11, 23)).start, m_day->zone.day(QDate(2026, 11, 29)).end}));
    click("dayViewButton");
    QCOMPARE(ranges.last()[1].value<TimeSlot>(), m_day->zone.day(QDate(2026, 11, 23)));
}

void TestViewSwitch::theViewIsRemembered()
{
    click("monthViewButton");
    m_window.reset(); // without being closed
    BookAccess book;
    book.bus = m_bus.get();
    book.appointments = m_mirror.get();
    book.catalogue = [this] { return m_day->catalogue; };
    book.clock = m_clock.get();
    m_window = std::make_unique<DayWindow>(book, m_settings.get());
    QCOMPARE(m_window->view(), ViewKind::Month);
    QVERIFY(find<QAbstractButton>("monthViewButton")->isChecked());
    m_settings->setValue(QStringLiteral("view/kind"), QStringLiteral("year"));
    m_window = std::make_unique<DayWindow>(book, m_settings.get());
    QCOMPARE(m_window->view(), ViewKind::Day);
}

void TestViewSwitch::whatIsSoughtIsShownInItsDay()
{
    const Appointment lena = m_day->row(QStringLiteral("Lena Fischer"));
    QVERIFY(m_window->isInSight(lena.id));
    click("monthViewButton");
    QVERIFY(!m_window->isInSight(lena.id)); // an undo goes there first
    m_window->goTo(lena.id, lena.slot.start);
    QCOMPARE(m_window->view(), ViewKind::Day);
    QTRY_COMPARE(view()->selected(), lena.id);
    QVERIFY(view()->hasFocus());
    click("listViewButton");
    QVERIFY(m_window->isInSight(lena.id));
    QVERIFY(!m_window->isInSight(AppointmentId(4711)));
}

void TestViewSwitch::whoWaitsIsGoneToInTheDay()
{
    click("monthViewButton");
    QVERIFY(!find<QWidget>("waitingStrip")->isVisible()); // it would let the leaf jump
    click("listViewButton");
    QVERIFY(find<QWidget>("waitingStrip")->isVisible());
    const AppointmentId sofia = id("Sofia Rossi");
    auto* waiting = m_window->findChild<QAbstractButton*>(QStringLiteral("waiting_%1").arg(sofia.value()));
    QVERIFY(waiting != nullptr);
    QTest::mouseClick(waiting, Qt::LeftButton);
    QCOMPARE(m_window->view(), ViewKind::Day);
    QCOMPARE(view()->selected(), sofia);
}

void TestViewSwitch::codesReadBack()
{
    for (const ViewKind kind : AllViews)
        QCOMPARE(viewFromCode(QString(toCode(kind))), std::optional(kind));
    QCOMPARE(viewFromCode(u"year"), std::nullopt);
    QCOMPARE(viewFromCode(u""), std::nullopt);
}

void TestViewSwitch::periodsAreNamed_data()
{
    QTest::addColumn<int>("period");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("brief");
    const auto row = [](const char* name, Period period, QDate date, const char* whole, const char* brief) {
        QTest::newRow(name) << int(period) << date << QString::fromUtf8(whole) << QString::fromUtf8(brief);
    };
    row("a day", Period::Day, {2026, 11, 23}, "Monday 23 November 2026", "Mon 23 Nov 2026");
    row("a week in its month", Period::Week, {2026, 11, 29}, "23 – 29 November 2026", "23 – 29 Nov 2026");
    row("a week into the next month", Period::Week, {2026, 12, 1}, "30 November – 6 December 2026",
        "30 Nov – 6 Dec 2026");
    row("a week into the next year", Period::Week, {2027, 1, 1}, "28 December 2026 – 3 January 2027",
        "28 Dec 2026 – 3 Jan 2027");
    row("a month", Period::Month, {2026, 11, 23}, "November 2026", "Nov 2026");
}

void TestViewSwitch::periodsAreNamed()
{
    QFETCH(const int, period);
    QFETCH(const QDate, date);
    QFETCH(const QString, whole);
    QFETCH(const QString, brief);
    QCOMPARE(periodText(Period(period), date), whole);
    QCOMPARE(periodText(Period(period), date, true), brief);
}

QTEST_MAIN(TestViewSwitch)
#include "tst_view_switch.moc"
