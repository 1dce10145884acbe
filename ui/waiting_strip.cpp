#include "ui/waiting_strip.h"

#include "ui/theme.h"
#include "ui/widgets.h"

#include <QPainter>

namespace frontdesk
{

namespace
{

constexpr int Height = 36;
constexpr int LongestName = 150;
constexpr int MoreWidth = 30;

QFont badgeFont(const QFont& font)
{
    return scaled(font, 0.88, QFont::Bold);
}

} // namespace

WaitingPerson::WaitingPerson(const DaySummary::Waiting& waiting, QWidget* parent)
    : QAbstractButton(parent), m_waiting(waiting)
{
    setObjectName(QStringLiteral("waiting_%1").arg(waiting.id.value()));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setText(tr("%1, %2, for %3").arg(waiting.name, waiting.badge.text, waiting.staff));
    setAccessibleName(text());
}

QSize WaitingPerson::sizeHint() const
{
    const int badge = QFontMetrics(badgeFont(font())).horizontalAdvance(m_waiting.badge.text) + 16;
    const int name =
        std::min(QFontMetrics(scaled(font(), 1, QFont::DemiBold)).horizontalAdvance(m_waiting.name), LongestName);
    const int staff = fontMetrics().horizontalAdvance(tr("for %1").arg(m_waiting.staff));
    return {badge + 7 + name + 5 + staff + 4, Height - 4};
}

void WaitingPerson::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont badge = badgeFont(font());
    const QFontMetrics badgeMetrics(badge);
    const int pillWidth = badgeMetrics.horizontalAdvance(m_waiting.badge.text) + 16;
    const int pillHeight = badgeMetrics.height() + 2;
    const QRect pill(0, (height() - pillHeight) / 2, pillWidth, pillHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(badgeColour(theme, m_waiting.badge.tone));
    painter.drawRoundedRect(pill, pillHeight / 2.0, pillHeight / 2.0);
    painter.setPen(Qt::white);
    painter.setFont(badge);
    painter.drawText(pill, Qt::AlignCenter, m_waiting.badge.text);

    const QFont bold = scaled(font(), 1, QFont::DemiBold);
    const QFontMetrics nameMetrics(bold);
    int x = pill.right() + 8;
    const QString name = nameMetrics.elidedText(m_waiting.name.simplified(), Qt::ElideRight, LongestName);
    painter.setPen(readableOn(theme.text, theme.waitingStrip));
    painter.setFont(bold);
    painter.drawText(QRect(x, 0, LongestName + 20, height()), Qt::AlignVCenter, name);
    x += nameMetrics.horizontalAdvance(name) + 5;
    painter.setPen(readableOn(theme.textSoft, theme.waitingStrip));
    painter.setFont(font());
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, tr("for %1").arg(m_waiting.staff));
    if (hasFocus() || underMouse()) {
        painter.setPen(QPen(theme.accent, hasFocus() ? 2 : 1));
        painter.drawLine(pill.right() + 8, height() - 5, width() - 4, height() - 5);
    }
}

WaitingStrip::WaitingStrip(QWidget* parent)
    : QWidget(parent),
      m_title(scaledLabel(tr("Waiting"), this, 1, QFont::DemiBold)),
      m_more(plainLabel({}, this, Ink::Soft)),
      m_next(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("waitingStrip"));
    m_more->setObjectName(QStringLiteral("moreWaiting"));
    setFixedHeight(Height);
    m_next->setObjectName(QStringLiteral("nextHalfHour"));
    m_next->setForegroundRole(QPalette::PlaceholderText);
    m_next->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void WaitingStrip::setSummary(const DaySummary& summary)
{
    m_title->setText(summary.waiting.empty() ? tr("Nobody is waiting") : tr("Waiting"));
    m_title->setForegroundRole(summary.waiting.empty() ? QPalette::PlaceholderText : QPalette::WindowText);
    if (m_shown != summary.waiting) {
        for (QAbstractButton* person : m_people)
            person->deleteLater();
        m_people.clear();
        m_shown = summary.waiting;
        for (const DaySummary::Waiting& waiting : m_shown) {
            auto* person = new WaitingPerson(waiting, this);
            connect(person, &QAbstractButton::clicked, this, [this, id = waiting.id] { emit chosen(id); });
            m_people.push_back(person);
        }
    }
    QStringList coming;
    for (const DaySummary::Coming& next : summary.coming)
        coming << next.text;
    m_next->setWhole(coming.isEmpty() ? tr("Next 30 min: nobody")
                                      : tr("Next 30 min: %1").arg(coming.join(QStringLiteral(", "))));
    layOut();
}

void WaitingStrip::layOut()
{
    const QSize title = m_title->sizeHint();
    m_title->setGeometry(14, (height() - title.height()) / 2, title.width(), title.height());
    int x = 14 + title.width() + 14;
    QStringList hidden;
    for (size_t i = 0; i < m_people.size(); ++i) {
        const QSize size = m_people[i]->sizeHint();
        const int rest = i + 1 < m_people.size() ? MoreWidth : 0;
        const bool fits = hidden.isEmpty() && x + size.width() + rest <= width() - 8;
        m_people[i]->setVisible(fits);
        if (!fits) {
            hidden << m_people[i]->text();
            continue;
        }
        m_people[i]->setGeometry(x, 2, size.width(), size.height());
        x += size.width() + 16;
    }
    m_more->setVisible(!hidden.isEmpty());
    m_more->setText(tr("+%1", "so many more wait").arg(hidden.size()));
    m_more->setToolTip(hidden.join(QLatin1Char('\n')).toHtmlEscaped());
    m_more->setGeometry(x, 0, MoreWidth, height());
    if (!hidden.isEmpty())
        x += MoreWidth;
    const int room = width() - x - 12;
    m_next->setVisible(room > 120);
    m_next->setGeometry(x, 0, std::max(room, 0), height());
}

void WaitingStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), m_shown.empty() ? theme.surface : theme.waitingStrip);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
}

void WaitingStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace frontdesk
