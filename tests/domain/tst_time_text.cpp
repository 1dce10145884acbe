#include "models/domain/time_text.h"

#include <QtTest>

using namespace frontdesk;

class TestTimeText : public QObject
{
    Q_OBJECT
private slots:
    void writes_data();
    void writes();
};

void TestTimeText::writes_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("both");
    const auto row = [](const char* name, const char* locale, QTime from, QTime to, const char* first,
                        const char* both) {
        QTest::newRow(name) << QString::fromLatin1(locale) << from << to << QString::fromUtf8(first)
                            << QString::fromUtf8(both);
    };
    row("24 hours", "C", QTime(9, 5), QTime(14, 0), "09:05", "09:05–14:00");
    row("24 hours in Chinese", "zh_CN", QTime(9, 5), QTime(14, 0), "09:05", "09:05–14:00");
    row("24 hours in German", "de_DE", QTime(0, 0), QTime(0, 45), "00:00", "00:00–00:45");
    row("one half of the day", "en_US", QTime(14, 15), QTime(15, 0), "2:15 PM", "2:15–3:00 PM");
    row("over noon", "en_US", QTime(11, 30), QTime(12, 15), "11:30 AM", "11:30 AM–12:15 PM");
    row("from noon", "en_US", QTime(12, 0), QTime(12, 45), "12:00 PM", "12:00–12:45 PM");
    row("over midnight", "en_US", QTime(23, 30), QTime(0, 15), "11:30 PM", "11:30 PM–12:15 AM");
    row("to the next afternoon", "en_US", QTime(14, 0), QTime(13, 0), "2:00 PM", "2:00 PM–1:00 PM");
}

void TestTimeText::writes()
{
    QFETCH(const QString, locale);
    QFETCH(const QTime, from);
    QFETCH(const QTime, to);
    const QLocale there = locale == QStringLiteral("C") ? QLocale::c() : QLocale(locale);
    QTEST(clockText(from, there), "first");
    QTEST(clockText(from, to, there), "both");
}

QTEST_APPLESS_MAIN(TestTimeText)
#include "tst_time_text.moc"
