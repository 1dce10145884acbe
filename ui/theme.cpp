#include "ui/theme.h"

#include "ui/desk_style.h"

#include <QApplication>
#include <QFontDatabase>

#include <cmath>

namespace frontdesk
{

namespace
{

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

Theme makeLight()
{
    Theme t;
    t.surface = rgb(0xffffff);
    t.panel = rgb(0xfbfcfe);
    t.bar = rgb(0xf5f7fa);
    t.line = rgb(0xd9dee7);
    t.lineSoft = rgb(0xedf0f4);
    t.lineStrong = rgb(0xc5ccd8);
    t.text = rgb(0x141c28);
    t.textSoft = rgb(0x4b5768);
    t.accent = rgb(0x1f5bd8);
    t.accentText = rgb(0xffffff);
    t.accentSoft = rgb(0xe6eefc);
    t.closed = rgb(0xeef0f4);
    t.stripe = rgb(0xe3e7ed);
    t.hatch = rgb(0x9aa5b4);
    t.doneFill = rgb(0xf3f5f7);
    t.doneEdge = rgb(0xbac3cf);
    t.blockFill = rgb(0xe7eaef);
    t.blockEdge = rgb(0x6b7686);
    t.waitingStrip = rgb(0xfff7e4);
    t.now = rgb(0xd9281c);
    t.red = rgb(0xb3201a);
    t.amber = rgb(0x8a5800);
    t.green = rgb(0x0b6e4a);
    t.redText = rgb(0xab1c16);
    t.greenText = rgb(0x0b6e4a);
    t.hold = rgb(0x5b34b5);
    t.alertFill = rgb(0xfff2de);
    t.alertEdge = rgb(0xe0a345);
    t.alertText = rgb(0x6a3f00);
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.surface = rgb(0x171b22);
    t.panel = rgb(0x1c2129);
    t.bar = rgb(0x1f252e);
    t.line = rgb(0x323a47);
    t.lineSoft = rgb(0x232933);
    t.lineStrong = rgb(0x4a5567);
    t.text = rgb(0xe9edf4);
    t.textSoft = rgb(0xabb6c6);
    t.accent = rgb(0x2f6be0);
    t.accentText = rgb(0xffffff);
    t.accentSoft = rgb(0x22345a);
    t.closed = rgb(0x11141a);
    t.stripe = rgb(0x1b2028);
    t.hatch = rgb(0x5b6779);
    t.doneFill = rgb(0x222832);
    t.doneEdge = rgb(0x566173);
    t.blockFill = rgb(0x2c333f);
    t.blockEdge = rgb(0x8994a5);
    t.waitingStrip = rgb(0x2f2919);
    t.now = rgb(0xff6257);
    t.red = rgb(0xc02b23);
    t.amber = rgb(0x8f5d05);
    t.green = rgb(0x0c754f);
    t.redText = rgb(0xff938b);
    t.greenText = rgb(0x5fd3a3);
    t.hold = rgb(0xb59cf5);
    t.alertFill = rgb(0x3a2d15);
    t.alertEdge = rgb(0xa9792a);
    t.alertText = rgb(0xffd79a);
    return t;
}

} // namespace

const Theme& Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::darkOne()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme& Theme::of(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Base)) < 0.2 ? darkOne() : light();
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, panel);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, surface);
    p.setColor(QPalette::AlternateBase, bar);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, surface);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, redText);
    p.setColor(QPalette::PlaceholderText, textSoft);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, accentText);
    p.setColor(QPalette::Link, dark ? mixed(accent, Qt::white, 0.55) : accent);
    p.setColor(QPalette::LinkVisited, p.color(QPalette::Link));
    p.setColor(QPalette::ToolTipBase, surface);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Light, surface);
    p.setColor(QPalette::Midlight, lineSoft);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, lineStrong);
    p.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : textSoft);
    const QColor faint = mixed(textSoft, surface, 0.6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faint);
    return p;
}

void applyTheme(QApplication& application, Theme::Kind kind)
{
    if (qobject_cast<DeskStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new DeskStyle); // owned by the application
    static const QPalette system = QApplication::palette();
    const bool dark = kind == Theme::Kind::Dark || (kind == Theme::Kind::System && Theme::of(system).dark);
    QApplication::setPalette((dark ? Theme::darkOne() : Theme::light()).palette());

    QFont font = application.font();
    if (font.pointSizeF() < 10)
        font.setPointSizeF(10);
    QApplication::setFont(font);
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double part)
{
    const auto of = [part](int x, int y) { return int(std::lround(x * part + y * (1 - part))); };
    return {of(a.red(), b.red()), of(a.green(), b.green()), of(a.blue(), b.blue())};
}

QColor readableOn(const QColor& text, const QColor& background, double ratio)
{
    const QColor towards = contrast(Qt::black, background) > contrast(Qt::white, background) ? Qt::black : Qt::white;
    QColor colour = text;
    for (double part = 0; contrast(colour, background) < ratio && part < 1; part += 0.05)
        colour = mixed(towards, text, part + 0.05);
    return colour;
}

QColor loadColour(const Theme& theme, double load)
{
    constexpr double Busy = 0.85;
    if (load >= Busy)
        return theme.dark ? theme.alertEdge : theme.amber;
    return mixed(theme.accent, Qt::white, theme.dark ? 0.7 : 0.62);
}

QFont scaled(const QFont& font, double factor, QFont::Weight weight)
{
    QFont result = font;
    if (font.pixelSize() > 0)
        result.setPixelSize(int(std::lround(font.pixelSize() * factor)));
    else
        result.setPointSizeF(font.pointSizeF() * factor);
    result.setWeight(weight);
    return result;
}

} // namespace frontdesk
