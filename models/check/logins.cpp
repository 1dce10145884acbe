#include "models/check/logins.h"

namespace frontdesk::check
{

StorageError readPowerfulLogins(BookReader& book, QStringList& warnings)
{
    if (book.connection().dialect() == Dialect::Sqlite)
        return {};
    return book.each(QStringLiteral("check_powerful_logins"), [&warnings](const QSqlQuery& row) {
        warnings += QStringLiteral("person %1 (%2): the login %3 %4, more than daily work needs; add a person with a "
                                   "login of their own, and keep %3 for init and migrate")
                        .arg(row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                             row.value(3).toString());
    });
}

} // namespace frontdesk::check
