#pragma once

#include "models/domain/time_slot.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace frontdesk
{

/// A location's IANA time zone: the one place where wall time and instants are turned into each other.
class Zone
{
public:
    /// What a wall time means: one instant, none (the clocks went forward over it) or two (they went back).
    struct Meaning {
        enum class Kind { Unique, Missing, Ambiguous };
        Kind kind;
        Instant first;  ///< Unique, Ambiguous: the (earlier) instant. Missing: the first instant after the gap.
        Instant second; ///< Ambiguous: the later instant; otherwise equal to first.
    };

    [[nodiscard]] static std::optional<Zone> fromId(const QByteArray& ianaId);
    [[nodiscard]] static Zone utc();

    [[nodiscard]] QByteArray id() const { return m_zone.id(); }
    [[nodiscard]] const QTimeZone& qt() const { return m_zone; }

    [[nodiscard]] Meaning meaningOf(QDate date, QTime wallTime) const;
    /// The wall time at an instant, with this zone set.
    [[nodiscard]] QDateTime toLocal(Instant instant) const;
    [[nodiscard]] QDate dateOf(Instant instant) const;
    /// From the first instant of the date to the first of the next: 23, 24 or 25 hours, mostly.
    [[nodiscard]] TimeSlot day(QDate date) const;
    /// "yyyy-MM-ddTHH:mm:ss", what appointment.local_start holds.
    [[nodiscard]] QString wallText(Instant instant) const;

    friend bool operator==(const Zone& a, const Zone& b) { return a.m_zone == b.m_zone; }

private:
    explicit Zone(QTimeZone zone) : m_zone(std::move(zone)) {} // NOLINT(performance-*): no move in Qt 6.4
    QTimeZone m_zone;
};

/// Reads "2026-11-23T10:00" or "2026-11-23 10:00[:00]" as wall time in the zone, or with "Z" or "+01:00" as what it
/// says. Nothing for text that is no time, 24:00, years outside 1970–9999, and wall times that do not exist or exist
/// twice.
struct ParsedTime {
    std::optional<Instant> instant;
    QString problem; ///< untranslated English, empty when there is an instant
};
[[nodiscard]] ParsedTime parseTime(QStringView text, const Zone& zone);

} // namespace frontdesk
