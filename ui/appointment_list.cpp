#include "ui/appointment_list.h"

#include "ui/cover.h"
#include "ui/words.h"

#include <QColor>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace frontdesk
{

namespace
{

using C = AppointmentColumn;

QString digitsOf(const QString& phone)
{
    QString digits;
    std::ranges::copy_if(phone, std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

/// Below zero, zero, above: by what a person reads in the column.
int compared(const Appointment& a, const Appointment& b, C column)
{
    const auto values = [](auto x, auto y) { return x < y ? -1 : x > y ? 1 : 0; };
    switch (column) {
    case C::EndsAt:
        return values(a.slot.end, b.slot.end);
    case C::Status:
        return values(int(a.status), int(b.status));
    case C::Confirmation:
        return values(int(a.confirmation), int(b.confirmation));
    case C::Note:
        return a.note.localeAwareCompare(b.note);
    case C::ClientName:
        return titleOf(a).localeAwareCompare(titleOf(b));
    case C::ClientPhone:
        return a.clientPhone.compare(b.clientPhone);
    case C::ServiceName:
        return a.serviceName.localeAwareCompare(b.serviceName);
    case C::StaffName:
        return a.staffName.localeAwareCompare(b.staffName);
    default:
        return values(a.slot.start, b.slot.start);
    }
}

} // namespace

AppointmentList::AppointmentList(AppointmentMirror* mirror, QObject* parent)
    : QSortFilterProxyModel(parent), m_mirror(mirror)
{
    setSourceModel(mirror);
    sort(sectionOf(C::StartsAt));
}

int AppointmentList::sectionOf(AppointmentColumn column)
{
    return int(std::ranges::find(Columns, column) - Columns.begin());
}

void AppointmentList::setRange(TimeSlot range, const Zone& zone, bool withDates)
{
    const bool others = range != m_range;
    const bool otherWords = !(zone == m_zone) || withDates != m_withDates;
    m_range = range;
    m_zone = zone;
    m_withDates = withDates;
    if (others)
        invalidateRowsFilter();
    if (otherWords && rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

void AppointmentList::setFilter(const Filter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_words = filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void AppointmentList::setCovered(bool hide)
{
    m_covered = hide;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole, Qt::ToolTipRole});
}

Appointment AppointmentList::shownAt(int sourceRow) const
{
    Appointment row = m_mirror->appointmentAt(sourceRow);
    return m_covered ? covered(std::move(row)) : row;
}

bool AppointmentList::isInRange(const Appointment& row) const
{
    return !row.isDeskHold && row.slot.overlaps(m_range);
}

int AppointmentList::rowsInRange() const
{
    int count = 0;
    for (int row = 0; row < m_mirror->rowCount(); ++row)
        count += isInRange(m_mirror->appointmentAt(row)) ? 1 : 0;
    return count;
}

Appointment AppointmentList::appointmentAt(int row) const
{
    return m_mirror->appointmentAt(mapToSource(index(row, 0)).row());
}

int AppointmentList::rowOf(AppointmentId id) const
{
    const int row = m_mirror->rowOf(id.value());
    return row < 0 ? -1 : mapFromSource(m_mirror->index(row, int(C::StartsAt))).row();
}

QString AppointmentList::textOf(const Appointment& row, AppointmentColumn column) const
{
    switch (column) {
    case C::StartsAt:
        return m_withDates ? shortDateText(m_zone.dateOf(row.slot.start)) + QStringLiteral("  ") +
                                 timeText(row.slot.start, m_zone)
                           : timeText(row.slot.start, m_zone);
    case C::EndsAt:
        return timeText(row.slot.end, m_zone);
    case C::Status:
        return row.isBlock() ? tr("block") : statusText(row.status);
    case C::Confirmation:
        return row.client.isValid() ? confirmationText(row.confirmation) : QString();
    case C::Note:
        return row.note.simplified(); // a line is one line
    case C::ClientName:
        return titleOf(row);
    case C::ClientPhone:
        return row.clientPhone;
    case C::ServiceName:
        return row.serviceName;
    case C::StaffName:
        return row.staffName.isEmpty() ? row.otherResources : row.staffName;
    default:
        return {};
    }
}

QVariant AppointmentList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = mapToSource(index).row();
    const AppointmentColumn column = Columns[size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return textOf(shownAt(row), column);
    case Qt::ToolTipRole:
        // What was typed is never read as HTML.
        return column == C::Note ? shownAt(row).note.toHtmlEscaped() : QVariant();
    case Qt::DecorationRole: {
        const QString& colour = m_mirror->appointmentAt(row).serviceColour;
        return column == C::ServiceName && !colour.isEmpty() ? QVariant(QColor(colour)) : QVariant();
    }
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

QVariant AppointmentList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Columns.size()))
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Columns[size_t(section)]) {
    case C::StartsAt:
        return tr("Time");
    case C::EndsAt:
        return tr("End");
    case C::Status:
        return tr("Status");
    case C::Confirmation:
        return tr("Confirmation");
    case C::Note:
        return tr("Note");
    case C::ClientName:
        return tr("Client");
    case C::ClientPhone:
        return tr("Phone");
    case C::ServiceName:
        return tr("Service");
    default:
        return tr("Staff");
    }
}

bool AppointmentList::filterAcceptsColumn(int column, const QModelIndex&) const
{
    return std::ranges::find(Columns, AppointmentColumn(column)) != Columns.end();
}

bool AppointmentList::filterAcceptsRow(int row, const QModelIndex&) const
{
    const Appointment& line = m_mirror->appointmentAt(row);
    return isInRange(line) && (!m_filter.status || (line.status == *m_filter.status && !line.isBlock())) &&
           (!m_filter.staff.isValid() || line.staff == m_filter.staff) &&
           (!m_filter.service.isValid() || line.service == m_filter.service) && hasWords(line);
}

bool AppointmentList::hasWords(const Appointment& row) const
{
    if (m_words.isEmpty())
        return true;
    const QString line =
        QStringList{titleOf(row), row.serviceName, row.staffName, row.note, row.clientPhone}.join(QLatin1Char('\n'));
    const QString phone = digitsOf(row.clientPhone);
    return std::ranges::all_of(m_words, [&](const QString& word) {
        if (line.contains(word, Qt::CaseInsensitive))
            return true;
        const QString digits = digitsOf(word);
        return digits.size() > 2 && phone.contains(digits);
    });
}

bool AppointmentList::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    // The mirror reads a row when it is asked for the first time, and a reference lasts until it reads another.
    (void)m_mirror->appointmentAt(left.row());
    const Appointment& b = m_mirror->appointmentAt(right.row());
    const Appointment& a = m_mirror->appointmentAt(left.row());
    if (const int order = compared(a, b, AppointmentColumn(left.column())); order != 0)
        return order < 0;
    return std::tie(a.slot.start, a.id) < std::tie(b.slot.start, b.id);
}

} // namespace frontdesk
