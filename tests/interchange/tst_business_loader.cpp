#include "models/interchange/business_loader.h"

#include "tests/support/test_database.h"

#include <QFile>
#include <QtTest>

using namespace frontdesk;
using frontdesk::test::TestDatabase;

namespace
{

const Instant now = instantFromUnix(1795773600); // 2026-11-27

BusinessFile parsed(const QByteArray& text)
{
    auto read = parseBusinessFile(text);
    if (const auto* mistakes = std::get_if<Mistakes>(&read))
        qFatal("%s", qPrintable(mistakes->front().toString()));
    return std::get<BusinessFile>(std::move(read));
}

BusinessFile salon()
{
    QFile file(QStringLiteral(FRONTDESK_SOURCE "/tests/interchange/data/salon.json"));
    return parsed(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

Sender owner(const char* command)
{
    return {PersonId(1), QStringLiteral("a test"), QString::fromLatin1(command)};
}

QByteArray words(const BusinessLoaded& loaded)
{
    QString text = loaded.error.rule + loaded.error.text + loaded.refused.toString();
    for (const Mistake& mistake : loaded.mistakes)
        text += mistake.toString() + u'\n';
    return text.toUtf8();
}

/// What the tables of the file hold, one line a row, without ids of commands.
QStringList contents(Connection& connection)
{
    const BusinessRowsRead read = readBusinessRows(connection);
    QStringList lines;
    for (const auto* rows : {&read.rows.business, &read.rows.locations, &read.rows.resources, &read.rows.services,
                             &read.rows.closures, &read.rows.timeOff}) {
        for (const BusinessRow& row : *rows) {
            QStringList values{QString::number(row.id), QString::number(row.version)};
            for (const QVariant& value : row.values)
                values += value.toString();
            lines += values.join(u'|');
        }
    }
    return lines;
}

} // namespace

/// Loading a business file into a book.
class TestBusinessLoader : public QObject
{
    Q_OBJECT
private slots:
    void theExampleFillsAnEmptyBook_data() { test::onBothDatabases(); }
    void theExampleFillsAnEmptyBook()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        const BusinessLoaded loaded = loadBusiness(*connection, salon(), owner("load"), now);
        QVERIFY2(loaded.mistakes.empty() && !loaded.error, words(loaded).constData());
        QCOMPARE(loaded.changes.size(), 12u);
        QCOMPARE(database.typed(QStringLiteral("SELECT name FROM business")).value.toString(),
                 QStringLiteral("Salon Sommer"));
        QCOMPARE(database.typed(QStringLiteral("SELECT zone FROM location")).value.toString(),
                 QStringLiteral("Europe/Berlin"));
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM resource WHERE kind = 'staff'")).value.toInt(), 3);
        QCOMPARE(
            database.typed(QStringLiteral("SELECT squeeze_capacity FROM resource WHERE kind = 'room'")).value.toInt(),
            3);
        QCOMPARE(database.typed(QStringLiteral("SELECT price_minor FROM service WHERE name = 'Colour'")).value.toInt(),
                 8950);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM service_step")).value.toInt(), 4);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM service_resource")).value.toInt(), 6);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM closure")).value.toInt(), 2);
        QCOMPARE(database.typed(QStringLiteral("SELECT command_id FROM time_off")).value.toString(),
                 QStringLiteral("load"));
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM audit WHERE command_id = 'load'")).value.toInt(),
                 12);
    }

    void theSameFileAgainWritesNothing_data() { test::onBothDatabases(); }
    void theSameFileAgainWritesNothing()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        QVERIFY(!loadBusiness(*connection, salon(), owner("first"), now).error);
        const QStringList before = contents(*connection);
        const BusinessLoaded again = loadBusiness(*connection, salon(), owner("second"), now);
        QVERIFY2(again.mistakes.empty() && !again.error, words(again).constData());
        QCOMPARE(again.changes.size(), 0u);
        QCOMPARE(contents(*connection), before);
        QCOMPARE(database.typed(QStringLiteral("SELECT count(*) FROM audit WHERE command_id = 'second'")).value.toInt(),
                 0);
    }

    void aChangeIsAVersion_data() { test::onBothDatabases(); }
    void aChangeIsAVersion()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        QVERIFY(!loadBusiness(*connection, salon(), owner("first"), now).error);
        const BusinessLoaded loaded = loadBusiness(
            *connection, parsed(R"({"services": [{"name": "Haircut", "price": "44.00", "able": ["Ben Okafor"]}]})"),
            owner("second"), now);
        QVERIFY2(loaded.mistakes.empty() && !loaded.error, words(loaded).constData());
        QCOMPARE(loaded.changes.size(), 1u);
        QVERIFY(!loaded.changes[0].isNew);
        QCOMPARE(loaded.changes[0].columns, (QStringList{QStringLiteral("able"), QStringLiteral("price_minor")}));
        QCOMPARE(database.typed(QStringLiteral("SELECT version FROM service WHERE name = 'Haircut'")).value.toInt(), 2);
        QCOMPARE(
            database
                .typed(QStringLiteral("SELECT count(*) FROM service_resource r JOIN service s ON s.id = r.service_id "
                                      "WHERE s.name = 'Haircut'"))
                .value.toInt(),
            1);
    }

    void aMistakeBesideTheBookChangesNothing_data() { test::onBothDatabases(); }
    void aMistakeBesideTheBookChangesNothing()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        QVERIFY(!loadBusiness(*connection, salon(), owner("first"), now).error);
        const QStringList before = contents(*connection);
        const BusinessLoaded loaded = loadBusiness(*connection, parsed(R"({
            "staff": [{"name": "Dan New"}],
            "services": [{"name": "Haircut", "able": ["Nobody"]}]})"),
                                                   owner("second"), now);
        QCOMPARE(loaded.mistakes.size(), 1u);
        QCOMPARE(loaded.mistakes[0].line, 3);
        QCOMPARE(loaded.mistakes[0].path, QStringLiteral("services[0].able[0]"));
        QCOMPARE(contents(*connection), before);
    }

    void whatTheBookRefusesChangesNothingAndIsNamed_data() { test::onBothDatabases(); }
    void whatTheBookRefusesChangesNothingAndIsNamed()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        QVERIFY(!loadBusiness(*connection, salon(), owner("first"), now).error);
        const QStringList before = contents(*connection);
        const BusinessLoaded loaded = loadBusiness(*connection, parsed(R"({
            "staff": [{"name": "Dan New"}],
            "rooms": [{"name": "Colour corner", "capacity": 4}]})"),
                                                   owner("second"), now);
        QVERIFY(loaded.mistakes.empty());
        QVERIFY(loaded.error.kind == StorageError::Kind::Rule);
        QCOMPARE(loaded.refused.path, QStringLiteral("rooms[0]"));
        QCOMPARE(loaded.refused.line, 3);
        QVERIFY(loaded.changes.empty());
        QCOMPARE(contents(*connection), before);
    }

    void aFailureOfAnyStatementLeavesTheBookAsItWas_data() { test::onBothDatabases(); }
    void aFailureOfAnyStatementLeavesTheBookAsItWas()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        const QStringList before = contents(*connection);
        int failures = 0;
        for (int n = 1; n < 100; ++n) {
            connection->failStatement(n);
            const BusinessLoaded loaded = loadBusiness(*connection, salon(), owner("load"), now);
            connection->failStatement(0);
            QVERIFY(!connection->inTransaction());
            if (!loaded.error)
                break;
            ++failures;
            QVERIFY(loaded.changes.empty());
            QCOMPARE(contents(*connection), before);
        }
        QVERIFY2(failures > 20 && failures < 99, qPrintable(QString::number(failures)));
        QCOMPARE(contents(*connection).size(), 12);
    }

    void aPreviewChangesNothing_data() { test::onBothDatabases(); }
    void aPreviewChangesNothing()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        const auto connection = database.connect();
        const QStringList before = contents(*connection);
        QCOMPARE(previewBusiness(*connection, salon(), now).changes.size(), 12u);
        QCOMPARE(contents(*connection), before);
    }
};

QTEST_GUILESS_MAIN(TestBusinessLoader)
#include "tst_business_loader.moc"
