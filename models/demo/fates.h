#pragma once

#include "models/demo/day_planner.h"

#include <optional>

namespace frontdesk::demo
{

/// What became of a planned appointment by "now".
struct Fate {
    Status status = Status::Booked;
    Instant statusAt{};
    std::optional<Status> before; ///< of a cancelled one
    QString reason;
    Confirmation confirmation = Confirmation::NotAsked;
    std::optional<Instant> heldUntil;
    bool online = false;
    Instant createdAt{};
};

/// Decides statuses as a desk leaves them: past ones completed, a few missed or cancelled; around the day's "now" some
/// in service, waiting, late; later ones confirmed or not.
class Fates
{
public:
    /// `salonNow` is the moment that the salon shows, `clock` the real one: no-shows need a start before both.
    Fates(const Texts& texts, Instant salonNow, Instant clock) : m_texts(texts), m_now(salonNow), m_clock(clock) {}

    /// One fate for each, in their order. `distance` is that of the day from the day shown.
    [[nodiscard]] std::vector<Fate> decide(const std::vector<Planned>& day, int distance, Random& random) const;

    /// Of a group session, which waits for nobody and is never missed.
    [[nodiscard]] static Fate ofSession(Fate fate);

private:
    [[nodiscard]] Fate past(const Planned& planned, Random& random) const;
    [[nodiscard]] Fate running(const Planned& planned, int place) const;
    [[nodiscard]] Fate soon(const Planned& planned, int place, Random& random) const;
    [[nodiscard]] Fate later(const Planned& planned, int distance, Random& random) const;
    void created(const Planned& planned, Fate& fate, Random& random) const;
    void holdAndPark(const std::vector<Planned>& day, std::vector<Fate>& fates) const;

    const Texts& m_texts;
    const Instant m_now;
    const Instant m_clock;
};

} // namespace frontdesk::demo
