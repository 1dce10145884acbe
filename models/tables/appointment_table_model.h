#pragma once

#include "models/domain/ids.h"
#include "models/domain/time_slot.h"
#include "models/tables/versioned_table_model.h"

#include <optional>

namespace frontdesk
{

/// What a calendar shows: the rows of the view calendar_row (appointments, blocks, sessions, desk holds) of one
/// location that overlap a range, sorted by start. Database thread; read only.
class AppointmentTableModel final : public VersionedTableModel
{
    Q_OBJECT
public:
    explicit AppointmentTableModel(Connection& connection, QObject* parent = nullptr);

    /// Takes effect with the next select(). Before the first call nothing is selected.
    void setRange(LocationId location, TimeSlot range);
    [[nodiscard]] TimeSlot range() const { return m_range; }
    [[nodiscard]] LocationId location() const { return m_location; }

    /// When the clock alone will change a row that was read: the next end of a hold after `now`.
    [[nodiscard]] std::optional<Instant> nextHoldEnd(Instant now) const;

protected:
    [[nodiscard]] QString restriction() const override;
    bool updateRowInTable(int row, const QSqlRecord& values) override;
    bool insertRowIntoTable(const QSqlRecord& values) override;
    bool deleteRowFromTable(int row) override;

private:
    LocationId m_location;
    TimeSlot m_range{};
};

} // namespace frontdesk
