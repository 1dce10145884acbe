#pragma once

#include "models/interchange/business_file.h"
#include "models/interchange/business_rows.h"

#include <variant>

namespace frontdesk
{

/// One row to write. A new row has a negative id until it is written; other rows of the plan refer to it by that.
struct BusinessWrite {
    BusinessTable table = BusinessTable::Business;
    qint64 id = 0;
    qint64 seen = 0;     ///< the version that the change is made upon; 0 for a new row
    QVariantMap values;  ///< every column
    QStringList changed; ///< names of the columns that differ; all that matter, for a new row
    QString path;        ///< of the file's part that asks for it
    QString name;        ///< "Haircut"; of a closure or time off its own words
};
/// In the order in which they can be written: what is referred to first.
using BusinessPlan = std::vector<BusinessWrite>;

/// What has to be written so that the book says what the file says; nothing when it does already. Or every mistake
/// that shows only beside the book: a name that is unknown or stands there twice, a new row that lacks something.
[[nodiscard]] std::variant<BusinessPlan, Mistakes> planBusiness(const BusinessFile& file, const BusinessRows& rows,
                                                                Instant now);

} // namespace frontdesk
