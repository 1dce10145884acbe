#pragma once

#include <QHash>
#include <QMetaType>

#include <compare>

namespace frontdesk
{

/// A database id that cannot be mistaken for another table's id or for a number. Ids start at 1; a default
/// constructed one is invalid and stands for SQL NULL. A calendar row of a desk hold carries a negative id.
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    explicit constexpr Id(qint64 value) : m_value(value) {}

    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value != 0; }

    friend constexpr auto operator<=>(Id, Id) = default; // NOLINT(modernize-use-nullptr): not a pointer
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

using AppointmentId = Id<struct AppointmentTag>;
using ClientId = Id<struct ClientTag>;
using DeskHoldId = Id<struct DeskHoldTag>;
using LocationId = Id<struct LocationTag>;
using PersonId = Id<struct PersonTag>;
using ResourceId = Id<struct ResourceTag>;
using ServiceId = Id<struct ServiceTag>;
using VisitId = Id<struct VisitTag>;
using SeriesId = Id<struct SeriesTag>;

/// The version column of a row: 1 after the insert, one more after each update.
using RowVersion = Id<struct RowVersionTag>;

} // namespace frontdesk

Q_DECLARE_METATYPE(frontdesk::AppointmentId)
Q_DECLARE_METATYPE(frontdesk::ResourceId)
