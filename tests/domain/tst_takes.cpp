#include "models/domain/takes.h"

#include <QTest>

using frontdesk::Choice;
using frontdesk::Minutes;
using frontdesk::ResourceId;
using frontdesk::ResourceKind;
using frontdesk::Seconds;
using frontdesk::Step;
using frontdesk::Steps;
using frontdesk::stepsFromJson;
using frontdesk::stepsOfLength;
using frontdesk::Take;
using frontdesk::Takes;
using frontdesk::takesFor;
using frontdesk::takesFromJson;
using frontdesk::toJson;

Q_DECLARE_METATYPE(frontdesk::Takes)
Q_DECLARE_METATYPE(frontdesk::Steps)

namespace
{

const Steps haircut = {{Minutes(45), {ResourceKind::Staff}}};
const Steps colour = {{Minutes(35), {ResourceKind::Staff, ResourceKind::Room}},
                      {Minutes(40), {ResourceKind::Room}},
                      {Minutes(15), {ResourceKind::Staff, ResourceKind::Room}}};
const ResourceId ana(1);
const ResourceId room(4);

Take take(ResourceId resource, int from, int to)
{
    return {resource, Minutes(from), Minutes(to), 1};
}

} // namespace

class TakesTest : public QObject
{
    Q_OBJECT

private slots:
    void takes_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<bool>("withRoom");
        QTest::addColumn<Takes>("takes");

        QTest::newRow("one step") << haircut << 0 << 0 << false << Takes{take(ana, 0, 45)};
        QTest::newRow("buffers widen it") << haircut << 5 << 10 << false << Takes{take(ana, -5, 55)};
        QTest::newRow("developing leaves the stylist free")
            << colour << 0 << 10 << true << Takes{take(ana, 0, 35), take(ana, 75, 100), take(room, 0, 100)};
        QTest::newRow("a kind without a choice is left out")
            << colour << 0 << 0 << false << Takes{take(ana, 0, 35), take(ana, 75, 90)};
        QTest::newRow("a buffer falls to what its own step keeps")
            << Steps{{Minutes(20), {ResourceKind::Room}}, {Minutes(30), {ResourceKind::Staff}}} << 5 << 10 << true
            << Takes{take(ana, 20, 60), take(room, -5, 20)};
        QTest::newRow("neighbouring steps become one take")
            << Steps{{Minutes(20), {ResourceKind::Staff}}, {Minutes(30), {ResourceKind::Staff}}} << 0 << 0 << false
            << Takes{take(ana, 0, 50)};
        QTest::newRow("no steps") << Steps{} << 5 << 5 << true << Takes{};
    }

    void takes()
    {
        QFETCH(Steps, steps);
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(bool, withRoom);
        QFETCH(Takes, takes);
        std::vector<Choice> choices = {{ResourceKind::Staff, ana}};
        if (withRoom)
            choices.push_back({ResourceKind::Room, room});
        QCOMPARE(takesFor(steps, Minutes(before), Minutes(after), choices), takes);
    }

    void otherLengths_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QList<int>>("lengths"); // empty: can't be done

        QTest::newRow("as it is") << colour << 90 << QList<int>{35, 40, 15};
        QTest::newRow("longer at the end") << colour << 100 << QList<int>{35, 40, 25};
        QTest::newRow("shorter to five minutes") << colour << 80 << QList<int>{35, 40, 5};
        QTest::newRow("shorter than that") << colour << 79 << QList<int>{};
        QTest::newRow("the staff's last step, not the last")
            << Steps{{Minutes(30), {ResourceKind::Staff}}, {Minutes(20), {ResourceKind::Room}}} << 60
            << QList<int>{40, 20};
        QTest::newRow("nobody works") << Steps{{Minutes(30), {ResourceKind::Room}}} << 60 << QList<int>{};
        QTest::newRow("a short step may grow") << Steps{{Minutes(2), {ResourceKind::Staff}}} << 4 << QList<int>{4};
        QTest::newRow("no steps") << Steps{} << 0 << QList<int>{};
    }

    void otherLengths()
    {
        QFETCH(Steps, steps);
        QFETCH(int, minutes);
        QFETCH(QList<int>, lengths);
        const std::optional<Steps> result = stepsOfLength(steps, Minutes(minutes));
        QCOMPARE(result.has_value(), !lengths.isEmpty());
        for (qsizetype i = 0; i < lengths.size(); ++i)
            QCOMPARE((*result)[static_cast<size_t>(i)].length, Seconds(Minutes(lengths[i])));
    }

    void jsonThereAndBack()
    {
        QCOMPARE(stepsFromJson(toJson(colour)), colour);
        const Takes takes = takesFor(colour, Minutes(5), Minutes(10),
                                     std::vector<Choice>{{ResourceKind::Staff, ana}, {ResourceKind::Room, room}});
        QCOMPARE(takesFromJson(toJson(takes)), takes);
        QCOMPARE(toJson(Takes{}), QByteArray("[]"));
        QCOMPARE(takesFromJson("[]"), Takes{});
        QCOMPARE(toJson(haircut), QByteArray(R"([{"length": 2700, "keeps": ["staff"]}])"));
        QCOMPARE(toJson(Takes{{ana, Seconds(-300), Seconds(60), 2}}),
                 QByteArray(R"([{"resource": 1, "from": -300, "to": 60, "units": 2}])"));
        QCOMPARE(takesFromJson(R"([{"to":60,"units":1,"resource":9007199254740993,"from":0}])")->front().resource,
                 ResourceId(9007199254740993));
    }

    void badSteps_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no array") << QByteArray(R"({"length": 60, "keeps": []})");
        QTest::newRow("no steps") << QByteArray("[]");
        QTest::newRow("no length") << QByteArray(R"([{"keeps": ["staff"]}])");
        QTest::newRow("length nought") << QByteArray(R"([{"length": 0, "keeps": ["staff"]}])");
        QTest::newRow("a length in text") << QByteArray(R"([{"length": "60", "keeps": ["staff"]}])");
        QTest::newRow("half a second") << QByteArray(R"([{"length": 60.5, "keeps": ["staff"]}])");
        QTest::newRow("longer than a day") << QByteArray(R"([{"length": 86401, "keeps": ["staff"]}])");
        QTest::newRow("no keeps") << QByteArray(R"([{"length": 60}])");
        QTest::newRow("an unknown kind") << QByteArray(R"([{"length": 60, "keeps": ["chair"]}])");
        QTest::newRow("a kind twice") << QByteArray(R"([{"length": 60, "keeps": ["staff", "staff"]}])");
    }

    void badSteps()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!stepsFromJson(json));
    }

    void badTakes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("no resource") << QByteArray(R"([{"from": 0, "to": 60, "units": 1}])");
        QTest::newRow("resource nought") << QByteArray(R"([{"resource": 0, "from": 0, "to": 60, "units": 1}])");
        QTest::newRow("empty time") << QByteArray(R"([{"resource": 1, "from": 60, "to": 60, "units": 1}])");
        QTest::newRow("no units") << QByteArray(R"([{"resource": 1, "from": 0, "to": 60}])");
        QTest::newRow("units nought") << QByteArray(R"([{"resource": 1, "from": 0, "to": 60, "units": 0}])");
        QTest::newRow("text") << QByteArray(R"([{"resource": "1", "from": 0, "to": 60, "units": 1}])");
    }

    void badTakes()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!takesFromJson(json));
    }
};

QTEST_APPLESS_MAIN(TakesTest)
#include "tst_takes.moc"
