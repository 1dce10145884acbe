#include "ui/dialog_parts.h"

#include "ui/theme.h"

#include <QAbstractSpinBox>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTimer>

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

namespace
{

void paintSheet(QPainter& painter, const QRectF& sheet, const QRect& footer, const Tones& tones)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int ring = Card::Shadow; ring > 0; ring -= 2) {
        painter.setBrush(QColor(10, 20, 40, 4 + (Card::Shadow - ring) / 3));
        painter.drawRoundedRect(sheet.adjusted(-ring, -ring + 5, ring, ring), 8 + ring, 8 + ring);
    }
    painter.setPen(tones.outline);
    painter.setBrush(tones.ground);
    painter.drawRoundedRect(sheet, 8, 8);
    if (!footer.isEmpty()) {
        painter.save();
        painter.setClipRect(footer);
        painter.setBrush(tones.footer);
        painter.drawRoundedRect(sheet, 8, 8);
        painter.setPen(tones.line);
        painter.drawLine(footer.topLeft(), footer.topRight());
        painter.restore();
    }
}

} // namespace

Card::Card(QWidget* window)
    : QFrame(window), m_body(new QVBoxLayout), m_footer(new QHBoxLayout), m_footerArea(new QWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Shadow, Shadow, Shadow, Shadow);
    layout->setSpacing(0);
    m_body->setContentsMargins(16, 14, 16, 14);
    m_body->setSpacing(8);
    layout->addLayout(m_body, 1);
    m_footer->setContentsMargins(16, 10, 16, 10);
    m_footerArea->setLayout(m_footer);
    layout->addWidget(m_footerArea);
    setStyleSheet(fieldStyle(QGuiApplication::palette()));
    setFocusPolicy(Qt::StrongFocus);
    if (window)
        window->installEventFilter(this);
    hide();
}

void Card::placeBeside(const QRect& anchor)
{
    m_anchor = anchor;
    settle();
    show();
    raise();
    // After a dialog has closed nobody is active where no window manager sees to it.
    if (!QApplication::activeWindow())
        window()->activateWindow();
}

void Card::placeAgain()
{
    if (isVisible())
        settle();
}

void Card::settle()
{
    if (!parentWidget())
        return;
    layout()->activate();
    QSize wanted = sizeHint().expandedTo(minimumSize()).boundedTo(maximumSize());
    if (layout()->hasHeightForWidth())
        wanted.setHeight(layout()->totalHeightForWidth(wanted.width()));
    const QRect room = parentWidget()->rect();
    const QSize size = wanted.boundedTo(room.size());
    QPoint corner = room.center() - QPoint(size.width() / 2, size.height() / 2);
    if (!m_anchor.isNull()) {
        const QRect beside(parentWidget()->mapFromGlobal(m_anchor.topLeft()), m_anchor.size());
        const bool right = beside.right() + size.width() - 2 * Shadow < room.right();
        corner.setX(right ? beside.right() + 6 - Shadow : beside.left() - size.width() - 6 + Shadow);
        corner.setY(beside.top() - Shadow - 8);
    }
    corner.setX(std::clamp(corner.x(), 0, std::max(0, room.width() - size.width())));
    corner.setY(std::clamp(corner.y(), 0, std::max(0, room.height() - size.height())));
    setGeometry(QRect(corner, size));
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF sheet = QRectF(rect()).adjusted(Shadow - 0.5, Shadow - 0.5, -Shadow + 0.5, -Shadow + 0.5);
    paintSheet(painter, sheet, m_footer->count() ? m_footerArea->geometry() : QRect(),
               tonesOf(QGuiApplication::palette()));
}

void Card::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        setStyleSheet(fieldStyle(QGuiApplication::palette()));
}

bool Card::eventFilter(QObject* object, QEvent* event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize && isVisible())
        settle();
    return QFrame::eventFilter(object, event);
}

SheetDialog::SheetDialog(QWidget* window)
    : QDialog(window),
      m_title(new PlainLabel(PlainLabel::Tone::Title, {}, this)),
      m_subtitle(new PlainLabel(PlainLabel::Tone::Muted, {}, this)),
      m_body(new QVBoxLayout),
      m_footer(new QHBoxLayout),
      m_footerArea(new QWidget(this))
{
    m_title->setObjectName(QStringLiteral("dialogTitle"));
    m_subtitle->setObjectName(QStringLiteral("dialogSubtitle"));
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* heading = new QVBoxLayout;
    heading->setContentsMargins(18, 16, 18, 12);
    heading->setSpacing(2);
    heading->addWidget(m_title);
    heading->addWidget(m_subtitle);
    layout->addLayout(heading);
    layout->addLayout(m_body, 1);
    m_footer->setContentsMargins(18, 12, 18, 12);
    m_footerArea->setLayout(m_footer);
    m_footerArea->setAutoFillBackground(true);
    layout->addWidget(m_footerArea);
    setAttribute(Qt::WA_DeleteOnClose);
    QEvent palette(QEvent::ApplicationPaletteChange);
    SheetDialog::changeEvent(&palette);
}

void SheetDialog::setHeading(const QString& title, const QString& subtitle)
{
    setWindowTitle(title);
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

void SheetDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::ApplicationPaletteChange || m_styling)
        return;
    m_styling = true;
    const Tones tones = tonesOf(QGuiApplication::palette());
    QPalette own = QGuiApplication::palette();
    own.setColor(QPalette::Window, tones.ground);
    own.setColor(QPalette::WindowText, tones.text);
    setPalette(own);
    own.setColor(QPalette::Window, tones.footer);
    m_footerArea->setPalette(own);
    setStyleSheet(fieldStyle(QGuiApplication::palette()));
    m_styling = false;
}

void SheetDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (layout()->hasHeightForWidth())
        resize(width(), layout()->totalHeightForWidth(width()));
    if (event->spontaneous() || m_acceptsKeys)
        return;
    qApp->installEventFilter(this);
    QTimer::singleShot(DeafMilliseconds, this, [this] {
        m_acceptsKeys = true;
        qApp->removeEventFilter(this);
    });
}

bool SheetDialog::eventFilter(QObject* object, QEvent* event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride ||
                     event->type() == QEvent::Shortcut;
    if (key && !m_acceptsKeys) {
        auto* widget = qobject_cast<QWidget*>(object);
        if (widget && (widget == this || isAncestorOf(widget)))
            return true;
    }
    return QDialog::eventFilter(object, event);
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
