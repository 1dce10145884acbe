#include "ui/edit_form.h"
#include "ui/refusal_text.h"

namespace frontdesk
{

// Reasons to save all the same: against a soft rule, or where the place is taken.

void EditForm::buildReasons()
{
    m_reason->setObjectName(QStringLiteral("overrideReason"));
    m_reason->setPlaceholderText(tr("Why is it saved all the same?"));
    m_reason->setAccessibleName(tr("Reason to save against the rule"));
    m_reason->hide();
    body()->addWidget(m_reason);
    body()->addWidget(m_squeeze);
    connect(m_squeeze, &QLineEdit::textChanged, this, &EditForm::showButton);
    // It was offered for the place as it stood.
    const auto withdraw = [this] {
        if (m_squeeze->isVisibleTo(this)) {
            m_squeeze->withdraw();
            m_notice->say({});
        }
    };
    connect(m_date, &QDateEdit::dateChanged, this, withdraw);
    for (QLineEdit* field : {m_time, m_length})
        connect(field, &QLineEdit::textChanged, this, withdraw);
    for (QComboBox* box : {m_hour, m_staff, m_service, m_others[0].box, m_others[1].box})
        connect(box, &QComboBox::activated, this, withdraw);
    connect(m_staff, &QComboBox::currentIndexChanged, this, withdraw);
}

void EditForm::offerSqueeze(const SlotTaken& taken)
{
    const SqueezeReason::Offer offered = m_squeeze->offer(m_book, taken);
    const QString words = refusalText(taken, *m_catalogue, m_book.clock->now());
    if (offered == SqueezeReason::Offer::Open)
        m_notice->say(tr("%1. With a reason somebody can be squeezed in there.").arg(words));
    else if (offered == SqueezeReason::Offer::Exhausted)
        m_notice->say(tr("%1. Nobody more can be squeezed in there.").arg(words));
    else
        m_notice->say(words);
    placeAgain();
}

Passing EditForm::passing() const
{
    Passing passing;
    if (m_reason->isVisibleTo(this))
        passing.overrideReason = m_reason->text().trimmed();
    m_squeeze->putInto(passing);
    return passing;
}

void EditForm::showButton()
{
    m_save->setText(m_squeeze->reason().isEmpty() ? tr("&Save") : tr("Squee&ze in"));
    m_save->updateGeometry();
}

} // namespace frontdesk
