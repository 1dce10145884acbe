#include "ui/booking_popup.h"
#include "ui/refusal_text.h"

namespace frontdesk
{

// Squeezing somebody in where the place is taken: only what the manager allows, and never without a reason.

bool maySqueeze(const BookAccess& book, ResourceId resource)
{
    const CataloguePtr catalogue = book.catalogue();
    const Resource* taken = catalogue->resource(resource);
    const Person* person = book.person ? catalogue->person(book.person()) : nullptr;
    if (taken == nullptr || person == nullptr || taken->squeezeCapacity <= taken->capacity)
        return false;
    return person->group == QLatin1StringView("manager") || person->group == QLatin1StringView("receptionist");
}

void BookingPopup::buildSqueeze()
{
    m_squeeze->setObjectName(QStringLiteral("squeezeReason"));
    m_squeeze->setPlaceholderText(tr("Squeeze in all the same? Say why"));
    m_squeeze->setAccessibleName(tr("Reason to squeeze in where it is taken"));
    m_squeeze->setMaxLength(400);
    m_squeeze->hide();
    connect(m_squeeze, &QLineEdit::textChanged, this, &BookingPopup::showButton);
    body()->addWidget(m_squeeze);
}

/// Shows the field for the reason when that is what the answer leaves open.
void BookingPopup::offerSqueeze(const Outcome& outcome)
{
    const auto* taken = std::get_if<SlotTaken>(&outcome);
    const bool tried = !squeezeReason().isEmpty();
    const bool offered = taken != nullptr && !tried && maySqueeze(m_book, taken->resource);
    if (taken != nullptr && tried) {
        m_squeeze->clear();
        say(tr("%1. Nobody more can be squeezed in there.")
                .arg(refusalText(outcome, *m_catalogue, m_book.clock->now())));
    }
    m_squeeze->setVisible(offered);
    showButton();
    placeAgain();
}

void BookingPopup::withdrawSqueeze()
{
    m_squeeze->hide();
    m_squeeze->clear();
    showButton();
}

QString BookingPopup::squeezeReason() const
{
    return m_squeeze->isVisibleTo(this) ? m_squeeze->text().trimmed() : QString();
}

void BookingPopup::showButton()
{
    m_button->setText(squeezeReason().isEmpty() ? tr("&Book") : tr("S&queeze in"));
    m_button->updateGeometry();
}

} // namespace frontdesk
