#include "ui/cancel_popup.h"

#include "ui/words.h"

#include <QKeyEvent>

namespace frontdesk
{

CancelPopup::CancelPopup(const Appointment& row, Instant now, const Zone& zone, QWidget* window) : Card(window)
{
    setObjectName(QStringLiteral("cancelPopup"));
    setMinimumWidth(320 + 2 * Shadow);
    auto* heading = new QHBoxLayout;
    heading->addWidget(new PlainLabel(PlainLabel::Tone::Title,
                                      tr("Cancel %1, %2").arg(titleOf(row), timeText(row.slot.start, zone)), this),
                       1);
    heading->addWidget(new KeyCap(tr("Esc"), this));
    body()->addLayout(heading);
    setAccessibleName(tr("Cancel %1: choose a reason by its digit").arg(titleOf(row)));
    if (row.isBlock()) {
        add(Status::Cancelled, tr("Take the block away"), 1);
    } else {
        add(Status::Cancelled, tr("Client cancelled"), 1);
        add(Status::Cancelled, tr("Client is ill"), 2);
        add(Status::Cancelled, tr("We had to cancel"), 3);
        add(Status::Cancelled, tr("Booked by mistake"), 4);
        if (row.slot.start <= now && canFollow(row.status, Status::NoShow))
            add(Status::NoShow, tr("No-show"), 5);
    }
    m_lines.front().button->setFocus();
}

void CancelPopup::add(Status to, const QString& text, int digit)
{
    auto* button = new KeyButton(text, QString::number(digit), KeyButton::Rank::Plain, this);
    button->setObjectName(QStringLiteral("reason%1").arg(digit));
    const size_t line = m_lines.size();
    connect(button, &QPushButton::clicked, this, [this, line] { take(line); });
    m_lines.push_back({to, text, button});
    body()->addWidget(button);
}

void CancelPopup::take(size_t line)
{
    emit chosen(m_lines[line].to, m_lines[line].to == Status::NoShow ? QString() : m_lines[line].reason);
    leave();
}

void CancelPopup::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_1;
    if (event->isAutoRepeat())
        return;
    if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close)) {
        leave();
    } else if (digit >= 0 && digit < int(m_lines.size())) {
        take(size_t(digit));
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        for (size_t line = 0; line < m_lines.size(); ++line) {
            if (m_lines[line].button->hasFocus()) {
                take(line);
                return;
            }
        }
    } else if (event->key() == Qt::Key_Down) {
        focusNextChild();
    } else if (event->key() == Qt::Key_Up) {
        focusPreviousChild();
    }
}

void CancelPopup::leave()
{
    hide();
    emit closed();
    deleteLater();
}

} // namespace frontdesk
