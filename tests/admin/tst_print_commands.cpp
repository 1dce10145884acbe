#include "tests/admin/admin_run.h"
#include "tests/support/pdf_text.h"
#include "tests/support/test_database.h"

#include "models/domain/zone.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

QString dateOf(int day)
{
    return comingMonday().addDays(day).toString(Qt::ISODate);
}

/// The small salon with a few bookings, and a folder for what is printed.
struct Book {
    explicit Book(Dialect dialect) : database(dialect)
    {
        database.fillSmallSalon();
        ids = {book("1", "Ana", "10:00", "1"), book("2", "Chloé", "11:00", "2"), book("1", "Ana", "14:00", "3"),
               book("1", "Ana", "16:00", "4", 2)};
    }

    [[nodiscard]] qint64 book(const char* service, const char* staff, const char* time, const char* client,
                              int day = 0) const
    {
        const AdminRun run =
            runJson(database.url(), {QStringLiteral("book"), QStringLiteral("--service"), QString::fromUtf8(service),
                                     QStringLiteral("--staff"), QString::fromUtf8(staff), QStringLiteral("--at"),
                                     at(time, day), QStringLiteral("--client"), QString::fromUtf8(client)});
        if (run.exit != 0)
            qFatal("%s", qPrintable(run.text()));
        return run.object()[u"id"].toInteger();
    }
    [[nodiscard]] QString file(const char* name = "sheet.pdf") const
    {
        return folder.filePath(QLatin1StringView(name));
    }
    [[nodiscard]] AdminRun print(const QStringList& words) const
    {
        return runAdmin(database.url(),
                        QStringList{QStringLiteral("print")} + words + QStringList{QStringLiteral("--out"), file()});
    }
    [[nodiscard]] AdminRun day(const QStringList& more = {}, int date = 0) const
    {
        return print(QStringList{QStringLiteral("day"), QStringLiteral("--date"), dateOf(date)} + more);
    }

    TestDatabase database;
    QTemporaryDir folder;
    std::vector<qint64> ids;
};

} // namespace

/// Day sheet, week plan and card by frontdesk-admin.
class TestPrintCommands : public QObject
{
    Q_OBJECT
private slots:
    void theDay_data() { onBothDatabases(); }
    void theDay()
    {
        QFETCH(Dialect, dialect);
        const Book book(dialect);
        const AdminRun cancelled = runAdmin(
            book.database.url(), {QStringLiteral("cancel"), QString::number(book.ids[2]), QStringLiteral("--reason"),
                                  QStringLiteral("has a cold"), QStringLiteral("--if-version"), QStringLiteral("1")});
        QVERIFY2(cancelled.exit == 0, qPrintable(cancelled.text()));
        const AdminRun run = book.day();
        QVERIFY2(run.exit == 0, qPrintable(run.text()));
        QCOMPARE(run.err, QString());
        QVERIFY2(run.out.startsWith(QStringLiteral("Printed to ")), qPrintable(run.out));
        const QString page = pdfTextOf(book.file());
        for (const char* word :
             {"Ana", "Ben", "Chloé", "Lena Fischer", "10:00–10:45", "Haircut", "Colour", "Page 1 of"})
            QVERIFY2(page.contains(QString::fromUtf8(word)), qPrintable(QString::fromUtf8(word) + page));
        QVERIFY(page.contains(QLocale::c().toString(comingMonday(), QStringLiteral("dddd d MMMM yyyy"))));
        QVERIFY2(!page.contains(QStringLiteral("14:00–14:45")), "a cancelled one");
        QVERIFY2(!page.contains(QStringLiteral("EUR")), "money");
        // Another day has nothing of it, and replaces the file.
        QCOMPARE(book.day({}, 1).exit, 0);
        QVERIFY(!pdfTextOf(book.file()).contains(QStringLiteral("Lena Fischer")));
    }

