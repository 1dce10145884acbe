#include "ui/view_switch.h"

#include "ui/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace frontdesk
{

namespace
{

constexpr double Radius = 6;
constexpr int Beside = 13; ///< pixels at each side of the word
constexpr int BesideTight = 7;

} // namespace

ViewSwitch::ViewSwitch(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("viewSwitch"));
    setAccessibleName(tr("View"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    for (const ViewKind kind : AllViews) {
        const auto place = kind == AllViews.front()  ? SwitchSegment::Place::First
                           : kind == AllViews.back() ? SwitchSegment::Place::Last
                                                     : SwitchSegment::Place::Middle;
        auto* segment = new SwitchSegment(viewText(kind), place, this);
        segment->setObjectName(toCode(kind) + QStringLiteral("ViewButton"));
        segment->setToolTip(tr("%1 (Alt+%2)", "a view, its key").arg(viewText(kind)).arg(int(kind) + 1));
        m_group->addButton(segment, int(kind));
        line->addWidget(segment);
    }
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit chosen(ViewKind(id)); });
    setKind(ViewKind::Day);
}

void ViewSwitch::setKind(ViewKind kind)
{
    m_group->button(int(kind))->setChecked(true);
}

ViewKind ViewSwitch::kind() const
{
    return ViewKind(m_group->checkedId());
}

void ViewSwitch::setTight(bool tight)
{
    for (QAbstractButton* button : m_group->buttons())
        static_cast<SwitchSegment*>(button)->setTight(tight);
}

SwitchSegment::SwitchSegment(const QString& text, Place place, QWidget* parent)
    : QPushButton(text, parent), m_place(place)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setFont(scaled(parent->font(), 1, QFont::DemiBold));
}

void SwitchSegment::setTight(bool tight)
{
    if (m_tight == tight)
        return;
    m_tight = tight;
    updateGeometry();
}

QSize SwitchSegment::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * (m_tight ? BesideTight : Beside),
            fontMetrics().height() + 14};
}

void SwitchSegment::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    const bool leftEnd = m_place == (isRightToLeft() ? Place::Last : Place::First);
    const bool rightEnd = m_place == (isRightToLeft() ? Place::First : Place::Last);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // What is not an end reaches over the edge, where its rounding is cut off; neighbours share their line.
    const QRectF box = QRectF(rect()).adjusted(leftEnd ? 0.5 : -2 * Radius, 0.5, rightEnd ? -0.5 : 2 * Radius, -0.5);
    QColor fill = theme.surface;
    if (isChecked())
        fill = theme.dark ? theme.accent : theme.text;
    else if (isDown())
        fill = theme.accentSoft;
    else if (underMouse())
        fill = mixed(theme.accentSoft, theme.surface, 0.5);
    painter.setPen(QPen(isChecked() ? fill : theme.lineStrong, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, Radius, Radius);
    if (!rightEnd && !isChecked())
        painter.fillRect(QRectF(width() - 1, 1, 1, height() - 2), theme.lineStrong);
    if (hasFocus()) {
        painter.setPen(QPen(isChecked() ? theme.accentText : theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 3, 3);
    }
    painter.setFont(font());
    painter.setPen(isChecked() ? (theme.dark ? theme.accentText : theme.surface) : theme.text);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace frontdesk
