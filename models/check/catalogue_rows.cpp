#include "models/check/catalogue_rows.h"

#include "models/domain/catalogue.h"
#include "models/domain/zone.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace frontdesk::check
{
namespace
{

/// The rows that service_step must have for these steps, one text each.
QStringList stepRows(const Steps& steps)
{
    QStringList rows;
    Seconds at{0};
    for (size_t i = 0; i < steps.size(); ++i) {
        const auto keeps = [&](ResourceKind kind) { return steps[i].keepsBusy(kind) ? 1 : 0; };
        rows += QStringLiteral("%1 %2 %3 %4 %5 %6")
                    .arg(i)
                    .arg(at.count())
                    .arg(steps[i].length.count())
                    .arg(keeps(ResourceKind::Staff))
                    .arg(keeps(ResourceKind::Room))
                    .arg(keeps(ResourceKind::Equipment));
        at += steps[i].length;
    }
    return rows;
}

} // namespace

StorageError checkServices(BookReader& book)
{
    constexpr QLatin1StringView stepsCode("steps");
    constexpr QLatin1StringView ableCode("able");
    std::map<qint64, QStringList> steps;
    std::map<qint64, std::set<qint64>> able;
    StorageError error = book.each(QStringLiteral("check_service_steps"), [&](const QSqlQuery& row) {
        QStringList parts;
        for (int column = 1; column < 7; ++column)
            parts += QString::number(row.value(column).toLongLong());
        steps[row.value(0).toLongLong()] += parts.join(u' ');
    });
    if (!error) {
        error = book.each(QStringLiteral("check_service_resources"), [&](const QSqlQuery& row) {
            able[row.value(0).toLongLong()].insert(row.value(1).toLongLong());
        });
    }
    if (error)
        return error;
    return book.each(QStringLiteral("check_services"), [&](const QSqlQuery& row) {
        const qint64 id = row.value(0).toLongLong();
        const QString name = QStringLiteral("service %1 (%2)").arg(id).arg(row.value(1).toString().simplified());
        const auto wanted = stepsFromJson(row.value(2).toByteArray());
        if (!wanted)
            book.findings().add(stepsCode, QStringLiteral("%1: its steps can't be read").arg(name));
        else if (steps[id] != stepRows(*wanted))
            book.findings().add(stepsCode, QStringLiteral("%1: service_step says other steps").arg(name));
        std::set<qint64> listed;
        for (const QJsonValue resource : QJsonDocument::fromJson(row.value(3).toByteArray()).array())
            listed.insert(resource.toInteger());
        if (able[id] != listed)
            book.findings().add(ableCode, QStringLiteral("%1: service_resource lists others").arg(name));
    });
}

StorageError checkPlaces(BookReader& book)
{
    return book.each(QStringLiteral("check_places"), [&](const QSqlQuery& row) {
        const QString name =
            QStringLiteral("%1 %2 (%3)")
                .arg(row.value(0).toString(), row.value(1).toString(), row.value(2).toString().simplified());
        if (!row.isNull(3) && !Zone::fromId(row.value(3).toByteArray()))
            book.findings().add(QLatin1StringView("zone"),
                                QStringLiteral("%1: its zone %2 is unknown").arg(name, row.value(3).toString()));
        if (!weeklyHoursFromJson(row.value(4).toByteArray()))
            book.findings().add(QLatin1StringView("hours"), QStringLiteral("%1: its hours can't be read").arg(name));
    });
}

StorageError checkReferences(BookReader& book)
{
    StorageError error = book.each(QStringLiteral("check_references"), [&](const QSqlQuery& row) {
        book.findings().add(QLatin1StringView("references"),
                            QStringLiteral("%1 %2: its %3 %4 isn't there")
                                .arg(row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                     row.value(3).toString()));
    });
    if (error || book.connection().dialect() != Dialect::Sqlite)
        return error;
    error = book.each(QStringLiteral("check_foreign_keys"), [&](const QSqlQuery& row) {
        book.findings().add(QLatin1StringView("references"),
                            QStringLiteral("%1 %2 points at a row of %3 that isn't there")
                                .arg(row.value(0).toString(), row.value(1).toString(), row.value(2).toString()));
    });
    if (error)
        return error;
    return book.each(QStringLiteral("check_integrity"), [&](const QSqlQuery& row) {
        if (row.value(0).toString() != QLatin1StringView("ok"))
            book.findings().add(QLatin1StringView("file"), row.value(0).toString().simplified());
    });
}

StorageError checkOutbox(BookReader& book)
{
    return book.each(QStringLiteral("check_outbox"), [&](const QSqlQuery& row) {
        const QString message =
            QStringLiteral("message %1 of %2").arg(row.value(0).toString(), book.describe(row.value(2).toLongLong()));
        if (row.value(3).toBool())
            book.findings().add(QLatin1StringView("outbox"), message + QStringLiteral(" may be sent after its start"));
        else
            book.findings().add(QLatin1StringView("outbox"),
                                message + QStringLiteral(" waits for %1, which is off").arg(row.value(1).toString()));
    });
}

} // namespace frontdesk::check
