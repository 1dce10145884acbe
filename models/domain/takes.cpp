#include "models/domain/takes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace frontdesk
{
namespace
{

constexpr Seconds longestClaim = std::chrono::hours(24); // schema.md: a claim is at most a day long
constexpr Seconds shortestStep = Minutes(5);
constexpr std::array kindCodes = {QLatin1StringView("staff"), QLatin1StringView("room"),
                                  QLatin1StringView("equipment")};

/// A whole number in [least, most]; nothing for text, fractions and what is outside.
std::optional<qint64> wholeNumber(const QJsonValue& value, qint64 least, qint64 most)
{
    const qint64 number = value.toInteger(least - 1);
    if (!value.isDouble() || number < least || number > most)
        return {};
    return number;
}

std::optional<Step> stepFromJson(const QJsonValue& value)
{
    const auto length = wholeNumber(value[QLatin1StringView("length")], 1, longestClaim.count());
    const QJsonValue keeps = value[QLatin1StringView("keeps")];
    if (!length || !keeps.isArray())
        return {};
    Step step{Seconds(*length), {}};
    for (const QJsonValue code : keeps.toArray()) {
        const auto kind = resourceKindFromCode(code.toString());
        if (!kind || step.keepsBusy(*kind))
            return {};
        step.keeps.push_back(*kind);
    }
    return step;
}

} // namespace

QLatin1StringView toCode(ResourceKind kind)
{
    return kindCodes[static_cast<size_t>(kind)];
}

std::optional<ResourceKind> resourceKindFromCode(QStringView code)
{
    for (size_t i = 0; i < kindCodes.size(); ++i) {
        if (code == kindCodes[i])
            return static_cast<ResourceKind>(i);
    }
    return {};
}

bool Step::keepsBusy(ResourceKind kind) const
{
    return std::ranges::find(keeps, kind) != keeps.end();
}

Seconds totalLength(std::span<const Step> steps)
{
    return std::accumulate(steps.begin(), steps.end(), Seconds(0),
                           [](Seconds sum, const Step& step) { return sum + step.length; });
}

std::optional<Steps> stepsFromJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonArray array = document.array();
    if (!document.isArray() || array.isEmpty())
        return {};
    Steps steps;
    for (const QJsonValue value : array) {
        auto step = stepFromJson(value);
        if (!step)
            return {};
        steps.push_back(std::move(*step));
    }
    return steps;
}

QByteArray toJson(std::span<const Step> steps)
{
    QByteArray json = "[";
    for (const Step& step : steps) {
        if (json.size() > 1)
            json += ", ";
        json += "{\"length\": " + QByteArray::number(static_cast<qlonglong>(step.length.count())) + ", \"keeps\": [";
        for (size_t i = 0; i < step.keeps.size(); ++i) {
            const QLatin1StringView code = toCode(step.keeps[i]);
            json += (i ? ", \"" : "\"") + QByteArray(code.data(), code.size()) + '"';
        }
        json += "]}";
    }
    return json + ']';
}

std::optional<Takes> takesFromJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return {};
    constexpr qint64 week = qint64(7) * 86400; // far outside of anything that the schema allows
    Takes takes;
    for (const QJsonValue value : document.array()) {
        const auto resource = wholeNumber(value[QLatin1StringView("resource")], 1, std::numeric_limits<qint64>::max());
        const auto from = wholeNumber(value[QLatin1StringView("from")], -week, week);
        const auto to = wholeNumber(value[QLatin1StringView("to")], -week, week);
        const auto units = wholeNumber(value[QLatin1StringView("units")], 1, 10000);
        if (!resource || !from || !to || !units || *to <= *from)
            return {};
        takes.push_back({ResourceId(*resource), Seconds(*from), Seconds(*to), static_cast<int>(*units)});
    }
    return takes;
}

QByteArray toJson(std::span<const Take> takes)
{
    QByteArray json = "[";
    for (const Take& take : takes) {
        if (json.size() > 1)
            json += ", ";
        json += "{\"resource\": " + QByteArray::number(take.resource.value()) +
                ", \"from\": " + QByteArray::number(static_cast<qlonglong>(take.from.count())) +
                ", \"to\": " + QByteArray::number(static_cast<qlonglong>(take.to.count())) +
                ", \"units\": " + QByteArray::number(take.units) + '}';
    }
    return json + ']';
}

Takes takesFor(std::span<const Step> steps, Seconds bufferBefore, Seconds bufferAfter, std::span<const Choice> choices)
{
    Takes takes;
    for (const Choice& choice : choices) {
        Seconds at{0};
        bool running = false;
        for (size_t i = 0; i < steps.size(); ++i) {
            const bool keeps = steps[i].keepsBusy(choice.kind);
            if (keeps && !running)
                takes.push_back({choice.resource, i == 0 ? -bufferBefore : at, at, 1});
            at += steps[i].length;
            if (keeps)
                takes.back().to = i + 1 == steps.size() ? at + bufferAfter : at;
            running = keeps;
        }
    }
    return takes;
}

std::optional<Steps> stepsOfLength(std::span<const Step> steps, Seconds length)
{
    Steps result(steps.begin(), steps.end());
    const Seconds change = length - totalLength(steps);
    if (change == Seconds(0) && !result.empty())
        return result;
    const auto last = std::find_if(result.rbegin(), result.rend(),
                                   [](const Step& step) { return step.keepsBusy(ResourceKind::Staff); });
    if (last == result.rend() || (change < Seconds(0) && last->length + change < shortestStep))
        return {};
    last->length += change;
    return result;
}

} // namespace frontdesk
