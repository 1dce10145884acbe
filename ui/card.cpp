#include "ui/card.h"

#include "ui/dialog_parts.h"

#include <QApplication>
#include <QHideEvent>
#include <QPainter>

namespace frontdesk
{

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
    QWidget* focus = QApplication::focusWidget();
    if (!isVisible() && focus && !isAncestorOf(focus) && focus->window() == window())
        m_before = focus;
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

/// Else the focus would go to the next widget of the window, whatever that is.
void Card::hideEvent(QHideEvent* event)
{
    const QWidget* focus = window()->focusWidget();
    if (m_before && !event->spontaneous() && (focus == this || (focus && isAncestorOf(focus))))
        m_before->setFocus(Qt::OtherFocusReason);
    QFrame::hideEvent(event);
}

bool Card::eventFilter(QObject* object, QEvent* event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize && isVisible())
        settle();
    return QFrame::eventFilter(object, event);
}

} // namespace frontdesk
