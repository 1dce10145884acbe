#include "models/link/book_reads.h"
#include "models/link/database_link_p.h"
#include "models/tables/calendar_read.h"

namespace frontdesk
{

DatabaseLink::DatabaseLink(const DatabaseUrl& url, const Options& options, QObject* parent)
    : CommandBus(parent), d(std::make_unique<Private>(this, url, options))
{
}

DatabaseLink::~DatabaseLink() = default;

void DatabaseLink::start()
{
    d->start();
}

const LinkState& DatabaseLink::state() const
{
    return d->state;
}

CataloguePtr DatabaseLink::catalogue() const
{
    return d->catalogue;
}

PersonId DatabaseLink::person() const
{
    return d->person;
}

QString DatabaseLink::deskName() const
{
    return d->options.deskName;
}

AppointmentMirror* DatabaseLink::appointments() const
{
    return &d->appointments;
}

TableMirror* DatabaseLink::services() const
{
    return &d->services;
}

void DatabaseLink::showRange(LocationId location, TimeSlot range)
{
    d->post(CallQueue::Urgency::Later, [location, range](LinkWorker& on) { on.showRange(location, range); });
}

void DatabaseLink::reread()
{
    d->post(CallQueue::Urgency::Later, [](LinkWorker& on) { on.rereadAll(); });
}

std::vector<EditingElsewhere> DatabaseLink::editingElsewhere() const
{
    return d->editing;
}

void DatabaseLink::announceEditing(const QString& table, qint64 id)
{
    d->post(CallQueue::Urgency::Later, [table, id](LinkWorker& on) { on.announceEditing(table, id); });
}

void DatabaseLink::submit(const Command& command, QObject* context, std::function<void(const Outcome&)> answer)
{
    d->send(command, context, std::move(answer));
}

void DatabaseLink::saveService(qint64 id, RowVersion seen, const QVariantMap& fields, QObject* context,
                               std::function<void(const Outcome&)> answer)
{
    d->send(SaveService{ServiceId(id), seen, fields}, context, std::move(answer));
}

void DatabaseLink::searchClients(const QString& text, int limit, QObject* context,
                                 std::function<void(const std::vector<ClientHit>&)> answer)
{
    d->supersede(d->searches, context);
    d->searches.insert(context, d->ask<std::vector<ClientHit>>(
                                    CallQueue::Urgency::Later, context, std::move(answer), {},
                                    [text, limit](LinkWorker& on) { return on.searchClients(text, limit); }));
}

void DatabaseLink::readClient(ClientId id, QObject* context, std::function<void(std::optional<ClientHit>)> answer)
{
    d->ask<std::optional<ClientHit>>(CallQueue::Urgency::Later, context, std::move(answer), std::nullopt,
                                     [id](LinkWorker& on) { return on.readClient(id); });
}

void DatabaseLink::readAppointment(AppointmentId id, QObject* context,
                                   std::function<void(std::optional<Appointment>)> answer)
{
    d->askBook<std::optional<Appointment>>(context, std::move(answer), [id](Connection& connection) {
        return frontdesk::readAppointment(connection, id);
    });
}

void DatabaseLink::clientAppointments(ClientId id, TimeSlot within, QObject* context,
                                      std::function<void(const std::vector<Appointment>&)> answer)
{
    d->askBook<std::vector<Appointment>>(context, std::move(answer), [id, within](Connection& connection) {
        return readClientAppointments(connection, id, within);
    });
}

void DatabaseLink::timeline(AppointmentId id, QObject* context,
                            std::function<void(const std::vector<TimelineEntry>&)> answer)
{
    d->askBook<std::vector<TimelineEntry>>(
        context, std::move(answer), [id](Connection& connection) { return frontdesk::readTimeline(connection, id); });
}

void DatabaseLink::dayLoads(LocationId location, TimeSlot range, Instant now, QObject* context,
                            std::function<void(const std::optional<DayLoads>&)> answer)
{
    d->askBook<std::optional<DayLoads>>(context, std::move(answer), [location, range, now](Connection& connection) {
        return readDayLoads(connection, location, range, now);
    });
}

void DatabaseLink::calendarRows(LocationId location, TimeSlot range, QObject* context,
                                std::function<void(const std::optional<std::vector<Appointment>>&)> answer)
{
    d->askBook<std::optional<std::vector<Appointment>>>(
        context, std::move(answer), [location, range](Connection& connection) {
            CalendarRead read = readCalendar(connection, location, range);
            if (read.error)
                qWarning("calendar: %s", qPrintable(read.error.text));
            return read.error ? std::nullopt : std::optional(std::move(read.rows));
        });
}

void DatabaseLink::servicesAhead(QObject* context, std::function<void(const QHash<qint64, int>&)> answer)
{
    d->askBook<QHash<qint64, int>>(context, std::move(answer), [clock = d->options.clock](Connection& connection) {
        return readServicesAhead(connection, clock->now());
    });
}

void DatabaseLink::serviceImpact(const Service& edited, QObject* context,
                                 std::function<void(const ServiceImpact&)> answer)
{
    d->supersede(d->impacts, context);
    const auto read = [clock = d->options.clock, catalogue = d->catalogue, edited](Connection& connection) {
        return readServiceImpact(connection, *catalogue, edited, clock->now());
    };
    d->impacts.insert(context, d->askBook<ServiceImpact>(context, std::move(answer), read));
}

} // namespace frontdesk
