#include "app/admin/book_command.h"

#include "app/admin/answer.h"
#include "app/admin/booking_options.h"
#include "app/admin/client_choice.h"
#include "app/admin/people.h"

#include "models/booking/command_executor.h"
#include "models/booking/soft_rules.h"

#include <QCoreApplication>
#include <QUuid>

namespace frontdesk::admin
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BookCommand)
};

constexpr Seconds holdForNewClient{30};

/// One run of `book`: reads the options, finds or makes the client, sends the booking, prints the answer.
class Booking
{
public:
    Booking(const Session& session, OpenBook book, PersonFound person)
        : m_session(session),
          m_book(std::move(book)),
          m_person(std::move(person)),
          m_executor(*m_book.connection, session.clock())
    {
        m_executor.setCatalogue(m_book.catalogue);
    }

    Exit run()
    {
        if (const auto exit = readPlace())
            return *exit;
        m_command.key = m_session.arguments().value(QLatin1StringView("key"));
        m_command.note = m_session.arguments().value(QLatin1StringView("note"));
        m_command.source = QStringLiteral("admin");
        m_command.passing = readPassing(m_session);
        if (const auto exit = readLength())
            return *exit;
        if (const auto exit = chooseKnownClient())
            return *exit;
        return m_command.client.isValid() ? book() : bookNewClient();
    }

private:
    /// Service, staff member, and with them the location and the meaning of --at.
    std::optional<Exit> readPlace()
    {
        const auto service = readService(m_session, *m_book.catalogue);
        if (const auto* exit = std::get_if<Exit>(&service))
            return *exit;
        const auto staff = readStaff(m_session, *m_book.catalogue);
        if (const auto* exit = std::get_if<Exit>(&staff))
            return *exit;
        m_command.service = std::get<ServiceId>(service);
        m_command.staff = std::get<ResourceId>(staff);
        m_location = m_book.catalogue->location(m_book.catalogue->resource(m_command.staff)->location);
        if (!m_location)
            return answer(m_session, RuleBroken{QStringLiteral("references"), false, {}}, {}, *m_book.catalogue);
        m_command.location = m_location->id;
        const auto start = readTime(m_session, QLatin1StringView("at"), m_location->zone);
        if (const auto* exit = std::get_if<Exit>(&start))
            return *exit;
        m_command.start = std::get<Instant>(start);
        return {};
    }

    std::optional<Exit> readLength()
    {
        const auto text = m_session.arguments().find(QLatin1StringView("minutes"));
        if (!text)
            return {};
        bool good = false;
        const int minutes = text->toInt(&good);
        if (!good || minutes < 1 || minutes > 24 * 60)
            return m_session.usage(Words::tr("--minutes must be a whole number from 1 to 1440"));
        m_command.length = Minutes(minutes);
        return {};
    }

    std::optional<Exit> chooseKnownClient()
    {
        m_clientName = m_session.arguments().value(QLatin1StringView("client")).trimmed();
        // A repeat means the client whom the first attempt booked, whoever has the name by now.
        if (!m_command.key.isEmpty()) {
            const ClientOfKey booked = clientOfKey(*m_book.connection, m_command.key);
            if (booked.error)
                return m_session.fail(booked.error);
            if (booked.id.isValid() && isMeant(booked.id))
                return {};
        }
        if (m_session.arguments().has(QLatin1StringView("new-client")))
            return {};
        const auto chosen = chooseClient(*m_book.connection, m_clientName, phone(), m_location->country);
        if (const auto* error = std::get_if<StorageError>(&chosen))
            return m_session.fail(*error);
        if (const auto* problem = std::get_if<NameProblem>(&chosen))
            return refuse(m_session, *problem);
        m_command.client = std::get<ClientChoice>(chosen).id;
        m_clientName = std::get<ClientChoice>(chosen).name;
        return {};
    }

    /// Whether --client means this one; then it is chosen.
    bool isMeant(ClientId id)
    {
        const auto byId = chooseClient(*m_book.connection, QString::number(id.value()), {}, {});
        const auto* choice = std::get_if<ClientChoice>(&byId);
        if (!choice || (choice->name != m_clientName && m_clientName != QString::number(id.value())))
            return false;
        m_command.client = id;
        m_clientName = choice->name;
        return true;
    }

    Exit book() { return answer(m_session, m_executor.execute(m_command, sender()), words(), *m_book.catalogue); }

    /// The place is held before the client is made, so that a refused booking leaves nobody behind.
    Exit bookNewClient()
    {
        const ClientNameLock lock(*m_book.connection, m_clientName);
        if (lock.error())
            return m_session.fail(lock.error());
        if (const auto exit = chooseKnownClient())
            return *exit;
        if (m_command.client.isValid())
            return book();
        if (const auto refused = refusedPlace())
            return answer(m_session, *refused, {}, *m_book.catalogue);
        const Outcome made = m_executor.execute(CreateClient{m_clientName, phone(), m_location->id},
                                                senderOf(m_person, clientCommandId()));
        const auto* client = std::get_if<Done>(&made);
        if (!client)
            return answer(m_session, made, {}, *m_book.catalogue);
        m_command.client = ClientId(client->id);
        m_isNewClient = true;
        if (!m_session.wantsJson())
            printError(Words::tr("Made a new client, %1 \"%2\".").arg(client->id).arg(m_clientName));
        return book();
    }

