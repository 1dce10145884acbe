#include "ui/widgets.h"

#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace frontdesk
{

namespace
{

QFont capFont(const QFont& font)
{
    return scaled(font, 0.8, QFont::DemiBold);
}

} // namespace

QLabel* plainLabel(const QString& text, QWidget* parent, Ink ink)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    if (ink == Ink::Soft)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel* scaledLabel(const QString& text, QWidget* parent, double factor, QFont::Weight weight, Ink ink)
{
    QLabel* label = plainLabel(text, parent, ink);
    label->setFont(scaled(parent->font(), factor, weight));
    return label;
}

QLabel* sectionLabel(const QString& text, QWidget* parent)
{
    QLabel* label = scaledLabel(text.toUpper(), parent, 0.84, QFont::Bold, Ink::Soft);
    QFont font = label->font();
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    label->setFont(font);
    return label;
}

int keyCapWidth(const QFont& font, const QString& key)
{
    return key.isEmpty() ? 0 : QFontMetrics(capFont(font)).horizontalAdvance(key) + 10;
}

void paintKeyCap(QPainter& painter, QPoint leftMiddle, const QFont& font, const QString& key, const QPalette& palette,
                 bool onAccent)
{
    const Theme& theme = Theme::of(palette);
    const QFont small = capFont(font);
    const int height = QFontMetrics(small).height() + 2;
    const QRectF box(leftMiddle.x() + 0.5, leftMiddle.y() - height / 2.0 + 0.5, keyCapWidth(font, key) - 1, height - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(onAccent ? mixed(Qt::white, theme.accent, 0.88) : theme.bar);
    painter.setPen(onAccent ? QPen(Qt::NoPen) : QPen(theme.lineStrong, 1));
    painter.drawRoundedRect(box, 3.5, 3.5);
    painter.setFont(small);
    painter.setPen(onAccent ? mixed(Qt::black, theme.accent, 0.3) : readableOn(theme.textSoft, theme.bar));
    painter.drawText(box, Qt::AlignCenter, key);
    painter.restore();
}

ActionButton::ActionButton(const QString& text, const QString& key, QWidget* parent)
    : QPushButton(text, parent), m_key(key)
{
    setFocusPolicy(Qt::TabFocus);
    setAutoDefault(false);
    setFont(scaled(parent->font(), 1, QFont::DemiBold));
}

void ActionButton::setKey(const QString& key)
{
    m_key = key;
    updateGeometry();
    update();
}

void ActionButton::setPrimary(bool primary)
{
    setProperty("primary", primary);
    update();
}

QSize ActionButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    const QString shown = QString(text()).remove(QLatin1Char('&'));
    const int cap = keyCapWidth(font(), m_key);
    return {metrics.horizontalAdvance(shown) + (cap > 0 ? cap + 6 : 0) + 15, metrics.height() + 14};
}

void ActionButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
    const Theme& theme = Theme::of(palette());
    const bool filled = property("primary").toBool() && isEnabled();
    const int cap = keyCapWidth(font(), m_key);
    const QString shown = QString(text()).remove(QLatin1Char('&'));
    const int textWidth = fontMetrics().horizontalAdvance(shown);
    const int left = (width() - textWidth - (cap > 0 ? cap + 6 : 0)) / 2;
    painter.setPen(filled ? theme.accentText : palette().color(QPalette::ButtonText));
    painter.drawText(QRect(left, 0, textWidth + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (cap > 0)
        paintKeyCap(painter, {left + textWidth + 6, height() / 2}, font(), m_key, palette(), filled);
}

void ElidedLabel::setWhole(const QString& text)
{
    m_whole = text;
    elide();
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_whole.simplified()) + 2, QLabel::sizeHint().height()};
}

void ElidedLabel::elide()
{
    const QString line = m_whole.simplified();
    const QString shown = fontMetrics().elidedText(line, Qt::ElideRight, std::max(width(), 20));
    setText(shown);
    setToolTip(shown == line ? QString() : m_whole.toHtmlEscaped());
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        elide();
}

} // namespace frontdesk
