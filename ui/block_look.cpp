#include "ui/block_look.h"

#include "ui/words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BlockLook)
};

constexpr int WaitsLong = 10; ///< minutes
constexpr int Waits = 5;

Mark confirmationMark(Confirmation confirmation)
{
    switch (confirmation) {
    case Confirmation::Confirmed:
        return Mark::Confirmed;
    case Confirmation::Asked:
    case Confirmation::MessageLeft:
        return Mark::Asked;
    default:
        return Mark::Booked;
    }
}

} // namespace

BlockLook blockLook(const Theme& theme, const QColor& service, Status status, bool isHold)
{
    BlockLook look;
    const QColor colour = service.isValid() ? service : theme.blockEdge;
    double part = theme.dark ? 0.3 : 0.13;
    if (status == Status::Arrived || status == Status::InService)
        part += theme.dark ? 0.08 : 0.07;

    look.fill = service.isValid() ? mixed(colour, theme.surface, part) : theme.blockFill;
    look.edge = readableOn(colour, theme.surface, 2.2);
    if (status == Status::Completed) {
        look.fill = theme.doneFill;
        look.edge = theme.doneEdge;
    } else if (status == Status::NoShow) {
        look.fill = mixed(theme.red, theme.surface, theme.dark ? 0.35 : 0.12);
        look.edge = theme.red;
    }
    if (isHold) {
        look.fill = theme.surface;
        look.edge = service.isValid() ? look.edge : theme.hold;
        look.outlineOnly = true;
    }
    look.gapFill = mixed(colour, theme.surface, part * 0.45);
    look.gapFill.setAlphaF(0.72F);

    // Readable on the fill and on the paler part that develops, over a closed time too.
    const QColor pale = mixed(mixed(colour, theme.surface, part * 0.45), theme.closed, 0.72);
    const QColor strong = status == Status::Completed ? mixed(theme.text, theme.textSoft, 0.25) : theme.text;
    look.text = readableOn(readableOn(strong, look.fill), pale);
    look.textSoft = readableOn(readableOn(theme.textSoft, look.fill, 5), pale);
    if (contrast(look.textSoft, look.fill) < 4.5)
        look.textSoft = readableOn(theme.textSoft, look.fill);
    return look;
}

BlockLook blockLook(const Theme& theme, const Appointment& row)
{
    const QColor service = row.isDeskHold ? theme.hold : QColor(row.serviceColour);
    return blockLook(theme, service, row.status, row.isDeskHold || row.status == Status::Held);
}

QColor badgeColour(const Theme& theme, Badge::Tone tone)
{
    switch (tone) {
    case Badge::Tone::Green:
        return theme.green;
    case Badge::Tone::Amber:
        return theme.amber;
    case Badge::Tone::Red:
        return theme.red;
    }
    return {};
}

std::optional<Badge> badgeOf(const Appointment& row, Instant now)
{
    if (row.status == Status::Arrived && row.statusAt <= now && now - row.statusAt < std::chrono::hours(12)) {
        const int minutes = minutesBetween(row.statusAt, now);
        const auto tone = minutes >= WaitsLong ? Badge::Tone::Red
                          : minutes >= Waits   ? Badge::Tone::Amber
                                               : Badge::Tone::Green;
        return Badge{Words::tr("%1′", "minutes waiting").arg(minutes), tone};
    }
    if (row.status == Status::Booked && row.client.isValid() && row.slot.contains(now)) {
        const int minutes = minutesBetween(row.slot.start, now);
        if (minutes > 0)
            return Badge{Words::tr("%1′ late", "minutes late").arg(minutes), Badge::Tone::Amber};
    }
    return {};
}

BlockSigns signsOf(const Appointment& row, Instant now)
{
    BlockSigns signs;
    if (row.isDeskHold || row.status == Status::Held)
        return signs;
    // In a narrow block the left ones go first, so the alert stands nearest to the status.
    if (!row.note.isEmpty())
        signs.marks.push_back(Mark::Note);
    if (row.source == QLatin1StringView("online"))
        signs.marks.push_back(Mark::Online);
    if (row.firstVisit && row.client.isValid())
        signs.marks.push_back(Mark::FirstVisit);
    if (!row.clientAlert.isEmpty())
        signs.marks.push_back(Mark::Alert);
    if (row.squeezed)
        signs.marks.push_back(Mark::Squeezed);
    signs.badge = badgeOf(row, now);
    if (signs.badge || !row.client.isValid())
        return signs;
    switch (row.status) {
    case Status::Booked:
        signs.marks.push_back(confirmationMark(row.confirmation));
        break;
    case Status::InService:
        signs.marks.push_back(Mark::InService);
        if (row.statusAt <= now && now - row.statusAt < std::chrono::hours(12))
            signs.minutes = Words::tr("%1′", "minutes in service").arg(minutesBetween(row.statusAt, now));
        break;
    case Status::Completed:
        signs.marks.push_back(Mark::Done);
        break;
    default:
        break;
    }
    return signs;
}

QString countdownText(Instant until, Instant now)
{
    const auto left = std::max<qint64>((until - now).count(), 0);
    if (left / 3600 >= 2)
        return Words::tr("%1 h left").arg(left / 3600);
    return Words::tr("%1:%2 left", "minutes and seconds").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0'));
}

} // namespace frontdesk
