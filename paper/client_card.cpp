#include "paper/client_card.h"

#include "paper/paper_words.h"

#include <QCoreApplication>

namespace frontdesk
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ClientCard)
};

constexpr double Corner = 42;
constexpr QSizeF A6(419.5, 297.6); // 148 × 105 mm, lying
constexpr double Inset = 26;

} // namespace

int paintClientCard(QPagedPaintDevice& device, PaperSize size, const PaperCard& card)
{
    setPaper(device, size, QPageLayout::Portrait);
    PaperInk ink(device);
    if (!ink.isActive())
        return 0;
    const QRectF edge({Corner, Corner}, A6);
    ink.frame(edge, PaperInk::Line::Dotted);
    const QRectF box = edge.adjusted(Inset, Inset - 6, -Inset, -Inset + 6);
    double y = box.top();
    const auto write = [&](const QString& text, double height, const PaperInk::Style& style, int lines = 1) {
        ink.text({box.left(), y, box.width(), height}, text, style, lines);
        y += height;
    };
    write(card.place.business.isEmpty() ? card.place.location : card.place.business, 24, {17, true});
    if (card.place.location != card.place.business && !card.place.business.isEmpty())
        write(card.place.location, 16, {11});
    y += 6;
    ink.line({box.left(), y}, {box.right(), y}, PaperInk::Line::Thick);
    y += 12;
    write(Words::tr("Your appointment"), 14, {10, false, true});
    write(card.client, 22, {14, true});
    y += 10;
    write(wholeDate(card.place.zone.dateOf(card.slot.start)), 22, {15, true});
    write(wallTimes(card.slot, card.place.zone), 22, {15, true});
    y += 10;
    const QString with = card.staff.isEmpty() ? card.service : Words::tr("%1 with %2").arg(card.service, card.staff);
    write(with, 34, {12, false, false, false, Qt::AlignLeft | Qt::AlignTop}, 2);
    if (!card.businessPhone.isEmpty())
        ink.text({box.left(), box.bottom() - 18, box.width(), 18},
                 Words::tr("If you can't come, please call %1").arg(card.businessPhone), {11});
    return 1;
}

} // namespace frontdesk
