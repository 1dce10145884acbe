#pragma once

#include <QColor>
#include <QFont>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QRectF>
#include <QString>

class QPagedPaintDevice;

namespace frontdesk
{

enum class PaperSize { A4, Letter };
/// What printers are filled with where the locale is spoken (CLDR 42, paper size by territory).
[[nodiscard]] PaperSize usualPaper(const QLocale& locale);
/// "A4" or "Letter", whatever the case; nothing for anything else.
[[nodiscard]] std::optional<PaperSize> paperFromName(QStringView name);
[[nodiscard]] QString nameOf(PaperSize size);

/// Sets paper and orientation; the painter's origin is then the paper's corner. To be called before painting begins.
void setPaper(QPagedPaintDevice& device, PaperSize size, QPageLayout::Orientation orientation);
/// In points (1/72 inch).
[[nodiscard]] QSizeF paperOf(const QPagedPaintDevice& device);

/// Draws on paper in points (1/72 inch) from its upper left corner: black, and greys that survive a laser printer.
class PaperInk
{
public:
    /// The device must be set up by setPaper(); a painter is at work on it while this object lives.
    explicit PaperInk(QPagedPaintDevice& device);

    /// False: the device can't be painted on, a printer that is gone.
    [[nodiscard]] bool isActive() const { return m_painter.isActive(); }

    struct Style {
        double size = 9; ///< points
        bool bold = false;
        bool grey = false;
        bool struck = false;
        Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    };
    /// Within the box, on as many lines as are allowed and have room; what doesn't fit ends in "…". Broken between
    /// words where it can be. Gives the number of lines.
    int text(const QRectF& box, const QString& text, const Style& style, int lines = 1);
    [[nodiscard]] double widthOf(const QString& text, const Style& style) const;

    enum class Line { Thin, Thick, Dotted };
    void line(QPointF from, QPointF to, Line kind);
    void frame(const QRectF& rect, Line kind);
    /// Back to bare paper.
    void clear(const QRectF& rect);

private:
    [[nodiscard]] QFont font(const Style& style) const;
    void setPen(Line kind);

    QPagedPaintDevice& m_device;
    double m_scale; ///< device units a point
    QPainter m_painter;
};

} // namespace frontdesk
