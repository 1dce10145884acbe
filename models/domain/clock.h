#pragma once

#include "models/domain/time_slot.h"

namespace frontdesk
{

/// Where "now" comes from; handed to whoever needs it, so that a test can set it. Callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// By which holds end: the book's own clock goes on where now() stands still for a picture.
    [[nodiscard]] virtual Instant holdsNow() const { return now(); }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return std::chrono::floor<Seconds>(std::chrono::system_clock::now()); }
};

} // namespace frontdesk
