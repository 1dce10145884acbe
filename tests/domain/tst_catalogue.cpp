#include "models/domain/catalogue.h"

#include <QTest>

using frontdesk::Catalogue;
using frontdesk::Resource;
using frontdesk::ResourceId;
using frontdesk::toJson;
using frontdesk::WallSpan;
using frontdesk::WeeklyHours;
using frontdesk::weeklyHoursFromJson;

class CatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void hours()
    {
        const QByteArray json = R"({"1":[["09:00","13:00"],["14:00","18:00"]],"7":[["20:00","24:00"]]})";
        const std::optional<WeeklyHours> hours = weeklyHoursFromJson(json);
        QVERIFY(hours);
        QCOMPARE(hours->at(0).size(), size_t(2));
        QCOMPARE(hours->at(0)[1], (WallSpan{QTime(14, 0), QTime(18, 0)}));
        QVERIFY(hours->at(1).empty());
        QCOMPARE(hours->at(6)[0], (WallSpan{QTime(20, 0), QTime()}));
        QCOMPARE(toJson(*hours), json);
        QCOMPARE(weeklyHoursFromJson("{}"), WeeklyHours{});
    }

    void spansThatTouchAreOne()
    {
        const auto hours = weeklyHoursFromJson(R"({"3":[["09:00","13:00"],["13:00","18:00"]]})");
        QCOMPARE(hours->at(2), (std::vector<WallSpan>{{QTime(9, 0), QTime(18, 0)}}));
    }

    void badHours_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const char* json, const char* where) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(where);
        };
        row("no JSON", "{", "unterminated object");
        row("an array", "[]", "must be an object");
        row("day 0", R"({"0":[]})", "\"0\"");
        row("a day's name", R"({"mon":[]})", "\"mon\"");
        row("no array", R"({"1":"09:00-18:00"})", "\"1\"");
        row("one time", R"({"1":[["09:00"]]})", "\"1\"[0]");
        row("hour 25", R"({"1":[["09:00","25:00"]]})", "\"1\"[0]");
        row("one digit", R"({"1":[["9:00","18:00"]]})", "\"1\"[0]");
        row("starts at 24:00", R"({"1":[["24:00","18:00"]]})", "\"1\"[0]");
        row("ends before it starts", R"({"1":[["18:00","09:00"]]})", "\"1\"[0]");
        row("empty", R"({"1":[["09:00","09:00"]]})", "\"1\"[0]");
        row("overlapping", R"({"2":[["09:00","13:00"],["12:00","18:00"]]})", "\"2\"[1]");
        row("after midnight", R"({"2":[["09:00","24:00"],["12:00","18:00"]]})", "\"2\"[1]");
    }

    void badHours()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, where);
        QString problem;
        QVERIFY(!weeklyHoursFromJson(json, &problem));
        QVERIFY2(problem.startsWith(where), qPrintable(problem));
    }

    void lookups()
    {
        Catalogue catalogue;
        QVERIFY(catalogue.isEmpty());
        catalogue.resources = {Resource{}, Resource{}};
        catalogue.resources[0].id = ResourceId(3);
        catalogue.resources[1].id = ResourceId(1);
        QCOMPARE(catalogue.resource(ResourceId(1)), &catalogue.resources[1]);
        QCOMPARE(catalogue.resource(ResourceId(2)), nullptr);
        QCOMPARE(catalogue.service(frontdesk::ServiceId(1)), nullptr);
    }
};

QTEST_APPLESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
