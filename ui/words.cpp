#include "ui/words.h"

#include "models/domain/time_text.h"
#include "ui/day_plan.h"

#include <QCoreApplication>
#include <QLocale>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString timeText(Instant instant, const Zone& zone)
{
    return clockText(zone.toLocal(instant).time(), QLocale());
}

QString timeText(TimeSlot slot, const Zone& zone)
{
    return clockText(zone.toLocal(slot.start).time(), zone.toLocal(slot.end).time(), QLocale());
}

QString dateText(QDate date)
{
    return QLocale().toString(date, Words::tr("dddd d MMMM yyyy", "date format"));
}

QString shortDateText(QDate date)
{
    return QLocale().toString(date, Words::tr("ddd d MMM", "date format"));
}

QString briefDateText(QDate date)
{
    return QLocale().toString(date, Words::tr("ddd d", "date format"));
}

QString dayWord(QDate date, QDate today)
{
    switch (today.daysTo(date)) {
    case -1:
        return Words::tr("Yesterday");
    case 0:
        return Words::tr("Today");
    case 1:
        return Words::tr("Tomorrow");
    default:
        return date.year() == today.year() ? shortDateText(date)
                                           : QLocale().toString(date, Words::tr("ddd d MMM yyyy", "date format"));
    }
}

QString lengthText(Seconds length)
{
    const auto minutes = std::chrono::duration_cast<Minutes>(length).count();
    if (minutes < 120)
        return Words::tr("%1 min").arg(minutes);
    return minutes % 60 == 0 ? Words::tr("%1 h").arg(minutes / 60)
                             : Words::tr("%1 h %2").arg(minutes / 60).arg(minutes % 60);
}

QString stepsText(const Appointment& row)
{
    const std::vector<TimeSlot> gaps = developingGaps(row);
    if (gaps.empty())
        return lengthText(row.slot.length());
    const auto minutes = [](Instant from, Instant to) { return QString::number(minutesBetween(from, to)); };
    QStringList parts;
    Instant from = row.slot.start;
    for (const TimeSlot& gap : gaps) {
        if (from < gap.start)
            parts << minutes(from, gap.start);
        parts << Words::tr("%1 developing").arg(minutesBetween(gap.start, gap.end));
        from = gap.end;
    }
    if (from < row.slot.end)
        parts << minutes(from, row.slot.end);
    return Words::tr("%1 min").arg(parts.join(QStringLiteral(" + ")));
}

QString statusText(Status status)
{
    switch (status) {
    case Status::Held:
        return Words::tr("held");
    case Status::Booked:
        return Words::tr("booked");
    case Status::Arrived:
        return Words::tr("arrived");
    case Status::InService:
        return Words::tr("in service");
    case Status::Completed:
        return Words::tr("completed");
    case Status::NoShow:
        return Words::tr("no-show");
    case Status::Cancelled:
        return Words::tr("cancelled");
    case Status::Expired:
        return Words::tr("expired");
    case Status::Parked:
        return Words::tr("parked");
    }
    return {};
}

QString confirmationText(Confirmation confirmation)
{
    switch (confirmation) {
    case Confirmation::NotAsked:
        return Words::tr("not asked yet");
    case Confirmation::Asked:
        return Words::tr("asked, no answer yet");
    case Confirmation::MessageLeft:
        return Words::tr("message left");
    case Confirmation::Confirmed:
        return Words::tr("confirmed");
    case Confirmation::RunningLate:
        return Words::tr("running late");
    }
    return {};
}

int minutesBetween(Instant from, Instant to)
{
    return int(std::max(std::chrono::floor<Minutes>(to - from), Minutes(0)).count());
}

QString titleOf(const Appointment& row)
{
    if (row.isDeskHold)
        return Words::tr("%1 is booking here").arg(row.label);
    if (row.client.isValid())
        return row.clientName.isEmpty() ? row.clientPhone : row.clientName;
    if (row.service.isValid())
        return row.serviceName;
    return row.label.isEmpty() ? Words::tr("Blocked") : row.label;
}

QString firstName(const QString& name)
{
    return name.section(QLatin1Char(' '), 0, 0);
}

QString reasonText(const Reason& reason, const Catalogue& catalogue, std::span<const Appointment> rows,
                   const Zone& zone)
{
    const Resource* resource = catalogue.resource(reason.resource);
    const QString who = resource != nullptr ? resource->name : QString();
    const QString when = timeText(reason.slot, zone);
    switch (reason.kind) {
    case Reason::Kind::Closed:
        return Words::tr("closed at that time");
    case Reason::Kind::Hours:
        return who.isEmpty() ? Words::tr("outside working hours") : Words::tr("outside %1's hours").arg(firstName(who));
    case Reason::Kind::Break:
        return Words::tr("%1 is %2's break").arg(when, firstName(who));
    case Reason::Kind::Closure:
        return reason.text.isEmpty() ? Words::tr("closed %1").arg(when) : Words::tr("closed: %1").arg(reason.text);
    case Reason::Kind::TimeOff:
        return reason.text.isEmpty() ? Words::tr("%1 is off").arg(who)
                                     : Words::tr("%1 is off: %2").arg(who, reason.text);
    case Reason::Kind::Taken:
        for (const Appointment& row : rows) {
            if (row.id == reason.by)
                return row.isDeskHold ? titleOf(row)
                                      : Words::tr("taken by %1 %2").arg(titleOf(row), timeText(row.slot, zone));
        }
        return Words::tr("%1 is taken").arg(when);
    case Reason::Kind::Notice:
        return Words::tr("too soon");
    case Reason::Kind::Grid:
        return Words::tr("not on the grid of times");
    case Reason::Kind::Unable:
        return Words::tr("%1 doesn't do this").arg(who);
    case Reason::Kind::Retired:
        return Words::tr("no longer offered");
    case Reason::Kind::NoRoom:
        return Words::tr("no room is free");
    case Reason::Kind::Past:
        return Words::tr("this time has passed");
    }
    return {};
}

QString shortFreeText(const DayColumn& column)
{
    if (!column.works())
        return Words::tr("off");
    if (column.freeLength <= Seconds(0))
        return {};
    return column.free == 0 ? Words::tr("full")
                            : Words::tr("%1 × %2", "3 × 45 min").arg(column.free).arg(lengthText(column.freeLength));
}

QString freeText(const DayColumn& column)
{
    return column.free > 0 ? Words::tr("free: %1", "free: 3 × 45 min").arg(shortFreeText(column))
                           : shortFreeText(column);
}

QString typedPlainly(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

QString initialsOf(const QString& name)
{
    const QStringList parts = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    const auto first = [](const QString& part) { return part.left(part.at(0).isHighSurrogate() ? 2 : 1).toUpper(); };
    return parts.size() == 1 ? first(parts.first()) : first(parts.first()) + first(parts.last());
}

} // namespace frontdesk
