#pragma once

#include "models/booking/commands.h"
#include "models/interchange/business_plan.h"

namespace frontdesk
{

/// What loading a business file did to the book.
struct BusinessLoaded {
    struct Change {
        BusinessTable table;
        bool isNew = false;
        qint64 id = 0;
        QString name;
        QStringList columns; ///< that differ from before; empty for a new row
    };
    Mistakes mistakes;           ///< of the file; nothing was written
    StorageError error;          ///< of the database; nothing was written
    Mistake refused;             ///< where in the file the row stands that the database refused
    std::vector<Change> changes; ///< empty when the book says all of it already
};

/// Makes the book say what the file says, in one transaction: all of it, or nothing.
[[nodiscard]] BusinessLoaded loadBusiness(Connection& connection, const BusinessFile& file, const Sender& sender,
                                          Instant now);

/// As loadBusiness, but only tells what it would change.
[[nodiscard]] BusinessLoaded previewBusiness(Connection& connection, const BusinessFile& file, Instant now);

} // namespace frontdesk
