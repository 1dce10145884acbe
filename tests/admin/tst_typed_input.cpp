#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

/// What people type, through the real program's arguments: stored letter by letter, or refused with its reason.
class TestTypedInput : public QObject
{
    Q_OBJECT
private slots:
    void namesAreKept_data() { onBothDatabases(); }
    void namesAreKept()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const QStringList names{QStringLiteral("x").repeated(300),
                                QStringLiteral("王小明"),
                                QStringLiteral("Шевченко Ніна"),
                                QStringLiteral("ليلى الخطيب"),
                                QStringLiteral("נועה כהן"),
                                QStringLiteral("प्रिया शर्मा"),
                                QStringLiteral("민준 김"),
                                QStringLiteral("Zoë 👩‍🦰💇 O'Hara"),
                                QStringLiteral("\"Bobby\"'); DROP TABLE client; --"),
                                QStringLiteral("100 % of :name \\ ? $1"),
                                QStringLiteral("a\u0301 decomposed")};
        int place = 0;
        for (const QString& name : names) {
            const AdminRun run = book(database, name, QString(), place++);
            QVERIFY2(run.exit == 0, qPrintable(name + run.text()));
            const AdminRun shown =
                runJson(database.url(), {QStringLiteral("show"), QString::number(run.object()[u"id"].toInt())});
            QCOMPARE(shown.object()[u"client"][u"name"].toString(), name);
        }
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM client")).value.toInt(), 5 + int(names.size()));
    }

    void phonesOfAnyStyle_data() { onBothDatabases(); }
    void phonesOfAnyStyle()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const QList<std::pair<QString, QString>> phones{
            {QStringLiteral("+49 (0)30 / 231-25.101"), QStringLiteral("+493023125101")},
            {QStringLiteral("030 23125102"), QStringLiteral("+493023125102")},
            {QStringLiteral("0049 30 23125103"), QStringLiteral("+493023125103")},
            {QStringLiteral("+44 20 7946 0104"), QStringLiteral("+442079460104")},
            {QStringLiteral("٠٣٠٢٣١٢٥١٠٥"), QStringLiteral("+493023125105")},
            {QStringLiteral("ask her mother"), QString()}};
        int place = 0;
        for (const auto& [phone, e164] : phones) {
            const QString name = QStringLiteral("Caller %1").arg(QChar(u'A' + place));
            const AdminRun run = book(database, name, phone, place++);
            QVERIFY2(run.exit == 0, qPrintable(phone + run.text()));
            QCOMPARE(
                database.typed(QStringLiteral("SELECT phone FROM client WHERE name = '%1'").arg(name)).value.toString(),
                phone);
            QCOMPARE(database.typed(QStringLiteral("SELECT phone_e164 FROM client WHERE name = '%1'").arg(name))
                         .value.toString(),
                     e164);
        }
    }

    void whatCantBeKeptIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("told"); // the rule's code, or part of the usage text
        const auto row = [](const char* name, const QStringList& words, int exit, const char* told) {
            QTest::newRow(name) << words << exit << QString::fromLatin1(told);
        };
        const QString client = QStringLiteral("--client");
        const QString when = QStringLiteral("--at");
        row("a name too long", {client, QStringLiteral("x").repeated(401), when, at("10:00")}, 1, "text_length");
        row("a line break in a name", {client, QStringLiteral("two\nlines"), when, at("10:00")}, 1, "text_characters");
        row("a bell in a name", {client, QStringLiteral("bell\a"), when, at("10:00")}, 1, "text_characters");
        row("a phone too long",
            {client, QStringLiteral("New"), QStringLiteral("--phone"), QStringLiteral("1").repeated(101), when,
             at("10:00")},
            1, "text_length");
        row("an hour that there isn't", {client, QStringLiteral("1"), when, at("25:00")}, 2, "--at");
        row("the day's end", {client, QStringLiteral("1"), when, at("24:00")}, 2, "--at");
        row("a day that there isn't", {client, QStringLiteral("1"), when, QStringLiteral("2027-02-30T10:00")}, 2,
            "--at");
        row("year 1", {client, QStringLiteral("1"), when, QStringLiteral("0001-01-01T10:00")}, 2, "--at");
        row("words", {client, QStringLiteral("1"), when, QStringLiteral("tomorrow at ten")}, 2, "--at");
        row("at night", {client, QStringLiteral("1"), when, at("03:00")}, 1, "hours");
    }
    void whatCantBeKeptIsRefused()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exit);
        QFETCH(QString, told);
        const TestDatabase database(Dialect::Sqlite);
        database.fillSmallSalon();
        const AdminRun run =
            runJson(database.url(), QStringList{QStringLiteral("book"), QStringLiteral("--service=Haircut"),
                                                QStringLiteral("--staff=Ana")} +
                                        words);
        QVERIFY2(run.exit == exit, qPrintable(run.text()));
        QVERIFY2(exit == 2 ? run.err.contains(told) : run.object()[u"rule"].toString() == told, qPrintable(run.text()));
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM appointment")).value.toInt(), 0);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM client")).value.toInt(), 5);
    }

private:
    /// On the coming Monday and the days after it, hour by hour.
    static AdminRun book(const TestDatabase& database, const QString& client, const QString& phone, int place)
    {
        const QByteArray time = QByteArray::number(10 + place % 4) + ":00";
        QStringList words{QStringLiteral("book"),
                          QStringLiteral("--service=Haircut"),
                          QStringLiteral("--staff=Ana"),
                          QStringLiteral("--at"),
                          at(time.constData(), place / 4),
                          QStringLiteral("--client"),
                          client,
                          QStringLiteral("--new-client")};
        if (!phone.isEmpty())
            words << QStringLiteral("--phone") << phone;
        return runJson(database.url(), words);
    }
};

QTEST_GUILESS_MAIN(TestTypedInput)
#include "tst_typed_input.moc"
