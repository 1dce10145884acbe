#pragma once

#include "models/domain/ids.h"
#include "models/domain/time_slot.h"

#include <QString>

class QSqlDriver;
class QSqlRecord;

namespace frontdesk
{

/// Statements about one row of a versioned table (columns id, version, command_id) for the table models, names quoted
/// by the driver. Values are bound by position, in the order named here.
class RowStatements
{
public:
    RowStatements(const QSqlDriver& driver, const QString& table);

    /// Binds the generated fields of `values` in their order, then id, then the version that was seen. Gives one row
    /// with the new version, or none when that version isn't there.
    [[nodiscard]] QString update(const QSqlRecord& values) const;
    /// Binds the generated fields of `values` in their order. Gives id and version.
    [[nodiscard]] QString insert(const QSqlRecord& values) const;
    /// Binds id and version. Gives one row, or none when that version isn't there.
    [[nodiscard]] QString remove() const;
    /// Binds the id. Gives the version and the command that wrote it, or no row.
    [[nodiscard]] QString find() const;
    /// Binds a command_id. Gives id and version of the row that it wrote last.
    [[nodiscard]] QString findCommand() const;

private:
    const QSqlDriver& m_driver;
    QString m_table;
};

/// The part of a SELECT from calendar_row behind its table: the rows of a location that overlap [from, to), sorted by
/// start. An appointment lasts a day at most, so that the index on starts_at bounds the read at both ends.
[[nodiscard]] QString calendarRange(LocationId location, TimeSlot range);
[[nodiscard]] QString sortedById();

} // namespace frontdesk
