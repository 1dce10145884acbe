#include "ui/block_popup.h"

#include "ui/outlined_box.h"
#include "ui/refusal_text.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QUuid>

namespace frontdesk
{

BlockPopup::BlockPopup(const BookAccess& book, const Place& place, QWidget* window)
    : Card(window),
      m_book(book),
      m_catalogue(book.catalogue()),
      m_place(place),
      m_key(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_label(new QLineEdit(this)),
      m_length(new Outlined<QSpinBox>(this)),
      m_end(new PlainLabel(PlainLabel::Tone::Muted, {}, this)),
      m_notice(new Notice(Notice::Kind::Info, this))
{
    setObjectName(QStringLiteral("blockPopup"));
    setAccessibleName(tr("Block time without a client"));
    setMinimumWidth(380 + 2 * Shadow);
    const Location* location = m_catalogue->location(place.location);
    const Zone zone = zoneOf(*m_catalogue, place.location);
    auto* heading = new QHBoxLayout;
    heading->addWidget(
        new PlainLabel(PlainLabel::Tone::Title,
                       tr("Block %1 · %2").arg(timeText(place.start, zone), staffName(*m_catalogue, place.staff)),
                       this),
        1);
    heading->addWidget(new KeyCap(tr("Esc"), this));
    body()->addLayout(heading);
    m_label->setObjectName(QStringLiteral("label"));
    m_label->setPlaceholderText(tr("What for? Training, delivery, …"));
    m_label->setAccessibleName(tr("What the time is for"));
    m_label->setMaxLength(400);
    body()->addWidget(m_label);
    auto* line = new QHBoxLayout;
    const int grid = location ? int(location->grid.count()) : 15;
    m_length->setObjectName(QStringLiteral("length"));
    m_length->setAccessibleName(tr("Length in minutes"));
    m_length->setRange(5, 24 * 60);
    m_length->setSingleStep(grid);
    m_length->setValue(std::max(30, grid));
    m_length->setSuffix(tr(" min"));
    connect(m_length, &QSpinBox::valueChanged, this, &BlockPopup::showEnd);
    line->addWidget(m_length);
    m_end->setObjectName(QStringLiteral("end"));
    line->addWidget(m_end, 1);
    body()->addLayout(line);
    m_notice->setObjectName(QStringLiteral("notice"));
    body()->addWidget(m_notice);
    auto* button = new KeyButton(tr("&Block"), tr("Enter"), KeyButton::Rank::Primary, this);
    button->setObjectName(QStringLiteral("block"));
    connect(button, &QPushButton::clicked, this, &BlockPopup::make);
    footer()->addStretch(1);
    footer()->addWidget(button);
    showEnd();
}

void BlockPopup::open(const QRect& anchor)
{
    placeBeside(anchor);
    m_label->setFocus(Qt::PopupFocusReason);
}

void BlockPopup::showEnd()
{
    const Zone zone = zoneOf(*m_catalogue, m_place.location);
    m_end->setText(tr("until %1").arg(timeText(m_place.start + Minutes(m_length->value()), zone)));
}

void BlockPopup::make()
{
    if (m_asking)
        return;
    BookBlock command;
    command.key = m_key;
    command.location = m_place.location;
    command.staff = m_place.staff;
    command.slot = {m_place.start, m_place.start + Minutes(m_length->value())};
    command.label = m_label->text().trimmed();
    m_asking = true;
    hide();
    emit blockAsked(command);
}

void BlockPopup::answered(const Outcome& outcome)
{
    m_asking = false;
    if (std::holds_alternative<Done>(outcome))
        leave();
    else
        m_notice->say(refusalText(outcome, *m_catalogue, m_book.clock->now()));
}

void BlockPopup::comeBack()
{
    show();
    placeAgain();
    m_label->setFocus(Qt::PopupFocusReason);
}

void BlockPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Close))
        leave();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
        make();
}

void BlockPopup::leave()
{
    hide();
    emit closed();
    deleteLater();
}

} // namespace frontdesk
