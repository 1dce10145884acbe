#include "models/booking/booked_already.h"
#include "models/booking/place_values.h"
#include "models/booking/refusal.h"

namespace frontdesk
{

Attempt handle(const Handling& h, const BookBlock& given)
{
    BookBlock c = given;
    if (const auto problem = lengthProblem(c.slot.length(), QLatin1StringView("end")))
        return Outcome(*problem);
    if (const auto problem = checkText(c.label, 400, false, QLatin1StringView("label")))
        return Outcome(*problem);
    if (const auto problem = checkText(c.key, 200, false, QLatin1StringView("key")))
        return Outcome(*problem);
    const Location* location = h.catalogue.location(c.location);
    if (!location)
        return broken(QLatin1StringView("location"), QLatin1StringView("location"));

    WantedPlace place{c.location, {}, c.staff, c.slot, {{c.staff, Seconds(0), c.slot.length(), 1}}, false, {}, {}};
    place.exceptHold = c.fromHold.value_or(DeskHoldId());
    QVariantMap values = signedValues(h);
    values.insert(promisedTime(*location, c.slot.start));
    values.insert({{QStringLiteral("location"), sqlValue(c.location)},
                   {QStringLiteral("staff"), sqlValue(c.staff)},
                   {QStringLiteral("starts_at"), sqlValue(c.slot.start)},
                   {QStringLiteral("ends_at"), sqlValue(c.slot.end)},
                   {QStringLiteral("takes"), toJson(place.takes)},
                   {QStringLiteral("currency"), QString::fromLatin1(location->currency)},
                   {QStringLiteral("label"), c.label},
                   {QStringLiteral("booking_key"), textOrNull(keyOf(h, c.key))}});

    Work work(h, c.fromHold ? Work::Statements::Several : Work::Statements::One);
    if (const StorageError error = work.beginError())
        return failed(error);
    if (c.fromHold) {
        QVariantMap freeing = values;
        freeing.insert({{QStringLiteral("hold"), sqlValue(*c.fromHold)},
                        {QStringLiteral("service"), QVariant()},
                        {QStringLiteral("others"), QByteArray("[]")}});
        const auto freed = h.connection.run(QStringLiteral("release_hold_to_book"), freeing);
        if (freed.error)
            return failed(freed.error);
    }
    const Connection::Result result = h.connection.run(QStringLiteral("book_block"), values);
    if (result.error) {
        work.refused();
        if (result.error.kind == StorageError::Kind::Taken)
            return Outcome(slotTaken(h, place, result.error));
        if (isKeyTaken(result.error))
            return bookedAlready(h, keyOf(h, c.key), {{}, {}, c.staff, c.slot.start, c.label});
        return failed(result.error);
    }
    if (!result.query->next())
        return broken(QLatin1StringView("insert"));
    const Done done{result.query->value(0).toLongLong(), RowVersion(result.query->value(1).toLongLong())};
    if (const StorageError error = work.commit())
        return failed(error);
    return Outcome(done);
}

} // namespace frontdesk
