#include "ui/go_to_date.h"

#include "ui/day_text.h"
#include "ui/widgets.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace frontdesk
{

GoToDate::GoToDate(QWidget* parent)
    : QFrame(parent), m_text(new QLineEdit(this)), m_meaning(plainLabel({}, this, Ink::Soft))
{
    setObjectName(QStringLiteral("goToDate"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setObjectName(QStringLiteral("goToDateText"));
    m_text->setAccessibleName(tr("Go to a date"));
    m_text->setPlaceholderText(tr("26.11, thu, +6w"));
    m_text->setMaxLength(40);
    m_meaning->setObjectName(QStringLiteral("goToDateMeaning"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(12, 12, 12, 10);
    box->addWidget(m_text);
    box->addWidget(m_meaning);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &GoToDate::read);
    hide();
}

void GoToDate::open(QPoint corner, QDate today)
{
    m_today = today;
    m_text->clear();
    read();
    setGeometry(QRect(corner, QSize(260, sizeHint().height())));
    show();
    raise();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void GoToDate::read()
{
    m_date = dayFromText(m_text->text(), m_today).value_or(QDate());
    if (m_date.isValid())
        m_meaning->setText(dateText(m_date));
    else
        m_meaning->setText(m_text->text().trimmed().isEmpty() ? tr("A day, a weekday, or how far from today")
                                                              : tr("That is no date yet"));
}

bool GoToDate::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut && isVisible()) {
        hide();
        return false;
    }
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_date.isValid()) {
            const QDate date = m_date;
            hide();
            emit chosen(date);
        }
        return true;
    case Qt::Key_Escape:
        hide();
        emit left();
        return true;
    default:
        return false;
    }
}

} // namespace frontdesk
