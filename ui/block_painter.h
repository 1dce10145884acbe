#pragma once

#include "ui/block_lines.h"

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
    /// Holds count down by a clock of their own: see Clock::holdsNow().
    void setScene(const Theme& theme, const Zone& zone, Instant now, Instant holdsNow);
    void setCovered(bool covered) { m_covered = covered; } ///< initials for names, no marks of alerts and notes

    void paintBuffers(QPainter& painter, const BlockDrawing& drawing) const;
    void paintBody(QPainter& painter, const BlockDrawing& drawing) const;
    void paintText(QPainter& painter, const BlockDrawing& drawing);
    /// The dragged block: its new time, red when it would be refused.
    void paintGhost(QPainter& painter, const QRect& rect, const Appointment& row, TimeSlot slot, bool refused);
    /// A few words beside a block, in a box of their own; returns its rectangle.
    QRect paintBubble(QPainter& painter, const QRect& beside, const QRect& within, const QString& text, bool bad);

    /// The row's title, or the initials of it.
    [[nodiscard]] QString nameOf(const Appointment& row) const;
    /// The rightmost sign, where a click means "arrived".
    [[nodiscard]] QRect statusDot(const BlockDrawing& drawing);
    [[nodiscard]] TextCache& texts() { return m_texts; }

private:
    static constexpr int BarWidth = 4;
    static constexpr int PadLeft = 10;
    static constexpr int PadRight = 6;

    static void paintSolid(QPainter& painter, const QRect& rect, const BlockLook& look);
    void paintStripText(QPainter& painter, const BlockDrawing& drawing);
    void paintSigns(QPainter& painter, const BlockDrawing& drawing, const BlockLook& look, const BlockLines& lines);
    void paintGapText(QPainter& painter, const BlockDrawing& drawing, const BlockLook& look, int below);
    [[nodiscard]] BlockLines lines(const BlockDrawing& drawing);

    [[nodiscard]] const BlockLook& lookOf(const Appointment& row) const;

    mutable QHash<quint64, BlockLook> m_looks; ///< of this theme, by colour and status
    QBrush m_hatch;
    TextCache m_texts;
    Theme m_theme = Theme::light();
    Zone m_zone = Zone::utc();
    Instant m_now{};
    Instant m_holdsNow{};
    bool m_covered = false;
};

/// A brush of diagonal stripes, for buffers (thin) and breaks (broad).
[[nodiscard]] QBrush stripes(const QColor& colour, int step, double width);

} // namespace frontdesk
