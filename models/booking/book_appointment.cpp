#include "models/booking/booked_already.h"
#include "models/booking/place_values.h"
#include "models/booking/refusal.h"

#include <algorithm>

namespace frontdesk
{
namespace
{

constexpr int mostRooms = 5; ///< how often another free room is tried when the chosen one was taken meanwhile

std::optional<RuleBroken> check(BookAppointment& c)
{
    if (c.price) {
        if (auto problem = moneyProblem(*c.price))
            return problem;
    }
    if (c.length) {
        if (auto problem = lengthProblem(*c.length, QLatin1StringView("length")))
            return problem;
    }
    if (c.bufferBefore) {
        if (auto problem = bufferProblem(*c.bufferBefore, QLatin1StringView("buffer_before")))
            return problem;
    }
    if (c.bufferAfter) {
        if (auto problem = bufferProblem(*c.bufferAfter, QLatin1StringView("buffer_after")))
            return problem;
    }
    if (auto problem = checkText(c.note, 10000, true, QLatin1StringView("note")))
        return problem;
    if (auto problem = checkText(c.key, 200, false, QLatin1StringView("key")))
        return problem;
    return checkPassing(c.passing);
}

/// What both statements want alike.
QVariantMap valuesOf(const Handling& h, const BookAppointment& c, const Location& location)
{
    QVariantMap values = signedValues(h);
    values.insert(promisedTime(location, c.start));
    values.insert({{QStringLiteral("service"), sqlValue(c.service)},
                   {QStringLiteral("location"), sqlValue(c.location)},
                   {QStringLiteral("staff"), sqlValue(c.staff)},
                   {QStringLiteral("client"), sqlValue(c.client)},
                   {QStringLiteral("starts_at"), sqlValue(c.start)},
                   {QStringLiteral("squeezed"), c.passing.squeeze ? 1 : 0},
                   {QStringLiteral("squeeze_reason"), c.passing.squeeze ? c.passing.squeezeReason : QString()},
                   {QStringLiteral("override_reason"), c.passing.overrideReason},
                   {QStringLiteral("note"), c.note},
                   {QStringLiteral("source"), c.source},
                   {QStringLiteral("booking_key"), textOrNull(keyOf(h, c.key))},
                   {QStringLiteral("hold"), sqlValue(c.fromHold.value_or(DeskHoldId()))}});
    return values;
}

/// For book_appointment, which looks up the service and searches rooms by itself.
QVariantMap searchValues(const BookAppointment& c)
{
    return {{QStringLiteral("length"), sqlValue(c.length)},
            {QStringLiteral("buffer_before"), sqlValue(c.bufferBefore)},
            {QStringLiteral("buffer_after"), sqlValue(c.bufferAfter)},
            {QStringLiteral("others"), idsAsJson(c.others)},
            {QStringLiteral("price_minor"), c.price ? QVariant(c.price->minor) : QVariant()},
            {QStringLiteral("currency"), c.price ? QVariant(QString::fromLatin1(c.price->currency)) : QVariant()}};
}

/// The resources that the booking names, when those are all that the steps keep busy: then nothing is left to search.
std::optional<std::vector<Choice>> namedChoices(const Handling& h, const BookAppointment& c, const Steps& steps)
{
    std::vector<Choice> choices;
    if (c.staff.isValid())
        choices.push_back({ResourceKind::Staff, c.staff});
    for (const ResourceId id : c.others) {
        const Resource* other = h.catalogue.resource(id);
        if (!other)
            return {};
        if (other->kind != ResourceKind::Staff)
            choices.push_back({other->kind, id});
    }
    for (const ResourceKind kind : {ResourceKind::Room, ResourceKind::Equipment}) {
        if (std::ranges::any_of(steps, [&](const Step& step) { return step.keepsBusy(kind); }) &&
            std::ranges::find(choices, kind, &Choice::kind) == choices.end())
            return {};
    }
    return choices;
}

/// Adds what book_planned wants; false when it can't be told without a look at the rows.
bool plan(const Handling& h, const BookAppointment& c, const Service& service, QVariantMap& values)
{
    const auto steps = stepsOfLength(service.steps, c.length.value_or(totalLength(service.steps)));
    const auto choices = steps ? namedChoices(h, c, *steps) : std::nullopt;
    if (!choices)
        return false;
    const Seconds before = c.bufferBefore.value_or(service.bufferBefore);
    const Seconds after = c.bufferAfter.value_or(service.bufferAfter);
    const Money price = c.price.value_or(service.price);
    values.insert({{QStringLiteral("service_version"), sqlValue(service.version)},
                   {QStringLiteral("ends_at"), sqlValue(c.start + totalLength(*steps))},
                   {QStringLiteral("buffer_before"), sqlValue(before)},
                   {QStringLiteral("buffer_after"), sqlValue(after)},
                   {QStringLiteral("takes"), toJson(takesFor(*steps, before, after, *choices))},
                   {QStringLiteral("price_minor"), price.minor},
                   {QStringLiteral("currency"), QString::fromLatin1(price.currency)},
                   {QStringLiteral("seats"), c.client.isValid() ? 1 : service.seats}});
    return true;
}

/// The place as the statement would have taken it: for every kind without a choice the first that can host the service.
WantedPlace wantedPlace(const Handling& h, const BookAppointment& c, const Service& service)
{
    const Seconds length = c.length.value_or(totalLength(service.steps));
    const Steps steps = stepsOfLength(service.steps, length).value_or(service.steps);
    std::vector<Choice> choices;
    if (c.staff.isValid())
        choices.push_back({ResourceKind::Staff, c.staff});
    for (const ResourceKind kind : {ResourceKind::Room, ResourceKind::Equipment}) {
        const auto isOfKind = [&](ResourceId id) {
            const Resource* r = h.catalogue.resource(id);
            return r && r->kind == kind && !r->retired && r->location == c.location;
        };
        bool given = false;
        for (const ResourceId id : c.others) {
            if (isOfKind(id)) {
                choices.push_back({kind, id});
                given = true;
            }
        }
        const auto first = std::ranges::find_if(h.catalogue.resources, [&](const Resource& r) {
            return isOfKind(r.id) && std::ranges::find(service.able, r.id) != service.able.end();
        });
        if (!given && first != h.catalogue.resources.end())
            choices.push_back({kind, first->id});
    }
    WantedPlace place{c.location, c.service, c.staff, {c.start, c.start + length}, {}, c.passing.squeeze, {}, {}};
    place.takes = takesFor(steps, c.bufferBefore.value_or(service.bufferBefore),
                           c.bufferAfter.value_or(service.bufferAfter), choices);
    place.exceptHold = c.fromHold.value_or(DeskHoldId());
    return place;
}

/// Whether another attempt may find another room: one was chosen by the statement, and somebody took it since.
bool mayChooseAnother(const Handling& h, const BookAppointment& c, const StorageError& error)
{
    const ResourceId resource(error.resource);
    return h.connection.dialect() == Dialect::Postgresql && resource.isValid() && resource != c.staff &&
           std::ranges::find(c.others, resource) == c.others.end();
}

/// The service has no such length, or is gone.
Attempt notBooked(const Handling& h, const BookAppointment& c)
{
    return h.catalogue.service(c.service) && c.length
               ? broken(QLatin1StringView("length"), QLatin1StringView("length"))
               : broken(QLatin1StringView("service"), QLatin1StringView("service"));
}

struct Refused {
    StorageError error;
};
struct PlanOutdated {
};
using Booked = std::variant<Attempt, Refused, PlanOutdated>;

/// On SQLite the row's id and version are told by the insert alone, in the transaction that looks at the service
/// before.
Booked bookPlannedInFile(const Handling& h, Work& work, const QVariantMap& values)
{
    const Connection::Result service = h.connection.run(QStringLiteral("service_stands"), values);
    if (service.error)
        return failed(service.error);
    if (!service.query->next())
        return PlanOutdated{};
    const Connection::Result result = h.connection.run(QStringLiteral("book_planned"), values);
    if (result.error)
        return Refused{result.error};
    const Done done{result.query->lastInsertId().toLongLong(), RowVersion(1)};
    if (const StorageError error = work.commit())
        return failed(error);
    return Attempt(Outcome(done));
}

/// One statement and the end of the popup's hold, so that nobody slips in between: on PostgreSQL a planned booking does
/// both in one; else the hold goes before in the same transaction.
Booked bookOnce(const Handling& h, const BookAppointment& c, Work& work, const QVariantMap& values, bool planned)
{
    if (const StorageError error = work.beginError())
        return failed(error);
    const bool inFile = h.connection.dialect() == Dialect::Sqlite;
    const bool endsHold = planned && !inFile;
    if (c.fromHold && !endsHold) {
        const auto freed = h.connection.run(QStringLiteral("release_hold_to_book"), values);
        if (freed.error)
            return failed(freed.error);
    }
    if (planned && inFile)
        return bookPlannedInFile(h, work, values);
    const QString statement = !planned                 ? QStringLiteral("book_appointment")
                              : c.fromHold && endsHold ? QStringLiteral("book_planned_from_hold")
                                                       : QStringLiteral("book_planned");
    const Connection::Numbers answer = h.connection.runForNumbers(statement, values);
    if (answer.error)
        return Refused{answer.error};
    if (!answer.row)
        return planned ? Booked(PlanOutdated{}) : Booked(notBooked(h, c));
    const Done done{answer.row->at(0), RowVersion(answer.row->at(1))};
    if (const StorageError error = work.commit())
        return failed(error);
    return Attempt(Outcome(done));
}

/// Several statements to book it, which PostgreSQL needs a transaction for.
Work::Statements statementsFor(const BookAppointment& c, bool planned)
{
    return c.fromHold && !planned ? Work::Statements::Several : Work::Statements::One;
}

} // namespace

Attempt handle(const Handling& h, const BookAppointment& given)
{
    BookAppointment c = given;
    if (const auto problem = check(c))
        return Outcome(*problem);
    if (const auto problem = passingProblem(h, c.passing, c.source))
        return Outcome(*problem);
    const Location* location = h.catalogue.location(c.location);
    const Service* service = h.catalogue.service(c.service);
    if (!location)
        return broken(QLatin1StringView("location"), QLatin1StringView("location"));
    if (!service)
        return broken(QLatin1StringView("service"), QLatin1StringView("service"));
    if (!c.client.isValid() && service->seats <= 1)
        return broken(QLatin1StringView("client"), QLatin1StringView("client"));
    if (const auto problem = softProblem(h, {c.location, c.service, c.staff, c.start, c.length, c.others}, c.passing))
        return Outcome(*problem);

    QVariantMap values = valuesOf(h, c, *location);
    bool planned = plan(h, c, *service, values);
    if (!planned)
        values.insert(searchValues(c));
    for (int room = 1;; ++room) {
        Work work(h, statementsFor(c, planned));
        const Booked booked = bookOnce(h, c, work, values, planned);
        if (const auto* attempt = std::get_if<Attempt>(&booked))
            return *attempt;
        if (std::holds_alternative<PlanOutdated>(booked)) {
            planned = false;
            values.insert(searchValues(c));
            continue;
        }
        const StorageError& error = std::get<Refused>(booked).error;
        work.refused();
        if (error.kind == StorageError::Kind::Taken) {
            if (room < mostRooms && mayChooseAnother(h, c, error))
                continue;
            return Outcome(slotTaken(h, wantedPlace(h, c, *service), error));
        }
        if (isKeyTaken(error))
            return bookedAlready(h, keyOf(h, c.key), {c.client, c.service, c.staff, c.start, {}});
        return failed(error);
    }
}

} // namespace frontdesk
