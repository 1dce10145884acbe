#include "paper/client_card.h"
#include "paper/day_sheet.h"
#include "paper/week_plan.h"
#include "tests/paper/paper_fixture.h"

#include <QPdfWriter>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

const QDate monday(2026, 11, 23);

PaperDay dayOf(int staff, int visits)
{
    PaperDay day;
    day.place = place();
    day.date = monday;
    for (int i = 0; i < staff; ++i) {
        PaperStaff& one = day.staff.emplace_back(atWork(QStringLiteral("Person%1").arg(i + 1), monday));
        for (int v = 0; v < visits; ++v) {
            const QByteArray from = QTime(9 + v, 0).toString(QStringLiteral("HH:mm")).toLatin1();
            const QByteArray to = QTime(9 + v, 45).toString(QStringLiteral("HH:mm")).toLatin1();
            PaperVisit& made =
                visit(one, monday, from, to, QStringLiteral("Guest%1").arg(QChar(u'A' + i)) + QString::number(v));
            made.phone = QStringLiteral("+49 30 555 01%1%2").arg(i).arg(v);
            made.service = QStringLiteral("Haircut");
        }
    }
    return day;
}

Printed sheet(const PaperDay& day, PaperSize size = PaperSize::A4)
{
    return printed([&](QPagedPaintDevice& device) { return paintDaySheet(device, size, day); });
}

} // namespace

/// What is read from the pages once they are painted.
class TestPages : public QObject
{
    Q_OBJECT
private slots:
    void theDayOfAll_data()
    {
        QTest::addColumn<PaperSize>("size");
        QTest::newRow("A4") << PaperSize::A4;
        QTest::newRow("Letter") << PaperSize::Letter;
    }
    void theDayOfAll()
    {
        QFETCH(PaperSize, size);
        const Printed page = sheet(dayOf(6, 3), size);
        QCOMPARE(page.pages, page.text.count(u'\f'));
        QVERIFY(page.pages > 1);
        for (int staff = 0; staff < 6; ++staff) {
            QVERIFY(page.text.contains(QStringLiteral("Person%1").arg(staff + 1)));
            for (int v = 0; v < 3; ++v) {
                const QString name = QStringLiteral("Guest%1%2").arg(QChar(u'A' + staff)).arg(v);
                QVERIFY2(page.text.contains(name), qPrintable(name + page.text));
                QVERIFY(page.text.contains(QStringLiteral("+49 30 555 01%1%2").arg(staff).arg(v)));
            }
        }
        for (const char* word :
             {"Salon Sommer · Mitte", "Monday 23 November 2026", "10:00–10:45", "Break", "Printed 23 Nov 2026 08:30"})
            QCOMPARE(page.text.count(QString::fromUtf8(word)) > 0, true);
        for (int number = 1; number <= page.pages; ++number)
            QVERIFY(page.text.contains(QStringLiteral("Page %1 of %2").arg(number).arg(page.pages)));
    }

    void oneStaffMemberHasOnePage()
    {
        PaperDay day = dayOf(1, 8);
        day.oneStaff = true;
        const Printed page = sheet(day);
        QCOMPARE(page.pages, 1);
        QVERIFY(page.text.contains(QStringLiteral("GuestA7")));
        QVERIFY(page.text.contains(QStringLiteral("+49 30 555 0107")));
        QVERIFY(page.text.contains(QStringLiteral("09:00–13:00, 13:30–18:00")));
    }

    void anEmptyDayIsSaid()
    {
        const Printed page = sheet(dayOf(0, 0));
        QCOMPARE(page.pages, 1);
        QVERIFY(page.text.contains(QStringLiteral("Nobody works on this day")));
        PaperDay off = dayOf(0, 0);
        off.staff.push_back({QStringLiteral("Ana"), {}, {}, {}, {}});
        off.oneStaff = true;
        QVERIFY(sheet(off).text.contains(QStringLiteral("not at work on this day")));
    }

