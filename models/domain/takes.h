#pragma once

#include "models/domain/ids.h"
#include "models/domain/time_slot.h"

#include <QByteArray>

#include <QLatin1StringView>

#include <optional>
#include <span>
#include <vector>

namespace frontdesk
{

enum class ResourceKind { Staff, Room, Equipment };
[[nodiscard]] QLatin1StringView toCode(ResourceKind kind);
[[nodiscard]] std::optional<ResourceKind> resourceKindFromCode(QStringView code);

/// A length of a service and the kinds of resource that it keeps busy. The client is busy in every step.
struct Step {
    Seconds length{0};
    std::vector<ResourceKind> keeps;

    [[nodiscard]] bool keepsBusy(ResourceKind kind) const;
    friend bool operator==(const Step&, const Step&) = default;
};
using Steps = std::vector<Step>;
[[nodiscard]] Seconds totalLength(std::span<const Step> steps);

/// [{"length": 2100, "keeps": ["staff", "room"]}, …], the text of service.steps. Nothing when it isn't that.
[[nodiscard]] std::optional<Steps> stepsFromJson(const QByteArray& json);
[[nodiscard]] QByteArray toJson(std::span<const Step> steps);

/// What an appointment keeps busy: [from, to) in seconds from its start, buffers counted in (so `from` may be
/// negative).
struct Take {
    ResourceId resource;
    Seconds from{0};
    Seconds to{0};
    int units = 1;

    [[nodiscard]] TimeSlot at(Instant start) const { return {start + from, start + to}; }
    friend bool operator==(const Take&, const Take&) = default;
};
using Takes = std::vector<Take>;
/// [{"resource": 1, "from": 0, "to": 3000, "units": 1}, …], the text of appointment.takes.
[[nodiscard]] std::optional<Takes> takesFromJson(const QByteArray& json);
[[nodiscard]] QByteArray toJson(std::span<const Take> takes);

/// One resource chosen for each kind that the steps keep busy.
struct Choice {
    ResourceKind kind;
    ResourceId resource;
};
/// Takes for these steps: neighbouring steps that keep the same kind become one take; the first and last step are
/// widened by the buffers for what they keep. Kinds without a choice are left out. The SQL of queries/book_appointment
/// does the same.
[[nodiscard]] Takes takesFor(std::span<const Step> steps, Seconds bufferBefore, Seconds bufferAfter,
                             std::span<const Choice> choices);
/// Steps whose total is the given length: the last one that keeps staff busy grows or shrinks, to 5 minutes at least.
/// Nothing when that can't be done.
[[nodiscard]] std::optional<Steps> stepsOfLength(std::span<const Step> steps, Seconds length);

} // namespace frontdesk
