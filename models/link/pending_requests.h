#pragma once

#include "models/booking/command_bus.h"
#include "models/domain/day_load.h"
#include "models/link/service_reads.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <map>
#include <variant>

namespace frontdesk
{

/// What has been asked of the database and isn't answered yet. Calls back once: with the answer, or with what stands
/// for "no answer" when its time is over. GUI thread.
class PendingRequests
{
public:
    using Clock = std::chrono::steady_clock;
    struct NoAnswer {
    };
    using Answer =
        std::variant<NoAnswer, Outcome, std::vector<ClientHit>, std::optional<ClientHit>, std::optional<Appointment>,
                     std::vector<Appointment>, std::vector<TimelineEntry>, std::optional<DayLoads>, QHash<qint64, int>,
                     ServiceImpact, std::optional<std::vector<Appointment>>>;

    /// The answer goes to `answer` unless the context object is gone by then; `none` stands for no answer.
    template <class T>
    [[nodiscard]] quint64 add(QObject* context, std::function<void(const T&)> answer, T none, Clock::duration patience)
    {
        return insert({context, context != nullptr, Clock::now() + patience,
                       [answer = std::move(answer), none = std::move(none)](const Answer& given) {
                           const T* value = std::get_if<T>(&given);
                           answer(value ? *value : none);
                       }});
    }

    /// Calls back; an id that isn't pending any more is passed over.
    void answer(quint64 id, const Answer& given);
    void forget(quint64 id) { m_requests.erase(id); }
    /// Calls back those whose time is over, and tells their ids.
    std::vector<quint64> giveUp(Clock::time_point now);
    [[nodiscard]] bool isEmpty() const { return m_requests.empty(); }
    [[nodiscard]] bool contains(quint64 id) const { return m_requests.contains(id); }

private:
    struct Request {
        QPointer<QObject> context;
        bool hasContext = false;
        Clock::time_point until;
        std::function<void(const Answer&)> answer;
    };
    quint64 insert(Request request);

    std::map<quint64, Request> m_requests;
    quint64 m_lastId = 0;
};

} // namespace frontdesk
