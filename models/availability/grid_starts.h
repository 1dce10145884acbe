#pragma once

#include "models/domain/catalogue.h"

#include <optional>
#include <vector>

namespace frontdesk
{

/// The starts on a location's grid (wall time) on one date while it is open, in order. On the night when the clocks go
/// back a wall time may stand there twice.
[[nodiscard]] std::vector<Instant> gridStartsOn(const Catalogue& catalogue, const Location& location, QDate date);

/// Walks over grid starts from an instant, away from it in one direction, reading one day after the other.
class GridWalk
{
public:
    enum class Direction {
        Later, ///< from the instant on, itself included
        Earlier
    };
    GridWalk(const Catalogue& catalogue, const Location& location, Instant from, TimeSlot within, Direction direction);

    /// The start where the walk stands; nothing when `within` is passed.
    [[nodiscard]] std::optional<Instant> current() const;
    void advance();

private:
    void fill();

    const Catalogue& m_catalogue;
    const Location& m_location;
    const Instant m_from;
    const TimeSlot m_within;
    const Direction m_direction;
    QDate m_date;
    std::vector<Instant> m_starts; ///< of m_date, the next one last
};

} // namespace frontdesk
