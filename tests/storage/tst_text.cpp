#include "models/storage/text.h"

#include <QTest>

using frontdesk::isStorableJson;
using frontdesk::isStorableText;

class TestText : public QObject
{
    Q_OBJECT
private slots:
    void judgesText_data();
    void judgesText();
    void judgesJson_data();
    void judgesJson();
};

void TestText::judgesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("storable");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("plain") << QStringLiteral("O'Neill \"x\" \\ ; --") << true;
    QTest::newRow("all scripts and emoji") << QStringLiteral("美玲 Ö שלום 👩‍🦰 e\u0301") << true;
    QTest::newRow("the words of an escape") << QStringLiteral("\\u0000") << true;
    QTest::newRow("tab and line feed") << QStringLiteral("a\tb\nc") << true;
    QTest::newRow("NUL alone") << QString(QChar(0)) << false;
    QTest::newRow("NUL inside") << QStringLiteral("a") + QChar(0) + QStringLiteral("b") << false;
    QTest::newRow("high surrogate at the end") << QStringLiteral("a") + QChar(0xD83D) << false;
    QTest::newRow("high surrogate before a letter") << QString(QChar(0xD83D)) + u'a' << false;
    QTest::newRow("low surrogate alone") << QString(QChar(0xDE00)) << false;
    QTest::newRow("surrogates the wrong way round") << QString(QChar(0xDE00)) + QChar(0xD83D) << false;
    QTest::newRow("two high surrogates") << QString(QChar(0xD83D)) + QChar(0xD83D) + QChar(0xDE00) << false;
}

void TestText::judgesText()
{
    QFETCH(QString, text);
    QTEST(isStorableText(text), "storable");
}

void TestText::judgesJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("storable");
    QTest::newRow("plain") << QByteArray(R"([{"a": "b\n\"c\\"}])") << true;
    QTest::newRow("escaped letter") << QByteArray(R"(["\u00e9"])") << true;
    QTest::newRow("escaped pair") << QByteArray(R"(["\ud83d\ude00"])") << true;
    QTest::newRow("escaped backslash before u0000") << QByteArray(R"(["\\u0000"])") << true;
    QTest::newRow("escaped NUL") << QByteArray(R"(["a\u0000"])") << false;
    QTest::newRow("escaped NUL after a backslash") << QByteArray(R"(["\\\u0000"])") << false;
    QTest::newRow("escaped half") << QByteArray(R"(["\ud83d"])") << false;
    QTest::newRow("escaped other half") << QByteArray(R"(["\uDE00"])") << false;
    QTest::newRow("half before an escape") << QByteArray(R"(["\ud83d\n"])") << false;
    QTest::newRow("NUL byte") << QByteArray("[\"a\0\"]", 6) << false;
    QTest::newRow("not UTF-8") << QByteArray("[\"\xff\"]") << false;
}

void TestText::judgesJson()
{
    QFETCH(QByteArray, json);
    QTEST(isStorableJson(json), "storable");
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
