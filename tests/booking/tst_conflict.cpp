#include "models/booking/conflict.h"

#include <QtTest>

namespace frontdesk
{

namespace
{

const Instant ten = instantFromUnix(1795428000); // 2026-11-23 10:00 in Berlin

Appointment opened()
{
    Appointment row;
    row.id = AppointmentId(7);
    row.version = RowVersion(3);
    row.client = ClientId(1);
    row.service = ServiceId(1);
    row.staff = ResourceId(1);
    row.slot = {ten, ten + Minutes(45)};
    row.takes = {{ResourceId(1), Seconds(0), Minutes(50), 1}, {ResourceId(4), Seconds(0), Minutes(45), 1}};
    row.price = {4200, "EUR"};
    row.note = QStringLiteral("quiet chair");
    return row;
}

const Conflict::Line& line(const Conflict& conflict, const QString& key)
{
    const auto found = std::ranges::find_if(conflict.lines(), [&](const auto& l) { return l.group.key == key; });
    return *found;
}

int indexOf(const Conflict& conflict, const QString& key)
{
    return int(&line(conflict, key) - conflict.lines().data());
}

} // namespace

class TestConflict : public QObject
{
    Q_OBJECT
private slots:
    void whatOneSideChangedIsKept();
    void bothEqualIsNoConflict();
    void aCollisionHasNoDefault();
    void theWholeOfWhenIsOneChoice();
    void aResizeBelongsToWhen();
    void aServiceBringsItsLength();
    void bothNotesMayBeKept();
    void onlyTextMayBeKeptFromBoth();
    void changesAreWhatDiffersFromTheirs();
    void aThirdEditorLosesNothing();
    void anEditSurvivesTheRoundTrip();
    void everyMixOfChangesKeepsEachSide();
};

void TestConflict::whatOneSideChangedIsKept()
{
    EditAppointment mine;
    mine.note = QStringLiteral("brings a child");
    Appointment theirs = opened();
    theirs.staff = ResourceId(2);
    const Conflict conflict = appointmentConflict(opened(), mine, theirs);
    QCOMPARE(conflict.undecided(), 0);
    QVERIFY(!conflict.hasCollision());
    QCOMPARE(line(conflict, QStringLiteral("note")).side, Conflict::Side::Mine);
    QCOMPARE(line(conflict, QStringLiteral("when")).side, Conflict::Side::Theirs);
    QCOMPARE(conflict.result().value(QStringLiteral("staff")).toLongLong(), 2);
    QCOMPARE(conflict.changes(), QVariantMap({{QStringLiteral("note"), QStringLiteral("brings a child")}}));
}

void TestConflict::bothEqualIsNoConflict()
{
    EditAppointment mine;
    mine.start = ten + Minutes(15);
    Appointment theirs = opened();
    theirs.slot = theirs.slot.movedTo(ten + Minutes(15));
    const Conflict conflict = appointmentConflict(opened(), mine, theirs);
    QVERIFY(!conflict.hasCollision());
    QVERIFY(conflict.changes().isEmpty());
}

void TestConflict::aCollisionHasNoDefault()
{
    EditAppointment mine;
    mine.start = ten + Minutes(15);
    mine.client = ClientId(2);
    Appointment theirs = opened();
    theirs.slot = theirs.slot.movedTo(ten + Minutes(30));
    theirs.client = ClientId(3);
    Conflict conflict = appointmentConflict(opened(), mine, theirs);
    QCOMPARE(conflict.undecided(), 2);
    QCOMPARE(conflict.firstUndecided(), indexOf(conflict, QStringLiteral("when")));
    conflict.choose(conflict.firstUndecided(), Conflict::Side::Mine);
    QCOMPARE(conflict.undecided(), 1);
    QCOMPARE(conflict.firstUndecided(), indexOf(conflict, QStringLiteral("client")));
    conflict.chooseAll(Conflict::Side::Theirs);
    QCOMPARE(conflict.undecided(), 0);
    QVERIFY(conflict.changes().isEmpty());
}

void TestConflict::theWholeOfWhenIsOneChoice()
{
    EditAppointment mine;
    mine.start = ten + Minutes(15);
    Appointment theirs = opened();
    theirs.staff = ResourceId(2);
    Conflict conflict = appointmentConflict(opened(), mine, theirs);
    QVERIFY(line(conflict, QStringLiteral("when")).collides);
    conflict.choose(indexOf(conflict, QStringLiteral("when")), Conflict::Side::Mine);
    QCOMPARE(conflict.result().value(QStringLiteral("staff")).toLongLong(), 1);
}

void TestConflict::aResizeBelongsToWhen()
{
    EditAppointment mine;
    mine.start = ten + Minutes(15);
    Appointment theirs = opened();
    theirs.slot.end += Minutes(15);
    const Conflict conflict = appointmentConflict(opened(), mine, theirs);
    QVERIFY(line(conflict, QStringLiteral("when")).collides);
    QVERIFY(!line(conflict, QStringLiteral("service")).theirsChanged);
}

void TestConflict::aServiceBringsItsLength()
{
    EditAppointment mine;
    mine.start = ten + Minutes(15);
    Appointment theirs = opened();
    theirs.service = ServiceId(2);
    theirs.slot.end += Minutes(45);
    const Conflict conflict = appointmentConflict(opened(), mine, theirs);
    QVERIFY(!conflict.hasCollision());
    QCOMPARE(conflict.result().value(QStringLiteral("length")).toLongLong(), 90 * 60);
    QCOMPARE(conflict.changes().keys(), QStringList({QStringLiteral("starts_at")}));
}

void TestConflict::bothNotesMayBeKept()
{
    EditAppointment mine;
    mine.note = QStringLiteral("brings a child");
    Appointment theirs = opened();
    theirs.note = QStringLiteral("allergic to latex");
    Conflict conflict = appointmentConflict(opened(), mine, theirs);
    conflict.choose(indexOf(conflict, QStringLiteral("note")), Conflict::Side::Both);
    QCOMPARE(conflict.result().value(QStringLiteral("note")).toString(),
             QStringLiteral("allergic to latex\nbrings a child"));

    mine.note = QStringLiteral("allergic to latex, brings a child");
    Conflict longer = appointmentConflict(opened(), mine, theirs);
    longer.choose(indexOf(longer, QStringLiteral("note")), Conflict::Side::Both);
    QCOMPARE(longer.result().value(QStringLiteral("note")).toString(), *mine.note);
}

void TestConflict::onlyTextMayBeKeptFromBoth()
{
    EditAppointment mine;
    mine.client = ClientId(2);
    Appointment theirs = opened();
    theirs.client = ClientId(3);
    Conflict conflict = appointmentConflict(opened(), mine, theirs);
    conflict.chooseAll(Conflict::Side::Both);
    QCOMPARE(conflict.undecided(), 1);
}

void TestConflict::changesAreWhatDiffersFromTheirs()
{
    EditAppointment mine;
    mine.start = ten + Minutes(15);
    mine.note = QStringLiteral("x");
    Appointment theirs = opened();
    theirs.slot = theirs.slot.movedTo(ten + Minutes(30));
    theirs.version = RowVersion(4);
    Conflict conflict = appointmentConflict(opened(), mine, theirs);
    conflict.chooseAll(Conflict::Side::Mine);
    const EditAppointment edit = editFromFields(theirs.id, theirs.version, conflict.changes());
    QCOMPARE(edit.seen, RowVersion(4));
    QCOMPARE(edit.start, std::optional<Instant>(ten + Minutes(15)));
    QCOMPARE(edit.note, std::optional<QString>(QStringLiteral("x")));
    QVERIFY(!edit.staff && !edit.service && !edit.length && !edit.price);
}

void TestConflict::aThirdEditorLosesNothing()
{
    EditAppointment mine;
    mine.start = ten + Minutes(15);
    mine.note = QStringLiteral("x");
    Appointment second = opened();
    second.slot = second.slot.movedTo(ten + Minutes(30));
    Conflict first = appointmentConflict(opened(), mine, second);
    first.chooseAll(Conflict::Side::Mine);

    Appointment third = second;
    third.slot = third.slot.movedTo(ten + Minutes(60));
    third.client = ClientId(3);
    const QVariantMap now = conflictFields(third);
    Conflict again = first.rebased(appointmentGroups(first.theirs(), first.result(), now), now);
    QCOMPARE(again.undecided(), 1);
    QVERIFY(line(again, QStringLiteral("when")).collides);
    QCOMPARE(again.mine().value(QStringLiteral("starts_at")).toLongLong(), toUnix(ten + Minutes(15)));
    again.chooseAll(Conflict::Side::Mine);
    QCOMPARE(again.result().value(QStringLiteral("client")).toLongLong(), 3);
    QCOMPARE(again.result().value(QStringLiteral("note")).toString(), QStringLiteral("x"));
    QCOMPARE(again.result().value(QStringLiteral("starts_at")).toLongLong(), toUnix(ten + Minutes(15)));
}

void TestConflict::anEditSurvivesTheRoundTrip()
{
    const QVariantMap all = conflictFields(opened());
    QCOMPARE(conflictFields(editFromFields(AppointmentId(7), RowVersion(3), all)), all);
    QCOMPARE(otherResources(opened()), std::vector<ResourceId>{ResourceId(4)});
}

/// Each field of three rows takes one of two values: 4096 mixes. Whatever is decided, a field that only one side
/// changed has that side's value unless its group collided.
void TestConflict::everyMixOfChangesKeepsEachSide()
{
    const std::vector<ConflictGroup> groups = {{QStringLiteral("g"), {QStringLiteral("a"), QStringLiteral("b")}, false},
                                               {QStringLiteral("h"), {QStringLiteral("c"), QStringLiteral("d")}, true}};
    const QStringList fields = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")};
    for (int mix = 0; mix < 4096; ++mix) {
        QVariantMap rows[3];
        for (int row = 0; row < 3; ++row)
            for (int field = 0; field < 4; ++field)
                rows[row].insert(fields[field], QString::number((mix >> (row * 4 + field)) & 1));
        Conflict conflict(groups, rows[0], rows[1], rows[2]);
        conflict.chooseAll(Conflict::Side::Mine);
        QCOMPARE(conflict.undecided(), 0);
        const QVariantMap result = conflict.result();
        for (const Conflict::Line& each : conflict.lines()) {
            for (const QString& field : each.group.fields) {
                const bool mineChanged = rows[1][field] != rows[0][field];
                const bool theirsChanged = rows[2][field] != rows[0][field];
                if (each.collides)
                    QCOMPARE(result[field], rows[1][field]);
                else if (mineChanged || theirsChanged)
                    QCOMPARE(result[field], mineChanged ? rows[1][field] : rows[2][field]);
                else
                    QCOMPARE(result[field], rows[0][field]);
            }
        }
    }
}

} // namespace frontdesk

QTEST_APPLESS_MAIN(frontdesk::TestConflict)
#include "tst_conflict.moc"
