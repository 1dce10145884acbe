#pragma once

#include "ui/block_look.h"
#include "ui/block_places.h"
#include "ui/text_cache.h"

#include <QBrush>
#include <QHash>

class QPainter;

namespace frontdesk
{

/// A block as it is to be drawn this time.
struct BlockDrawing : BlockPlaces {
    const DayBlock* block = nullptr;
    bool gapText = false;   ///< nothing lies over the gap
    bool stripText = false; ///< nothing lies beside the strip
    bool selected = false;
    bool current = false; ///< the view has the focus
    bool dotHovered = false;
    bool saving = false;
    bool cut = false;
    bool refused = false;
    bool faded = false; ///< it is being dragged away from here
};

/// Draws blocks of the day. Bodies first, the now-line over them, then all texts.
class BlockPainter
{
public:
    void setFont(const QFont& font) { m_texts.setFont(font); }
    void setScene(const Theme& theme, const Zone& zone, Instant now);

    void paintBuffers(QPainter& painter, const BlockDrawing& drawing) const;
    void paintBody(QPainter& painter, const BlockDrawing& drawing) const;
    void paintText(QPainter& painter, const BlockDrawing& drawing);
    /// The dragged block: its new time, red when it would be refused.
    void paintGhost(QPainter& painter, const QRect& rect, const Appointment& row, TimeSlot slot, bool refused);
    /// A few words beside a block, in a box of their own; returns its rectangle.
    QRect paintBubble(QPainter& painter, const QRect& beside, const QRect& within, const QString& text, bool bad);

    /// The rightmost sign, where a click means "arrived".
    [[nodiscard]] QRect statusDot(const BlockDrawing& drawing);
    [[nodiscard]] TextCache& texts() { return m_texts; }

private:
    static constexpr int BarWidth = 4;
    static constexpr int PadLeft = 10;
    static constexpr int PadRight = 6;

    static void paintSolid(QPainter& painter, const QRect& rect, const BlockLook& look);
    void paintStripText(QPainter& painter, const BlockDrawing& drawing);
    void paintLines(QPainter& painter, const BlockDrawing& drawing, const BlockLook& look, const QRect& inner,
                    int signsWidth);
    /// Draws the signs right-aligned in the line and says how wide they are.
    int paintSigns(QPainter* painter, const BlockDrawing& drawing, const BlockLook& look, const QRect& line,
                   QRect* dot);
    [[nodiscard]] QRect firstLine(const BlockDrawing& drawing) const;
    [[nodiscard]] QString detailText(const Appointment& row, TimeSlot slot, bool withEnd) const;

    [[nodiscard]] const BlockLook& lookOf(const Appointment& row) const;

    mutable QHash<quint64, BlockLook> m_looks; ///< of this theme, by colour and status
    QBrush m_hatch;
    TextCache m_texts;
    Theme m_theme = Theme::light();
    Zone m_zone = Zone::utc();
    Instant m_now{};
};

/// A brush of diagonal stripes, for buffers (thin) and breaks (broad).
[[nodiscard]] QBrush stripes(const QColor& colour, int step, double width);

} // namespace frontdesk