    /// Nothing when the place is ours now; the answer otherwise.
    std::optional<Outcome> refusedPlace()
    {
        const Service* service = m_book.catalogue->service(m_command.service);
        const Request request{m_command.location, m_command.service, m_command.staff,
                              m_command.start,    m_command.length,  {}};
        if (m_command.passing.overrideReason.isEmpty()) {
            if (const auto reason = softRuleAgainst(*m_book.catalogue, request, m_session.now()))
                return RuleBroken{QString(toCode(reason->kind)), true, {}};
        }
        if (m_command.passing.squeeze)
            return {};
        const Seconds length = m_command.length.value_or(totalLength(service->steps));
        const Outcome held = m_executor.execute(HoldPlace{{},
                                                          m_command.location,
                                                          m_command.staff,
                                                          m_command.service,
                                                          {m_command.start, m_command.start + length},
                                                          holdForNewClient},
                                                sender());
        const auto* done = std::get_if<Done>(&held);
        if (!done)
            return held;
        m_command.fromHold = DeskHoldId(done->id);
        return {};
    }

    [[nodiscard]] AnswerWords words() const
    {
        const QByteArray zone = m_location->zone.id();
        const auto sentence = [this, zone](const Done& done) {
            return Words::tr("Booked appointment %1: %2 for %3 with %4, %5.")
                .arg(QString::number(done.id), m_book.catalogue->service(m_command.service)->name, m_clientName,
                     m_book.catalogue->resource(m_command.staff)->name, shortTime(m_command.start, zone));
        };
        return {QStringLiteral("booked"),
                sentence,
                {{QStringLiteral("client_id"), m_command.client.value()},
                 {QStringLiteral("client_new"), m_isNewClient},
                 {QStringLiteral("starts_at"), isoTime(m_command.start, zone)}}};
    }

    [[nodiscard]] QString phone() const { return m_session.arguments().value(QLatin1StringView("phone")); }
    [[nodiscard]] Sender sender() const { return senderOf(m_person, m_commandId); }
    /// The same for each repeat of a key: a client who was made before the answer was lost is found again.
    [[nodiscard]] QString clientCommandId() const
    {
        if (m_command.key.isEmpty())
            return newCommandId();
        static const QUuid space(QStringLiteral("{6c2f1f44-0d0f-4b52-9d0e-3a6b4ff3a9c1}"));
        return QUuid::createUuidV5(space, m_command.key + u'\n' + m_clientName).toString(QUuid::WithoutBraces);
    }

    const Session& m_session;
    OpenBook m_book;
    PersonFound m_person;
    CommandExecutor m_executor;
    const Location* m_location = nullptr;
    BookAppointment m_command;
    QString m_clientName;
    QString m_commandId = newCommandId();
    bool m_isNewClient = false;
};

Exit runBook(Session& session)
{
    OpenBook book = openBook(session);
    if (!book.connection)
        return book.exit;
    PersonFound person = findPerson(session, *book.connection);
    if (!person.isGood)
        return person.exit;
    return Booking(session, std::move(book), std::move(person)).run();
}

} // namespace

Command bookCommand()
{
    std::vector<OptionSpec> options{
        {QStringLiteral("service"), QStringLiteral("S"), Words::tr("the service, by name or id"), true},
        {QStringLiteral("staff"), QStringLiteral("A"), Words::tr("the staff member, by name or id"), true},
        {QStringLiteral("at"), QStringLiteral("TIME"),
         Words::tr("the start: 2026-11-23T10:00 in the location's zone, or with an offset (+01:00, Z)"), true},
        {QStringLiteral("client"), QStringLiteral("NAME"),
         Words::tr("the client, by name or id; a name that nobody has makes a new client, and says so"), true},
        {QStringLiteral("phone"), QStringLiteral("NUMBER"), Words::tr("of a new client")},
        {QStringLiteral("new-client"), {}, Words::tr("make a new client even beside one of the same or a near name")},
        {QStringLiteral("key"), QStringLiteral("K"),
         Words::tr("a key of your own: sent again, the same booking answers")},
        {QStringLiteral("minutes"), QStringLiteral("N"), Words::tr("another length than the service's")},
        {QStringLiteral("note"), QStringLiteral("TEXT"), Words::tr("a note on the appointment")}};
    for (const OptionSpec& option : passingOptions())
        options.push_back(option);
    return {QStringLiteral("book"),
            Words::tr("Books an appointment"),
            {},
            options,
            runBook,
            Words::tr("Rooms and equipment that the service needs are chosen from those that are free.")};
}

} // namespace frontdesk::admin
