#include "ui/month_view.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>

namespace frontdesk
{

namespace
{

constexpr int Columns = 7;
constexpr int Weeks = LeafDays / Columns;
constexpr int Notch = 120; ///< eighths of a degree of a usual wheel's step

} // namespace

MonthView::MonthView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("monthView"));
    setAccessibleName(tr("Month"));
    for (MonthCell*& cell : m_cells) {
        cell = new MonthCell(this);
        connect(cell, &MonthCell::pressed, this, [this, cell] { emit dateRequested(cell->day().date); });
        // The first press marked its day, and may have turned the leaf under the second.
        connect(cell, &MonthCell::opened, this, [this] { emit dayOpened(m_date); });
    }
}

QDate MonthView::firstShown() const
{
    return firstOfLeaf(m_date);
}

void MonthView::setDate(QDate date, QDate today)
{
    const bool turned = !m_date.isValid() || firstOfLeaf(date) != firstShown() || date.month() != m_date.month();
    m_date = date;
    m_today = today;
    if (turned) {
        for (int i = 0; i < LeafDays; ++i) {
            MonthDay unread;
            unread.date = firstShown().addDays(i);
            m_cells[size_t(i)]->setDay(unread);
        }
        update();
    }
    showCells();
}

void MonthView::setDays(const std::vector<MonthDay>& days)
{
    for (const MonthDay& day : days) {
        const qint64 index = firstShown().daysTo(day.date);
        if (index >= 0 && index < LeafDays)
            m_cells[size_t(index)]->setDay(day);
    }
}

bool MonthView::isRead() const
{
    return std::ranges::all_of(m_cells, [](const MonthCell* cell) { return cell->day().load.has_value(); });
}

/// The keyboard stands on the marked day's cell itself, so that a screen reader says it.
void MonthView::showCells()
{
    const bool hadFocus = hasFocus() || isAncestorOf(window()->focusWidget());
    for (MonthCell* cell : m_cells) {
        const bool marked = cell->day().date == m_date;
        cell->setPlace(cell->day().date.month() == m_date.month(), m_today, marked);
        cell->setFocusPolicy(marked ? Qt::StrongFocus : Qt::NoFocus);
        if (marked)
            setFocusProxy(cell);
    }
    if (hadFocus)
        focusProxy()->setFocus(Qt::OtherFocusReason);
}

int MonthView::headHeight() const
{
    return fontMetrics().height() + 12;
}

void MonthView::placeCells()
{
    const int room = height() - headHeight();
    for (int i = 0; i < LeafDays; ++i) {
        const int column = i % Columns;
        const int week = i / Columns;
        const int left = width() * column / Columns;
        const int top = headHeight() + room * week / Weeks;
        const QRect place(left, top, width() * (column + 1) / Columns - left,
                          headHeight() + room * (week + 1) / Weeks - top);
        m_cells[size_t(i)]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    }
}

void MonthView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeCells();
}

void MonthView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        placeCells();
}

void MonthView::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    painter.setFont(scaled(font(), 0.92, QFont::DemiBold));
    painter.setPen(theme.textSoft);
    const QLocale locale;
    int longest = 0;
    for (int weekday = 1; weekday <= Columns; ++weekday)
        longest = std::max(longest, painter.fontMetrics().horizontalAdvance(locale.standaloneDayName(weekday)));
    const auto form = longest <= m_cells[0]->width() - 20 ? QLocale::LongFormat : QLocale::ShortFormat;
    for (int column = 0; column < Columns; ++column) {
        const QRect above = m_cells[size_t(column)]->geometry();
        painter.drawText(QRect(above.left() + 10, 0, above.width() - 14, headHeight()),
                         Qt::AlignVCenter | Qt::AlignLeading,
                         locale.standaloneDayName(firstShown().addDays(column).dayOfWeek(), form));
    }
}

QDate MonthView::target(const QKeyEvent* event) const
{
    const int along = isRightToLeft() ? -1 : 1;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        switch (event->key()) {
        case Qt::Key_Left:
            return m_date.addMonths(-along);
        case Qt::Key_Right:
            return m_date.addMonths(along);
        default:
            return {};
        }
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return m_date.addDays(-along);
    case Qt::Key_Right:
        return m_date.addDays(along);
    case Qt::Key_Up:
        return m_date.addDays(-Columns);
    case Qt::Key_Down:
        return m_date.addDays(Columns);
    case Qt::Key_PageUp:
        return m_date.addMonths(-1);
    case Qt::Key_PageDown:
        return m_date.addMonths(1);
    case Qt::Key_Home:
        return firstOfWeek(m_date);
    case Qt::Key_End:
        return firstOfWeek(m_date).addDays(Columns - 1);
    default:
        return {};
    }
}

void MonthView::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier)) {
        event->ignore();
        return;
    }
    if (const QDate date = target(event); date.isValid()) {
        emit dateRequested(date);
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && !event->isAutoRepeat();
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space))
        emit dayOpened(m_date);
    else if (plain && m_letters && event->key() == Qt::Key_T)
        emit todayRequested();
    else if (plain && m_letters && event->key() == Qt::Key_G)
        emit goToDateRequested();
    else
        event->ignore();
}

void MonthView::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y();
    if (std::abs(m_wheel) >= Notch) {
        const int turns = m_wheel / Notch;
        m_wheel -= turns * Notch;
        emit dateRequested(m_date.addMonths(-turns));
    }
    event->accept();
}

} // namespace frontdesk
