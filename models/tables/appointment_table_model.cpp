#include "models/tables/appointment_table_model.h"

#include "models/storage/row_statements.h"
#include "models/tables/appointment_columns.h"

namespace frontdesk
{

AppointmentTableModel::AppointmentTableModel(Connection& connection, QObject* parent)
    : VersionedTableModel(connection, QStringLiteral("calendar_row"), parent)
{
}

void AppointmentTableModel::setRange(LocationId location, TimeSlot range)
{
    m_location = location;
    m_range = range;
}

QString AppointmentTableModel::restriction() const
{
    return calendarRange(m_location, m_range);
}

std::optional<Instant> AppointmentTableModel::nextHoldEnd(Instant now) const
{
    std::optional<Instant> next;
    const int rows = QSqlQueryModel::rowCount();
    for (int row = 0; row < rows; ++row) {
        const QVariant heldUntil =
            QSqlQueryModel::data(createIndex(row, int(AppointmentColumn::HeldUntil)), Qt::EditRole);
        const Instant end = instantFromUnix(heldUntil.toLongLong());
        if (!heldUntil.isNull() && end > now && (!next || end < *next)) {
            next = end;
        }
    }
    return next;
}

bool AppointmentTableModel::updateRowInTable(int row, const QSqlRecord& values)
{
    Q_UNUSED(row)
    Q_UNUSED(values)
    return false;
}

bool AppointmentTableModel::insertRowIntoTable(const QSqlRecord& values)
{
    Q_UNUSED(values)
    return false;
}

bool AppointmentTableModel::deleteRowFromTable(int row)
{
    Q_UNUSED(row)
    return false;
}

} // namespace frontdesk
