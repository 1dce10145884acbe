#include "paper/sheet_lines.h"
#include "tests/paper/paper_fixture.h"

#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

const QDate monday(2026, 11, 23);

/// "09:00 free, 10:00 Lena, 13:00 break"
QString told(const PaperStaff& staff, Minutes step)
{
    QStringList words;
    for (const SheetLine& line : linesOf(staff, berlin(), step)) {
        const QString time = berlin().toLocal(line.slot.start).time().toString(QStringLiteral("HH:mm"));
        switch (line.kind) {
        case SheetLine::Kind::Visit:
            words += time + u' ' + staff.visits[line.visit].name;
            break;
        case SheetLine::Kind::Free:
            words += time + QStringLiteral(" free");
            break;
        case SheetLine::Kind::Break:
            words += time + QStringLiteral(" break");
            break;
        }
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

/// Which lines a staff member has on the sheet.
class TestSheetLines : public QObject
{
    Q_OBJECT
private slots:
    void anEmptyDayIsCutAtWholeSteps()
    {
        const PaperStaff staff = atWork(QStringLiteral("Ana"), monday);
        QCOMPARE(told(staff, Minutes(60)),
                 QStringLiteral("09:00 free, 10:00 free, 11:00 free, 12:00 free, 13:00 break, 13:30 free, 14:00 free, "
                                "15:00 free, 16:00 free, 17:00 free"));
        QCOMPARE(linesOf(staff, berlin(), Minutes(30)).size(), size_t(8 + 1 + 9));
    }

    void gapsStandBetweenVisits()
    {
        PaperStaff staff = atWork(QStringLiteral("Ana"), monday);
        visit(staff, monday, "09:00", "09:45", QStringLiteral("Lena"));
        visit(staff, monday, "09:50", "11:00", QStringLiteral("Omar")); // five minutes are no place
        visit(staff, monday, "11:50", "13:00", QStringLiteral("Mia"));
        visit(staff, monday, "13:30", "18:00", QStringLiteral("Nora"));
        QCOMPARE(told(staff, Minutes(60)),
                 QStringLiteral("09:00 Lena, 09:50 Omar, 11:00 free, 11:50 Mia, 13:00 break, 13:30 Nora"));
    }

    void aRestTooShortForALineJoinsTheOneBeside()
    {
        PaperStaff staff = atWork(QStringLiteral("Ana"), monday);
        visit(staff, monday, "09:00", "09:50", QStringLiteral("Lena"));
        visit(staff, monday, "11:10", "18:00", QStringLiteral("Omar"));
        // 09:50–11:00 with the ten minutes before ten, then 11:00–11:10 has no line of its own either.
        const std::vector<SheetLine> lines = linesOf(staff, berlin(), Minutes(60));
        QCOMPARE(told(staff, Minutes(60)), QStringLiteral("09:00 Lena, 09:50 free, 11:10 Omar"));
        QCOMPARE(lines[1].slot, (TimeSlot{wall(monday, "09:50"), wall(monday, "11:10")}));
    }

    void whileItDevelopsThereIsALine()
    {
        PaperStaff staff = atWork(QStringLiteral("Ana"), monday);
        visit(staff, monday, "09:00", "18:00", QStringLiteral("Lena"));
        staff.busy = {{wall(monday, "09:00"), wall(monday, "09:35")}, {wall(monday, "10:15"), wall(monday, "18:00")}};
        QCOMPARE(told(staff, Minutes(60)), QStringLiteral("09:00 Lena, 09:35 free"));
    }

    void visitsOutsideOfTheHoursHaveTheirPlace()
    {
        PaperStaff staff;
        visit(staff, monday, "07:00", "08:00", QStringLiteral("Lena"));
        QCOMPARE(told(staff, Minutes(60)), QStringLiteral("07:00 Lena"));
        staff.open = {{wall(monday, "09:00"), wall(monday, "10:00")}};
        QCOMPARE(told(staff, Minutes(60)), QStringLiteral("07:00 Lena, 09:00 free"));
    }

    void theNightsOfTheClocks_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("hours");
        QTest::newRow("forward, 23 hours") << QDate(2026, 3, 29) << 23;
        QTest::newRow("plain, 24 hours") << monday << 24;
        QTest::newRow("back, 25 hours") << QDate(2026, 10, 25) << 25;
    }
    void theNightsOfTheClocks()
    {
        QFETCH(QDate, date);
        QFETCH(int, hours);
        PaperStaff staff;
        staff.open = {berlin().day(date)};
        const std::vector<SheetLine> lines = linesOf(staff, berlin(), Minutes(60));
        QCOMPARE(int(lines.size()), hours);
        Instant at = staff.open.front().start;
        for (const SheetLine& line : lines) {
            QCOMPARE(line.slot.start, at);
            at = line.slot.end;
        }
        QCOMPARE(at, staff.open.front().end);
    }
};

QTEST_GUILESS_MAIN(TestSheetLines)
#include "tst_sheet_lines.moc"