    void oneStaffMemberTheWeekAndTheCard_data() { onBothDatabases(); }
    void oneStaffMemberTheWeekAndTheCard()
    {
        QFETCH(Dialect, dialect);
        const Book book(dialect);
        const AdminRun one = runJson(
            book.database.url(), {QStringLiteral("print"), QStringLiteral("day"), QStringLiteral("--date"), dateOf(0),
                                  QStringLiteral("--staff"), QStringLiteral("ana"), QStringLiteral("--paper"),
                                  QStringLiteral("letter"), QStringLiteral("--out"), book.file()});
        QVERIFY2(one.exit == 0, qPrintable(one.text()));
        QCOMPARE(one.object()[u"outcome"].toString(), QStringLiteral("printed"));
        QCOMPARE(one.object()[u"pages"].toInt(), 1);
        QCOMPARE(one.object()[u"paper"].toString(), QStringLiteral("Letter"));
        QString page = pdfTextOf(book.file());
        QVERIFY(page.contains(QStringLiteral("Lena Fischer")));
        QVERIFY(!page.contains(QStringLiteral("Chloé")));

        const AdminRun week = book.print({QStringLiteral("week"), QStringLiteral("--date"), dateOf(4),
                                          QStringLiteral("--staff"), QStringLiteral("1")});
        QVERIFY2(week.exit == 0, qPrintable(week.text()));
        page = pdfTextOf(book.file());
        QVERIFY(page.contains(QStringLiteral("10:00–10:45")));
        QVERIFY(page.contains(QStringLiteral("16:00–16:45")));

        const AdminRun card = book.print({QStringLiteral("card"), QString::number(book.ids[1]),
                                          QStringLiteral("--phone"), QStringLiteral("030 555 0100")});
        QVERIFY2(card.exit == 0, qPrintable(card.text()));
        page = pdfTextOf(book.file());
        for (const char* word : {"Colour with Chloé", "11:00–12:30", "030 555 0100"})
            QVERIFY2(page.contains(QString::fromUtf8(word)), qPrintable(page));
    }

    void whatIsWrongIsSaid_data() { onBothDatabases(); }
    void whatIsWrongIsSaid()
    {
        QFETCH(Dialect, dialect);
        const Book book(dialect);
        const auto check = [](const AdminRun& run, int exit, const char* says) {
            QCOMPARE(run.exit, exit);
            QVERIFY2(run.err.contains(QLatin1StringView(says)), qPrintable(run.err));
            QCOMPARE(run.err.trimmed().split(u'\n').first().size() < 200, true);
        };
        check(book.print({QStringLiteral("day"), QStringLiteral("--date"), QStringLiteral("2026-02-30")}), 2,
              "--date must be a date");
        check(book.day({QStringLiteral("--paper"), QStringLiteral("A5")}), 2, "--paper must be A4 or Letter");
        check(book.day({QStringLiteral("--staff"), QStringLiteral("Zoe")}), 1, "nothing is named \"Zoe\"");
        check(book.day({QStringLiteral("--location"), QStringLiteral("Nowhere")}), 1, "nothing is named \"Nowhere\"");
        check(book.print({QStringLiteral("card"), QStringLiteral("4711")}), 1, "Gone");
        check(book.print({QStringLiteral("week"), QStringLiteral("--date"), dateOf(0)}), 2, "--staff A is missing");
        QVERIFY(!QFile::exists(book.file()));
        check(runAdmin(book.database.url(), {QStringLiteral("print"), QStringLiteral("day"), QStringLiteral("--date"),
                                             dateOf(0), QStringLiteral("--out"), book.file("none/sheet.pdf")}),
              1, "can't be written: No such file or directory");
        const auto typed = book.database.typed(
            QStringLiteral("INSERT INTO location (name, zone, currency) VALUES ('Nord', 'Europe/Berlin', 'EUR')"));
        QVERIFY2(!typed.error, qPrintable(typed.error.text));
        check(book.day(), 2, "which location? Add --location NAME");
        QCOMPARE(book.day({QStringLiteral("--location"), QStringLiteral("nord")}).exit, 0);
        QVERIFY(pdfTextOf(book.file()).contains(QStringLiteral("Nobody works on this day")));
    }
};

QTEST_GUILESS_MAIN(TestPrintCommands)
#include "tst_print_commands.moc"
