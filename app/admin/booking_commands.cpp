#include "app/admin/answer.h"
#include "app/admin/book_command.h"
#include "app/admin/booking_options.h"
#include "app/admin/people.h"

#include "models/booking/appointment_reader.h"
#include "models/booking/command_executor.h"

#include <QCoreApplication>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BookingCommands)
};

struct Shown {
    std::optional<Appointment> appointment;
    StorageError error;
};

Shown readAppointment(Connection& connection, AppointmentId id)
{
    const auto [query, error] =
        connection.run(QStringLiteral("appointment_full"), {{QStringLiteral("id"), id.value()}});
    if (error)
        return {{}, error};
    if (!query->next())
        return {};
    return {appointmentFrom(*query), {}};
}

Exit runShow(Session& session)
{
    const auto id = readAppointmentId(session);
    if (const auto* exit = std::get_if<Exit>(&id))
        return *exit;
    const Session::Book book = session.open();
    if (!book.connection)
        return book.exit;
    const Shown shown = readAppointment(*book.connection, std::get<AppointmentId>(id));
    if (shown.error)
        return session.fail(shown.error);
    if (!shown.appointment)
        return answer(session, Gone{}, {}, {});
    if (session.wantsJson())
        session.printJson(toJson(*shown.appointment));
    else
        printOutput(toText(*shown.appointment));
    return Exit::Good;
}

/// Sends a command in the name of --person and prints the answer.
Exit send(const Session& session, const OpenBook& book, const frontdesk::Command& command, const AnswerWords& words)
{
    const PersonFound person = findPerson(session, *book.connection);
    if (!person.isGood)
        return person.exit;
    CommandExecutor executor(*book.connection, session.clock());
    executor.setCatalogue(book.catalogue);
    return answer(session, executor.execute(command, senderOf(person, newCommandId())), words, *book.catalogue);
}

Exit runMove(Session& session)
{
    const auto id = readAppointmentId(session);
    if (const auto* exit = std::get_if<Exit>(&id))
        return *exit;
    const auto version = readVersion(session);
    if (const auto* exit = std::get_if<Exit>(&version))
        return *exit;
    const OpenBook book = openBook(session);
    if (!book.connection)
        return book.exit;
    const Shown shown = readAppointment(*book.connection, std::get<AppointmentId>(id));
    if (shown.error)
        return session.fail(shown.error);
    if (!shown.appointment)
        return answer(session, Gone{}, {}, {});
    const Location* location = book.catalogue->location(shown.appointment->location);
    const auto start = readTime(session, QLatin1StringView("to"), location ? location->zone : Zone::utc());
    if (const auto* exit = std::get_if<Exit>(&start))
        return *exit;
    EditAppointment edit;
    edit.id = std::get<AppointmentId>(id);
    edit.seen = std::get<RowVersion>(version);
    edit.start = std::get<Instant>(start);
    edit.passing = readPassing(session);
    if (session.arguments().has(QLatin1StringView("staff"))) {
        const auto staff = readStaff(session, *book.catalogue);
        if (const auto* exit = std::get_if<Exit>(&staff))
            return *exit;
        edit.staff = std::get<ResourceId>(staff);
    }
    const QByteArray zone = location ? location->zone.id() : QByteArray();
    return send(session, book, edit,
                {QStringLiteral("changed"),
                 [&](const Done& done) {
                     return Words::tr("Moved appointment %1 to %2, now version %3.")
                         .arg(QString::number(done.id), shortTime(*edit.start, zone),
                              QString::number(done.version.value()));
                 },
                 {{QStringLiteral("starts_at"), isoTime(*edit.start, zone)}}});
}

Exit changeStatus(Session& session, Status to)
{
    const auto id = readAppointmentId(session);
    if (const auto* exit = std::get_if<Exit>(&id))
        return *exit;
    const auto version = readVersion(session);
    if (const auto* exit = std::get_if<Exit>(&version))
        return *exit;
    const OpenBook book = openBook(session);
    if (!book.connection)
        return book.exit;
    const ChangeStatus change{std::get<AppointmentId>(id), std::get<RowVersion>(version), to,
                              session.arguments().value(QLatin1StringView("reason"))};
    const auto sentence = [to](const Done& done) {
        return Words::tr("Appointment %1 is %2 now, version %3.")
            .arg(done.id)
            .arg(QString(toCode(to)))
            .arg(done.version.value());
    };
    return send(session, book, change,
                {QStringLiteral("changed"), sentence, {{QStringLiteral("status"), QString(toCode(to))}}});
}

Exit runStatus(Session& session)
{
    const QString word = session.arguments().positional(1);
    const auto status = statusFromCode(word.toLower().replace(u'-', u'_').replace(u' ', u'_'));
    if (!status || *status == Status::Expired)
        return session.usage(
            Words::tr("there is no status \"%1\"; there are booked, arrived, in_service, completed, no_show, "
                      "cancelled, parked, held")
                .arg(word));
    return changeStatus(session, *status);
}

Exit runCancel(Session& session)
{
    return changeStatus(session, Status::Cancelled);
}

PositionalSpec idPositional()
{
    return {QStringLiteral("ID"), Words::tr("the appointment's number")};
}

std::vector<OptionSpec> joined(std::vector<OptionSpec> options, const std::vector<OptionSpec>& more)
{
    options.insert(options.end(), more.begin(), more.end());
    return options;
}

} // namespace

std::vector<Command> bookingCommands()
{
    return {
        bookCommand(),
        {QStringLiteral("show"), Words::tr("Shows an appointment"), {idPositional()}, {}, runShow, {}},
        {QStringLiteral("move"),
         Words::tr("Moves an appointment to another time, or to another staff member too"),
         {idPositional()},
         joined({{QStringLiteral("to"), QStringLiteral("TIME"), Words::tr("the new start; as --at of book"), true},
                 {QStringLiteral("staff"), QStringLiteral("B"), Words::tr("another staff member, by name or id")},
                 versionOption()},
                passingOptions()),
         runMove,
         {}},
        {QStringLiteral("status"),
         Words::tr("Changes an appointment's status"),
         {idPositional(),
          {QStringLiteral("WORD"),
           Words::tr("booked, arrived, in_service, completed, no_show, cancelled, parked or held")}},
         {{QStringLiteral("reason"), QStringLiteral("REASON"), Words::tr("of a cancellation or a no-show")},
          versionOption()},
         runStatus,
         {}},
        {QStringLiteral("cancel"),
         Words::tr("Cancels an appointment"),
         {idPositional()},
         {{QStringLiteral("reason"), QStringLiteral("REASON"), Words::tr("why"), true}, versionOption()},
         runCancel,
         {}},
    };
}

} // namespace frontdesk::admin
