#include "ui/cover.h"
#include "ui/idle_watch.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace frontdesk;

/// What a covered window leaves of a client, and when it covers itself.
class TestCover : public QObject
{
    Q_OBJECT
private slots:
    void namesBecomeInitials_data();
    void namesBecomeInitials();
    void nothingPersonalIsLeft();
    void aDesksHoldKeepsItsDesk();
    void coversAfterARest();
    void whoTypesIsNotIdle();
};

void TestCover::namesBecomeInitials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initials");
    QTest::newRow("two words") << QStringLiteral("Lena Fischer") << QStringLiteral("L. F.");
    QTest::newRow("the middle stays out") << QStringLiteral("Anna Maria von Ahlen") << QStringLiteral("A. A.");
    QTest::newRow("one word") << QStringLiteral("Cher") << QStringLiteral("C.");
    QTest::newRow("Chinese") << QStringLiteral("陈美玲") << QStringLiteral("陈.");
    QTest::newRow("an accent that stands apart") << QStringLiteral("E\u0301lodie Roy") << QStringLiteral("E\u0301. R.");
    QTest::newRow("Arabic") << QStringLiteral("أحمد حداد") << QStringLiteral("أ. ح.");
    QTest::newRow("beyond the first plane") << QStringLiteral("𐐀bc 𐐁de") << QStringLiteral("𐐀. 𐐁.");
    QTest::newRow("spaces") << QStringLiteral("  Lena   Fischer ") << QStringLiteral("L. F.");
    QTest::newRow("a phone alone") << QStringLiteral("+49 151 2345") << QStringLiteral("…");
    QTest::newRow("nothing") << QString() << QStringLiteral("…");
}

void TestCover::namesBecomeInitials()
{
    QFETCH(const QString, name);
    QTEST(coveredName(name), "initials");
}

void TestCover::nothingPersonalIsLeft()
{
    Appointment row;
    row.id = AppointmentId(7);
    row.client = ClientId(1);
    row.service = ServiceId(1);
    row.serviceName = QStringLiteral("Haircut");
    const QString secret = QStringLiteral("secret");
    row.clientName = secret + QLatin1Char(' ') + secret;
    row.clientPhone = row.clientAlert = row.note = row.label = row.statusReason = row.squeezeReason = secret;
    row.price = {4200, "EUR"};
    row.clientAlertStops = true;
    const Appointment shown = covered(row);
    for (const QString& text : {shown.clientName, shown.clientPhone, shown.clientAlert, shown.note, shown.label,
                                shown.statusReason, shown.squeezeReason})
        QVERIFY2(!text.contains(secret), qPrintable(text));
    QVERIFY(shown.price.minor == 0 && !shown.clientAlertStops);
    QCOMPARE(shown.serviceName, row.serviceName);
    QCOMPARE(shown.id, row.id);
}

void TestCover::aDesksHoldKeepsItsDesk()
{
    Appointment hold;
    hold.isDeskHold = true;
    hold.label = QStringLiteral("Desk 2");
    QCOMPARE(covered(hold).label, QStringLiteral("Desk 2"));
}

void TestCover::coversAfterARest()
{
    IdleWatch watch;
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.setPatience(std::chrono::milliseconds(20));
    QTRY_COMPARE(idle.count(), 1);
    watch.setPatience(std::chrono::milliseconds(0)); // never
    QLineEdit field;
    QTest::keyClick(&field, Qt::Key_A);
    QCOMPARE(idle.count(), 1);
}

void TestCover::whoTypesIsNotIdle()
{
    IdleWatch watch;
    QLineEdit field;
    QElapsedTimer sinceKey;
    std::vector<qint64> rests;
    connect(&watch, &IdleWatch::idle, &field, [&] { rests.push_back(sinceKey.elapsed()); });
    watch.setPatience(std::chrono::milliseconds(200));
    for (int key = 0; key < 10; ++key) {
        sinceKey.start();
        QTest::keyClick(&field, Qt::Key_A);
        QTRY_VERIFY(sinceKey.elapsed() > 40); // together longer than it waits
    }
    QTRY_VERIFY(!rests.empty());
    for (const qint64 rest : rests)
        QVERIFY2(rest >= 180, qPrintable(QString::number(rest))); // a coarse timer's twentieth less
}

QTEST_MAIN(TestCover)
#include "tst_cover.moc"
