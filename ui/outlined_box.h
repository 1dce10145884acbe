#pragma once

#include "ui/dialog_parts.h"

#include <QGuiApplication>
#include <QPainter>

namespace frontdesk
{

/// A box of the style (QSpinBox, QDateEdit, QComboBox) with the outline that text fields have: the style's own vanishes
/// on a dark ground.
template <class Box>
class Outlined final : public Box
{
public:
    using Box::Box;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Box::paintEvent(event);
        const Tones tones = tonesOf(QGuiApplication::palette());
        const bool focused = this->hasFocus();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(focused ? tones.accent : tones.outline, focused ? 2 : 1));
        const double in = focused ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(this->rect()).adjusted(in, in, -in, -in), 4, 4);
    }
};

} // namespace frontdesk
