#include "models/booking/client_keys.h"

#include <QTest>

#include <algorithm>

using Qt::StringLiterals::operator""_s;

namespace frontdesk::test
{
namespace
{

bool matches(const QStringList& keys, const std::vector<SearchPart>& parts)
{
    return !parts.empty() && std::ranges::all_of(parts, [&](const SearchPart& part) {
        return std::ranges::any_of(part.prefixes, [&](const QString& prefix) {
            return std::ranges::any_of(keys, [&](const QString& key) { return key.startsWith(prefix); });
        });
    });
}

} // namespace

class TestClientKeys : public QObject
{
    Q_OBJECT
private slots:
    void search_data();
    void search();
    void keysAreBounded();
    void nothingToSearchFor();
    void phone_data();
    void phone();
    void endOfPrefixSortsBehind();

private:
    ClientKeys m_keys;
};

void TestClientKeys::search_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    const auto row = [](const char* what, const char* name, const char* phone, const char* typed, bool found = true) {
        QTest::newRow(what) << QString::fromUtf8(name) << QString::fromUtf8(phone) << QString::fromUtf8(typed) << found;
    };
    row("the first three letters", "Lena Fischer", "", "len");
    row("the last name alone", "Lena Fischer", "", "fis");
    row("parts in the other order", "Lena Fischer", "", "fischer lena");
    row("both parts only begun", "Lena Fischer", "", "f l");
    row("a part that isn't there", "Lena Fischer", "", "lena fox", false);
    row("the middle of a name doesn't count", "Lena Fischer", "", "scher", false);
    row("upper case typed", "Lena Fischer", "", "LENA");
    row("upper case stored", "LENA FISCHER", "", "lena");
    row("accent stored", "Chloé Dubois", "", "chloe");
    row("accent typed", "Chloe Dubois", "", "chloé");
    row("accent as a mark of its own", "Chloe\u0301 Dubois", "", "chlo\u00e9");
    row("upper-case accent", "ÉLÈNE", "", "elene");
    row("umlaut as the plain letter", "Jörg Müller", "", "muller");
    row("umlaut spelled out", "Jörg Müller", "", "mueller");
    row("umlaut typed, spelled out in the book", "Jorg Mueller", "", "müller");
    row("sharp s", "Anna Weiß", "", "weiss");
    row("Nordic letters", "Bjørn Ødegård", "", "odegard");
    row("Polish letters", "Łukasz Żak", "", "lukasz zak");
    row("Turkish dotted I", "İpek Yılmaz", "", "ipek yilmaz");
    row("Vietnamese", "Nguyễn Thị Hạnh", "", "nguyen hanh");
    row("Yoruba", "Iṣọ̀lá Adé", "", "isola");
    row("ligature", "Sofia Graﬁ", "", "grafi");
    row("full-width letters", "Ｍａｒｉａ", "", "maria");
    row("apostrophe left out", "Sinéad O'Brien", "", "obrien");
    row("apostrophe typed", "Sinéad O'Brien", "", "o'brien");
    row("typographic apostrophe", "Sinéad O’Brien", "", "o'br");
    row("behind the apostrophe", "Sinéad O'Brien", "", "brien");
    row("hyphen typed", "Eva Meyer-Landrut", "", "meyer-lan");
    row("behind the hyphen", "Eva Meyer-Landrut", "", "landrut");
    row("Chinese as written", "王美玲", "", "王美");
    row("the given name alone", "王美玲", "", "美玲");
    row("one character", "王美玲", "", "玲");
    row("pinyin whole", "王美玲", "", "wangmeiling");
    row("pinyin of the given name", "王美玲", "", "meil");
    row("pinyin in parts", "王美玲", "", "mei ling");
    row("pinyin as a Western name", "王美玲", "", "Meiling Wang");
    row("initials", "王美玲", "", "wml");
    row("initials of the given name", "王美玲", "", "ml");
    row("surname with a reading of its own", "曾国藩", "", "zeng");
    row("ü typed as v", "吕布", "", "lv");
    row("ü typed as u", "吕布", "", "lubu");
    row("Cyrillic as written", "Иван Щукин", "", "щук");
    row("Cyrillic in Latin letters", "Иван Щукин", "", "ivan");
    row("Cyrillic in English spelling", "Иван Щукин", "", "shchukin");
    row("Greek without accent", "Αθηνά Παππά", "", "αθηνα");
    row("Greek in Latin letters", "Αθηνά Παππά", "", "athen");
    row("Arabic without vowel marks", "مُحَمَّد", "", "محمد");
    row("Hebrew", "שרה לוי", "", "לוי");
    row("Hangul, a syllable half typed", "김민수", "", "기");
    row("Hangul in Latin letters", "김민수", "", "gimmin");
    row("kana in Latin letters", "さくら", "", "sakura");
    row("Thai", "สมชาย", "", "สมช");
    row("Devanagari", "अमित कुमार", "", "अमि");
    row("a name with digits", "Agent 007", "", "agent 007");
    row("emoji stands in no way", "Lena 🌻 Fischer", "", "lena fischer");
    row("the last four digits", "Lena Fischer", "030 2312 3456", "3456");
    row("the beginning as dialled", "Lena Fischer", "030 23123456", "03023");
    row("with the country", "Lena Fischer", "030 23123456", "+49 30 231");
    row("with 00", "Lena Fischer", "030 23123456", "0049 30 231");
    row("with a zero in brackets", "Lena Fischer", "030 23123456", "+49 (0)30 231");
    row("with slashes and hyphens", "Lena Fischer", "030 23123456", "030/23-12");
    row("typed with the country, searched as dialled", "Lena Fischer", "+49 30 23123456", "030 231");
    row("name and last digits", "Lena Fischer", "030 2312 3456", "len 3456");
    row("digits from the middle", "Lena Fischer", "030 23123456", "2345", false);
    row("a number that is none is found as typed", "Lena Fischer", "12345", "1234");
    row("Arabic digits", "Lena Fischer", "٠٣٠ ٢٣١٢٣٤٥٦", "3456");
}

