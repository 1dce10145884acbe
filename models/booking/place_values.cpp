#include "models/booking/place_values.h"

#include "models/booking/soft_rules.h"
#include "models/booking/text_check.h"

#include <algorithm>

namespace frontdesk
{
namespace
{

constexpr qint64 largestPrice = 1'000'000'000'000; // far above any service, far below what a sum could overflow
constexpr Seconds longestAppointment = std::chrono::hours(24);
constexpr Seconds longestBuffer = std::chrono::hours(4);

} // namespace

std::optional<RuleBroken> moneyProblem(const Money& price)
{
    const bool isCurrency =
        price.currency.size() == 3 && std::ranges::all_of(price.currency, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (price.minor < 0 || price.minor > largestPrice || !isCurrency)
        return RuleBroken{QStringLiteral("price"), false, QStringLiteral("price")};
    return {};
}

std::optional<RuleBroken> lengthProblem(Seconds length, QLatin1StringView field)
{
    if (length <= Seconds(0) || length > longestAppointment)
        return RuleBroken{QStringLiteral("length"), false, field};
    return {};
}

std::optional<RuleBroken> bufferProblem(Seconds buffer, QLatin1StringView field)
{
    if (buffer < Seconds(0) || buffer > longestBuffer)
        return RuleBroken{QStringLiteral("buffer"), false, field};
    return {};
}

std::optional<RuleBroken> checkText(QString& text, int longest, bool manyLines, QLatin1StringView field)
{
    const auto checked = checkedText(text, {longest, manyLines, true});
    if (const auto* rule = std::get_if<QLatin1StringView>(&checked))
        return RuleBroken{*rule, false, field};
    text = std::get<QString>(checked);
    return {};
}

std::optional<RuleBroken> passingProblem(const Handling& h, const Passing& passing, const QString& source)
{
    const Person* person = h.catalogue.person(h.sender.person);
    const bool may = person && person->mayPass();
    if (passing.squeeze && source == QLatin1StringView("online"))
        return RuleBroken{QStringLiteral("squeeze_online"), false, QStringLiteral("squeeze_reason")};
    if (passing.squeeze && !may)
        return RuleBroken{QStringLiteral("squeeze_person"), false, QStringLiteral("squeeze_reason")};
    if (!passing.overrideReason.isEmpty() && h.sender.person.isValid() && !may)
        return RuleBroken{QStringLiteral("override_person"), false, QStringLiteral("override_reason")};
    return {};
}

std::optional<RuleBroken> checkPassing(Passing& passing)
{
    if (auto problem = checkText(passing.overrideReason, 400, false, QLatin1StringView("override_reason")))
        return problem;
    if (auto problem = checkText(passing.squeezeReason, 400, false, QLatin1StringView("squeeze_reason")))
        return problem;
    if (passing.squeeze && passing.squeezeReason.isEmpty())
        return RuleBroken{QStringLiteral("squeeze_reason"), false, QStringLiteral("squeeze_reason")};
    return {};
}

std::optional<RuleBroken> softProblem(const Handling& h, const Request& request, const Passing& passing)
{
    if (!passing.overrideReason.isEmpty())
        return {};
    const std::optional<Reason> reason = softRuleAgainst(h.catalogue, request, h.now);
    if (!reason)
        return {};
    return RuleBroken{toCode(reason->kind), true, QStringLiteral("start")};
}

QVariantMap promisedTime(const Location& location, Instant start)
{
    return {{QStringLiteral("local_start"), location.zone.wallText(start)},
            {QStringLiteral("zone"), QString::fromUtf8(location.zone.id())}};
}

} // namespace frontdesk
