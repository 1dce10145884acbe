#pragma once

#include "models/storage/connection.h"

#include <QVariantMap>

#include <vector>

namespace frontdesk
{

/// The tables that a business file writes.
enum class BusinessTable { Business, Location, Resource, Service, Closure, TimeOff };

/// A row of one of these tables: its columns by name without id, version and who changed it. Hours, steps and able are
/// texts in one canonical form, so that equal contents compare equal.
struct BusinessRow {
    qint64 id = 0;
    qint64 version = 0;
    QVariantMap values;
};

struct BusinessRows {
    std::vector<BusinessRow> business; ///< none or one
    std::vector<BusinessRow> locations;
    std::vector<BusinessRow> resources;
    std::vector<BusinessRow> services;
    std::vector<BusinessRow> closures;
    std::vector<BusinessRow> timeOff;
};

struct BusinessRowsRead {
    BusinessRows rows;
    StorageError error;
};
/// All of them, retired ones too. Read within a transaction they belong to one moment on SQLite; on PostgreSQL the
/// versions tell a later change.
[[nodiscard]] BusinessRowsRead readBusinessRows(Connection& connection);

} // namespace frontdesk
