#include "models/domain/zone.h"

#include <QRegularExpression>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace frontdesk
{
namespace
{

constexpr Seconds reach = std::chrono::hours(26); // no zone is further from UTC, and no clock change is larger

Seconds askedOffset(const QTimeZone& zone, qint64 unix)
{
    return Seconds(zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(unix, Qt::UTC)));
}

/// The offsets of one zone on whole days of UTC, as far as they were asked for. QTimeZone reads the rule of the years
/// to come from its text at every question, which was a fifth of a booking's time in the program.
struct KnownDays {
    QTimeZone zone;
    std::unordered_map<qint64, std::optional<Seconds>> offsets; ///< by day since 1970; nothing: it changes on that day
};

constexpr qint64 dayLength = qint64(24) * 60 * 60;
constexpr size_t mostDays = 20000; ///< half a megabyte

/// Since 1970, of seconds since then.
qint64 dayOf(qint64 unix)
{
    return unix / dayLength - (unix % dayLength < 0 ? 1 : 0);
}

Seconds offsetAt(const QTimeZone& zone, Instant instant)
{
    thread_local std::vector<KnownDays> known;
    auto days = std::ranges::find(known, zone, &KnownDays::zone);
    if (days == known.end())
        days = known.insert(known.end(), KnownDays{zone, {}});
    const qint64 unix = toUnix(instant);
    const qint64 day = dayOf(unix);
    auto found = days->offsets.find(day);
    if (found == days->offsets.end()) {
        if (days->offsets.size() >= mostDays)
            days->offsets.clear();
        // Clock changes lie weeks apart: the same offset at both ends is the offset of the whole day.
        const Seconds atStart = askedOffset(zone, day * dayLength);
        const bool same = askedOffset(zone, (day + 1) * dayLength) == atStart;
        found = days->offsets.emplace(day, same ? std::optional(atStart) : std::nullopt).first;
    }
    return found->second ? *found->second : askedOffset(zone, unix);
}

/// The wall time read as if it were UTC: a number to count with.
Instant asUtc(QDate date, QTime time)
{
    return instantFromUnix(QDateTime(date, time, Qt::UTC).toSecsSinceEpoch());
}

/// The instants at which the offset changes, in (from, to].
std::vector<Instant> changesBetween(const QTimeZone& zone, Instant from, Instant to)
{
    std::vector<Instant> changes;
    // An hour is shorter than the time between two changes of any zone.
    for (Instant at = from; at < to; at += std::chrono::hours(1)) {
        Instant before = at;
        Instant after = std::min(at + std::chrono::hours(1), to);
        const Seconds offset = offsetAt(zone, before);
        if (offsetAt(zone, after) == offset)
            continue;
        while (after - before > Seconds(1)) {
            const Instant middle = before + (after - before) / 2;
            (offsetAt(zone, middle) == offset ? before : after) = middle;
        }
        changes.push_back(after);
    }
    return changes;
}

} // namespace

std::optional<Zone> Zone::fromId(const QByteArray& ianaId)
{
    if (ianaId == "UTC")
        return utc();
    // QTimeZone reads any file below the zone folder, and makes zones of fixed offset from "UTC+01:00". Its list of ids
    // lacks the old names that people still use (Asia/Calcutta), and a bare word may be read as a POSIX rule.
    static const QRegularExpression form(QStringLiteral("^(?!UTC|posix/|right/)[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)+\\z"));
    if (!form.match(QString::fromLatin1(ianaId)).hasMatch())
        return {};
    const QTimeZone zone(ianaId);
    if (!zone.isValid())
        return {};
    return Zone(zone);
}

Zone Zone::utc()
{
    return Zone(QTimeZone::utc());
}

Zone::Meaning Zone::meaningOf(QDate date, QTime wallTime) const
{
    const Instant wall = asUtc(date, wallTime);
    const Seconds before = offsetAt(m_zone, wall - reach);
    const Seconds after = offsetAt(m_zone, wall + reach);
    // A candidate is right when the zone really has its offset there. Clock changes lie weeks apart, so that these two
    // offsets are all there are around the wall time.
    const bool early = offsetAt(m_zone, wall - before) == before;
    const bool late = before == after ? early : offsetAt(m_zone, wall - after) == after;
    if (early && late && before != after)
        return {Meaning::Kind::Ambiguous, std::min(wall - before, wall - after), std::max(wall - before, wall - after)};
    if (early || late) {
        const Instant instant = wall - (early ? before : after);
        return {Meaning::Kind::Unique, instant, instant};
    }
    for (const Instant change : changesBetween(m_zone, wall - reach, wall + reach)) {
        if (change + offsetAt(m_zone, change) > wall)
            return {Meaning::Kind::Missing, change, change};
    }
    return {Meaning::Kind::Missing, wall - after, wall - after};
}

QDateTime Zone::toLocal(Instant instant) const
{
    return QDateTime::fromSecsSinceEpoch(toUnix(instant), m_zone);
}

QDate Zone::dateOf(Instant instant) const
{
    return QDate(1970, 1, 1).addDays(dayOf(toUnix(instant + offsetAt(m_zone, instant))));
}

TimeSlot Zone::day(QDate date) const
{
    const QTime midnight(0, 0);
    return {meaningOf(date, midnight).first, meaningOf(date.addDays(1), midnight).first};
}

QString Zone::wallText(Instant instant) const
{
    const qint64 wall = toUnix(instant + offsetAt(m_zone, instant));
    return QDateTime::fromSecsSinceEpoch(wall, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

ParsedTime parseTime(QStringView text, const Zone& zone)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
                       "(Z|[+-][0-9]{2}:[0-9]{2})?\\z"));
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return {{}, QStringLiteral("a time is written 2026-11-23T10:00, with Z or +01:00 behind it or without")};
    const QDate date(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt());
    const QTime time(match.capturedView(4).toInt(), match.capturedView(5).toInt(), match.capturedView(6).toInt());
    if (!date.isValid())
        return {{}, QStringLiteral("there is no such date")};
    if (date.year() < 1970)
        return {{}, QStringLiteral("the year must be 1970 or later")};
    if (!time.isValid())
        return {{}, QStringLiteral("there is no such time of day")};

    const QStringView offset = match.capturedView(7);
    if (offset == u"Z")
        return {asUtc(date, time), {}};
    if (!offset.isEmpty()) {
        const int hours = offset.sliced(1, 2).toInt();
        const int minutes = offset.sliced(4, 2).toInt();
        if (hours > 14 || minutes > 59)
            return {{}, QStringLiteral("there is no such offset from UTC")};
        const Seconds ahead = std::chrono::hours(hours) + Minutes(minutes);
        return {asUtc(date, time) - (offset[0] == u'-' ? -ahead : ahead), {}};
    }
    const Zone::Meaning meaning = zone.meaningOf(date, time);
    switch (meaning.kind) {
    case Zone::Meaning::Kind::Missing:
        return {{}, QStringLiteral("the clocks skip this time on that day")};
    case Zone::Meaning::Kind::Ambiguous:
        return {{}, QStringLiteral("the clocks show this time twice on that day: write its offset, such as +01:00")};
    case Zone::Meaning::Kind::Unique:
        break;
    }
    return {meaning.first, {}};
}

} // namespace frontdesk
