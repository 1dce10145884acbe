#include "ui/dialog_parts.h"

#include "ui/theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace frontdesk
{

Tones tonesOf(const QPalette& palette)
{
    const Theme& theme = Theme::of(palette);
    Tones t;
    t.ground = theme.surface;
    t.footer = theme.bar;
    t.line = theme.line;
    t.outline = theme.lineStrong;
    t.text = theme.text;
    t.muted = theme.textSoft;
    t.accent = theme.accent;
    t.onAccent = theme.accentText;
    t.accentFill = theme.accentSoft;
    t.warningFill = theme.alertFill;
    t.warningLine = theme.alertEdge;
    t.warningText = theme.alertText;
    t.infoFill = mixed(theme.accent, theme.surface, 0.10);
    t.infoLine = mixed(theme.accent, theme.surface, 0.40);
    t.infoText = readableOn(mixed(theme.accent, theme.text, 0.45), t.infoFill);
    t.okText = theme.greenText;
    t.errorText = theme.redText;
    t.errorLine = theme.red;
    t.undecided = mixed(theme.alertEdge, theme.surface, 0.10);
    t.field = theme.surface;
    t.otherStaff = theme.hold;
    return t;
}

PlainLabel::PlainLabel(Tone tone, const QString& text, QWidget* parent) : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setTone(tone);
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    QFont shown = parentWidget() ? parentWidget()->font() : QWidget::font();
    if (tone == Tone::Title) {
        shown.setPointSizeF(shown.pointSizeF() * 1.15);
        shown.setBold(true);
    } else if (tone == Tone::Bold || tone == Tone::Ok) {
        shown.setBold(true);
    }
    setFont(shown);
    recolour();
}

void PlainLabel::recolour()
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    QPalette own = palette();
    QColor colour = tones.text;
    if (m_tone == Tone::Muted)
        colour = tones.muted;
    else if (m_tone == Tone::Ok)
        colour = tones.okText;
    else if (m_tone == Tone::Error)
        colour = tones.errorText;
    own.setColor(QPalette::WindowText, colour);
    m_recolouring = true;
    setPalette(own);
    m_recolouring = false;
}

void PlainLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_recolouring)
        recolour();
}

KeyCap::KeyCap(const QString& key, QWidget* parent) : QWidget(parent), m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCap::sizeFor(const QFont& font, const QString& key)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.8);
    small.setBold(true);
    const QFontMetrics metrics(small);
    return {std::max(metrics.horizontalAdvance(key) + 10, metrics.height()), metrics.height() + 3};
}

QSize KeyCap::sizeHint() const
{
    return sizeFor(font(), m_key);
}

void KeyCap::paint(QPainter& painter, const QRect& rect, const QFont& font, const QString& key, const QColor& line,
                   const QColor& text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.8);
    small.setBold(true);
    painter.setFont(small);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(text);
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.restore();
}

void KeyCap::paintEvent(QPaintEvent*)
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    QPainter painter(this);
    paint(painter, rect(), font(), m_key, tones.outline, tones.muted);
}

KeyButton::KeyButton(const QString& text, const QString& key, Rank rank, QWidget* parent)
    : QPushButton(text, parent), m_key(key), m_rank(rank)
{
    setFocusPolicy(Qt::StrongFocus);
    setAutoDefault(false);
}

QSize KeyButton::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int width = metrics.size(Qt::TextShowMnemonic, text()).width() + 26;
    if (!m_key.isEmpty())
        width += KeyCap::sizeFor(font(), m_key).width() + 8;
    return {width, metrics.height() + 18};
}

void KeyButton::paintEvent(QPaintEvent*)
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    const bool primary = m_rank == Rank::Primary;
    QColor fill = primary ? tones.accent : tones.ground;
    QColor line = primary ? tones.accent : tones.outline;
    QColor ink = primary ? tones.onAccent : tones.text;
    if (!isEnabled()) {
        fill = tones.line;
        line = tones.outline;
        ink = tones.muted;
    } else if (isDown()) {
        fill = primary ? fill.darker(115) : tones.accentFill;
    } else if (underMouse()) {
        fill = primary ? fill.darker(106) : tones.footer;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    if (hasFocus()) {
        painter.setPen(QPen(primary ? tones.text : tones.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QSize cap = m_key.isEmpty() ? QSize() : KeyCap::sizeFor(font(), m_key);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(ink);
    const QRect words = rect().adjusted(12, 0, m_key.isEmpty() ? -12 : -(cap.width() + 20), 0);
    painter.drawText(words, Qt::AlignCenter | Qt::TextShowMnemonic, text());
    if (!m_key.isEmpty()) {
        const QRect place(QPoint(rect().right() - cap.width() - 10, rect().center().y() - cap.height() / 2 + 1), cap);
        KeyCap::paint(painter, place, font(), m_key, primary && isEnabled() ? tones.onAccent : tones.outline, ink);
    }
}

Notice::Notice(Kind kind, QWidget* parent) : QFrame(parent), m_kind(kind), m_label(new QLabel(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addWidget(m_label);
    hide();
}

void Notice::say(const QString& text)
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    QPalette own = m_label->palette();
    own.setColor(QPalette::WindowText, m_kind == Kind::Warning ? tones.warningText
                                       : m_kind == Kind::Info  ? tones.infoText
                                                               : tones.errorText);
    m_label->setPalette(own);
    m_label->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void Notice::paintEvent(QPaintEvent*)
{
    const Tones tones = tonesOf(QGuiApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_kind == Kind::Warning ? tones.warningLine
                   : m_kind == Kind::Info  ? tones.infoLine
                                           : tones.errorLine);
    painter.setBrush(m_kind == Kind::Warning ? tones.warningFill
                     : m_kind == Kind::Info  ? tones.infoFill
                                             : tones.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

QString fieldStyle(const QPalette& palette)
{
    const Tones tones = tonesOf(palette);
    return QStringLiteral(
               "QLineEdit[frame=\"true\"], QPlainTextEdit { border: 1px solid %1; border-radius: 6px;"
               " padding: 6px 8px; background: %2; color: %3; selection-background-color: %4;"
               " selection-color: %5; }"
               "QLineEdit[frame=\"true\"]:focus, QPlainTextEdit:focus { border: 2px solid %4;"
               " padding: 5px 7px; }"
               "QLineEdit[wrong=\"true\"], QLineEdit[wrong=\"true\"]:focus { border: 2px solid %6; padding: 5px 7px; }"
               "QComboBox, QDateEdit, QSpinBox { min-height: 28px; }"
               "QLabel[fact=\"true\"] { border: 1px solid %1; border-radius: 6px; padding: 4px 8px; }"
               "QListView { background: transparent; border: none; outline: none; }")
        .arg(tones.outline.name(), tones.field.name(), tones.text.name(), tones.accent.name(), tones.onAccent.name(),
             tones.errorLine.name());
}

bool somebodyTypes()
{
    const QWidget* focus = QApplication::focusWidget();
    if (!focus || !focus->isVisible())
        return false;
    if (auto* box = qobject_cast<const QComboBox*>(focus))
        return box->isEditable();
    return qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QTextEdit*>(focus) ||
           qobject_cast<const QPlainTextEdit*>(focus) || qobject_cast<const QAbstractSpinBox*>(focus);
}

} // namespace frontdesk
