#include "models/domain/money.h"

#include <QTest>

using frontdesk::currencyDigits;
using frontdesk::formatMoney;
using frontdesk::Money;
using frontdesk::parseMoney;

class MoneyTest : public QObject
{
    Q_OBJECT

private slots:
    void digits()
    {
        QCOMPARE(currencyDigits("EUR"), 2);
        QCOMPARE(currencyDigits("JPY"), 0);
        QCOMPARE(currencyDigits("KWD"), 3);
        QCOMPARE(currencyDigits("CLF"), 4);
        QCOMPARE(currencyDigits("XYZ"), 2);
    }

    void parsing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("currency");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<qint64>("minor"); // -1: refused

        const QLocale de(QLocale::German, QLocale::Germany);
        const QLocale us(QLocale::English, QLocale::UnitedStates);
        const auto row = [](const char* name, const QString& text, const char* currency, const QLocale& locale,
                            qint64 minor) { QTest::newRow(name) << text << QByteArray(currency) << locale << minor; };
        row("whole", QStringLiteral("42"), "EUR", de, 4200);
        row("a point in a comma's country", QStringLiteral("42.00"), "EUR", de, 4200);
        row("sign and comma", QStringLiteral("€ 42,00"), "EUR", de, 4200);
        row("sign behind", QStringLiteral("42,50 €"), "EUR", de, 4250);
        row("code", QStringLiteral("EUR 42"), "EUR", de, 4200);
        row("code in small letters, behind", QStringLiteral("42 eur"), "EUR", de, 4200);
        row("one decimal", QStringLiteral("42,5"), "EUR", de, 4250);
        row("groups", QStringLiteral("1.234,50"), "EUR", de, 123450);
        row("a group without decimals", QStringLiteral("1.234"), "EUR", de, 123400);
        row("groups over there", QStringLiteral("$1,234.50"), "USD", us, 123450);
        row("blanks around", QStringLiteral("  7  "), "EUR", de, 700);
        row("yen", QStringLiteral("5000"), "JPY", us, 5000);
        row("three decimals", QStringLiteral("1.250"), "KWD", us, 1250);
        row("nought", QStringLiteral("0"), "EUR", de, 0);
        row("Arabic digits", QStringLiteral("٤٢"), "EUR", us, 4200);
        row("Swiss grouping", QStringLiteral("1’234.50"), "CHF", QLocale(QLocale::German, QLocale::Switzerland),
            123450);
        row("French no-break groups", QStringLiteral("1 234,50"), "EUR", QLocale(QLocale::French, QLocale::France),
            123450);
        row("nothing", QString(), "EUR", de, -1);
        row("the sign alone", QStringLiteral("€"), "EUR", de, -1);
        row("negative", QStringLiteral("-42"), "EUR", de, -1);
        row("too many decimals", QStringLiteral("42,005"), "EUR", de, -1);
        row("decimals of yen", QStringLiteral("42.5"), "JPY", us, -1);
        row("a group of two", QStringLiteral("1.23,50"), "EUR", de, -1);
        row("another currency", QStringLiteral("USD 42"), "EUR", de, -1);
        row("words", QStringLiteral("forty-two"), "EUR", us, -1);
        row("two commas", QStringLiteral("1,2,3"), "EUR", de, -1);
        row("a bare point", QStringLiteral("42."), "EUR", us, -1);
        row("beyond what can be counted", QStringLiteral("99999999999999999999"), "EUR", de, -1);
    }

    void parsing()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, currency);
        QFETCH(QLocale, locale);
        QFETCH(qint64, minor);
        const std::optional<Money> money = parseMoney(text, currency, locale);
        QCOMPARE(money.has_value(), minor >= 0);
        if (minor >= 0)
            QCOMPARE(*money, (Money{minor, currency}));
    }

    void formatting_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QByteArray>("currency");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        const QLocale de(QLocale::German, QLocale::Germany);
        const QLocale us(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("euro here") << qint64(4200) << QByteArray("EUR") << de << QStringLiteral("42,00\u00a0€");
        QTest::newRow("euro there") << qint64(4250) << QByteArray("EUR") << us << QStringLiteral("€42.50");
        QTest::newRow("dollars") << qint64(123456) << QByteArray("USD") << us << QStringLiteral("$1,234.56");
        QTest::newRow("yen") << qint64(5000) << QByteArray("JPY") << us << QStringLiteral("JPY\u00a05,000");
        QTest::newRow("dinar") << qint64(1250) << QByteArray("KWD") << us << QStringLiteral("KWD\u00a01.250");
    }

    void formatting()
    {
        QFETCH(qint64, minor);
        QFETCH(QByteArray, currency);
        QFETCH(QLocale, locale);
        QFETCH(QString, text);
        QCOMPARE(formatMoney({minor, currency}, locale), text);
    }

    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<QLocale>("locale");
        for (const char* name : {"de_DE", "en_US", "fr_FR", "de_CH", "ja_JP", "ar_EG", "hi_IN", "pl_PL", "sv_SE", "C"})
            QTest::newRow(name) << QLocale(QLatin1StringView(name));
    }

    void whatIsWrittenIsReadAgain()
    {
        QFETCH(QLocale, locale);
        for (const QByteArray currency : {"EUR", "USD", "GBP", "JPY", "KWD", "CHF"}) {
            for (const qint64 minor : {0LL, 5LL, 99LL, 4200LL, 123456LL, 123456789LL}) {
                const QString text = formatMoney({minor, currency}, locale);
                const std::optional<Money> money = parseMoney(text, currency, locale);
                QVERIFY2(money && money->minor == minor, qPrintable(text));
            }
        }
    }
};

QTEST_APPLESS_MAIN(MoneyTest)
#include "tst_money.moc"
