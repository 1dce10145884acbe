#include "models/booking/soft_rules.h"

#include <algorithm>

namespace frontdesk
{

QLatin1StringView toCode(Reason::Kind kind)
{
    switch (kind) {
    case Reason::Kind::Closed: // of the location; Hours are the staff member's own
        return QLatin1StringView("hours");
    case Reason::Kind::Hours:
        return QLatin1StringView("hours");
    case Reason::Kind::Break:
        return QLatin1StringView("break");
    case Reason::Kind::Closure:
        return QLatin1StringView("closure");
    case Reason::Kind::TimeOff:
        return QLatin1StringView("time_off");
    case Reason::Kind::Taken:
        return QLatin1StringView("taken");
    case Reason::Kind::Notice:
        return QLatin1StringView("notice");
    case Reason::Kind::Grid:
        return QLatin1StringView("grid");
    case Reason::Kind::Unable:
        return QLatin1StringView("staff_unable");
    case Reason::Kind::Retired:
        return QLatin1StringView("resource_retired");
    case Reason::Kind::NoRoom:
        return QLatin1StringView("no_room");
    case Reason::Kind::Past:
        return QLatin1StringView("past");
    }
    return {};
}

std::optional<Reason> softRuleAgainst(const Catalogue& catalogue, const Request& request, Instant now)
{
    const std::vector<Reason> reasons = reasonsAgainst(catalogue, {}, request, now);
    const auto soft = std::ranges::find_if(reasons, &Reason::soft);
    return soft == reasons.end() ? std::nullopt : std::optional(*soft);
}

} // namespace frontdesk
