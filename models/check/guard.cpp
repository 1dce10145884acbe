#include "models/check/guard.h"

namespace frontdesk::check
{

StorageError checkGuard(BookReader& book)
{
    return book.each(QStringLiteral("check_guard"), [&book](const QSqlQuery& row) {
        book.findings().add(QLatin1StringView("guard"),
                            QStringLiteral("the trigger %1 of table %2 is %3")
                                .arg(row.value(1).toString(), row.value(0).toString(), row.value(2).toString()));
    });
}

} // namespace frontdesk::check
