#pragma once

#include "models/demo/random.h"
#include "models/demo/texts.h"
#include "models/domain/appointment.h"
#include "models/domain/catalogue.h"

#include <QDate>

#include <map>
#include <vector>

namespace frontdesk::demo
{

/// An appointment or a block of one day, before it has a client and a status.
struct Planned {
    const Service* service = nullptr; ///< null: a block
    ResourceId staff;
    TimeSlot slot;
    Takes takes;
    QString label;
    bool cancelled = false; ///< its time was given to others again
    bool squeezed = false;
    /// What has its fixed time in the week: a group session, somebody's every week, one half of a family's visit.
    enum class Habit { None, Session, Weekly, Family };
    Habit habit = Habit::None;
};

/// Fills days of the salon by its own rules: hours, breaks, who is able, free rooms, buffers; what develops leaves its
/// stylist free.
class DayPlanner
{
public:
    /// Refers to both, which must outlive it.
    DayPlanner(const Catalogue& salon, const Texts& texts);

    /// By start; squeezed ones last. `fullness` is the share of the open time that is taken, roughly.
    [[nodiscard]] std::vector<Planned> plan(QDate date, double fullness, Random& random);

private:
    struct Offer {
        const Service* service;
        int weight;
    };
    void planHabits();
    bool placeHabit(const QString& service, QTime time, Planned::Habit habit, ResourceId except = {});
    void planStaff(const Resource& staff, double fullness, Random& random);
    [[nodiscard]] bool placeSomething(const Resource& staff, Instant start, Random& random, Planned& placed);
    [[nodiscard]] bool place(const Resource& staff, const Service& service, Instant start, Planned& placed) const;
    [[nodiscard]] ResourceId freeResource(const Service& service, ResourceKind kind, const Takes& wanted,
                                          Instant start) const;
    [[nodiscard]] bool isFree(const Resource& resource, const Take& take, Instant start) const;
    void keepBusy(const Planned& planned);
    void squeezeIn(Random& random);

    const Catalogue& m_salon;
    const Texts& m_texts;
    std::map<ResourceId, std::vector<Offer>> m_offers;
    QDate m_date;
    std::vector<TimeSlot> m_open;      ///< of the location
    std::vector<TimeSlot> m_staffOpen; ///< of the staff member being planned
    std::map<ResourceId, std::vector<TimeSlot>> m_busy;
    std::vector<Planned> m_planned;
};

} // namespace frontdesk::demo
