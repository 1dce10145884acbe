#include "models/booking/edited.h"

#include "models/booking/free_resource.h"
#include "models/booking/place_values.h"
#include "models/booking/takes_edit.h"

#include <algorithm>

namespace frontdesk
{
namespace
{

std::vector<ResourceId> othersOf(const Appointment& row, const Catalogue& catalogue)
{
    std::vector<ResourceId> others;
    for (const Take& take : row.takes) {
        const Resource* resource = catalogue.resource(take.resource);
        if (resource && resource->kind != ResourceKind::Staff &&
            std::ranges::find(others, take.resource) == others.end())
            others.push_back(take.resource);
    }
    return others;
}

TimeSlot hull(const Appointment& row)
{
    return {row.slot.start - row.bufferBefore, row.slot.end + row.bufferAfter};
}

using Problem = std::optional<Attempt>;

/// Another service brings its own length, price and buffers unless they are given, and its own steps.
Problem applyService(const Handling& h, const EditAppointment& edit, const Appointment& before, Appointment& row)
{
    const Service* service = h.catalogue.service(*edit.service);
    if (!service)
        return broken(QLatin1StringView("service"), QLatin1StringView("service"));
    const Seconds length = edit.length.value_or(totalLength(service->steps));
    const auto steps = stepsOfLength(service->steps, length);
    if (!steps)
        return broken(QLatin1StringView("length"), QLatin1StringView("length"));
    row.service = service->id;
    row.slot.end = row.slot.start + length;
    row.price = edit.price.value_or(service->price);
    row.bufferBefore = edit.bufferBefore.value_or(service->bufferBefore);
    row.bufferAfter = edit.bufferAfter.value_or(service->bufferAfter);
    const auto choices = chooseResources(h, {*service,
                                             row.location,
                                             row.staff,
                                             edit.others.value_or(othersOf(before, h.catalogue)),
                                             *steps,
                                             row.bufferBefore,
                                             row.bufferAfter,
                                             row.slot.start,
                                             row.id,
                                             {}});
    if (const auto* error = std::get_if<StorageError>(&choices))
        return failed(*error);
    row.takes = takesFor(*steps, row.bufferBefore, row.bufferAfter, std::get<std::vector<Choice>>(choices));
    return {};
}

/// The same service elsewhere or for longer: made from what the row takes now.
Problem applyPlace(const Handling& h, const EditAppointment& edit, const Appointment& before, Appointment& row)
{
    row.price = edit.price.value_or(row.price);
    if (edit.staff && *edit.staff != before.staff)
        row.takes = withStaff(row.takes, before.staff, *edit.staff, hull(row), row.slot.start);
    if (edit.others && *edit.others != othersOf(before, h.catalogue))
        row.takes = withOthers(row.takes, *edit.others, h.catalogue, hull(row), row.slot.start);
    const Seconds length = row.slot.length();
    const Seconds newBefore = edit.bufferBefore.value_or(row.bufferBefore);
    const Seconds newAfter = edit.bufferAfter.value_or(row.bufferAfter);
    row.takes = withBuffers(row.takes, length, row.bufferBefore, row.bufferAfter, newBefore, newAfter);
    row.bufferBefore = newBefore;
    row.bufferAfter = newAfter;
    if (edit.length && *edit.length != length) {
        auto takes = withLength(row.takes, row.staff, length, newAfter, *edit.length);
        if (!takes)
            return broken(QLatin1StringView("length"), QLatin1StringView("length"));
        row.takes = std::move(*takes);
        row.slot.end = row.slot.start + *edit.length;
    }
    return {};
}

bool isSamePlace(const Appointment& a, const Appointment& b)
{
    return a.slot == b.slot && a.staff == b.staff && a.takes == b.takes;
}

/// The new place lies inside of the old one: who was squeezed in there needs no new squeeze.
bool isInside(const Appointment& row, const Appointment& before)
{
    return std::ranges::all_of(row.takes, [&](const Take& take) {
        return std::ranges::any_of(before.takes, [&](const Take& old) {
            return old.resource == take.resource && old.at(before.slot.start).contains(take.at(row.slot.start));
        });
    });
}

void applyReasons(const EditAppointment& edit, Edited& change)
{
    Appointment& row = change.after.row;
    if (edit.passing.squeeze) {
        row.squeezed = true;
        row.squeezeReason = edit.passing.squeezeReason;
    } else if (change.placeChanged && !isInside(row, change.before.row)) {
        row.squeezed = false;
        row.squeezeReason.clear();
    }
    if (change.placeChanged)
        change.after.overrideReason = edit.passing.overrideReason;
}

} // namespace

bool Edited::changesNothing() const
{
    return before.row == after.row && before.overrideReason == after.overrideReason;
}

std::optional<RuleBroken> checkEdit(EditAppointment& edit)
{
    std::optional<RuleBroken> problem;
    if (edit.price)
        problem = moneyProblem(*edit.price);
    if (!problem && edit.length)
        problem = lengthProblem(*edit.length, QLatin1StringView("length"));
    if (!problem && edit.bufferBefore)
        problem = bufferProblem(*edit.bufferBefore, QLatin1StringView("buffer_before"));
    if (!problem && edit.bufferAfter)
        problem = bufferProblem(*edit.bufferAfter, QLatin1StringView("buffer_after"));
    if (!problem && edit.note)
        problem = checkText(*edit.note, 10000, true, QLatin1StringView("note"));
    if (!problem && edit.label)
        problem = checkText(*edit.label, 400, false, QLatin1StringView("label"));
    return problem ? problem : checkPassing(edit.passing);
}

std::variant<Edited, Attempt> edited(const Handling& h, const StoredAppointment& before, const EditAppointment& edit)
{
    if (const auto problem = passingProblem(h, edit.passing))
        return Attempt(Outcome(*problem));
    Edited change{before, before, false, false, !edit.others.has_value()};
    Appointment& row = change.after.row;
    const bool isSeat = before.row.session.isValid();
    if (isSeat && (edit.start || edit.length || edit.staff || edit.others || edit.service))
        return broken(QLatin1StringView("session"), QLatin1StringView("start"));
    if (edit.staff)
        row.staff = *edit.staff;
    if (edit.start)
        row.slot = row.slot.movedTo(*edit.start);
    const bool otherService = edit.service && *edit.service != before.row.service;
    if (Problem problem = otherService ? applyService(h, edit, before.row, row) : applyPlace(h, edit, before.row, row))
        return *problem;
    row.client = edit.client.value_or(row.client);
    row.note = edit.note.value_or(row.note);
    row.label = edit.label.value_or(row.label);
    if (row.slot.start != before.row.slot.start)
        row.confirmation = Confirmation::NotAsked; // what was confirmed was another time
    row.confirmation = edit.confirmation.value_or(row.confirmation);

    change.placeChanged = !isSamePlace(row, before.row);
    applyReasons(edit, change);
    if (change.placeChanged && row.service.isValid() && !isSeat) {
        const Request request{row.location,   row.service,       row.staff,
                              row.slot.start, row.slot.length(), othersOf(row, h.catalogue)};
        if (auto problem = softProblem(h, request, edit.passing))
            return Attempt(Outcome(*problem));
    }
    return change;
}

QVariantMap valuesOf(const Handling& h, const Edited& edit, RowVersion seen)
{
    const Appointment& row = edit.after.row;
    const Appointment& before = edit.before.row;
    const Location* location = h.catalogue.location(row.location);
    QVariantMap values = signedValues(h);
    values.insert({{QStringLiteral("local_start"), {}}, {QStringLiteral("zone"), {}}, {QStringLiteral("status"), {}}});
    if (row.slot.start != before.slot.start && location)
        values.insert(promisedTime(*location, row.slot.start));
    values.insert({{QStringLiteral("id"), sqlValue(row.id)},
                   {QStringLiteral("seen"), sqlValue(seen)},
                   {QStringLiteral("client"), sqlValue(row.client)},
                   {QStringLiteral("service"), sqlValue(row.service)},
                   {QStringLiteral("staff"), sqlValue(row.staff)},
                   {QStringLiteral("starts_at"), sqlValue(row.slot.start)},
                   {QStringLiteral("ends_at"), sqlValue(row.slot.end)},
                   {QStringLiteral("buffer_before"), sqlValue(row.bufferBefore)},
                   {QStringLiteral("buffer_after"), sqlValue(row.bufferAfter)},
                   {QStringLiteral("takes"), row.takes == before.takes ? QVariant() : QVariant(toJson(row.takes))},
                   {QStringLiteral("price_minor"), row.price.minor},
                   {QStringLiteral("currency"), QString::fromLatin1(row.price.currency)},
                   {QStringLiteral("confirmation"), QString(toCode(row.confirmation))},
                   {QStringLiteral("squeezed"), row.squeezed ? 1 : 0},
                   {QStringLiteral("squeeze_reason"), row.squeezeReason},
                   {QStringLiteral("override_reason"), edit.after.overrideReason},
                   {QStringLiteral("label"), row.label},
                   {QStringLiteral("note"), row.note}});
    return values;
}

WantedPlace wantedPlace(const Edited& edit)
{
    const Appointment& row = edit.after.row;
    return {row.location, row.service, row.staff, row.slot, row.takes, row.squeezed, row.id, {}};
}

std::optional<Takes> withAnotherRoom(const Handling& h, const Edited& edit, ResourceId taken)
{
    const Appointment& row = edit.after.row;
    const Resource* resource = h.catalogue.resource(taken);
    if (!edit.mayChooseRoom || !row.service.isValid() || !resource || resource->kind == ResourceKind::Staff)
        return {};
    ResourceSearch search{row.service, row.location, resource->kind, {}, row.slot.start, row.id, {}};
    std::ranges::copy_if(row.takes, std::back_inserter(search.takes),
                         [&](const Take& take) { return take.resource == taken; });
    const auto free = findFreeResource(h, search);
    const auto* other = std::get_if<FreeResource>(&free);
    if (!other || !other->id.isValid() || other->busy)
        return {};
    Takes takes = row.takes;
    for (Take& take : takes) {
        if (take.resource == taken)
            take.resource = other->id;
    }
    return takes;
}

} // namespace frontdesk
