#include "app/admin/answer.h"
#include "app/admin/booking_options.h"
#include "app/admin/names.h"

#include "models/booking/appointment_reader.h"
#include "models/tables/calendar_read.h"
#include "paper/client_card.h"
#include "paper/day_sheet.h"
#include "paper/from_book.h"
#include "paper/pdf_file.h"
#include "paper/week_plan.h"

#include <QCoreApplication>
#include <QSqlQuery>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PrintCommands)
};

/// Paints on the device, on paper of the size; gives the number of pages.
using Painting = std::function<int(QPagedPaintDevice&, PaperSize)>;

Read<PaperSize> readPaper(const Session& session)
{
    const auto word = session.arguments().find(QLatin1StringView("paper"));
    if (!word)
        return usualPaper(QLocale());
    if (const auto size = paperFromName(*word))
        return *size;
    return session.usage(Words::tr("--paper must be A4 or Letter; \"%1\" isn't").arg(*word));
}

Exit print(const Session& session, PaperSize size, const QString& title, const Painting& paint)
{
    const QString name = session.arguments().value(QLatin1StringView("out"));
    const PdfWritten written = writePdf(name, title, [&](QPagedPaintDevice& device) { return paint(device, size); });
    if (!written.problem.isEmpty())
        return session.refuse(Words::tr("%1 can't be written: %2").arg(name, written.problem), QStringLiteral("file"),
                              {{QStringLiteral("file"), name}});
    return session.good(
        Words::tr("Printed to %1 (%2, pages: %3).").arg(name, nameOf(size), QString::number(written.pages)),
        QStringLiteral("printed"),
        {{QStringLiteral("file"), name},
         {QStringLiteral("pages"), written.pages},
         {QStringLiteral("paper"), nameOf(size)}});
}

/// Whose day or week it is, or (an invalid staff) everybody's at the location.
struct Whose {
    LocationId location;
    ResourceId staff;
};

Read<Whose> readLocation(const Session& session, const Catalogue& catalogue)
{
    const std::vector<Nameable> locations = nameables(catalogue.locations);
    if (const auto word = session.arguments().find(QLatin1StringView("location"))) {
        const auto found = findByName(QStringLiteral("--location"), *word, locations);
        if (const auto* problem = std::get_if<NameProblem>(&found))
            return refuse(session, *problem);
        return Whose{LocationId(std::get<qint64>(found)), {}};
    }
    if (locations.size() == 1)
        return Whose{LocationId(locations.front().id), {}};
    if (locations.empty())
        return session.refuse(Words::tr("There is no location yet; see business and demo."),
                              QStringLiteral("no_location"));
    QStringList names;
    for (const Nameable& location : locations)
        names += location.name;
    return session.usage(
        Words::tr("which location? Add --location NAME; there are %1").arg(names.join(QStringLiteral(", "))));
}

Read<Whose> readWhose(const Session& session, const Catalogue& catalogue)
{
    if (!session.arguments().has(QLatin1StringView("staff")))
        return readLocation(session, catalogue);
    const auto staff = readStaff(session, catalogue);
    if (const auto* exit = std::get_if<Exit>(&staff))
        return *exit;
    const ResourceId id = std::get<ResourceId>(staff);
    return Whose{catalogue.resource(id)->location, id};
}

Exit runDay(Session& session)
{
    const auto date = readDate(session, QLatin1StringView("date"));
    if (const auto* exit = std::get_if<Exit>(&date))
        return *exit;
    const auto size = readPaper(session);
    if (const auto* exit = std::get_if<Exit>(&size))
        return *exit;
    const OpenBook book = openBook(session);
    if (!book.connection)
        return book.exit;
    const auto whose = readWhose(session, *book.catalogue);
    if (const auto* exit = std::get_if<Exit>(&whose))
        return *exit;
    const auto [location, staff] = std::get<Whose>(whose);
    const QDate day = std::get<QDate>(date);
    const CalendarRead read =
        readCalendar(*book.connection, location, book.catalogue->location(location)->zone.day(day));
    if (read.error)
        return session.fail(read.error);
    const PaperDay paper = paperDay(*book.catalogue, location, day, read.rows, session.now(), staff);
    return print(session, std::get<PaperSize>(size), Words::tr("Day sheet %1").arg(day.toString(Qt::ISODate)),
                 [&paper](QPagedPaintDevice& device, PaperSize on) { return paintDaySheet(device, on, paper); });
}

