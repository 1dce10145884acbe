#include "models/storage/connection_private.h"

#include <QSqlDriver>
#include <QSqlRecord>

namespace frontdesk
{

pg_conn* Connection::Private::server() const
{
    return *static_cast<pg_conn* const*>(database.driver()->handle().constData());
}

DirectStatement* Connection::Private::direct(const QString& statement)
{
    if (const auto found = directStatements.find(statement); found != directStatements.end())
        return &found->second;
    const auto text = findStatement(statement, url.dialect());
    if (!text)
        return nullptr;
    const QByteArray preparedAs = "frontdesk_" + QByteArray::number(++directNames);
    return &directStatements.emplace(statement, DirectStatement(*text, preparedAs)).first->second;
}

Connection::Numbers Connection::runForNumbers(const QString& statement, const QVariantMap& values)
{
    if (dialect() == Dialect::Sqlite) {
        const Result result = run(statement, values);
        if (result.error || !result.query->next())
            return {{}, result.error};
        const int columns = result.query->record().count();
        std::vector<qint64> row;
        row.reserve(size_t(columns));
        for (int column = 0; column < columns; ++column)
            row.push_back(result.query->value(column).toLongLong());
        return {row, {}};
    }

    if (const StorageError error = d->enter())
        return {{}, error};
    DirectStatement* const direct = d->direct(statement);
    if (direct == nullptr)
        return {{}, otherError(QStringLiteral("there is no statement %1").arg(statement))};
    const auto bound = d->bindables(statement, direct->placeholders(), values);
    if (const auto* unbound = std::get_if<StorageError>(&bound))
        return {{}, *unbound};
    const DirectStatement::Answer answer = direct->run(d->server(), std::get<QVariantList>(bound));
    if (answer.error.type() == QSqlError::NoError) {
        const StorageError lostAnswer = d->leave();
        return {lostAnswer ? std::nullopt : answer.row, lostAnswer};
    }
    const bool outdated = isOutdated(answer.error, dialect());
    if (outdated) // the next run prepares it anew, under another name
        d->directStatements.erase(statement);
    if (outdated && !d->inTransaction)
        return runForNumbers(statement, values);
    StorageError error = d->failed(answer.error);
    if (outdated)
        error.kind = StorageError::Kind::Busy; // the transaction has failed; begun anew it goes well
    return {{}, error};
}

} // namespace frontdesk
