#include "models/storage/server_diagnosis.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <memory>

#include <libpq-fe.h>
#include <poll.h>

namespace frontdesk
{

namespace
{

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using ServerConnection = std::unique_ptr<PGconn, CloseConnection>;

/// Started with the error texts that carry the SQLSTATE; PQconnectdb offers no moment to ask for those.
ServerConnection start(const DatabaseUrl& url)
{
    const std::array values{url.host().toUtf8(), QByteArray::number(url.port()), url.database().toUtf8(),
                            url.user().toUtf8(), url.password().toUtf8()};
    std::array<const char*, 6> names{"host", "port", "dbname", "user", "password", nullptr};
    std::array<const char*, 6> texts{};
    for (size_t i = 0; i < values.size(); ++i) {
        texts.at(i) = values.at(i).isEmpty() ? nullptr : values.at(i).constData();
    }
    ServerConnection connection(PQconnectStartParams(names.data(), texts.data(), 0));
    if (connection) {
        PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
    }
    return connection;
}

void finish(PGconn* connection, QDeadlineTimer deadline)
{
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while ((status == PGRES_POLLING_READING || status == PGRES_POLLING_WRITING) && !deadline.hasExpired()) {
        pollfd socket{PQsocket(connection), short(status == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (poll(&socket, 1, int(deadline.remainingTime())) <= 0) {
            return;
        }
        status = PQconnectPoll(connection);
    }
}

} // namespace

OpenProblem problemOfRefusal(const QString& sqlState)
{
    if (sqlState == QLatin1StringView("28P01")) {
        return OpenProblem::WrongPassword;
    }
    // 28000: no such role (where the server says so), it may not log in, or pg_hba.conf has no line for it;
    // 42501: it may not connect to this database.
    if (sqlState == QLatin1StringView("28000") || sqlState == QLatin1StringView("42501")) {
        return OpenProblem::MissingRole;
    }
    if (sqlState == QLatin1StringView("3D000")) {
        return OpenProblem::NoSuchDatabase;
    }
    // 57P03: starting or stopping; 53300: no connection left
    if (sqlState.startsWith(u"57P") || sqlState.startsWith(u"08") || sqlState == QLatin1StringView("53300")) {
        return OpenProblem::NoServer;
    }
    return sqlState == QLatin1StringView("53100") ? OpenProblem::DiskFull : OpenProblem::Other;
}

OpenProblem diagnoseServer(const DatabaseUrl& url, QString& detail)
{
    const ServerConnection connection = start(url);
    if (!connection || PQstatus(connection.get()) == CONNECTION_BAD) {
        return OpenProblem::NoServer;
    }
    finish(connection.get(), QDeadlineTimer(5000));
    if (PQstatus(connection.get()) ==
        CONNECTION_OK) { // it lets us in now: it was starting, or our settings were refused
        return OpenProblem::Other;
    }
    const QString text = QString::fromUtf8(PQerrorMessage(connection.get())).trimmed();
    if (!text.isEmpty()) {
        detail = text;
    }
    if (PQconnectionNeedsPassword(connection.get())) {
        return OpenProblem::WrongPassword;
    }
    static const QRegularExpression state(QStringLiteral(":  ([0-9A-Z]{5}): "));
    const auto match = state.match(text);
    return match.hasMatch() ? problemOfRefusal(match.captured(1)) : OpenProblem::NoServer;
}

} // namespace frontdesk
