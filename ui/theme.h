#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;

namespace frontdesk
{

/// The colours of the desk, a light and a dark set. Widgets ask for the set that fits their own palette, so that a
/// change of the palette is all it takes to change the look.
struct Theme {
    enum class Kind { System, Light, Dark };

    bool dark = false;
    QColor surface;    ///< the grid, fields, cards
    QColor panel;      ///< the two side panels
    QColor bar;        ///< the line at the bottom
    QColor line;       ///< hours, borders
    QColor lineSoft;   ///< half hours
    QColor lineStrong; ///< borders of buttons and fields
    QColor text;
    QColor textSoft;
    QColor accent;
    QColor accentText;
    QColor accentSoft;
    QColor closed;
    QColor stripe; ///< the stripes of a break, over `closed`
    QColor hatch;  ///< buffers
    QColor doneFill;
    QColor doneEdge;
    QColor blockFill; ///< time without a client
    QColor blockEdge;
    QColor waitingStrip;
    QColor now;
    QColor red; ///< filled badges, their text is white
    QColor amber;
    QColor green;
    QColor redText; ///< words of a refusal
    QColor greenText;
    QColor hold;
    QColor alertFill;
    QColor alertEdge;
    QColor alertText;

    [[nodiscard]] static const Theme& light();
    [[nodiscard]] static const Theme& darkOne();
    [[nodiscard]] static const Theme& of(const QPalette& palette);
    [[nodiscard]] QPalette palette() const;
};

/// Sets style, palette and font of the program; System follows the desktop's palette.
void applyTheme(QApplication& application, Theme::Kind kind);

/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);
/// `part` of a over b: 0 is b, 1 is a.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double part);
/// The text colour, moved towards black or white until it has the contrast on the background.
[[nodiscard]] QColor readableOn(const QColor& text, const QColor& background, double ratio = 4.5);

/// Of the bar that says how full a day is, 0 to 1: calm, and amber when it is nearly full.
[[nodiscard]] QColor loadColour(const Theme& theme, double load);

/// The base font scaled, for second lines and headings.
[[nodiscard]] QFont scaled(const QFont& font, double factor, QFont::Weight weight = QFont::Normal);

} // namespace frontdesk
