#include "paper/sheet_layout.h"
#include "paper/week_layout.h"
#include "tests/paper/paper_fixture.h"

#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

const QSizeF a4(595, 842);
const QSizeF letter(612, 792);

std::vector<SheetLine> freeLines(size_t count)
{
    return std::vector<SheetLine>(count);
}

} // namespace

/// Where lines, columns and blocks stand, without a page to paint on.
class TestSheetLayout : public QObject
{
    Q_OBJECT
private slots:
    void columnsFillThePaper_data()
    {
        QTest::addColumn<QSizeF>("paper");
        QTest::addColumn<bool>("one");
        QTest::newRow("A4, all") << a4 << false;
        QTest::newRow("A4, one") << a4 << true;
        QTest::newRow("Letter, all") << letter << false;
        QTest::newRow("Letter, one") << letter << true;
    }
    void columnsFillThePaper()
    {
        QFETCH(QSizeF, paper);
        QFETCH(bool, one);
        const SheetLayout layout(paper, one);
        double x = layout.body().left();
        for (int field = 0; field < SheetLayout::FieldCount; ++field) {
            const auto& column = layout.column(SheetLayout::Field(field));
            QCOMPARE(column.x, x);
            x += column.width;
        }
        QCOMPARE(x, layout.body().right());
        QVERIFY2(layout.column(SheetLayout::Remark).width >= 90, "room to write");
        QVERIFY(layout.textSize() >= 9);
        QVERIFY(layout.foot().bottom() < paper.height());
        QVERIFY(layout.body().bottom() <= layout.foot().top());
    }

    void oneSectionOverPages()
    {
        const SheetLayout layout(a4, false);
        const auto pages = layout.pages({freeLines(60)});
        QCOMPARE(pages.size(), size_t(3));
        size_t next = 0;
        for (size_t page = 0; page < pages.size(); ++page) {
            QCOMPARE(pages[page].front().line, SheetLayout::Placed::Heading);
            QCOMPARE(pages[page].front().continued, page > 0);
            double y = layout.body().top() + SheetLayout::ColumnHeads;
            for (const auto& placed : pages[page]) {
                QCOMPARE(placed.y, y);
                y += placed.height;
                if (placed.line != SheetLayout::Placed::Heading)
                    QCOMPARE(placed.line, next++);
            }
            QVERIFY(y <= layout.body().bottom());
        }
        QCOMPARE(next, size_t(60));
        QVERIFY2(pages.front().size() >= 25, "rows a page");
    }

    /// Whatever the number of lines before it.
    void aHeadingNeverStandsAlone()
    {
        const SheetLayout layout(letter, false);
        for (size_t before = 0; before < 60; ++before) {
            const auto pages = layout.pages({freeLines(before), freeLines(5), freeLines(1)});
            size_t lines = 0;
            for (const SheetLayout::Page& page : pages) {
                for (size_t i = 0; i < page.size(); ++i) {
                    lines += page[i].line != SheetLayout::Placed::Heading;
                    if (page[i].line == SheetLayout::Placed::Heading && page[i].section == 1 && !page[i].continued)
                        QVERIFY(i + 2 < page.size() && page[i + 2].section == 1);
                    if (page[i].line == SheetLayout::Placed::Heading && page[i].section == 2)
                        QVERIFY(i + 1 < page.size());
                }
            }
            QCOMPARE(lines, before + 6);
        }
    }

    void nothingIsOnePage()
    {
        QCOMPARE(SheetLayout(a4, false).pages({}).size(), size_t(1));
        QCOMPARE(SheetLayout(a4, true).pages({{}}).size(), size_t(1));
    }

    void aWholeDayOfOneStaffMemberIsOnePage()
    {
        // Nine hours in halves and a break.
        std::vector<SheetLine> lines = freeLines(18);
        lines.push_back({SheetLine::Kind::Break, {}});
        QCOMPARE(SheetLayout(a4, true).pages({lines}).size(), size_t(1));
        QCOMPARE(SheetLayout(letter, true).pages({lines}).size(), size_t(1));
    }

    void theWeekShowsItsHours()
    {
        PaperWeek week;
        week.place = place();
        for (int i = 0; i < 7; ++i)
            week.days.push_back({QDate(2026, 11, 23).addDays(i), {}});
        const QSizeF lying(842, 595);
        QCOMPARE(WeekLayout(lying, week).firstHour(), 9);
        QCOMPARE(WeekLayout(lying, week).lastHour(), 18);
        week.days[1].staff = atWork(QStringLiteral("Ana"), week.days[1].date);
        visit(week.days[1].staff, week.days[1].date, "07:30", "08:00", QStringLiteral("Lena"));
        visit(week.days[1].staff, week.days[1].date, "07:45", "08:30", QStringLiteral("Omar"));
        visit(week.days[1].staff, week.days[1].date, "09:00", "09:10", QStringLiteral("Mia"));
        const WeekLayout layout(lying, week);
        QCOMPARE(layout.firstHour(), 7);
        QCOMPARE(layout.lastHour(), 18);
        const auto blocks = layout.blocks(week);
        QCOMPARE(blocks.size(), size_t(3));
        QVERIFY2(!blocks[0].box.intersects(blocks[1].box), "side by side");
        QCOMPARE(blocks[0].box.width(), blocks[1].box.width());
        QVERIFY(blocks[2].box.width() > blocks[0].box.width() * 1.9);
        QVERIFY(blocks[2].box.height() >= 12);
        for (const auto& block : blocks)
            QVERIFY(layout.column(1).contains(block.box));
    }

    void theWallClockOfADay()
    {
        const QDate back(2026, 10, 25);
        const auto whole = WeekLayout::onWall(berlin().day(back), back, berlin());
        QCOMPARE(whole.from, Seconds(0));
        QCOMPARE(whole.to, Seconds(24 * 3600));
        // Half an hour across the change seems to take no time.
        const Instant first = berlin().meaningOf(back, QTime(2, 45)).first;
        const auto across = WeekLayout::onWall({first, first + Minutes(30)}, back, berlin());
        QCOMPARE(across.from, Seconds(2 * 3600 + 45 * 60));
        QCOMPARE(across.to, across.from);
    }
};

QTEST_GUILESS_MAIN(TestSheetLayout)
#include "tst_sheet_layout.moc"
