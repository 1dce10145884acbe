#pragma once

#include "models/domain/appointment.h"
#include "models/tables/table_mirror.h"

#include <optional>

namespace frontdesk
{

/// The mirror that calendars bind to: a row is a row of calendar_row. AppointmentRole of any column gives the whole row
/// as a frontdesk::Appointment.
class AppointmentMirror final : public TableMirror
{
    Q_OBJECT
public:
    enum Role { AppointmentRole = TableMirror::FirstFreeRole };

    using TableMirror::TableMirror;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] const Appointment& appointmentAt(int row) const;
    [[nodiscard]] std::optional<Appointment> appointment(AppointmentId id) const;

protected:
    void rowChanged(qint64 key) override;
    void rowRemoved(qint64 key) override;

private:
    mutable QHash<qint64, Appointment> m_read; ///< rows that were asked for since they last changed
};

/// One row's values in the order of AppointmentColumn, as a value.
[[nodiscard]] Appointment appointmentFromRow(const std::vector<QVariant>& values);

} // namespace frontdesk
