#include "models/storage/direct_statement.h"

#include <libpq-fe.h>

#include <memory>

namespace frontdesk
{

namespace
{

struct Clearing {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clearing>;

QSqlError errorOf(pg_conn* server, const PGresult* result)
{
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const bool standing = PQstatus(server) == CONNECTION_OK;
    return {QString(), QString::fromUtf8(PQerrorMessage(server)),
            standing ? QSqlError::StatementError : QSqlError::ConnectionError, QString::fromLatin1(state)};
}

bool isGood(const PGresult* result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

std::vector<qint64> firstRow(const PGresult* result)
{
    const int columns = PQnfields(result);
    std::vector<qint64> row;
    row.reserve(size_t(columns));
    for (int column = 0; column < columns; ++column)
        row.push_back(QByteArray(PQgetvalue(result, 0, column)).toLongLong());
    return row;
}

} // namespace

DirectStatement::DirectStatement(const Statement& statement, const QByteArray& name)
    : m_sql(numbered(statement).toUtf8()), m_name(name), m_placeholders(statement.placeholders)
{
}

DirectStatement::Answer DirectStatement::run(pg_conn* server, const QVariantList& values)
{
    if (!m_prepared) {
        const Result prepared(PQprepare(server, m_name.constData(), m_sql.constData(), 0, nullptr));
        if (!isGood(prepared.get()))
            return {{}, errorOf(server, prepared.get())};
        m_prepared = true;
    }
    std::vector<QByteArray> texts;
    std::vector<const char*> pointers;
    texts.reserve(size_t(values.size()));
    pointers.reserve(size_t(values.size()));
    for (const QVariant& value : values) {
        texts.push_back(value.toString().toUtf8());
        pointers.push_back(value.isNull() ? nullptr : texts.back().constData());
    }
    const Result result(
        PQexecPrepared(server, m_name.constData(), int(pointers.size()), pointers.data(), nullptr, nullptr, 0));
    if (!isGood(result.get()))
        return {{}, errorOf(server, result.get())};
    if (PQntuples(result.get()) == 0)
        return {};
    return {firstRow(result.get()), {}};
}

} // namespace frontdesk