Exit runWeek(Session& session)
{
    const auto date = readDate(session, QLatin1StringView("date"));
    if (const auto* exit = std::get_if<Exit>(&date))
        return *exit;
    const auto size = readPaper(session);
    if (const auto* exit = std::get_if<Exit>(&size))
        return *exit;
    const OpenBook book = openBook(session);
    if (!book.connection)
        return book.exit;
    const auto whose = readWhose(session, *book.catalogue);
    if (const auto* exit = std::get_if<Exit>(&whose))
        return *exit;
    const auto [location, staff] = std::get<Whose>(whose);
    const QDate day = std::get<QDate>(date);
    const CalendarRead read =
        readCalendar(*book.connection, location, weekOf(day, book.catalogue->location(location)->zone));
    if (read.error)
        return session.fail(read.error);
    const PaperWeek paper = paperWeek(*book.catalogue, staff, day, read.rows, session.now());
    return print(session, std::get<PaperSize>(size), Words::tr("Week plan %1").arg(paper.staff),
                 [&paper](QPagedPaintDevice& device, PaperSize on) { return paintWeekPlan(device, on, paper); });
}

Exit runCard(Session& session)
{
    const auto id = readAppointmentId(session);
    if (const auto* exit = std::get_if<Exit>(&id))
        return *exit;
    const auto size = readPaper(session);
    if (const auto* exit = std::get_if<Exit>(&size))
        return *exit;
    const OpenBook book = openBook(session);
    if (!book.connection)
        return book.exit;
    const auto [query, error] = book.connection->run(QStringLiteral("appointment_full"),
                                                     {{QStringLiteral("id"), std::get<AppointmentId>(id).value()}});
    if (error)
        return session.fail(error);
    if (!query->next())
        return answer(session, Gone{}, {}, {});
    const Appointment row = appointmentFrom(*query);
    if (!row.client.isValid())
        return session.refuse(Words::tr("Appointment %1 has no client to whom a card could be given.")
                                  .arg(std::get<AppointmentId>(id).value()),
                              QStringLiteral("no_client"));
    PaperCard paper = paperCard(*book.catalogue, row, session.now());
    paper.businessPhone = session.arguments().value(QLatin1StringView("phone"));
    return print(session, std::get<PaperSize>(size), Words::tr("Appointment card"),
                 [&paper](QPagedPaintDevice& device, PaperSize on) { return paintClientCard(device, on, paper); });
}

std::vector<OptionSpec> withPaper(std::vector<OptionSpec> options)
{
    options.push_back({QStringLiteral("paper"), QStringLiteral("SIZE"),
                       Words::tr("A4 or Letter; else what is usual where your language is spoken")});
    options.push_back({QStringLiteral("out"), QStringLiteral("F.pdf"),
                       Words::tr("the PDF file; one that is there is replaced once the new one is whole"), true});
    return options;
}

} // namespace

std::vector<Command> printCommands()
{
    const OptionSpec date{QStringLiteral("date"), QStringLiteral("D"), Words::tr("a date such as 2026-11-23"), true};
    return {
        {QStringLiteral("print day"),
         Words::tr("Prints the day sheet into a PDF file"),
         {},
         withPaper({date,
                    {QStringLiteral("staff"), QStringLiteral("A"),
                     Words::tr("one staff member, by name or id, in larger letters; else all")},
                    {QStringLiteral("location"), QStringLiteral("L"),
                     Words::tr("whose day, by name or id, where the business has several locations")}}),
         runDay,
         Words::tr("Free times are lines to write in. Cancelled appointments are left out, prices too.")},
        {QStringLiteral("print week"),
         Words::tr("Prints a staff member's week into a PDF file"),
         {},
         withPaper(
             {date,
              {QStringLiteral("staff"), QStringLiteral("A"), Words::tr("the staff member, by name or id"), true}}),
         runWeek,
         Words::tr("The week, from Monday on, that has the date in it.")},
        {QStringLiteral("print card"),
         Words::tr("Prints an appointment card for the client into a PDF file"),
         {{QStringLiteral("ID"), Words::tr("the appointment's number")}},
         withPaper({{QStringLiteral("phone"), QStringLiteral("NUMBER"),
                     Words::tr("how the business is reached; printed on the card")}}),
         runCard,
         {}},
    };
}

} // namespace frontdesk::admin
