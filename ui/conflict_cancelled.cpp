#include "ui/conflict_cancelled.h"

#include "ui/refusal_text.h"
#include "ui/words.h"

namespace frontdesk
{

CancelledDialog::CancelledDialog(const Appointment& opened, const VersionConflict& theirs, const Zone& zone,
                                 Instant now, QWidget* window)
    : SheetDialog(window)
{
    setObjectName(QStringLiteral("cancelledDialog"));
    QStringList how{tr("%1 cancelled it %2")
                        .arg(whoText(theirs.changedBy, theirs.changedDesk), agoText(theirs.changedAt, now, zone))};
    if (!theirs.current.statusReason.isEmpty())
        how.append(theirs.current.statusReason);
    setHeading(tr("%1 was cancelled while you were editing").arg(titleOf(opened)), how.join(QStringLiteral(" · ")));
    auto* words = new PlainLabel(
        PlainLabel::Tone::Text,
        tr("It can be booked anew with everything you typed; nothing is booked before you press Book."), this);
    words->setWordWrap(true);
    body()->setContentsMargins(18, 4, 18, 16);
    body()->addWidget(words);
    auto* back = new KeyButton(tr("Back to &editing"), tr("Esc"), KeyButton::Rank::Plain, this);
    back->setObjectName(QStringLiteral("back"));
    auto* anew = new KeyButton(tr("Book &anew …"), tr("Enter"), KeyButton::Rank::Primary, this);
    anew->setObjectName(QStringLiteral("bookAnew"));
    anew->setAutoDefault(true);
    footer()->addStretch(1);
    footer()->addWidget(back);
    footer()->addWidget(anew);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, &CancelledDialog::backToEditing);
    connect(anew, &QPushButton::clicked, this, [this] {
        accept();
        emit bookAnew();
    });
    anew->setFocus();
    setMinimumWidth(520);
}

} // namespace frontdesk
