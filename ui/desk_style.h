#pragma once

#include <QProxyStyle>

namespace frontdesk
{

/// Qt's Fusion with the desk's own flat, rounded buttons and fields. A button that is its window's default, or that
/// carries the dynamic property "primary", is filled with the accent colour.
class DeskStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    DeskStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                         const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override;

private:
    void drawPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget, bool field) const;
    void drawCheck(const QStyleOption* option, QPainter* painter) const;
};

} // namespace frontdesk
