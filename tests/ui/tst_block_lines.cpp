#include "day_fixture.h"
#include "ui/block_lines.h"

#include <QPainter>
#include <QTest>
#include <QTextBoundaryFinder>

using namespace frontdesk;
using namespace frontdesk::test;

/// What of a block's words and signs is left when there is little room.
class TestBlockLines : public QObject
{
    Q_OBJECT
private slots:
    void everythingWhereThereIsRoom();
    void theServiceGivesWayBeforeTheTime();
    void marksGoDownBeforeTheNameIsCut();
    void aLongNameTakesASecondLine();
    void aNarrowBlockSaysWhatIsWhole();
    void noGlyphIsCutInHalf_data();
    void noGlyphIsCutInHalf();
    void theBadgeStaysWhateverTheRoom();
    void nothingLeavesTheBlock_data();
    void nothingLeavesTheBlock();
    void aHoldCountsDownByTheBooksClock();
    void everyScriptStandsOnOneLine_data();
    void everyScriptStandsOnOneLine();

private:
    BlockLines lines(int width, int height);
    [[nodiscard]] QStringList shown(const BlockLines& lines) const;

    DayFixture m_day;
    Appointment m_row = m_day.add("Ana", "14:00", QStringLiteral("Friederike Albrechtsberger"), "Haircut");
    TextCache m_texts;
};

BlockLines TestBlockLines::lines(int width, int height)
{
    BlockPlaces places;
    places.rect = QRect(0, 0, width, height);
    places.lane = places.rect;
    return linesOf(places, wordsOf(m_row, m_day.zone, m_day.at("13:00"), m_day.at("13:00")), m_texts);
}

QStringList TestBlockLines::shown(const BlockLines& lines) const
{
    QStringList texts;
    for (const BlockLines::Text& text : lines.texts)
        texts << text.text;
    return texts;
}

void TestBlockLines::everythingWhereThereIsRoom()
{
    const BlockLines wide = lines(400, 60);
    QCOMPARE(shown(wide), QStringList({m_row.clientName, QStringLiteral("14:00–14:45 Haircut")}));
    QCOMPARE(wide.signs.size(), size_t(1));
    QVERIFY(wide.signs[0].isDot);
    QVERIFY(wide.dot.contains(wide.signs[0].box));
}

void TestBlockLines::theServiceGivesWayBeforeTheTime()
{
    const int name = m_texts.widthOf(TextCache::Face::Name, m_row.clientName);
    const int height = m_texts.lineHeight(TextCache::Face::Name) + 2; // one line
    QCOMPARE(shown(lines(name + 260, height)), QStringList({m_row.clientName, QStringLiteral("14:00 Haircut")}));
    QCOMPARE(shown(lines(name + 90, height)), QStringList({m_row.clientName, QStringLiteral("14:00")}));
    QCOMPARE(shown(lines(name + 20, height)), QStringList({m_row.clientName}));
}

void TestBlockLines::marksGoDownBeforeTheNameIsCut()
{
    m_row.note = QStringLiteral("quiet chair");
    m_row.clientAlert = QStringLiteral("allergic");
    const int name = m_texts.widthOf(TextCache::Face::Name, m_row.clientName);
    const BlockLines narrow = lines(name + 18, 40);
    QCOMPARE(narrow.texts[0].text, m_row.clientName);
    QVERIFY(narrow.texts[0].width >= name);
    QCOMPARE(narrow.signs.size(), size_t(3));
    for (const BlockLines::Sign& sign : narrow.signs)
        QVERIFY(sign.box.center().y() > narrow.texts[1].at.y());
    m_row.note.clear();
    m_row.clientAlert.clear();
}

void TestBlockLines::aLongNameTakesASecondLine()
{
    const BlockLines tall = lines(130, 80);
    QCOMPARE(tall.texts[0].text, QStringLiteral("Friederike"));
    QCOMPARE(tall.texts[1].text, QStringLiteral("Albrechtsberger"));
    QVERIFY(tall.texts[2].text.startsWith(QStringLiteral("14:00")));
    QVERIFY(tall.texts[1].at.y() > tall.texts[0].at.y());
    // Where one line alone fits, its end is what is left out: a name is read from its beginning.
    const QString cut = m_texts.shown(TextCache::Face::Name, m_row.clientName, 110);
    QVERIFY2(cut.startsWith(QStringLiteral("Fried")) && cut.endsWith(QChar(0x2026)), qPrintable(cut));
}

void TestBlockLines::noGlyphIsCutInHalf()
{
    QFETCH(const QString, name);
    for (const auto face : {TextCache::Face::Name, TextCache::Face::Detail, TextCache::Face::Small}) {
        for (int width = 4; width < 200; ++width) {
            QString cut = m_texts.shown(face, name, width);
            QVERIFY2(m_texts.widthOf(face, cut) <= width, qPrintable(cut));
            if (cut == name)
                continue;
            if (cut.endsWith(QChar(0x2026)))
                cut.chop(1);
            while (cut.endsWith(QLatin1Char(' ')) || cut.endsWith(QChar(0x200d))) // a joiner keeps a letter's form
                cut.chop(1);
            QVERIFY2(name.startsWith(cut), qPrintable(cut));
            QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
            finder.setPosition(cut.size());
            QVERIFY2(finder.isAtBoundary(), qPrintable(cut));
        }
    }
}

