#pragma once

#include "models/storage/database_url.h"
#include "models/storage/open_problem.h"

namespace frontdesk
{

/// Why a PostgreSQL server refused a connection, asked with a second attempt: QPSQL hands on the text alone, which is
/// in the server's language, and not the SQLSTATE. `detail` becomes what the server said.
[[nodiscard]] OpenProblem diagnoseServer(const DatabaseUrl& url, QString& detail);

/// The problem that a refusal's SQLSTATE stands for.
[[nodiscard]] OpenProblem problemOfRefusal(const QString& sqlState);

} // namespace frontdesk
