#include "models/interchange/business_file.h"

#include <QFile>
#include <QtTest>

#include <type_traits>

using frontdesk::BusinessFile;
using frontdesk::Minutes;
using frontdesk::Mistakes;
using frontdesk::ResourceKind;

namespace
{

QByteArray salon()
{
    QFile file(QStringLiteral(FRONTDESK_SOURCE "/tests/interchange/data/salon.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList mistakesOf(const QByteArray& text)
{
    const auto read = frontdesk::parseBusinessFile(text);
    QStringList lines;
    if (const auto* mistakes = std::get_if<Mistakes>(&read)) {
        for (const frontdesk::Mistake& mistake : *mistakes)
            lines += mistake.toString();
    }
    return lines;
}

} // namespace

/// Reading a business file's text, without a book.
class TestBusinessFile : public QObject
{
    Q_OBJECT
private slots:
    void theExampleSaysWhatItSays()
    {
        const auto read = frontdesk::parseBusinessFile(salon());
        QVERIFY2(std::holds_alternative<BusinessFile>(read), qPrintable(mistakesOf(salon()).join(u'\n')));
        const auto& file = std::get<BusinessFile>(read);
        QCOMPARE(file.businessName, QStringLiteral("Salon Sommer"));
        QCOMPARE(file.locations.size(), 1u);
        QCOMPARE(file.locations[0].hours->at(5).front().to, QTime(16, 0));
        QVERIFY(file.locations[0].hours->at(6).empty());
        QCOMPARE(file.locations[0].closures.size(), 2u);
        QCOMPARE(file.resources.size(), 5u);
        QVERIFY(file.resources[3].kind == ResourceKind::Room);
        QVERIFY(file.resources[4].kind == ResourceKind::Equipment);
        QCOMPARE(file.resources[0].hours->at(0).size(), 2u);
        QCOMPARE(file.services[1].steps->size(), 3u);
        QVERIFY(file.services[1].steps->at(1).length == Minutes(40));
        QVERIFY(!file.services[1].steps->at(1).keepsBusy(ResourceKind::Staff));
        QVERIFY(!file.services[0].seats);
    }

    void anEmptyObjectAsksForNothing() { QCOMPARE(mistakesOf("{}"), QStringList()); }

    void aByteOrderMarkIsPassedOver() { QCOMPARE(mistakesOf("\xef\xbb\xbf{}"), QStringList()); }

    void everyMistakeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* text, const char* says) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(says);
        };
        row("an empty file", "", "line 1, column 1: this is not JSON: illegal value");
        row("a comma too many", "{\n  \"business\": {\n    \"name\": \"A\",\n  }\n}",
            "line 4, column 4: this is not JSON");
        row("cut off in the middle", "{\n  \"services\": [", "line 2");
        row("a list on top", "[]", "line 1: the file must hold one object in braces");
        row("an unknown key on top", "{\n\"service\": []}",
            "line 2, service: is not a key that is known here; known are: business, equipment, locations, rooms, "
            "services, staff");
        row("an unknown key inside", "{\"services\": [{\"name\": \"A\",\n\"cost\": 3}]}", "line 2, services[0].cost");
        row("a key twice", "{\"business\": {\"name\": \"A\",\n\"name\": \"B\"}}",
            "line 2, business.name: is given twice");
        row("a key twice by an escape", "{\"business\": {\"name\": \"A\",\n\"n\\u0061me\": \"B\"}}",
            "line 2, business.name: is given twice");
        row("a NUL", "{\"business\": {\n\"name\": \"A\\u0000\"}}",
            "line 2, business.name: holds a character that can't be stored");
        row("a lone surrogate", "{\"business\": {\"name\": \"\\ud800\"}}", "business.name");
        row("a service without a name", "{\"services\": [{}]}", "line 1, services[0].name: is missing");
        row("an empty name", "{\"staff\": [{\"name\": \"  \"}]}", "line 1, staff[0].name: must not be empty");
        row("a number for a name", "{\"staff\": [{\"name\": 7}]}", "staff[0].name: must be a text in quotes");
        row("no list", "{\"staff\": {}}", "staff: must be a list in square brackets");
        row("no object", "{\"staff\": [\"Ana\"]}", "staff[0]: must be an object in braces");
        row("a step of no length",
            "{\"services\": [{\"name\": \"A\"}, {\"name\": \"B\"},\n{\"name\": \"C\", \"steps\": [\n{\"minutes\": 0, "
            "\"keeps\": [\"staff\"]}]}]}",
            "line 3, services[2].steps[0].minutes: must be a number above 0");
        row("a step of half a minute", "{\"services\": [{\"name\": \"A\", \"steps\": [{\"minutes\": 1.5}]}]}",
            "services[0].steps[0].minutes: must be a whole number");
        row("a step longer than a day", "{\"services\": [{\"name\": \"A\", \"steps\": [{\"minutes\": 1441}]}]}",
            "services[0].steps[0].minutes: must be a whole number from 1 to 1440");
        row("steps longer than a day together",
            "{\"services\": [{\"name\": \"A\", \"steps\": [{\"minutes\": 1440}, {\"minutes\": 1}]}]}",
            "services[0].steps: together must not be longer than a day");
        row("no steps", "{\"services\": [{\"name\": \"A\", \"steps\": []}]}",
            "services[0].steps: must have at least one step");
        row("a step that keeps who",
            "{\"services\": [{\"name\": \"A\", \"steps\": [{\"minutes\": 5, \"keeps\": [\"x\"]}]}]}",
            "services[0].steps[0].keeps[0]: must be staff, room or equipment");
        row("a colour by name", "{\"services\": [{\"name\": \"A\", \"colour\": \"blue\"}]}",
            "services[0].colour: must be a colour such as \"#2f6fed\"");
        row("a buffer of five hours", "{\"services\": [{\"name\": \"A\", \"buffer_after_minutes\": 300}]}",
            "services[0].buffer_after_minutes: must be a whole number from 0 to 240");
        row("online as a word", "{\"services\": [{\"name\": \"A\", \"online\": \"yes\"}]}",
            "services[0].online: must be true or false");
        row("a zone that isn't", "{\"locations\": [{\"name\": \"A\", \"zone\": \"Berlin\"}]}",
            "locations[0].zone: \"Berlin\" is no time zone");
        row("a currency that isn't", "{\"locations\": [{\"name\": \"A\", \"currency\": \"Euro\"}]}",
            "locations[0].currency: must be a code such as \"EUR\"");
        row("a day that isn't", "{\"locations\": [{\"name\": \"A\", \"hours\": {\"fri-mon\": []}}]}",
            "locations[0].hours.fri-mon: is no day");
        row("a day twice", "{\"locations\": [{\"name\": \"A\", \"hours\": {\"mon-fri\": [], \"tue\": []}}]}",
            "locations[0].hours.tue: names a day that another key names too");
        row("hours backwards", "{\"staff\": [{\"name\": \"A\", \"hours\": {\"mon\": [[\"18:00\", \"09:00\"]]}}]}",
            "staff[0].hours.mon[0]: must end after it begins");
        row("hours that overlap",
            "{\"staff\": [{\"name\": \"A\", \"hours\": {\"mon\": [[\"09:00\", \"13:00\"], [\"12:00\", \"14:00\"]]}}]}",
            "staff[0].hours.mon[1]: must not begin before the span before it has ended");
        row("hours of one time", "{\"staff\": [{\"name\": \"A\", \"hours\": {\"mon\": [[\"18:00\"]]}}]}",
            "staff[0].hours.mon[0]: must be two times");
        row("hours at 25:00", "{\"staff\": [{\"name\": \"A\", \"hours\": {\"mon\": [[\"18:00\", \"25:00\"]]}}]}",
            "staff[0].hours.mon[0]: must be two times");
        row("two services of one name", "{\"services\": [{\"name\": \"A\"},\n{\"name\": \"A\"}]}",
            "line 2, services[1].name: is the same as that of services[0]");
        row("less room when squeezed", "{\"rooms\": [{\"name\": \"A\", \"capacity\": 3, \"squeeze_capacity\": 2}]}",
            "rooms[0].squeeze_capacity: must not be less than the capacity");
        row("time off without an end", "{\"staff\": [{\"name\": \"A\", \"time_off\": [{\"from\": \"2026-12-24\"}]}]}",
            "staff[0].time_off[0].to: is missing");
    }
    void everyMistakeIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const QStringList lines = mistakesOf(text);
        QVERIFY(!lines.isEmpty());
        const bool found = std::ranges::any_of(lines, [&](const QString& line) { return line.contains(says); });
        QVERIFY2(found, qPrintable(lines.join(u'\n')));
    }

    void allMistakesAreToldAtOnce()
    {
        const QStringList lines =
            mistakesOf("{\"locations\": [{\"name\": \"A\",\n\"zone\": \"Mars\",\n\"grid_minutes\": 0,\n\"x\": 1}]}");
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(QStringLiteral("line 2, ")));
        QVERIFY(lines[1].startsWith(QStringLiteral("line 3, ")));
        QVERIFY(lines[2].startsWith(QStringLiteral("line 4, ")));
    }

    void hoursThatTouchAreOne()
    {
        const auto read = frontdesk::parseBusinessFile(
            "{\"staff\": [{\"name\": \"A\", \"hours\": {\"sun\": [[\"09:00\", \"13:00\"], [\"13:00\", \"24:00\"]]}}]}");
        QVERIFY(std::holds_alternative<BusinessFile>(read));
        const auto& sunday = std::get<BusinessFile>(read).resources[0].hours->at(6);
        QCOMPARE(sunday.size(), 1u);
        QCOMPARE(sunday[0].from, QTime(9, 0));
        QVERIFY(!sunday[0].to.isValid());
    }

    void everyPrefixOfTheExampleIsRefusedWithALine()
    {
        const QByteArray text = salon().trimmed();
        for (qsizetype length = 0; length < text.size(); ++length) {
            const QStringList lines = mistakesOf(text.first(length));
            QVERIFY2(!lines.isEmpty() && lines[0].startsWith(QStringLiteral("line ")),
                     qPrintable(QString::number(length)));
        }
    }
};

QTEST_APPLESS_MAIN(TestBusinessFile)
#include "tst_business_file.moc"
