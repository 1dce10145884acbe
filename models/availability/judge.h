#pragma once

#include "models/availability/availability.h"
#include "models/availability/busy_index.h"
#include "models/availability/spans.h"

namespace frontdesk
{

/// Judges many starts of one request. What depends on the request alone (the steps, who could host it, the hours of
/// the days within which starts will be asked) is worked out once. Refers to catalogue and index: they must outlive it.
class Judge
{
public:
    Judge(const Catalogue& catalogue, const BusyIndex& busy, const Request& request, TimeSlot within, Instant now);

    /// For an appointment as it stands, by its own takes: what its service would take today doesn't matter.
    Judge(const Catalogue& catalogue, const BusyIndex& busy, const Appointment& booked);

    /// Every reason of hours, breaks, closures and time off against that appointment.
    [[nodiscard]] std::vector<Reason> reasonsWhereBooked() const;
    /// Every reason against a start within the slot given.
    [[nodiscard]] std::vector<Reason> reasons(Instant start) const;
    [[nodiscard]] bool isFree(Instant start) const;
    [[nodiscard]] Seconds length() const { return m_length; }

private:
    struct Candidate {
        const Resource* resource = nullptr;
        Spans hours; ///< its own weekly hours
        Spans breaks;
        std::vector<TimeOff> timeOff;
    };
    /// A kind of resource that the steps keep busy: the times from the start, and who could be it.
    struct Need {
        ResourceKind kind = ResourceKind::Staff;
        Takes takes; ///< with buffers; the resource is not set
        Takes work;  ///< without buffers
        std::vector<Candidate> chosen;
        std::vector<Candidate> possible; ///< when none was chosen
    };
    /// Takes a reason, says whether to go on.
    class Collector;

    void findHours(TimeSlot within);
    void findNeeds(const Steps& steps, Seconds before, Seconds after, TimeSlot within);
    void addChosen(const Steps& steps, Seconds before, Seconds after, TimeSlot within);
    [[nodiscard]] Candidate candidate(const Resource& resource, TimeSlot within) const;
    void judgeRequest();
    void judge(Instant start, Collector& collector) const;
    void judgeTime(Instant start, Collector& collector) const;
    void judgeLocation(TimeSlot slot, Collector& collector) const;
    void judgeCandidate(const Candidate& candidate, const Need& need, Instant start, Collector& collector) const;
    void judgePossible(const Need& need, Instant start, Collector& collector) const;
    [[nodiscard]] bool isOnGrid(Instant start) const;

    const Catalogue& m_catalogue;
    const BusyIndex& m_busy;
    const Request m_request;
    const Instant m_now;
    const Location* m_location = nullptr;
    const Service* m_service = nullptr;
    Seconds m_length{0};
    std::vector<Need> m_needs;
    std::vector<Reason> m_always; ///< reasons that hold at every start
    Spans m_hours;                ///< the location's weekly hours
    std::vector<Closure> m_closures;
};

} // namespace frontdesk
