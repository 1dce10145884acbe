#pragma once

#include "models/booking/outcome.h"
#include "ui/book_access.h"

#include <QLineEdit>

namespace frontdesk
{

/// Whether the person signed in may put one more than its capacity on a resource, as a manager has allowed for it.
[[nodiscard]] bool maySqueeze(const BookAccess& book, ResourceId resource);

/// Where somebody is squeezed in although the place is taken: only what the manager allows, and never without a reason.
/// Hidden until an answer leaves nothing else.
class SqueezeReason final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SqueezeReason(QWidget* parent);

    enum class Offer { None, Open, Exhausted }; ///< Exhausted: it was tried, and there is no room for one more either
    /// Shows itself when the answer is a place that this person may squeeze somebody into.
    Offer offer(const BookAccess& book, const Outcome& outcome);
    /// Another place, or none at all: what was typed for this one goes.
    void withdraw();
    [[nodiscard]] QString reason() const; ///< empty: nobody is squeezed in
    void putInto(Passing& passing) const;
};

} // namespace frontdesk
