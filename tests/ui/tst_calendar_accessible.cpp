#include "tests/ui/day_fixture.h"
#include "ui/calendar_view.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace frontdesk;
using frontdesk::test::DayFixture;
using frontdesk::test::StandingClock;

/// What a screen reader gets of the day.
class TestCalendarAccessible : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_view.reset(); }

    void theDayIsATable();
    void headingsHaveWords();
    void cellsSayWhatStandsThere();
    void cellsHavePlaces();
    void theFocusFollowsTheCursor();
    void aCellCanBePressed();
    void cellsSurviveAnotherDay();

private:
    [[nodiscard]] QString cell(int row, int column)
    {
        return m_table->tableInterface()->cellAt(row, column)->text(QAccessible::Name);
    }

    DayFixture m_day;
    std::unique_ptr<StandingClock> m_clock;
    std::unique_ptr<AppointmentMirror> m_mirror;
    std::unique_ptr<CalendarView> m_view;
    QAccessibleInterface* m_table = nullptr;
};

void TestCalendarAccessible::init()
{
    m_day = DayFixture();
    m_day.fillDay();
    m_clock = std::make_unique<StandingClock>(m_day.at("10:22"));
    m_mirror = std::make_unique<AppointmentMirror>();
    m_mirror->apply(m_day.snapshot());
    m_view = std::make_unique<CalendarView>(*m_clock);
    m_view->setModel(m_mirror.get());
    m_view->setBook(m_day.catalogue, m_day.location);
    m_view->setDate(m_day.date);
    m_view->resize(1050, 860);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QAccessible::setActive(true);
    m_table = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(m_table != nullptr);
}

void TestCalendarAccessible::theDayIsATable()
{
    QCOMPARE(m_table->role(), QAccessible::Table);
    QCOMPARE(m_table->text(QAccessible::Name), QStringLiteral("Monday 23 November 2026"));
    QAccessibleTableInterface* table = m_table->tableInterface();
    QVERIFY(table != nullptr);
    QCOMPARE(table->columnCount(), 6);
    QCOMPARE(table->rowCount(), 40); // 08:30 to 18:30 by quarters
    QCOMPARE(m_table->childCount(), 240);
    QVERIFY(table->cellAt(40, 0) == nullptr);
    QVERIFY(table->cellAt(0, 6) == nullptr);
    QVERIFY(table->cellAt(-1, 0) == nullptr);
    for (int i = 0; i < m_table->childCount(); i += 17) {
        QAccessibleInterface* child = m_table->child(i);
        QVERIFY(child != nullptr && child->isValid());
        QCOMPARE(child->role(), QAccessible::Cell);
        QCOMPARE(m_table->indexOfChild(child), i);
        QCOMPARE(child->parent(), m_table);
        QCOMPARE(child->tableCellInterface()->table(), m_table);
    }
}

void TestCalendarAccessible::headingsHaveWords()
{
    QVERIFY(m_table->tableInterface()->columnDescription(0).startsWith(QStringLiteral("Ana Ruiz, ")));
    QCOMPARE(m_table->tableInterface()->rowDescription(2), QStringLiteral("09:00"));
    QVERIFY(m_table->tableInterface()->columnDescription(99).isEmpty());
}

void TestCalendarAccessible::cellsSayWhatStandsThere()
{
    QCOMPARE(cell(0, 0), QStringLiteral("08:30 Ana Ruiz: closed"));
    QCOMPARE(cell(6, 0), QStringLiteral("10:00 Ana Ruiz: Greta Lund, Haircut, 10:00–10:45, in service"));
    QCOMPARE(cell(5, 1), QStringLiteral("09:45 Ben Okafor: free"));
    QCOMPARE(cell(18, 0), QStringLiteral("13:00 Ana Ruiz: Break"));
    QCOMPARE(cell(8, 2), QString::fromUtf8("10:30 Chloé Martin: Yuki Mori, Massage, 10:30–11:30, arrived, 3′, alert: "
                                           "Back pain, no pressure"));
    QCOMPARE(cell(13, 0), QStringLiteral("11:45 Ana Ruiz: free")); // while Carlos's colour develops
    QCOMPARE(cell(34, 5), QStringLiteral("17:00 Farah Aziz: Desk 2 is booking here, 17:00–17:45"));
}

void TestCalendarAccessible::cellsHavePlaces()
{
    QAccessibleInterface* free = m_table->tableInterface()->cellAt(5, 1);
    const QPoint middle = free->rect().center();
    QCOMPARE(m_table->childAt(middle.x(), middle.y()), free);
    QVERIFY(m_view->viewport()->rect().contains(m_view->viewport()->mapFromGlobal(middle)));
    QVERIFY(m_table->childAt(-5000, -5000) == nullptr);
}

void TestCalendarAccessible::theFocusFollowsTheCursor()
{
    m_view->setFocus();
    m_view->setCursorPlace({m_day.location, m_day.staff("Ben"), m_day.at("09:45")});
    QAccessibleInterface* focused = m_table->focusChild();
    QVERIFY(focused != nullptr);
    QCOMPARE(focused->text(QAccessible::Name), QStringLiteral("09:45 Ben Okafor: free"));
    QVERIFY(focused->state().focused && focused->state().selected);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_table->focusChild()->tableCellInterface()->rowIndex(), 6);
    QVERIFY(m_table->focusChild()->text(QAccessible::Name).contains(QStringLiteral("Sofia Rossi")));
    QCOMPARE(m_table->tableInterface()->selectedCells(), QList<QAccessibleInterface*>{m_table->focusChild()});
    QVERIFY(!focused->state().focused);
}

void TestCalendarAccessible::aCellCanBePressed()
{
    QSignalSpy booked(m_view.get(), &CalendarView::bookRequested);
    QAccessibleActionInterface* action = m_table->tableInterface()->cellAt(5, 1)->actionInterface();
    QVERIFY(action != nullptr);
    action->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(booked.size(), 1);
    QCOMPARE(booked[0][0].value<Place>().start, m_day.at("09:45"));
}

void TestCalendarAccessible::cellsSurviveAnotherDay()
{
    QAccessibleInterface* cellThere = m_table->tableInterface()->cellAt(6, 0);
    m_view->setDate(m_day.date.addDays(1));
    QVERIFY(cellThere->isValid());
    QCOMPARE(cellThere->text(QAccessible::Name), QStringLiteral("10:00 Ana Ruiz: free"));
    // Fewer columns: cells beyond are invalid, not dangling.
    QAccessibleInterface* last = m_table->tableInterface()->cellAt(6, 5);
    m_view->setHiddenStaff({m_day.staff("Farah")});
    QVERIFY(!last->isValid());
    QVERIFY(last->text(QAccessible::Name).isEmpty());
    QCOMPARE(m_table->tableInterface()->columnCount(), 5);
    QVERIFY(m_table->tableInterface()->cellAt(6, 4)->isValid());
}

QTEST_MAIN(TestCalendarAccessible)
#include "tst_calendar_accessible.moc"
