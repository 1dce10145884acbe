#include "ui/squeeze_reason.h"

namespace frontdesk
{

bool maySqueeze(const BookAccess& book, ResourceId resource)
{
    const CataloguePtr catalogue = book.catalogue();
    const Resource* taken = catalogue->resource(resource);
    const Person* person = book.person ? catalogue->person(book.person()) : nullptr;
    return taken != nullptr && person != nullptr && taken->squeezeCapacity > taken->capacity && person->mayPass();
}

SqueezeReason::SqueezeReason(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("squeezeReason"));
    setPlaceholderText(tr("Squeeze in all the same? Say why"));
    setAccessibleName(tr("Reason to squeeze in where it is taken"));
    setMaxLength(400);
    hide();
}

SqueezeReason::Offer SqueezeReason::offer(const BookAccess& book, const Outcome& outcome)
{
    const auto* taken = std::get_if<SlotTaken>(&outcome);
    const bool tried = !reason().isEmpty();
    const bool offered = taken != nullptr && !tried && maySqueeze(book, taken->resource);
    if (taken != nullptr && tried)
        clear();
    setVisible(offered);
    emit textChanged(text());
    return offered ? Offer::Open : taken != nullptr && tried ? Offer::Exhausted : Offer::None;
}

void SqueezeReason::withdraw()
{
    hide();
    clear();
    emit textChanged(text());
}

QString SqueezeReason::reason() const
{
    return isVisibleTo(parentWidget()) ? text().trimmed() : QString();
}

void SqueezeReason::putInto(Passing& passing) const
{
    passing.squeezeReason = reason();
    passing.squeeze = !passing.squeezeReason.isEmpty();
}

} // namespace frontdesk
