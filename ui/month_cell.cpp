#include "ui/month_view.h"
#include "ui/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace frontdesk
{

namespace
{

constexpr int Margin = 10;
constexpr int NarrowMargin = 6;
constexpr int NarrowCell = 90;
constexpr int Above = 7; ///< the date
constexpr int Below = 6; ///< the last line
constexpr double BarHeight = 5;
constexpr double Busy = 0.85; ///< from here on the bar is amber, as in the mini month

/// The first of the ways to say something that fits.
QString fitting(const QStringList& ways, const QFontMetrics& metrics, int room)
{
    for (const QString& way : ways) {
        if (metrics.horizontalAdvance(way) <= room)
            return way;
    }
    return ways.isEmpty() ? QString() : metrics.elidedText(ways.last(), Qt::ElideRight, room);
}

} // namespace

int MonthCell::margin() const
{
    return width() < NarrowCell ? NarrowMargin : Margin;
}

MonthCell::MonthCell(QWidget* parent) : QPushButton(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
}

void MonthCell::setDay(const MonthDay& day)
{
    if (m_day == day)
        return;
    m_day = day;
    setObjectName(QStringLiteral("monthDay_") + day.date.toString(Qt::ISODate));
    describeAnew();
}

void MonthCell::setPlace(bool inMonth, QDate today, bool marked)
{
    if (m_inMonth == inMonth && m_today == today && m_marked == marked)
        return;
    m_inMonth = inMonth;
    m_today = today;
    m_marked = marked;
    describeAnew();
}

void MonthCell::describeAnew()
{
    setAccessibleName(describe(m_day, m_today));
    update();
}

QColor MonthCell::ground() const
{
    const Theme& theme = Theme::of(palette());
    if (m_marked)
        return theme.accentSoft;
    const bool closed = m_day.load && m_day.open <= Seconds(0);
    if (underMouse())
        return mixed(theme.accentSoft, closed ? theme.closed : theme.surface, 0.5);
    return closed ? theme.closed : m_inMonth ? theme.surface : theme.panel;
}

void MonthCell::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    paintDate(painter);
    if (m_day.load)
        paintLoad(painter);
}

void MonthCell::paintGround(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    painter.fillRect(rect(), ground());
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
    painter.fillRect(QRect(isRightToLeft() ? width() - 1 : 0, 0, 1, height()), theme.line);
    if (!m_marked)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, hasFocus() ? 2.4 : 1.2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -1.5, -1.5), 4, 4);
}

void MonthCell::paintDate(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    const bool today = m_day.date == m_today;
    const QFont number = scaled(font(), 1.15, m_inMonth ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(number);
    const QString text = m_day.date.day() == 1 ? QLocale().toString(m_day.date, tr("d MMM", "date format"))
                                               : QString::number(m_day.date.day());
    QRect box(margin(), Above, metrics.horizontalAdvance(text), metrics.height());
    if (today)
        box.moveLeft(margin() + 3);
    box = QStyle::visualRect(layoutDirection(), rect(), box);
    if (today) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawRoundedRect(QRectF(box).adjusted(-7, -1, 7, 1), metrics.height() / 2.0, metrics.height() / 2.0);
    }
    painter.setFont(number);
    painter.setPen(today ? theme.accentText : readableOn(m_inMonth ? theme.text : theme.textSoft, ground()));
    painter.drawText(box, Qt::AlignCenter, text);
}

/// From below: what is free, what is booked, and the bar over both; what there is no room for is left out, the least
/// needed first.
void MonthCell::paintLoad(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    const QColor below = ground();
    const int line = QFontMetrics(scaled(font(), 0.95)).height() + 1;
    const QRect inner = rect().adjusted(margin(), 0, -margin(), -Below);
    int bottom = inner.bottom();
    const int highest = Above + QFontMetrics(scaled(font(), 1.15)).height(); // under the date
    const auto draw = [&](const QStringList& ways, const QColor& colour, QFont::Weight weight) {
        if (ways.isEmpty() || bottom - line < highest)
            return;
        painter.setFont(scaled(font(), 0.95, weight));
        painter.setPen(readableOn(colour, below));
        painter.drawText(QRect(inner.left(), bottom - line + 1, inner.width(), line),
                         Qt::AlignVCenter | Qt::AlignLeading, fitting(ways, painter.fontMetrics(), inner.width()));
        bottom -= line;
    };
    const bool room = m_day.free >= m_day.grid && m_day.open > Seconds(0) && m_inMonth;
    draw(freeTexts(m_day), room ? theme.greenText : theme.textSoft, room ? QFont::DemiBold : QFont::Normal);
    draw(bookedTexts(m_day), m_inMonth && !m_day.isOver ? theme.text : theme.textSoft, QFont::Normal);
    if (m_day.open <= Seconds(0) || bottom - BarHeight - 3 < highest)
        return;
    const QRectF track(inner.left(), bottom - BarHeight - 3, inner.width(), BarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(theme.textSoft, below, 0.18));
    painter.drawRoundedRect(track, BarHeight / 2, BarHeight / 2);
    const double share = m_day.share();
    if (share <= 0)
        return;
    QColor fill = share >= Busy ? (theme.dark ? theme.alertEdge : theme.amber) : theme.accent;
    if (!m_inMonth || m_day.isOver)
        fill = mixed(fill, below, 0.55);
    QRectF taken = track;
    taken.setWidth(std::max(track.width() * share, BarHeight));
    if (isRightToLeft())
        taken.moveRight(track.right());
    painter.setBrush(fill);
    painter.drawRoundedRect(taken, BarHeight / 2, BarHeight / 2);
}

void MonthCell::keyPressEvent(QKeyEvent* event)
{
    event->ignore();
}

void MonthCell::keyReleaseEvent(QKeyEvent* event)
{
    event->ignore();
}

void MonthCell::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        emit opened();
}

} // namespace frontdesk
