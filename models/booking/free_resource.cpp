#include "models/booking/free_resource.h"

#include <algorithm>

namespace frontdesk
{

std::variant<FreeResource, StorageError> findFreeResource(const Handling& h, const ResourceSearch& search)
{
    const Connection::Result result = h.connection.run(QStringLiteral("free_resource"),
                                                       {{QStringLiteral("service"), sqlValue(search.service)},
                                                        {QStringLiteral("location"), sqlValue(search.location)},
                                                        {QStringLiteral("kind"), QString(toCode(search.kind))},
                                                        {QStringLiteral("takes"), toJson(search.takes)},
                                                        {QStringLiteral("starts_at"), sqlValue(search.start)},
                                                        {QStringLiteral("now"), sqlValue(h.now)},
                                                        {QStringLiteral("except_appointment"), search.except.value()},
                                                        {QStringLiteral("except_hold"), search.exceptHold.value()}});
    if (result.error)
        return result.error;
    if (!result.query->next())
        return FreeResource{};
    return FreeResource{ResourceId(result.query->value(0).toLongLong()), result.query->value(1).toInt() != 0};
}

std::variant<std::vector<Choice>, StorageError> chooseResources(const Handling& h, const ChoiceSearch& search)
{
    std::vector<Choice> choices;
    if (search.staff.isValid())
        choices.push_back({ResourceKind::Staff, search.staff});
    for (const ResourceKind kind : {ResourceKind::Room, ResourceKind::Equipment}) {
        if (!std::ranges::any_of(search.steps, [&](const Step& step) { return step.keepsBusy(kind); }))
            continue;
        bool found = false;
        for (const ResourceId id : search.wanted) {
            const Resource* resource = h.catalogue.resource(id);
            const std::vector<ResourceId>& able = search.service.able;
            if (resource && resource->kind == kind && std::ranges::find(able, id) != able.end()) {
                choices.push_back({kind, id});
                found = true;
            }
        }
        if (found)
            continue;
        const std::vector<Choice> unknown{{kind, ResourceId(1)}};
        const auto free = findFreeResource(h, {search.service.id, search.location, kind,
                                               takesFor(search.steps, search.bufferBefore, search.bufferAfter, unknown),
                                               search.start, search.except, search.exceptHold});
        if (const auto* error = std::get_if<StorageError>(&free))
            return *error;
        if (const ResourceId id = std::get<FreeResource>(free).id; id.isValid())
            choices.push_back({kind, id});
    }
    return choices;
}

} // namespace frontdesk
