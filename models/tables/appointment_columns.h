#pragma once

namespace frontdesk
{

// g++ 12 takes the scoped names for shadows of the types that are called the same.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"

/// The columns of the views appointment_row, desk_hold_row and calendar_row, in their order; a test compares.
enum class AppointmentColumn {
    Id,
    Version,
    LocationId,
    ClientId,
    ServiceId,
    StaffId,
    StartsAt,
    EndsAt,
    BufferBefore,
    BufferAfter,
    Takes,
    PriceMinor,
    Currency,
    Status,
    StatusAt,
    StatusReason,
    Confirmation,
    HeldUntil,
    Squeezed,
    SqueezeReason,
    Label,
    Note,
    Source,
    VisitId,
    SeriesId,
    SessionId,
    Seats,
    Zone,
    CreatedAt,
    ClientName,
    ClientPhone,
    ClientAlert,
    ClientAlertStops,
    ServiceName,
    ServiceColour,
    StaffName,
    OtherResources,
    ChangedByName,
    ChangedDesk,
    FirstVisit,
    IsDeskHold,
    Count
};

#pragma GCC diagnostic pop

} // namespace frontdesk
