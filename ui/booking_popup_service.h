#pragma once

#include "models/domain/catalogue.h"
#include "models/tables/appointment_mirror.h"
#include "ui/place.h"

#include <QComboBox>

namespace frontdesk
{

/// The services that a staff member can do, each with its steps; the first line is "Choose a service" and chooses none.
class ServiceBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ServiceBox(QWidget* parent = nullptr);
    void offer(const Catalogue& catalogue, const Place& place);
    void choose(ServiceId service); ///< one that isn't offered chooses none
    [[nodiscard]] ServiceId chosen() const;
    /// What to do when none is chosen.
    [[nodiscard]] QString hint() const;
};

/// "35 + 40 developing + 15 min": a step in which the staff member is free is called by what the client does then.
[[nodiscard]] QString stepsLine(const Steps& steps);

/// Whether no row on screen keeps the resource busy then.
[[nodiscard]] bool isFree(const AppointmentMirror& rows, ResourceId resource, const TimeSlot& slot, Instant now,
                          AppointmentId except = {});

/// One line about the place: "10 min buffer after · room 2 free · next: Omar Haddad 17:15".
[[nodiscard]] QString placeLine(const Catalogue& catalogue, const AppointmentMirror& rows, const Place& place,
                                const Service& service, Instant now);

/// What a client has already near the slot: "Lena Fischer already has Haircut 15:30–16:15 with Ben Okafor".
[[nodiscard]] QString clientBusyLine(const std::vector<Appointment>& appointments, const QString& client,
                                     const TimeSlot& slot, const Zone& zone);

} // namespace frontdesk
