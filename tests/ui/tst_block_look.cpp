#include "ui/block_look.h"

#include <QRandomGenerator>
#include <QTest>

using namespace frontdesk;

namespace
{

constexpr double Readable = 4.5;

/// Colours that a manager may choose: the usual ones, the extremes, and some by chance.
std::vector<QColor> serviceColours()
{
    std::vector<QColor> colours = {"#2f6fed", "#c2317f", "#b0761b", "#0f9d6a", "#7a4fd6", "#000000", "#ffffff",
                                   "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff", "#808080"};
    QRandomGenerator random(20261122);
    for (int i = 0; i < 500; ++i)
        colours.push_back(QColor::fromRgb(random.generate() & 0xffffff));
    colours.push_back({}); // time without a service
    return colours;
}

/// A half transparent colour as it looks on a ground.
QColor over(const QColor& colour, const QColor& ground)
{
    return mixed(QColor(colour.rgb()), ground, colour.alphaF());
}

} // namespace

class TestBlockLook : public QObject
{
    Q_OBJECT
private slots:
    void contrastIsThatOfTheStandard();
    void textIsReadable_data();
    void textIsReadable();
    void badgesAreReadable();
    void wordsOfTheThemeAreReadable();
    void badgesCountMinutes();
    void signsStandInOrder();
};

void TestBlockLook::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrast(QColor("#767676"), Qt::white) - 4.54) < 0.01);
}

void TestBlockLook::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("status");
    for (const bool dark : {false, true}) {
        for (int status = int(Status::Held); status <= int(Status::NoShow); ++status) {
            QTest::addRow("%s, %s", dark ? "dark" : "light", toCode(Status(status)).data()) << dark << status;
        }
    }
}

void TestBlockLook::textIsReadable()
{
    QFETCH(const bool, dark);
    QFETCH(const int, status);
    const Theme& theme = dark ? Theme::darkOne() : Theme::light();
    for (const QColor& colour : serviceColours()) {
        const BlockLook look = blockLook(theme, colour, Status(status), Status(status) == Status::Held);
        const QByteArray name = colour.name().toLatin1();
        QVERIFY2(contrast(look.text, look.fill) >= Readable, name);
        QVERIFY2(contrast(look.textSoft, look.fill) >= Readable, name);
        for (const QColor& ground : {theme.surface, theme.closed, theme.stripe}) {
            QVERIFY2(contrast(look.textSoft, over(look.gapFill, ground)) >= Readable, name);
            QVERIFY2(contrast(look.text, over(look.gapFill, ground)) >= Readable, name);
        }
        QVERIFY2(contrast(look.edge, theme.surface) >= 1.5, name);
    }
}

void TestBlockLook::badgesAreReadable()
{
    for (const Theme* theme : {&Theme::light(), &Theme::darkOne()}) {
        for (const auto tone : {Badge::Tone::Green, Badge::Tone::Amber, Badge::Tone::Red})
            QVERIFY(contrast(Qt::white, badgeColour(*theme, tone)) >= Readable);
    }
}

void TestBlockLook::wordsOfTheThemeAreReadable()
{
    for (const Theme* theme : {&Theme::light(), &Theme::darkOne()}) {
        for (const QColor& ground : {theme->surface, theme->panel, theme->bar, theme->closed, theme->waitingStrip}) {
            QVERIFY(contrast(theme->text, ground) >= Readable);
            QVERIFY(contrast(theme->textSoft, ground) >= Readable);
        }
        QVERIFY(contrast(readableOn(theme->textSoft, theme->stripe), theme->stripe) >= Readable);
        QVERIFY(contrast(theme->accentText, theme->accent) >= Readable);
        QVERIFY(contrast(theme->alertText, theme->alertFill) >= Readable);
        QVERIFY(contrast(theme->redText, theme->surface) >= Readable);
        QVERIFY(contrast(theme->redText, theme->closed) >= Readable);
        QVERIFY(contrast(theme->greenText, theme->surface) >= Readable);
        QVERIFY(contrast(theme->hold, theme->surface) >= Readable);
        QVERIFY(contrast(readableOn(theme->doneEdge, theme->panel), theme->panel) >= Readable);
    }
}

void TestBlockLook::badgesCountMinutes()
{
    const Instant now = instantFromUnix(1000000);
    Appointment row;
    row.client = ClientId(1);
    row.status = Status::Arrived;
    row.statusAt = now - Minutes(3);
    QCOMPARE(badgeOf(row, now), std::optional(Badge{QStringLiteral("3′"), Badge::Tone::Green}));
    row.statusAt = now - Minutes(7);
    QCOMPARE(badgeOf(row, now)->tone, Badge::Tone::Amber);
    row.statusAt = now - Minutes(12);
    QCOMPARE(badgeOf(row, now)->tone, Badge::Tone::Red);

    row.status = Status::Booked;
    row.slot = {now - Minutes(7), now + Minutes(38)};
    QCOMPARE(badgeOf(row, now), std::optional(Badge{QStringLiteral("7′ late"), Badge::Tone::Amber}));
    row.slot = {now, now + Minutes(45)};
    QVERIFY(!badgeOf(row, now)); // a start is not late in its own minute
    row.slot = {now - Minutes(60), now - Minutes(15)};
    QVERIFY(!badgeOf(row, now)); // past, nobody waits for them any more
    row.slot = {now - Minutes(7), now + Minutes(38)};
    row.client = {};
    QVERIFY(!badgeOf(row, now)); // a block is never late
}

void TestBlockLook::signsStandInOrder()
{
    Appointment row;
    row.client = ClientId(1);
    row.clientAlert = QStringLiteral("Allergic");
    row.note = QStringLiteral("Quiet chair");
    row.source = QStringLiteral("online");
    row.firstVisit = true;
    row.squeezed = true;
    row.confirmation = Confirmation::Confirmed;
    row.slot = {instantFromUnix(100000), instantFromUnix(102700)};
    const std::vector<Mark> expected = {Mark::Note,  Mark::Online,   Mark::FirstVisit,
                                        Mark::Alert, Mark::Squeezed, Mark::Confirmed};
    QCOMPARE(signsOf(row, instantFromUnix(0)).marks, expected);
    row.isDeskHold = true;
    QVERIFY(signsOf(row, instantFromUnix(0)).marks.empty());
    QCOMPARE(countdownText(instantFromUnix(84), instantFromUnix(0)), QStringLiteral("1:24 left"));
    QCOMPARE(countdownText(instantFromUnix(0), instantFromUnix(84)), QStringLiteral("0:00 left"));
}

QTEST_GUILESS_MAIN(TestBlockLook)
#include "tst_block_look.moc"
