#include "tests/support/test_database.h"

#include <QFileInfo>
#include <QTest>

namespace frontdesk::test
{

/// What a booking writes to the disk on SQLite: whole pages, once into the log and later into the file. An index more
/// on what every booking fills in is a page more.
class TestCommitPages : public QObject
{
    Q_OBJECT
private slots:
    void aBookingWritesFewPages();
};

void TestCommitPages::aBookingWritesFewPages()
{
    constexpr int bookings = 300;
    constexpr qint64 frame = 2048 + 24;
    constexpr qint64 header = 32;

    const TestDatabase book(Dialect::Sqlite);
    book.fillSmallSalon();
    const auto connection = book.connect();
    QVERIFY(!connection->execute(QStringLiteral("PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint(TRUNCATE)")));
    for (int i = 0; i < bookings; ++i) {
        const qint64 start = 2000000000 + i * 3600;
        const QVariantMap values{
            {QStringLiteral("location"), 1},
            {QStringLiteral("client"), 1 + i % 5},
            {QStringLiteral("service"), 1},
            {QStringLiteral("staff"), 1 + i % 3},
            {QStringLiteral("starts_at"), start},
            {QStringLiteral("ends_at"), start + 2700},
            {QStringLiteral("local_start"), QStringLiteral("2033-05-18T05:33:20")},
            {QStringLiteral("zone"), QStringLiteral("Europe/Berlin")},
            {QStringLiteral("buffer_before"), 0},
            {QStringLiteral("buffer_after"), 300},
            {QStringLiteral("takes"),
             QStringLiteral("[{\"resource\":%1,\"from\":0,\"to\":3000,\"units\":1}]").arg(1 + i % 3)},
            {QStringLiteral("price_minor"), 4200},
            {QStringLiteral("currency"), QStringLiteral("EUR")},
            {QStringLiteral("now"), 1900000000},
            {QStringLiteral("squeezed"), 0},
            {QStringLiteral("squeeze_reason"), QString()},
            {QStringLiteral("override_reason"), QString()},
            {QStringLiteral("note"), QString()},
            {QStringLiteral("source"), QStringLiteral("desk")},
            {QStringLiteral("booking_key"), QStringLiteral("%1 of a long random key").arg((i * 7919) % 10007)},
            {QStringLiteral("seats"), 1},
            {QStringLiteral("person"), QVariant()},
            {QStringLiteral("desk"), QStringLiteral("Desk 1")},
            {QStringLiteral("command"), QStringLiteral("%1 of a long random id").arg((i * 7919) % 10007)}};
        const Connection::Result result = connection->run(QStringLiteral("book_planned"), values);
        QVERIFY2(!result.error, qPrintable(result.error.text));
    }
    const double pages =
        double(QFileInfo(book.url().path() + QStringLiteral("-wal")).size() - header) / frame / bookings;
    QVERIFY2(pages > 6 && pages < 10, qPrintable(QString::number(pages)));
}

} // namespace frontdesk::test

QTEST_GUILESS_MAIN(frontdesk::test::TestCommitPages)
#include "tst_commit_pages.moc"
