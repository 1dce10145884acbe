#pragma once

#include "models/booking/outcome.h"
#include "models/domain/zone.h"
#include "ui/sheet_dialog.h"

namespace frontdesk
{

/// The appointment was cancelled while it stood open in the form: book it anew with everything typed, or not.
class CancelledDialog final : public SheetDialog
{
    Q_OBJECT
public:
    CancelledDialog(const Appointment& opened, const VersionConflict& theirs, const Zone& zone, Instant now,
                    QWidget* window);

signals:
    void bookAnew();
    void backToEditing();
};

} // namespace frontdesk