    /// A name as long as the book allows pushes nothing off the page, and every script has its letters.
    void namesOfAnyLengthAndScript()
    {
        PaperDay day = dayOf(1, 0);
        const QString longName =
            QStringLiteral("Maximiliane von und zu Hohenstein ").repeated(10).left(299) + QStringLiteral("Z");
        QCOMPARE(longName.size(), 300);
        visit(day.staff[0], monday, "09:00", "09:45", longName);
        visit(day.staff[0], monday, "10:00", "10:45", QString(300, u'W'));
        visit(day.staff[0], monday, "11:00", "11:45", QStringLiteral("陈美玲"));
        visit(day.staff[0], monday, "12:00", "12:45", QStringLiteral("Łukasz Żółć"));
        visit(day.staff[0], monday, "14:00", "14:45", QStringLiteral("Αθηνά Παππά"));
        PaperVisit& last = visit(day.staff[0], monday, "15:00", "15:45", QStringLiteral("Ирина"));
        last.note = QStringLiteral("brings\nher own\ttowel");
        for (const bool one : {false, true}) {
            day.oneStaff = one;
            const Printed page = sheet(day);
            QCOMPARE(page.pages, 1);
            for (const char* name :
                 {"Maximiliane", "陈美玲", "Łukasz", "Żółć", "Αθηνά", "Ирина", "brings her own", "…"})
                QVERIFY2(page.text.contains(QString::fromUtf8(name)), qPrintable(page.text));
            QVERIFY(!page.text.contains(QStringLiteral("HohensteinZ")));
            QVERIFY(page.text.contains(QStringLiteral("15:00–15:45")));
        }
    }

    void moneyAndTheAlertsWordsAreNotThere()
    {
        PaperDay day = dayOf(1, 2);
        day.staff[0].visits[0].alert = true;
        day.staff[0].visits[1].noShow = true;
        const Printed page = sheet(day);
        QVERIFY(page.text.contains(QStringLiteral("! GuestA0")));
        QVERIFY(page.text.contains(QStringLiteral("see the screen")));
        QVERIFY(page.text.contains(QStringLiteral("did not come")));
    }

    void theWeek()
    {
        PaperWeek week;
        week.place = place();
        week.staff = QStringLiteral("Ana Ruiz");
        for (int i = 0; i < 7; ++i)
            week.days.push_back({monday.addDays(i), {}});
        for (const size_t day : {size_t(0), size_t(4)}) {
            week.days[day].staff = atWork(week.staff, week.days[day].date);
            visit(week.days[day].staff, week.days[day].date, "10:00", "11:00", QStringLiteral("Guest%1").arg(day))
                .service = QStringLiteral("Colour");
            visit(week.days[day].staff, week.days[day].date, "11:00", "11:15", QStringLiteral("陈美玲"));
        }
        const Printed page =
            printed([&](QPagedPaintDevice& device) { return paintWeekPlan(device, PaperSize::Letter, week); });
        QCOMPARE(page.pages, 1);
        for (const char* word :
             {"Ana Ruiz", "Mon 23 Nov", "Sun 29 Nov", "Guest0", "Guest4", "10:00–11:00", "Colour", "陈美玲", "week 48"})
            QVERIFY2(page.text.contains(QString::fromUtf8(word)), qPrintable(page.text));
    }

    void theCard()
    {
        PaperCard card{place(),
                       QStringLiteral("+49 30 555 0100"),
                       QStringLiteral("Lena Fischer"),
                       QStringLiteral("Colour"),
                       QStringLiteral("Ana Ruiz"),
                       {wall(monday, "14:15"), wall(monday, "15:45")}};
        const auto told = [&card] {
            return printed([&](QPagedPaintDevice& device) { return paintClientCard(device, PaperSize::A4, card); });
        };
        const Printed page = told();
        for (const char* word : {"Salon Sommer", "Mitte", "Lena Fischer", "Colour", "Ana Ruiz",
                                 "Monday 23 November 2026", "14:15–15:45", "+49 30 555 0100"})
            QVERIFY2(page.text.contains(QString::fromUtf8(word)), qPrintable(page.text));
        card.businessPhone.clear();
        QVERIFY(!told().text.contains(QStringLiteral("call")));
    }

    void paperOfALocale()
    {
        QVERIFY(usualPaper(QLocale(QLocale::German, QLocale::Germany)) == PaperSize::A4);
        QVERIFY(usualPaper(QLocale(QLocale::English, QLocale::UnitedKingdom)) == PaperSize::A4);
        QVERIFY(usualPaper(QLocale(QLocale::English, QLocale::UnitedStates)) == PaperSize::Letter);
        QVERIFY(usualPaper(QLocale::c()) == PaperSize::A4);
        QVERIFY(paperFromName(u"letter") == PaperSize::Letter);
        QVERIFY(!paperFromName(u"A5"));
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
