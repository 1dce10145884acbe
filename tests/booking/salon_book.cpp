#include "tests/booking/salon_book.h"

#include "models/booking/appointment_reader.h"

#include <QUuid>

namespace frontdesk::test
{
namespace
{

QString words(const Done& done)
{
    return QStringLiteral("done %1 version %2").arg(done.id).arg(done.version.value());
}
QString words(const VersionConflict& conflict)
{
    return QStringLiteral("conflict with version %1 by %2 at %3")
        .arg(conflict.current.version.value())
        .arg(conflict.changedBy, conflict.changedDesk);
}
QString words(const Gone&)
{
    return QStringLiteral("gone");
}
QString words(const SlotTaken& taken)
{
    return QStringLiteral("taken: %1 by %2 (%3)").arg(taken.resourceName).arg(taken.by.value()).arg(taken.byWhat);
}
QString words(const RuleBroken& broken)
{
    return QStringLiteral("rule %1%2 beside %3")
        .arg(broken.rule, broken.soft ? QStringLiteral(" (soft)") : QString(), broken.field);
}
QString words(const Forbidden&)
{
    return QStringLiteral("forbidden");
}
QString words(const StorageFailed& failed)
{
    return QStringLiteral("failed%1: %2")
        .arg(failed.unreachable ? QStringLiteral(" (unreachable)") : QString(), failed.text);
}

} // namespace

QString described(const Outcome& outcome)
{
    return std::visit([](const auto& some) { return words(some); }, outcome);
}

TestDesk::TestDesk(const TestDatabase& database, QString deskName)
    : name(std::move(deskName)), connection(database.connect()), executor(*connection, clock)
{
}

Outcome TestDesk::send(const Command& command)
{
    return sendAs(QUuid::createUuid().toString(QUuid::WithoutBraces), command);
}

Outcome TestDesk::sendAs(const QString& commandId, const Command& command)
{
    const Outcome outcome = executor.execute(command, {person, name, commandId});
    executor.tellOthers();
    return outcome;
}

Appointment TestDesk::read(qint64 id)
{
    const Connection::Result result = connection->run(QStringLiteral("appointment_full"), {{QStringLiteral("id"), id}});
    return !result.error && result.query->next() ? appointmentFrom(*result.query) : Appointment();
}

SalonBook::SalonBook(Dialect dialect)
    : database(dialect), desk((database.fillSmallSalon(), database)), reader(database.connect())
{
}

Instant SalonBook::at(int hour, int minute, int daysLater)
{
    static const QDate monday = [] {
        const QDate inTwoWeeks = QDate::currentDate().addDays(14);
        return inTwoWeeks.addDays(1 - inTwoWeeks.dayOfWeek());
    }();
    return Zone::fromId("Europe/Berlin")->meaningOf(monday.addDays(daysLater), QTime(hour, minute)).first;
}

BookAppointment SalonBook::haircut(Instant start, ResourceId staff)
{
    BookAppointment command;
    command.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.location = LocationId(1);
    command.service = ServiceId(1);
    command.staff = staff;
    command.client = ClientId(1);
    command.start = start;
    return command;
}

BookAppointment SalonBook::colour(Instant start, ResourceId staff)
{
    BookAppointment command = haircut(start, staff);
    command.service = ServiceId(2);
    return command;
}

EditAppointment SalonBook::edit(qint64 id, qint64 seen)
{
    EditAppointment command;
    command.id = AppointmentId(id);
    command.seen = RowVersion(seen);
    return command;
}

void SalonBook::addSecondRoom() const
{
    for (const char* const sql :
         {"INSERT INTO resource (location_id, kind, name, position, changed_by) VALUES (1, 'room', 'Room 2', 5, 1)",
          "UPDATE service SET able = '[1, 3, 4, 5]', version = version + 1, changed_by = 1 WHERE id = 2"}) {
        const auto typed = database.typed(QString::fromLatin1(sql));
        if (typed.error) {
            qFatal("the second room: %s", qPrintable(typed.error.text));
        }
    }
}

qint64 SalonBook::booked(const BookAppointment& command)
{
    const Outcome outcome = send(command);
    const Done* done = as<Done>(outcome);
    if (!done)
        QTest::qFail(qPrintable(described(outcome)), __FILE__, __LINE__);
    return done ? done->id : 0;
}

int SalonBook::violations() const
{
    const qint64 crowded = value(QStringLiteral(R"(
        SELECT COUNT(*) FROM claim c
          JOIN resource r ON r.id = c.resource_id
          LEFT JOIN appointment a ON a.id = c.appointment_id
         WHERE (SELECT SUM(n.units) FROM claim n
                 WHERE n.resource_id = c.resource_id AND n.starts_at <= c.starts_at AND n.ends_at > c.starts_at)
               > CASE WHEN COALESCE(a.squeezed, 0) = 1 THEN COALESCE(r.squeeze_capacity, r.capacity)
                      ELSE r.capacity END)"))
                               .toLongLong();
    const qint64 foreign = value(QStringLiteral(R"(
        SELECT COUNT(*) FROM claim c JOIN appointment a ON a.id = c.appointment_id
         WHERE a.status IN ('cancelled', 'expired', 'parked'))"))
                               .toLongLong();
    const qint64 missing = value(QStringLiteral(R"(
        SELECT COUNT(*) FROM appointment a
         WHERE a.status IN ('booked', 'arrived', 'in_service')
           AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.appointment_id = a.id))"))
                               .toLongLong();
    return int(crowded + foreign + missing);
}

qint64 SalonBook::count(const QString& table, const QString& where) const
{
    return value(QStringLiteral("SELECT COUNT(*) FROM %1 WHERE %2").arg(table, where)).toLongLong();
}

QVariant SalonBook::value(const QString& sql) const
{
    QSqlQuery query;
    if (const StorageError error = reader->ask(sql, query))
        QTest::qFail(qPrintable(error.text), __FILE__, __LINE__);
    return query.next() ? query.value(0) : QVariant();
}

QString SalonBook::fingerprint() const
{
    const bool sqlite = database.url().dialect() == Dialect::Sqlite;
    const auto all = [&](const QString& expression, const QString& table) {
        return value(sqlite ? QStringLiteral("SELECT group_concat(x, ';') FROM (SELECT %1 AS x FROM %2 ORDER BY 1) t")
                                  .arg(expression, table)
                            : QStringLiteral("SELECT string_agg(x, ';') FROM (SELECT %1 AS x FROM %2 ORDER BY 1) t")
                                  .arg(expression, table))
            .toString();
    };
    return all(QStringLiteral(
                   "id || '/' || version || '/' || status || '/' || starts_at || '/' || staff_id || '/' || note"),
               QStringLiteral("appointment")) +
           u'|' +
           all(QStringLiteral("resource_id || '/' || starts_at || '/' || ends_at || '/' || units"),
               QStringLiteral("claim")) +
           u'|' + all(QStringLiteral("table_name || '/' || row_id || '/' || row_version"), QStringLiteral("audit")) +
           u'|' + all(QStringLiteral("id || '/' || version || '/' || name || '/' || phone"), QStringLiteral("client")) +
           u'|' + all(QStringLiteral("client_id || '/' || key"), QStringLiteral("client_search")) + u'|' +
           all(QStringLiteral("starts_at || '/' || takes"), QStringLiteral("desk_hold"));
}

} // namespace frontdesk::test
