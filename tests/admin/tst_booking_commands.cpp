#include "models/domain/zone.h"

#include "tests/admin/admin_run.h"
#include "tests/support/test_database.h"

#include <QtTest>

using namespace frontdesk;
using namespace frontdesk::test;

namespace
{

QStringList book(const QString& service, const QString& staff, const QString& time, const QString& client)
{
    return {QStringLiteral("book"),
            QStringLiteral("--service"),
            service,
            QStringLiteral("--staff"),
            staff,
            QStringLiteral("--at"),
            time,
            QStringLiteral("--client"),
            client};
}

QStringList haircut(const QString& time, const QString& client = QStringLiteral("1"),
                    const QString& staff = QStringLiteral("Ana"))
{
    return book(QStringLiteral("Haircut"), staff, time, client);
}

QStringList words(std::initializer_list<const char*> some)
{
    QStringList list;
    for (const char* word : some)
        list += QString::fromUtf8(word);
    return list;
}

QString outcome(const AdminRun& run)
{
    return run.object()[u"outcome"].toString();
}

int count(const TestDatabase& database, const char* what)
{
    return database.typed(QStringLiteral("SELECT count(*) FROM ") + QLatin1StringView(what)).value.toInt();
}

/// The first Sunday on which the clocks go forward in Berlin after today.
QDate springSunday()
{
    const Zone berlin = *Zone::fromId("Europe/Berlin");
    QDate date = comingMonday();
    while (berlin.meaningOf(date, QTime(2, 30)).kind != Zone::Meaning::Kind::Missing)
        date = date.addDays(1);
    return date;
}

} // namespace

/// book, show, move, status, cancel: what scripts send.
class TestBookingCommands : public QObject
{
    Q_OBJECT
private slots:
    void aDayOfCommands_data() { onBothDatabases(); }
    void aDayOfCommands()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const AdminRun booked = runJson(database.url(), haircut(at("10:00")));
        QVERIFY2(booked.exit == 0, qPrintable(booked.text()));
        QCOMPARE(outcome(booked), QStringLiteral("booked"));
        QCOMPARE(booked.object()[u"version"].toInt(), 1);
        const QString id = QString::number(booked.object()[u"id"].toInt());

        const QJsonObject shown = runJson(database.url(), {QStringLiteral("show"), id}).object();
        QCOMPARE(shown[u"id"].toInt(), id.toInt());
        QCOMPARE(shown[u"status"].toString(), QStringLiteral("booked"));
        QCOMPARE(shown[u"staff"][u"name"].toString(), QStringLiteral("Ana"));
        QVERIFY(shown[u"starts_at"].toString().startsWith(at("10:00")));
        QCOMPARE(shown[u"source"].toString(), QStringLiteral("admin"));

        const AdminRun moved = runJson(database.url(), QStringList{QStringLiteral("move"), id} +
                                                           words({"--staff", "Ben", "--if-version", "1", "--to"}) +
                                                           QStringList{at("11:30")});
        QVERIFY2(moved.exit == 0, qPrintable(moved.text()));
        QCOMPARE(outcome(moved), QStringLiteral("changed"));
        QCOMPARE(moved.object()[u"version"].toInt(), 2);

        const AdminRun arrived = runAdmin(database.url(), QStringList{QStringLiteral("status"), id} +
                                                              words({"arrived", "--if-version", "2"}));
        QCOMPARE(arrived.exit, 0);
        QVERIFY2(arrived.out.contains(QStringLiteral("arrived")), qPrintable(arrived.text()));

