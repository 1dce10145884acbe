#include "models/check/personal.h"

#include <QCryptographicHash>

namespace frontdesk::check
{

StorageError checkPersonalValues(BookReader& book)
{
    constexpr QLatin1StringView invariant("audit_personal");
    qint64 end = 0;
    StorageError error = book.each(QStringLiteral("check_personal_end"),
                                   [&end](const QSqlQuery& row) { end = row.value(0).toLongLong(); });
    for (qint64 after = 0; after < end && !error; after += BookReader::pageSize) {
        const auto look = [&](const QSqlQuery& row) {
            const QString name = QStringLiteral("audit %1, %2 %3")
                                     .arg(row.value(0).toString(), row.value(2).toString(), row.value(1).toString());
            if (row.isNull(4)) {
                book.findings().add(invariant, QStringLiteral("%1: the value is gone without a seal").arg(name));
                return;
            }
            // The database's own personal_digest(): salt and value, one after the other.
            const QByteArray digest = QCryptographicHash::hash(
                (row.value(3).toString() + row.value(4).toString()).toUtf8(), QCryptographicHash::Sha256);
            if (QString::fromLatin1(digest.toHex()) != row.value(5).toString())
                book.findings().add(invariant, QStringLiteral("%1: the value isn't the one that was sealed").arg(name));
        };
        error = book.each(QStringLiteral("check_personal"), look,
                          {{QStringLiteral("after"), after}, {QStringLiteral("last"), after + BookReader::pageSize}});
    }
    return error;
}

} // namespace frontdesk::check