/// In a column of the week: where the time has no room it isn't begun, and its line is the name's; below stands one
/// sign.
void TestBlockLines::aNarrowBlockSaysWhatIsWhole()
{
    const Appointment before = m_row;
    m_row.clientName = QStringLiteral("Rosa Silva");
    const int two = 2 * m_texts.lineHeight(TextCache::Face::Name);
    const int line = m_texts.lineHeight(TextCache::Face::Detail);
    const int time = m_texts.widthOf(TextCache::Face::Detail, QStringLiteral("14:00"));
    const int narrow = time + 7; // a pixel less than the time and the distances need
    QVERIFY(narrow < 44);
    QCOMPARE(shown(lines(narrow, two)), QStringList({QStringLiteral("Rosa"), QStringLiteral("Silva")}));
    QVERIFY(lines(narrow, two).signs.empty());
    m_row.clientAlert = QStringLiteral("allergic");
    const BlockLines tall = lines(narrow, two + line);
    QCOMPARE(shown(tall), QStringList({QStringLiteral("Rosa"), QStringLiteral("Silva")}));
    QCOMPARE(tall.signs.size(), size_t(1));
    QCOMPARE(tall.signs[0].mark, Mark::Alert);
    QCOMPARE(shown(lines(time + 20, two + line)).constLast(), QStringLiteral("14:00"));
    m_row = before;
}

void TestBlockLines::noGlyphIsCutInHalf_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("letters") << QStringLiteral("Friederike Albrechtsberger");
    QTest::newRow("accents of their own") << QStringLiteral("Ze\u0301lie Ke\u0302voa\u0308rd");
    QTest::newRow("Chinese") << QStringLiteral("美玲 陈 欧阳娜娜 司马相如");
    QTest::newRow("Arabic") << QStringLiteral("محمد عبد الرحمن القحطاني");
    QTest::newRow("Devanagari") << QStringLiteral("कृष्णमूर्ति श्रीनिवासन");
    QTest::newRow("a family and a flag") << QStringLiteral(
        "👨‍👩‍👧‍👦 Familie 🇩🇪 Müller 👩🏽‍🦱");
}

void TestBlockLines::theBadgeStaysWhateverTheRoom()
{
    m_row.status = Status::Arrived;
    m_row.statusAt = m_day.at("12:48");
    QCOMPARE(lines(300, 60).badgeText, QStringLiteral("12′"));
    QCOMPARE(lines(90, 20).badgeText, QStringLiteral("12′"));
    QVERIFY(lines(24, 20).badgeText.isEmpty()); // a dot of its colour
    QVERIFY(!lines(24, 20).badge.isEmpty());
    m_row.status = Status::Booked;
}

void TestBlockLines::nothingLeavesTheBlock_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {20, 40, 60, 90, 120, 160, 240})
        QTest::addRow("%d pixels", width) << width;
}

void TestBlockLines::nothingLeavesTheBlock()
{
    QFETCH(const int, width);
    m_row.note = QStringLiteral("a note");
    for (const int height : {6, 12, 18, 26, 34, 50, 80}) {
        const BlockLines all = lines(width, height);
        for (const BlockLines::Text& text : all.texts) {
            QVERIFY(text.at.x() >= 0 && text.at.x() + text.width <= width);
            QVERIFY(text.at.y() + m_texts.lineHeight(text.face) <= height + 5);
        }
        for (const BlockLines::Sign& sign : all.signs)
            QVERIFY(sign.box.left() >= 0 && sign.box.right() < width);
    }
    m_row.note.clear();
}

void TestBlockLines::aHoldCountsDownByTheBooksClock()
{
    const Appointment hold =
        m_day.addHold("Ben", "15:00", "15:45", QStringLiteral("Desk 2"), m_day.at("10:01") + Seconds(24));
    const BlockWords words = wordsOf(hold, m_day.zone, m_day.at("14:00"), m_day.at("10:00"));
    QCOMPARE(words.whole, QStringLiteral("Haircut · 1:24 left"));
    BlockPlaces places;
    places.rect = QRect(0, 0, 400, 40);
    QCOMPARE(linesOf(places, words, m_texts).texts[0].text, QStringLiteral("Desk 2 is booking"));
    places.rect.setWidth(m_texts.widthOf(TextCache::Face::Name, words.name));
    QCOMPARE(linesOf(places, words, m_texts).texts[0].text, QStringLiteral("Desk 2"));
}

void TestBlockLines::everyScriptStandsOnOneLine_data()
{
    QTest::addColumn<QString>("letters"); // none goes below its line
    QTest::newRow("Hebrew") << QStringLiteral("אבה");
    QTest::newRow("Arabic") << QStringLiteral("ادا");
    QTest::newRow("Devanagari") << QStringLiteral("कमल");
    QTest::newRow("Greek") << QStringLiteral("ΑΒΓ");
    QTest::newRow("Thai") << QStringLiteral("กมอ");
}

void TestBlockLines::everyScriptStandsOnOneLine()
{
    QFETCH(const QString, letters);
    const auto lowestInk = [this](const QString& text) {
        QImage image(200, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setPen(Qt::black);
        m_texts.draw(painter, {5, 10}, TextCache::Face::Name, text, 180);
        int lowest = -1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                lowest = qGray(image.pixel(x, y)) < 128 ? y : lowest;
        }
        return lowest;
    };
    const int latin = lowestInk(QStringLiteral("HIE"));
    const int other = lowestInk(letters);
    QVERIFY(latin > 0 && other > 0);
    QVERIFY2(std::abs(latin - other) <= 1, qPrintable(QStringLiteral("%1 and %2").arg(latin).arg(other)));
}

QTEST_MAIN(TestBlockLines)
#include "tst_block_lines.moc"
