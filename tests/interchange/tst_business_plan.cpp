#include "models/interchange/business_plan.h"

#include <QFile>
#include <QJsonArray>
#include <QtTest>

using namespace frontdesk;

namespace
{

const Instant now = instantFromUnix(1795773600); // 2026-11-27

std::variant<BusinessPlan, Mistakes> planned(const QByteArray& text, const BusinessRows& rows)
{
    const auto file = parseBusinessFile(text);
    if (const auto* mistakes = std::get_if<Mistakes>(&file))
        return *mistakes;
    return planBusiness(std::get<BusinessFile>(file), rows, now);
}

QStringList mistakesOf(const std::variant<BusinessPlan, Mistakes>& plan)
{
    QStringList lines;
    if (const auto* mistakes = std::get_if<Mistakes>(&plan)) {
        for (const Mistake& mistake : *mistakes)
            lines += mistake.toString();
    }
    return lines;
}

/// What the book holds once a plan's rows are written: new rows get the ids 1, 2, 3 … of their table.
BusinessRows written(const BusinessPlan& plan)
{
    BusinessRows rows;
    QHash<qint64, qint64> ids;
    for (BusinessWrite write : plan) {
        std::vector<BusinessRow>* tables[] = {&rows.business, &rows.locations, &rows.resources,
                                              &rows.services, &rows.closures,  &rows.timeOff};
        std::vector<BusinessRow>& table = *tables[size_t(write.table)];
        ids.insert(write.id, qint64(table.size()) + 1);
        for (const QString& column : {QStringLiteral("location_id"), QStringLiteral("resource_id")}) {
            if (write.values.contains(column))
                write.values.insert(column, ids.value(write.values.value(column).toLongLong()));
        }
        if (write.values.contains(QStringLiteral("able"))) {
            std::vector<qint64> able;
            const QJsonArray planned =
                QJsonDocument::fromJson(write.values[QStringLiteral("able")].toByteArray()).array();
            for (const QJsonValue& id : planned)
                able.push_back(ids.value(id.toInteger()));
            std::ranges::sort(able);
            QJsonArray sorted;
            for (const qint64 id : able)
                sorted.append(id);
            write.values.insert(QStringLiteral("able"),
                                QString::fromUtf8(QJsonDocument(sorted).toJson(QJsonDocument::Compact)));
        }
        table.push_back({ids.value(write.id), 1, write.values});
    }
    return rows;
}

QByteArray salon()
{
    QFile file(QStringLiteral(FRONTDESK_SOURCE "/tests/interchange/data/salon.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

BusinessRows salonRows()
{
    return written(std::get<BusinessPlan>(planned(salon(), {})));
}

} // namespace

/// What a business file changes in a book, decided without a database.
class TestBusinessPlan : public QObject
{
    Q_OBJECT
private slots:
    void anEmptyBookGetsEverythingInWritableOrder()
    {
        const auto result = planned(salon(), {});
        QVERIFY2(mistakesOf(result).isEmpty(), qPrintable(mistakesOf(result).join(u'\n')));
        const auto& plan = std::get<BusinessPlan>(result);
        QCOMPARE(plan.size(), 1u + 1u + 2u + 5u + 1u + 2u);
        QSet<qint64> known;
        for (const BusinessWrite& write : plan) {
            QVERIFY(write.id < 0);
            for (const QString& column : {QStringLiteral("location_id"), QStringLiteral("resource_id")})
                QVERIFY(!write.values.contains(column) || known.contains(write.values.value(column).toLongLong()));
            known.insert(write.id);
        }
        const BusinessWrite& colour = plan.back();
        QCOMPARE(colour.values.value(QStringLiteral("price_minor")).toLongLong(), 8950);
        QCOMPARE(colour.values.value(QStringLiteral("currency")).toString(), QStringLiteral("EUR"));
        QCOMPARE(colour.values.value(QStringLiteral("buffer_after")).toLongLong(), 600);
    }

    void theSameFileAgainChangesNothing()
    {
        const auto again = planned(salon(), salonRows());
        QVERIFY2(mistakesOf(again).isEmpty(), qPrintable(mistakesOf(again).join(u'\n')));
        QCOMPARE(std::get<BusinessPlan>(again).size(), 0u);
    }

    void aWholeDayOffEndsWithTheDay()
    {
        const BusinessRows rows = salonRows();
        const Zone berlin = *Zone::fromId("Europe/Berlin");
        const QVariantMap& christmas = rows.closures.front().values;
        QCOMPARE(christmas.value(QStringLiteral("starts_at")).toLongLong(), toUnix(berlin.day({2026, 12, 24}).start));
        QCOMPARE(christmas.value(QStringLiteral("ends_at")).toLongLong(), toUnix(berlin.day({2026, 12, 26}).end));
    }

    void onlyWhatDiffersIsWritten()
    {
        const auto result =
            planned(R"({"services": [{"name": "Haircut", "price": 45, "category": "Hair"}]})", salonRows());
        QVERIFY2(mistakesOf(result).isEmpty(), qPrintable(mistakesOf(result).join(u'\n')));
        const auto& plan = std::get<BusinessPlan>(result);
        QCOMPARE(plan.size(), 1u);
        QCOMPARE(plan[0].id, 1);
        QCOMPARE(plan[0].seen, 1);
        QCOMPARE(plan[0].changed, QStringList{QStringLiteral("price_minor")});
        QCOMPARE(plan[0].values.value(QStringLiteral("price_minor")).toLongLong(), 4500);
        QCOMPARE(plan[0].values.value(QStringLiteral("buffer_after")).toLongLong(), 300);
    }

    void anIdRenames()
    {
        const auto result = planned(R"({"staff": [{"id": 2, "name": "Ben Okafor-Lind"}]})", salonRows());
        const auto& plan = std::get<BusinessPlan>(result);
        QCOMPARE(plan.size(), 1u);
        QCOMPARE(plan[0].id, 2);
        QCOMPARE(plan[0].changed, QStringList{QStringLiteral("name")});
    }

    void retiringAndBringingBack()
    {
        BusinessRows rows = salonRows();
        const auto retire = planned(R"({"services": [{"name": "Colour", "retired": true}]})", rows);
        const auto& plan = std::get<BusinessPlan>(retire);
        QCOMPARE(plan.size(), 1u);
        QCOMPARE(plan[0].values.value(QStringLiteral("retired_at")).toLongLong(), toUnix(now));
        rows.services[1].values = plan[0].values;
        const auto still = planned(R"({"services": [{"name": "Colour", "retired": true}]})", rows);
        QVERIFY(std::get<BusinessPlan>(still).empty());
        const auto back = planned(R"({"services": [{"name": "Colour", "retired": false}]})", rows);
        QCOMPARE(std::get<BusinessPlan>(back).size(), 1u);
        QVERIFY(std::get<BusinessPlan>(back)[0].values.value(QStringLiteral("retired_at")).isNull());
    }

    void aClosureIsTakenBack()
    {
        const auto result = planned(R"({"locations": [{"name": "Mitte", "closures":
            [{"from": "2026-12-24", "to": "2026-12-26", "retired": true}]}]})",
                                    salonRows());
        const auto& plan = std::get<BusinessPlan>(result);
        QCOMPARE(plan.size(), 1u);
        QVERIFY(plan[0].table == BusinessTable::Closure);
        QCOMPARE(plan[0].changed, QStringList{QStringLiteral("retired_at")});
    }

    void mistakesBesideTheBook_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* text, const char* says) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(says);
        };
        row("a new location without zone", R"({"locations": [{"name": "West", "currency": "EUR"}]})",
            "line 1, locations[0].zone: is missing");
        row("a new service without steps", R"({"services": [{"name": "New", "price": "1", "able": []}]})",
            "services[0].steps: is missing");
        row("a new service that nobody is named for",
            R"({"services": [{"name": "New", "price": "1", "steps": [{"minutes": 5}]}]})",
            "services[0].able: is missing");
        row("a new service without price", R"({"services": [{"name": "New", "steps": [{"minutes": 5}], "able": []}]})",
            "services[0].price: is missing");
        row("somebody unknown is able",
            "{\"services\": [{\"name\": \"Haircut\",\n\"able\": [\"Ana Ruiz\",\n\"Zoe\"]}]}",
            "line 3, services[0].able[1]: \"Zoe\" is no staff member");
        row("able twice", R"({"services": [{"name": "Haircut", "able": ["Ana Ruiz", 1]}]})",
            "services[0].able[1]: is given twice");
        row("a step keeps a room that nobody has", R"({"services": [{"name": "Colour", "able": ["Ana Ruiz"]}]})",
            "services[0].able: has no room, but a step keeps one busy");
        row("a price in letters", R"({"services": [{"name": "Haircut", "price": "much"}]})",
            "services[0].price: must be an amount of EUR such as \"42.00\"");
        row("a price of three decimals", R"({"services": [{"name": "Haircut", "price": 1.999}]})", "services[0].price");
        row("a price below nothing", R"({"services": [{"name": "Haircut", "price": -5}]})", "services[0].price");
        row("a currency without its price", R"({"services": [{"name": "Haircut", "currency": "CHF"}]})",
            "services[0].price: is missing; the currency changes with it");
        row("an unknown id", R"({"services": [{"id": 99, "name": "Haircut"}]})", "services[0].id: no such row");
        row("an unknown location", R"({"staff": [{"name": "Dan", "location": "Süd"}]})",
            "staff[0].location: \"Süd\" is no location");
        row("time off in the gap of spring",
            R"({"staff": [{"name": "Ana Ruiz", "time_off": [{"from": "2027-03-28T02:30", "to": "2027-03-29"}]}]})",
            "staff[0].time_off[0].from: must be a date");
        row("time off backwards",
            R"({"staff": [{"name": "Ana Ruiz", "time_off": [{"from": "2027-03-28", "to": "2027-03-27"}]}]})",
            "staff[0].time_off[0].to: must be after \"from\"");
        row("one row twice", R"({"staff": [{"id": 1, "name": "Ana Lind"}, {"name": "Ana Ruiz", "initials": "X"}]})",
            "staff[1]: means the row 1");
        row("staff by a room's id", R"({"staff": [{"id": 4, "name": "Colour corner"}]})",
            "staff[0].id: belongs to a room");
    }
    void mistakesBesideTheBook()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const QStringList lines = mistakesOf(planned(text, salonRows()));
        QVERIFY2(std::ranges::any_of(lines, [&](const QString& line) { return line.contains(says); }),
                 qPrintable(lines.join(u'\n')));
    }

    void aNameThatStandsTwiceNeedsAnId()
    {
        BusinessRows rows = salonRows();
        BusinessRow twin = rows.services[0];
        twin.id = 3;
        rows.services.push_back(twin);
        const QStringList lines = mistakesOf(planned(R"({"services": [{"name": "Haircut", "price": "1"}]})", rows));
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines[0].contains(QStringLiteral("(ids 1, 3)")), qPrintable(lines[0]));
        rows.services[2].values.insert(QStringLiteral("retired_at"), toUnix(now));
        QCOMPARE(mistakesOf(planned(R"({"services": [{"name": "Haircut", "price": "1"}]})", rows)).size(), 0);
    }

    void twoLocationsNeedToBeNamed()
    {
        const BusinessRows rows = salonRows();
        const QByteArray west = R"({"locations": [{"name": "West", "zone": "Europe/Lisbon", "currency": "EUR"}],
            "rooms": [{"name": "Colour corner", "location": "West"}, {"name": "Spa"}],
            "services": [{"name": "Colour", "able": ["Ana Ruiz", "Colour corner"]}]})";
        const QStringList lines = mistakesOf(planned(west, rows));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains(QStringLiteral("rooms[1].location: is missing")));
        QVERIFY(lines[1].contains(QStringLiteral("services[0].able[1]: several are named")));
        const QByteArray good = R"({"locations": [{"name": "West", "zone": "Europe/Lisbon", "currency": "EUR"}],
            "rooms": [{"name": "Colour corner", "location": "West"}],
            "services": [{"name": "Colour", "able": ["Ana Ruiz", {"location": "West", "name": "Colour corner"}]}]})";
        QVERIFY(mistakesOf(planned(good, rows)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestBusinessPlan)
#include "tst_business_plan.moc"
