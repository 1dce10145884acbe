#include "models/booking/free_resource.h"
#include "models/booking/place_values.h"
#include "models/booking/refusal.h"

namespace frontdesk
{
namespace
{

constexpr Seconds longestHold = Minutes(30); // a popup that nobody closes keeps nothing for longer

/// What the hold keeps: as a booking there would, or the bare time of the staff member.
std::variant<Takes, Attempt> takesOf(const Handling& h, const HoldPlace& c)
{
    if (!c.service.isValid())
        return Takes{{c.staff, Seconds(0), c.slot.length(), 1}};
    const Service* service = h.catalogue.service(c.service);
    if (!service)
        return broken(QLatin1StringView("service"), QLatin1StringView("service"));
    const auto steps = stepsOfLength(service->steps, c.slot.length());
    if (!steps)
        return broken(QLatin1StringView("length"), QLatin1StringView("length"));
    const auto choices = chooseResources(h, {*service,
                                             c.location,
                                             c.staff,
                                             {},
                                             *steps,
                                             service->bufferBefore,
                                             service->bufferAfter,
                                             c.slot.start,
                                             {},
                                             c.existing.value_or(DeskHoldId())});
    if (const auto* error = std::get_if<StorageError>(&choices))
        return failed(*error);
    return takesFor(*steps, service->bufferBefore, service->bufferAfter, std::get<std::vector<Choice>>(choices));
}

/// Renews, or makes anew when the old one has run out and was swept away.
Connection::Result keep(const Handling& h, const HoldPlace& c, const QVariantMap& values)
{
    if (c.existing) {
        QVariantMap renewed = values;
        renewed.insert(QStringLiteral("id"), sqlValue(*c.existing));
        Connection::Result result = h.connection.run(QStringLiteral("renew_hold"), renewed);
        if (result.error || result.query->next())
            return result;
    }
    Connection::Result result = h.connection.run(QStringLiteral("hold_place"), values);
    if (!result.error)
        result.query->next();
    return result;
}

} // namespace

Attempt handle(const Handling& h, const HoldPlace& c)
{
    if (const auto problem = lengthProblem(c.slot.length(), QLatin1StringView("length")))
        return Outcome(*problem);
    if (c.lasts <= Seconds(0) || c.lasts > longestHold)
        return broken(QLatin1StringView("held_until"));
    if (!h.catalogue.location(c.location))
        return broken(QLatin1StringView("location"), QLatin1StringView("location"));
    Work work(h, Work::Statements::One);
    if (const StorageError error = work.beginError())
        return failed(error);
    const auto takes = takesOf(h, c);
    if (const auto* answer = std::get_if<Attempt>(&takes))
        return *answer;
    WantedPlace place{c.location, c.service, c.staff, c.slot, std::get<Takes>(takes), false, {}, {}};
    place.exceptHold = c.existing.value_or(DeskHoldId());
    const QVariantMap values{{QStringLiteral("desk"), h.sender.desk},
                             {QStringLiteral("person"), sqlValue(h.sender.person)},
                             {QStringLiteral("location"), sqlValue(c.location)},
                             {QStringLiteral("service"), sqlValue(c.service)},
                             {QStringLiteral("staff"), sqlValue(c.staff)},
                             {QStringLiteral("starts_at"), sqlValue(c.slot.start)},
                             {QStringLiteral("ends_at"), sqlValue(c.slot.end)},
                             {QStringLiteral("takes"), toJson(place.takes)},
                             {QStringLiteral("lasts"), sqlValue(c.lasts)}};
    const Connection::Result result = keep(h, c, values);
    if (result.error)
        return result.error.kind == StorageError::Kind::Taken ? Attempt(Outcome(slotTaken(h, place, result.error)))
                                                              : failed(result.error);
    const Done done{result.query->value(0).toLongLong(), RowVersion()};
    if (const StorageError error = work.commit())
        return failed(error);
    return Outcome(done);
}

} // namespace frontdesk
