#include "models/domain/zone.h"

#include <QTest>

using frontdesk::Instant;
using frontdesk::instantFromUnix;
using frontdesk::ParsedTime;
using frontdesk::parseTime;
using frontdesk::TimeSlot;
using frontdesk::toUnix;
using frontdesk::Zone;
using Kind = frontdesk::Zone::Meaning::Kind;

Q_DECLARE_METATYPE(frontdesk::Zone::Meaning::Kind)

namespace
{

qint64 utc(const char* text)
{
    const QDateTime time = QDateTime::fromString(QLatin1StringView(text), QStringLiteral("yyyy-MM-dd HH:mm"));
    return QDateTime(time.date(), time.time(), Qt::UTC).toSecsSinceEpoch();
}

} // namespace

/// Wall time and instants in eight zones, in the nights when the clocks change.
class ZoneTest : public QObject
{
    Q_OBJECT

private slots:
    void meaning_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDateTime>("wall");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("second");

        const auto row = [](const char* name, const char* zone, const char* wall, Kind kind, const char* first,
                            const char* second = nullptr) {
            const auto time = QDateTime::fromString(QLatin1StringView(wall), QStringLiteral("yyyy-MM-dd HH:mm"));
            QTest::newRow(name) << QByteArray(zone) << time << kind << utc(first) << utc(second ? second : first);
        };
        row("Berlin, an ordinary day", "Europe/Berlin", "2026-11-23 10:00", Kind::Unique, "2026-11-23 09:00");
        row("Berlin, last minute before spring", "Europe/Berlin", "2026-03-29 01:59", Kind::Unique, "2026-03-29 00:59");
        row("Berlin, first minute of the gap", "Europe/Berlin", "2026-03-29 02:00", Kind::Missing, "2026-03-29 01:00");
        row("Berlin, within the gap", "Europe/Berlin", "2026-03-29 02:30", Kind::Missing, "2026-03-29 01:00");
        row("Berlin, end of the gap", "Europe/Berlin", "2026-03-29 03:00", Kind::Unique, "2026-03-29 01:00");
        row("Berlin, before the double hour", "Europe/Berlin", "2026-10-25 01:59", Kind::Unique, "2026-10-24 23:59");
        row("Berlin, double hour begins", "Europe/Berlin", "2026-10-25 02:00", Kind::Ambiguous, "2026-10-25 00:00",
            "2026-10-25 01:00");
        row("Berlin, in the double hour", "Europe/Berlin", "2026-10-25 02:30", Kind::Ambiguous, "2026-10-25 00:30",
            "2026-10-25 01:30");
        row("Berlin, after the double hour", "Europe/Berlin", "2026-10-25 03:00", Kind::Unique, "2026-10-25 02:00");
        row("London, gap", "Europe/London", "2026-03-29 01:30", Kind::Missing, "2026-03-29 01:00");
        row("London, double hour", "Europe/London", "2026-10-25 01:30", Kind::Ambiguous, "2026-10-25 00:30",
            "2026-10-25 01:30");
        row("New York, gap", "America/New_York", "2026-03-08 02:30", Kind::Missing, "2026-03-08 07:00");
        row("New York, double hour", "America/New_York", "2026-11-01 01:30", Kind::Ambiguous, "2026-11-01 05:30",
            "2026-11-01 06:30");
        row("Beirut, a midnight that does not exist", "Asia/Beirut", "2026-03-29 00:00", Kind::Missing,
            "2026-03-28 22:00");
        row("Beirut, the first minute of that day", "Asia/Beirut", "2026-03-29 01:00", Kind::Unique,
            "2026-03-28 22:00");
        row("Beirut, an hour before midnight twice", "Asia/Beirut", "2026-10-24 23:30", Kind::Ambiguous,
            "2026-10-24 20:30", "2026-10-24 21:30");
        row("Lord Howe, half an hour missing", "Australia/Lord_Howe", "2026-10-04 02:15", Kind::Missing,
            "2026-10-03 15:30");
        row("Lord Howe, after the missing half", "Australia/Lord_Howe", "2026-10-04 02:30", Kind::Unique,
            "2026-10-03 15:30");
        row("Lord Howe, half an hour twice", "Australia/Lord_Howe", "2026-04-05 01:45", Kind::Ambiguous,
            "2026-04-04 14:45", "2026-04-04 15:15");
        row("Lord Howe, before the double half", "Australia/Lord_Howe", "2026-04-05 01:15", Kind::Unique,
            "2026-04-04 14:15");
        row("Auckland, gap", "Pacific/Auckland", "2026-09-27 02:30", Kind::Missing, "2026-09-26 14:00");
        row("Auckland, double hour", "Pacific/Auckland", "2026-04-05 02:30", Kind::Ambiguous, "2026-04-04 13:30",
            "2026-04-04 14:30");
        row("Kathmandu, three quarters", "Asia/Kathmandu", "2026-06-01 09:00", Kind::Unique, "2026-06-01 03:15");
        row("Havana, midnight missing", "America/Havana", "2026-03-08 00:30", Kind::Missing, "2026-03-08 05:00");
        row("Havana, midnight twice", "America/Havana", "2026-11-01 00:00", Kind::Ambiguous, "2026-11-01 04:00",
            "2026-11-01 05:00");
        row("Apia, a date that never was", "Pacific/Apia", "2011-12-30 12:00", Kind::Missing, "2011-12-30 10:00");
        row("Berlin, far in the future", "Europe/Berlin", "2090-07-01 10:00", Kind::Unique, "2090-07-01 08:00");
    }

    void meaning()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDateTime, wall);
        QFETCH(Kind, kind);
        QFETCH(qint64, first);
        QFETCH(qint64, second);
        const auto meaning = Zone::fromId(zone)->meaningOf(wall.date(), wall.time());
        QCOMPARE(meaning.kind, kind);
        QCOMPARE(toUnix(meaning.first), first);
        QCOMPARE(toUnix(meaning.second), second);
    }

    void lengthOfDay_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<qint64>("start");
        QTest::addColumn<int>("minutes");

        const auto row = [](const char* name, const char* zone, const char* date, const char* start, int minutes) {
            QTest::newRow(name) << QByteArray(zone) << QDate::fromString(QLatin1StringView(date), Qt::ISODate)
                                << utc(start) << minutes;
        };
        row("Berlin, ordinary", "Europe/Berlin", "2026-11-23", "2026-11-22 23:00", 24 * 60);
        row("Berlin, spring", "Europe/Berlin", "2026-03-29", "2026-03-28 23:00", 23 * 60);
        row("Berlin, autumn", "Europe/Berlin", "2026-10-25", "2026-10-24 22:00", 25 * 60);
        row("London, spring", "Europe/London", "2026-03-29", "2026-03-29 00:00", 23 * 60);
        row("New York, autumn", "America/New_York", "2026-11-01", "2026-11-01 04:00", 25 * 60);
        row("Beirut, begins at one", "Asia/Beirut", "2026-03-29", "2026-03-28 22:00", 23 * 60);
        row("Beirut, the day before it", "Asia/Beirut", "2026-03-28", "2026-03-27 22:00", 24 * 60);
        row("Beirut, 23 o'clock twice", "Asia/Beirut", "2026-10-24", "2026-10-23 21:00", 25 * 60);
        row("Lord Howe, spring", "Australia/Lord_Howe", "2026-10-04", "2026-10-03 13:30", 23 * 60 + 30);
        row("Lord Howe, autumn", "Australia/Lord_Howe", "2026-04-05", "2026-04-04 13:00", 24 * 60 + 30);
        row("Auckland, spring", "Pacific/Auckland", "2026-09-27", "2026-09-26 12:00", 23 * 60);
        row("Havana, midnight twice", "America/Havana", "2026-11-01", "2026-11-01 04:00", 25 * 60);
        row("Kathmandu", "Asia/Kathmandu", "2026-03-29", "2026-03-28 18:15", 24 * 60);
        row("Apia, skipped", "Pacific/Apia", "2011-12-30", "2011-12-30 10:00", 0);
    }

    void lengthOfDay()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, date);
        QFETCH(qint64, start);
        QFETCH(int, minutes);
        const Zone z = *Zone::fromId(zone);
        const TimeSlot day = z.day(date);
        QCOMPARE(toUnix(day.start), start);
        QCOMPARE(static_cast<int>(day.length().count() / 60), minutes);
        QCOMPARE(z.day(date.addDays(1)).start, day.end);
        if (minutes > 0) {
            QCOMPARE(z.dateOf(day.start), date);
            QCOMPARE(z.dateOf(day.end - frontdesk::Seconds(1)), date);
            QCOMPARE(z.dateOf(day.end), date.addDays(1));
        }
    }

    void wallTextOfEveryQuarterComesBack_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<int>("days");
        for (const char* zone : {"Europe/Berlin", "Europe/London", "America/New_York", "Asia/Beirut",
                                 "Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kathmandu", "America/Havana"})
            QTest::newRow(zone) << QByteArray(zone) << QDate(2026, 1, 1) << 366;
        QTest::newRow("Casablanca, twice around Ramadan")
            << QByteArrayLiteral("Africa/Casablanca") << QDate(2026, 1, 1) << 366;
    }

    void wallTextOfEveryQuarterComesBack()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, from);
        QFETCH(int, days);
        const Zone z = *Zone::fromId(zone);
        const Instant end = z.day(from.addDays(days)).start;
        for (Instant at = z.day(from).start; at < end; at += frontdesk::Minutes(15)) {
            const QString text = z.wallText(at);
            QCOMPARE(text, z.toLocal(at).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
            QCOMPARE(z.dateOf(at), z.toLocal(at).date());
            const QDateTime wall = QDateTime::fromString(text, Qt::ISODate);
            const auto meaning = z.meaningOf(wall.date(), wall.time());
            QVERIFY2(meaning.kind != Kind::Missing, qPrintable(text));
            QVERIFY2(meaning.first == at || meaning.second == at, qPrintable(text));
            QCOMPARE(meaning.kind == Kind::Ambiguous, meaning.first != meaning.second);
        }
    }

    void zoneNames_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<bool>("known");
        QTest::newRow("a city") << QByteArray("Europe/Berlin") << true;
        QTest::newRow("three parts") << QByteArray("America/Argentina/Buenos_Aires") << true;
        QTest::newRow("an old name") << QByteArray("Asia/Calcutta") << true;
        QTest::newRow("UTC") << QByteArray("UTC") << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("a word") << QByteArray("Berlin") << false;
        QTest::newRow("two words") << QByteArray("Europe/Nowhere") << false;
        QTest::newRow("an offset") << QByteArray("UTC+01:00") << false;
        QTest::newRow("a way out of the folder") << QByteArray("Europe/../Europe/Berlin") << false;
        QTest::newRow("another folder of zones") << QByteArray("posix/Europe/Berlin") << false;
        QTest::newRow("a line break behind it") << QByteArray("Europe/Berlin\n") << false;
    }

    void zoneNames()
    {
        QFETCH(QByteArray, id);
        QFETCH(bool, known);
        QCOMPARE(Zone::fromId(id).has_value(), known);
        if (known)
            QCOMPARE(Zone::fromId(id)->id(), id);
    }

    void parsing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("instant"); // -1: refused

        const auto row = [](const char* name, const char* text, qint64 instant) {
            QTest::newRow(name) << QString::fromLatin1(text) << instant;
        };
        row("wall time", "2026-11-23T10:00", utc("2026-11-23 09:00"));
        row("with a blank", "2026-11-23 10:00", utc("2026-11-23 09:00"));
        row("with seconds", "2026-11-23T10:00:30", utc("2026-11-23 09:00") + 30);
        row("UTC", "2026-11-23T10:00Z", utc("2026-11-23 10:00"));
        row("an offset", "2026-11-23T10:00+05:30", utc("2026-11-23 04:30"));
        row("a negative offset", "2026-11-23T10:00:00-03:30", utc("2026-11-23 13:30"));
        row("a missing time told by its offset", "2026-03-29T02:30+01:00", utc("2026-03-29 01:30"));
        row("a double time told by its offset", "2026-10-25T02:30+01:00", utc("2026-10-25 01:30"));
        row("the leap day", "2028-02-29T10:00", utc("2028-02-29 09:00"));
        row("a missing time", "2026-03-29T02:30", -1);
        row("a double time", "2026-10-25T02:30", -1);
        row("24:00", "2026-11-23T24:00", -1);
        row("minute 60", "2026-11-23T10:60", -1);
        row("year 1", "0001-01-01T10:00", -1);
        row("1969", "1969-12-31T10:00Z", -1);
        row("five digits of a year", "12026-11-23T10:00", -1);
        row("no leap year", "2026-02-29T10:00", -1);
        row("a date alone", "2026-11-23", -1);
        row("a time alone", "10:00", -1);
        row("an offset without minutes", "2026-11-23T10:00+01", -1);
        row("an offset beyond all zones", "2026-11-23T10:00+15:00", -1);
        row("text behind it", "2026-11-23T10:00 Berlin", -1);
        row("a line break behind it", "2026-11-23T10:00\n", -1);
        row("nothing", "", -1);
        row("parts of a second", "2026-11-23T10:00:00.5", -1);
    }

    void parsing()
    {
        QFETCH(QString, text);
        QFETCH(qint64, instant);
        const ParsedTime parsed = parseTime(text, *Zone::fromId("Europe/Berlin"));
        QCOMPARE(parsed.instant.has_value(), instant >= 0);
        QCOMPARE(parsed.problem.isEmpty(), instant >= 0);
        if (instant >= 0)
            QCOMPARE(toUnix(*parsed.instant), instant);
    }

    void digitsOfOtherScriptsAreNoTime() { QVERIFY(!parseTime(u"٢٠٢٦-11-23T10:00", Zone::utc()).instant); }
};

QTEST_APPLESS_MAIN(ZoneTest)
#include "tst_zone.moc"