void TestClientKeys::search()
{
    QFETCH(QString, name);
    QFETCH(QString, phone);
    QFETCH(QString, typed);
    const QStringList keys = m_keys.keysOf(name, readPhone(phone, "DE"));
    QFETCH(bool, found);
    if (matches(keys, m_keys.partsOf(typed)) != found)
        qInfo() << keys << m_keys.partsOf(typed).at(0).prefixes;
    QCOMPARE(matches(keys, m_keys.partsOf(typed)), found);
    QVERIFY(std::ranges::is_sorted(keys));
}

void TestClientKeys::keysAreBounded()
{
    for (const QString& unit : {u"Lena "_s, u"王"_s, u"é"_s, u"🌻"_s, u"김"_s, u"o'"_s, u"٣ "_s, u"x😀y"_s}) {
        const QStringList keys = m_keys.keysOf(unit.repeated(300), readPhone(u"1"_s.repeated(100), "DE"));
        QVERIFY(keys.size() <= 48);
        for (const QString& key : keys) {
            QVERIFY(!key.isEmpty() && key.size() <= 64);
            QVERIFY(key.isValidUtf16());
        }
        QVERIFY(m_keys.partsOf(unit.repeated(300)).size() <= 8);
    }
}

void TestClientKeys::nothingToSearchFor()
{
    for (const QString& typed : {QString(), u"   "_s, u"!?'\""_s, u"%_*"_s, u"🌻"_s, u"-"_s})
        QVERIFY2(m_keys.partsOf(typed).empty(), qPrintable(typed));
    QVERIFY(m_keys.keysOf(QString(), PhoneNumber{}).isEmpty());
}

void TestClientKeys::phone_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("country");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("last4");
    QTest::newRow("spaces") << u"030 231 25 000"_s << QByteArray("DE") << u"+493023125000"_s << u"5000"_s;
    QTest::newRow("brackets") << u"(030) 231-25000"_s << QByteArray("DE") << u"+493023125000"_s << u"5000"_s;
    QTest::newRow("with the country") << u"+49 30 23125000"_s << QByteArray("FR") << u"+493023125000"_s << u"5000"_s;
    QTest::newRow("with 00") << u"0049 30 23125000"_s << QByteArray("DE") << u"+493023125000"_s << u"5000"_s;
    QTest::newRow("American") << u"(212) 555-0142"_s << QByteArray("US") << u"+12125550142"_s << u"0142"_s;
    QTest::newRow("French") << u"01 99 00 12 34"_s << QByteArray("FR") << u"+33199001234"_s << u"1234"_s;
    QTest::newRow("extension left out") << u"030 23125000 ext. 12"_s << QByteArray("DE") << u"+493023125000"_s
                                        << u"5000"_s;
    QTest::newRow("full-width digits") << u"０３０ ２３１２５０００"_s << QByteArray("DE") << u"+493023125000"_s
                                       << u"5000"_s;
    QTest::newRow("too short to be whole") << u"12"_s << QByteArray("DE") << QString() << QString();
    QTest::newRow("a word") << u"none"_s << QByteArray("DE") << QString() << QString();
    QTest::newRow("empty") << QString() << QByteArray("DE") << QString() << QString();
    QTest::newRow("much too long keeps its last digits")
        << u"123456789012345678901234"_s << QByteArray("DE") << QString() << u"1234"_s;
}

void TestClientKeys::phone()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, country);
    const PhoneNumber read = readPhone(typed, country);
    QCOMPARE(read.typed, typed);
    QTEST(read.e164, "e164");
    QTEST(read.last4, "last4");
}

void TestClientKeys::endOfPrefixSortsBehind()
{
    const QByteArray end = endOfPrefix(u"mu"_s).toUtf8();
    for (const QString& key : {u"mu"_s, u"muz"_s, u"mu\uffff"_s, u"mu😀"_s})
        QVERIFY(key.toUtf8() < end);
    QVERIFY(QByteArray("mv") > end);
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestClientKeys)
#include "tst_client_keys.moc"
