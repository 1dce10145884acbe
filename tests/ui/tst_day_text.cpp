#include "ui/day_text.h"

#include <QTest>

using frontdesk::dayFromText;

class TestDayText : public QObject
{
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
};

void TestDayText::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date"); // seen from Sunday 22 November 2026; invalid: is no date
    const auto row = [](const char* text, QDate date) { QTest::newRow(text) << QString::fromUtf8(text) << date; };
    row("today", QDate(2026, 11, 22));
    row("tomorrow", QDate(2026, 11, 23));
    row("yesterday", QDate(2026, 11, 21));
    row("26", QDate(2026, 11, 26));
    row("22", QDate(2026, 11, 22));
    row("5", QDate(2026, 12, 5));
    row("31", QDate(2026, 12, 31));
    row("26.11", QDate(2026, 11, 26));
    row("26.11.", QDate(2026, 11, 26));
    row("26/11", QDate(2026, 11, 26));
    row("26 nov", QDate(2026, 11, 26));
    row("26 November 2027", QDate(2027, 11, 26));
    row("5.1", QDate(2027, 1, 5));
    row("15.10", QDate(2026, 10, 15));
    row("2026-12-24", QDate(2026, 12, 24));
    row("thu", QDate(2026, 11, 26));
    row("Sunday", QDate(2026, 11, 29));
    row("+6w", QDate(2027, 1, 3));
    row("6w", QDate(2027, 1, 3));
    row("6 w", QDate(2027, 1, 3));
    row("-3d", QDate(2026, 11, 19));
    row("2m", QDate(2027, 1, 22));
    row("1y", QDate(2027, 11, 22));
    row("", QDate());
    row("32", QDate());
    row("31.2", QDate());
    row("29.2.2027", QDate());
    row("2026-13-01", QDate());
    row("9999w", QDate(2218, 7, 12));
    row("lena", QDate());
    row("26.11.0001", QDate());
    row("12.3.", QDate(2027, 3, 12));
    row("今天", QDate(2026, 11, 22));
    row("明天", QDate(2026, 11, 23));
    row("后天", QDate(2026, 11, 24));
    row("大后天", QDate(2026, 11, 25));
    row("昨天", QDate(2026, 11, 21));
    row("前天", QDate(2026, 11, 20));
    row("周三", QDate(2026, 11, 25));
    row("星期三", QDate(2026, 11, 25));
    row("周日", QDate(2026, 11, 29)); // seen from a Sunday the next one
    row("礼拜天", QDate(2026, 11, 29));
    row("本周一", QDate(2026, 11, 16)); // the week began on Monday
    row("下周一", QDate(2026, 11, 23));
    row("下周二", QDate(2026, 11, 24));
    row("下周三", QDate(2026, 11, 25));
    row("下周四", QDate(2026, 11, 26));
    row("下周五", QDate(2026, 11, 27));
    row("下周六", QDate(2026, 11, 28));
    row("下周日", QDate(2026, 11, 29));
    row("下下周三", QDate(2026, 12, 2));
    row("下个星期三", QDate(2026, 11, 25));
    row("上周三", QDate(2026, 11, 11));
    row("上周日", QDate(2026, 11, 15));
    row("下周", QDate(2026, 11, 29));
    row("上周", QDate(2026, 11, 15));
    row("下个月", QDate(2026, 12, 22));
    row("+6周", QDate(2027, 1, 3));
    row("6周", QDate(2027, 1, 3));
    row("6周后", QDate(2027, 1, 3));
    row("＋６周", QDate(2027, 1, 3)); // as an input method types it
    row("3天前", QDate(2026, 11, 19));
    row("2个月", QDate(2027, 1, 22));
    row("12月3日", QDate(2026, 12, 3));
    row("12月3号", QDate(2026, 12, 3));
    row("2027年1月5日", QDate(2027, 1, 5));
    row("26日", QDate(2026, 11, 26));
    row("26号", QDate(2026, 11, 26));
    row("2月", QDate());
    row("周八", QDate());
    row("下下下周三", QDate());
}

void TestDayText::reads()
{
    QFETCH(const QString, text);
    QFETCH(const QDate, date);
    QCOMPARE(dayFromText(text, QDate(2026, 11, 22)).value_or(QDate()), date);
}

QTEST_GUILESS_MAIN(TestDayText)
#include "tst_day_text.moc"
