#include "paper/paper_words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Paper)
};

} // namespace

QString wallTime(Instant instant, const Zone& zone)
{
    return zone.toLocal(instant).time().toString(QStringLiteral("HH:mm"));
}

QString wallTimes(TimeSlot slot, const Zone& zone)
{
    return wallTime(slot.start, zone) + QChar(0x2013) + wallTime(slot.end, zone);
}

QString wholeDate(QDate date)
{
    return QLocale().toString(date, Words::tr("dddd d MMMM yyyy", "date format"));
}

QString businessAndLocation(const PaperPlace& place)
{
    if (place.business.isEmpty() || place.business == place.location)
        return place.location;
    return place.location.isEmpty() ? place.business : place.business + QStringLiteral(" · ") + place.location;
}

QString alertLegend()
{
    return Words::tr("! there is an alert, see the screen");
}

void drawHead(PaperInk& ink, const QRectF& head, const PaperPlace& place, const QString& title, const QString& detail)
{
    const double half = head.width() * 0.5;
    const double left = detail.isEmpty() ? half : head.width() * 0.42;
    const QRectF box(head.left(), head.top(), head.width(), head.height() - 8);
    ink.text({box.left(), box.top(), left - 6, box.height()}, businessAndLocation(place), {11}, 2);
    const PaperInk::Style big{14, true, false, false, Qt::AlignRight | Qt::AlignTop};
    const QRectF right(box.left() + left, box.top(), box.width() - left, box.height());
    if (detail.isEmpty()) {
        ink.text(right, title, {14, true, false, false, Qt::AlignRight | Qt::AlignVCenter}, 1);
    } else {
        ink.text(right, title, big, 1);
        ink.text(right, detail, {10, false, false, false, Qt::AlignRight | Qt::AlignBottom}, 1);
    }
    ink.line({head.left(), head.bottom() - 3}, {head.right(), head.bottom() - 3}, PaperInk::Line::Thick);
}

void drawFoot(PaperInk& ink, const QRectF& foot, const PaperPlace& place, const QString& legend, int page, int pages)
{
    const QDateTime printed = place.zone.toLocal(place.printedAt);
    const QString when = QLocale().toString(printed, Words::tr("d MMM yyyy HH:mm", "date and time format"));
    ink.text(foot, Words::tr("Printed %1").arg(when), {9, false, true});
    ink.text(foot, legend, {9, false, true, false, Qt::AlignHCenter | Qt::AlignVCenter});
    ink.text(foot, Words::tr("Page %1 of %2").arg(page).arg(pages),
             {9, false, true, false, Qt::AlignRight | Qt::AlignVCenter});
}

} // namespace frontdesk
