#include "ui/sheet_dialog.h"

#include <QApplication>
#include <QEvent>
#include <QShowEvent>
#include <QTimer>

namespace frontdesk
{

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

} // namespace frontdesk
