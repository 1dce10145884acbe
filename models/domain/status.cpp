#include "models/domain/status.h"

#include <QString>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace frontdesk
{
namespace
{

// In the order of the enums.
constexpr std::array statusCodes = {
    QLatin1StringView("held"),       QLatin1StringView("booked"),    QLatin1StringView("arrived"),
    QLatin1StringView("in_service"), QLatin1StringView("completed"), QLatin1StringView("no_show"),
    QLatin1StringView("cancelled"),  QLatin1StringView("expired"),   QLatin1StringView("parked")};
constexpr std::array confirmationCodes = {QLatin1StringView("not_asked"), QLatin1StringView("asked"),
                                          QLatin1StringView("message_left"), QLatin1StringView("confirmed"),
                                          QLatin1StringView("running_late")};

template <class Enum, size_t Size>
std::optional<Enum> fromCode(const std::array<QLatin1StringView, Size>& codes, QStringView code)
{
    for (size_t i = 0; i < Size; ++i) {
        if (code == codes[i])
            return static_cast<Enum>(i);
    }
    return {};
}

} // namespace

QLatin1StringView toCode(Status status)
{
    return statusCodes[static_cast<size_t>(status)];
}

std::optional<Status> statusFromCode(QStringView code)
{
    return fromCode<Status>(statusCodes, code);
}

QLatin1StringView toCode(Confirmation confirmation)
{
    return confirmationCodes[static_cast<size_t>(confirmation)];
}

std::optional<Confirmation> confirmationFromCode(QStringView code)
{
    return fromCode<Confirmation>(confirmationCodes, code);
}

bool canFollow(Status from, Status to, std::optional<Status> before)
{
    const auto oneOf = [to](std::initializer_list<Status> ways) { return std::ranges::find(ways, to) != ways.end(); };
    switch (from) {
    case Status::Held:
        return oneOf({Status::Booked, Status::Cancelled, Status::Expired});
    case Status::Booked:
        return oneOf(
            {Status::Arrived, Status::InService, Status::Completed, Status::NoShow, Status::Cancelled, Status::Parked});
    case Status::Arrived:
        return oneOf({Status::InService, Status::Completed, Status::NoShow, Status::Cancelled, Status::Booked});
    case Status::InService:
        return oneOf({Status::Completed, Status::Arrived});
    case Status::Completed:
        return oneOf({Status::InService, Status::Arrived, Status::Booked});
    case Status::NoShow:
        return oneOf({Status::Booked, Status::Arrived});
    case Status::Cancelled:
        return before == to;
    case Status::Expired:
        return oneOf({Status::Held, Status::Booked});
    case Status::Parked:
        return oneOf({Status::Booked, Status::Cancelled});
    }
    return false;
}

bool claimsItsTime(Status status)
{
    return status == Status::Held || status == Status::Booked || status == Status::Arrived ||
           status == Status::InService;
}

} // namespace frontdesk
