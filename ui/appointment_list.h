#pragma once

#include "models/domain/appointment.h"
#include "models/domain/zone.h"
#include "models/tables/appointment_columns.h"
#include "models/tables/appointment_mirror.h"

#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace frontdesk
{

/// The appointments of a range as lines of text, sorted and filtered; read only. A row is a row of the
/// AppointmentMirror, its columns are `Columns`, and AppointmentMirror::AppointmentRole of any of them gives the whole
/// row. Holds of other desks' popups are left out.
class AppointmentList final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    /// As the mirror has them; a header may show them in another order.
    static constexpr std::array Columns = {
        AppointmentColumn::StartsAt,     AppointmentColumn::EndsAt,      AppointmentColumn::Status,
        AppointmentColumn::Confirmation, AppointmentColumn::Note,        AppointmentColumn::ClientName,
        AppointmentColumn::ClientPhone,  AppointmentColumn::ServiceName, AppointmentColumn::StaffName};
    [[nodiscard]] static int sectionOf(AppointmentColumn column);

    /// What is left of the rows; what isn't given lets all pass.
    struct Filter {
        QString text; ///< words that all occur somewhere in the line, in any order
        std::optional<Status> status;
        ResourceId staff;
        ServiceId service;
        friend bool operator==(const Filter&, const Filter&) = default;
    };

    explicit AppointmentList(AppointmentMirror* mirror, QObject* parent = nullptr);

    /// Lines that overlap the range; with `withDates` their time says the day too.
    void setRange(TimeSlot range, const Zone& zone, bool withDates);
    void setFilter(const Filter& filter);
    /// Initials for names, no phones and notes (cover.h); the filter still knows them.
    void setCovered(bool covered);
    /// Rows of the range, whatever the filter lets pass.
    [[nodiscard]] int rowsInRange() const;

    [[nodiscard]] Appointment appointmentAt(int row) const;
    /// Row of an appointment, or -1.
    [[nodiscard]] int rowOf(AppointmentId id) const;

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] bool filterAcceptsColumn(int column, const QModelIndex& parent) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] Appointment shownAt(int sourceRow) const;

    bool m_covered = false;
    [[nodiscard]] bool isInRange(const Appointment& row) const;
    [[nodiscard]] bool hasWords(const Appointment& row) const;
    [[nodiscard]] QString textOf(const Appointment& row, AppointmentColumn column) const;

    AppointmentMirror* m_mirror;
    TimeSlot m_range{};
    Zone m_zone = Zone::utc();
    bool m_withDates = false;
    Filter m_filter;
    QStringList m_words;
};

} // namespace frontdesk
