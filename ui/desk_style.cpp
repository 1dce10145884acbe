#include "ui/desk_style.h"

#include "ui/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace frontdesk
{

namespace
{

constexpr double CornerRadius = 6;

bool isPrimary(const QStyleOption* option, const QWidget* widget)
{
    if (widget != nullptr && widget->property("primary").toBool())
        return true;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    return button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

} // namespace

DeskStyle::DeskStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void DeskStyle::drawPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget, bool field) const
{
    const Theme& theme = Theme::of(option->palette);
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool focused = option->state.testFlag(State_HasFocus) && enabled;
    const bool primary = !field && isPrimary(option, widget) && enabled;
    const bool down = !field && (option->state.testFlag(State_Sunken) || option->state.testFlag(State_On));
    const bool over = !field && option->state.testFlag(State_MouseOver) && enabled;

    QColor fill = field ? option->palette.color(QPalette::Base) : theme.surface;
    QColor edge = theme.lineStrong;
    if (primary) {
        fill = down ? mixed(Qt::black, theme.accent, 0.15) : over ? mixed(Qt::black, theme.accent, 0.07) : theme.accent;
        edge = fill;
    } else if (down) {
        fill = theme.accentSoft;
        edge = theme.accent;
    } else if (over) {
        fill = mixed(theme.accentSoft, theme.surface, 0.5);
    }
    if (!enabled)
        fill = theme.closed;
    if (focused && !primary)
        edge = theme.accent;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(QPen(edge, focused && !primary ? 2 : 1));
    const double inset = focused && !primary ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), CornerRadius, CornerRadius);
    if (focused && primary) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme.accentText, 1));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(2.5, 2.5, -2.5, -2.5), CornerRadius - 2,
                                 CornerRadius - 2);
    }
    painter->restore();
}

void DeskStyle::drawCheck(const QStyleOption* option, QPainter* painter) const
{
    const Theme& theme = Theme::of(option->palette);
    const double side = std::min({option->rect.width(), option->rect.height(), 15}) - 1;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option->rect).center());
    const bool on = option->state.testFlag(State_On);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(on ? theme.accent : theme.surface);
    painter->setPen(QPen(on ? theme.accent : theme.textSoft, 1.2));
    painter->drawRoundedRect(box, 3, 3);
    if (on) {
        QPainterPath tick(box.topLeft() + QPointF(side * 0.24, side * 0.52));
        tick.lineTo(box.topLeft() + QPointF(side * 0.43, side * 0.72));
        tick.lineTo(box.topLeft() + QPointF(side * 0.77, side * 0.3));
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(tick);
    }
    painter->restore();
}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawPanel(option, painter, widget, false);
        return;
    case PE_PanelButtonTool:
        if (option->state & (State_Sunken | State_On | State_MouseOver | State_HasFocus))
            drawPanel(option, painter, widget, false);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth > 0) {
            drawPanel(option, painter, widget, true);
            return;
        }
        break;
    case PE_FrameLineEdit:
        drawPanel(option, painter, widget, true);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton*>(widget) != nullptr &&
            (widget->inherits("QPushButton") || widget->inherits("QToolButton")))
            return; // the panel shows it
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    if (element == CE_PushButtonLabel && isPrimary(option, widget) && option->state.testFlag(State_Enabled)) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton copy(*button);
            copy.palette.setColor(QPalette::ButtonText, Theme::of(option->palette).accentText);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return 12;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option != nullptr ? option->fontMetrics.height() : 16;
    if (type == CT_PushButton || type == CT_LineEdit)
        result.setHeight(std::max(result.height(), line + 14));
    return result;
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons || hint == SH_EtchDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace frontdesk
