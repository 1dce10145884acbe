#include "ui/day_axis.h"

#include <algorithm>
#include <map>

namespace frontdesk
{

namespace
{

/// A part of a day in which the wall clock runs on: its beginning is in seconds of the wall clock since the date's
/// midnight.
struct WallPiece {
    TimeSlot slot;
    Seconds wall{0};

    [[nodiscard]] Seconds wallEnd() const { return wall + slot.length(); }
};

Seconds wallOf(const Zone& zone, QDate date, Instant instant)
{
    const QDateTime wall = zone.toLocal(instant);
    return Seconds(date.daysTo(wall.date()) * 86400 + wall.time().msecsSinceStartOfDay() / 1000);
}

std::vector<WallPiece> wallPieces(const Zone& zone, QDate date)
{
    const TimeSlot day = zone.day(date);
    if (day.length() == std::chrono::hours(24))
        return {{day, Seconds(0)}};
    std::vector<WallPiece> pieces;
    Instant from = day.start;
    const auto offset = [&](Instant instant) { return wallOf(zone, date, instant) - (instant - day.start); };
    // Hour by hour, as no two clock changes are nearer to each other; a change is then looked for within the hour.
    for (Instant at = day.start; at < day.end; at += std::chrono::hours(1)) {
        Instant before = at;
        Instant after = std::min(at + std::chrono::hours(1), day.end - Seconds(1));
        if (offset(before) == offset(after))
            continue;
        while (after - before > Seconds(1)) {
            const Instant middle = before + (after - before) / 2;
            (offset(middle) == offset(from) ? before : after) = middle;
        }
        pieces.push_back({{from, after}, wallOf(zone, date, from)});
        from = after;
    }
    if (from < day.end)
        pieces.push_back({{from, day.end}, wallOf(zone, date, from)});
    return pieces;
}

/// What is put into the axis for hours that come twice: behind which time of the wall clock, and how much.
using Repeats = std::map<Seconds, Seconds>;

Repeats repeatsOf(const std::vector<std::vector<WallPiece>>& days)
{
    Repeats repeats;
    for (const auto& pieces : days) {
        for (size_t i = 1; i < pieces.size(); ++i) {
            const Seconds again = pieces[i - 1].wallEnd() - pieces[i].wall;
            if (again > Seconds(0))
                repeats[pieces[i - 1].wallEnd()] = std::max(repeats[pieces[i - 1].wallEnd()], again);
        }
    }
    return repeats;
}

} // namespace

DayAxis::DayAxis(TimeSlot day)
{
    if (!day.isEmpty()) {
        m_days.push_back({{day, Seconds(0)}});
        m_length = day.length();
    }
}

DayAxis::DayAxis(const Zone& zone, QDate first, int count)
{
    std::vector<std::vector<WallPiece>> days;
    days.reserve(size_t(std::max(count, 0)));
    for (int day = 0; day < count; ++day)
        days.push_back(wallPieces(zone, first.addDays(day)));
    const Repeats repeats = repeatsOf(days);
    for (const auto& wallPieces : days) {
        Pieces pieces;
        Seconds reached{-86400}; // of the wall clock: what is behind it once stays behind it
        for (const WallPiece& piece : wallPieces) {
            Instant at = piece.slot.start;
            Seconds wall = piece.wall;
            while (at < piece.slot.end) {
                Seconds position = wall;
                Seconds end = piece.wallEnd();
                for (const auto& [behind, length] : repeats) {
                    if (behind <= std::max(wall, reached))
                        position += length;
                    else
                        end = std::min(end, behind);
                }
                pieces.push_back({{at, at + (end - wall)}, position});
                at += end - wall;
                wall = end;
            }
            reached = std::max(reached, piece.wallEnd());
        }
        m_days.push_back(std::move(pieces));
    }
    closeGapsOfAll();
}

/// Takes out of the axis what no day has.
void DayAxis::closeGapsOfAll()
{
    std::vector<Piece*> all;
    for (Pieces& pieces : m_days) {
        for (Piece& piece : pieces)
            all.push_back(&piece);
    }
    std::stable_sort(all.begin(), all.end(), [](const Piece* a, const Piece* b) { return a->from < b->from; });
    Seconds covered = all.empty() ? Seconds(0) : all.front()->from;
    Seconds taken = covered;
    for (Piece* piece : all) {
        taken += std::max(piece->from - covered, Seconds(0));
        covered = std::max(covered, piece->to());
        piece->from -= taken;
    }
    m_length = covered - taken;
}

TimeSlot DayAxis::day(int day) const
{
    if (day < 0 || day >= days() || m_days[size_t(day)].empty())
        return {};
    const Pieces& pieces = m_days[size_t(day)];
    return {pieces.front().slot.start, pieces.back().slot.end};
}

int DayAxis::dayOf(Instant instant) const
{
    for (int day = 0; day < days(); ++day) {
        if (this->day(day).contains(instant))
            return day;
    }
    return -1;
}

int DayAxis::fullestDay() const
{
    int fullest = 0;
    for (int day = 1; day < days(); ++day) {
        if (this->day(day).length() > this->day(fullest).length())
            fullest = day;
    }
    return fullest;
}

Seconds DayAxis::positionOf(Instant instant, int day) const
{
    const Pieces& pieces = m_days[size_t(day)];
    for (const Piece& piece : pieces) {
        if (instant < piece.slot.end)
            return piece.from + std::max(instant - piece.slot.start, Seconds(0));
    }
    return pieces.empty() ? Seconds(0) : pieces.back().to();
}

Seconds DayAxis::endPositionOf(Instant instant, int day) const
{
    const Pieces& pieces = m_days[size_t(day)];
    for (const Piece& piece : pieces) {
        if (instant <= piece.slot.end)
            return piece.from + std::max(instant - piece.slot.start, Seconds(0));
    }
    return pieces.empty() ? Seconds(0) : pieces.back().to();
}

Instant DayAxis::instantAt(Seconds position, int day) const
{
    const Pieces& pieces = m_days[size_t(day)];
    for (const Piece& piece : pieces) {
        if (position < piece.to())
            return piece.slot.start + std::max(position - piece.from, Seconds(0));
    }
    return pieces.empty() ? Instant() : pieces.back().slot.end;
}

bool DayAxis::has(Seconds position, int day) const
{
    const Pieces& pieces = m_days[size_t(day)];
    return std::any_of(pieces.begin(), pieces.end(),
                       [position](const Piece& piece) { return piece.from <= position && position < piece.to(); });
}

std::vector<AxisSpan> DayAxis::voids(AxisSpan span, int day) const
{
    std::vector<AxisSpan> voids;
    Seconds from = span.from;
    for (const Piece& piece : m_days[size_t(day)]) {
        if (from < std::min(piece.from, span.to))
            voids.push_back({from, std::min(piece.from, span.to)});
        from = std::max(from, piece.to());
    }
    if (from < span.to)
        voids.push_back({from, span.to});
    return voids;
}

} // namespace frontdesk
