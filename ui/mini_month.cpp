#include "ui/mini_month.h"

#include "ui/theme.h"
#include "ui/view_kind.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QWheelEvent>

namespace frontdesk
{

namespace
{

constexpr int Weeks = 6;
constexpr int TurnPause = 600; ///< milliseconds

} // namespace

MiniMonth::MiniMonth(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("miniMonth"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Month"));
}

void MiniMonth::setToday(QDate today)
{
    m_today = today;
    update();
}

void MiniMonth::setDate(QDate date)
{
    m_date = date;
    m_cursor = date;
    setAccessibleDescription(dateText(date));
    turnTo(date);
    update();
}

void MiniMonth::setLoad(QDate date, double load)
{
    m_loads.insert(date, load);
    update();
}

void MiniMonth::clearLoads()
{
    m_loads.clear();
    update();
}

QDate MiniMonth::firstShown() const
{
    return firstOfLeaf(m_month);
}

int MiniMonth::headHeight() const
{
    return fontMetrics().height() + 12;
}

int MiniMonth::rowHeight() const
{
    return fontMetrics().height() + 11;
}

QSize MiniMonth::sizeHint() const
{
    return {200, headHeight() + fontMetrics().height() + 4 + Weeks * rowHeight()};
}

QRect MiniMonth::cell(int index) const
{
    const int top = headHeight() + fontMetrics().height() + 4 + index / 7 * rowHeight();
    const int left = width() * (index % 7) / 7;
    return {left, top, width() * (index % 7 + 1) / 7 - left, rowHeight()};
}

QDate MiniMonth::dateAt(QPoint point) const
{
    for (int i = 0; i < Weeks * 7; ++i) {
        if (cell(i).contains(point))
            return firstShown().addDays(i);
    }
    return {};
}

QRect MiniMonth::turnButton(bool next) const
{
    const int side = headHeight() - 6;
    return {width() - (next ? 1 : 2) * (side + 2), 0, side, side};
}

void MiniMonth::turnTo(QDate month)
{
    const QDate first(month.year(), month.month(), 1);
    if (first == m_month)
        return;
    m_month = first;
    update();
    emit leafTurned();
}

void MiniMonth::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scaled(font(), 1, QFont::DemiBold));
    painter.setPen(theme.text);
    painter.drawText(QRect(4, 0, width(), headHeight() - 6), Qt::AlignVCenter,
                     QLocale().toString(m_month, tr("MMMM yyyy", "date format")));
    painter.setPen(QPen(theme.textSoft, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const bool next : {false, true}) {
        const QPointF c = QRectF(turnButton(next)).center();
        const double d = next ? 2 : -2;
        painter.drawPolyline(QPolygonF{c + QPointF(-d, -4), c + QPointF(d, 0), c + QPointF(-d, 4)});
    }

    const QFont small = scaled(font(), 0.84, QFont::DemiBold);
    for (int i = 0; i < 7; ++i) {
        painter.setFont(small);
        painter.setPen(theme.textSoft);
        const QRect box = cell(i);
        painter.drawText(QRect(box.left(), headHeight(), box.width(), fontMetrics().height()), Qt::AlignCenter,
                         QLocale().dayName(firstShown().addDays(i).dayOfWeek(), QLocale::ShortFormat).left(2));
    }
    for (int i = 0; i < Weeks * 7; ++i) {
        const QDate date = firstShown().addDays(i);
        const QRect box = cell(i);
        QRectF tile = QRectF(box).adjusted(2, 0.5, -2, -1.5);
        const bool shown = date == m_date;
        const bool today = date == m_today;
        if (shown || today || date == m_hovered) {
            painter.setPen(today && !shown ? QPen(theme.accent, 1.3) : QPen(Qt::NoPen));
            painter.setBrush(shown ? theme.accent : date == m_hovered ? theme.accentSoft : QColor(Qt::transparent));
            painter.drawRoundedRect(tile, 4, 4);
        }
        if (hasFocus() && date == m_cursor) {
            painter.setPen(QPen(theme.text, 1.3, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(tile, 4, 4);
        }
        const bool inMonth = date.month() == m_month.month();
        painter.setFont(scaled(font(), 0.96, today || shown ? QFont::DemiBold : QFont::Normal));
        painter.setPen(shown ? theme.accentText : inMonth ? theme.text : readableOn(theme.doneEdge, theme.panel));
        painter.drawText(box.adjusted(0, 1, 0, -7), Qt::AlignCenter, QString::number(date.day()));
        const auto load = m_loads.constFind(date);
        if (load == m_loads.constEnd() || *load <= 0)
            continue;
        const double room = box.width() - 14;
        const QRectF bar(box.left() + 7, box.bottom() - 6.5, std::max(room * *load, 3.0), 2.6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shown ? theme.accentText : loadColour(theme, *load));
        painter.drawRoundedRect(bar, 1.3, 1.3);
    }
}

QDate MiniMonth::dragOver(QPoint point)
{
    bool onArrow = false;
    for (const bool next : {false, true}) {
        if (!turnButton(next).adjusted(-2, -2, 2, 4).contains(point))
            continue;
        onArrow = true;
        if (!m_turn.isActive() || m_turnNext != next)
            m_turn.start(TurnPause, this);
        m_turnNext = next;
    }
    if (!onArrow)
        m_turn.stop();
    const QDate date = dateAt(point);
    if (date != m_hovered) {
        m_hovered = date;
        update();
    }
    return date;
}

void MiniMonth::dragLeft()
{
    m_turn.stop();
    m_hovered = {};
    update();
}

void MiniMonth::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_turn.timerId())
        turnTo(m_month.addMonths(m_turnNext ? 1 : -1));
    else
        QWidget::timerEvent(event);
}

void MiniMonth::mousePressEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    for (const bool next : {false, true}) {
        if (turnButton(next).adjusted(-2, -2, 2, 4).contains(point)) {
            turnTo(m_month.addMonths(next ? 1 : -1));
            return;
        }
    }
    if (const QDate date = dateAt(point); date.isValid())
        emit chosen(date);
}

void MiniMonth::mouseMoveEvent(QMouseEvent* event)
{
    const QDate date = dateAt(event->position().toPoint());
    if (date == m_hovered)
        return;
    m_hovered = date;
    update();
}

void MiniMonth::leaveEvent(QEvent*)
{
    m_hovered = {};
    update();
}

void MiniMonth::wheelEvent(QWheelEvent* event)
{
    turnTo(m_month.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
    event->accept();
}

void MiniMonth::moveCursor(QDate date)
{
    m_cursor = date;
    turnTo(date);
    setAccessibleDescription(dateText(date));
    update();
}

void MiniMonth::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(m_cursor.addDays(layoutDirection() == Qt::RightToLeft ? 1 : -1));
        return;
    case Qt::Key_Right:
        moveCursor(m_cursor.addDays(layoutDirection() == Qt::RightToLeft ? -1 : 1));
        return;
    case Qt::Key_Up:
        moveCursor(m_cursor.addDays(-7));
        return;
    case Qt::Key_Down:
        moveCursor(m_cursor.addDays(7));
        return;
    case Qt::Key_PageUp:
        moveCursor(m_cursor.addMonths(-1));
        return;
    case Qt::Key_PageDown:
        moveCursor(m_cursor.addMonths(1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit chosen(m_cursor);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MiniMonth::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    moveCursor(m_date);
}

void MiniMonth::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace frontdesk