        const AdminRun cancelled =
            runJson(database.url(), QStringList{QStringLiteral("cancel"), id} +
                                        words({"--reason", "ill, “sorry”", "--if-version", "3"}));
        QVERIFY2(cancelled.exit == 0, qPrintable(cancelled.text()));
        const QJsonObject after = runJson(database.url(), {QStringLiteral("show"), id}).object();
        QCOMPARE(after[u"status"].toString(), QStringLiteral("cancelled"));
        QCOMPARE(after[u"status_reason"].toString(), QStringLiteral("ill, “sorry”"));
        QCOMPARE(after[u"version"].toInt(), 4);
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("reindex")}).exit,
                 0); // the salon's clients are written by hand
        const AdminRun checked = runAdmin(database.url(), {QStringLiteral("check")});
        QVERIFY2(checked.exit == 0, qPrintable(checked.text()));
    }

    void aTakenPlaceNamesWhatIsInTheWay_data() { onBothDatabases(); }
    void aTakenPlaceNamesWhatIsInTheWay()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const int first = runJson(database.url(), haircut(at("10:00"))).object()[u"id"].toInt();
        const AdminRun json = runJson(database.url(), haircut(at("10:45"), QStringLiteral("2")));
        QVERIFY2(json.exit == 1, qPrintable(json.text()));
        QCOMPARE(outcome(json), QStringLiteral("taken"));
        QCOMPARE(json.object()[u"by"].toInt(), first);
        QVERIFY(!json.object()[u"nearest"].toArray().isEmpty());
        const AdminRun text = runAdmin(database.url(), haircut(at("10:45"), QStringLiteral("2")));
        QCOMPARE(text.exit, 1);
        QVERIFY2(text.err.startsWith(QStringLiteral("Taken: Ana")) && text.err.contains(QStringLiteral("Free:")),
                 qPrintable(text.text()));
        QCOMPARE(count(database, "appointment"), 1);
    }

    void aStaleVersionIsTold_data() { onBothDatabases(); }
    void aStaleVersionIsTold()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        QCOMPARE(runAdmin(database.url(), haircut(at("10:00"))).exit, 0);
        QCOMPARE(runAdmin(database.url(), words({"status", "1", "arrived", "--if-version", "1"})).exit, 0);
        const QList<QStringList> commands{words({"move", "1", "--if-version", "1", "--to"}) + QStringList{at("12:00")},
                                          words({"status", "1", "booked", "--if-version", "1"}),
                                          words({"cancel", "1", "--reason", "r", "--if-version", "1"})};
        for (const QStringList& command : commands) {
            const AdminRun run = runJson(database.url(), command);
            QVERIFY2(run.exit == 1, qPrintable(run.text()));
            QCOMPARE(outcome(run), QStringLiteral("stale"));
            QCOMPARE(run.object()[u"version"].toInt(), 2);
            QCOMPARE(run.object()[u"current"][u"status"].toString(), QStringLiteral("arrived"));
            QCOMPARE(run.object()[u"changed_desk"].toString(), QStringLiteral("frontdesk-admin"));
        }
        const AdminRun gone = runJson(database.url(), words({"cancel", "77", "--reason", "r", "--if-version", "1"}));
        QCOMPARE(gone.exit, 1);
        QCOMPARE(outcome(gone), QStringLiteral("gone"));
        QCOMPARE(outcome(runJson(database.url(), words({"show", "77"}))), QStringLiteral("gone"));
        QCOMPARE(outcome(runJson(database.url(),
                                 words({"move", "77", "--if-version=1", "--to"}) + QStringList{at("12:00")})),
                 QStringLiteral("gone"));
    }

    void aKeySentAgainIsTheSameBooking_data() { onBothDatabases(); }
    void aKeySentAgainIsTheSameBooking()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const QStringList command =
            haircut(at("10:00"), QStringLiteral("Somebody New")) + words({"--key", "k-1", "--json"});
        std::vector<AdminRun> runs = runTogether(database.url(), {command, command, command});
        runs.push_back(runAdmin(database.url(), command));
        for (const AdminRun& run : runs) {
            QVERIFY2(run.exit == 0, qPrintable(run.text()));
            QCOMPARE(outcome(run), QStringLiteral("booked"));
            QCOMPARE(run.object()[u"id"], runs.front().object()[u"id"]);
        }
        QCOMPARE(count(database, "appointment"), 1);
        QCOMPARE(count(database, "client WHERE name = 'Somebody New'"), 1);
        const AdminRun other =
            runJson(database.url(), haircut(at("13:00"), QStringLiteral("Somebody New")) + words({"--key", "k-1"}));
        QCOMPARE(other.exit, 1);
        QCOMPARE(outcome(other), QStringLiteral("rule"));
        QCOMPARE(other.object()[u"rule"].toString(), QStringLiteral("key_reused"));
    }

    void ofManyAtOnceOneGetsThePlace_data() { onBothDatabases(); }
    void ofManyAtOnceOneGetsThePlace()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const QStringList command = haircut(at("10:00"), QStringLiteral("Nele Neumann")) + words({"--json"});
        int booked = 0;
        for (const AdminRun& run :
             runTogether(database.url(), {command, command, command, command, command, command})) {
            booked += run.exit == 0 ? 1 : 0;
            QVERIFY2(run.exit == 0 || outcome(run) == QLatin1StringView("taken"), qPrintable(run.text()));
        }
        QCOMPARE(booked, 1);
        QCOMPARE(count(database, "client WHERE name = 'Nele Neumann'"), 1);
        QCOMPARE(runAdmin(database.url(), {QStringLiteral("reindex")}).exit,
                 0); // the salon's clients are written by hand
        const AdminRun checked = runAdmin(database.url(), {QStringLiteral("check")});
        QVERIFY2(checked.exit == 0, qPrintable(checked.text()));
    }

    void aSoftRuleNeedsAReason_data() { onBothDatabases(); }
    void aSoftRuleNeedsAReason()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const AdminRun refused = runJson(database.url(), haircut(at("19:00")));
        QVERIFY2(refused.exit == 1, qPrintable(refused.text()));
        QCOMPARE(outcome(refused), QStringLiteral("rule"));
        QCOMPARE(refused.object()[u"soft"].toBool(), true);
        QVERIFY2(refused.object()[u"text"].toString().contains(QStringLiteral("--override")),
                 qPrintable(refused.text()));
        const AdminRun passed = runJson(database.url(), haircut(at("19:00")) + words({"--override", "a wedding"}));
        QVERIFY2(passed.exit == 0, qPrintable(passed.text()));
        QCOMPARE(database.typed(QStringLiteral("SELECT override_reason FROM appointment")).value.toString(),
                 QStringLiteral("a wedding"));
        const AdminRun move =
            runJson(database.url(), words({"move", "1", "--if-version=1", "--to"}) + QStringList{at("20:00")});
        QCOMPARE(move.exit, 1);
        QCOMPARE(outcome(move), QStringLiteral("rule"));
        const AdminRun past = runJson(database.url(), haircut(QStringLiteral("2020-03-02T10:00")));
        QVERIFY2(past.exit == 1 && outcome(past) == QLatin1StringView("rule"), qPrintable(past.text()));
    }

    void aHardRuleIsNamed_data() { onBothDatabases(); }
    void aHardRuleIsNamed()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const AdminRun unable = runJson(
            database.url(), book(QStringLiteral("Massage"), QStringLiteral("Ana"), at("10:00"), QStringLiteral("1")));
        QVERIFY2(unable.exit == 1, qPrintable(unable.text()));
        QCOMPARE(unable.object()[u"rule"].toString(), QStringLiteral("staff_unable"));
        const QString id = QString::number(runJson(database.url(), haircut(at("10:00"))).object()[u"id"].toInt());
        const QStringList status{QStringLiteral("status"), id};
        const AdminRun early = runJson(database.url(), status + words({"no-show", "--if-version", "1"}));
        QVERIFY2(early.exit == 1, qPrintable(early.text()));
        QVERIFY2(early.object()[u"rule"].toString() == QLatin1StringView("no_show_before_start"),
                 qPrintable(early.text()));
        const AdminRun back = runJson(database.url(), status + words({"held", "--if-version", "1"}));
        QVERIFY2(back.exit == 1 && outcome(back) == QLatin1StringView("rule"), qPrintable(back.text()));
    }

    void namesMustMeanOne_data() { onBothDatabases(); }
    void namesMustMeanOne()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        QVERIFY(!database.typed(QStringLiteral("INSERT INTO client (name, phone) VALUES ('Twin', '1'), ('Twin', '2')"))
                     .error);
        const AdminRun twins = runJson(database.url(), haircut(at("10:00"), QStringLiteral("Twin")));
        QVERIFY2(twins.exit == 1, qPrintable(twins.text()));
        QCOMPARE(twins.object()[u"rule"].toString(), QStringLiteral("ambiguous_name"));
        QCOMPARE(twins.object()[u"field"].toString(), QStringLiteral("client"));
        const QJsonArray candidates = twins.object()[u"candidates"].toArray();
        QCOMPARE(candidates.size(), 2);
        const QString id = QString::number(candidates.at(1)[u"id"].toInt());
        const AdminRun text = runAdmin(database.url(), haircut(at("10:00"), QStringLiteral("Twin")));
        QVERIFY2(text.err.contains(id) && text.err.contains(QStringLiteral("give the id")), qPrintable(text.text()));
        const AdminRun byId = runJson(database.url(), haircut(at("10:00"), id));
        QCOMPARE(byId.exit, 0);
        QCOMPARE(byId.object()[u"client_id"].toInt(), id.toInt());
        const AdminRun unknown =
            runJson(database.url(), book(QStringLiteral("Haircutt"), QStringLiteral("Ana"), at("12:00"), id));
        QCOMPARE(unknown.exit, 1);
        QCOMPARE(unknown.object()[u"rule"].toString(), QStringLiteral("unknown_name"));
        QCOMPARE(unknown.object()[u"candidates"].toArray().size(), 3);
        const AdminRun nobody = runJson(database.url(), haircut(at("12:00"), QStringLiteral("4711")));
        QCOMPARE(nobody.exit, 1);
        QCOMPARE(nobody.object()[u"rule"].toString(), QStringLiteral("unknown_name"));
        QCOMPARE(runAdmin(database.url(), book(QStringLiteral("HAIRCUT"), QStringLiteral("ana"), at("12:00"), id)).exit,
                 0);
    }

    void nobodyIsMadeBesideANearName_data() { onBothDatabases(); }
    void nobodyIsMadeBesideANearName()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const int before = count(database, "client");
        const AdminRun made = runAdmin(database.url(), haircut(at("10:00"), QStringLiteral("Zoë Żak")) +
                                                           words({"--phone", "030 23125 123"}));
        QVERIFY2(made.exit == 0, qPrintable(made.text()));
        QVERIFY2(made.err.contains(QStringLiteral("Made a new client")), qPrintable(made.text()));
        QCOMPARE(count(database, "client"), before + 1);
        QCOMPARE(
            runJson(database.url(), haircut(at("11:00"), QStringLiteral("Zoë Żak"))).object()[u"client_new"].toBool(),
            false);
        const AdminRun near = runJson(database.url(), haircut(at("12:00"), QStringLiteral("zoe zak")));
        QVERIFY2(near.exit == 1, qPrintable(near.text()));
        QCOMPARE(near.object()[u"candidates"].toArray().size(), 1);
        const AdminRun phone = runJson(database.url(), haircut(at("12:00"), QStringLiteral("Z. Other")) +
                                                           words({"--phone", "+49 30 23125123"}));
        QVERIFY2(phone.exit == 1, qPrintable(phone.text()));
        QCOMPARE(count(database, "client"), before + 1);
        const AdminRun forced =
            runJson(database.url(), haircut(at("12:00"), QStringLiteral("zoe zak")) + words({"--new-client"}));
        QVERIFY2(forced.exit == 0 && forced.object()[u"client_new"].toBool(), qPrintable(forced.text()));
        QCOMPARE(count(database, "client"), before + 2);
    }

    void aRefusedBookingLeavesNoNewClient_data() { onBothDatabases(); }
    void aRefusedBookingLeavesNoNewClient()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        QCOMPARE(runAdmin(database.url(), haircut(at("10:00"))).exit, 0);
        const int before = count(database, "client");
        QCOMPARE(outcome(runJson(database.url(), haircut(at("10:15"), QStringLiteral("Ola Ny")))),
                 QStringLiteral("taken"));
        QCOMPARE(outcome(runJson(database.url(), haircut(at("03:00"), QStringLiteral("Ola Ny")))),
                 QStringLiteral("rule"));
        QCOMPARE(count(database, "client"), before);
        QCOMPARE(count(database, "desk_hold"), 0);
    }

    void localTimesAreTheLocations_data() { onBothDatabases(); }
    void localTimesAreTheLocations()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const Zone berlin = *Zone::fromId("Europe/Berlin");
        const Instant ten = berlin.meaningOf(comingMonday(), QTime(10, 0)).first;
        QCOMPARE(runAdmin(database.url(), haircut(at("10:00"))).exit, 0);
        QCOMPARE(database.typed(QStringLiteral("SELECT starts_at FROM appointment WHERE id = 1")).value.toLongLong(),
                 toUnix(ten));
        const Instant noon = berlin.meaningOf(comingMonday(), QTime(12, 0)).first;
        const QString utc = Zone::utc().toLocal(noon).toString(Qt::ISODate);
        QCOMPARE(runAdmin(database.url(), haircut(utc)).exit, 0);
        QCOMPARE(database.typed(QStringLiteral("SELECT local_start FROM appointment WHERE id = 2")).value.toString(),
                 at("12:00:00"));
    }

    void aTimeThatTheClocksSkipIsRefused()
    {
        const TestDatabase database(Dialect::Sqlite);
        database.fillSmallSalon();
        const QString skipped = springSunday().toString(Qt::ISODate) + QStringLiteral("T02:30");
        const AdminRun run = runJson(database.url(), haircut(skipped));
        QCOMPARE(run.exit, 1);
        QCOMPARE(run.object()[u"rule"].toString(), QStringLiteral("local_time"));
        QVERIFY2(run.object()[u"text"].toString().contains(QStringLiteral("skip")), qPrintable(run.text()));
        for (const char* wrong : {"tomorrow", "2027-13-01T10:00", "2027-01-01", "2027-01-01T24:00", "10:00"})
            QCOMPARE(runAdmin(database.url(), haircut(QString::fromLatin1(wrong))).exit, 2);
    }

    void thePersonIsNamed_data() { onBothDatabases(); }
    void thePersonIsNamed()
    {
        QFETCH(Dialect, dialect);
        const TestDatabase database(dialect);
        database.fillSmallSalon();
        const AdminRun nobody = runJson(database.url(), haircut(at("10:00")) + words({"--person", "Nobody"}));
        QVERIFY2(nobody.exit == 1, qPrintable(nobody.text()));
        QCOMPARE(count(database, "appointment"), 0);
        if (dialect == Dialect::Postgresql)
            return;
        QCOMPARE(runAdmin(database.url(), words({"user", "add", "Maya", "--group", "receptionist"})).exit, 0);
        QCOMPARE(runAdmin(database.url(), haircut(at("10:00")) + words({"--person", "Maya"})).exit, 0);
        QCOMPARE(runJson(database.url(), words({"show", "1"})).object()[u"changed_by"].toString(),
                 QStringLiteral("Maya"));
    }
};

QTEST_GUILESS_MAIN(TestBookingCommands)
#include "tst_booking_commands.moc"
