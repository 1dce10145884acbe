#include "models/tables/calendar_read.h"

#include "models/storage/connection.h"
#include "models/tables/appointment_mirror.h"
#include "models/tables/appointment_table_model.h"

namespace frontdesk
{

CalendarRead readCalendar(Connection& connection, LocationId location, TimeSlot range)
{
    AppointmentTableModel model(connection);
    model.setRange(location, range);
    if (!model.select())
        return {{}, classify(model.lastError(), connection.dialect())};
    CalendarRead read;
    const TableSnapshotPtr snapshot = model.snapshot();
    for (const std::vector<QVariant>& row : snapshot->rows)
        read.rows.push_back(appointmentFromRow(row));
    return read;
}

} // namespace frontdesk
